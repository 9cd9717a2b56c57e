"""How files are read: the kinds we came with, and those that somebody here has matched."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from packstation.domain.intake import ProfileUnknown, ProfileWrong
from packstation.places import resources
from packstation.shops.catalogue_profile import (
    CatalogueProfile,
    named_catalogue,
    remembered_catalogue,
    shipped_catalogues,
)
from packstation.shops.preview_way import Known
from packstation.shops.profile import Profile, named, remembered, shipped
from packstation.store.engine import Database, reading
from packstation.store.work import Work

KEY: Final = "profiles"
"""Under which the shop's settings keep them, so that every bench reads by them."""
_MOST: Final = 100
_ALL: Final = "all"
_Read = TypeVar("_Read", Profile, CatalogueProfile)


class Profiles:
    """Looked up whenever a file comes: another bench may have matched one meanwhile."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = resources() / "profiles"

    def all(self) -> tuple[Profile, ...]:
        """The shop's own first. What was broken by hand is left out."""
        return (*self._own(remembered), *shipped(self._folder))

    def catalogues(self) -> tuple[CatalogueProfile, ...]:
        """Those of products, likewise."""
        return (*self._own(remembered_catalogue), *shipped_catalogues(self._folder))

    def known(self, zone: ZoneInfo) -> Known:
        return Known(self.all(), self.catalogues(), self._folder, zone)

    def named(self, name: str) -> Profile:
        """By its name, or read from a TOML file. Raises ProfileUnknown or ProfileWrong."""
        own = next((it for it in self._own(remembered) if it.name == name), None)
        if own is not None:
            return own
        try:
            return named(name, self._folder)
        except ProfileUnknown as unknown:
            names = {*unknown.known, *(str(it["name"]) for it in self._kept())}
            raise ProfileUnknown(name, tuple(sorted(names)) if unknown.known else ()) from None

    def catalogue_named(self, name: str) -> CatalogueProfile | None:
        """As ``named``, of products; None: it is for orders, or nobody knows it."""
        own = (it for it in self._own(remembered_catalogue) if it.columns.name == name)
        return next(own, None) or named_catalogue(name, self._folder)

    def keep(self, parts: Mapping[str, Any], replaces: str) -> str:
        """Remember ``parts`` in place of the profile ``replaces``; answers its name."""
        with Work(self._database, "") as work:
            kept = _listed(work.settings.kept(KEY))
            others = [it for it in kept if it.get("name") != replaces]
            taken = {it.get("name") for it in others}
            taken |= {it.name for it in shipped(self._folder)}
            taken |= {it.columns.name for it in shipped_catalogues(self._folder)}
            name = replaces or _free(str(parts["name"]), taken)
            mine = {**parts, "name": name}
            if mine not in kept:
                work.settings.keep(KEY, {_ALL: [mine, *others][:_MOST]})
                work.commit()
        return name

    def _own(self, read: Callable[[dict[str, Any], Path], _Read]) -> tuple[_Read, ...]:
        """What is of the other sort cannot be read as this one, and is passed over too."""
        own = []
        for parts in self._kept():
            with suppress(ProfileWrong):
                own.append(read(parts, self._folder))
        return tuple(own)

    def _kept(self) -> list[dict[str, Any]]:
        with Work(reading(self._database), "") as work:
            return _listed(work.settings.kept(KEY))


def _listed(value: dict[str, Any]) -> list[dict[str, Any]]:
    """What a hand may have changed, as far as it can be read."""
    found = value.get(_ALL, [])
    listed = found if isinstance(found, list) else []
    return [it for it in listed if isinstance(it, dict) and isinstance(it.get("name"), str)]


def _free(name: str, taken: set[Any]) -> str:
    names = (name if n == 1 else f"{name} {n}" for n in range(1, _MOST + len(taken) + 2))
    return next(it for it in names if it not in taken)
