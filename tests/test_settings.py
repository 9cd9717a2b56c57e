"""What bench.toml may say, and what is said of it when it says something else."""

from pathlib import Path

import pytest

from packstation.devices.habits import ScannerHabits, Suffix
from packstation.places import resources
from packstation.settings import BenchSettings, SettingsBroken, read_settings
from packstation.words.words import load


def told(home: Path, text: str) -> BenchSettings:
    home.mkdir(exist_ok=True)
    (home / "bench.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    return read_settings(demo=False, language="")


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PACKSTATION_HOME", str(tmp_path / "shop"))
    return tmp_path / "shop"


def test_a_bench_that_is_told_nothing_has_a_scanner_that_types_and_sounds(home: Path) -> None:
    settings = told(home, "")

    assert (settings.volume, settings.scanner, settings.baud) == (70, "", 9600)
    assert settings.habits == ScannerHabits()


def test_a_bench_is_told_of_its_scanner_and_its_sounds(home: Path) -> None:
    settings = told(
        home,
        'volume = "0"\nscanner = "/dev/ttyACM0"\nbaud = "115200"\n'
        'suffix = "tab"\nprefix = "*"\ngap_ms = "50"\n',
    )

    assert (settings.volume, settings.scanner, settings.baud) == (0, "/dev/ttyACM0", 115_200)
    assert settings.habits == ScannerHabits(suffix=Suffix.TAB, prefix="*", gap_ms=50)


@pytest.mark.parametrize(
    "line, why",
    [
        ('volume = "101"', 'volume: a number from 0 to 100 is wanted, as in "70"'),
        ('volume = "-1"', 'volume: a number from 0 to 100 is wanted, as in "70"'),
        ('volume = "loud"', 'volume: a number from 0 to 100 is wanted, as in "70"'),
        ('volume = "\\u0667\\u0660"', 'volume: a number from 0 to 100 is wanted, as in "70"'),
        ("volume = 70", "volume: a text in quotes is wanted"),
        (f'volume = "{"1" * 5000}"', 'volume: a number from 0 to 100 is wanted, as in "70"'),
        ('gap_ms = "500"', 'gap_ms: a number from 5 to 100 is wanted, as in "35"'),
        ('baud = ""', 'baud: a number from 300 to 4000000 is wanted, as in "9600"'),
        ('suffix = "space"', 'suffix: one of "enter", "tab", "cr_lf" is wanted'),
        ('bench = "1"\nvolume "70"', 'line 2, column 8: this is not key = "value"'),
        ('bench = """1', "it ends in the middle of a value"),
        ("bench = '\ud800'", "it is not written in UTF-8"),
    ],
)
def test_what_a_bench_cannot_be_told_is_said_with_what_it_can(
    home: Path, line: str, why: str
) -> None:
    with pytest.raises(SettingsBroken) as broken:
        told(home, line)

    assert broken.value.why(load("en", resources())) == why
    assert broken.value.where == str(home / "bench.toml")


@pytest.mark.parametrize(
    "line",
    ['volume = "101"', "volume = 70", 'suffix = "space"', "volume", 'bench = """1', "\ud800"],
)
def test_why_a_setting_cannot_be_is_said_in_spanish_too(home: Path, line: str) -> None:
    with pytest.raises(SettingsBroken) as broken:
        told(home, line)

    english, spanish = (broken.value.why(load(it, resources())) for it in ("en", "es"))
    assert english != spanish


def test_a_bench_is_told_where_its_shop_is_and_what_it_is_called(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "postgresql+psycopg://packstation@server/packstation"
    settings = told(home, f'bench = "Norte 2"\ndatabase = "{url}"\n')
    assert (settings.bench, settings.database) == ("Norte 2", url)
    monkeypatch.setenv("PACKSTATION_DATABASE", "sqlite:///elsewhere.db")
    assert told(home, f'database = "{url}"').database == "sqlite:///elsewhere.db"
    assert read_settings(demo=True, language="").database.endswith("packstation.db")


@pytest.mark.parametrize("name", ["", " ", "seventeen letters", " 2", r"a\nb"])
def test_a_name_that_no_table_has_room_for_is_refused(home: Path, name: str) -> None:
    with pytest.raises(SettingsBroken, match="1 to 16 letters"):
        told(home, f'bench = "{name}"')
