"""What an import leaves beside an order that is on a bench, for stories that end early."""

from sqlalchemy import Engine, insert, select, update

from packstation.store.rows import LineRow, OrderRow
from packstation.store.shop_news import NEWS

_ORDER, _LINES = OrderRow.metadata.tables["orders"], LineRow.metadata.tables["order_lines"]


def say(engine: Engine, number: str = "1042") -> None:
    """From now on the shop wants one piece more of each line, by another carrier."""
    with engine.begin() as connection:
        wanted = select(_ORDER).where(_ORDER.c.number == number)
        order = dict(connection.execute(wanted).mappings().one())
        old, new = order["id"], order["id"] + 1000
        order |= {"id": new, "source": NEWS, "outside_id": str(old), "state": "arriving"}
        order |= {"code": "NEWS", "bench": None, "parked": None, "arrives_as": "open"}
        order |= {"content_hash": "another", "carrier": "MRW"}
        connection.execute(insert(_ORDER).values(order))
        lines = connection.execute(select(_LINES).where(_LINES.c.order_id == old)).mappings()
        for line in lines.all():
            more = {"id": line["id"] + 1000, "order_id": new, "quantity": line["quantity"] + 1}
            connection.execute(insert(_LINES).values(dict(line) | more))
        connection.execute(update(_ORDER).where(_ORDER.c.id == old).values(arrives_as="open"))
