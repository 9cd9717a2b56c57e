"""Whether an import was killed and left something: asked at each start, so it costs little."""

from pathlib import Path
from typing import Final

from sqlalchemy import Engine, select

from packstation.store.engine import reading
from packstation.store.rows import ImportRow
from packstation.store.scratch_place import scratch_beside

# One that was killed is cleared up at the next start: it is never far from the last.
_LATEST: Final = select(ImportRow.published_at).order_by(ImportRow.id.desc()).limit(20)


def left_behind(engine: Engine, elsewhere: Path) -> bool:
    """``elsewhere``: as for ``scratch_beside``.

    Also true while an import runs.
    """
    with reading(engine).connect() as connection:
        latest = connection.execute(_LATEST).scalars().all()
    return None in latest or scratch_beside(engine, elsewhere).exists()
