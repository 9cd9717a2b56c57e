"""Which orders wait, said so that SQLite looks at no others."""

from sqlalchemy import ColumnElement, literal_column

from packstation.store.rows import LIVE_STATES, OrderRow

# In the very words of the index ix_orders_live, without parameters: only then does SQLite see
# that the index holds all that is asked for. Three million orders would be walked otherwise.
IS_LIVE: ColumnElement[bool] = OrderRow.state.in_(
    [literal_column(f"'{state}'") for state in LIVE_STATES]
)
