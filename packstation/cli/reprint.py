"""``packstation reprint``: the slip of a packed order once more, with its reason."""

import argparse
import getpass
import platform
import sys
from datetime import UTC, datetime

from packstation.assemble import Opened, open_desk
from packstation.cli.saying import say
from packstation.domain import outcomes as out
from packstation.station.lookup import Lookup
from packstation.words import phrases
from packstation.words.printing import paper
from packstation.words.words import Words


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    now, reason = datetime.now(UTC), arguments.reason.strip()
    lookup = Lookup(opened.read, opened.shop)
    seen = lookup.order(arguments.order, now)
    number = seen.order.number
    if not any(map(str.isalnum, reason)):
        say(words("Say why in a few words."), on=sys.stderr)
        return 1
    if seen.parcel is None:
        say(words("Order {number} is not packed yet.", number=number), on=sys.stderr)
        return 1
    desk = open_desk(opened)
    slip = seen.parcel.record.core.slip_number
    said = desk.print_again(slip, reason, _whoever(), now)
    prints = isinstance(said, out.CopyPrints | out.PrintsAgain)
    sentence, advice = phrases.say(said, words), phrases.hint(said, words)
    say(f"{sentence}. {advice}", on=sys.stdout if prints else sys.stderr)
    if not prints:
        return 1
    while desk.print_next(now):
        pass
    desk.close()
    after = lookup.order(arguments.order, now).parcel
    say(paper(None if after is None else after.job, words))
    return 0


def _whoever() -> str:
    """Who sits at this computer; where it has no name for them, the computer's own."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return platform.node() or "-"
