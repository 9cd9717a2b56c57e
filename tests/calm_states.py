"""What is said in passing and changes nothing else: in the bench's foot, or at the door."""

from typing import Final

from packstation.domain import outcomes as out
from packstation.domain.giving import Left
from packstation.domain.orders import Opener
from packstation.domain.own_phrases import Place, Refusal
from packstation.domain.why import Why
from tests import making as made

_BOX: Final = "Caja premium con lazo de lino crudo"

_SAID: Final[dict[str, out.Outcome]] = {
    "goes-on": out.Resumed(made.LONG_NAME, "Joan"),
    "line-done": out.LineDone(made.a_line(made.CUP, 3)),
    "nothing-to-learn": out.NothingToLearn(),
    "read-twice": out.ReadTwice("8412345678905"),
    "finish-first": out.FinishFirst("1042", "1043"),
    "order-stays": out.OrderStays("WEB-2026-00001042-B"),
    "no-news": out.NoNews("WEB-2026-00001042-B"),
    "phrase-joins": out.PhraseJoins(Place.OPENING),
    "phrase-refused": out.PhraseRefused(Refusal.NO_POINT, Place.POINT),
    "touch-not-planned": out.TouchNotPlanned(_BOX),
    "surprise-added": out.SurpriseAdded("box", _BOX, Left(810, 19)),
    "surprise-refused": out.SurpriseRefused(_BOX, Why.BUDGET, Left(10, 3)),
    "undone": out.Undone("Taza de barro, pequeña"),
    "nothing-to-undo": out.NothingToUndo(),
    "nothing-in-it": out.NothingInIt("1042"),
}
CALM: Final[dict[str, tuple[dict[str, object], out.Outcome]]] = {
    name: ({}, said) for name, said in _SAID.items()
} | {
    "opener-noted": (
        {"order": made.an_order(opener=Opener.RECIPIENT, opener_told=True)},
        out.OpenerNoted(Opener.RECIPIENT),
    ),
}

PEOPLE: Final[dict[str, tuple[int, out.Outcome]]] = {
    "sign-in": (5, out.SignInFirst()),
    "sign-in-many-long-names": (23, out.SignedOut("Marta")),
}
"""How many work here, and what was said last where nobody has signed in."""
