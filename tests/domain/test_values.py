"""What the domain hands around is a value: nobody changes it after it was made."""

import inspect
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import pytest

from packstation import domain


def _values() -> Iterator[type]:
    for module in iter_modules(domain.__path__, "packstation.domain."):
        for _, it in inspect.getmembers(import_module(module.name), inspect.isclass):
            ours = it.__module__ == module.name and not it.__name__.startswith("_")
            # Errors gather notes on their way up.
            if ours and is_dataclass(it) and not issubclass(it, Exception):
                yield it


@pytest.mark.parametrize("value", [*_values()], ids=lambda it: it.__qualname__)
def test_a_value_is_frozen_and_has_slots(value: type) -> None:
    assert value.__dataclass_params__.frozen  # type: ignore[attr-defined] # known at run time only
    assert "__slots__" in vars(value)
