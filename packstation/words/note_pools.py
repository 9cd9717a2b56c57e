"""The phrases of handwritten notes, in every language there is: read once, when needed."""

from functools import lru_cache
from pathlib import Path

from packstation.domain.note_pools import Pools, read_pool


@lru_cache
def load_pools(folder: Path) -> Pools:
    """All in ``folder`` (the program's own resources). Raises PoolBroken."""
    files = sorted((folder / "notes").glob("*.toml"))
    return Pools(tuple(read_pool(file.read_text("utf-8")) for file in files))
