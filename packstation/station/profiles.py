"""How files are read: the kinds we came with, and those that somebody here has matched."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final
from zoneinfo import ZoneInfo

from packstation.domain.intake import ProfileUnknown, ProfileWrong
from packstation.places import resources
from packstation.shops.preview import Known
from packstation.shops.profile import Profile, named, remembered, shipped
from packstation.store.engine import Database, reading
from packstation.store.work import Work

KEY: Final = "profiles"
"""Under which the shop's settings keep them, so that every bench reads by them."""
_MOST: Final = 100
_ALL: Final = "all"


class Profiles:
    """Looked up whenever a file comes: another bench may have matched one meanwhile."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = resources() / "profiles"

    def all(self) -> tuple[Profile, ...]:
        """The shop's own first. What was broken by hand is left out."""
        return (*self._own(), *shipped(self._folder))

    def known(self, zone: ZoneInfo) -> Known:
        return Known(self.all(), self._folder, zone)

    def named(self, name: str) -> Profile:
        """By its name, or read from a TOML file. Raises ProfileUnknown or ProfileWrong."""
        own = next((it for it in self._own() if it.name == name), None)
        if own is not None:
            return own
        try:
            return named(name, self._folder)
        except ProfileUnknown as unknown:
            names = {*unknown.known, *(it.name for it in self._own())}
            raise ProfileUnknown(name, tuple(sorted(names)) if unknown.known else ()) from None

    def keep(self, parts: Mapping[str, Any], replaces: str) -> str:
        """Remember ``parts`` in place of the profile ``replaces``; answers its name."""
        with Work(self._database, "") as work:
            kept = _listed(work.settings.kept(KEY))
            others = [it for it in kept if it.get("name") != replaces]
            taken = {it.get("name") for it in others}
            taken |= {it.name for it in shipped(self._folder)}
            name = replaces or _free(str(parts["name"]), taken)
            mine = {**parts, "name": name}
            if mine not in kept:
                work.settings.keep(KEY, {_ALL: [mine, *others][:_MOST]})
                work.commit()
        return name

    def _own(self) -> tuple[Profile, ...]:
        with Work(reading(self._database), "") as work:
            kept = _listed(work.settings.kept(KEY))
        own = []
        for parts in kept:
            with suppress(ProfileWrong):
                own.append(remembered(parts, self._folder))
        return tuple(own)


def _listed(value: dict[str, Any]) -> list[dict[str, Any]]:
    """What a hand may have changed, as far as it can be read."""
    found = value.get(_ALL, [])
    listed = found if isinstance(found, list) else []
    return [it for it in listed if isinstance(it, dict) and isinstance(it.get("name"), str)]


def _free(name: str, taken: set[Any]) -> str:
    names = (name if n == 1 else f"{name} {n}" for n in range(1, _MOST + len(taken) + 2))
    return next(it for it in names if it not in taken)
