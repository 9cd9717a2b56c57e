"""Codes as drawn: a scanner reads what was meant, whatever was meant."""

import pypdfium2
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as some

from packstation.domain.codes import ALPHABET
from packstation.slips.codes import DOT, bar_module, bars, squares
from packstation.slips.sheet import Sheet


def _read(path: str, corner: tuple[float, float], scale: tuple[float, float]) -> list[str]:
    sheet = Sheet((300, 120), "codes", "en")
    sheet.fill(corner, scale, path)
    page = pypdfium2.PdfDocument(sheet.finish())[0]
    image = page.render(scale=203 / 72).to_pil().convert("1").convert("L")
    return [code.text for code in zxingcpp.read_barcodes(image)]


@settings(max_examples=60)
@given(code=some.text(ALPHABET, min_size=6, max_size=18))
def test_any_code_of_ours_is_read_back_from_its_bars(code: str) -> None:
    modules, path = bars(code)
    module = bar_module(modules, 250, 2)
    assert _read(path, (25, 90), (module, 40)) == [code]


@settings(max_examples=60)
@given(
    parcel=some.from_regex(r"[1-9]-[0-9]{2}-[0-9]{6}", fullmatch=True),
    proof=some.text(ALPHABET, min_size=4, max_size=16),
)
def test_any_link_of_ours_is_read_back_from_its_square(parcel: str, proof: str) -> None:
    link = f"https://casaazul.example/p/{parcel}?p={proof}"
    symbol = squares(link, 66)
    assert symbol is not None
    _, module, path = symbol
    assert _read(path, (60, 100), (module, module)) == [link]


def test_a_module_is_a_whole_number_of_dots() -> None:
    assert bar_module(100, 250, 9) == 7 * DOT
    assert bar_module(100, 250, 2) == 2 * DOT


def test_a_link_that_no_camera_could_read_from_so_small_a_square_has_none() -> None:
    assert squares("https://casaazul.example/" + "x" * 300, 66) is None
    assert squares("x" * 5000, 66) is None


def test_a_square_is_not_its_own_mirror_image() -> None:
    symbol = squares("https://casaazul.example/", 66)
    assert symbol is not None
    side, _, path = symbol
    assert f"{side - 7} {side - 1} 7 1 re" in path  # a corner mark above on the right
    assert f"{side - 7} 0 7 1 re" not in path  # and none below
