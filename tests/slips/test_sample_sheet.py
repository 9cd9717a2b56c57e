"""The page of samples a scanner is checked with."""

import pytest

from packstation.domain.scanner_check import GS, SAMPLES
from packstation.places import resources
from packstation.slips.sample_sheet import MEDIA, draw_samples
from packstation.slips.samples import shape
from packstation.words.words import load
from tests.slips.reading import codes_of, pages_of, text_of

# As the reading library writes them: GS1 fields in brackets, GS as a word, UPC-A with its 0.
READ = {
    6: "(01)09501101530003(10)LOT7(21)SER42",
    5: "0036000291452",
    8: SAMPLES[7].text.replace(GS, "<GS>"),
}


def _sheet(media: str, language: str = "en") -> bytes:
    return draw_samples(media, load(language, resources()))


@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize("dots", [203, 300])
def test_every_sample_is_read_from_paper(media: str, dots: int) -> None:
    read = {text for _, text in codes_of(_sheet(media), dots)}

    assert read == {READ.get(it.number, it.text) for it in SAMPLES}


@pytest.mark.parametrize("media", MEDIA)
def test_each_has_its_text_beneath_on_one_page(media: str) -> None:
    text = text_of(_sheet(media))

    assert [it.number for it in SAMPLES if it.shown not in text] == []
    assert len(pages_of(_sheet(media))) == 1


def test_the_same_bytes_each_time() -> None:
    assert _sheet("A4") == _sheet("A4")


def test_bars_have_one_row_and_squares_as_many_as_columns() -> None:
    sides = [(len(it.rows), len(it.rows[0])) for it in map(shape, SAMPLES)]

    assert [high for high, _ in sides[:6]] == [1] * 6
    assert all(high == wide for high, wide in sides[6:])
