"""``packstation shop``: what the owner has chosen for all benches, and the way to choose."""

import argparse
from dataclasses import asdict, replace

from packstation.assemble import Opened
from packstation.cli.saying import say, say_json
from packstation.slips.sieve import unprintable
from packstation.words.letter_phrases import slips_leave_out
from packstation.words.words import Words

CHOICES = ("seal_by_itself", "learn_codes")
"""Of the fields of Shop: yes or no."""


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    shop = opened.shop
    asked = {name: getattr(arguments, name) for name in CHOICES}
    chosen = {name: answer == "yes" for name, answer in asked.items() if answer is not None}
    if chosen:
        with opened.write() as work:
            # Read again: another bench may have changed something else since.
            shop = replace(work.settings.shop() or shop, **chosen)
            work.settings.keep_shop(asdict(shop))
            work.commit()
    if arguments.json:
        told = {name: getattr(shop, name) for name in CHOICES}
        say_json({"name": shop.brand.name} | told)
        return 0
    say(
        shop.brand.name,
        _sealing(words, by_itself=shop.seal_by_itself),
        _learning(words, by_all=shop.learn_codes),
    )
    lost = slips_leave_out(unprintable(f"{shop.brand.name}\n{shop.brand.contact}"), words)
    if lost:
        say(lost)
    if chosen:
        say(words("A window that is open goes by it from its next start."))
    return 0


def _sealing(words: Words, *, by_itself: bool) -> str:
    if by_itself:
        return words("A parcel with nothing left to do is signed and printed by itself.")
    return words("Every parcel is signed and printed when somebody says so.")


def _learning(words: Words, *, by_all: bool) -> str:
    if by_all:
        return words("Everybody who packs may say what an unknown code is.")
    return words("Only an owner may say what an unknown code is.")
