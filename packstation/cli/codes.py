"""``packstation codes``: badges, commands and touches as printable codes."""

import argparse

from packstation.assemble import Opened
from packstation.cli.saying import say, say_json
from packstation.slips.code_sheet import draw_codes
from packstation.station.code_papers import sheet_of
from packstation.station.lookup import Lookup, PrintedCodes
from packstation.words.command_names import command_name
from packstation.words.words import Words


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    printed = Lookup(opened.read, opened.shop).codes()
    if arguments.json:
        say_json(_as_json(printed, words))
        return 0
    sheet = sheet_of(printed, opened.shop, words)
    arguments.pdf.write_bytes(draw_codes(sheet.shop, sheet.groups, words))
    say(words("Written to {file}", file=arguments.pdf))
    return 0


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
