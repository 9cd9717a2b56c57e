"""A signature taken from a picture of paper, as the office asks for it."""

from dataclasses import dataclass
from pathlib import Path

from packstation.domain.shop import Stroke
from packstation.domain.shop_told import PictureFault


@dataclass(frozen=True, slots=True)
class TraceSignature:
    """An errand: the ink on the picture in ``file`` as strokes. Nothing is kept by it."""

    file: Path


@dataclass(frozen=True, slots=True)
class SignatureTraced:
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class PhotoRefused:
    why: PictureFault
