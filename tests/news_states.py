"""What the shop may say of the order on the bench: a table for tests.states."""

from dataclasses import replace

from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack
from packstation.domain.noticed import Difference, News, Part
from tests import making as made
from tests.calm_states import CALM

_ALL: dict[str, object] = {"counts": (1, 3, 1)}
_FEWER = Difference(Part.LINES, "3", "2", "Taza de barro, pequeña")
_MOVED = Difference(
    Part.ADDRESS, "Calle Mayor 5, 2.º B, 28013 Madrid", "Avenida de la Ilustración 117, Soria"
)
_CANCELLED = News("71", "cancelled", (Difference(Part.STATE, "open", "cancelled"),))
_CHANGED = News("72", "open", (_FEWER,))
_CHANGED_MUCH = News("73", "open", (_FEWER, _MOVED, replace(_FEWER, what=made.LONG_NAME)))

NEWS: dict[str, tuple[dict[str, object], out.Outcome]] = CALM | {
    "shop-cancelled": ({"news": _CANCELLED}, out.PieceOk(made.a_line(made.CUP, 3), 1)),
    "shop-cancelled-seal": (
        _ALL | {"news": _CANCELLED, "asked": AskBack.CANCELLED},
        out.ShopSays("1042", _CANCELLED),
    ),
    "shop-changed": ({"news": _CHANGED}, out.PieceOk(made.a_line(made.CUP, 3), 1)),
    "shop-changed-seal": (
        _ALL | {"news": _CHANGED, "asked": AskBack.SEAL, "plan": ()},
        out.AskBeforeSeal(0, (), news=_CHANGED),
    ),
    "shop-changed-much-seal-long": (
        _ALL | {"news": _CHANGED_MUCH, "asked": AskBack.SEAL, "aside": 1},
        out.AskBeforeSeal(1, ("note", "sweets-lemon"), news=_CHANGED_MUCH),
    ),
}
