"""Slips into a folder, and into the queue of a system that is slow, or silent, or not there."""

import json
import os
from pathlib import Path
from time import monotonic

import pytest

from packstation.devices.printers import (
    Folder,
    PrinterTrouble,
    Queue,
    Submitted,
    file_stem,
    find_printer,
)
from packstation.domain.printing import Trouble

PDF = b"%PDF-1.4 a slip"
COPY = b"%PDF-1.4 a copy of it"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for first; what a test puts there runs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def reason(printer: Queue | Folder) -> str:
    with pytest.raises(PrinterTrouble) as trouble:
        printer.submit(PDF, "1-26-000001")
    return trouble.value.reason


def test_a_slip_lies_in_its_folder_as_it_was_drawn(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"

    sent = Folder(folder).submit(PDF, "1-26-000001")

    assert [path.name for path in folder.iterdir()] == [sent.where]
    assert (folder / sent.where).read_bytes() == PDF


def test_the_same_slip_again_is_the_same_file_and_a_copy_is_another(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "slips")

    names = [folder.submit(pdf, "A-1").where for pdf in (PDF, PDF, COPY, COPY, PDF)]

    stem = file_stem("A-1")
    first, second = f"{stem}.pdf", f"{stem}-2.pdf"
    assert names == [first, first, second, second, first]


def test_a_folder_that_takes_nothing_says_so(tmp_path: Path) -> None:
    taken = tmp_path / "slips"
    taken.write_text("a file is in the way")

    assert reason(Folder(taken)) == "folder: File exists"


@pytest.mark.parametrize(
    "title, stem",
    [
        ("ORD-1001", "ORD-1001"),
        ("ORD/1001", "ORD_1001"),
        ("CON", "CON"),
        ("ORD:1?*", "ORD_1__"),
        ("../../x", "_.._x"),
        ("A" * 200, "A" * 60),
        ("注文-7", "__-7"),
        ("\ud800", "_"),
        ("..", "slip"),
        ("", "slip"),
    ],
)
def test_any_number_is_a_safe_name_for_a_file(title: str, stem: str) -> None:
    assert file_stem(title)[:-9] == stem


def test_numbers_that_differ_in_case_or_punctuation_are_different_files() -> None:
    names = {file_stem(title).lower() for title in ("ORD-1", "ORD_1", "ord-1", "ORD/1")}

    assert len(names) == 4
    assert file_stem("CON") == "CON-a3dbc4b6"


def test_no_order_number_of_the_bad_inputs_leaves_the_folder(
    shared: Path, tmp_path: Path
) -> None:
    rows = (shared / "checks" / "bad_inputs.jsonl").read_text("utf-8").splitlines()
    cases = [case for case in map(json.loads, rows) if case["channel"] == "order.no"]
    titles = [case["payload"] for case in cases if "payload" in case]
    folder = Folder(tmp_path / "slips")

    names = [folder.submit(PDF, title).where for title in titles]

    assert titles
    assert sorted(names) == sorted(path.name for path in (tmp_path / "slips").iterdir())


def test_without_a_printing_system_slips_go_into_the_folder(
    programs: Path, tmp_path: Path
) -> None:
    assert programs.is_dir()

    assert find_printer("", "A5", tmp_path / "slips").name == ""


def test_a_printer_asked_for_by_name_is_never_quietly_replaced(
    programs: Path, tmp_path: Path
) -> None:
    assert programs.is_dir()

    printer = find_printer("bench1", "A5", tmp_path / "slips")

    assert printer.name == "bench1"
    assert isinstance(printer, Queue)
    assert reason(printer) == "no printing system"


def test_the_systems_own_choice_is_taken_when_none_is_named(
    programs: Path, tmp_path: Path
) -> None:
    put(programs, "lpstat", "echo 'system default destination: Brother_5'")

    assert find_printer("", "A5", tmp_path / "slips").name == "Brother_5"


def test_the_slip_is_handed_over_with_its_paper_and_title(
    programs: Path, tmp_path: Path
) -> None:
    put(programs, "lpstat", "echo 'printer b is idle.  enabled since now'")
    put(
        programs,
        "lp",
        f'echo "$@" > {tmp_path}/told; while IFS= read -r x || [ "$x" ]; '
        f'do echo "$x"; done > {tmp_path}/sent; echo "request id is b-7 (0 file(s))"',
    )

    sent = Queue("b", "A5").submit(PDF, "1-26-000001")

    assert sent == Submitted("b-7")
    assert (
        tmp_path / "told"
    ).read_text() == f"-d b -t {file_stem('1-26-000001')} -o media=A5\n"
    assert (tmp_path / "sent").read_bytes() == PDF + b"\n"


@pytest.mark.parametrize(
    "alert, trouble",
    [
        ("media-empty-error media-needed-error", Trouble.NO_PAPER),
        ("media-empty-warning", Trouble.NO_PAPER),
        ("media-jam-error", Trouble.JAM),
        ("cover-open-report", Trouble.OPEN),
        ("toner-empty-error", Trouble.NO_INK),
        ("offline-report", Trouble.UNREACHABLE),
    ],
)
def test_what_the_printer_lacks_is_said_by_name(
    programs: Path, alert: str, trouble: Trouble
) -> None:
    put(programs, "lpstat", f"echo 'printer b is idle.'; printf '\\tAlerts: {alert}\\n'")

    assert reason(Queue("b", "A5")) == trouble


@pytest.mark.parametrize("slow, said", [("lp", Trouble.PERHAPS), ("lpstat", Trouble.SILENT)])
def test_a_system_that_does_not_answer_is_not_waited_for(
    programs: Path, slow: str, said: Trouble
) -> None:
    put(programs, "lpstat", "echo 'printer b is idle.'")
    put(programs, slow, "exec /bin/sleep 60")
    begun = monotonic()

    assert reason(Queue("b", "A5", timeout=0.5)) == said

    assert monotonic() - begun < 5


def test_what_lp_complains_of_is_passed_on(programs: Path) -> None:
    put(programs, "lpstat", "echo 'printer b is idle.'")
    put(programs, "lp", "echo 'lp: Unsupported document-format.' >&2; exit 1")

    assert reason(Queue("b", "A5")) == "not accepting: Unsupported document-format."


@pytest.mark.parametrize(
    "ends", ["exit 0", "kill -9 $$", "echo 'request id is b-7 (1 file(s))'; exit 1"]
)
def test_a_job_that_is_not_surely_refused_may_be_on_paper(programs: Path, ends: str) -> None:
    put(programs, "lpstat", "echo 'printer b is idle.'")
    put(programs, "lp", ends)

    trouble, _ = Trouble.read(reason(Queue("b", "A5")))

    assert trouble is Trouble.PERHAPS


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_to_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    assert reason(Folder(tmp_path)) == "folder: Permission denied"
