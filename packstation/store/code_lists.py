"""Codes as their owner looks through them: a page at a time, however many there are."""

from typing import Final

from sqlalchemy import (
    Connection,
    Select,
    String,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal_column,
    select,
)

from packstation.domain.codes import LearnedCode
from packstation.domain.product_codes import PAGE, TaughtCode
from packstation.domain.product_labels import ProductLabel
from packstation.store.own_codes import OURS
from packstation.store.rows import ProductCodeRow, ProductPartRow, ProductRow

TURN: Final = 20_000
"""Products that one statement looks at when all of them are counted."""
_PAST_ALL: Final = 2**62

_of_it = ProductCodeRow.product_id == ProductRow.id
_ours = exists().where(_of_it, ProductCodeRow.source == OURS)
# A code that is only its SKU is on no thing by itself.
_coded = exists().where(_of_it, ProductCodeRow.source.not_in(("sku", OURS)))
_a_kit = exists().where(ProductPartRow.kit_id == ProductRow.id)
_to_scan = (ProductRow.packable, ~_coded, ~_a_kit)

_LAST = select(func.max(ProductRow.id))
_COUNTED = select(func.count(), func.coalesce(func.sum(case((_ours, 1), else_=0)), 0)).where(
    ProductRow.id > bindparam("after"), ProductRow.id <= bindparam("until"), *_to_scan
)
_label = (
    select(ProductCodeRow.code)
    .where(_of_it, ProductCodeRow.source == OURS)
    .order_by(ProductCodeRow.id)
    .limit(1)
    .scalar_subquery()
)
_LISTED = (
    select(
        ProductRow.id,
        ProductRow.sku,
        ProductRow.name,
        ProductRow.variant,
        ProductRow.place,
        func.coalesce(_label, "").label("code"),
    )
    .where(ProductRow.id < bindparam("before"), *_to_scan)
    .order_by(ProductRow.id.desc())
    .limit(bindparam("most"))
)
_BARE = _LISTED.where(~_ours)
_LABELLED = _LISTED.where(_ours)

# Written out: SQLite takes an index of some rows only for what it is sure to find there.
_taught = ProductCodeRow.source == literal_column("'learned'", String)
_TAUGHT_COUNT = select(func.count()).select_from(ProductCodeRow).where(_taught)
_TAUGHT = (
    select(
        ProductCodeRow.id,
        ProductCodeRow.code,
        ProductRow.name,
        ProductRow.variant,
        ProductCodeRow.units,
        ProductCodeRow.learned_by,
        ProductCodeRow.learned_at,
    )
    .join(ProductRow, ProductRow.id == ProductCodeRow.product_id)
    .where(_taught)
    .order_by(ProductCodeRow.id.desc())
)
_TAUGHT_BEFORE = _TAUGHT.where(ProductCodeRow.id < bindparam("before")).limit(PAGE + 1)
_TAUGHT_ONE = _TAUGHT.where(ProductCodeRow.id == bindparam("wanted"))
_FORGET = delete(ProductCodeRow).where(_taught, ProductCodeRow.id == bindparam("wanted"))


class CodeLists:
    """Newest first, because the newest is what somebody has just brought in or taught."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> tuple[int, int]:
        """Products with nothing to scan on them, and those with a label of ours only."""
        last = self._connection.execute(_LAST).scalar() or 0
        every = labelled = 0
        for after in range(0, last, TURN):
            turn = {"after": after, "until": after + TURN}
            some, ours = self._connection.execute(_COUNTED, turn).one()
            every, labelled = every + some, labelled + ours
        return every - labelled, labelled

    def bare(self, most: int, before: int | None = None) -> dict[int, ProductLabel]:
        """Id -> product with nothing to scan on it."""
        return self._listed(_BARE, most, before)

    def labelled(self, most: int, before: int | None = None) -> dict[int, ProductLabel]:
        """Id -> product with a label of ours and nothing else."""
        return self._listed(_LABELLED, most, before)

    def taught_count(self) -> int:
        return self._connection.execute(_TAUGHT_COUNT).scalar_one()

    def taught(self, before: int | None = None) -> tuple[TaughtCode, ...]:
        """Up to PAGE of them, and one more if there is."""
        return self._taught(_TAUGHT_BEFORE, {"before": before or _PAST_ALL})

    def forget(self, taught_id: int) -> LearnedCode | None:
        """What is forgotten; None when it was already."""
        wanted = {"wanted": taught_id}
        gone = self._taught(_TAUGHT_ONE, wanted)
        self._connection.execute(_FORGET, wanted)
        return gone[0].told if gone else None

    def _listed(
        self, statement: Select[*tuple[object, ...]], most: int, before: int | None
    ) -> dict[int, ProductLabel]:
        asked = {"before": before or _PAST_ALL, "most": most}
        return {
            row.id: ProductLabel(row.sku, row.name, row.variant, row.place, row.code)
            for row in self._connection.execute(statement, asked)
        }

    def _taught(
        self, statement: Select[*tuple[object, ...]], asked: dict[str, int]
    ) -> tuple[TaughtCode, ...]:
        return tuple(
            TaughtCode(
                row.id,
                LearnedCode(
                    code=row.code,
                    product=row.name,
                    variant=row.variant,
                    units=row.units,
                    by=row.learned_by or "",
                    at=row.learned_at,
                ),
            )
            for row in self._connection.execute(statement, asked)
        )
