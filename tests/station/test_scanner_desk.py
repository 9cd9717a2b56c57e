"""Samples on paper and screen, and a bench that learns of its scanner."""

from pathlib import Path

import pytest

from packstation.devices.habits import ScannerHabits, Suffix
from packstation.domain.printer_choice import IN_FOLDER
from packstation.domain.scanner_check import (
    SAMPLES,
    RepairScanner,
    ScannerShown,
    ShapesShown,
)
from packstation.pressroom import Pressroom
from packstation.slips.press import SlipUndrawn
from packstation.station.scanner_desk import PaperOfBench, ScannerDesk

REPAIR = RepairScanner(prefix="*", gap_ms=60)


class Closed(Pressroom):
    def draw_samples(self, samples: str, language: str) -> bytes:
        raise SlipUndrawn(samples, language)


def _desk(kept: list[dict[str, str]], press: Pressroom | None = None) -> ScannerDesk:
    habits = ScannerHabits(suffix=Suffix.TAB)
    return ScannerDesk(press or Pressroom(), habits, kept.append)


def test_only_what_is_repaired_is_written() -> None:
    kept: list[dict[str, str]] = []
    desk = _desk(kept)

    told = desk.repair(REPAIR)

    assert kept == [{"prefix": "*", "gap_ms": "60"}]
    assert told == ScannerShown(suffix="tab", prefix="*", gap_ms=60, repaired=True)
    assert desk.look() == ScannerShown(suffix="tab", prefix="*", gap_ms=60)


def test_what_cannot_be_written_is_not_learned() -> None:
    def refuse(changes: dict[str, str]) -> None:
        raise OSError(changes)

    desk = ScannerDesk(Pressroom(), ScannerHabits(), refuse)

    with pytest.raises(OSError, match="gap_ms"):
        desk.repair(REPAIR)
    assert desk.look() == ScannerShown(suffix="enter", prefix="", gap_ms=35)


def test_every_sample_has_a_shape_for_the_screen() -> None:
    shown = _desk([]).shapes()

    assert [it.number for it in shown.shapes] == [it.number for it in SAMPLES]
    assert {letter for it in shown.shapes for row in it.rows for letter in row} == {"0", "1"}


@pytest.mark.parametrize("media", ["A4", "A5", "A6", "Letter"])
def test_the_sheet_comes_out_where_slips_do(media: str, tmp_path: Path) -> None:
    printed = _desk([]).print_samples(PaperOfBench(IN_FOLDER, media, tmp_path), "es")

    assert printed.in_folder
    assert not printed.trouble
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_sheet_that_cannot_be_drawn_is_said_not_to_have_come_out(tmp_path: Path) -> None:
    desk = _desk([], Closed())

    assert desk.print_samples(PaperOfBench(IN_FOLDER, "A5", tmp_path), "en").trouble
    assert desk.shapes() == ShapesShown(())
