"""Quantified lines: at least one, all, none, several, and how much of them."""

import pytest

from packstation.domain.lines import BoughtLine, asked_of_lines, wanted
from packstation.domain.operators import Op, Truth

CUPS = BoughtLine(
    sku="TAZ-002",
    quantity=3,
    category="Mesa",
    brand="Alfar",
    supplier="Levante",
    tags=("frágil",),
    price_cents=890,
    bought_before=True,
    new_category=False,
)
TEA = BoughtLine(sku="TE-100", quantity=1, category="té", price_cents=1200, tags=())
PLAIN = BoughtLine(sku="X-1", quantity=2)
"""Of this one the shop says nothing."""


def truth(op: Op, lines: tuple[BoughtLine, ...], *texts: str) -> Truth:
    return asked_of_lines(op, lines, wanted(texts))[1]


@pytest.mark.parametrize(
    "op, lines, texts, holds",
    [
        (Op.AT_LEAST_ONE_LINE, (CUPS, TEA), ("category=mesa",), True),
        (Op.AT_LEAST_ONE_LINE, (TEA,), ("category=mesa",), False),
        (Op.AT_LEAST_ONE_LINE, (TEA, PLAIN), ("category=mesa",), None),
        (Op.AT_LEAST_ONE_LINE, (), ("category=mesa",), False),
        (Op.ALL_LINES, (CUPS, TEA), ("category=mesa", "category=te"), True),
        (Op.ALL_LINES, (CUPS, TEA), ("category=mesa",), False),
        (Op.ALL_LINES, (CUPS, PLAIN), ("category=mesa",), None),
        (Op.ALL_LINES, (), ("category=mesa",), False),
        (Op.NO_LINE, (CUPS, TEA), ("sku=TET-001",), True),
        (Op.NO_LINE, (CUPS, TEA), ("sku=taz-002",), False),
        (Op.NO_LINE, (TEA, PLAIN), ("brand=Alfar",), None),
        (Op.NO_LINE, (), ("category=mesa",), True),
        (Op.AT_LEAST_N_LINES, (CUPS, TEA), ("quantity>=1", "n=2"), True),
        (Op.AT_LEAST_N_LINES, (CUPS, TEA), ("quantity>=2", "n=2"), False),
        (Op.AT_LEAST_N_LINES, (CUPS, TEA, PLAIN), ("price>=800", "n=3"), None),
        (Op.AT_LEAST_N_LINES, (CUPS, PLAIN), ("price>=800", "n=3"), False),
        (Op.QUANTITY_AT_LEAST, (CUPS, TEA), ("price<=1000", "n=3"), True),
        (Op.QUANTITY_AT_LEAST, (CUPS, TEA), ("price<=1000", "n=4"), False),
        (Op.QUANTITY_AT_LEAST, (CUPS, PLAIN), ("price<=1000", "n=5"), None),
        (Op.QUANTITY_AT_LEAST, (CUPS, PLAIN), ("price<=1000", "n=6"), False),
        (Op.QUANTITY_AT_MOST, (CUPS, TEA), ("tag=frágil", "n=3"), True),
        (Op.QUANTITY_AT_MOST, (CUPS, TEA), ("tag=fragil", "n=2"), False),
        (Op.QUANTITY_AT_MOST, (CUPS, PLAIN), ("tag=fragil", "n=4"), None),
        (Op.VALUE_AT_LEAST, (CUPS, TEA), ("category=mesa", "n=2670"), True),
        (Op.VALUE_AT_LEAST, (CUPS, TEA), ("category=mesa", "n=2671"), False),
        (Op.VALUE_AT_LEAST, (PLAIN,), ("sku=X-1", "n=1"), None),
        (Op.VALUE_AT_MOST, (CUPS, TEA), ("category=mesa", "n=2670"), True),
        (Op.VALUE_AT_MOST, (CUPS, TEA), ("supplier=levante", "n=100"), False),
        (Op.VALUE_AT_MOST, (CUPS, PLAIN), ("quantity>=2", "n=9999"), None),
        (Op.AT_LEAST_ONE_LINE, (CUPS,), ("bought_before=yes",), True),
        (Op.AT_LEAST_ONE_LINE, (CUPS,), ("bought_before=no",), False),
        (Op.AT_LEAST_ONE_LINE, (TEA,), ("bought_before=no",), None),
        (Op.AT_LEAST_ONE_LINE, (CUPS,), ("new_category=no",), True),
        (Op.AT_LEAST_ONE_LINE, (CUPS,), ("new_category=yes",), False),
        (Op.AT_LEAST_ONE_LINE, (TEA,), ("new_category=yes",), None),
        (Op.AT_LEAST_ONE_LINE, (CUPS, TEA), ("category=mesa", "quantity>=4"), False),
        (Op.AT_LEAST_ONE_LINE, (CUPS,), ("quantity>=3", "quantity<=3"), True),
    ],
)
def test_lines_are_asked(
    op: Op, lines: tuple[BoughtLine, ...], texts: tuple[str, ...], holds: Truth
) -> None:
    assert truth(op, lines, *texts) is holds
    assert truth(op, lines[::-1], *texts) is holds


@pytest.mark.parametrize(
    "op, found",
    [
        (Op.AT_LEAST_ONE_LINE, 1),
        (Op.ALL_LINES, 1),
        (Op.QUANTITY_AT_LEAST, 3),
        (Op.VALUE_AT_LEAST, 2670),
    ],
)
def test_what_was_found_is_lines_pieces_or_cents(op: Op, found: int) -> None:
    assert asked_of_lines(op, (CUPS, TEA), wanted(("category=mesa", "n=1")))[0] == found


def test_a_text_nobody_of_us_wrote_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="azul"):
        wanted(("azul",))
