"""What the office says of its chapters, of the shop's own things and of trial papers."""

from packstation.domain.office import Chapter
from packstation.domain.shop_told import (
    LONGEST_CONTACT,
    LONGEST_NAME,
    PictureFault,
    ShopFault,
)
from packstation.words.words import Words


def chapter_name(chapter: Chapter, words: Words) -> str:
    match chapter:
        case Chapter.SHOP:
            return words("The shop")
        case Chapter.PEOPLE:
            return words("Who packs")
        case Chapter.PRINTER:
            return words("Printer")
        case Chapter.SCANNER:
            return words("Scanner")
        case Chapter.ORDERS:
            return words("Orders in")
        case Chapter.PRACTICE:
            return words("Practice parcel")
        case Chapter.CODES:
            return words("Products and codes")
        case Chapter.DEMO:
            return words("Show me the demo")


def why_shop_stays(why: ShopFault | PictureFault, words: Words) -> str:
    """Why what was typed or chosen is not taken, and what to do instead."""
    match why:
        case ShopFault.NO_NAME:
            return words("The shop needs a name: it stands at the head of every slip.")
        case ShopFault.NAME_TOO_LONG:
            return words("At most {n} letters, please: more do not fit a slip.", n=LONGEST_NAME)
        case ShopFault.CONTACT_TOO_LONG:
            return words(
                "At most {n} letters, please: more do not fit a slip.", n=LONGEST_CONTACT
            )
        case ShopFault.LINK:
            return words(
                "A link begins with https:// or mailto: and has no spaces;"
                " {parcel} and {proof} are filled in.",
                parcel="{parcel}",
                proof="{proof}",
            )
        case ShopFault.ZONE:
            return words("This computer knows no such time zone. Europe/Madrid is one.")
        case ShopFault.LANGUAGE:
            return words("Choose Spanish or English.")
        case _:
            return _why_not_picture(why, words)


def _why_not_picture(why: PictureFault, words: Words) -> str:
    match why:
        case PictureFault.UNREADABLE:
            return words("This file cannot be read. The logo is as it was.")
        case PictureFault.NO_FILE:
            return words(
                "This is a folder, or nothing that can be read as a file."
                " The logo is as it was."
            )
        case PictureFault.KIND:
            return words("Only PNG and JPEG pictures are taken. The logo is as it was.")
        case PictureFault.TOO_LARGE:
            return words(
                "This picture is too large: take one of less than 4000 by 4000 dots."
                " The logo is as it was."
            )
        case PictureFault.BROKEN | PictureFault.EMPTY:
            return words("This picture is not whole: it ends too soon. The logo is as it was.")
