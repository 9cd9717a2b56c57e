"""A photo of a signature becomes strokes, or is refused by name."""

import io
import os
import struct
import zlib
from math import dist
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from packstation.demo.signatures import signature
from packstation.domain.shop import Stroke
from packstation.domain.shop_told import PictureFault
from packstation.domain.signature_photo import PhotoRefused, SignatureTraced
from packstation.station.signature_photo import signature_from

ORIENTATION, GPS = 0x0112, 0x8825
WIDE, HIGH = 900, 600


def _paper(name: str = "Marta") -> Image.Image:
    """Blue ink on grey paper, on which a shadow lies."""
    shadow = Image.linear_gradient("L").resize((WIDE, HIGH)).point(lambda it: 120 + it * 0.4)
    paper = Image.merge("RGB", [shadow] * 3)
    pen = ImageDraw.Draw(paper)
    for stroke in signature(name):
        line = [(120 + x * 660, 180 + y * 660) for x, y in stroke]
        pen.line(line, fill=(40, 50, 110), width=7, joint="curve")
    return paper.filter(ImageFilter.GaussianBlur(1))


def _kept(picture: Image.Image, file: Path, **options: object) -> Path:
    picture.save(file, None, **options)
    return file


def _near(strokes: tuple[Stroke, ...], wanted: tuple[Stroke, ...]) -> float:
    """How far any point that is wanted lies from what was traced, at most."""
    traced = [it for stroke in _placed(strokes) for it in stroke]
    return max(
        min(dist(point, it) for it in traced) for stroke in _placed(wanted) for point in stroke
    )


def _placed(strokes: tuple[Stroke, ...]) -> list[list[tuple[float, float]]]:
    """Strokes without the room around them, 1 wide."""
    points = [it for stroke in strokes for it in stroke]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top = min(y for _, y in points)
    scale = 1 / (right - left)
    return [[((x - left) * scale, (y - top) * scale) for x, y in it] for it in strokes]


@pytest.mark.parametrize("name", ["Marta", "Joan", "Elena", "Iker", "Ana"])
def test_the_pen_follows_a_signature_on_shaded_paper(name: str, tmp_path: Path) -> None:
    traced = signature_from(_kept(_paper(name), tmp_path / "photo.jpg"))

    assert isinstance(traced, SignatureTraced)
    assert _near(traced.strokes, signature(name)) < 0.03


def test_the_lines_of_ruled_paper_are_not_signed(tmp_path: Path) -> None:
    paper = _paper()
    pen = ImageDraw.Draw(paper)
    for y in range(40, HIGH, 60):
        shade = paper.getpixel((5, y))
        assert isinstance(shade, tuple)
        pen.line([(0, y), (WIDE, y)], fill=tuple(it - 32 for it in shade[:3]), width=3)

    traced = signature_from(_kept(paper, tmp_path / "photo.png"))

    assert isinstance(traced, SignatureTraced)
    assert _near(signature("Marta"), traced.strokes) < 0.05


def test_a_phone_held_upright_is_turned_and_nothing_of_it_stays(tmp_path: Path) -> None:
    told = Image.Exif()
    told[ORIENTATION] = 6
    told[GPS] = {2: (41.0, 23.0, 1.0)}
    sideways = _paper().transpose(Image.Transpose.ROTATE_90)
    photo = _kept(sideways, tmp_path / "photo.jpg", exif=told)

    traced = signature_from(photo)

    assert isinstance(traced, SignatureTraced)
    assert _near(traced.strokes, signature("Marta")) < 0.03


def _clear(paper: Image.Image) -> Image.Image:
    ink = paper.convert("L").point(lambda it: 255 if it < 100 else 0)
    clear = Image.new("RGBA", paper.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=ink)
    return clear


@pytest.mark.parametrize(
    "kind, picture",
    [
        pytest.param("jpg", _paper().convert("CMYK"), id="CMYK"),
        pytest.param(
            "png", _paper().convert("L").convert("I;16").point(lambda it: it * 257), id="16-bit"
        ),
        pytest.param("png", _clear(_paper()), id="alpha"),
        pytest.param("png", _clear(_paper()).quantize(16), id="palette+alpha"),
        pytest.param("png", _paper().convert("1"), id="one bit"),
    ],
)
def test_every_kind_of_dots_is_understood(
    kind: str, picture: Image.Image, tmp_path: Path
) -> None:
    traced = signature_from(_kept(picture, tmp_path / f"photo.{kind}"))

    assert isinstance(traced, SignatureTraced)


def test_of_a_moving_picture_the_first_is_taken(tmp_path: Path) -> None:
    blank = Image.new("RGB", (WIDE, HIGH), "white")
    photo = _kept(_paper(), tmp_path / "photo.png", save_all=True, append_images=[blank, blank])

    assert isinstance(signature_from(photo), SignatureTraced)


def _header(wide: int, high: int) -> bytes:
    """A PNG that claims to be so large, and has nothing in it."""
    shape = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    chunks = (
        struct.pack(">I", len(it)) + kind + it + struct.pack(">I", zlib.crc32(kind + it))
        for kind, it in ((b"IHDR", shape), (b"IDAT", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _raw(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "raw, why",
    [
        pytest.param(_header(12_000, 12_000), PictureFault.TOO_LARGE, id="144 megapixels"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0", PictureFault.KIND, id="EPS"),
        pytest.param(_raw(_paper())[:60], PictureFault.BROKEN, id="60 bytes"),
        pytest.param(_raw(Image.new("L", (300, 200), 255)), PictureFault.EMPTY, id="white"),
        pytest.param(_raw(Image.new("L", (300, 200), 0)), PictureFault.EMPTY, id="black"),
        pytest.param(_raw(Image.new("L", (1, 1), 0)), PictureFault.EMPTY, id="one dot"),
    ],
)
def test_what_has_no_signature_is_refused_by_name(
    raw: bytes, why: PictureFault, tmp_path: Path
) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(raw)

    assert signature_from(file) == PhotoRefused(why)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
def test_a_signature_out_of_a_pipe_is_refused_and_waited_for_by_nobody(
    tmp_path: Path,
) -> None:
    os.mkfifo(tmp_path / "photo.png")

    refused = signature_from(tmp_path / "photo.png")

    assert refused == PhotoRefused(PictureFault.NO_FILE)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert signature_from(tmp_path / "gone.png") == PhotoRefused(PictureFault.UNREADABLE)
