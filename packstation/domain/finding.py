"""The words by which an order, a customer or a product is found, however hurriedly typed."""

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import Final

LONGEST: Final = 40
"""Of a longer word only the beginning counts."""
MOST: Final = 60
"""Words of one thing: nobody looks for the last words of a novel in an address."""

# Letters that Unicode does not take apart, as people without the key type them.
_PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae"}
)
_PARTS: Final = re.compile(r"[^\W_]+")


def words_of(*texts: str) -> tuple[str, ...]:
    """Each word once, without case and accents: "Núñez, L'Àngel" has nunez, l and angel."""
    spelt = dict.fromkeys(" ".join(texts).split())
    return tuple(dict.fromkeys(chain.from_iterable(map(_words, spelt))))[:MOST]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Of what stands between two blanks: people's names repeat, whole lines hardly do."""
    letters = text.casefold()
    if letters.isascii():
        if letters.isalnum():  # a word as it is, as most are
            return (letters[:LONGEST],)
        return tuple(it[:LONGEST] for it in _PARTS.findall(letters))
    letters = unicodedata.normalize("NFKD", letters)
    # Marks of every kind go, also those of scripts in which they are a vowel: what is typed
    # loses the same ones.
    plain = "".join(it for it in letters if unicodedata.category(it)[0] != "M")
    return tuple(it[:LONGEST] for it in _PARTS.findall(plain.casefold().translate(_PLAIN)))
