"""Three-valued logic and every operator, each with a yes, a no and a not known."""

import pytest

from packstation.domain.operators import (
    LINE_OPS,
    OPS,
    RELATIVE_OPS,
    VALUE_OPS,
    Op,
    Truth,
    all_of,
    any_of,
    fold,
    holds,
    negated,
    says,
)
from packstation.domain.touches import Got


@pytest.mark.parametrize(
    "one, other, both, either",
    [
        (True, True, True, True),
        (True, None, None, True),
        (True, False, False, True),
        (None, None, None, None),
        (None, False, False, None),
        (False, False, False, False),
    ],
)
def test_not_known_is_neither_yes_nor_no(
    one: Truth, other: Truth, both: Truth, either: Truth
) -> None:
    assert (all_of([one, other]), all_of([other, one])) == (both, both)
    assert (any_of([one, other]), any_of([other, one])) == (either, either)


def test_nothing_asked_is_all_true_and_none_of_it() -> None:
    assert (all_of([]), any_of([])) == (True, False)


def test_the_opposite_of_not_known_is_not_known() -> None:
    truths: tuple[Truth, ...] = (True, False, None)
    assert [negated(truth) for truth in truths] == [False, True, None]


CASES: list[tuple[Op, Got, Got, bool]] = [
    (Op.IS, 5, 5, True),
    (Op.IS, 6, 5, False),
    (Op.IS, "es", "ES", True),
    (Op.IS_NOT, 6, 5, True),
    (Op.IS_NOT, "Web", "web", False),
    (Op.AT_LEAST, 5, 5, True),
    (Op.AT_LEAST, 4, 5, False),
    (Op.MORE_THAN, 6, 5, True),
    (Op.MORE_THAN, 5, 5, False),
    (Op.AT_MOST, 5, 5, True),
    (Op.AT_MOST, 6, 5, False),
    (Op.LESS_THAN, 4, 5, True),
    (Op.LESS_THAN, 5, 5, False),
    (Op.BETWEEN, 2, (2, 4), True),
    (Op.BETWEEN, 4, (2, 4), True),
    (Op.BETWEEN, 5, (2, 4), False),
    (Op.EVERY_NTH, 10, 5, True),
    (Op.EVERY_NTH, 11, 5, False),
    (Op.EVERY_NTH, 0, 5, False),
    (Op.IS_ONE_OF, 3, (1, 3), True),
    (Op.IS_ONE_OF, "fr", ("es", "FR"), True),
    (Op.IS_ONE_OF, 2, (1, 3), False),
    (Op.IS_NONE_OF, "de", ("es", "fr"), True),
    (Op.IS_NONE_OF, "es", ("es", "fr"), False),
    (Op.YES, True, None, True),
    (Op.YES, False, None, False),
    (Op.NO, False, None, True),
    (Op.NO, True, None, False),
    (Op.INCLUDES_ANY, ("té", "mesa"), ("TE", "luz"), True),
    (Op.INCLUDES_ANY, (), ("te",), False),
    (Op.INCLUDES_ALL, ("té", "mesa"), ("te", "mesa"), True),
    (Op.INCLUDES_ALL, ("té",), ("te", "mesa"), False),
    (Op.INCLUDES_ALL, (), ("te",), False),
    (Op.INCLUDES_NONE, (), ("te",), True),
    (Op.INCLUDES_NONE, ("té",), ("te",), False),
    (Op.COUNT_AT_LEAST, ("a", "b"), 2, True),
    (Op.COUNT_AT_LEAST, ("té", "TE"), 2, False),
    (Op.IS_EMPTY, (), None, True),
    (Op.IS_EMPTY, " \n", None, True),
    (Op.IS_EMPTY, ("a",), None, False),
    (Op.CONTAINS_ANY_WORD, "¡Es un REGALO!", ("regalo",), True),
    (Op.CONTAINS_ANY_WORD, "Feliz cumpleaños, mamá", ("cumpleanos",), True),
    (Op.CONTAINS_ANY_WORD, "regalos", ("regalo",), False),
    (Op.CONTAINS_ANY_WORD, "sin factura, por favor", ("por favor",), True),
    (Op.CONTAINS_ANY_WORD, "favor por", ("por favor",), False),
    (Op.DOES_NOT_CONTAIN, "gracias", ("regalo",), True),
    (Op.DOES_NOT_CONTAIN, "un regalo", ("regalo",), False),
    (Op.BETWEEN, "12-31", ("12-20", "01-06"), True),
    (Op.BETWEEN, "01-06", ("12-20", "01-06"), True),
    (Op.BETWEEN, "01-07", ("12-20", "01-06"), False),
    (Op.BETWEEN, "12-24", ("12-20", "12-24"), True),
    (Op.ON, "2026-12-24", "2026-12-24", True),
    (Op.ON, "2026-12-25", "2026-12-24", False),
    (Op.BEFORE, "2026-12-23", "2026-12-24", True),
    (Op.BEFORE, "2026-12-24", "2026-12-24", False),
    (Op.AFTER, "2027-01-01", "2026-12-24", True),
    (Op.AFTER, "2026-12-24", "2026-12-24", False),
    (Op.SAME_DAY_AS, "2019-12-24", "12-24", True),
    (Op.SAME_DAY_AS, "2019-12-25", "12-24", False),
    (Op.IS_KNOWN, 0, None, True),
    (Op.IS_KNOWN, None, None, False),
    (Op.IS_NOT_KNOWN, None, None, True),
    (Op.IS_NOT_KNOWN, "", None, False),
]


@pytest.mark.parametrize("op, got, want, truth", CASES)
def test_an_operator_holds_or_does_not(op: Op, got: Got, want: Got, truth: bool) -> None:  # noqa: FBT001 (pytest hands over by name)
    assert holds(op, got, want) is truth


@pytest.mark.parametrize("op", sorted({*Op} - {Op.IS_KNOWN, Op.IS_NOT_KNOWN}))
def test_no_operator_is_sure_of_what_is_not_known(op: Op) -> None:
    assert holds(op, None, 1) is None


def test_every_operator_has_its_cases_and_belongs_to_a_type() -> None:
    elsewhere = {*LINE_OPS, *VALUE_OPS, *RELATIVE_OPS}  # test_lines.py, test_answers.py
    assert {op for op, *_ in CASES} == {*Op} - elsewhere
    assert {op for ops in OPS.values() for op in ops} == {*Op}


@pytest.mark.parametrize("written", ["  Té ", "TÉ", "te\u0301"])
def test_case_accents_and_outer_space_do_not_matter(written: str) -> None:
    assert fold(written) == "te"


def test_a_phrase_without_a_word_is_said_nowhere() -> None:
    assert not says("¡hola!", "¡!")
