"""Files that are strange rather than broken: half an order, none at all, or not even a file."""

import gzip
import os
from pathlib import Path

import pytest

from packstation.domain import intake as it
from packstation.places import resources
from packstation.words.intake_phrases import summary as told
from packstation.words.words import load
from tests.shops.exports import shopify, woo
from tests.station.bringing import an_engine, bring, everything


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "orders_export.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(folder: Path, content: str | bytes) -> it.IntakeStopped:
    """Why nothing came in; and nothing did."""
    engine = an_engine(folder)
    with pytest.raises(it.IntakeStopped) as stopped:
        bring(engine, written(folder, content))
    assert not any(everything(engine).values())
    return stopped.value


@pytest.mark.parametrize("quantity", ["3", "0", "x"])
def test_pieces_of_nothing_keep_everything_out(tmp_path: Path, quantity: str) -> None:
    rows = f"order,sku,quantity\nA-1,TEA,1\nA-1,,{quantity}\n"
    stopped = refused(tmp_path, rows)
    assert isinstance(stopped, it.RowsRefused)
    assert stopped.refused == (it.Refusal(3, "product", "", it.Reason.MISSING),)


@pytest.mark.parametrize("content", [shopify(), woo(), "order,sku,quantity\n", "[]"])
def test_a_file_without_an_order_says_so(tmp_path: Path, content: str) -> None:
    summary = bring(an_engine(tmp_path), written(tmp_path, content))
    assert told(summary, load("en", resources())) == ("There is no order in this file.",)


@pytest.mark.parametrize(
    "header",
    ["order\u00a0,\u200bsku,quantity ", "\ufefforder,sku\ufeff,\u2060quantity"],
)
def test_what_nobody_sees_in_a_header_is_not_there(tmp_path: Path, header: str) -> None:
    summary = bring(an_engine(tmp_path), written(tmp_path, f"{header}\nA-1,TEA,1\n"))
    assert summary.orders.work == 1


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 20, gzip.compress(gzip.compress(b"x" * 90, mtime=0), mtime=0)],
    ids=["all-bytes", "twice-packed"],
)
def test_what_is_no_text_at_all_is_no_csv(tmp_path: Path, content: bytes) -> None:
    assert isinstance(refused(tmp_path, content), it.NotAText)


def test_two_encodings_in_one_file_are_none(tmp_path: Path) -> None:
    header, row = "order,product,quantity\n", "A-1,Jabón,1\n"
    content = header.encode() + row.encode() + row.replace("1", "2").encode("cp1252")
    stopped = refused(tmp_path, content)
    assert isinstance(stopped, it.EncodingUnclear)
    assert stopped.encoding == "utf-8"


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "orders.csv"
    os.mkfifo(pipe)
    with pytest.raises(it.NoPlainFile):
        bring(an_engine(tmp_path), pipe)
