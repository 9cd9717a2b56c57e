"""The least work that could possibly do the job: what every figure of ours is divided by.

FROZEN. These statements and paint calls are the measure itself: whoever makes them quicker or
slower changes every ratio ever published. Change them only together with what the app must
show or keep, and say so in docs/measurements.md. The empty window is in empty_window.py (it
may import nothing else), the slip in floor_slip.py.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

WIDTH: Final = 1366
HEIGHT: Final = 768

# ---- reading: what the packing screen shows of an order, in seven prepared statements

ORDER: Final = (
    "SELECT o.id, o.number, o.state, o.customer_id, o.customer_name, o.recipient, o.opener,"
    " o.language, o.country, o.channel, o.carrier, o.placed_at, o.leaves_at, o.flags,"
    " o.message, o.gift_message, o.total_cents, o.currency, o.revision, c.name, c.called,"
    " c.language, c.promise, c.no_extras, c.no_personalisation FROM orders o"
    " LEFT JOIN customers c ON c.id = o.customer_id WHERE o.code = ?"
)
LINES: Final = (
    "SELECT l.id, l.quantity, l.note, p.id, p.sku, p.name, p.variant, p.place, p.picture,"
    " p.category FROM order_lines l JOIN products p ON p.id = l.product_id"
    " WHERE l.order_id = ? AND p.packable AND l.quantity > 0 ORDER BY p.place, l.position"
)
LIFETIME: Final = (
    "SELECT count(*), min(placed_at), coalesce(sum(CASE WHEN placed_at >= ?3 THEN total_cents"
    " ELSE 0 END), 0) FROM orders WHERE customer_id = ?1 AND placed_at < ?2"
    " AND state NOT IN ('cancelled', 'arriving')"
)
LATEST: Final = (
    "SELECT placed_at FROM orders WHERE customer_id = ? AND placed_at < ?"
    " AND state NOT IN ('cancelled', 'arriving') ORDER BY placed_at DESC LIMIT 40"
)
TOLD: Final = "SELECT kind, value FROM preferences WHERE customer_id = ? ORDER BY id LIMIT 40"
INCIDENT: Final = (
    "SELECT cause, product_name, reported_at, resolved_at FROM incidents WHERE customer_id = ?"
    " AND reported_at < ? AND healed_at IS NULL ORDER BY reported_at DESC LIMIT 1"
)
TOUCHES: Final = (
    "SELECT touch_key, note_text, at FROM given_touches WHERE customer_id = ? AND at < ?"
    " ORDER BY at DESC LIMIT 40"
)

# ---- writing: one event, safely on disk

MANNERS: Final = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")
EVENT: Final = (
    "INSERT INTO bench_events (bench, seq, op, version, kind, payload, at)"
    " VALUES ('floor', ?1, 'floor' || ?1, 1, 'PieceScanned', ?2, '2026-11-22 12:00:00.000000')"
)
PAYLOAD: Final = (
    '{"code":"8400000000000","found":{"product":{"id":7,"sku":"TAZ-007"},"units":1}}'
)


@dataclass(frozen=True, slots=True)
class OrderRead:
    """The rows as SQLite hands them over."""

    order: tuple[Any, ...]
    lines: list[tuple[Any, ...]]
    lifetime: tuple[Any, ...]
    latest: list[tuple[Any, ...]]
    told: list[tuple[Any, ...]]
    incident: tuple[Any, ...] | None
    touches: list[tuple[Any, ...]]


def connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in MANNERS:
        connection.execute(pragma)
    return connection


def read_order(connection: sqlite3.Connection, code: str) -> OrderRead:
    run = connection.execute
    order = run(ORDER, (code,)).fetchone()
    customer, placed = order[3], order[11]
    year_ago = f"{int(placed[:4]) - 1}{placed[4:]}"
    return OrderRead(
        order,
        run(LINES, (order[0],)).fetchall(),
        run(LIFETIME, (customer, placed, year_ago)).fetchone(),
        run(LATEST, (customer, placed)).fetchall(),
        run(TOLD, (customer,)).fetchall(),
        run(INCIDENT, (customer, placed)).fetchone(),
        run(TOUCHES, (customer, placed)).fetchall(),
    )


def commit_event(connection: sqlite3.Connection, seq: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(EVENT, (seq, PAYLOAD))
    connection.execute("COMMIT")


# ---- importing: the very rows an import wrote, handed to executemany in one transaction

TABLES: Final = (
    "imports", "products", "product_codes", "customers", "orders", "order_lines",
    "search_words",
)  # fmt: skip
"""All that an import of new orders writes to; who is pointed at comes first."""
IMPORT_MANNERS: Final = ("PRAGMA foreign_keys=ON", "PRAGMA cache_size=-8000")

Written = dict[str, list[tuple[Any, ...]]]


def read_written(connection: sqlite3.Connection) -> Written:
    """Every row an import has written, whole, as it lies there."""
    return {it: connection.execute(f"SELECT * FROM {it}").fetchall() for it in TABLES}  # noqa: S608 (ours)


def bring_in(connection: sqlite3.Connection, written: Written) -> None:
    for pragma in IMPORT_MANNERS:
        connection.execute(pragma)
    connection.execute("BEGIN IMMEDIATE")
    for table, rows in written.items():
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 (ours)
    connection.execute("COMMIT")


# ---- painting: the same visible text, on one bare widget

PAPER: Final = QColor("#FBF8F3")
CARD: Final = QColor("#FFFFFF")
INK: Final = QColor("#1F2933")
ROWS: Final = 7
ROW: Final = 52


def _font(pixels: int, weight: int) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class OrderFloor(QWidget):
    """Everything the packing screen says of an order, in bare ``drawText`` calls."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(WIDTH, HEIGHT)
        self._text, self._bold, self._big = _font(20, 400), _font(20, 700), _font(29, 700)
        self._texts: list[tuple[int, int, QFont, str]] = []

    def show_order(self, read: OrderRead) -> None:
        self._texts = [*self._around(read), *self._rows(read.lines)]
        self.update()

    def _around(self, read: OrderRead) -> list[tuple[int, int, QFont, str]]:
        order, first = read.order, read.lines[0]
        text, bold, big = self._text, self._bold, self._big
        pieces = sum(line[1] for line in read.lines)
        told = " ".join(value for _, value in read.told)
        return [
            (22, 36, bold, f"Order {order[1]}"), (180, 36, text, f"0 of {pieces} pieces"),
            (520, 36, bold, order[12] or ""), (800, 36, text, order[10]),
            (1100, 36, bold, "Marta"), (1250, 36, text, "Bench 1"),
            (200, 110, bold, first[7]), (200, 150, big, first[5]),
            (200, 184, text, f"{first[4]} · {first[6]}"),
            (200, 240, big, f"0/{first[1]}"), (280, 240, bold, f"{first[1]} more to scan"),
            (600, 110, big, order[19] or order[4]), (1100, 110, text, order[21] or ""),
            (600, 150, text, f"{read.lifetime[0] + 1}th order, since {read.lifetime[1]}"),
            (600, 190, bold, told), (600, 230, text, order[14] or order[15]),
            (600, 270, text, " ".join(map(str, read.incident or ()))),
            (22, 740, bold, f"Order {order[1]} for {order[4]}"),
            (700, 740, bold, "Undo"), (840, 740, bold, "Leave for later"),
            (1040, 740, bold, f"Sign and print: {pieces} pieces missing"),
        ]  # fmt: skip

    def _rows(self, lines: list[tuple[Any, ...]]) -> list[tuple[int, int, QFont, str]]:
        text, bold = self._text, self._bold
        rows: list[tuple[int, int, QFont, str]] = []
        for n, line in enumerate(lines[1 : 1 + ROWS]):
            y = 330 + n * ROW
            rows += [
                (28, y, text, line[7]),
                (120, y, text, f"{line[5]} · {line[6]}"),
                (500, y, bold, f"0/{line[1]}"),
            ]
        if len(lines) > 1 + ROWS:
            rows.append(
                (120, 330 + ROWS * ROW, text, f"and {len(lines) - 1 - ROWS} more lines")
            )
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt chose the name)
        painter = QPainter(self)
        painter.fillRect(event.rect(), PAPER)
        painter.fillRect(QRect(590, 70, 750, 620), CARD)
        painter.setPen(INK)
        for x, y, font, text in self._texts:
            painter.setFont(font)
            painter.drawText(x, y, text)
        painter.end()


class CellFloor(QWidget):
    """A window of which one cell with a count is painted anew."""

    CELL: Final = QRect(500, 300, 90, ROW)

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(WIDTH, HEIGHT)
        self._bold = _font(20, 700)
        self._count = 0

    def count(self) -> None:
        self._count += 1
        self.update(self.CELL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt chose the name)
        painter = QPainter(self)
        painter.fillRect(event.rect(), PAPER)
        painter.setPen(INK)
        painter.setFont(self._bold)
        painter.drawText(self.CELL, Qt.AlignmentFlag.AlignCenter, f"{self._count}/12")
        painter.end()
