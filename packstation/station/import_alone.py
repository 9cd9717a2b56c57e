"""One import at a time, and nothing half-done of another one: for orders and products alike."""

import gc
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Final

from packstation.domain.intake import ImportRunning, IntakeStopped
from packstation.store.catalogue_arrivals import clear_up_catalogues
from packstation.store.engine import Database
from packstation.store.intake_faults import named_faults
from packstation.store.intake_publish import clear_up
from packstation.store.intake_scratch import Scratch
from packstation.store.intake_turns import Turns
from packstation.store.scratch_place import scratch_beside
from packstation.store.server import IMPORT, held_alone

_SELDOM: Final = 30_000


@contextmanager
def import_alone(database: Database) -> Iterator[Scratch]:
    """Raises ImportRunning when one runs, here or on another computer.

    What a killed import left is put in order first; what the block leaves when it fails, too.
    """
    path = scratch_beside(database, Path(tempfile.gettempdir()))
    with held_alone(database, IMPORT) as alone:
        if not alone:
            raise ImportRunning
        with Scratch(path) as scratch, _garbage_seldom_sought():
            _clear_up(database)
            try:
                yield scratch
            except BaseException:
                # On a full disk even this may fail: then the next import does it.
                with suppress(IntakeStopped), named_faults():
                    scratch.give_way()
                with suppress(IntakeStopped), named_faults():
                    _clear_up(database)
                raise


@contextmanager
def _garbage_seldom_sought() -> Iterator[None]:
    """Nothing an import makes refers to itself: it goes as soon as nobody holds it any more.

    Python would look for such circles two thousand times in an import of 100,000 orders.
    """
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _clear_up(database: Database) -> None:
    with Turns(database, Event()) as turns:
        clear_up_catalogues(turns)
        clear_up(turns)
