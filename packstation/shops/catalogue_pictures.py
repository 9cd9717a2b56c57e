"""Pictures that lie beside a product file come along; nothing is fetched from anywhere."""

import hashlib
import shutil
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from packstation.domain.catalogue import WarningKind

_LARGEST: Final = 20 * 1024 * 1024
_FOLDERS: Final = ("", "pictures", "images", "fotos", "imagenes", "imágenes")
_LOOKED_AT: Final = 1024
# How each begins; ours are shown by Qt, which reads these without more.
_BEGINS: Final = {
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".gif": b"GIF8",
    ".bmp": b"BM",
    ".webp": b"RIFF",
    ".svg": b"<svg",
}


class Pictures:
    """The pictures one file names: looked for beside it, copied when it comes in."""

    def __init__(self, file: Path, shelf: Path) -> None:
        """``shelf`` is the shop's folder of pictures."""
        self._beside = file.parent.resolve()
        self._shelf = shelf
        self._found: dict[str, str | WarningKind] = {}
        self._sources: dict[str, Path] = {}
        self._made: list[Path] = []

    def name_of(self, said: str) -> str | WarningKind:
        """The name ``said``, a path or an address, will have on the shelf; or why it has none.

        Of an address only the last part is looked for: whoever saved the picture beside the
        file kept its name.
        """
        if said not in self._found:
            self._found[said] = self._look(said)
        return self._found[said]

    def count_new(self) -> int:
        """How many ``bring`` would put there."""
        return sum(not (self._shelf / name).exists() for name in self._sources)

    def bring(self) -> int:
        """Put all that were found on the shelf; how many were not there before."""
        self._shelf.mkdir(parents=True, exist_ok=True)
        for name, source in self._sources.items():
            target = self._shelf / name
            if not target.exists():
                self._made.append(target)
                half = target.with_name(f"{name}.part")
                self._made.append(half)
                shutil.copyfile(source, half)
                half.replace(target)
                self._made.remove(half)
        return len(self._made)

    def take_back(self) -> None:
        """What ``bring`` has put there, since the file does not come in."""
        for path in self._made:
            path.unlink(missing_ok=True)
        self._made.clear()

    def _look(self, said: str) -> str | WarningKind:
        away = "://" in said or said.startswith("//")
        try:  # an address may be none at all: https://[
            path = unquote(urlsplit(said).path).rpartition("/")[2] if away else said
            source = self._beside_the_file(path.replace("\\", "/"))
            if source is None:
                return WarningKind.PICTURE_AWAY if away else WarningKind.PICTURE_MISSING
            content = _content(source)
        except (OSError, ValueError):
            return WarningKind.PICTURE_UNREADABLE
        if content is None:
            return WarningKind.PICTURE_UNREADABLE
        digest = hashlib.sha256(content).hexdigest()[:12]
        name = f"{_plain(source.stem)}-{digest}{source.suffix.lower()}"
        self._sources[name] = source
        return name

    def _beside_the_file(self, path: str) -> Path | None:
        """None where there is none. Raises ValueError for one outside the file's folder."""
        for folder in _FOLDERS:
            source = (self._beside / folder / path).resolve()
            if path and source.is_file():
                if not source.is_relative_to(self._beside):
                    raise ValueError(path)
                return source
        return None


def _content(source: Path) -> bytes | None:
    """None for what is no picture, or too large for one."""
    begins = _BEGINS.get(source.suffix.lower())
    if begins is None or source.stat().st_size > _LARGEST:
        return None
    content = source.read_bytes()
    start = content[:_LOOKED_AT]
    fits = begins in start if begins == b"<svg" else start.startswith(begins)
    return content if fits else None


def _plain(stem: str) -> str:
    """A name every file system takes."""
    letters = (it if it.isascii() and (it.isalnum() or it in "-_") else "-" for it in stem)
    return "".join(letters)[:40] or "picture"
