"""The command line speaks one language, and the same one as the window."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from packstation.__main__ import main
from packstation.arguments import spoken, system_language
from tests.small_shop import SHOP, a_new_shop, an_arriving_order, found_shop

Capture = pytest.CaptureFixture[str]
SYSTEM = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def home() -> Path:
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    return home


def computer_says(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    for name in SYSTEM:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", lang)


def waiting_in_a_shop(home: Path, language: str, capsys: Capture, *arguments: str) -> str:
    new = a_new_shop(an_arriving_order("1", ("TE-100", 2), state="held"))
    opened = found_shop(home, replace(new, shop=replace(SHOP, language=language)))
    opened.engine.dispose()
    assert main((*arguments, "waiting")) == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("lang", ["C", "POSIX", "C.UTF-8"])
def test_a_computer_that_does_not_say_leaves_it_to_the_shop(
    monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    computer_says(monkeypatch, lang)
    assert (system_language(), spoken("", "en"), spoken("", "es")) == ("", "en", "es")


@pytest.mark.parametrize(
    "chosen, shop, lang, language",
    [
        ("en", "es", "es_ES.UTF-8", "en"),
        ("", "es", "en_GB.UTF-8", "es"),
        ("", "", "en_GB.UTF-8", "en"),
        ("", "", "es_ES.UTF-8", "es"),
        ("", "", "fr_FR.UTF-8", "en"),
        ("", "", "C", "es"),
    ],
)
def test_what_is_chosen_comes_first_then_the_shop_then_the_computer(
    monkeypatch: pytest.MonkeyPatch, chosen: str, shop: str, lang: str, language: str
) -> None:
    computer_says(monkeypatch, lang)
    assert spoken(chosen, shop) == language


@pytest.mark.parametrize("language, said", [("es", "1 retenido"), ("en", "1 on hold")])
def test_a_command_speaks_the_shops_language(
    monkeypatch: pytest.MonkeyPatch, home: Path, capsys: Capture, language: str, said: str
) -> None:
    computer_says(monkeypatch, "C")
    assert waiting_in_a_shop(home, language, capsys).startswith(said)


def test_a_command_speaks_the_benchs_own_language(home: Path, capsys: Capture) -> None:
    (home / "bench.toml").write_text('language = "en"')
    assert waiting_in_a_shop(home, "es", capsys).startswith("1 on hold")


def test_a_command_speaks_the_language_it_is_asked_for(home: Path, capsys: Capture) -> None:
    said = waiting_in_a_shop(home, "es", capsys, "--language", "en")
    assert said.startswith("1 on hold")


ENGLISH = re.compile(
    r"\b(usage|error|positional|options|argument|arguments|required|invalid|choose|expected"
    r"|unrecognized|help|exit|show this|value|not allowed|ambiguous)\b"
)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("import", "--help"),
        ("show",),
        ("fly",),
        ("--fly",),
        ("codes",),
        ("codes", "--json", "--pdf", "x"),
        ("backup", "--to"),
        ("waiting", "--json=1"),
        ("import", "x.csv", "--history-before", "mañana"),
    ],
)
def test_what_is_not_understood_is_said_in_spanish(
    capsys: Capture, arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit):
        main(("--language", "es", *arguments))
    told = capsys.readouterr()
    said = re.sub(r"--?[\w-]+|\bshow\b", "", told.out + told.err)
    assert said
    assert ENGLISH.findall(said) == []


def test_a_language_that_there_is_not_is_said_in_the_computers(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    computer_says(monkeypatch, "es_ES.UTF-8")
    with pytest.raises(SystemExit):
        main(("--language", "xx"))
    assert "'xx' no existe" in capsys.readouterr().err


def test_it_is_said_in_english_where_english_is_spoken(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(("--language", "en", "show"))
    assert capsys.readouterr().err == (
        "usage: packstation show [-h] [--json] ORDER\n"
        "packstation show: error: the following arguments are required: ORDER\n"
    )


@pytest.mark.parametrize(
    "state, said",
    [
        ("open", "espera"),
        ("claimed", "en una mesa"),
        ("parked", "aparcado"),
        ("held", "retenido"),
        ("packed", "empaquetado"),
        ("shipped", "enviado"),
        ("cancelled", "cancelado"),
    ],
)
def test_how_an_order_stands_is_said_in_spanish(
    home: Path, capsys: Capture, state: str, said: str
) -> None:
    found_shop(home, a_new_shop(an_arriving_order("1", ("TE-100", 2), state=state)))
    assert main(("--language", "es", "show", "1")) == 0
    assert capsys.readouterr().out.startswith(f"Pedido 1: {said}\n")


def test_what_to_mind_is_shown_to_the_letter(home: Path, capsys: Capture) -> None:
    minded = an_arriving_order(
        "1",
        ("TE-100", 2),
        flags=("gift", "solo \x1b[31mazul"),
        message="¡Gracias!\nSin prisa \x1b[2J",
        gift_message="Felicidades",
    )
    new = a_new_shop(minded)
    person = replace(new.customers[0], limits=("nuts",), no_extras=True)
    found_shop(home, replace(new, customers=(person,)))
    assert main(("--language", "es", "show", "1")) == 0
    assert capsys.readouterr().out.splitlines()[2:8] == [
        "  ! Sin frutos secos",
        "  ! Sin extras",
        "  ! ES UN REGALO",
        r"  ! solo \x1b[31mazul",
        r"  Mensaje: «¡Gracias! Sin prisa \x1b[2J»",
        "  Para leer con el regalo: «Felicidades»",
    ]


def test_a_file_of_no_known_kind_is_told_what_our_template_would_need(
    home: Path, tmp_path: Path, capsys: Capture
) -> None:
    found_shop(home).engine.dispose()
    file = tmp_path / "x.csv"
    file.write_text("nombre,color\nAna,azul\n", "utf-8")
    assert main(("--language", "es", "import", str(file))) == 1
    said = capsys.readouterr().err
    assert "online_retail" not in said
    assert "nuestra plantilla (packstation) le falta: pedido, cantidad, referencia" in said
    assert "Sus columnas son: nombre, color" in said


def test_a_file_that_was_said_to_fit_a_profile_is_told_by_its_name(
    home: Path, tmp_path: Path, capsys: Capture
) -> None:
    found_shop(home).engine.dispose()
    file = tmp_path / "x.csv"
    file.write_text("nombre,color\nAna,azul\n", "utf-8")
    assert main(("--language", "es", "import", str(file), "--profile", "online_retail")) == 1
    assert "online_retail" in capsys.readouterr().err
