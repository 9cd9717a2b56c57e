"""Half an emoji, or NUL, in what a person typed: kept with a sign in its place."""

from dataclasses import replace

import pytest

from packstation.domain import scans
from packstation.domain.own_phrases import Place
from packstation.domain.scans import Command, Scan, Wish
from packstation.station.typed import storable
from tests.small_shop import NOW


@pytest.mark.parametrize("bad", ["\x00", "\ud83d"])
@pytest.mark.parametrize(
    "wish, field",
    [
        (scans.HoldBack("x"), "reason"),
        (scans.Park("x"), "reason"),
        (scans.Reprint("", "x"), "reason"),
        (scans.TellProblem(0, scans.Problem.MISSING, "x"), "reason"),
        (scans.KeepPhrase(place=Place.CLOSING, language="es", text="x"), "text"),
        (scans.GiveDetail("x"), "value"),
    ],
)
def test_what_no_database_takes_becomes_a_sign(wish: Wish, field: str, bad: str) -> None:
    typed = replace(wish, **{field: f"roto {bad}\N{FIRE}"})  # type: ignore[arg-type] # of any wish
    kept = storable(Command(typed, NOW, "op"))
    assert isinstance(kept, Command)
    assert getattr(kept.wish, field) == "roto \ufffd\N{FIRE}"
    assert kept == replace(kept, at=NOW, op="op")


def test_anything_else_stays_what_it_was() -> None:
    whole = Command(scans.HoldBack("\N{FIRE} \u202e {name} %s"), NOW)
    assert storable(whole) is whole
    scan = Scan("\ud83d", NOW)
    assert storable(scan) is scan
