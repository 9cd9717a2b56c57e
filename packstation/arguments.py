"""What may stand behind ``packstation`` on the command line."""

import argparse
import locale
import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from packstation.words.usage import said, said_of
from packstation.words.words import Words

BY_CTRL_C: Final = 130
"""The exit code of whoever was stopped by Ctrl-C, as shells have it."""
LANGUAGES: Final = ("es", "en")
DRAW_SLIPS: Final = "--draw-slips"
"""Alone on the command line: be the process slips are drawn in. Nobody types it."""


def wanted_language(argv: list[str]) -> str:
    """The language asked for with --language; empty when none was, or none of ours."""
    early = argparse.ArgumentParser(add_help=False)
    early.add_argument("--language", nargs="?", default="")
    wanted = str(early.parse_known_args(argv)[0].language)
    return wanted if wanted in LANGUAGES else ""


def system_language() -> str:
    """Es or en, as this computer speaks; empty when it does not say."""
    told = (os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, told), None) or locale.getlocale()[0] or ""
    here = name.casefold().partition(".")[0]
    if here in {"", "c", "posix"}:
        return ""
    return "es" if here.startswith(("es", "spanish")) else "en"


def spoken(chosen: str, shop: str = "") -> str:
    """The language of the window and of the command line alike.

    What was ``chosen`` for this bench, else the ``shop``'s. Before that is known what this
    computer speaks, and where it does not say, what most shops speak.
    """
    return chosen or shop or system_language() or "es"


def understand(given: Sequence[str], words: Words) -> argparse.Namespace:
    """As ``parser`` does, in the language of ``words`` also where argparse itself speaks."""
    spoken_to = vars(argparse)
    before = {name: spoken_to[name] for name in ("_", "ngettext")}
    # argparse looks its texts up in the system's language and has no other way to be told.
    spoken_to |= {"_": partial(said, words=words), "ngettext": partial(said_of, words=words)}
    try:
        return parser(words).parse_args(given)
    finally:
        spoken_to |= before


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
        "--language", choices=LANGUAGES, default="", help=words("the language on screen")
    )
    commands = top.add_subparsers(dest="command", metavar=words("COMMAND"))
    _import(commands, words)
    _codes(commands, words)
    waiting = commands.add_parser("waiting", help=words("the orders that wait"))
    waiting.add_argument("--json", action="store_true")
    show = commands.add_parser("show", help=words("everything about one order"))
    show.add_argument("order", metavar=words("ORDER"))
    show.add_argument("--json", action="store_true")
    _notes(commands, words)
    _picking(commands, words)
    _scanner(commands, words)
    _slips(commands, words)
    _shop(commands, words)
    _people(commands, words)
    _keep_safe(commands, words)
    commands.add_parser("check", help=words("look after data, fonts, printer and versions"))
    return top


def _codes(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    codes = commands.add_parser("codes", help=words("badges and commands as printable codes"))
    where = codes.add_mutually_exclusive_group(required=True)
    where.add_argument("--pdf", type=Path, metavar=words("FILE"))
    where.add_argument("--json", action="store_true")
    where.add_argument(
        "--learned", action="store_true", help=words("the codes that were learned at a bench")
    )
    where.add_argument(
        "--forget", metavar=words("CODE"), help=words("forget a code that was learned")
    )
    codes.add_argument(
        "--products",
        action="store_true",
        help=words("labels to stick on products that carry no code"),
    )
    codes.add_argument(
        "sku",
        nargs="*",
        metavar="SKU",
        help=words("labels for these products only"),
    )


def _notes(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    notes = commands.add_parser(
        "notes", help=words("the notes worth writing for the orders that wait, as PDF")
    )
    notes.add_argument("--pdf", type=Path, required=True, metavar=words("FILE"))
    notes.add_argument(
        "--most",
        type=_count(words),
        metavar=words("N"),
        help=words("no more than so many; without it, those of the next 60 orders"),
    )
    notes.add_argument(
        "--media",
        choices=("A4", "A5"),
        default="A4",
        help=words("the paper: A4, three notes to a page, or A5, two"),
    )


def _picking(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    picking = commands.add_parser(
        "picking", help=words("the sheets to fetch orders from their shelves by, as PDF")
    )
    picking.add_argument(
        "orders",
        nargs="*",
        metavar=words("ORDER"),
        help=words("these orders; without any, all that wait, the soonest to leave first"),
    )
    picking.add_argument("--pdf", type=Path, required=True, metavar=words("FILE"))
    picking.add_argument(
        "--cart",
        type=_count(words),
        metavar=words("N"),
        help=words("carts of so many slots, each with one list by place before its sheets"),
    )
    picking.add_argument(
        "--media", choices=("A4", "A5"), default="A4", help=words("the size of the paper")
    )


def _scanner(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    scanner = commands.add_parser(
        "scanner", help=words("a page of codes to check a scanner with, as PDF")
    )
    scanner.add_argument("--pdf", type=Path, required=True, metavar=words("FILE"))
    scanner.add_argument(
        "--media", choices=("A4", "A5"), default="A4", help=words("the size of the paper")
    )


def _count(words: Words) -> Callable[[str], int]:
    """A number from 1 on."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and int(text[:9]) > 0:
            return int(text[:9])
        raise argparse.ArgumentTypeError(words("{text} is not a number from 1 on", text=text))

    return read


def _slips(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    slip = commands.add_parser("slip", help=words("the slip of a packed order, as PDF"))
    slip.add_argument("order", metavar=words("ORDER"))
    slip.add_argument("-o", "--output", type=Path, required=True, metavar=words("FILE"))
    reprint = commands.add_parser("reprint", help=words("print the slip of an order again"))
    reprint.add_argument("order", metavar=words("ORDER"))
    reprint.add_argument(
        "--reason",
        required=True,
        metavar=words("REASON"),
        help=words("why: jammed, torn, lost, or your own words"),
    )


def _day(words: Words) -> Callable[[str], date]:
    """As the shop's calendar has it."""

    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            reason = words("{text} is no day such as 2026-11-22", text=text)
            raise argparse.ArgumentTypeError(reason) from error

    return read


def _import(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    bring = commands.add_parser(
        "import", help=words("bring orders or products in from a shop's file")
    )
    bring.add_argument("file", type=Path, metavar=words("FILE"))
    bring.add_argument(
        "--profile", metavar=words("NAME|FILE"), help=words("how to read the file's columns")
    )
    bring.add_argument(
        "--history-before",
        metavar=words("DATE"),
        type=_day(words),
        help=words("orders before this day (YYYY-MM-DD) are history, not work"),
    )
    bring.add_argument(
        "--skip-bad", action="store_true", help=words("leave bad rows out instead of refusing")
    )
    bring.add_argument("--json", action="store_true")


def _shop(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    shop = commands.add_parser("shop", help=words("what is chosen for all benches"))
    shop.add_argument(
        "--seal-by-itself",
        choices=("yes", "no"),
        help=words("sign and print as soon as nothing is left to do for a parcel"),
    )
    shop.add_argument(
        "--learn-codes",
        choices=("yes", "no"),
        help=words("whether everybody who packs may say what an unknown code is"),
    )
    shop.add_argument("--json", action="store_true")


def _people(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words
) -> None:
    people = commands.add_parser("people", help=words("who packs here"))
    people.add_argument("--json", action="store_true")
    changes = people.add_subparsers(dest="change", metavar=words("CHANGE"))
    add = changes.add_parser("add", help=words("somebody new; the first is the owner"))
    add.add_argument("--role", choices=("packer", "owner"), default="packer")
    add.add_argument(
        "--speaks",
        choices=LANGUAGES,
        default="",
        help=words("this person's language; without it, the shop's"),
    )
    pin = changes.add_parser("pin", help=words("a new PIN"))
    leave = changes.add_parser("leave", help=words("does not pack here any more"))
    back = changes.add_parser("back", help=words("packs here again"))
    for change in (add, pin, leave, back):
        change.add_argument("name", metavar=words("NAME"))
    for change in (add, pin):
        change.add_argument(
            "--no-pin", action="store_true", help=words("without a PIN: the name signs in")
        )


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
