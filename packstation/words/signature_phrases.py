"""Why no signature came of a picture, and what to do."""

from packstation.domain.shop_told import PictureFault
from packstation.words.words import Words


def why_no_signature(why: PictureFault, words: Words) -> str:
    match why:
        case PictureFault.UNREADABLE:
            return words("This file cannot be read.")
        case PictureFault.NO_FILE:
            return words("This is a folder, or nothing that can be read as a file.")
        case PictureFault.KIND:
            return words("Only PNG and JPEG pictures are taken.")
        case PictureFault.TOO_LARGE:
            return words("This picture is too large: up to 20 million dots, please.")
        case PictureFault.BROKEN:
            return words("This picture is not whole: it ends too soon.")
        case PictureFault.EMPTY:
            return words(
                "No signature is seen on this picture. Sign with a dark pen on white paper and"
                " take the photo in good light, with nothing else on it."
            )
