"""What all benches of the shop share: its name and mark, its touches and its rules."""

from typing import Any

from sqlalchemy import Connection, insert, select, update

from packstation.domain.shop import Brand, Shop
from packstation.domain.touches import Touch, TouchKind
from packstation.store.base import Fetched
from packstation.store.rows import RuleRow, SettingRow, TouchRow

_SHOP = select(SettingRow.value).where(SettingRow.key == "shop")
_TOUCHES = select(TouchRow.__table__).order_by(TouchRow.position, TouchRow.id)
_RULES = (
    select(RuleRow.body, RuleRow.state)
    .where(RuleRow.state == "on")
    .order_by(RuleRow.position, RuleRow.id)
)


class Settings:
    """The shop as its owner set it up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def shop(self) -> Shop | None:
        """None in a database nobody has set up yet."""
        values = self._connection.execute(_SHOP).scalar()
        return None if values is None else Shop(**values | {"brand": Brand(**values["brand"])})

    def keep_shop(self, values: dict[str, Any]) -> None:
        """Write what ``shop`` reads; ``values`` has Shop's fields, brand as a mapping."""
        done = self._connection.execute(
            update(SettingRow).where(SettingRow.key == "shop").values(value=values)
        )
        if done.rowcount == 0:
            self._connection.execute(insert(SettingRow).values(key="shop", value=values))

    def touches(self) -> tuple[Touch, ...]:
        return tuple(map(_touch, self._connection.execute(_TOUCHES)))

    def rules(self) -> tuple[dict[str, Any], ...]:
        """The rules switched on, in the owner's order; packstation.domain.rules reads them."""
        # The row says whether a rule is on; its JSON came as it was written.
        return tuple(
            row.body | {"state": row.state} for row in self._connection.execute(_RULES)
        )


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
    )
