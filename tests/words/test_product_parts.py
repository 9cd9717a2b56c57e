"""What a file tells otherwise is read as a shopkeeper would write it."""

import pytest

from packstation.domain.catalogue import CatalogueSummary, CatalogueTally
from packstation.domain.noticed import Changed, Difference, Part
from packstation.places import resources
from packstation.words import catalogue_phrases, noticed_phrases, product_parts
from packstation.words.words import load

WORDS = load("en", resources())

OF_ORDERS = tuple(Part)[: tuple(Part).index(Part.PRODUCT)]
SAID = {
    Difference(Part.PRICE, "450", "123400"): "SOAP: price: “1,234.00” instead of “4.50”",
    Difference(Part.PACKABLE, "yes", "no"): "SOAP: is packed: “no” instead of “yes”",
    Difference(Part.POLICY, "each", "by_hand"): (
        "SOAP: checked: “by hand” instead of “each piece”"
    ),
    Difference(Part.PLACE, "", "A-3"): "SOAP: new: place “A-3”",
    Difference(Part.VARIANT, "small", ""): "SOAP: gone: variant “small”",
    Difference(Part.CODES, "", "8412345678905 (6)"): "SOAP: new: codes “8412345678905 (6)”",
    Difference(Part.POLICY, "each", "{x}"): "SOAP: checked: “{x}” instead of “each piece”",
    Difference(Part.LEAVES, "2026-11-22T17:00+01:00", "2026-11-23T09:30+01:00"): (
        "SOAP: when it leaves: “23 November 2026, 09:30” instead of “22 November 2026, 17:00”"
    ),
    Difference(Part.LEAVES, "", "soon"): "SOAP: new: when it leaves “soon”",
    Difference(Part.TOTAL, "9.90 EUR", "1204.50 EUR"): (
        "SOAP: total: “€1,204.50” instead of “€9.90”"
    ),
}


@pytest.mark.parametrize("difference, said", SAID.items(), ids=range(len(SAID)))
def test_a_difference_is_one_sentence(difference: Difference, said: str) -> None:
    assert noticed_phrases.change(Changed("SOAP", (difference,)), WORDS) == said


@pytest.mark.parametrize("part", [it for it in Part if it not in OF_ORDERS])
def test_every_part_of_a_product_has_a_name(part: Part) -> None:
    assert product_parts.part(part, WORDS)


def test_a_summary_names_what_changed() -> None:
    changed = Changed("SOAP", (Difference(Part.PLACE, "A-3", "B-1"),))
    summary = CatalogueSummary(
        file_name="p.csv",
        profile="",
        lines={},
        products=CatalogueTally(changed=1),
        changed=(changed,),
    )
    said = catalogue_phrases.summary(summary, WORDS)
    assert said[-2:] == ("What changed:", "  SOAP: place: “B-1” instead of “A-3”")
