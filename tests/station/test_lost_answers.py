"""A commit was made and nobody heard so: it counts once, whoever asks and however often."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from packstation.domain import outcomes as out
from packstation.domain import scans
from packstation.domain.bench import Away, Packing
from packstation.domain.scans import Scan
from packstation.station.station import Station
from packstation.store.work import Work
from tests.small_shop import CUP, MARTA, POT, TEA, found_shop
from tests.station.killed import find, place
from tests.station.killing import BENCH, Living, at_of, opened_at
from tests.station.stories import OPERATIONS, WITH_NOTES, Own, inputs
from tests.station.test_faults import Faulty

AT_A_BENCH = [
    story
    for story in (*OPERATIONS, *WITH_NOTES)
    if not isinstance(inputs(story)[-1], Own) or story == "plan"
]
"""Those whose last input goes through the station."""


class Unheard(Work):
    """Its commit is made, and the answer to it lost on the way."""

    def commit(self) -> None:
        super().commit()
        raise ConnectionResetError


@pytest.mark.parametrize("story", AT_A_BENCH)
def test_a_commit_whose_answer_was_lost_is_no_failure(tmp_path: Path, story: str) -> None:
    faulty = Faulty(tmp_path, story)
    whole = faulty.once()
    place(tmp_path, faulty.shop)
    kinds = iter((Work,))  # the bench finds its place, then its line goes bad
    living = Living(faulty.opened)
    living.station = Station(
        lambda: next(kinds, Unheard)(faulty.opened.engine, BENCH), faulty.opened.shop, BENCH
    )
    living.station.resume()
    living.do(inputs(story)[-1], at_of(len(inputs(story)) - 1))
    faulty.opened.engine.dispose()
    assert find(tmp_path) == whole
    assert living.station.bench == whole.bench


class Unanswered(Work):
    """The commit is made, nobody hears so, and after that the database is gone for a while."""

    gone = False

    def __init__(self, engine: Engine, bench: str) -> None:
        super().__init__(engine, bench)
        if Unanswered.gone:
            Unanswered.gone = False
            self._connection.close()
            raise ConnectionResetError

    def commit(self) -> None:
        super().commit()
        Unanswered.gone = True
        raise ConnectionResetError


class Refused(Work):
    """Its commit is not made."""

    def commit(self) -> None:
        self._connection.invalidate()
        raise ConnectionResetError


class Gone(Work):
    """The database cannot even be opened."""

    def __init__(self, engine: Engine, bench: str) -> None:
        super().__init__(engine, bench)
        self._connection.close()
        raise ConnectionResetError


@pytest.mark.parametrize("story", [it for it in AT_A_BENCH if it != "plan"])
def test_what_failed_and_was_written_all_the_same_counts_once_when_done_again(
    tmp_path: Path, story: str
) -> None:
    """Neither commit nor look-up is answered, so whoever was told does the same once more."""
    faulty = Faulty(tmp_path, story)
    whole = faulty.once()
    place(tmp_path, faulty.shop)
    kinds = iter((Work, Unanswered, Unanswered))
    living = Living(faulty.opened)
    living.station = Station(
        lambda: next(kinds, Work)(faulty.opened.engine, BENCH), faulty.opened.shop, BENCH
    )
    before = living.station.resume()
    last, at = inputs(story)[-1], at_of(len(inputs(story)) - 1)
    with pytest.raises(ConnectionResetError):
        living.do(last, at)
    assert living.station.bench == before
    living.do(last, at)
    faulty.opened.engine.dispose()
    assert find(tmp_path) == whole
    assert living.station.bench == whole.bench


@pytest.fixture
def living(tmp_path: Path) -> Iterator[Living]:
    """Marta with two pieces of order 1042 in the box, and a bad line from her next scan on."""
    found_shop(tmp_path).engine.dispose()
    living = Living(opened_at(tmp_path))
    living.station.resume()
    for number, code in enumerate((MARTA, "1042", POT, CUP)):
        living.do(code, at_of(number))
    engine, kinds = living.opened.engine, iter((Work, Unanswered, Unanswered))
    living.station = Station(
        lambda: next(kinds, Work)(engine, BENCH), living.opened.shop, BENCH
    )
    living.station.resume()
    yield living
    living.opened.engine.dispose()


def counts(living: Living) -> tuple[int, ...]:
    bench = living.station.bench
    assert isinstance(bench, Packing)
    return bench.counts


def test_after_such_a_failure_another_scan_hears_first_that_it_was_written(
    living: Living,
) -> None:
    """Else the cup would be scanned once more after the tea, and go out as two."""
    with pytest.raises(ConnectionResetError):
        living.do(CUP, at_of(9))
    step = living.station.receive(Scan(TEA, at_of(10)))
    assert step is not None
    assert step.outcome == out.WasWritten()
    assert counts(living) == (2, 1, 0)
    living.do(TEA, at_of(11))
    living.do(CUP, at_of(12))
    assert counts(living) == (3, 1, 1)


def test_who_steps_away_after_such_a_failure_is_away(living: Living) -> None:
    with pytest.raises(ConnectionResetError):
        living.do(CUP, at_of(9))
    living.do(scans.Lock(), at_of(10))
    assert isinstance(living.station.bench, Away)


def test_what_failed_and_was_not_written_is_no_news(living: Living) -> None:
    """The commit is refused and the database gone for as long as two more tries."""
    engine = living.opened.engine
    kinds = iter((Work, Refused, Gone, Gone, Gone))
    living.station = Station(
        lambda: next(kinds, Work)(engine, BENCH), living.opened.shop, BENCH
    )
    living.station.resume()
    for number in range(3):
        with pytest.raises(ConnectionResetError):
            living.do(CUP, at_of(9 + number))
    living.do(TEA, at_of(12))
    living.do(CUP, at_of(13))
    assert counts(living) == (2, 1, 1)


def test_it_is_remembered_for_as_long_as_nothing_can_be_asked(living: Living) -> None:
    engine = living.opened.engine
    kinds = iter((Work, Unanswered, Unanswered, Gone, Gone))
    living.station = Station(
        lambda: next(kinds, Work)(engine, BENCH), living.opened.shop, BENCH
    )
    living.station.resume()
    for number in range(3):
        with pytest.raises(ConnectionResetError):
            living.do(CUP, at_of(9 + number))
    living.do(CUP, at_of(12))
    assert counts(living) == (2, 1, 0)


def test_the_same_piece_twice_after_such_a_failure_is_two_scans_of_two(living: Living) -> None:
    """The first repeats what failed, the second is another piece."""
    with pytest.raises(ConnectionResetError):
        living.do(CUP, at_of(9))
    living.do(CUP, at_of(10))
    living.do(CUP, at_of(11))
    assert counts(living) == (3, 1, 0)
