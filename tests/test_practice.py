"""The practice parcel: the whole way to a signed slip, and the shop is what it was."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import gettempdir
from typing import Never

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from packstation.assemble import BenchParts, Opened
from packstation.bench_file import keep
from packstation.devices.printers import Folder, Submitted
from packstation.domain import outcomes as out
from packstation.domain.bench import Free
from packstation.domain.practice import Practice, practice_of
from packstation.domain.printer_choice import IN_FOLDER
from packstation.domain.scans import Scan
from packstation.domain.shop import Packer
from packstation.domain.trial import NO_BENCH
from packstation.places import resources
from packstation.practice import for_packer, open_practice
from packstation.settings import FILE
from packstation.station.code_papers import practice_texts
from packstation.station.station import Station
from packstation.store.base import Row
from packstation.words.words import Words, load
from tests.small_shop import NOW, PILAR, found_shop

WORDS = load("en", resources())


class Tray(Folder):
    """A printer with a name, whose paper lies in a folder."""

    name = "Zebra"

    def submit(self, pdf: bytes, title: str) -> Submitted:
        return super().submit(pdf, title)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    here = found_shop(tmp_path)
    yield here
    here.engine.dispose()


@pytest.fixture
def practice(opened: Opened) -> Practice:
    return practice_of(opened.shop, practice_texts(WORDS))


def practising(opened: Opened, tray: Path, words: Words = WORDS) -> BenchParts:
    with opened.read() as work:
        marta = next(it for it in work.people.everybody() if it.name == "Marta")
    return open_practice(opened, marta, Tray(tray), words, NOW)


def pack(parts: BenchParts, practice: Practice) -> list[out.Outcome]:
    codes = (
        practice.order,
        *(code for _, code, count in practice.pieces for _ in range(count)),
        practice.seal,
    )
    outcomes: list[out.Outcome] = []
    for second, code in enumerate(codes):
        now = NOW + timedelta(seconds=second)
        step = parts.receive(Scan(code, now))
        assert step is not None
        outcomes.append(step.outcome)
        parts.follow_up(now)
    return outcomes


def rows_of(opened: Opened) -> str:
    """Everything in the shop's database, row for row."""
    with opened.engine.connect() as connection:
        tables = {
            name: [list(row) for row in connection.execute(select(table))]
            for name, table in Row.metadata.tables.items()
        }
    return json.dumps(tables, default=repr, sort_keys=True)


def test_one_is_signed_in_and_the_whole_parcel_is_packed_and_signed(
    opened: Opened, practice: Practice, tmp_path: Path
) -> None:
    parts = practising(opened, tmp_path / "tray")
    assert isinstance(parts.resume(NOW), Free)
    opening, *_, sealed = pack(parts, practice)
    assert isinstance(opening, out.Opened)
    assert isinstance(sealed, out.Sealed)
    assert sealed.record.core.is_trial
    assert sealed.record.personal.packer_name == "Marta"
    assert parts.print_next(NOW)
    parts.close()
    (slip,) = (tmp_path / "tray").iterdir()
    text = PdfReader(slip).pages[0].extract_text()
    assert "Marta" in text
    assert NO_BENCH in text


def test_in_spanish_all_of_it_is_called_practice_in_spanish_and_its_codes_stay_plain(
    opened: Opened, practice: Practice, tmp_path: Path
) -> None:
    parts = practising(opened, tmp_path / "tray", load("es", resources()))
    *_, sealed = pack(parts, practice)  # from a sheet that was printed in English
    parts.print_next(NOW)
    parts.close()
    assert isinstance(sealed, out.Sealed)
    core = sealed.record.core
    assert core.is_trial
    assert (core.order_number, core.slip_number) == ("PRÁCTICA-1", "PRÁCTICA-26-000001")
    assert [it.sku for it in core.lines] == ["PRÁCTICA-1", "PRÁCTICA-2", "PRÁCTICA-3"]
    assert (core.order_code + core.slip_code).isascii()
    (slip,) = (tmp_path / "tray").iterdir()
    assert NO_BENCH not in PdfReader(slip).pages[0].extract_text()


def test_the_shop_is_row_for_row_and_byte_for_byte_what_it_was(
    opened: Opened, practice: Practice, tmp_path: Path
) -> None:
    rows = rows_of(opened)
    files = {
        it: it.read_bytes() for it in tmp_path.glob("packstation.db*") if "shm" not in it.name
    }
    parts = practising(opened, tmp_path / "tray")
    pack(parts, practice)
    parts.print_next(NOW)
    parts.keep_safe(NOW)
    parts.close()
    assert rows_of(opened) == rows
    assert {it: it.read_bytes() for it in files} == files
    assert not opened.settings.slips.exists()


def test_without_a_printer_its_slip_stays_out_of_the_shops_own(
    opened: Opened, practice: Practice
) -> None:
    with opened.read() as work:
        marta = next(it for it in work.people.everybody() if it.name == "Marta")
    parts = open_practice(opened, marta, Folder(opened.settings.slips), WORDS, NOW)
    pack(parts, practice)
    assert parts.print_next(NOW)
    parts.close()
    assert not opened.settings.slips.exists()


def test_leaving_in_the_middle_leaves_nothing(
    opened: Opened, practice: Practice, tmp_path: Path
) -> None:
    before = set(Path(gettempdir()).glob("packstation-practice-*"))
    parts = practising(opened, tmp_path / "tray")
    parts.receive(Scan(practice.order, NOW))
    parts.close()
    assert set(Path(gettempdir()).glob("packstation-practice-*")) == before


def test_what_a_killed_practice_left_goes_with_the_next_one(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    yesterday, today = (tmp_path / f"packstation-practice-{it}" for it in ("old", "new"))
    for folder, age in ((yesterday, timedelta(hours=25)), (today, timedelta(hours=1))):
        folder.mkdir()
        (folder / "practice.db").touch()
        os.utime(folder, times=((NOW - age).timestamp(),) * 2)
    practising(opened, tmp_path / "tray").close()
    assert (yesterday.exists(), today.exists()) == (False, True)


def test_it_prints_where_its_owner_has_just_chosen(opened: Opened, practice: Practice) -> None:
    keep(opened.settings.home / FILE, printer=IN_FOLDER, media="A6")
    before = replace(opened.settings, printer="A printer that was sold")
    parts = for_packer(replace(opened, settings=before), Packer(1, "Marta"))
    pack(parts, practice)
    assert parts.print_next(NOW)
    assert not parts.printing().failed
    parts.close()


def test_practice_that_cannot_begin_leaves_nothing(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(Path(gettempdir()).glob("packstation-practice-*"))
    monkeypatch.setattr(BenchParts, "receive", _on_a_full_disk)
    with pytest.raises(OSError, match="full"):
        practising(opened, opened.settings.home)
    assert set(Path(gettempdir()).glob("packstation-practice-*")) == before


def _on_a_full_disk(parts: BenchParts, given: Scan) -> Never:
    raise OSError(f"full: {parts.name}, {given}")


def test_a_practice_sheet_that_lies_about_opens_nothing_at_the_real_bench(
    opened: Opened, practice: Practice
) -> None:
    station = Station(opened.write, opened.shop, "2")
    station.resume()
    station.receive(Scan(PILAR, NOW))
    codes = (practice.order, *(code for _, code, _ in practice.pieces))
    steps = [station.receive(Scan(code, NOW)) for code in codes]
    assert all(it is not None and isinstance(it.outcome, out.UnknownCode) for it in steps)
