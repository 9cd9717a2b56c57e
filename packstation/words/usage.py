"""What argparse says of its own accord, in our words: it has no catalogues itself.

Its texts are looked up when they are needed, so their %-signs are filled in by argparse.
"""

from typing import Final

from packstation.words.words import Words, later

SAID: Final = frozenset(
    (
        later("usage: "),
        later("positional arguments"),
        later("options"),
        later("show this help message and exit"),
        later("%(prog)s: error: %(message)s\n"),
        later("argument %(argument_name)s: %(message)s"),
        later("the following arguments are required: %s"),
        later("one of the arguments %s is required"),
        later("unrecognized arguments: %s"),
        later("not allowed with argument %s"),
        later("ignored explicit argument %r"),
        later("expected one argument"),
        later("expected at most one argument"),
        later("expected at least one argument"),
        later("unexpected option string: %s"),
        later("ambiguous option: %(option)s could match %(matches)s"),
        later("invalid %(type)s value: %(value)r"),
        later("invalid choice: %(value)r (choose from %(choices)s)"),
        later(
            "invalid choice: %(value)r, maybe you meant %(suggestion)r?"
            " (choose from %(choices)s)"
        ),
        later("unknown parser %(parser_name)r (choices: %(choices)s)"),
    )
)
"""What someone who types a command can come to read; the rest is for programmers."""


def said(text: str, words: Words) -> str:
    return words(text) if text in SAID else text


def said_of(one: str, many: str, count: int, words: Words) -> str:
    """The same where argparse counts; it fills the number in."""
    if one == "expected %s argument":
        return words.n("expected %s argument", "expected %s arguments", count)
    return one if count == 1 else many
