"""A made-up shop that writes notes for months: what the simulation and the printed ones use."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from packstation.domain.drafts import Draft
from packstation.domain.known import Buyer, Recipient
from packstation.domain.note_pools import Pools, Tone
from packstation.domain.notes import Asked, three_drafts
from packstation.domain.notes_past import SAME_POINT, SAME_STREET, NotesPast, Whose, Written
from packstation.domain.orders import GIFT
from packstation.domain.scene import Scene
from packstation.domain.talking_points import GIFT_SAFE, POINTS
from packstation.domain.touches import TalkingPoint
from packstation.places import resources
from packstation.words.note_pools import load_pools
from tests.making import NOON, a_customer_card, an_order

POOLS: Final[Pools] = load_pools(resources())
SPOKEN: Final = tuple((pool.language, pool.tone) for pool in POOLS.pools)
FIRST_DAY: Final = date(2026, 1, 7)
PRODUCTS: Final = (
    "Taza de barro",
    "Té verde Sencha, 100 g",
    "Tetera de hierro (azul)",
    "WHITE HANGING HEART T-LIGHT HOLDER",
    "Juego de café de porcelana pintada a mano con bandeja de madera de olivo",
    "Cuaderno de tela",
    "Jabón de lavanda",
    "Manta «Nube» 130 x 170",
)
NAMES: Final = ("Lucía", "Noor", "", "Jean-Pierre", "Guest", "Àlex", "María de los Ángeles")
PACKERS, NOTES_A_DAY, STREETS, CUSTOMERS = 2, 2, 30, 120


@dataclass(frozen=True, slots=True)
class Sent:
    """A note of the simulation, and what it had to tell."""

    draft: Draft[Buyer] | Draft[Recipient]
    written: Written
    past: NotesPast
    """Before it."""
    offered: int
    """Drafts to choose from."""


def months_of_notes(language: str, tone: Tone, notes: int) -> Iterator[Sent]:
    """The first draft of each order, written down, until there are ``notes``."""
    book = Notebook()
    order_id = 5000 * SPOKEN.index((language, tone))
    while len(book.all) < notes:
        order_id += 1
        on = FIRST_DAY + timedelta(days=order_id % 5000 // NOTES_A_DAY)
        scene, points, whose = an_occasion(order_id, language)
        past = book.past_of(whose, on)
        drafts = three_drafts(scene, points, Asked(past=past, pools=POOLS, tone=tone)).drafts
        if drafts:
            recorded = drafts[0].text if order_id % 3 == 0 else ""
            written = drafts[0].written(past, on, recorded)
            yield Sent(drafts[0], written, past, len(drafts))
            book.add(written)


def an_occasion(order_id: int, language: str) -> tuple[Scene, list[TalkingPoint], Whose]:
    """An order with one thing to tell, mostly of a customer who has been here before."""
    chance = int(sha256(f"{language} {order_id}".encode()).hexdigest(), 16)
    customer, key = chance % CUSTOMERS, POINTS[order_id % len(POINTS)]
    card = a_customer_card(id=customer, called=NAMES[customer % len(NAMES)])
    order = an_order(id=order_id, language=language)
    if key == GIFT_SAFE:
        order = replace(order, flags=(GIFT,))
    whose = Whose(order_id % PACKERS, customer, f"street {customer % STREETS}")
    point = TalkingPoint(key, _about(key, chance // CUSTOMERS))
    return Scene(order=order, card=card, now=NOON), [point], whose


def _about(key: str, chance: int) -> str:
    if key == "milestone":
        return str(5 * (1 + chance % 12))
    if key == "recovery" and chance % 4 == 0:
        return ""
    speaks = key in {"recovery", "favourite", "rebuy"}
    return PRODUCTS[chance % len(PRODUCTS)] if speaks else ""


class Notebook:
    """Everything written so far, and what of it binds the next note, as the store reads it."""

    def __init__(self) -> None:
        self.all: list[Written] = []
        self._of: dict[tuple[str, object], list[Written]] = defaultdict(list)

    def add(self, note: Written) -> None:
        for key in _keys(note.whose):
            self._of[key].append(note)
        self.all.append(note)

    def past_of(self, whose: Whose, today: date) -> NotesPast:
        customer, packer, street = (self._of[key][::-1] for key in _keys(whose))
        return NotesPast(
            whose=whose,
            today=today,
            customer=tuple(
                it for n, it in enumerate(customer) if n < 5 or today - it.on < SAME_POINT
            ),
            packer=tuple(packer[:19]),
            street=tuple(it for it in street if today - it.on < SAME_STREET),
            uses=Counter(phrase for it in self.all[-200:] for phrase in it.phrases),
        )


def _keys(whose: Whose) -> tuple[tuple[str, object], ...]:
    return (
        ("customer", whose.customer_id),
        ("packer", whose.packer_id),
        ("street", whose.postcode),
    )
