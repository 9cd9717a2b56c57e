"""What came in is said whole: what is new, and what has changed."""

import pytest

from packstation.domain.catalogue import CatalogueSummary, CatalogueTally
from packstation.domain.intake import OrderTally, Summary
from packstation.domain.noticed import Doubt, Warned
from packstation.places import resources
from packstation.words.brought_phrases import came, comes_next
from packstation.words.noticed_phrases import warning
from packstation.words.words import load

ENGLISH, SPANISH = (load(language, resources()) for language in ("en", "es"))


@pytest.mark.parametrize(
    "new, changed, said",
    [
        (24, 3, "24 orders are in. 3 orders were changed."),
        (1, 0, "1 order is in."),
        (0, 1, "1 order was changed."),
        (0, 0, "Nothing new in this file."),
    ],
)
def test_new_and_changed_orders_are_both_said(new: int, changed: int, said: str) -> None:
    tally = OrderTally(new=new, changed=changed)
    summary = Summary(file_name="orders.csv", profile="shopify", lines={}, orders=tally)
    assert came(summary, ENGLISH) == said


@pytest.mark.parametrize(
    "new, said",
    [
        (2, "The orders come next: choose their file."),
        (0, ""),
    ],
)
def test_after_a_shops_first_products_its_orders_are_asked_for(new: int, said: str) -> None:
    tally = CatalogueTally(new=new)
    summary = CatalogueSummary(
        file_name="products.csv", profile="shopify", lines={}, products=tally
    )
    assert comes_next(summary, ENGLISH) == said


@pytest.mark.parametrize(
    "text, said", [("9.90 EUR", "9,90 €"), ("1204.50 SEK", "1.204,50 SEK"), ("12,00", "12,00")]
)
def test_an_amount_is_written_as_its_reader_writes_it(text: str, said: str) -> None:
    assert said in warning(Warned("#1003", Doubt.REFUND_UNCLEAR, text), SPANISH)
