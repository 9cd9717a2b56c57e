"""A picture from outside, made safe to keep and to print: read strictly, written anew.

What is kept holds no place, no camera and no comment: only the dots, the right way up.
"""

import struct
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from packstation.domain.shop_told import PictureFault

KINDS: Final[dict[bytes, type[PngImageFile | JpegImageFile]]] = {
    b"\x89PNG\r\n\x1a\n": PngImageFile,
    b"\xff\xd8\xff": JpegImageFile,
}
"""By how a file begins. Pillow would open forty others, some of them by starting a program."""
MOST_DOTS: Final = 20_000_000
"""Pillow itself only warns up to 179 millions."""
MOST_BYTES: Final = 20_000_000
_PRINTED: Final = (900, 360)
"""Dots of a logo: 76 by 30 mm at 300 to the inch."""


class PictureRefused(Exception):
    """``why`` is a PictureFault."""

    def __init__(self, why: PictureFault) -> None:
        super().__init__(why)
        self.why = why


def read(file: Path) -> bytes:
    """What ``file`` holds, and no more than is ever looked at. Raises PictureRefused."""
    try:
        if file.exists() and not file.is_file():  # a pipe would keep us waiting
            raise PictureRefused(PictureFault.NO_FILE)
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise PictureRefused(PictureFault.UNREADABLE) from error


def washed(raw: bytes) -> bytes:
    """``raw`` as a PNG that fits in ``_PRINTED`` dots. Raises PictureRefused."""
    out = BytesIO()
    looked_at(raw, _PRINTED).save(out, "PNG", optimize=True)
    return out.getvalue()


def looked_at(raw: bytes, room: tuple[int, int]) -> Image.Image:
    """The picture in ``raw``, within ``room`` dots. Raises PictureRefused."""
    if len(raw) > MOST_BYTES:
        raise PictureRefused(PictureFault.TOO_LARGE)
    kind = next((it for start, it in KINDS.items() if raw.startswith(start)), None)
    if kind is None:
        raise PictureRefused(PictureFault.KIND)
    try:
        with kind(BytesIO(raw)) as picture:
            wide, high = picture.size
            if wide * high > MOST_DOTS:
                raise PictureRefused(PictureFault.TOO_LARGE)
            picture.load()
            return _upright(picture, room)
    except Image.DecompressionBombError as error:
        raise PictureRefused(PictureFault.TOO_LARGE) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise PictureRefused(PictureFault.BROKEN) from error


def _upright(picture: Image.Image, room: tuple[int, int]) -> Image.Image:
    """Its first frame, turned as its camera was held, on white where it is clear."""
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith("I"):  # 16 bits a dot: Pillow would cut the upper eight off
        upright = upright.convert("I").point(lambda dot: dot / 256).convert("L")
    upright = upright.convert("RGBA")
    upright.thumbnail(room)
    paper = Image.new("RGBA", upright.size, "white")
    paper.alpha_composite(upright)
    return paper.convert("RGB")
