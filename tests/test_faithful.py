"""What the shop says of its most faithful customers is what a count by hand says."""

import pytest

from tests.faithful import FAITHFUL, FILE, the_shop, told_by_the_shop
from tests.faithful_by_hand import stories


@pytest.mark.usefixtures("shared")
def test_rhythm_and_favourites_of_the_most_faithful_are_as_counted_by_hand() -> None:
    assert told_by_the_shop(the_shop()) == stories(FILE, FAITHFUL)
