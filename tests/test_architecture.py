"""The house rules no linter knows, each with what to do instead."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
FOLDERS = ("packstation", "migrations", "resources", "tests", "docs", ".ci")
PYTHON = sorted(
    path
    for folder in ("packstation", "migrations", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if path.stat().st_size and path.parent.name != "versions"  # those Alembic writes
)

LONGEST_FILE = 300
LONGEST_FUNCTION = 30

# Tables of facts or of sentences may be longer than a file of code. Each with its reason.
TABLES: dict[str, str] = {
    "packstation/domain/events.py": "every event, side by side",
    "packstation/domain/intake.py": "every reason why nothing came in, side by side",
    "packstation/domain/outcomes.py": "every outcome, side by side",
    "tests/making.py": "believable values, side by side",
    "packstation/store/rows.py": "the tables of the database, side by side",
    "packstation/words/phrases.py": "a sentence for every outcome",
    "packstation/words/fact_names.py": "a name and a help for every fact",
}

# The other packages each of ours may import; a folder that is not named here may import any.
OUTSIDE: dict[str, set[str]] = {
    "demo": set(),
    "devices": {"serial"},
    "domain": set(),
    "shops": set(),
    "slips": {"PIL", "arabic_reshaper", "barcode", "bidi", "reportlab", "segno"},
    "store": {"alembic", "cattrs", "sqlalchemy"},
    "ui": {"PySide6", "pypdfium2", "shiboken6"},
    "words": {"babel"},
}

NAMES_OF_NOTHING = re.compile(
    r"(Manager|Helper|Handler|Service|Utils?|Data|Info)$|^get_|_list$"
)

# Spelled in pieces, or this file would be the first to break its own rule.
ADDRESSES = re.compile(
    rb"pypi\.(?:org|python\.org)|pythonhosted\.org|anaconda\.org|npmjs\.(?:com|org)"
    rb"|--(?:extra-)?index-url|--find-links|/(?:root|home|work)/\w|/opt/[a-z]"
)

every_module = pytest.mark.parametrize(
    "path", PYTHON, ids=[str(path.relative_to(ROOT)) for path in PYTHON]
)


def test_imports_keep_to_the_contracts() -> None:
    assert lint_imports(str(ROOT / "pyproject.toml"), no_cache=True) == 0, (
        "See the chain above: move what both sides need further down, or hand it in as a value."
    )


@every_module
def test_a_module_is_short_enough_to_be_read_at_once(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() in TABLES:
        pytest.skip("a table")
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE, (
        "Find the second noun in it and give that a module; a table is named in TABLES."
    )


@every_module
def test_a_function_is_short_enough_to_be_seen_at_once(path: Path) -> None:
    long = [f"{it.name}, line {it.lineno}" for it in _functions(path) if _too_long(it)]
    assert not long, f"Name a step of it and make that a function of its own: {long}"


@every_module
def test_a_module_opens_with_why_it_is_there(path: Path) -> None:
    assert ast.get_docstring(_tree(path)), (
        "Begin it with one sentence that says why it is there."
    )


@every_module
def test_a_module_imports_only_the_packages_its_folder_may(path: Path) -> None:
    folder = path.relative_to(ROOT).parts[1]
    if not path.is_relative_to(ROOT / "packstation") or folder not in OUTSIDE:
        pytest.skip("may import any package")
    strangers = _outside(path) - OUTSIDE[folder]
    assert not strangers, f"Ask for the finished value instead of importing {strangers}."


@every_module
def test_names_come_from_the_bench(path: Path) -> None:
    named = [
        it.name
        for it in ast.walk(_tree(path))
        if isinstance(it, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and NAMES_OF_NOTHING.search(it.name)
    ]
    assert not named, f"Call it what a packer would call it, not {named}."


@every_module
def test_nothing_waits_for_time_to_pass(path: Path) -> None:
    waits = [
        it.lineno
        for it in ast.walk(_tree(path))
        if isinstance(it, ast.Call) and ast.unparse(it.func) == "qtbot" + ".wait"
    ]
    assert not waits, f"Lines {waits}: wait for what should happen, with qtbot.waitUntil."


def test_no_address_of_a_registry_or_a_machine_is_committed() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {hit.group().decode()}"
        for path in _committed()
        if path != Path(__file__) and (hit := ADDRESSES.search(path.read_bytes()))
    ]
    assert not found, (
        f"Names and versions only; where they come from is each machine's own: {found}"
    )


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _too_long(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if len(body) == 1 and isinstance(body[0], ast.Match):
        return False  # one match over a union is a table
    return (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION


def _outside(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(_tree(path)):
        match node:
            case ast.Import():
                names |= {alias.name.partition(".")[0] for alias in node.names}
            case ast.ImportFrom(module=str(module)):
                names.add(module.partition(".")[0])
            case _:
                pass
    return names - sys.stdlib_module_names - {"packstation"}


def _committed() -> Iterator[Path]:
    places = [ROOT / name for name in FOLDERS]
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for place in places:
        yield from (
            path
            for path in place.rglob("*")
            if path.is_file() and path.suffix not in {".mo", ".pyc"}
        )
