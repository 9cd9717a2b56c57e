"""What packers have given away by a decision of their own."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, literal_column, select

from packstation.store.rows import GivenTouchRow, PackingRow

_OWN = (
    select(GivenTouchRow.touch_key)
    .join(PackingRow, PackingRow.id == GivenTouchRow.packing_id)
    .where(
        PackingRow.packer_id == bindparam("packer_id"),
        GivenTouchRow.at >= bindparam("since"),
        # Written out: only so is it plain that the index of these few will do.
        GivenTouchRow.rule == literal_column("''"),
    )
)


class Surprises:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def since(self, since: datetime, packer_id: int) -> tuple[str, ...]:
        """The keys of the touches, one for each time, in parcels sealed since then."""
        asked = {"packer_id": packer_id, "since": since}
        return tuple(self._connection.execute(_OWN, asked).scalars())
