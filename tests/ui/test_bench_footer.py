"""What the footer says: whole in every state; a long name keeps both ends, the rest is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.giving import Left
from packstation.domain.orders import Detail
from packstation.domain.packing import Step
from packstation.domain.scans import Problem
from packstation.domain.why import Why
from packstation.places import resources
from packstation.ui.bench_footer import LINES, Said, fitted
from packstation.ui.lettering import MIDDLE, Laid, Run, lay
from packstation.ui.look import FOOTER, HEIGHT, WIDTH
from packstation.ui.window import Window
from packstation.words.words import Words, load
from tests import making as made
from tests.states import State, states

_WORK = {name: state for name, state in states() if name.startswith("bench-")}
LONG_NAMED = {
    name: _WORK.pop(name)
    for name in ("bench-learned-too-large", "bench-asks-once-more-pack-long")
}
LONG = made.a_product(id=9, name=made.LONG_PRODUCT, variant="azul cobalto con filo de oro")
SISTER = made.a_product(id=10, name=made.LONG_PRODUCT, variant="verde botella mate")
LINE = made.a_line(LONG, 12)
CLEAR = 8.0
"""Units that stay free above and below, taken together."""
TOUCH = f"Postal de {made.LONG_PRODUCT}"
SAID: list[out.Outcome] = [
    out.Opened(made.an_order(), None, LINE),
    out.PieceOk(LINE, 5),
    out.LineDone(LINE),
    out.OneTooMany(LINE),
    out.CountRefused(LINE, 20, 10),
    out.ScanIt(LINE),
    out.AsksDetail(LINE, Detail.EXPIRY),
    out.ProblemNoted(LINE, Problem.WRONG_STOCK, 12),
    out.Substituted(LINE, SISTER, 12),
    out.AsksOnceMore(LINE, 12),
    out.Learned(line=LINE, units=24, left=5, counted=False),
    out.Learned(line=LINE, units=12, left=0, counted=True),
    out.SurpriseAdded("postal", TOUCH, Left(12_345, 19)),
    out.SurpriseRefused(TOUCH, Why.FOOD_LABEL, Left(12_345, 19)),
    out.TouchNotPlanned(TOUCH),
    out.Undone(LONG.full_name, stays_known=True),
    out.Resumed(made.LONG_NAME, f"{made.LONG_NAME} II"),
    out.WentOn(made.an_order(), None, 12, made.LONG_NAME),
]


@pytest.fixture(params=["es", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    return load(request.param, resources())


@pytest.fixture
def window(words: Words, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """At 1366 by 768, in the words of our catalogues."""
    here = Window(lambda _: words, tmp_path, lambda: made.NOON)
    qtbot.addWidget(here)
    here.resize(WIDTH, HEIGHT)
    here.show()
    yield here
    here.close()


@pytest.fixture
def shown(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[Step]:
    """All that the window is told from now on."""
    steps: list[Step] = []
    show = window.show_step

    def note(step: Step) -> None:
        steps.append(step)
        show(step)

    monkeypatch.setattr(window, "show_step", note)
    return steps


@pytest.mark.parametrize("state", _WORK.values(), ids=_WORK.keys())
def test_in_every_state_it_is_said_whole(
    state: State, window: Window, words: Words, shown: list[Step]
) -> None:
    state(window, words.language)
    laid = _laid(_said(shown[-1], words), window)
    assert "…" not in laid.text
    assert laid.height < FOOTER - CLEAR


@pytest.mark.parametrize("state", LONG_NAMED.values(), ids=LONG_NAMED.keys())
def test_in_no_state_a_long_name_costs_the_rest(
    state: State, window: Window, words: Words, shown: list[Step]
) -> None:
    state(window, words.language)
    runs = _said(shown[-1], words)
    assert _lost(runs, _laid(runs, window)) == []


@pytest.mark.parametrize("outcome", SAID, ids=lambda it: type(it).__name__)
def test_a_long_name_loses_its_middle_and_the_rest_nothing(
    outcome: out.Outcome, window: Window, words: Words
) -> None:
    _WORK["bench-counting"](window, words.language)
    runs = Said.of(outcome, made.a_bench(), words).runs
    laid = _laid(runs, window)
    assert _lost(runs, laid) == []
    assert laid.height < FOOTER - CLEAR


def test_the_count_stays_behind_a_name_of_any_length(window: Window, words: Words) -> None:
    _WORK["bench-counting"](window, words.language)
    endless = made.a_line(made.a_product(name=f"{made.LONG_PRODUCT} " * 3), 12)
    runs = Said.of(out.PieceOk(endless, 5), made.a_bench(), words).runs
    assert _laid(runs, window).text.endswith(
        words("{piece}: {done} of {all}", piece="", done=7, all=12)
    )


def _said(step: Step, words: Words) -> tuple[Run, ...]:
    assert isinstance(step.bench, Packing)
    return Said.of(step.outcome, step.bench, words).runs


def _laid(runs: tuple[Run, ...], window: Window) -> Laid:
    width = window.screens.bench.footer.words_box.width()
    return lay(fitted(runs, width), width, LINES, MIDDLE)


def _lost(runs: tuple[Run, ...], laid: Laid) -> list[str]:
    """What is not a name, and not there in full."""
    return [run.text for run in runs if not run.folds and run.text not in laid.text]
