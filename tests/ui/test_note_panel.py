"""Facts first, then three drafts, then the one that is copied: by keys, finger and scanner."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Packing
from packstation.domain.drafts import Short
from packstation.domain.note_sheet import NoteSheet, chosen
from packstation.domain.orders import Opener
from packstation.domain.own_phrases import Place, Refusal
from packstation.domain.packing import Step
from packstation.domain.scans import AnswerTouch, KeepPhrase, Reply, Scan
from packstation.ui.button import Button
from packstation.ui.draft_card import ALL, HEAD, PAD, SMALLEST, type_at
from packstation.ui.lettering import Run, height_of
from packstation.ui.look import SMALL_BUTTON
from packstation.ui.note_panel import NotePanel
from packstation.ui.painted import unit_room
from packstation.ui.phrase_panel import PhrasePanel
from packstation.ui.window import Window
from tests import making as made
from tests.ui.noting import a_sheet

CODE = "K7QTCARD22Z"
ENGLISH = made.a_packer(language="en")
F4 = Qt.Key.Key_F4


def a_bench(**changes: object) -> Packing:
    """Lucía's note has a code on its card; whoever packs reads English."""
    box, note, sweets = made.a_plan()
    note = replace(note, touch=replace(note.touch, code=CODE))
    bench = made.a_bench(packer=ENGLISH, plan=(box, note, sweets))
    return replace(bench, **changes)  # type: ignore[arg-type] # replace checks the names


GERMAN = made.an_order(language="de")


def at_work(window: Window, bench: Packing) -> NotePanel:
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    return window.screens.bench.panels.note


def with_drafts(window: Window, bench: Packing) -> tuple[NotePanel, NoteSheet]:
    panel = at_work(window, bench)
    QTest.keyClick(window, F4)
    sheet = a_sheet(bench)
    window.screens.show_drafts(sheet)
    return panel, sheet


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget(), key)


def wished(qtbot: QtBot, window: Window, key: Qt.Key) -> object:
    with qtbot.waitSignal(window.wished) as wish:
        press(window, key)
    return wish.args[0] if wish.args else None


def tap_keys(phrase: PhrasePanel, text: str) -> None:
    for letter in text:
        (phrase.keys.space if letter == " " else phrase.keys.letters[letter]).click()


# ---- the way in


@pytest.mark.parametrize("way", ["key", "link", "card"])
def test_key_link_and_the_notes_own_words_lead_to_its_drafts(
    window: Window, qtbot: QtBot, way: str
) -> None:
    panel = at_work(window, a_bench())
    card = window.screens.bench.touches.cards[1]
    ways: dict[str, Callable[[], object]] = {
        "key": lambda: QTest.keyClick(window, F4),
        "link": card.drafts.click,
        "card": lambda: QTest.mouseClick(
            card, Qt.MouseButton.LeftButton, pos=card.rect().center()
        ),
    }
    with qtbot.waitSignal(window.screens.drafts_asked) as asked:
        ways[way]()
    assert asked.args == [1042, 0]
    assert panel.isVisible()


def test_a_note_that_is_written_or_not_suggested_has_no_drafts(window: Window) -> None:
    panel = at_work(window, a_bench(plan=made.a_plan()[:1]))
    QTest.keyClick(window, F4)
    assert panel.isHidden()


def test_only_a_note_that_waits_shows_the_way_in(window: Window) -> None:
    at_work(window, a_bench())
    cards = window.screens.bench.touches.cards
    assert [card.drafts.isVisible() for card in cards] == [False, True, False]
    at_work(window, a_bench(answers={"note": Answer(Reply.GIVEN, made.NOON)}))
    assert not any(card.drafts.isVisible() for card in cards)


# ---- what is shown


def test_the_facts_come_first_then_three_drafts_with_their_gloss(window: Window) -> None:
    panel, sheet = with_drafts(window, a_bench(order=GERMAN))
    said = [card.accessibleName() for card in panel.cards]
    assert "Taza de barro" in panel.accessibleName()
    assert all(it.text in name for it, name in zip(sheet.drafts, said, strict=True))
    assert all(it.gloss in name for it, name in zip(sheet.drafts, said, strict=True))
    assert all(f"{it.words} words" in name for it, name in zip(sheet.drafts, said, strict=True))


def test_only_whoever_does_not_write_the_language_may_just_sign(window: Window) -> None:
    panel, _ = with_drafts(window, a_bench(order=GERMAN))
    assert panel.sign.isVisible()
    panel, _ = with_drafts(window, a_bench(order=made.an_order(id=7, language="en")))
    assert not panel.sign.isVisible()


def test_whoever_else_opens_it_is_told_nothing_of_what_the_buyer_was_told(
    window: Window,
) -> None:
    panel, _ = with_drafts(window, a_bench())
    assert "gracias por volver" in panel.accessibleName()
    panel, _ = with_drafts(window, a_bench(order=made.an_order(id=7, opener=Opener.RECIPIENT)))
    assert "gracias por volver" not in panel.accessibleName()
    assert "whoever opens it" in panel.accessibleName()


def test_fewer_than_three_say_why(window: Window) -> None:
    panel, sheet = with_drafts(window, a_bench())
    window.screens.show_drafts(replace(sheet, drafts=sheet.drafts[:1], short=Short.POINTS))
    assert [card.isVisible() for card in panel.cards] == [True, False, False]
    assert "said within a year" in panel.accessibleName()


@pytest.mark.parametrize("language", ["ca", "de", "en", "es", "fr", "it", "pt"])
@pytest.mark.parametrize("another", range(4))
def test_no_draft_is_ever_cut(window: Window, language: str, another: int) -> None:
    card = made.a_customer_card(called="María de los Ángeles")
    bench = a_bench(order=made.an_order(language=language), card=card)
    panel, _ = with_drafts(window, bench)
    sheet = a_sheet(bench, another)
    window.screens.show_drafts(sheet)
    room = unit_room(panel.cards[0])
    high = room.height() - HEAD - PAD - PAD / 2
    texts = [Run(it.text, type_at(SMALLEST)) for it in sheet.drafts]
    assert max(height_of((it,), room.width() - 2 * PAD, ALL) for it in texts) <= high


def test_everything_one_can_press_is_large_enough_for_a_finger(window: Window) -> None:
    panel, _ = with_drafts(window, a_bench(order=GERMAN))
    seen = [it for it in panel.findChildren(Button) if it.isVisible()]
    assert len(seen) == 8
    assert min(it.height() for it in seen) >= SMALL_BUTTON
    link = window.screens.bench.touches.cards[1].drafts
    assert link.height() >= SMALL_BUTTON


# ---- copied, and told


def test_by_keys_alone_the_second_draft_is_chosen_and_written(
    window: Window, qtbot: QtBot
) -> None:
    panel, sheet = with_drafts(window, a_bench())
    press(window, Qt.Key.Key_2)
    assert not any(card.isVisible() for card in panel.cards)
    wish = wished(qtbot, window, Qt.Key.Key_Return)
    assert wish == AnswerTouch("note", Reply.GIVEN, chosen(sheet.drafts[1]))


def test_a_draft_can_be_put_back_and_others_be_asked_for(window: Window, qtbot: QtBot) -> None:
    panel, _ = with_drafts(window, a_bench())
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Backspace)
    assert panel.answer is None
    with qtbot.waitSignal(window.screens.drafts_asked) as asked:
        press(window, Qt.Key.Key_4)
    assert asked.args == [1042, 1]


@pytest.mark.parametrize("keys", [(Qt.Key.Key_5, Qt.Key.Key_Return), (Qt.Key.Key_7,)])
def test_ones_own_words_and_a_bare_signature_are_no_draft(
    window: Window, qtbot: QtBot, keys: tuple[Qt.Key, ...]
) -> None:
    with_drafts(window, a_bench(order=GERMAN))
    for key in keys[:-1]:
        press(window, key)
    assert wished(qtbot, window, keys[-1]) == AnswerTouch("note", Reply.GIVEN)


def test_the_code_on_the_card_says_that_the_chosen_draft_is_written(
    window: Window, qtbot: QtBot
) -> None:
    _, sheet = with_drafts(window, a_bench())
    with qtbot.waitSignal(window.expected) as expected:
        press(window, Qt.Key.Key_3)
    (wish_of,) = expected.args or [None]
    assert wish_of is not None
    written = AnswerTouch("note", Reply.GIVEN, chosen(sheet.drafts[2]))
    assert wish_of(Scan(CODE.lower(), made.NOON)) == written
    assert wish_of(Scan("8412345678905", made.NOON)) is None


def test_a_piece_takes_the_drafts_away_and_leaves_the_choice(
    window: Window, qtbot: QtBot
) -> None:
    bench = a_bench()
    panel, sheet = with_drafts(window, bench)
    press(window, Qt.Key.Key_1)
    window.show_step(Step(bench, out.PieceOk(bench.order.lines[1], 1)))
    assert panel.isHidden()
    assert window.screens.bench.order.isVisible()
    with qtbot.waitSignal(window.wished) as wish:
        window.screens.bench.touches.cards[1].give.click()
    assert wish.args == [AnswerTouch("note", Reply.GIVEN, chosen(sheet.drafts[0]))]


def test_another_order_knows_nothing_of_the_choice(window: Window, qtbot: QtBot) -> None:
    panel, _ = with_drafts(window, a_bench())
    press(window, Qt.Key.Key_1)
    with qtbot.waitSignal(window.expected) as expected:
        at_work(window, a_bench(order=made.an_order(id=7)))
    assert expected.args == [None]
    assert panel.answer is None


def test_drafts_of_another_order_come_too_late(window: Window) -> None:
    panel = at_work(window, a_bench())
    QTest.keyClick(window, F4)
    window.screens.show_drafts(a_sheet(a_bench(order=made.an_order(id=7))))
    assert panel.sheet is None


# ---- a phrase of one's own


def test_a_phrase_is_kept_with_its_place_its_language_and_what_it_tells(
    window: Window, qtbot: QtBot
) -> None:
    with_drafts(window, a_bench(order=GERMAN))
    press(window, Qt.Key.Key_6)
    phrase = window.screens.bench.panels.phrase
    phrase.places[1].click()
    phrase.points[1].click()
    phrase.field.setText("We thought of you")
    phrase.languages[1].click()
    wish = wished(qtbot, window, Qt.Key.Key_Return)
    assert wish == KeepPhrase(
        place=Place.POINT, language="en", text="We thought of you", key="favourite"
    )


def test_keys_on_the_screen_write_as_one_writes_by_hand(window: Window) -> None:
    with_drafts(window, a_bench())
    press(window, Qt.Key.Key_6)
    phrase = window.screens.bench.panels.phrase
    phrase.unfold()
    tap_keys(phrase, "HOY. A")
    assert phrase.field.text() == "Hoy. A"


def test_a_refusal_is_said_and_the_words_stay(window: Window) -> None:
    bench = a_bench()
    with_drafts(window, bench)
    press(window, Qt.Key.Key_6)
    phrase = window.screens.bench.panels.phrase
    phrase.field.setText("{")
    window.show_step(Step(bench, out.PhraseRefused(Refusal.NOT_PLAIN, Place.OPENING)))
    assert phrase.isVisible()
    assert phrase.field.text() == "{"
    assert "plain words" in phrase.accessibleName()


def test_a_kept_phrase_leads_back_to_drafts_that_are_asked_for_anew(
    window: Window, qtbot: QtBot
) -> None:
    bench = a_bench()
    panel, _ = with_drafts(window, bench)
    press(window, Qt.Key.Key_6)
    with qtbot.waitSignal(window.screens.drafts_asked):
        window.show_step(Step(bench, out.PhraseJoins(Place.OPENING)))
    assert panel.isVisible()
