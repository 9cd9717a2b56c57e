"""Casa Azul: a shop to try everything on. The same seed and day make the same shop."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, Final

from packstation.demo.baskets import Shelves
from packstation.demo.calendar import MADRID
from packstation.demo.catalogue import wares
from packstation.demo.particulars import with_particulars
from packstation.demo.pictures import draw_pictures
from packstation.demo.shelf_of_touches import body_of_a_code, touches
from packstation.demo.tale import Teller
from packstation.demo.team import team
from packstation.domain.codes import CLEAR_ALPHABET, MARK_LENGTH
from packstation.domain.founding import NewShop
from packstation.domain.shop import COMMANDS, Brand, Shop
from packstation.domain.touches import TouchKind

SEED: Final = "casa-azul"

Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class DemoShop:
    founding: NewShop
    pictures: tuple[tuple[str, str], ...]
    """File name and SVG text of every product's picture."""


def demo_shop(
    built_at: datetime, rules: Path, progress: Progress = lambda _: None, seed: str = SEED
) -> DemoShop:
    """The shop as on the day of ``built_at``; ``rules`` is the folder of the starter rules."""
    here = built_at.astimezone(MADRID)
    chance = Random(f"{seed}/shop")
    mark = "".join(chance.choices(CLEAR_ALPHABET, k=MARK_LENGTH))
    things, shelf = wares(seed), touches(mark, chance)
    pictures = tuple(draw_pictures(things))
    progress(0.1)
    treats = tuple(touch for touch in shelf if touch.kind is TouchKind.TREAT)
    tale = Teller(seed, here, Shelves(seed, things), treats).tell(progress)
    bare = NewShop(
        shop=_shop(mark, chance),
        source="demo",
        founded_at=here,
        packers=team(mark, chance),
        touches=shelf,
        rules=tuple(draft | {"state": "on"} for draft in starter_rules(rules)),
        products=tuple(thing.product for thing in things),
        customers=tuple(person.customer for person in tale.people),
        orders=tale.orders,
        incidents=tale.incidents,
        given=tale.given,
    )
    founding = with_particulars(seed, bare)
    progress(1.0)
    return DemoShop(founding, pictures)


def starter_rules(folder: Path) -> tuple[dict[str, Any], ...]:
    """The drafts in ``folder``, in the order of their file names."""
    return tuple(json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))


def _shop(mark: str, chance: Random) -> Shop:
    return Shop(
        brand=Brand(
            name="Casa Azul",
            contact="hola@casaazul.example · 900 000 000",
            answer_link="https://casaazul.example/hola/{parcel}?v={proof}",
        ),
        mark=mark,
        commands={body_of_a_code(chance): name for name in COMMANDS},
    )
