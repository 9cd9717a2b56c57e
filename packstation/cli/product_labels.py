"""``packstation codes --products``: labels for things that carry no code, as PDF."""

import argparse
import sys
from dataclasses import asdict

from packstation.assemble import Opened
from packstation.cli.saying import say, say_json
from packstation.domain.product_labels import ProductsUnknown
from packstation.slips.product_labels import draw_labels
from packstation.station.product_labels import ProductLabels
from packstation.words.words import Words


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    """0 when the labels are written, also when no product needs one; 1 for unknown SKUs."""
    try:
        paper = ProductLabels(opened.write, opened.shop).of(arguments.sku, words.language)
    except ProductsUnknown as unknown:
        skus = ", ".join(unknown.skus)
        say(words("There is no product {skus}", skus=skus), on=sys.stderr)
        return 1
    count = len(paper.labels)
    if arguments.json:
        say_json({"products": [asdict(it) for it in paper.labels]})
    elif count:
        arguments.pdf.write_bytes(draw_labels(paper, words))
        told = words.n("{n} label", "{n} labels", count)
        say(words("{labels}, written to {file}", labels=told, file=arguments.pdf))
    else:
        say(words("Every product carries a code already. No label was written."))
    return 0
