"""``packstation shop``: what the owner has chosen for all benches, and the way to choose."""

import argparse
from dataclasses import asdict, replace

from packstation.assemble import Opened
from packstation.cli.saying import say, say_json
from packstation.words.words import Words


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    shop, chosen = opened.shop, arguments.seal_by_itself
    if chosen is not None:
        with opened.write() as work:
            # Read again: another bench may have changed something else since.
            shop = replace(work.settings.shop() or shop, seal_by_itself=chosen == "yes")
            work.settings.keep_shop(asdict(shop))
            work.commit()
    if arguments.json:
        say_json({"name": shop.brand.name, "seal_by_itself": shop.seal_by_itself})
        return 0
    say(shop.brand.name, _sealing(words, by_itself=shop.seal_by_itself))
    if chosen is not None:
        say(words("A window that is open goes by it from its next start."))
    return 0


def _sealing(words: Words, *, by_itself: bool) -> str:
    if by_itself:
        return words("A parcel with nothing left to do is signed and printed by itself.")
    return words("Every parcel is signed and printed when somebody says so.")
