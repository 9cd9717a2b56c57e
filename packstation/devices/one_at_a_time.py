"""One bench window for each data folder: a second one is refused kindly."""

import os
import sys
from pathlib import Path
from typing import IO, Final, Self

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows locks bytes and keeps everybody from reading them: ours lies behind the number.
_LOCKED_BYTE: Final = 1 << 20


class Hold:
    """A data folder held by this process; the system lets go when the process ends."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    @classmethod
    def take(cls, path: Path) -> Self | None:
        """Hold the lock file ``path``, or None while another process does.

        Raises OSError when the file cannot be written.
        """
        file = path.open("a+", encoding="ascii")
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            file.close()
            return None
        except BaseException:
            file.close()
            raise
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        return cls(file)

    def release(self) -> None:
        # The file stays: whoever deleted it could delete the one another has just taken.
        self._file.close()


def holder(path: Path) -> int | None:
    """The process that took ``path`` last, for the sentence of refusal; None if unknown."""
    try:
        return int(path.read_text("ascii"))
    except (OSError, ValueError):
        return None


if sys.platform == "win32":

    def _lock(file: IO[str]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
