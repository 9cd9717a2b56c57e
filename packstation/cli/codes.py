"""``packstation codes``: badges, commands and touches as printable codes."""

import argparse

from packstation.assemble import Opened
from packstation.cli.saying import say, say_json
from packstation.slips.code_sheet import draw_codes
from packstation.station.lookup import Lookup, PrintedCodes
from packstation.words.words import Words


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    printed = Lookup(opened.read, opened.shop).codes()
    if arguments.json:
        say_json(_as_json(printed, words))
        return 0
    groups = (
        (words("Badges"), printed.badges),
        (
            words("Commands"),
            tuple((command_name(name, words), code) for name, code in printed.commands),
        ),
        (
            words("Touches"),
            tuple((touch.name(words.language), touch.code) for touch in printed.touches),
        ),
    )
    arguments.pdf.write_bytes(draw_codes(opened.shop.brand.name, groups, words))
    say(words("Written to {file}", file=arguments.pdf))
    return 0


def command_name(name: str, words: Words) -> str:
    """What a printed command does, in the packer's words."""
    return {
        "seal": words("Sign and print"),
        "undo": words("Undo"),
        "put_back": words("Empty the box"),
        "park": words("Set aside, to go on later"),
        "hold": words("Hold the order back"),
        "lock": words("Lock the bench"),
        "sign_out": words("Change person"),
        "reprint_jammed": words("Slip again: the paper jammed"),
        "reprint_torn": words("Slip again: torn or unreadable"),
        "reprint_lost": words("Slip again: it got lost"),
        "slip_came_out": words("The slip came out"),
        "opened_by_buyer": words("The customer opens it"),
        "opened_by_other": words("Somebody else opens it"),
        "opener_unknown": words("Nobody knows who opens it"),
        "slip_not_out": words("The slip did not come out"),
    }[name]


def _as_json(printed: PrintedCodes, words: Words) -> dict[str, object]:
    return {
        "badges": [{"name": name, "code": code} for name, code in printed.badges],
        "commands": [
            {"command": name, "label": command_name(name, words), "code": code}
            for name, code in printed.commands
        ],
        "touches": [
            {"key": touch.key, "name": touch.name(words.language), "code": touch.code}
            for touch in printed.touches
        ],
    }
