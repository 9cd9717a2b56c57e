"""Why nothing was brought in is told in words a shop has, and with what to do."""

import pytest

from packstation.domain.intake import NoPlainFile, Reason, Refusal
from packstation.domain.shop_told import PictureFault
from packstation.places import resources
from packstation.words.intake_phrases import reason, refusal
from packstation.words.office_phrases import why_shop_stays
from packstation.words.signature_phrases import why_no_signature
from packstation.words.words import load

ENGLISH = load("en", resources())
NO_FILE = "a folder, or nothing that can be read as a file"


@pytest.mark.parametrize(
    "said",
    [
        reason(NoPlainFile("orders.csv"), ENGLISH),
        why_shop_stays(PictureFault.NO_FILE, ENGLISH),
        why_no_signature(PictureFault.NO_FILE, ENGLISH),
    ],
)
def test_what_is_no_file_is_told_without_words_of_computers(said: str) -> None:
    assert NO_FILE in said


def test_pieces_of_several_codes_are_refused_with_what_to_do() -> None:
    refused = Refusal(2, "pieces per case", "6", Reason.UNITS_OF_SEVERAL)
    assert refusal(refused, ENGLISH) == (
        "Line 2, pieces per case “6”: which of this row's barcodes stands for so many? "
        "Give each a row of its own"
    )
