"""A record's lines as the customer should read them: kits with their parts, swaps as one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from packstation.domain.records import Core, PackedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``line`` is what is in the box."""

    line: PackedLine
    ordered: int | None
    """None when it went in beside some of what was ordered: its own line tells how many."""
    missing: int = 0
    problem: str = ""
    """Why ``missing`` pieces stayed out; empty when none did."""
    instead_of: PackedLine | None = None
    kit: str = ""
    """The kit whose parts begin with this entry."""
    part: bool = False

    @property
    def traces(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(serial, lot or expiry, its values), each value once."""
        found: dict[str, dict[str, None]] = {}
        for detail, value in self.line.traces:
            found.setdefault(detail, {})[value] = None
        return tuple((detail, tuple(values)) for detail, values in found.items())


def entries(core: Core) -> Iterator[Entry]:
    """One for each line; what was replaced altogether is only named by its replacement."""
    kit = ("", 0)
    for line, swap in _pairs(core.lines):
        here = (line.kit, line.line_id) if line.kit else ("", 0)
        yield from _entries(line, swap, line.kit if here != kit else "")
        kit = here


def _entries(line: PackedLine, swap: PackedLine | None, kit: str) -> Iterator[Entry]:
    instead = 0 if swap is None else swap.packed
    missing = max(0, line.ordered - line.packed - instead)
    whole = Entry(
        line=line,
        ordered=line.ordered,
        missing=missing,
        problem=line.problem if missing else "",
        kit=kit,
        part=bool(line.kit),
    )
    if swap is None:
        yield whole
    elif line.packed:
        yield whole
        yield Entry(line=swap, ordered=None, instead_of=line, part=whole.part)
    else:
        yield replace(whole, line=swap, instead_of=line)


def _pairs(lines: tuple[PackedLine, ...]) -> Iterator[tuple[PackedLine, PackedLine | None]]:
    """Each line as ordered, with what went in instead: that stands right behind it."""
    behind = (*lines[1:], None)
    for line, then in zip(lines, behind, strict=True):
        if not line.instead_of:
            yield line, then if then is not None and then.instead_of else None
