"""Changes single keys of a bench's own bench.toml; its other keys and its remarks stay."""

import os
import shutil
import tempfile
from contextlib import suppress
from glob import escape
from pathlib import Path
from time import time
from typing import Final

import tomlkit
from tomlkit.exceptions import TOMLKitError

from packstation.settings import SettingsBroken, read_file
from packstation.words.words import later

_LEFT_BEHIND_S: Final = 10 * 60
"""A writer is done in far less."""


def keep(file: Path, **values: str) -> None:
    """Have ``file`` say ``values``; whole, or as it was. Raises SettingsBroken, OSError."""
    read_file(file)  # what cannot be read is not written over
    try:
        text = file.read_text("utf-8") if file.exists() else ""
        told = tomlkit.parse(text)
    except TOMLKitError as error:
        raise SettingsBroken(str(file), later("it ends in the middle of a value")) from error
    for key, value in values.items():
        told[key] = value
    _write_whole(file, tomlkit.dumps(told))


def _sweep(torn: Path) -> None:
    """Away with what a killed program left; a young one may be somebody's who writes it now."""
    with suppress(FileNotFoundError):  # its writer was done meanwhile
        if time() - torn.stat().st_mtime > _LEFT_BEHIND_S:
            torn.unlink()


def _write_whole(file: Path, text: str) -> None:
    file = file.resolve()  # a link goes on pointing to its file
    before, after = f".{file.name}.", ".unfinished"
    for torn in file.parent.glob(f"{escape(before)}*{after}"):
        _sweep(torn)
    with tempfile.NamedTemporaryFile(
        "wb", dir=file.parent, prefix=before, suffix=after, delete=False
    ) as beside:
        try:
            if file.exists():
                shutil.copymode(file, beside.name)  # it may hold a database's password
            beside.write(text.encode())
            beside.flush()
            os.fsync(beside.fileno())
            beside.close()
            Path(beside.name).replace(file)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise
