"""By when a parcel must leave, as one says it; every time is in the reader's zone already."""

from datetime import datetime
from typing import Final

from packstation.words.words import Words

_HOUR: Final = 60
_A_WEEK: Final = 7


def leaves(at: datetime, now: datetime, words: Words) -> str:
    """When the carrier comes, and how long that is."""
    minutes = int((at - now).total_seconds() // 60)
    if at.date() == now.date():
        left = time_left(minutes, words)
        return words("Leaves at {time} · {left}", time=words.clock(at), left=left)
    if minutes < 0:
        return words("It was to leave on {day}", day=_date(at, words))
    if _days_between(now, at) == 1:
        return words("Leaves tomorrow at {time}", time=words.clock(at))
    return words("Leaves on {day} at {time}", day=_day(at, now, words), time=words.clock(at))


def before(at: datetime, now: datetime, words: Words) -> str:
    """By when something must leave: "before 14:00", "before Tuesday at 14:00"."""
    time = words.clock(at)
    if at.date() == now.date():
        return words("before {time}", time=time)
    if _days_between(now, at) == 1:
        return words("before tomorrow at {time}", time=time)
    return words("before {day} at {time}", day=_day(at, now, words), time=time)


def moment(at: datetime, now: datetime, words: Words) -> str:
    """The same for a narrow column: "14:00", "tomorrow 14:00", "Tue 14:00"."""
    time = words.clock(at)
    match _days_between(now, at):
        case 0:
            return time
        case 1:
            return words("tomorrow {time}", time=time)
        case -1:
            return words("yesterday {time}", time=time)
        case days if 0 < days < _A_WEEK:
            return f"{words.short_weekday(at)} {time}"
        case _:
            return _date(at, words)


def _day(at: datetime, now: datetime, words: Words) -> str:
    """The weekday, as long as it can only be that one."""
    near = 0 <= _days_between(now, at) < _A_WEEK
    return words.weekday(at) if near else _date(at, words)


def _date(at: datetime, words: Words) -> str:
    return words("{day} {month}", day=at.day, month=words.month(at))


def _days_between(now: datetime, at: datetime) -> int:
    return (at.date() - now.date()).days


def time_left(minutes: int, words: Words) -> str:
    """Such as "52 min", "2 h 05 min", "12 min late"."""
    hours, rest = divmod(abs(minutes), _HOUR)
    length = (
        words("{hours} h {minutes:02} min", hours=hours, minutes=rest)
        if hours
        else words("{minutes} min", minutes=rest)
    )
    return words("{time} late", time=length) if minutes < 0 else length
