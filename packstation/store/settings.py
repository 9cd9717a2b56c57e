"""What all benches of the shop share: its name and mark, its touches and its rules."""

import base64
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, String, bindparam, cast, insert, select, update

from packstation.domain.giving import Giving
from packstation.domain.json_parts import RuleBroken
from packstation.domain.rule_reading import read_rule
from packstation.domain.rules import Rule, RuleState
from packstation.domain.rulesets import Ruleset
from packstation.domain.shop import Brand, Shop
from packstation.domain.touches import Touch, TouchKind
from packstation.store.base import Fetched
from packstation.store.rows import RuleRow, SettingRow, TouchRow

_KEPT = select(SettingRow.value).where(SettingRow.key == bindparam("kept_as"))
_KEEP = (
    update(SettingRow)
    .where(SettingRow.key == bindparam("kept_as"))
    .values(value=bindparam("value"))
)
_SHOP = select(SettingRow.value).where(SettingRow.key == "shop")
_TOUCHES = select(TouchRow.__table__).order_by(TouchRow.position, TouchRow.id)
_RULES = (
    select(cast(RuleRow.body, String).label("text"), RuleRow.position, RuleRow.id, RuleRow.key)
    .where(RuleRow.state == "on")
    .order_by(RuleRow.position, RuleRow.id)
)

_LOGO = "logo:"

_RuleFound = tuple[str, int, int, str]
"""Its JSON, its place in the owner's order, its id and its key."""


class SettingsBroken(Exception):
    """The shop's row was changed by hand, and does not say any more what a shop is."""


class Settings:
    """The shop as its owner set it up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def shop(self) -> Shop | None:
        """None in a database nobody has set up yet. Raises SettingsBroken."""
        try:
            values = self._connection.execute(_SHOP).scalar()
            if values is None:
                return None
            giving = Giving(**values.get("giving", {}))
            return Shop(**values | {"brand": Brand(**values["brand"]), "giving": giving})
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise SettingsBroken(str(error)) from error

    def keep_shop(self, values: dict[str, Any]) -> None:
        """Write what ``shop`` reads: Shop's fields, with brand and giving as mappings."""
        self.keep("shop", values)

    def kept(self, key: str) -> dict[str, Any]:
        """What was kept under ``key``; empty when nothing was."""
        values = self._connection.execute(_KEPT, {"kept_as": key}).scalar()
        return values if isinstance(values, dict) else {}

    def keep(self, key: str, values: dict[str, Any]) -> None:
        done = self._connection.execute(_KEEP, {"kept_as": key, "value": values})
        if done.rowcount == 0:
            self._connection.execute(insert(SettingRow).values(key=key, value=values))

    def logo(self, name: str) -> bytes:
        """The picture that was kept as ``name``; empty when there is none."""
        try:
            return base64.b64decode(self.kept(_LOGO + name).get("png", "")) if name else b""
        except (TypeError, ValueError):  # changed by hand: a shop goes on without its logo
            return b""

    def keep_logo(self, name: str, png: str) -> None:
        """``png`` in base64; a slip names its own, so none is ever thrown away."""
        if name:
            self.keep(_LOGO + name, {"png": png})

    def touches(self) -> tuple[Touch, ...]:
        return tuple(map(_touch, self._connection.execute(_TOUCHES)))

    def ruleset(self) -> Ruleset:
        """The same, compiled once for all orders."""
        return _ruleset(self._rows())

    def rules(self) -> tuple[Rule, ...]:
        """The rules switched on, in the owner's order, without those nobody can read.

        A rule that somebody broke by hand must not keep a parcel from being packed.
        """
        return _readable(self._rows())

    def unreadable(self) -> tuple[tuple[str, RuleBroken], ...]:
        """The keys of the rules that are left out, each with what is wrong with it."""
        read = ((row[-1], _rule(*row)) for row in self._rows())
        return tuple((key, it) for key, it in read if isinstance(it, RuleBroken))

    def _rows(self) -> tuple[_RuleFound, ...]:
        found = self._connection.execute(_RULES)
        return tuple((it.text, it.position, it.id, it.key) for it in found)


@lru_cache(maxsize=4)
def _ruleset(rows: tuple[_RuleFound, ...]) -> Ruleset:
    return Ruleset(_readable(rows))


def _readable(rows: tuple[_RuleFound, ...]) -> tuple[Rule, ...]:
    return tuple(it for it in (_rule(*row) for row in rows) if isinstance(it, Rule))


@lru_cache(maxsize=512)
def _rule(text: str, place: int, number: int, key: str) -> Rule | RuleBroken:
    """Read once for all orders; the row says whether it is on, whatever its JSON says."""
    del key
    try:
        return replace(read_rule(text), state=RuleState.ON, place=place, number=number)
    except RuleBroken as broken:
        return broken


def _touch(row: Fetched) -> Touch:
    return Touch(
        key=row.key,
        kind=TouchKind(row.kind),
        names=tuple((language, name) for language, name in row.names),
        code=row.code,
        on_hand=row.on_hand,
        edible=row.edible,
        contains=None if row.contains is None else tuple(row.contains),
        tier=row.tier,
        cost_cents=row.cost_cents,
        on_slip=row.on_slip,
        sealed=row.sealed,
        best_before=row.best_before,
        countries=None if row.countries is None else tuple(row.countries),
        seasons=tuple(row.seasons or ()),
        seconds=row.seconds,
    )
