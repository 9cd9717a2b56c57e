"""Whom an order is for and what else a row tells of it: neither takes the other's room."""

from PySide6.QtCore import QRectF

from packstation.domain.orders import Waiting
from packstation.domain.shop import Shop
from packstation.ui.ink import Ink
from packstation.ui.lettering import MIDDLE, Run, height_of, width_of
from packstation.ui.look import BIG_TEXT, SOFT
from packstation.words.card_phrases import language
from packstation.words.words import Words

BETWEEN = " · "


def whom(waiting: Waiting, words: Words, shop: Shop) -> tuple[Run, ...]:
    """The name, and behind it what tells this order from a plain one."""
    facts = [words.n("{n} piece", "{n} pieces", waiting.pieces)]
    if waiting.first_order:
        facts.append(words("first order"))
    if waiting.gift:
        facts.append(words("gift"))
    if waiting.language != shop.language:
        facts.append(language(waiting.language, words))
    if waiting.held_because:
        facts = [waiting.held_because]
    facts = ["", *facts] if waiting.customer_name else facts  # nobody is called "nobody"
    name = Run(waiting.customer_name, BIG_TEXT, folds=True)
    return name, Run(BETWEEN.join(facts), BIG_TEXT, SOFT)


def write_whom(ink: Ink, box: QRectF, who: tuple[Run, ...]) -> None:
    """On one line; where that is too short, the name has it for itself."""
    name, rest = who
    if not name.text or not rest.text or width_of(*who) <= box.width():
        ink.write(box, *who, align=MIDDLE)
        return
    line = height_of((name,), box.width(), 1)
    upper = QRectF(box.left(), box.center().y() - line, box.width(), line)
    ink.write(upper, name)
    ink.write(upper.translated(0, line), rest._replace(text=rest.text.removeprefix(BETWEEN)))
