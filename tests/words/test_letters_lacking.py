"""What the slip cannot show is named by where it stands, not by letters no screen shows."""

import gettext

import pytest

from packstation.words.letters_lacking import where_they_are
from packstation.words.words import Words
from tests.making import a_bench, a_line, a_packer, a_product, an_order

WORDS = Words("en", gettext.NullTranslations())
BENCH = a_bench(
    order=an_order(
        gift_message="¡Muchas\n felicidades 𓃠 para Lucía y los suyos!",
        recipient="ᓚᘏᗢ",
        customer_name="花 Lucía",
        lines=(a_line(a_product(name="茶", variant="100 g"), kit="花の箱"),),
    ),
    packer=a_packer(name="森"),
    counts=(0,),
)


@pytest.mark.parametrize(
    "text, place",
    [
        ("…Muchas felicidades 𓃠 para Lucía…", "gift message “…Muchas felicidades para Lucía…”"),
        ("ᓚᘏᗢ", "recipient"),
        ("花 Lucía", "customer's name “Lucía”"),
        ("森", "your name"),
        ("茶 100 g", "name of a piece “100 g”"),
        ("花の箱", "name of a piece"),
        ("LOT 陈", "LOT"),
        ("陈", "陈"),
    ],
)
def test_a_text_is_called_by_its_place(text: str, place: str) -> None:
    assert where_they_are((text,), BENCH, WORDS) == (place,)


def test_no_place_is_named_twice() -> None:
    assert where_they_are(("茶", "花の箱"), BENCH, WORDS) == ("name of a piece",)
