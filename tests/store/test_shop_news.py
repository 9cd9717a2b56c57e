"""What the shop says of an order: when it takes the order's place, and when it waits beside."""

from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Executable, delete, event

from packstation.domain.noticed import Difference, Part
from packstation.store.rows import SearchWordRow
from packstation.store.shop_news import NEWS, arrive, forget, heed, news_of, take_place
from tests.store.told import ITS_LINES, SAID, Told

MADRID = ZoneInfo("Europe/Madrid")
LATER = "~other"
"""The source of a row that came later, and has nothing to do with news."""


# ---- it takes the order's place


@pytest.mark.parametrize("becomes", ["open", "shipped"])
def test_an_order_nobody_has_is_from_then_on_what_the_shop_says(
    told: Told, becomes: str
) -> None:
    new, later = told.say(becomes), told.say("held", source=LATER)
    heed(told.connection, 2)
    assert told.lines(later) == [*ITS_LINES]
    assert told.changed() == SAID | {"revision": 2} | (
        {} if becomes == "open" else {"state": becomes}
    )
    assert told.order()["arrives_as"] is None
    assert (told.lines(2), told.gone(new)) == ([*ITS_LINES], True)


def test_a_cancelled_order_keeps_its_lines_and_its_people(told: Told) -> None:
    new = told.say("cancelled")
    heed(told.connection, 2)
    assert told.changed() == {"content_hash": "another", "revision": 2, "state": "cancelled"}
    assert (told.lines(2), told.gone(new)) == (told.at_first[1], True)


def test_where_nothing_waits_there_is_nothing_to_heed(told: Told) -> None:
    heed(told.connection, 2)
    assert (told.changed(), told.lines(2)) == ({}, told.at_first[1])


@pytest.mark.parametrize("state", ["claimed", "packed", "shipped", "cancelled", "parked"])
def test_what_somebody_has_or_what_is_gone_stays_as_it_is(told: Told, state: str) -> None:
    new = told.say("open")
    told.stand(state=state)
    before = told.order()
    heed(told.connection, 2)
    assert told.order() == before
    assert (told.lines(2), told.lines(new)) == (told.at_first[1], [*ITS_LINES])


@pytest.mark.parametrize("state", ["claimed", "packed", "shipped", "cancelled"])
def test_a_cancellation_waits_too_while_somebody_has_the_order(told: Told, state: str) -> None:
    told.say("cancelled")
    told.stand(state=state)
    before = told.order()
    heed(told.connection, 2)
    assert told.order() == before


def test_what_is_put_aside_is_cancelled_at_once(told: Told) -> None:
    told.say("cancelled")
    told.stand(state="parked")
    heed(told.connection, 2)
    assert (told.order()["state"], told.waits) == ("cancelled", [])


@pytest.mark.parametrize("another", [1, 3, 4, 5])
def test_the_text_of_another_order_never_takes_its_place(told: Told, another: int) -> None:
    """4 and 5 wait beside the neighbours."""
    assert not take_place(told.connection, 2, another, "open")
    assert not take_place(told.connection, 2, another, "cancelled")
    assert (told.changed(), told.lines(2)) == ({}, told.at_first[1])


def test_it_is_found_by_its_new_names_and_by_its_old_ones_no_more(told: Told) -> None:
    told.connection.execute(
        delete(SearchWordRow).where(
            SearchWordRow.kind == "waiting", SearchWordRow.thing_id == 2
        )
    )
    told.say("open")
    heed(told.connection, 2)
    assert {"eva", "nueva", "luz", "girona"} <= told.words()


# ---- on hold


@pytest.mark.parametrize(
    "becomes, state, before, after",
    [
        ("held", "open", ("", ""), ("held", "unpaid", "")),
        ("held", "held", ("unpaid before", ""), ("held", "unpaid before", "")),
        ("held", "held", ("wet", "Joan"), ("held", "wet", "Joan")),
        ("open", "held", ("unpaid", ""), ("open", "", "")),
        ("open", "held", ("wet", "Joan"), ("held", "wet", "Joan")),
        ("shipped", "held", ("wet", "Joan"), ("shipped", "", "")),
        ("cancelled", "held", ("wet", "Joan"), ("cancelled", "wet", "Joan")),
    ],
)
def test_only_a_person_lets_go_on_what_a_person_holds(
    told: Told,
    becomes: str,
    state: str,
    before: tuple[str, str],
    after: tuple[str, str, str],
) -> None:
    told.say(becomes)
    told.stand(state=state, hold_reason=before[0], held_by=before[1])
    heed(told.connection, 2)
    now = told.order()
    assert (now["state"], now["hold_reason"], now["held_by"]) == after
    assert now["content_hash"] == "another"


def test_an_order_that_a_person_has_just_put_on_hold_does_not_go_on(told: Told) -> None:
    new = told.say("open")
    told.stand(state="held", held_by="Joan")
    assert not take_place(told.connection, 2, new, "open")
    assert told.order()["state"] == "held"


# ---- it waits beside the order


@pytest.mark.parametrize("digest", ["abc", "xyz"])
@pytest.mark.parametrize("state", ["claimed", "parked"])
@pytest.mark.parametrize("becomes", ["open", "held", "shipped", "cancelled"])
def test_what_comes_for_an_order_in_hand_waits_beside_it(
    told: Told, state: str, becomes: str, digest: str
) -> None:
    told.have_all(state, content_hash=digest)
    before = told.order()
    new, later = told.say(becomes, source="~change"), told.say("held", source=LATER)
    untouched = told.order(later)
    now_holds = state == "parked" and becomes == "cancelled"
    assert arrive(told.connection, 2, new, becomes) == now_holds
    assert told.order(later) == untouched
    if now_holds:
        return
    assert told.order() == before | {"arrives_as": becomes}
    assert told.waits == [new, later]
    beside = told.order(new)
    assert (beside["source"], beside["outside_id"], beside["import_id"]) == (NEWS, "2", None)
    assert (told.lines(2), told.lines(new)) == (told.at_first[1], [*ITS_LINES])


def test_only_the_newest_waits(told: Told) -> None:
    told.stand(state="claimed")
    first = told.say("open", source="~change")
    arrive(told.connection, 2, first, "open")
    second = told.say("cancelled", source="~change", content_hash="newer")
    arrive(told.connection, 2, second, "cancelled")
    assert (told.waits, told.order()["arrives_as"]) == ([second], "cancelled")
    assert told.order(second)["content_hash"] == "newer"


def test_what_the_shop_has_taken_back_is_no_news(told: Told) -> None:
    told.stand(state="claimed")
    first = told.say("open", source="~change")
    arrive(told.connection, 2, first, "open")
    same = told.say("open", source="~change", content_hash=told.order()["content_hash"])
    assert not arrive(told.connection, 2, same, "open")
    assert (told.order()["arrives_as"], told.waits, told.lines(same)) == (None, [], [])


@pytest.mark.parametrize("state", ["open", "held"])
def test_what_comes_for_an_order_that_waits_holds_at_once(told: Told, state: str) -> None:
    told.stand(state=state)
    new = told.say("open", source="~change")
    assert arrive(told.connection, 2, new, "open")
    assert (told.order()["pieces"], told.gone(new)) == (5, True)


@pytest.mark.parametrize("state", ["packed", "shipped", "cancelled"])
def test_of_an_order_that_is_gone_nothing_waits(told: Told, state: str) -> None:
    told.stand(state=state)
    before = told.order()
    new = told.say("open", source="~change")
    assert not arrive(told.connection, 2, new, "open")
    assert (told.order(), told.gone(new)) == (before, True)


def test_an_order_put_back_in_the_very_moment_is_not_left_with_its_old_text(told: Told) -> None:
    """On PostgreSQL a bench may do so between two statements of ours."""
    told.stand(state="claimed")
    new = told.say("open", source="~change")
    written: list[object] = []

    def a_bench_lets_go(_: object, statement: Executable, *__: object) -> None:
        written.extend([statement] if statement.is_update else [])
        if len(written) == 2:
            told.stand(state="open")

    event.listen(told.connection, "before_execute", a_bench_lets_go)
    assert arrive(told.connection, 2, new, "open")
    assert (told.order()["pieces"], told.gone(new)) == (5, True)


# ---- it is told, or past


@pytest.mark.parametrize("street", ["Avenida Real 9", "Plaza Mayor 3"])
def test_what_waits_is_told_part_by_part(told: Told, street: str) -> None:
    new = told.say("held")
    told.stand(state="claimed", address=[street, "28013 Madrid"])
    news = news_of(told.connection, 2, MADRID)
    assert news is not None
    assert (news.digest, news.state) == ("another", "held")
    said = {it.part: it for it in news.differences}
    assert said[Part.STATE] == Difference(Part.STATE, "open", "held")
    assert said[Part.ADDRESS] == Difference(
        Part.ADDRESS, f"{street}, 28013 Madrid", "Carrer Vell 1, 17001 Girona"
    )
    assert said[Part.NAME].after == "Eva Nueva"
    assert said[Part.LEAVES].after == "2026-11-20T16:00+01:00"
    assert news_of(told.connection, 2, MADRID, news) is news
    others = (
        ("newest", "held"),
        ("aaa", "held"),
        ("another", "open"),
        ("another", "cancelled"),
    )
    for digest, becomes in others:
        told.stand(new, content_hash=digest, arrives_as=becomes)
        newer = news_of(told.connection, 2, MADRID, news)
        assert newer is not None
        assert newer is not news


@pytest.mark.parametrize("becomes", ["held", "shipped"])
def test_that_it_does_not_wait_any_more_is_told_first(told: Told, becomes: str) -> None:
    told.say(becomes)
    news = news_of(told.connection, 2, MADRID)
    assert news is not None
    assert news.differences[0] == Difference(Part.STATE, "open", becomes)


def test_of_a_cancelled_order_nothing_else_is_told(told: Told) -> None:
    told.say("cancelled")
    news = news_of(told.connection, 2, MADRID)
    assert news is not None
    assert news.differences == (Difference(Part.STATE, "open", "cancelled"),)


def test_an_address_that_stays_is_not_told(told: Told) -> None:
    told.stand(address=SAID["address"])
    told.say("open")
    news = news_of(told.connection, 2, MADRID)
    assert news is not None
    assert not {Part.STATE, Part.ADDRESS} & {it.part for it in news.differences}


def test_where_nothing_waits_there_is_no_news(told: Told) -> None:
    assert news_of(told.connection, 2, MADRID) is None


def test_what_is_past_is_forgotten_with_its_lines(told: Told) -> None:
    new = told.say("open")
    told.stand(state="claimed")
    forget(told.connection, 2)
    assert (told.order()["arrives_as"], told.gone(new)) == (None, True)
    before = told.order()
    forget(told.connection, 2)
    assert told.order() == before
