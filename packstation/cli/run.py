"""Run one command and answer its exit code."""

import argparse
import os
import sys

from packstation.arguments import spoken
from packstation.assemble import Opened, open_shop
from packstation.cli import (
    backups,
    bring_in,
    checkup,
    codes,
    learned,
    notes,
    orders,
    people,
    picking,
    product_labels,
    reprint,
    scanner,
    shop,
)
from packstation.cli.saying import say
from packstation.cli.trouble import KNOWN, explain
from packstation.places import resources
from packstation.settings import BenchSettings
from packstation.words.words import Words, load


def run_command(arguments: argparse.Namespace, settings: BenchSettings) -> int:
    """0 when it went well; 1 with one line of reason on stderr for what a person can cause."""
    words = load(spoken(settings.language), resources())
    try:
        if arguments.command == "restore":
            return backups.bring_back(arguments, settings, words)
        opened = open_shop(settings)
        words = load(spoken(settings.language, opened.shop.language), resources())
        try:
            code = _run(arguments, opened, words)
        finally:
            opened.engine.dispose()  # nobody waits for a file that this program has left
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our lines has had enough, as with `packstation waiting | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KNOWN as error:
        say(explain(error, words), on=sys.stderr)
        return 1
    return code


def _run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    match arguments.command:
        case "import":
            return bring_in.run(arguments, opened, words)
        case "codes" if arguments.learned or arguments.forget is not None:
            return learned.run(arguments, opened, words)
        case "codes" if arguments.products or arguments.sku:
            return product_labels.run(arguments, opened, words)
        case "codes":
            return codes.run(arguments, opened, words)
        case "waiting":
            return orders.waiting(opened, words, as_json=arguments.json)
        case "show":
            return orders.show(arguments.order, opened, words, as_json=arguments.json)
        case "notes":
            return notes.run(arguments, opened, words)
        case "picking":
            return picking.run(arguments, opened, words)
        case "scanner":
            return scanner.run(arguments, words)
        case "slip":
            return orders.slip(arguments.order, arguments.output, opened, words)
        case "reprint":
            return reprint.run(arguments, opened, words)
        case "shop":
            return shop.run(arguments, opened, words)
        case "people":
            return people.run(arguments, opened, words)
        case "backup":
            return backups.backup(arguments, opened, words)
        case _:
            return checkup.run(opened, words)
