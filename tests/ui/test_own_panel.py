"""Something of one's own: what may go in, what is left for it, and the way back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Packing
from packstation.domain.giving import Left
from packstation.domain.packing import Step
from packstation.domain.scans import AnswerTouch, Reply, Surprise
from packstation.domain.surprises import Offer, Offered
from packstation.domain.touches import Suggestion, TouchKind
from packstation.domain.why import Why
from packstation.ui.look import SMALL_BUTTON
from packstation.ui.number_keys import ALONE_MS
from packstation.ui.own_panel import MOST, OwnPanel
from packstation.ui.window import Window
from tests import making as made

ENGLISH = made.a_packer(language="en")
BENCH = made.a_bench(packer=ENGLISH, plan=())
POSTCARD = made.a_touch(
    key="postcard", kind=TouchKind.CARD, names=(("en", "Postcard"),), cost_cents=8
)
SOAP = made.a_touch(key="soap", names=(("en", "Soap"),), cost_cents=60)
BISCUITS = made.a_touch(key="biscuits", names=(("en", "Biscuits"),))
OFFERED = Offered(
    BENCH.order.id,
    Left(940, 19),
    (Offer(BISCUITS, Why.DIET), Offer(POSTCARD), Offer(SOAP)),
)
GIVEN = Answer(Reply.GIVEN, made.NOON, Suggestion(touch=POSTCARD, rule=""))


def at_work(window: Window, bench: Packing = BENCH) -> OwnPanel:
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    return window.screens.bench.panels.own


def with_offers(window: Window, offered: Offered = OFFERED) -> OwnPanel:
    panel = at_work(window)
    window.screens.bench.touches.foot.own.click()
    window.screens.show_offers(offered)
    return panel


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget(), key)


# ---- the way in


@pytest.mark.parametrize("plan", [(), made.a_plan()], ids=["none suggested", "some suggested"])
def test_the_key_0_asks_what_may_go_in(
    window: Window, qtbot: QtBot, plan: tuple[Suggestion, ...]
) -> None:
    panel = at_work(window, replace(BENCH, plan=plan))
    with qtbot.waitSignal(window.screens.offers_asked, timeout=4 * ALONE_MS) as asked:
        QTest.keyClick(window, Qt.Key.Key_0)
    assert asked.args is not None
    assert asked.args[0].order is BENCH.order
    assert panel.isVisible()


def test_its_key_is_seen_to_wait(window: Window) -> None:
    at_work(window)
    own = window.screens.bench.touches.foot.own
    QTest.keyClick(window, Qt.Key.Key_0)
    assert own.isDown()
    QTest.keyClick(window, Qt.Key.Key_1)
    assert not own.isDown()


def test_it_is_there_whenever_the_plan_is_known(window: Window) -> None:
    at_work(window)
    assert window.screens.bench.touches.foot.own.isVisible()
    at_work(window, replace(BENCH, plan=None))
    assert not window.screens.bench.touches.foot.own.isVisible()


# ---- what is offered


def test_what_may_go_in_has_a_key_and_what_may_not_says_why(window: Window) -> None:
    panel = with_offers(window)
    seen = [it for it in panel.choices if it.isVisible()]
    assert [it.accessibleName() for it in seen] == ["Postcard, €0.08", "Soap, €0.60"]
    assert min(it.height() for it in seen) >= SMALL_BUTTON
    assert panel.accessibleName() == (
        "Something of my own. €9.40 and 19 surprises left this month. Biscuits: noted: no nuts."
    )


def test_by_keys_alone_a_surprise_goes_in(window: Window, qtbot: QtBot) -> None:
    with_offers(window)
    with qtbot.waitSignal(window.wished) as wish:
        press(window, Qt.Key.Key_2)
    assert wish.args == [Surprise("soap")]


def test_a_key_that_nothing_has_does_nothing(window: Window, qtbot: QtBot) -> None:
    with_offers(window)
    with qtbot.assertNotEmitted(window.wished):
        press(window, Qt.Key.Key_3)


def test_where_nothing_may_go_in_it_says_so(window: Window) -> None:
    panel = with_offers(window, replace(OFFERED, offers=OFFERED.offers[:1]))
    assert "Nothing can be added to this parcel." in panel.accessibleName()


def test_no_more_than_there_are_number_keys(window: Window) -> None:
    many = tuple(Offer(replace(SOAP, key=f"soap {n}")) for n in range(MOST + 3))
    panel = with_offers(window, replace(OFFERED, offers=many))
    assert [it.isVisible() for it in panel.choices] == [True] * MOST


def test_offers_for_another_order_come_too_late(window: Window) -> None:
    panel = with_offers(window, replace(OFFERED, order_id=7))
    assert not any(it.isVisible() for it in panel.choices)


def test_a_refusal_stays_and_asks_anew(window: Window, qtbot: QtBot) -> None:
    panel = with_offers(window)
    refused = out.SurpriseRefused("Soap", Why.BUDGET, Left(0, 0), "EUR")
    with qtbot.waitSignal(window.screens.offers_asked):
        window.show_step(Step(BENCH, refused))
    assert panel.isVisible()


# ---- once it is in


def test_a_surprise_stands_among_the_touches_and_can_be_taken_back(
    window: Window, qtbot: QtBot
) -> None:
    panel = with_offers(window)
    bench = replace(BENCH, answers={"postcard": GIVEN})
    window.show_step(
        Step(bench, out.SurpriseAdded("postcard", "Postcard", Left(932, 18), "EUR"))
    )
    assert panel.isHidden()
    (card,) = (it for it in window.screens.bench.touches.cards if it.isVisible())
    assert card.accessibleName() == "1. Postcard. your own surprise. goes in"
    assert not card.give.isVisible()
    assert card.decline.isVisible()
    assert card.decline.label == "Take it out"
    with qtbot.waitSignal(window.wished) as wish:
        card.decline.click()
    assert wish.args == [AnswerTouch("postcard", Reply.NOT_TODAY)]


def test_what_was_taken_back_is_no_touch_of_this_parcel(window: Window) -> None:
    back = replace(GIVEN, reply=Reply.NOT_TODAY)
    at_work(window, replace(BENCH, answers={"postcard": back}))
    assert not any(it.isVisible() for it in window.screens.bench.touches.cards)


def test_a_rules_touch_that_is_in_has_no_way_back_but_undo(window: Window) -> None:
    plan = made.a_plan()
    given = {"box": Answer(Reply.GIVEN, made.NOON, plan[0])}
    at_work(window, replace(BENCH, plan=plan, answers=given))
    assert not window.screens.bench.touches.cards[0].decline.isVisible()
