"""Keeps PySide6 from reading the source of everything that is imported after it.

Since 6.5 it looks through each module for its own name, for the sake of ``from __feature__
import``, which we do not use. Of a whole start that keeps 25 MB of source text in memory, and
takes a tenth of a second.
"""

import builtins
import linecache


def import_plainly() -> None:
    """From now on, import as before PySide6's features; done again, it changes nothing."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()  # what it has read so far: 2 MB
