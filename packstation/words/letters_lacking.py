"""Where the letters stand that no slip can show: a screen seldom shows them either."""

from collections.abc import Iterator

from packstation.domain.bench import Packing
from packstation.domain.noticed import Part
from packstation.words.noticed_phrases import part_name
from packstation.words.words import Words


def where_they_are(texts: tuple[str, ...], bench: Packing, words: Words) -> tuple[str, ...]:
    """Each once: the name of the part of the order that a text is from, and what reads well.

    A text is cut, with "…", and its spaces are joined. One from elsewhere stands for itself.
    """
    places = tuple(_places(bench, words))
    return tuple(dict.fromkeys(_told(text, places, words) for text in texts))


def _told(text: str, places: tuple[tuple[str, str], ...], words: Words) -> str:
    piece = text.removeprefix("…").removesuffix("…")
    place = next((name for name, whole in places if piece in " ".join(whole.split())), "")
    clear = _clear(text)
    if not place:
        return clear or text
    return words("{part} “{text}”", part=place, text=clear) if clear else place


def _places(bench: Packing, words: Words) -> Iterator[tuple[str, str]]:
    order = bench.order
    yield part_name(Part.GIFT_MESSAGE, words), order.gift_message
    yield part_name(Part.RECIPIENT, words), order.recipient
    yield part_name(Part.NAME, words), order.customer_name
    yield words("your name"), bench.packer.name
    for line in order.lines:
        yield words("name of a piece"), f"{line.product.name} {line.product.variant}".strip()
        yield words("name of a piece"), line.kit


def _clear(text: str) -> str:
    """What every screen shows of ``text``: Latin, Greek and Cyrillic, if that is a word."""
    shown = (letter for letter in text if letter < "\u0530" or "\u2010" <= letter <= "\u205e")
    clear = " ".join("".join(shown).split())
    return clear if any(map(str.isalnum, clear)) else ""
