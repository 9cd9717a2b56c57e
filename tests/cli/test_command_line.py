"""The command line from outside: what it prints, what it answers, what it never shows."""

import getpass
import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from packstation.__main__ import main
from packstation.assemble import Opened
from packstation.devices.printers import Folder
from packstation.domain import outcomes as out
from packstation.domain.scans import Scan
from packstation.pressroom import Pressroom
from packstation.station.slip_desk import SlipDesk
from packstation.station.station import Station
from tests import small_shop as shop
from tests.small_shop import NOW, found_shop

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def opened() -> Opened:
    """A small shop where the command line looks for it."""
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    return found_shop(home)


def answer(capsys: Capture, *arguments: str) -> object:
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def seal_1043(opened: Opened) -> out.Sealed:
    station = Station(opened.write, opened.shop, opened.settings.bench)
    station.resume()
    steps = [
        station.receive(Scan(code, NOW)) for code in (shop.MARTA, "1043", shop.TEA, shop.SEAL)
    ]
    last = steps[-1]
    assert last is not None
    assert isinstance(last.outcome, out.Sealed)
    return last.outcome


@pytest.mark.usefixtures("opened")
def test_waiting_lists_the_soonest_first_and_the_held_last(capsys: Capture) -> None:
    orders = answer(capsys, "waiting", "--json")
    assert isinstance(orders, list)
    assert [(order["number"], order["state"]) for order in orders] == [
        ("1042", "open"),
        ("1043", "open"),
        ("1044", "held"),
    ]
    assert orders[0]["pieces"] == 5


@pytest.mark.usefixtures("opened")
def test_show_tells_pieces_codes_customer_and_suggestions(capsys: Capture) -> None:
    order = answer(capsys, "show", "1042", "--json")
    assert isinstance(order, dict)
    assert [(line["sku"], line["quantity"]) for line in order["lines"]] == [
        ("TAZ-002", 3),
        ("TET-001", 1),
        ("TE-100", 1),
    ]
    assert order["lines"][0]["codes"][0]["code"] == shop.CUP
    assert order["customer"]["order_number"] == 2
    assert [it["touch"] for it in order["suggestions"]] == ["sweets-lemon"]
    assert order["suggestions"][0]["because"]
    assert order["record"] is None


def test_the_record_is_shown_once_sealed(opened: Opened, capsys: Capture) -> None:
    sealed = seal_1043(opened)
    order = answer(capsys, "show", "1043", "--json")
    assert isinstance(order, dict)
    assert order["state"] == "packed"
    assert order["record"]["digest"] == sealed.record.digest
    assert order["record"]["untouched"] is True
    assert order["record"]["personal"]["packer_name"] == "Marta"


def test_the_slip_is_the_same_to_the_byte_each_time(opened: Opened, tmp_path: Path) -> None:
    seal_1043(opened)
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    assert main(["slip", "1043", "-o", str(one)]) == 0
    assert main(["slip", "1043", "-o", str(two)]) == 0
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes().startswith(b"%PDF")


def test_a_slip_printed_again_says_so_with_its_reason(opened: Opened, capsys: Capture) -> None:
    slip = seal_1043(opened).record.core.slip_number
    SlipDesk(opened.write, Folder(opened.settings.slips), Pressroom()).print_next(NOW)

    assert main(["--language", "en", "reprint", "1043", "--reason", "torn"]) == 0

    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"Slip {slip} prints again, as copy 2.")
    assert second.startswith(f"The slip is in the folder: {slip}")
    assert len(list(opened.settings.slips.glob("*.pdf"))) == 2
    order = answer(capsys, "show", "1043", "--json")
    assert isinstance(order, dict)
    copies = [(it["number"], it["reason"], it["by"]) for it in order["record"]["copies"]]
    assert copies == [(2, "torn", getpass.getuser())]


@pytest.mark.parametrize(
    "order, reason, said",
    [
        ("1042", "torn", "Order 1042 is not packed yet."),
        ("1043", "  ", "Say why in a few words."),
        ("1043", "torn", "is still on its way."),
    ],
)
def test_what_cannot_be_printed_again_is_said_in_a_sentence(
    opened: Opened, capsys: Capture, order: str, reason: str, said: str
) -> None:
    seal_1043(opened)
    assert main(["--language", "en", "reprint", order, "--reason", reason]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("opened")
def test_codes_are_badges_commands_and_touches(capsys: Capture) -> None:
    codes = answer(capsys, "codes", "--json")
    assert isinstance(codes, dict)
    assert {"name": "Marta", "code": shop.MARTA} in codes["badges"]
    assert next(it["command"] for it in codes["commands"]) == "seal"
    assert codes["commands"][0]["code"] == shop.SEAL
    assert codes["touches"][0]["code"] == shop.SWEETS


@pytest.mark.usefixtures("opened")
def test_codes_come_as_a_pdf_to_print(tmp_path: Path) -> None:
    sheet = tmp_path / "codes.pdf"
    assert main(["codes", "--pdf", str(sheet)]) == 0
    assert sheet.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("opened")
def test_a_healthy_shop_is_told_so(capsys: Capture) -> None:
    assert main(["--language", "es", "check"]) == 0
    assert "Todo en orden." in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments, reason",
    [
        (("show", "nothing"), "No hay ningún pedido nothing."),
        (("slip", "1042", "-o", "x.pdf"), "El pedido 1042 todavía no está empaquetado."),
        (("codes", "--pdf", "/nowhere/codes.pdf"), "/nowhere/codes.pdf"),
    ],
)
@pytest.mark.usefixtures("opened")
def test_what_cannot_be_done_is_one_line_and_a_one(
    capsys: Capture, arguments: tuple[str, ...], reason: str
) -> None:
    assert main(("--language", "es", *arguments)) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert reason in lines[0]


@pytest.mark.parametrize("arguments", [("show",), ("fly",), ("codes",), ("--language", "xx")])
def test_what_is_not_understood_is_a_two(capsys: Capture, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_database_that_is_none_is_said_in_one_line(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    no_database = tmp_path / "letter.db"
    no_database.write_text("Dear Marta, this is a letter and no database at all." * 100)
    monkeypatch.setenv("PACKSTATION_DATABASE", f"sqlite:///{no_database}")
    assert main(["waiting"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_settings_that_cannot_be_read_are_named(capsys: Capture) -> None:
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    (home / "bench.toml").write_text("bench = 2")
    assert main(["waiting"]) == 1
    assert "bench.toml" in capsys.readouterr().err


def test_an_own_shop_begins_empty_and_nobody_has_a_badge_yet(capsys: Capture) -> None:
    codes = answer(capsys, "codes", "--json")
    assert isinstance(codes, dict)
    assert codes["badges"] == []
    assert answer(capsys, "waiting", "--json") == []


@pytest.mark.usefixtures("opened")
def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m packstation show 1042 --json | head -c 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("{", "")


@pytest.mark.usefixtures("opened")
def test_the_owner_chooses_that_parcels_are_sealed_by_themselves(capsys: Capture) -> None:
    before = {"name": "Casa Azul", "seal_by_itself": False, "learn_codes": False}
    assert answer(capsys, "shop", "--json") == before
    main(["--language", "en", "shop", "--seal-by-itself", "yes"])
    assert capsys.readouterr().out.splitlines() == [
        "Casa Azul",
        "A parcel with nothing left to do is signed and printed by itself.",
        "Only an owner may say what an unknown code is.",
        "A window that is open goes by it from its next start.",
    ]
    chosen = answer(capsys, "shop", "--json")
    assert chosen == before | {"seal_by_itself": True}


def test_a_choice_for_all_benches_leaves_the_rest_of_the_shop_as_it_was(
    opened: Opened, capsys: Capture
) -> None:
    answer(capsys, "shop", "--seal-by-itself", "yes", "--json")
    with opened.read() as work:
        assert work.settings.shop() == replace(opened.shop, seal_by_itself=True)
    answer(capsys, "shop", "--learn-codes", "yes", "--json")
    with opened.read() as work:
        both = replace(opened.shop, seal_by_itself=True, learn_codes=True)
        assert work.settings.shop() == both


def test_letters_of_the_shops_name_that_no_slip_shows_are_named(
    opened: Opened, capsys: Capture
) -> None:
    flowers = replace(opened.shop, brand=replace(opened.shop.brand, name="花屋 Flora"))
    with opened.write() as work:
        work.settings.keep_shop(asdict(flowers))
        work.commit()
    main(["--language", "en", "shop"])
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Slips cannot show these letters yet, and leave them out: 花 屋"
    )
