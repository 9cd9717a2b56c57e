"""Who has told no name is called nothing: neither "Guest" nor a gap."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.orders import Search
from packstation.domain.packing import Step
from packstation.ui.ink import Ink
from packstation.ui.lettering import LEFT, Align, Run
from packstation.ui.window import Window
from tests import making as made
from tests.slips.records import of_person

FREE = Free(made.a_packer(language="en"))


def _parcel(window: Window) -> None:
    record = of_person(made.a_record(), customer_name="", recipient="")
    window.show_step(Step(FREE, out.SlipShown(made.a_parcel(record))))


def _waiting(window: Window) -> None:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    waiting = made.a_waiting("1043", customer_name="", language="en", pieces=2)
    window.show_overview(made.an_overview(waiting=(waiting,)))


def _hits(window: Window) -> None:
    window.show_step(Step(FREE, out.SignedIn("Marta")))
    window.screens.free.seek.click()
    window.screens.free.panels.search.field.setText("104")
    hits = (
        made.a_hit("1043", customer_name="", place="41001 Sevilla", pieces=2),
        made.a_hit("1044", id=1044, customer_name="", place="", pieces=3),
    )
    window.show_search(Search("104", hits))


@pytest.mark.parametrize(
    "shown, says",
    [
        (_parcel, {"Order 1042", "Slip 2-26-000417"}),
        (_waiting, {"2 pieces"}),
        (_hits, {"2 pieces · 41001 Sevilla", "3 pieces"}),
    ],
)
def test_nobody_is_called_nobody(
    window: Window,
    monkeypatch: pytest.MonkeyPatch,
    shown: Callable[[Window], None],
    says: set[str],
) -> None:
    written: set[str] = set()
    write = Ink.write

    def listen(
        ink: Ink, box: QRectF, *runs: Run, lines: int = 1, align: Align = LEFT
    ) -> QRectF:
        written.add("".join(run.text for run in runs))
        return write(ink, box, *runs, lines=lines, align=align)

    monkeypatch.setattr(Ink, "write", listen)
    shown(window)
    window.grab()
    QApplication.processEvents()  # the rows come a turn later
    window.grab()
    assert says <= written
    assert [it for it in written if "Guest" in it or it == "For"] == []
