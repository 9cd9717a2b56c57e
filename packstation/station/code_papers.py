"""What is printed once: badges, commands and touches for the wall, a sheet to practise."""

from packstation.domain.practice import Practice, PracticeTexts
from packstation.domain.printer_choice import PaperCodes
from packstation.domain.shop import Shop
from packstation.domain.trial import no_bench
from packstation.station.lookup import PrintedCodes
from packstation.words.command_names import command_name
from packstation.words.words import Words


def sheet_of(printed: PrintedCodes, shop: Shop, words: Words) -> PaperCodes:
    """All codes of ``shop``, as cards in the language of ``words``."""
    commands = tuple((command_name(name, words), code) for name, code in printed.commands)
    touches = tuple((touch.name(words.language), touch.code) for touch in printed.touches)
    return PaperCodes(
        shop=shop.brand.name,
        language=words.language,
        groups=(
            (words("Badges"), printed.badges),
            (words("Commands"), commands),
            (words("Touches"), touches),
        ),
    )


def practice_sheet(practice: Practice, shop: Shop, words: Words) -> PaperCodes:
    """The codes of the practice parcel, in the order in which they are scanned."""
    pieces = tuple(
        (words("{n}. {name}, {count} x", n=n, name=name, count=count), code)
        for n, (name, code, count) in enumerate(practice.pieces, start=2)
    )
    cards = (
        (words("1. The order"), practice.order),
        *pieces,
        (words("{n}. Sign and print", n=len(pieces) + 2), practice.seal),
    )
    title = words("Practice: scan these one after the other. Nothing of it counts.")
    return PaperCodes(shop=shop.brand.name, language=words.language, groups=((title, cards),))


def practice_texts(words: Words) -> PracticeTexts:
    return PracticeTexts(
        bench=no_bench(words.language),
        customer=words.p("a made-up customer", "Clara Example"),
        called=words.p("a made-up customer's first name", "Clara"),
        pieces=(words("Clay cup"), words("Green tea, 100 g"), words("Cotton ribbon")),
    )
