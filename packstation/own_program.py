"""Our own program once more, in another process: from a checkout, a wheel or a bundle."""

import subprocess
import sys
from pathlib import Path
from typing import Final

# The code the window runs, wherever it was started from and whatever lies in that folder.
OURS: Final = Path(__file__).parents[1]


def command(*arguments: str) -> tuple[str, ...]:
    """A bundle has no other Python to run: it is the program."""
    bundled = getattr(sys, "frozen", False)
    return (sys.executable, *(() if bundled else ("-m", "packstation")), *arguments)


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """Let it live on when this one is closed."""
    return subprocess.Popen(  # noqa: S603 (this very program)
        command(*arguments),
        cwd=OURS,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
