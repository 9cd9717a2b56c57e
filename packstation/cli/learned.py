"""``packstation codes --learned`` and ``--forget``: what benches have learned by scanning."""

import argparse
import sys

from packstation.assemble import Opened
from packstation.cli.saying import say
from packstation.domain.codes import LearnedCode
from packstation.station.learned_codes import LearnedCodes
from packstation.words.words import Words


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    if arguments.forget is not None:
        return _forget(arguments.forget, opened, words)
    found = LearnedCodes(opened.read).all()
    say(*(_line(it, opened, words) for it in found))
    if not found:
        say(words("No code has been learned at a bench yet."))
    return 0


def _forget(code: str, opened: Opened, words: Words) -> int:
    gone = LearnedCodes(opened.write).forget(code)
    if not gone:
        say(words("Nobody has taught a bench the code {code}.", code=code), on=sys.stderr)
        return 1
    say(*(words("Forgotten: {code}, {piece}", code=it.code, piece=_named(it)) for it in gone))
    return 0


def _line(it: LearnedCode, opened: Opened, words: Words) -> str:
    units = words("a pack of {n}", n=it.units) if it.units > 1 else ""
    at = None if it.at is None else it.at.astimezone(opened.shop.zone)
    day = "" if at is None else f"{words.day(at.date())}, {words.clock(at)}"
    return " · ".join(filter(None, (it.code, _named(it), units, it.by, day)))


def _named(it: LearnedCode) -> str:
    return f"{it.product}, {it.variant}" if it.variant else it.product
