"""Loads SQLAlchemy without what only its asynchronous half and its plug-ins would need.

``asyncio``, with encrypted connections and all, and the reading of what is installed are 4 MB,
and nothing at a bench ever uses them. Whoever does, gets them then.
"""

import importlib
import inspect
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final


class Cancelled(BaseException):
    """Nobody raises it: whoever could has loaded ``asyncio``, and raises its own.

    That is no ``Exception`` either, which is what SQLAlchemy asks first.
    """


# What SQLAlchemy asks of them in passing: as it loads, and of every error of a database.
_IN_PASSING: Final[Mapping[str, Mapping[str, object]]] = {
    "asyncio": {
        "iscoroutine": inspect.iscoroutine,
        "TimeoutError": TimeoutError,
        "CancelledError": Cancelled,
    },
    "importlib.metadata": {},
}


class StandIn(ModuleType):
    """Has what it was given, and all else from the module it stands for, which then loads."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever the module has)
        self.step_aside()
        return getattr(importlib.import_module(self.__name__), name)

    def step_aside(self) -> None:
        """From now on who imports it gets the module itself."""
        if sys.modules.get(self.__name__) is self:
            sys.modules.pop(self.__name__, None)


def load_sqlalchemy() -> None:
    """All that a shop in a file needs of it; done again, it changes nothing."""
    with _standing_in():
        importlib.import_module("sqlalchemy.dialects.sqlite")


@contextmanager
def _standing_in() -> Iterator[None]:
    wanted = [StandIn(name) for name in _IN_PASSING if name not in sys.modules]
    for it in wanted:
        vars(it).update(_IN_PASSING[it.__name__])
        sys.modules[it.__name__] = it
        package, _, own = it.__name__.rpartition(".")
        if package:
            setattr(sys.modules[package], own, it)  # until the module itself takes the place
    try:
        yield
    finally:
        for it in wanted:
            it.step_aside()
