"""The real program, started as a person starts it, with a witness at its side.

Run as ``python -m tests.bench.started``. Says in turn: "painted" after its first paint, with
the heavy modules that are there by then; "heard" when its filter takes the keys; "field" when
the sign-in screen is painted; "ready" when the shop is open; and its memory some time after
the first overview.
"""

import sys
from importlib import import_module

from PySide6.QtCore import Slot

from packstation import desktop
from packstation.__main__ import main

HEAVY = ("PIL", "alembic", "barcode", "reportlab", "segno", "sqlalchemy")


class Witness(desktop.MovingIn):
    """Stands by when the bench moves in."""

    @Slot()
    def _move_in(self) -> None:
        print("painted", *(name for name in HEAVY if name in sys.modules), flush=True)
        # Not before: the program itself loads its screens only after the first paint.
        import_module("tests.bench.witness").attend()
        super()._move_in()
        print("heard", flush=True)


if __name__ == "__main__":
    # The program knows nothing of witnesses, and takes the one it finds by this name.
    vars(desktop)["MovingIn"] = Witness
    sys.exit(main([]))
