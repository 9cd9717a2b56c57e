"""A choice goes into bench.toml, and what somebody wrote there by hand stays."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from packstation.bench_file import keep
from packstation.settings import BenchSettings, SettingsBroken, as_it_is_now

ROOT = Path(__file__).parents[1]
LONG_AGO = 1_700_000_000.0
BY_HAND = """# our bench at the window
bench = "2"   # the one with the lamp

printer = 'Old_one'
volume = "40"
"""


def test_other_keys_and_remarks_stay(tmp_path: Path) -> None:
    file = tmp_path / "bench.toml"
    file.write_text(BY_HAND, "utf-8")
    keep(file, printer='My "best" printer', media="A6")
    assert file.read_text("utf-8") == (
        BY_HAND.replace("'Old_one'", '"My \\"best\\" printer"') + 'media = "A6"\n'
    )


def test_a_file_that_is_not_there_is_begun(tmp_path: Path) -> None:
    keep(tmp_path / "bench.toml", printer="Zebra")
    settings = as_it_is_now(BenchSettings(home=tmp_path, database="sqlite://"))
    assert (settings.printer, settings.media) == ("Zebra", "A5")
    assert [it.name for it in tmp_path.iterdir()] == ["bench.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights, nor links")
@pytest.mark.parametrize("rights", [0o600, 0o644])
def test_whoever_could_read_it_still_can_and_nobody_else(tmp_path: Path, rights: int) -> None:
    file, link = tmp_path / "kept elsewhere.toml", tmp_path / "bench.toml"
    file.write_text(BY_HAND, "utf-8")
    file.chmod(rights)
    link.symlink_to(file)
    keep(link, printer="Zebra")
    assert stat.S_IMODE(file.stat().st_mode) == rights
    assert link.is_symlink()
    assert "Zebra" in file.read_text("utf-8")


def test_a_file_nobody_can_read_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "bench.toml"
    file.write_text("bench = ", "utf-8")
    with pytest.raises(SettingsBroken):
        keep(file, printer="Zebra")
    assert file.read_text("utf-8") == "bench = "


def test_what_somebody_else_is_writing_just_now_stays(tmp_path: Path) -> None:
    beside = tmp_path / ".bench.toml.abc123.unfinished"
    beside.write_text("volume = ", "utf-8")
    keep(tmp_path / "bench.toml", printer="Zebra")
    assert beside.read_text("utf-8") == "volume = "


def test_what_a_killed_program_left_goes_with_a_later_choice(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from packstation.bench_file import keep;"
        " os.fsync = lambda _: os._exit(9); keep(Path(sys.argv[1]), printer='Zebra')"
    )
    file = tmp_path / "bench.toml"
    file.write_text(BY_HAND, "utf-8")
    killed = subprocess.run(
        [sys.executable, "-c", program, str(file)], cwd=ROOT, check=False, timeout=60
    )
    left = len(list(tmp_path.iterdir()))
    unharmed = file.read_text("utf-8")
    for it in tmp_path.iterdir():
        os.utime(it, (LONG_AGO, LONG_AGO))
    keep(file, printer="Zebra")
    assert (killed.returncode, left, unharmed) == (9, 2, BY_HAND)
    assert [it.name for it in tmp_path.iterdir()] == ["bench.toml"]
