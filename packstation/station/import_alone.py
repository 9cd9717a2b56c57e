"""One import at a time, and nothing half-done of another one: for orders and products alike."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from packstation.domain.intake import ImportRunning, IntakeStopped
from packstation.store.catalogue_arrivals import clear_up_catalogues
from packstation.store.engine import Database
from packstation.store.intake_faults import named_faults
from packstation.store.intake_publish import clear_up
from packstation.store.intake_scratch import Scratch
from packstation.store.intake_turns import Turns
from packstation.store.leftovers import scratch_beside
from packstation.store.server import IMPORT, held_alone


@contextmanager
def import_alone(database: Database) -> Iterator[Scratch]:
    """Raises ImportRunning when one runs, here or on another computer.

    What a killed import left is put in order first; what the block leaves when it fails, too.
    """
    path = scratch_beside(database, Path(tempfile.gettempdir()))
    with held_alone(database, IMPORT) as alone:
        if not alone:
            raise ImportRunning
        with Scratch(path) as scratch:
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


def _clear_up(database: Database) -> None:
    with Turns(database, Event()) as turns:
        clear_up_catalogues(turns)
        clear_up(turns)
