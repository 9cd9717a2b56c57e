"""Files as shops really export them, and files that are none."""

import gzip
import os
import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from packstation.domain import intake as it
from packstation.places import resources
from packstation.shops.csv_file import CsvFile
from packstation.shops.profile import named, shipped
from packstation.shops.text_file import TextFile

HEADER = "pedido;referencia;producto;cantidad;precio\n"
ROW = "A-1;JABÓN;Jabón de oliva;2;1.234,50\n"
PROFILES = resources() / "profiles"


def read(folder: Path, content: bytes) -> tuple[CsvFile, list[it.FileLine]]:
    path = folder / "orders.csv"
    path.write_bytes(content)
    file = CsvFile(TextFile(path), shipped(PROFILES), ZoneInfo("Europe/Madrid"))
    return file, [line for batch in file.batches() for line in batch]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_the_encoding_is_recognised(tmp_path: Path, encoding: str) -> None:
    _, (line,) = read(tmp_path, (HEADER + ROW).encode(encoding))
    assert (line.sku, line.cents, line.line) == ("JABÓN", 123450, 2)


def test_an_accent_in_the_last_line_decides_too(tmp_path: Path) -> None:
    rows = "A-1;SOAP;Soap;1;1\n" * 20_000
    _, lines = read(tmp_path, (HEADER + rows + ROW).encode("cp1252"))
    assert lines[-1].sku == "JABÓN"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised(tmp_path: Path, delimiter: str) -> None:
    text = "order;sku;qty\nA-1;SOAP;2\n".replace(";", delimiter)
    _, (line,) = read(tmp_path, text.encode())
    assert (line.order, line.quantity) == ("A-1", 2)


def test_excels_own_first_line_names_the_delimiter(tmp_path: Path) -> None:
    _, (line,) = read(tmp_path, b"sep=;\norder;sku;qty\nA-1;SOAP;2\n")
    assert line.line == 3


def test_a_packed_file_is_read_as_it_is(tmp_path: Path) -> None:
    _, lines = read(tmp_path, gzip.compress((HEADER + ROW).encode()))
    assert len(lines) == 1


def test_lines_are_counted_as_an_editor_shows_them(tmp_path: Path) -> None:
    rows = 'order,sku,qty,message\nA-1,SOAP,1,"two\nlines"\nA-2,SOAP,1.5,\n'
    file, _ = read(tmp_path, rows.encode())
    assert file.refused == [it.Refusal(4, "qty", "1.5", it.Reason.NOT_WHOLE)]


def test_nul_is_taken_out(tmp_path: Path) -> None:
    _, (line,) = read(tmp_path, b"order,sku,qty\nA-1,SO\0AP,2\n")
    assert line.sku == "SOAP"


def test_short_and_long_rows_are_named(tmp_path: Path) -> None:
    file, _ = read(tmp_path, b"order,sku,qty\nA-1,SOAP\nA-2,SOAP,1,9\n")
    assert [(row.line, row.reason) for row in file.refused] == [
        (2, it.Reason.ROW_SHORT),
        (3, it.Reason.ROW_LONG),
    ]


def test_a_quote_that_never_closes_is_named_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(it.QuoteLeftOpen) as stopped:
        read(tmp_path, b'order,sku,qty\nA-1,SOAP,1\nA-2,"SOAP,1\nA-3,SOAP,1\n')
    assert stopped.value.line == 3


@pytest.mark.parametrize("cell", ["x" * 3_000_000, '"' + "x\n" * 1_000_000 + '"'])
def test_a_cell_beyond_the_limit_is_refused_unread(tmp_path: Path, cell: str) -> None:
    with pytest.raises(it.CellTooLong) as stopped:
        read(tmp_path, f"order,sku,qty\nA-1,{cell},1\n".encode())
    assert stopped.value.line == 2


def test_the_columns_a_strange_file_lacks_are_named(tmp_path: Path) -> None:
    with pytest.raises(it.ColumnsMissing) as stopped:
        read(tmp_path, b"order,name\nA-1,Ana\n")
    assert stopped.value.missing == ("sku / barcode / product", "quantity")[::-1]


def test_a_spreadsheet_is_known_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    with pytest.raises(it.NotAText) as stopped:
        TextFile(path)
    assert stopped.value.what == "spreadsheet"


@pytest.mark.parametrize(
    "content, kind",
    [
        (b"", it.FileEmpty),
        (b"\n\n \n", it.FileEmpty),
        (b"%PDF-1.7", it.NotAText),
        (b"\x1f\x8b\x08\x00broken", it.FileDamaged),
        (
            gzip.compress(b"order,sku,qty\n" + b"A-1,SOAP,1\n" * 9000, mtime=0)[:-20],
            it.FileDamaged,
        ),
    ],
)
def test_what_is_no_csv_is_said_so(
    tmp_path: Path, content: bytes, kind: type[it.IntakeStopped]
) -> None:
    with pytest.raises(kind):
        read(tmp_path, content)


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(it.FileMissing):
        TextFile(tmp_path / "none.csv")


def test_a_profile_can_change_ours_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('extends = "packstation"\n[file]\ndates = "%d/%m/%Y"\n', "utf-8")
    mine = named(str(path), PROFILES)
    assert (mine.dates, mine.name, "sku" in mine.columns) == (("%d/%m/%Y",), "mine", True)


@pytest.mark.parametrize(
    "text, key",
    [
        ("colums = 1", "colums"),
        ("[columns]\nordr = 'x'", "columns.ordr"),
        ("[file]\nzone = 'Mars'", "zone"),
        ("[orders]\ncancelled = '('", "cancelled"),
        ("[not_goods.presents]\ncodes = []", "not_goods.presents"),
        ("extends = 'nothing'", "extends"),
        ("[file", "Expected"),
    ],
)
def test_a_profile_that_is_wrong_names_the_place(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(it.ProfileWrong) as stopped:
        named(str(path), PROFILES)
    assert key in stopped.value.key


@pytest.mark.parametrize("name", ["nobody", "../packstation", "nobody.toml"])
def test_an_unknown_profile_is_said_so(name: str) -> None:
    with pytest.raises(it.ProfileUnknown):
        named(name, PROFILES)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
def test_a_profile_out_of_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    os.mkfifo(own)
    with pytest.raises(it.ProfileUnknown):
        named(str(own), PROFILES)
