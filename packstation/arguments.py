"""What may stand behind ``packstation`` on the command line."""

import argparse
import locale
import os
from datetime import date
from pathlib import Path
from typing import Final

from packstation.words.words import Words

DRAW_SLIPS: Final = "--draw-slips"
"""Alone on the command line: be the process slips are drawn in. Nobody types it."""


def wanted_language(argv: list[str]) -> str:
    """The language asked for with --language; empty when none was."""
    early = argparse.ArgumentParser(add_help=False)
    early.add_argument("--language", default="")
    return str(early.parse_known_args(argv)[0].language)


def system_language() -> str:
    """Es when this computer speaks Spanish, else en."""
    told = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, told), None) or locale.getlocale()[0] or ""
    return "es" if spoken.casefold().startswith(("es", "spanish")) else "en"


def parser(words: Words) -> argparse.ArgumentParser:
    """The whole command line. Exits with 2 and a usage line when it is not understood."""
    top = argparse.ArgumentParser(
        prog="packstation",
        description=words("The packing bench. Without a command its window opens."),
    )
    top.add_argument(
        "--demo", action="store_true", help=words("work in the demo shop, apart from your own")
    )
    top.add_argument(
        "--language", choices=("es", "en"), default="", help=words("the language on screen")
    )
    commands = top.add_subparsers(dest="command", metavar=words("COMMAND"))
    _import(commands, words)
    codes = commands.add_parser("codes", help=words("badges and commands as printable codes"))
    where = codes.add_mutually_exclusive_group(required=True)
    where.add_argument("--pdf", type=Path, metavar=words("FILE"))
    where.add_argument("--json", action="store_true")
    waiting = commands.add_parser("waiting", help=words("the orders that wait"))
    waiting.add_argument("--json", action="store_true")
    show = commands.add_parser("show", help=words("everything about one order"))
    show.add_argument("order", metavar=words("ORDER"))
    show.add_argument("--json", action="store_true")
    slip = commands.add_parser("slip", help=words("the slip of a packed order, as PDF"))
    slip.add_argument("order", metavar=words("ORDER"))
    slip.add_argument("-o", "--output", type=Path, required=True, metavar=words("FILE"))
    _keep_safe(commands, words)
    commands.add_parser("check", help=words("look after data, fonts, printer and versions"))
    return top


def _day(text: str) -> date:
    """As the shop's calendar has it; argparse names this function when ``text`` is no day."""
    return date.fromisoformat(text)


def _import(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    bring = commands.add_parser("import", help=words("bring orders in from a CSV file"))
    bring.add_argument("file", type=Path, metavar=words("FILE"))
    bring.add_argument(
        "--profile", metavar=words("NAME|FILE"), help=words("how to read the file's columns")
    )
    bring.add_argument(
        "--history-before",
        metavar=words("DATE"),
        type=_day,
        help=words("orders before this day (YYYY-MM-DD) are history, not work"),
    )
    bring.add_argument(
        "--skip-bad", action="store_true", help=words("leave bad rows out instead of refusing")
    )
    bring.add_argument("--json", action="store_true")


def _keep_safe(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    backup = commands.add_parser("backup", help=words("make a copy of the shop, and check it"))
    backup.add_argument(
        "--to",
        type=Path,
        metavar=words("FILE"),
        help=words("where to; without it, into the folder backups beside the shop"),
    )
    restore = commands.add_parser("restore", help=words("make the shop what a backup says"))
    restore.add_argument("file", type=Path, metavar=words("FILE"))
