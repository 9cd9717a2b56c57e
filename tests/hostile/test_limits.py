"""A limit in words no label can answer keeps everything edible out, however long it is."""

import pytest

from packstation.domain.diet import Diet, diet
from tests.hostile.rows import LIMIT, Hostile, own, rows
from tests.making import a_touch


@pytest.mark.parametrize("hostile", [*own(LIMIT), *rows(LIMIT)])
def test_no_sweets_go_to_somebody_whose_limit_is_not_understood(hostile: Hostile) -> None:
    assert diet(a_touch(edible=True, contains=()), (hostile.text,)) is Diet.AGAINST_A_LIMIT
