"""Why a PIN will not do, in words."""

from gettext import NullTranslations

import pytest

from packstation.domain.new_pins import Unfit
from packstation.words.pin_phrases import why_unfit
from packstation.words.words import Words

ENGLISH = Words("en", NullTranslations())


@pytest.mark.parametrize("fault", Unfit)
@pytest.mark.parametrize("role", ["packer", "owner"])
def test_every_refusal_says_why(fault: Unfit, role: str) -> None:
    assert why_unfit(fault, role, ENGLISH).endswith(".")


def test_an_owner_is_told_why_six() -> None:
    assert "6" in why_unfit(Unfit.TOO_SHORT, "owner", ENGLISH)
    assert "4" in why_unfit(Unfit.TOO_SHORT, "packer", ENGLISH)
