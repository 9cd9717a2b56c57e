"""The slip in every language it speaks."""

from datetime import UTC, datetime

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from packstation.places import resources
from tests.making import a_record
from tests.slips.reading import lines_of, slip_of, text_of
from tests.slips.records import packed_lines

LANGUAGES = ("es", "ca", "fr", "de", "it", "pt")
KEYWORDS = {"words": None, "n": (1, 2), "p": ((1, "c"), 2)}


@pytest.mark.parametrize(
    "language, greeting",
    [
        ("en", "Lucía, I packed this parcel for you."),
        ("es", "Lucía, este paquete lo he preparado yo."),
        ("ca", "Lucía, aquest paquet l\u2019he preparat jo."),
        ("fr", "Lucía, ce colis, c\u2019est moi qui l\u2019ai préparé."),
        ("de", "Lucía, dieses Paket habe ich gepackt."),
        ("it", "Lucía, questo pacco l\u2019ho preparato io."),
        ("pt", "Lucía, fui eu que preparei esta encomenda."),
    ],
)
def test_the_packer_speaks_the_customers_language(language: str, greeting: str) -> None:
    assert greeting in lines_of(a_record(language=language))


@pytest.mark.parametrize(
    "language, tally",
    [
        ("en", "5 of 5 pieces, checked one by one."),
        ("es", "5 de 5 piezas, comprobadas una a una."),
        ("ca", "5 de 5 peces, comprovades una a una."),
        ("fr", "5 articles sur 5, vérifiés un par un."),
        ("de", "5 von 5 Stück, einzeln geprüft."),
        ("it", "5 pezzi su 5, controllati uno per uno."),
        ("pt", "5 de 5 peças, verificadas uma a uma."),
    ],
)
def test_the_tally_is_told_in_the_customers_language(language: str, tally: str) -> None:
    assert tally in lines_of(a_record(language=language))


@pytest.mark.parametrize(
    "language, tally",
    [
        ("en", "1 of 1 piece, checked."),
        ("es", "1 de 1 pieza, comprobada."),
        ("ca", "1 de 1 peça, comprovada."),
        ("fr", "1 article sur 1, vérifié."),
        ("de", "1 von 1 Stück, geprüft."),
        ("it", "1 pezzo su 1, controllato."),
        ("pt", "1 de 1 peça, verificada."),
    ],
)
def test_one_piece_is_not_several(language: str, tally: str) -> None:
    assert tally in lines_of(a_record(language=language, lines=packed_lines(1)))


@pytest.mark.parametrize(
    "language, day",
    [
        ("en", "1 October 2026"),
        ("es", "1 de octubre de 2026"),
        ("ca", "1 d\u2019octubre de 2026"),
        ("fr", "1er octobre 2026"),
        ("de", "1. Oktober 2026"),
        ("it", "1º ottobre 2026"),
        ("pt", "1 de outubro de 2026"),
    ],
)
def test_a_date_is_written_as_one_writes_it_there(language: str, day: str) -> None:
    sealed_at = datetime(2026, 10, 1, 9, tzinfo=UTC)
    assert day in lines_of(a_record(language=language, sealed_at=sealed_at))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_slip_has_its_translation(language: str) -> None:
    source = resources().parent / "packstation" / "words" / "slip_phrases.py"
    said = {text for _, text, *_ in extract_from_file("python", source, KEYWORDS)}
    path = resources() / "locale" / language / "LC_MESSAGES" / "slip.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    told = {(m.context, m.id) if m.context else m.id for m in catalogue if m.id and m.string}
    assert len(said) > 30
    assert len(told) == len(said)
    assert not [str(error) for message in catalogue for error in message.check(catalogue)]


def test_an_unknown_language_gets_english() -> None:
    assert "Packed by" in text_of(slip_of(a_record(language="xx")))
