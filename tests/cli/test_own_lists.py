"""A list of products that was matched in the office is read from the command line, too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.__main__ import main
from packstation.assemble import Opened
from packstation.domain.file_errands import (
    BringFile,
    FileBrought,
    FileMatched,
    FileSeen,
    LookAtFile,
)
from packstation.office import file_desk
from tests.small_shop import found_shop

OWN = "Clave;Así la llamamos;PVP\n007;Tetera roja;4,50 €\n"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    monkeypatch.setenv("PACKSTATION_HOME", str(tmp_path))
    opened = found_shop(tmp_path)
    yield opened
    opened.engine.dispose()


def a_sheet(folder: Path, content: str, name: str = "lista.csv") -> Path:
    path = folder / name
    path.write_text(content, "utf-8")
    return path


def match(opened: Opened, path: Path) -> None:
    """As the office does, by pointing at the second column."""
    desk = file_desk(opened)
    (seen,) = desk.answer(LookAtFile(str(path)))
    assert isinstance(seen, FileSeen)
    file = FileMatched(
        path=str(path),
        stamp=seen.preview.stamp,
        kind=seen.preview.kind,
        match=seen.preview.match.taken_for(1, "product"),
    )
    assert isinstance(list(desk.answer(BringFile(file)))[-1], FileBrought)


def run(*command: object) -> int:
    return main(["--language", "en", "import", *map(str, command)])


def test_the_next_such_list_comes_in_and_says_what_changed(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    match(opened, a_sheet(tmp_path, OWN))
    dearer = OWN.replace("4,50", "5,00") + "008;Vela;6,00 €\n"
    assert run(a_sheet(tmp_path, dearer, "otra.csv")) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == ["1 new product", "1 product changed"]
    assert "  007: price: “5.00” instead of “4.50”" in said


def test_it_is_a_profile_with_a_name(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    match(opened, a_sheet(tmp_path, OWN))
    assert run(a_sheet(tmp_path, OWN, "otra.csv"), "--profile", "lista") == 0
    assert "1 product unchanged" in capsys.readouterr().out


@pytest.mark.usefixtures("opened")
def test_nobody_knows_it_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(a_sheet(tmp_path, OWN)) == 1
    assert "is of none of the kinds we know" in capsys.readouterr().err
