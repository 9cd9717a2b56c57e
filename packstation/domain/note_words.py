"""What a note's text is made of: slots filled as plain text, words counted, texts compared."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import pairwise
from typing import Final

_SLOT: Final = re.compile(r"\{(\w+)\}")
_IF_CALLED: Final = re.compile(r"\[([^\[\]]*)\]")
_WORD: Final = re.compile(r"\w+(?:['\u2019-]\w+)*")
_END_OF_NAME: Final = re.compile(
    r"[,;(\[|/\u00b7\u2013\u2014]|\s-\s"
    r"|\s\d[\d.,]*\s?(?:k?g|gr|[cm]?l|[cm]?m|x|\u00d7|%|pcs|uds?)\b",
    re.IGNORECASE,
)
"""Where sizes and codes begin: "Té verde Sencha, 100 g"."""
_QUOTES: Final = re.compile('["\u00ab\u00bb\u201c-\u201e]')
_A_WORD: Final = re.compile(r"[^\W\d_]{2}")
_LONGEST_NAME, _LONGEST_PRODUCT, _SMALL_WORD = 24, 40, 3
_NOBODY: Final = frozenset(
    {"guest", "customer", "client", "buyer", "invitado", "invitada", "cliente", "comprador",
     "compradora", "convidat", "convidada", "invité", "invitée", "gast", "kunde", "kundin",
     "ospite", "convidado"}
)  # fmt: skip
_STEM: Final = 5


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with its slots filled, each once: what stands in a value is never a slot.

    What stands in brackets is only said when ``values`` has a name.
    """
    said = r"\1" if values.get("name") else ""
    text = _opened(_IF_CALLED.sub(said, text))
    return _SLOT.sub(lambda slot: values[slot[1]], text)


def _opened(text: str) -> str:
    """Begun with a capital, also where the name that stood first is not said."""
    for place, letter in enumerate(text):
        if letter == "{":
            return text
        if letter.isalpha():
            return text[:place] + letter.upper() + text[place + 1 :]
    return text


def slots(text: str) -> frozenset[str]:
    return frozenset(_SLOT.findall(text))


def count_words(text: str) -> int:
    return len(_WORD.findall(text))


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that one hears when they are said twice."""
    bare = _SLOT.sub("", _IF_CALLED.sub("", text))
    return frozenset(
        word[:_STEM] for word in _WORD.findall(bare.casefold()) if len(word) >= _STEM
    )


def called_in_ink(name: str) -> str:
    """The name as one would write it; empty when it is none: nobody is called Guest."""
    name = " ".join(name.split())
    is_name = (
        len(name) <= _LONGEST_NAME
        and name.isprintable()
        and any(map(str.isalpha, name))
        and not any(letter.isdigit() or letter in "@{}[]<>_" for letter in name)
        and name.casefold() not in _NOBODY
    )
    if not is_name:
        return ""
    shouted = name.isupper() or name.islower()
    return name.title() if shouted else name


def product_in_ink(name: str) -> str:
    """What one would call it on a card: no size, no code, not in capitals; empty if nothing."""
    name = _QUOTES.sub("", " ".join(name.split()))
    name = " ".join(_END_OF_NAME.split(name, maxsplit=1)[0].split())
    if len(name) > _LONGEST_PRODUCT:
        kept = name[: _LONGEST_PRODUCT + 1].split(" ")[:-1]
        while kept and len(kept[-1]) <= _SMALL_WORD:
            kept.pop()  # it would end in "of a"
        name = " ".join(kept)
    if name.isupper() and " " in name:
        name = name.lower()
    return name if name.isprintable() and _A_WORD.search(name) else ""


def normal(text: str) -> str:
    """As it is compared: no capitals, no accents, no signs, single spaces."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
    return " ".join(_WORD.findall(bare))


def likeness(text: str) -> int:
    """The 64-bit SimHash of the normalised ``text``: similar texts differ in few bits."""
    words = normal(text).split()
    pieces = (*words, *map(" ".join, pairwise(words)))
    hashes = [int.from_bytes(sha256(it.encode()).digest()[:8], "big") for it in pieces]
    columns = zip(*(f"{it:064b}" for it in hashes), strict=True)
    most = ("1" if 2 * column.count("1") > len(hashes) else "0" for column in columns)
    return int("".join(most) or "0", 2)


def differing_bits(one: int, other: int) -> int:
    return (one ^ other).bit_count()


def draw(seed: str, ids: Iterable[str], uses: Mapping[str, int]) -> tuple[str, ...]:
    """All of ``ids`` in the order they are drawn, each with the weight 1 / (1 + its uses).

    The same seed draws the same, whatever the order of ``ids`` (Efraimidis and Spirakis: the
    largest of u ** (1 / weight) comes first).
    """
    return tuple(sorted(ids, key=lambda it: (-(_luck(seed, it) ** (1 + uses.get(it, 0))), it)))


def _luck(seed: str, name: str) -> float:
    """From 0 to 1, ends left out."""
    drawn = int.from_bytes(sha256(f"{seed}|{name}".encode()).digest()[:7], "big")
    return (drawn + 1) / (2**56 + 2)
