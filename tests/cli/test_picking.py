"""``packstation picking``: sheets for the shelves, all that were named or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.arguments import parser
from packstation.assemble import Opened
from packstation.cli import picking
from packstation.cli.whole_file import write_whole
from packstation.places import resources
from packstation.words.words import load
from tests.slips.reading import codes_of, pages_of, text_of
from tests.small_shop import found_shop

ENGLISH = load("en", resources())


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    opened = found_shop(tmp_path)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "picking.pdf"


def _run(opened: Opened, file: Path, *more: str) -> int:
    given = parser(ENGLISH).parse_args(["picking", "--pdf", str(file), *more])
    return picking.run(given, opened, ENGLISH)


def test_without_an_order_it_is_all_that_wait_the_soonest_to_leave_first(
    opened: Opened, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(opened, file) == 0

    first, second = pages_of(file.read_bytes())
    assert ["Order 1042" in first, "Order 1043" in second] == [True, True]
    assert capsys.readouterr().out.splitlines()[0] == "2 orders · 6 pieces"


def test_the_named_orders_come_in_the_order_they_were_named(opened: Opened, file: Path) -> None:
    assert _run(opened, file, "1043", "1042") == 0
    first, second = pages_of(file.read_bytes())
    assert ["Order 1043" in first, "Order 1042" in second] == [True, True]


def test_a_cart_has_its_list_before_its_sheets(
    opened: Opened, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(opened, file, "--cart", "4", "--media", "A5") == 0
    assert [code for _, code in codes_of(file.read_bytes(), 300)] == [
        code for _, code in codes_of(_without_a_cart(opened, file), 300)
    ]
    assert "2 orders · 6 pieces · 1 cart" in capsys.readouterr().out


def _without_a_cart(opened: Opened, file: Path) -> bytes:
    _run(opened, file)
    return file.read_bytes()


def test_one_that_cannot_be_fetched_is_named_and_nothing_is_printed(
    opened: Opened, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(opened, file, "1042", "1045", "900", "1044", "\x1b[31mNOPE") == 1

    assert capsys.readouterr().err.splitlines() == [
        "Order 1045 was cancelled: nothing of it is fetched.",
        "Order 900 has left already.",
        "Order 1044 is on hold: somebody has to release it first.",
        "No order is called \\x1b[31mNOPE.",
        "Nothing was printed.",
    ]
    assert list(file.parent.iterdir()) == []


def test_where_nothing_waits_it_says_so_and_writes_no_file(
    opened: Opened, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE orders SET state = 'cancelled'")

    assert _run(opened, file) == 0

    assert "No order waits." in capsys.readouterr().out
    assert not file.exists()


def test_the_same_orders_give_the_same_bytes(opened: Opened, file: Path) -> None:
    assert _without_a_cart(opened, file) == _without_a_cart(opened, file)


@pytest.mark.parametrize("cart", ["0", "-1", "many", "1.5"])
def test_a_cart_has_a_slot_or_more(cart: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser(ENGLISH).parse_args(["picking", "--pdf", "p.pdf", "--cart", cart])
    assert capsys.readouterr().err


# ---- the file itself


def test_a_file_is_replaced_whole_and_its_link_goes_on_pointing_to_it(file: Path) -> None:
    file.write_bytes(b"before")
    link = file.with_name("link.pdf")
    link.symlink_to(file)
    write_whole(link, b"after")
    assert (file.read_bytes(), link.is_symlink()) == (b"after", True)
    assert len(list(file.parent.iterdir())) == 2


def test_what_cannot_be_written_leaves_what_was_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"after")
    assert [it.read_bytes() for it in file.parent.iterdir()] == [b"before"]


def test_a_folder_that_is_not_there_is_the_systems_own_error(file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(file.parent / "nowhere" / "p.pdf", b"")
    with pytest.raises(IsADirectoryError):
        write_whole(file.parent, b"")


def test_what_is_no_file_is_written_to_as_it_is() -> None:
    write_whole(Path("/dev/null"), b"after")
    assert Path("/dev/null").is_char_device()


def test_it_speaks_of_pages_a_person_can_read(opened: Opened, file: Path) -> None:
    _run(opened, file, "1042")
    assert "page 1 of 1" in text_of(file.read_bytes())
