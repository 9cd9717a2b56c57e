"""How much work waits, as the free screen says it: a large count and a sentence under it."""

from datetime import datetime
from typing import Final

from packstation.domain.orders import CutOff, Overview
from packstation.ui.lettering import Run
from packstation.ui.look import INK, LEAD, LEAD_BOLD, SOFT, Type
from packstation.words.cut_off import before, moment, time_left
from packstation.words.words import Words

LONG: Final = 120
"""Minutes of work that are better told in hours."""


def work_left(overview: Overview, words: Words, now: datetime) -> tuple[str, tuple[Run, ...]]:
    """A large count and the sentence under it; ``now`` is in the shop's zone."""
    if not overview.waiting:
        return "", ()  # beside it stands that everything is packed
    if not overview.ready:
        return "", (Run(words("Nothing waits to be packed."), LEAD, SOFT),)
    if overview.cut_off is None or not overview.before_cut_off:
        said = words.n("order waits", "orders wait", overview.ready)
        return str(overview.ready), (Run(said, LEAD),)
    at = overview.cut_off.astimezone(now.tzinfo)
    clock, said = words.clock(at), before(at, now, words)
    if overview.minutes_of_work is not None:
        said = f"{said}, {_long(overview.minutes_of_work, words)}"
    return str(overview.before_cut_off), stress(said, clock, (LEAD, INK), (LEAD_BOLD, INK))


def cut_off(off: CutOff, now: datetime, words: Words) -> tuple[str, str]:
    """When a carrier comes and what waits for it; ``now`` is in the shop's zone."""
    told = words.n("{n} order", "{n} orders", off.orders)
    work = "" if off.minutes is None else f" · {time_left(off.minutes, words)}"
    return moment(off.at.astimezone(now.tzinfo), now, words), f" · {told}{work}"


def _long(minutes: int, words: Words) -> str:
    if minutes < LONG:
        return words.n("about {n} minute of work", "about {n} minutes of work", minutes)
    hours = round(minutes / 60)
    return words.n("about {n} hour of work", "about {n} hours of work", hours)


def stress(
    text: str, part: str, plain: tuple[Type, str], strong: tuple[Type, str]
) -> tuple[Run, ...]:
    """``text`` with the first ``part`` in it set as ``strong``."""
    before, found, after = text.partition(part)
    return Run(before, *plain), Run(found, *strong), Run(after, *plain)
