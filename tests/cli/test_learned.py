"""The codes the benches have learned, seen from outside, and the way to forget one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.__main__ import main
from packstation.assemble import Opened
from packstation.domain.entries import CodeKept
from tests.small_shop import CUP, NOW, found_shop

Capture = pytest.CaptureFixture[str]
GTIN = "8400000000017"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    monkeypatch.setenv("PACKSTATION_HOME", str(tmp_path))
    opened = found_shop(tmp_path)
    yield opened
    opened.engine.dispose()


def teach(opened: Opened, code: str, units: int = 1) -> None:
    with opened.write() as work:
        product = work.products.coded((CUP,))[0].product
        work.write(CodeKept(code=code, product_id=product.id, units=units, by="Pilar", at=NOW))
        work.commit()


def run(*command: str) -> int:
    return main(["--language", "en", "codes", *command])


def test_what_was_learned_is_listed_with_who_and_when(opened: Opened, capsys: Capture) -> None:
    teach(opened, GTIN, 6)
    assert run("--learned") == 0
    (line,) = capsys.readouterr().out.splitlines()
    named = f"{GTIN} · Taza de barro, pequeña · a pack of 6 · Pilar · "
    assert line.startswith(named)
    assert line.endswith("11:00")


@pytest.mark.usefixtures("opened")
def test_a_shop_that_has_learned_nothing_says_so(capsys: Capture) -> None:
    assert run("--learned") == 0
    assert capsys.readouterr().out == "No code has been learned at a bench yet.\n"


def test_a_code_is_forgotten_in_whatever_form_it_is_typed(
    opened: Opened, capsys: Capture
) -> None:
    teach(opened, GTIN)
    assert run("--forget", f" 0{GTIN} ") == 0
    assert capsys.readouterr().out == f"Forgotten: {GTIN}, Taza de barro, pequeña\n"
    assert run("--forget", GTIN) == 1
    assert GTIN in capsys.readouterr().err


@pytest.mark.parametrize("code", [CUP, "", "\ud800", "x" * 5000])
def test_what_no_bench_has_learned_is_not_forgotten(
    opened: Opened, capsys: Capture, code: str
) -> None:
    assert run("--forget", code) == 1
    assert capsys.readouterr().err.startswith("Nobody has taught")
    with opened.read() as work:
        assert work.products.coded((CUP,))
