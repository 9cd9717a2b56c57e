"""What a file tells otherwise of a product, in words: the part, and what it says of it."""

from packstation.domain.noticed import Part
from packstation.domain.orders import Policy
from packstation.words.amounts import decimal
from packstation.words.words import Words


def part(of: Part, words: Words) -> str:
    """What the part is called; nothing for a part of an order."""
    known = {
        Part.PRODUCT: words("name"),
        Part.VARIANT: words("variant"),
        Part.PLACE: words("place"),
        Part.CATEGORY: words("category"),
        Part.BRAND: words("brand"),
        Part.TAGS: words("tags"),
        Part.PRICE: words("price"),
        Part.PACKABLE: words("is packed"),
        Part.POLICY: words("checked"),
        Part.PICTURE: words("picture"),
        Part.CODES: words("codes"),
    }
    return known.get(of, "")


def value(of: Part, text: str, words: Words) -> str:
    """``text`` as whoever reads it writes it; to the letter what the shop has written."""
    match of:
        case Part.PRICE:
            return decimal(int(text), words.language, always=True)
        case Part.PACKABLE:
            return words("yes") if text == "yes" else words("no")
        case Part.POLICY:
            return _policy(text, words)
        case _:
            return text


def _policy(text: str, words: Words) -> str:
    known = {
        Policy.EACH.value: words("each piece"),
        Policy.FIRST.value: words("the first piece"),
        Policy.BY_HAND.value: words("by hand"),
    }
    return known.get(text, text)
