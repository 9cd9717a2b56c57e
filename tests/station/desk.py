"""Somebody at the office who looks at files, answers what is asked, and brings them in."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from packstation.domain.file_errands import (
    FileErrand,
    FileMatched,
    FileNews,
    FileSeen,
    LookAtFile,
)
from packstation.domain.matching import DayOrder, Match
from packstation.station.catalogue import CatalogueIntake
from packstation.station.file_desk import FileDesk
from tests.station.bringing import NOW, SHOP, an_intake

HEADER = "Nº Pedido;Fecha;Cód. artículo;Uds.;Estado"
ROWS = ("P-1;03/04/2026;JAB-1;2;Pagado", "P-2;04/04/2026;VELA;1;En reparto")
TOLD = {"En reparto": "held"}
STATES = "SELECT number, state, placed_at FROM orders ORDER BY number"


def a_desk(engine: Engine, folder: Path) -> FileDesk:
    catalogue = CatalogueIntake(engine, folder / "pictures", lambda: NOW)
    return FileDesk(engine, SHOP, an_intake(engine), catalogue)


def written(folder: Path, *rows: str, header: str = HEADER, name: str = "gestor.csv") -> str:
    path = folder / name
    path.write_text("\n".join((header, *rows, "")), "utf-8")
    return str(path)


def last(desk: FileDesk, errand: FileErrand) -> FileNews:
    return list(desk.answer(errand))[-1]


def matched(desk: FileDesk, path: str) -> FileMatched:
    """``path`` as somebody has matched it who says what is asked."""
    seen = last(desk, LookAtFile(path))
    assert isinstance(seen, FileSeen)
    said = replace(seen.preview.match, day_order=DayOrder.DAY_FIRST, states=TOLD)
    return new_file(desk, path, said)


def known(desk: FileDesk, path: str) -> FileMatched:
    return new_file(desk, path, None)


def new_file(desk: FileDesk, path: str, match: Match | None) -> FileMatched:
    seen = last(desk, LookAtFile(path, match))
    assert isinstance(seen, FileSeen)
    assert seen.preview.ready
    preview = seen.preview
    return FileMatched(path=path, stamp=preview.stamp, kind=preview.kind, match=preview.match)


def known_or_new(desk: FileDesk, path: str) -> FileMatched:
    seen = last(desk, LookAtFile(path))
    assert isinstance(seen, FileSeen)
    return new_file(desk, path, seen.preview.match)
