"""Everything one slip says, already in words and fit to be printed."""

from dataclasses import dataclass
from urllib.parse import quote
from zoneinfo import ZoneInfo

from packstation.domain.records import Core, PackedLine, PackingRecord
from packstation.domain.shop import Stroke
from packstation.slips.letters import name_of, plain
from packstation.slips.packed import Entry, entries
from packstation.words import slip_phrases
from packstation.words.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands at the head and at the foot of every page."""

    shop: str
    order: str
    day: str
    copy_mark: str
    replaces: str
    contact: str
    number: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table."""

    name: str
    figures: tuple[str, ...]
    """For each of the columns; empty where a column has nothing to say of it."""
    note: str = ""
    """Small, under the name."""
    kit: str = ""
    """The kit whose parts begin here."""
    part: bool = False
    """Of a kit: it stands further in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Texts are printable and each in one line; empty ones are left off the slip."""

    frame: Frame
    called: str
    greeting: str
    """With ``NAME`` where ``called`` goes."""
    tally: str
    message_head: str
    message: tuple[str, ...]
    """The buyer's words to the recipient, a paragraph each."""
    contents: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    """What is in the box."""
    from_us: str
    by_hand: str
    packed_by: str
    packer: str
    signature: tuple[Stroke, ...]
    answer: tuple[str, ...]
    link: str


NAME = "\ue000"
"""Stands for the called name until it is known how much room there is: no text can hold it."""


def say(record: PackingRecord, words: Words, copy: int) -> Said:
    """What the slip of ``record`` says; ``copy`` 0 is the original."""
    core, personal = record.core, record.personal
    called = name_of(record.opened_by)
    message = tuple(filter(None, map(plain, personal.gift_message.splitlines())))
    link = _link(core)
    return Said(
        frame=_frame(core, words, copy),
        called=called,
        greeting=slip_phrases.greeting(words, NAME if called else ""),
        tally=slip_phrases.tally(words, core),
        message_head=slip_phrases.message_head(words) if message else "",
        message=message,
        contents=slip_phrases.contents(words),
        columns=slip_phrases.columns(words, core),
        rows=tuple(_row(core, entry, words) for entry in entries(core)),
        from_us=_from_us(core, words),
        by_hand=slip_phrases.by_hand(words),
        packed_by=slip_phrases.packed_by(words),
        packer=name_of(personal.packer_name) or slip_phrases.the_team(words),
        signature=personal.signature,
        answer=slip_phrases.answer(words) if link else (),
        link=link,
    )


def _frame(core: Core, words: Words, copy: int) -> Frame:
    return Frame(
        shop=plain(core.brand.name),
        order=plain(slip_phrases.order_number(words, core)),
        day=slip_phrases.day(words, core.sealed_at, ZoneInfo(core.brand.zone)),
        copy_mark=_mark(core, words, copy),
        replaces=slip_phrases.replaces(words, core) if core.replaces else "",
        contact=plain(core.brand.contact),
        number=slip_phrases.slip_number(words, core),
        code=core.slip_code,
    )


def _mark(core: Core, words: Words, copy: int) -> str:
    if core.is_trial:
        return slip_phrases.trial(words)
    return slip_phrases.copy_mark(words, copy) if copy else ""


def _from_us(core: Core, words: Words) -> str:
    named = dict.fromkeys(plain(it.name).rstrip(".") for it in core.touches if it.on_slip)
    gifts = tuple(filter(None, named))
    return slip_phrases.from_us(words, gifts) if gifts else ""


def _row(core: Core, entry: Entry, words: Words) -> Row:
    notes = (
        slip_phrases.instead_of(words, _called(entry.instead_of)) if entry.instead_of else "",
        slip_phrases.kept_out(words, entry.problem, entry.missing) if entry.problem else "",
        slip_phrases.checked_by_hand(words) if entry.line.by_hand else "",
        *(
            slip_phrases.trace(words, detail, tuple(map(plain, values)))
            for detail, values in entry.traces
        ),
    )
    return Row(
        name=_called(entry.line),
        figures=_figures(core, entry),
        note=" · ".join(filter(None, notes)),
        kit=plain(entry.kit),
        part=entry.part,
    )


def _called(line: PackedLine) -> str:
    name, variant = plain(line.name) or plain(line.sku), plain(line.variant)
    told = f" {name}".casefold().endswith(f" {variant}".casefold())
    return f"{name}, {variant}" if variant and not told else name


def _figures(core: Core, entry: Entry) -> tuple[str, ...]:
    here = str(entry.line.packed)
    if core.pieces >= core.ordered:
        return (here,)
    if entry.ordered is None:
        return "", here, ""
    return str(entry.ordered), here, str(entry.missing)


def _link(core: Core) -> str:
    link = plain(core.brand.answer_link)
    link = link.replace("{parcel}", quote(core.slip_number, safe=""))
    return link.replace("{proof}", quote(core.proof, safe=""))
