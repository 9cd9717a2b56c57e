"""Looks at a picture of a signature and follows it with the pen; the picture is not kept."""

from pathlib import Path

from packstation.domain.shop_told import PictureFault
from packstation.domain.signature_photo import PhotoRefused, SignatureTraced
from packstation.domain.tracing import traced
from packstation.slips.picture import PictureRefused, read
from packstation.slips.signature_photo import ink_of


def signature_from(file: Path) -> SignatureTraced | PhotoRefused:
    """The signature on the picture in ``file``, or why there is none to be had."""
    try:
        strokes = traced(ink_of(read(file)))
    except PictureRefused as refused:
        return PhotoRefused(refused.why)
    return SignatureTraced(strokes) if strokes else PhotoRefused(PictureFault.EMPTY)
