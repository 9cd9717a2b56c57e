"""A signature on paper, photographed: which dots of the picture are ink."""

from typing import Final

from PIL import Image, ImageChops, ImageFilter

from packstation.domain.shop_told import PictureFault
from packstation.slips.picture import PictureRefused, looked_at

_LOOKED_AT: Final = (1400, 1400)
_PAPER: Final = 41
"""Dots around one that tell how light the paper is there: shadows fall on photos."""
_FAINTEST: Final = 28
"""Of 255, how much darker than its paper ink is at least."""
_SHARE: Final = 0.42
"""Of the darkest ink, what still counts as ink."""
_DARKEST: Final = 0.002
"""The part of a picture in which the darkest ink is looked for."""
_LEAST: Final = 24
"""Dots of ink in a picture that is not empty."""
_BOX: Final = (420, 140)
"""Dots a signature is traced on: three to a millimetre of the slip and more."""
_HALF: Final = 90


def ink_of(raw: bytes) -> frozenset[tuple[int, int]]:
    """The dots of ink in ``raw``, a PNG or JPEG of any kind. Raises PictureRefused."""
    return _dots(_cropped(_ink(looked_at(raw, _LOOKED_AT).convert("L"))))


def _ink(grey: Image.Image) -> Image.Image:
    """Where ``grey`` is darker than the paper around: 255 or 0."""
    paper = grey.filter(ImageFilter.BoxBlur(_PAPER))
    darker = ImageChops.subtract(paper, grey)
    least = max(_FAINTEST, _SHARE * _darkest(darker))
    mask = darker.point(lambda it: 255 if it >= least else 0)
    return mask.filter(ImageFilter.MedianFilter(3))


def _darkest(darker: Image.Image) -> int:
    """How dark ink is here; single dots of dirt do not count."""
    counted, wanted = 0, darker.width * darker.height * _DARKEST
    counts = darker.histogram()
    for dark in range(255, 0, -1):
        counted += counts[dark]
        if counted >= wanted:
            return dark
    return 0


def _cropped(mask: Image.Image) -> Image.Image:
    box = mask.getbbox()
    if box is None or mask.histogram()[255] < _LEAST:
        raise PictureRefused(PictureFault.EMPTY)
    signature = mask.crop(box)
    scale = min(_BOX[0] / signature.width, _BOX[1] / signature.height)
    size = (max(1, round(signature.width * scale)), max(1, round(signature.height * scale)))
    return signature.resize(
        size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR
    )


def _dots(mask: Image.Image) -> frozenset[tuple[int, int]]:
    wide, shades = mask.width, mask.tobytes()
    return frozenset(
        (place % wide, place // wide) for place, shade in enumerate(shades) if shade >= _HALF
    )
