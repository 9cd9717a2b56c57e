"""Where the program's own files lie: beside the checkout, or inside the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resources() -> Path:
    """The folder with fonts, pictures of the program and text catalogues."""
    return _own("resources")


def migrations() -> Path:
    """The folder with Alembic's env.py and versions."""
    return _own("migrations")


def _own(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"  # the wheel carries it inside the package
    return installed if installed.is_dir() else _PACKAGE.parent / name
