"""The scanner's errands from the office's door to the bench's own file, and the command."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from packstation.arguments import parser
from packstation.assemble import Opened
from packstation.cli import scanner
from packstation.domain import first_hour as hour
from packstation.domain.scanner_check import (
    SAMPLES,
    LookAtScanner,
    PrintSamples,
    RepairScanner,
    SamplesPrinted,
    ScannerShown,
    ShapesShown,
)
from packstation.domain.shop import Packer
from packstation.domain.shop_told import PictureFault
from packstation.domain.signature_photo import PhotoRefused, TraceSignature
from packstation.office import Office
from packstation.places import resources
from packstation.settings import FILE, read_settings
from packstation.words.words import load
from tests.slips.reading import text_of
from tests.small_shop import NOW, found_shop
from tests.test_office import the_office

PILAR = Packer(3, "Pilar", role="owner")
ENGLISH = load("en", resources())


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    here = found_shop(tmp_path)
    yield here
    here.engine.dispose()


@pytest.fixture
def office(opened: Opened) -> Office:
    it = the_office(opened)
    _told(it, hour.EnterOffice("3690"))
    return it


def _told(office: Office, errand: object) -> list[object]:
    return list(office.answer(errand, PILAR, NOW))


def test_the_page_is_told_what_this_bench_knows_and_what_to_show(office: Office) -> None:
    known, shapes = _told(office, LookAtScanner())

    assert known == ScannerShown(suffix="enter", prefix="", gap_ms=35)
    assert isinstance(shapes, ShapesShown)
    assert len(shapes.shapes) == len(SAMPLES)


def test_a_repair_keeps_what_else_the_bench_was_told(
    office: Office, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = opened.settings.home / FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text('# by the door\nbench = "7"\ngap_ms = "20" # a quick one\n', "utf-8")

    told = _told(office, RepairScanner(suffix="tab", prefix='"*\\', gap_ms=60))

    assert told == [ScannerShown(suffix="tab", prefix='"*\\', gap_ms=60, repaired=True)]
    assert file.read_text("utf-8").startswith("# by the door\n")
    assert "# a quick one" in file.read_text("utf-8")
    monkeypatch.setenv("PACKSTATION_HOME", str(file.parent))
    again = read_settings(demo=False, language="")
    assert (again.bench, again.habits.gap_ms, again.habits.prefix) == ("7", 60, '"*\\')


def test_the_sheet_comes_out_in_the_language_of_whoever_asks(office: Office) -> None:
    (printed,) = _told(office, PrintSamples("en"))

    assert isinstance(printed, SamplesPrinted)
    assert not printed.trouble


def test_a_picture_without_a_signature_is_refused(office: Office, tmp_path: Path) -> None:
    Image.new("L", (300, 100), 255).save(tmp_path / "white.png")

    told = _told(office, TraceSignature(tmp_path / "white.png"))

    assert told == [PhotoRefused(PictureFault.EMPTY)]


@pytest.mark.parametrize("media", ["A4", "A5"])
def test_the_command_writes_the_same_page(
    media: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scanner.pdf"
    given = parser(ENGLISH).parse_args(["scanner", "--pdf", str(file), "--media", media])

    assert scanner.run(given, ENGLISH) == 0

    assert SAMPLES[0].text in text_of(file.read_bytes())
    assert str(file) in capsys.readouterr().out
