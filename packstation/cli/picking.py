"""``packstation picking``: sheets for the shelves, and a list for a cart of several orders."""

import argparse
import sys
from datetime import UTC, datetime

from packstation.assemble import Opened
from packstation.cli.saying import say
from packstation.cli.whole_file import write_whole
from packstation.domain.picking import PaperPicking
from packstation.slips.picking_sheet import draw_picking
from packstation.station.picking import PickingDesk
from packstation.words.picking_phrases import not_fetched, on_cart_of
from packstation.words.words import Words


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    """All that were named, or nothing: a cart that lacks one misleads whoever pushes it."""
    shop, desk = opened.shop, PickingDesk(opened.write, opened.read, opened.shop)
    ids, refused = desk.named(arguments.orders) if arguments.orders else (desk.waiting(), ())
    if refused:
        say(*(not_fetched(it.name, it.state, words) for it in refused), on=sys.stderr)
        say(words("Nothing was printed."), on=sys.stderr)
        return 1
    if not ids:
        say(words("No order waits. Nothing was printed."))
        return 0
    papers = PaperPicking(
        sheets=desk.sheets(ids, datetime.now(UTC)),
        slots=arguments.cart or 0,
        shop=shop.brand.name,
        zone=shop.brand.zone,
        language=words.language,
        media=arguments.media,
    )
    write_whole(arguments.pdf, draw_picking(papers, words))
    say(on_cart_of(papers, words), words("Written to {file}", file=arguments.pdf))
    return 0
