"""What a slip would leave out, so that it can be named before the parcel is sealed."""

from collections.abc import Iterator

from packstation.domain.records import Core, PackingRecord
from packstation.slips.sieve import LONGEST, unprintable

_AROUND = 16
"""Letters shown on each side of the first one that is missing."""


def unshown(record: PackingRecord) -> tuple[str, ...]:
    """The texts from outside that no font of ours can print whole, each once and in short.

    The shop's own name and contact are not among them: those are not new with each parcel,
    and are named where their owner types them.
    """
    texts = (text[:LONGEST] for text in dict.fromkeys(_outside(record)))
    lost = ((text, unprintable(text)) for text in texts)
    return tuple(_in_short(text, missing[0]) for text, missing in lost if missing)


def _outside(record: PackingRecord) -> Iterator[str]:
    core, personal = record.core, record.personal
    yield record.opened_by
    yield personal.gift_message
    yield personal.packer_name
    yield core.order_number
    yield from _in_the_box(core)
    yield from (touch.name for touch in core.touches if touch.on_slip)


def _in_the_box(core: Core) -> Iterator[str]:
    for line in core.lines:
        yield f"{line.name} {line.variant}".strip()
        yield line.kit
        yield from (value for _, value in line.traces)


def _in_short(text: str, missing: str) -> str:
    at = text.find(missing[0])
    start, end = max(0, at - _AROUND), at + len(missing) + _AROUND
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return before + " ".join(text[start:end].split()) + after
