"""What bringing products in says."""

import pytest

from packstation.domain.catalogue import (
    CatalogueSummary,
    CatalogueTally,
    CatalogueTooLong,
    CatalogueWarning,
    RowKind,
    WarningKind,
)
from packstation.domain.intake import NotAText, Stage
from packstation.places import resources
from packstation.words import catalogue_phrases, intake_phrases
from packstation.words.words import load

WORDS = load("en", resources())


@pytest.mark.parametrize("kind", WarningKind)
def test_every_warning_names_its_line_its_product_and_what_is_wrong(kind: WarningKind) -> None:
    said = catalogue_phrases.warning(CatalogueWarning(7, "SOAP", kind, "{x}%s", "TEA"), WORDS)
    assert said.startswith("Line 7, SOAP: ")
    assert "{x}%s" in said


@pytest.mark.parametrize("kind", RowKind)
def test_every_kind_of_row_is_counted_in_words(kind: RowKind) -> None:
    summary = CatalogueSummary(
        file_name="p.csv", profile="", lines={kind: 3}, products=CatalogueTally()
    )
    first, second = catalogue_phrases.summary(summary, WORDS)
    assert first == "3 lines in the file:"
    assert second.split()[0] == "3"


def test_an_import_of_products_says_so() -> None:
    assert catalogue_phrases.stage(Stage.WRITING, WORDS) == "Bringing the products in"
    assert catalogue_phrases.stage(Stage.READING, WORDS) == "Reading the file"


def test_a_file_that_is_none_of_products_is_explained() -> None:
    assert "JSON" in intake_phrases.reason(NotAText("x.json", "json"), WORDS)
    assert "100000" in intake_phrases.reason(CatalogueTooLong(100000), WORDS)
