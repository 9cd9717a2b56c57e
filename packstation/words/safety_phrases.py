"""What became of a copy of the shop, and why one could not be made or brought back."""

from datetime import datetime, timedelta
from typing import Final

from packstation.domain import safe_keeping as safe
from packstation.words.words import Words

_MEGA: Final = 1_000_000


def reason(stopped: safe.KeepingStopped, words: Words) -> str:
    """One sentence: what happened, and what to do."""
    match stopped:
        case safe.CopyDamaged(file=file, found=found):
            return words(
                "{file} is damaged ({found}). Choose another backup.", file=file, found=found
            )
        case safe.NotOurShop(file=file):
            return words("{file} is not a packstation database.", file=file)
        case safe.NoRoom(folder=folder, missing=missing):
            return words(
                "No backup: {folder} needs {megabytes} MB more of free space.",
                folder=folder,
                megabytes=-(-missing // _MEGA),
            )
        case safe.ShopItself(file=file):
            return words("{file} is the shop itself: name another file.", file=file)
        case safe.WindowOpen(folder=folder):
            return words(
                "The bench on {folder} is open: close its window first.", folder=folder
            )
        case safe.BeingCopied():
            return words("A backup is being made right now: try again when it is done.")
        case safe.KeptByServer():
            return words(
                "This shop lives in PostgreSQL: pg_dump makes its backups, pg_restore brings"
                " one back."
            )
        case safe.OnShare(file=file, kind=kind):
            return words(
                "{file} lies on a network share ({kind}), where SQLite loses data. Keep it on"
                " a disk of this computer, or use PostgreSQL for several computers.",
                file=file,
                kind=kind,
            )
        case _:
            return words("The backup was interrupted: nothing of it is left.")


def made(copy: safe.Made, words: Words) -> str:
    return words(
        "{file}: {orders} orders, {parcels} parcels, checked.",
        file=copy.file,
        orders=copy.tally.orders,
        parcels=copy.tally.parcels,
    )


def brought_back(back: safe.BroughtBack, words: Words) -> tuple[str, ...]:
    """A sentence for each thing to know, the most pressing last."""
    tally = back.tally
    said = [
        words(
            "The shop is back: {orders} orders, {parcels} parcels.",
            orders=tally.orders,
            parcels=tally.parcels,
        )
    ]
    if back.aside is not None:
        said.append(words("What was here before is in {file}.", file=back.aside))
    if back.missing:
        said.append(
            words.n(
                "{n} parcel packed since then is not in it: {slip}.",
                "{n} parcels packed since then are not in it, the last is {slip}.",
                back.missing,
                slip=back.last_slip,
            )
        )
    return tuple(said)


def last_backup(last: datetime | None, now: datetime, words: Words) -> str:
    """When, in the zone of ``now``, and how long ago that is."""
    if last is None:
        return words("Last backup: none yet")
    at = last.astimezone(now.tzinfo)
    return words(
        "Last backup: {day}, {clock} ({ago})",
        day=words.day(at.date()),
        clock=words.clock(at),
        ago=_ago(now - last, words),
    )


def free_room(free: int, words: Words) -> str:
    return words("Free disk space: {megabytes} MB", megabytes=free // _MEGA)


def little_room(free: int, words: Words) -> str:
    return words(
        "Only {megabytes} MB of disk are free: make room before the bench has to stop.",
        megabytes=free // _MEGA,
    )


def _ago(age: timedelta, words: Words) -> str:
    hours = age // timedelta(hours=1)
    if hours < 1:
        return words("less than an hour ago")
    if hours < 48:  # noqa: PLR2004 (two days: from then on hours tell nobody anything)
        return words.n("{n} hour ago", "{n} hours ago", hours)
    return words.n("{n} day ago", "{n} days ago", age.days)
