"""What the shop says of the order in hand: heard, asked about, and never done by itself."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.asking import seals_by_itself
from packstation.domain.bench import AskBack, Free, InBox, Learning, Parked
from packstation.domain.entries import Released
from packstation.domain.noticed import Difference, News, Part
from packstation.domain.shop_news import differences
from tests.domain.days import (
    A_BIG_CUP,
    A_CUP,
    A_TEA,
    CARD,
    JOAN,
    MARTA,
    SEAL,
    UNDO,
    after,
    opened,
    packing,
    sealed,
)
from tests.making import CUP, NOON, POT, TEA, a_line, an_order

MADRID = ZoneInfo("Europe/Madrid")
OPEN = opened(a_line(CUP, 2), a_line(TEA))
ALL_IN = (*OPEN, A_CUP, A_CUP, A_TEA)
CANCELLED = News("7", "cancelled", (Difference(Part.STATE, "open", "cancelled"),))
FEWER = News("8", "open", (Difference(Part.LINES, "2", "1", "Taza de barro, pequeña"),))
SMALL = News("9", "open")
PUT_BACK = ev.PutBackScanned(NOON)
LEAVE = (PUT_BACK, ev.HoldScanned("falta", NOON), ev.ParkScanned("", "Joan", NOON))


def came(news: News | None) -> ev.NewsCame:
    return ev.NewsCame(news)


@pytest.mark.parametrize("news", [CANCELLED, FEWER])
def test_it_is_heard_and_nothing_in_the_box_changes(news: News) -> None:
    before = packing(*OPEN, A_CUP)
    step = after(*OPEN, A_CUP, came(news))
    assert step.outcome == out.ShopSays("1042", news)
    assert step.bench == replace(before, news=news)
    assert step.entries == ()


def test_what_is_no_news_any_more_is_forgotten() -> None:
    step = after(*OPEN, came(CANCELLED), came(None))
    assert (step.outcome, step.bench) == (out.NoNews("1042"), packing(*OPEN))


def test_a_code_that_is_being_learned_is_still_being_learned() -> None:
    unknown = ev.UnknownScanned("8412345678905", learns="8412345678905")
    asked = ev.LearnAsked(0, 1, allowed=True, at=NOON)
    bench = packing(*OPEN, unknown, asked, came(FEWER))
    assert bench.unclear == Learning("8412345678905", 0)


def test_undo_takes_back_a_piece_and_not_the_news() -> None:
    bench = packing(*OPEN, A_CUP, came(FEWER), UNDO)
    assert (bench.in_box, bench.news) == (0, FEWER)


def test_whoever_takes_the_bench_over_knows_it_too() -> None:
    bench = packing(*OPEN, came(FEWER), ev.LockScanned(NOON), ev.BadgeScanned(JOAN, NOON))
    assert (bench.packer, bench.news) == (JOAN, FEWER)


# ---- cancelled


@pytest.mark.parametrize("packed", [(), (A_CUP,), (A_CUP, A_CUP, A_TEA)])
def test_a_cancelled_order_is_not_sealed_however_often_one_asks(
    packed: tuple[ev.Event, ...],
) -> None:
    once = (*OPEN, *packed, came(CANCELLED), SEAL)
    for step in (after(*once), after(*once, SEAL)):
        assert (step.outcome, step.entries) == (out.ShopSays("1042", CANCELLED), ())
    assert packing(*once).asked is AskBack.CANCELLED


def test_the_question_before_a_cancelled_seal_is_taken_back() -> None:
    step = after(*ALL_IN, came(CANCELLED), SEAL, UNDO)
    assert step.outcome == out.Undone("")
    assert step.bench == packing(*ALL_IN, came(CANCELLED))


@pytest.mark.parametrize("leave", LEAVE)
def test_however_it_leaves_the_bench_it_is_cancelled_at_once(leave: ev.Event) -> None:
    step = after(*OPEN, A_CUP, came(CANCELLED), leave)
    assert (step.bench, step.outcome) == (Free(MARTA), out.IsCancelled("1042"))
    assert step.entries == (Released(an_order().id),)


@pytest.mark.parametrize(
    "leave, said",
    [
        (LEAVE[0], out.AskBeforePutBack("1042", 1)),
        (LEAVE[1], out.WasHeld("1042", "falta")),
        (LEAVE[2], out.WasParked("1042", "Joan")),
    ],
)
def test_what_is_only_changed_leaves_as_ever(leave: ev.Event, said: out.Outcome) -> None:
    assert after(*OPEN, A_CUP, came(FEWER), leave).outcome == said


@pytest.mark.parametrize(
    "state, leave, said",
    [
        ("shipped", LEAVE[0], out.WasSent("1042")),
        ("shipped", LEAVE[1], out.WasSent("1042")),
        ("shipped", LEAVE[2], out.WasParked("1042", "Joan")),
        ("held", LEAVE[0], out.WasHeld("1042", "")),
        ("held", LEAVE[1], out.WasHeld("1042", "falta")),
        ("open", LEAVE[0], out.WasPutBack("1042")),
    ],
)
def test_what_leaves_is_said_as_the_news_has_it(
    state: str, leave: ev.Event, said: out.Outcome
) -> None:
    assert after(*OPEN, came(News("9", state)), leave).outcome == said


# ---- changed


def test_before_the_seal_it_is_asked_once() -> None:
    asked = after(*ALL_IN, came(FEWER), SEAL)
    assert asked.outcome == out.AskBeforeSeal(0, (), news=FEWER)
    assert isinstance(after(*ALL_IN, came(FEWER), SEAL, SEAL).outcome, out.Sealed)


@pytest.mark.parametrize(
    "news, not_taken", [(FEWER, ("lines",)), (SMALL, ("other",)), (None, ())]
)
def test_the_record_keeps_what_was_not_taken_in(
    news: News | None, not_taken: tuple[str, ...]
) -> None:
    asked = () if news is None else (came(news), SEAL)
    assert sealed(*ALL_IN, *asked).core.not_taken == not_taken


def test_a_part_is_kept_once_however_many_lines_it_has() -> None:
    twice = replace(FEWER, differences=FEWER.differences * 2)
    assert sealed(*ALL_IN, came(twice), SEAL).core.not_taken == ("lines",)


def test_what_comes_after_the_question_is_asked_about_as_well() -> None:
    asked = (*ALL_IN, A_BIG_CUP, SEAL, came(FEWER))
    assert after(*asked, SEAL).outcome == out.AskBeforeSeal(1, (), news=FEWER)
    assert isinstance(after(*asked, SEAL, SEAL).outcome, out.Sealed)


def test_other_news_than_was_asked_about_is_asked_about_anew() -> None:
    asked = (*ALL_IN, came(FEWER), SEAL, came(SMALL), SEAL)
    assert after(*asked).outcome == out.AskBeforeSeal(0, (), news=SMALL)


def test_whether_to_empty_the_box_is_still_the_question() -> None:
    asked = (*OPEN, A_CUP, PUT_BACK, came(FEWER))
    assert packing(*asked).asked is AskBack.PUT_BACK
    assert after(*asked, PUT_BACK).outcome == out.WasPutBack("1042")


def test_nothing_is_sealed_by_itself_then() -> None:
    step = after(*OPEN, ev.PlanMade(an_order().id, ()), A_CUP, A_CUP, A_TEA)
    assert seals_by_itself(step.bench, step.outcome)
    told = replace(packing(*ALL_IN), plan=(), news=FEWER)
    assert not seals_by_itself(told, step.outcome)


def test_what_is_taken_in_is_no_news_any_more() -> None:
    bench = packing(*OPEN, A_CUP, came(FEWER), ev.OrderChanged(an_order(revision=2)))
    assert bench.news is None


def test_whoever_goes_on_is_told_with_the_counts() -> None:
    order = an_order(lines=(a_line(CUP, 2), a_line(TEA)))
    parked = Parked(box=InBox(counts=(1, 0)), revision=1, by="Marta", at=NOON)
    scanned = ev.OrderScanned(order, CARD, ev.Granted(), NOON, None, parked, FEWER)
    step = after(OPEN[0], scanned)
    assert isinstance(step.outcome, out.WentOn)
    assert (packing(OPEN[0], scanned).news, step.outcome.in_box) == (FEWER, 1)


# ---- what is another


BEFORE = an_order(lines=(a_line(CUP, 2), a_line(TEA, note="Ana")))


@pytest.mark.parametrize(
    "changes, found",
    [
        ({}, ()),
        ({"lines": (a_line(CUP), a_line(CUP), a_line(TEA, note="Ana"))}, ()),
        (
            {"lines": (a_line(CUP, 3), a_line(TEA, note="Ana"))},
            (Difference(Part.LINES, "2", "3", "Taza de barro, pequeña"),),
        ),
        (
            {"lines": (a_line(CUP, 2),)},
            (
                Difference(Part.LINES, "1", "0", "Té verde Sencha, 100 g"),
                Difference(Part.LINE_NOTES, "Ana", ""),
            ),
        ),
        (
            {"lines": (*BEFORE.lines, a_line(POT))},
            (Difference(Part.LINES, "0", "1", "Tetera de hierro, azul"),),
        ),
        (
            {"lines": (a_line(CUP, 2), a_line(TEA, note="Eva"))},
            (Difference(Part.LINE_NOTES, "Ana", "Eva"),),
        ),
        ({"recipient": "Eva"}, (Difference(Part.RECIPIENT, BEFORE.recipient, "Eva"),)),
        ({"customer_name": "Eva"}, (Difference(Part.NAME, BEFORE.customer_name, "Eva"),)),
        ({"message": "Hola"}, (Difference(Part.MESSAGE, BEFORE.message, "Hola"),)),
        ({"gift_message": "Hola"}, (Difference(Part.GIFT_MESSAGE, "", "Hola"),)),
        ({"carrier": "MRW"}, (Difference(Part.CARRIER, BEFORE.carrier, "MRW"),)),
        (
            {"flags": ("gift", "fragile")},
            (Difference(Part.FLAGS, ", ".join(BEFORE.flags), "gift, fragile"),),
        ),
        (
            {"leaves_at": NOON},
            (Difference(Part.LEAVES, "2026-11-22T14:00+01:00", "2026-11-22T13:08+01:00"),),
        ),
        (
            {"total_cents": 905},
            (Difference(Part.TOTAL, f"{BEFORE.total_cents / 100:.2f} EUR", "9.05 EUR"),),
        ),
    ],
)
def test_every_part_that_a_bench_sees_is_named(
    changes: dict[str, object], found: tuple[Difference, ...]
) -> None:
    now = replace(BEFORE, id=2, revision=1, **changes)  # type: ignore[arg-type] # replace checks the names
    assert tuple(differences(BEFORE, now, MADRID)) == found
