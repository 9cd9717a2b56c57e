"""People without a window: a headless owner names the first, with the PIN from a prompt."""

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from packstation.__main__ import main
from packstation.cli import people as command
from tests.small_shop import found_shop

Capture = pytest.CaptureFixture[str]
Type = Callable[[str], None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Type:
    """What comes through a pipe."""

    def type_(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return type_


@pytest.fixture
def shop() -> None:
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    found_shop(home).engine.dispose()


def run(*arguments: str) -> int:
    return main(("--language", "en", "people", *arguments))


def listed(capsys: Capture) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run("--json") == 0
    people: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return people


def test_a_new_shop_says_how_its_first_person_is_named(capsys: Capture) -> None:
    assert run() == 0
    assert "packstation people add NAME" in capsys.readouterr().out


def test_the_first_person_is_the_owner_and_the_pin_is_never_shown(
    capsys: Capture, typed: Type
) -> None:
    typed("804613\n")
    assert run("add", "Ane", "--speaks", "en") == 0
    assert "804613" not in "".join(capsys.readouterr())
    (ane,) = listed(capsys)
    assert ane == {
        "name": "Ane",
        "role": "owner",
        "language": "en",
        "pin": True,
        "signature": False,
        "active": True,
    }


@pytest.mark.usefixtures("shop")
def test_a_pin_that_is_guessed_first_is_refused_in_a_sentence(
    capsys: Capture, typed: Type
) -> None:
    typed("1234\n")
    assert run("add", "Ane") == 1
    assert capsys.readouterr().err == "Digits in a row are guessed first. Try others.\n"
    assert [it["name"] for it in listed(capsys)] == ["Joan", "Marta", "Pilar"]


@pytest.mark.usefixtures("shop")
def test_two_pins_that_differ_change_nothing(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(("8046", "8064"))
    monkeypatch.setattr(command, "getpass", lambda _: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert run("pin", "Joan") == 1
    assert "differ" in capsys.readouterr().err


@pytest.mark.usefixtures("shop")
def test_somebody_leaves_and_comes_back(capsys: Capture) -> None:
    assert run("leave", "joan") == 0
    assert [it["active"] for it in listed(capsys)] == [True, True, False]
    assert run("back", "Joan") == 0
    assert run("add", "Leire", "--no-pin") == 0
    assert [it["pin"] for it in listed(capsys)] == [True, False, True, True]


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (("leave", "Nobody"), "Nobody here is called Nobody."),
        (("leave", "Pilar"), "Somebody must be able to open the office"),
        (("add", "Marta", "--no-pin"), "Somebody here has this name."),
        (("pin", "Nobody"), "Nobody here is called Nobody."),
        (("add", " ", "--no-pin"), "A name is wanted"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    capsys: Capture, arguments: tuple[str, ...], sentence: str
) -> None:
    assert run(*arguments) == 1
    assert capsys.readouterr().err.startswith(sentence)


@pytest.mark.usefixtures("shop")
def test_letters_of_a_name_that_no_slip_shows_are_named_at_once(
    capsys: Capture, typed: Type
) -> None:
    typed("")
    assert run("add", "王小明") == 0
    assert "王小明: packs, no PIN, no signature, slips leave out 王 小 明" in (
        capsys.readouterr().out
    )
