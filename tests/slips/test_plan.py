"""How the lines of an order are shared out over pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from packstation.slips.plan import INK, MOST_INK, PADDINGS, Rooms, arrange

ROOMS = Rooms(first=380, later=440, closing=130)


@given(rows=some.lists(some.sampled_from([11.2, 22.4]), max_size=120))
def test_every_row_is_on_one_page_and_the_signature_has_room(rows: list[float]) -> None:
    plan = arrange(tuple(rows), ROOMS)
    ends = [last for _, last in plan.breaks]
    assert [first for first, _ in plan.breaks] == [0, *ends[:-1]]
    assert ends[-1] == len(rows)
    assert min(INK) <= plan.ink <= MOST_INK


@pytest.mark.parametrize(
    "rows, padding, breaks",
    [
        (3, PADDINGS[0], ((0, 3),)),
        (8, PADDINGS[1], ((0, 8),)),
        (12, PADDINGS[2], ((0, 12),)),
        (16, PADDINGS[0], ((0, 14), (14, 16))),
    ],
)
def test_the_more_rows_the_closer_they_stand(
    rows: int, padding: float, breaks: tuple[tuple[int, int], ...]
) -> None:
    plan = arrange((11.2,) * rows, ROOMS)
    assert (plan.padding, plan.breaks) == (padding, breaks)
