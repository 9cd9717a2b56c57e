"""``packstation scanner --pdf FILE``: the page of samples a scanner is checked with."""

import argparse

from packstation.cli.saying import say
from packstation.cli.whole_file import write_whole
from packstation.slips.sample_sheet import draw_samples
from packstation.words.words import Words


def run(arguments: argparse.Namespace, words: Words) -> int:
    write_whole(arguments.pdf, draw_samples(arguments.media, words))
    say(words("Written to {file}", file=arguments.pdf))
    return 0
