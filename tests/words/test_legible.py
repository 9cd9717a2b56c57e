"""What a scanner or a file sent is read as it is, and never acts on the screen."""

import pytest

from packstation.words.legible import legible


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Iñaki O'Hara & <b>Søn</b>", "Iñaki O'Hara & <b>Søn</b>"),
        ("\u0641\u0627\u0637\u0645\u0629", "\u0641\u0627\u0637\u0645\u0629"),
        ("ORD-1001\u202e7102", "ORD-1001\\u202e7102"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("01084\x1d21", "01084\\x1d21"),
        ("a\x00\x7f\x9bb", "a\\x00\\x7f\\x9bb"),
        ("\N{SYMBOL FOR ESCAPE}[2J", "\\x1b[2J"),
        ("one\r\ntwo\tthree\u2028four", "one\ntwo three\nfour"),
    ],
)
def test_what_would_act_is_shown(text: str, shown: str) -> None:
    assert legible(text) == shown
