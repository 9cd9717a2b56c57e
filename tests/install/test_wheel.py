"""The wheel is whole: it runs where nothing of the checkout is in reach."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # What builds it is here already: a test fetches nothing.
    build = ["-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index"]
    subprocess.run(
        [sys.executable, *build, "--wheel-dir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_resources_and_migrations_but_no_tests(wheel: Path) -> None:
    inside = set(ZipFile(wheel).namelist())
    assert "packstation/_migrations/versions/0001_the_first_tables.py" in inside
    assert "packstation/_resources/locale/es/LC_MESSAGES/packstation.mo" in inside
    assert "packstation/_resources/fonts/Inter-Regular.ttf" in inside
    assert not [name for name in inside if name.startswith("tests/")]


def test_it_founds_the_demo_shop_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(empty)], check=True)
    (packages,) = (empty / "lib").glob("python3*/site-packages")
    ZipFile(wheel).extractall(packages)
    told = [run(empty, "-c", WHERE), run(empty, "-m", "packstation", "--demo", "waiting")]
    assert told[0].strip() == str(packages / "packstation" / "_resources")
    assert "piezas" in told[1]


WHERE = "from packstation.places import resources; print(resources())"


def run(environment: Path, *arguments: str) -> str:
    """What the environment's Python says.

    The libraries come from here; packstation itself, which is only linked here, does not.
    """
    done = subprocess.run(
        [environment / "bin" / "python", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=environment,
        env={
            "PATH": os.defpath,
            "HOME": str(environment),
            "LANG": "es_ES.UTF-8",
            "PYTHONPATH": sysconfig.get_path("purelib"),
        },
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
