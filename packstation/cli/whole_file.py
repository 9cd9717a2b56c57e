"""A file that somebody asked for is there whole, or it is as it was before."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Raises OSError; what was there before is then untouched."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # such as /dev/stdout: nothing can take its place
        return
    path = path.resolve()  # a link goes on pointing to its file
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
