"""A file's lines on their way through the scratch table: gathered, counted, left out."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from packstation.domain.intake import FileLine, ImportRunning
from packstation.store.engine import open_engine
from packstation.store.intake_orders import GatheredOrder, gather
from packstation.store.intake_scratch import Scratch
from packstation.store.scratch_place import scratch_beside

AT = "2026-11-20 09:00:00.000000"
ANA = "name\x1eAna"


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Scratch]:
    with Scratch(tmp_path / "shop.db.arriving") as scratch:
        yield scratch


def a_line(
    line: int, order: str = "A-1", sku: str = "TEA", quantity: int = 2, head: str = ANA
) -> FileLine:
    return FileLine(line, order, sku, quantity, 450, AT, "", "open", head, "")


def gathered(scratch: Scratch, *lines: FileLine) -> list[GatheredOrder]:
    scratch.add(list(lines))
    scratch.finish()
    return list(gather(scratch.by_order()))


def test_lines_of_an_order_that_stand_apart_come_together(scratch: Scratch) -> None:
    apart = (a_line(2), a_line(3, "B-1"), a_line(4, sku="SOAP"), a_line(5, "B-1", "SOAP"))
    orders = gathered(scratch, *apart)
    assert [(it.number, [line[0] for line in it.lines]) for it in orders] == [
        ("A-1", ["TEA", "SOAP"]),
        ("B-1", ["TEA", "SOAP"]),
    ]


def test_a_line_said_twice_is_a_repeat_wherever_it_stands(scratch: Scratch) -> None:
    (order,) = gathered(
        scratch, a_line(2), a_line(3), a_line(4, head=""), a_line(5), a_line(6, sku="SOAP")
    )
    assert (order.rows, order.repeats, order.pieces) == (5, 2, 10)
    assert order.lines == (("TEA", 8, 450, ""), ("SOAP", 2, 450, ""))


def test_a_line_of_a_cancelled_order_is_no_goods(scratch: Scratch) -> None:
    cancelled = FileLine(3, "A-1", "", 0, 0, "", "", "cancelled", "", "")
    (order,) = gathered(scratch, a_line(2), cancelled)
    assert (order.state, order.rows, order.lines) == ("cancelled", 1, (("TEA", 2, 450, ""),))


def test_an_order_with_a_refused_line_is_left_out_whole(scratch: Scratch) -> None:
    cancelled = FileLine(4, "A-1", "", 0, 0, "", "", "cancelled", "", "")
    scratch.add([a_line(2), a_line(3, "B-1"), cancelled, a_line(5)])
    scratch.spoil(["A-1", "A-1"])
    scratch.finish()
    assert scratch.set_aside() == (2, 1)
    assert scratch.count() == 1
    assert [it.number for it in gather(scratch.by_order())] == ["B-1"]


def test_what_a_shop_said_keeps_its_digest(scratch: Scratch) -> None:
    """Another one, and every open order of every shop would be changed by its next file."""
    (order,) = gathered(scratch, a_line(2))
    assert order.digest == "88cf72cbe74798405959f085e1c0b6dae643c4fa1cf183b46be94e0eb1e97965"


def test_what_gives_way_takes_no_room_and_stays_locked(
    scratch: Scratch, tmp_path: Path
) -> None:
    scratch.add([a_line(line, f"A-{line}") for line in range(20_000)])
    scratch.finish()

    scratch.give_way()

    path = tmp_path / "shop.db.arriving"
    assert path.stat().st_size == 0
    with pytest.raises(ImportRunning):
        Scratch(path)


def test_whose_a_cancelled_order_was_is_told_and_is_no_news(scratch: Scratch) -> None:
    bare = FileLine(2, "A-1", "", 0, 0, "", "", "cancelled", "", "")
    told = bare._replace(order="A-2", at=AT, head=ANA)
    first, second = gathered(scratch, bare, told)
    assert (second.at, second.head) == (AT, {"name": "Ana"})
    assert first.digest == _bare_digest("A-1")
    assert second.digest == _bare_digest("A-2")


def _bare_digest(number: str) -> str:
    """As it was before a cancelled line told anything but its number."""
    said = ("1", number, "cancelled", "", [""], (), 0)
    return hashlib.sha256(repr(said).encode()).hexdigest()


# ---- where it waits for a shop that is no file


def test_it_waits_in_a_folder_nobody_else_can_look_into_and_is_found_again(
    tmp_path: Path,
) -> None:
    server = open_engine("sqlite://")  # no file beside which it could wait
    path = scratch_beside(server, tmp_path)
    assert path == scratch_beside(server, tmp_path)
    assert path.parent.parent == tmp_path
    assert os.name != "posix" or stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights, nor links")
def test_a_folder_others_can_write_to_and_a_link_are_not_taken_for_it(tmp_path: Path) -> None:
    open_to_all, elsewhere = tmp_path / "packstation-arriving-0", tmp_path / "elsewhere"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    elsewhere.mkdir(mode=0o700)
    (tmp_path / "packstation-arriving-1").symlink_to(elsewhere)
    folder = scratch_beside(open_engine("sqlite://"), tmp_path).parent
    assert folder.name not in {"packstation-arriving-0", "packstation-arriving-1"}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
