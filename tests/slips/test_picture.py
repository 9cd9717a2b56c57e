"""A picture from outside: read strictly, turned upright, written anew, or refused by name."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from packstation.domain.shop_told import PictureFault
from packstation.slips.picture import PictureRefused, washed

ORIENTATION, GPS = 0x0112, 0x8825


def raw(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def shown(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png), formats=["PNG"])


def header_of(wide: int, high: int) -> bytes:
    """A PNG that claims to be so large, and has nothing in it."""
    shape = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", shape), (b"IDAT", b""), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(it)) + kind + it + struct.pack(">I", zlib.crc32(kind + it))
        for kind, it in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


NOISE = raw(Image.effect_noise((300, 300), 80))


@pytest.mark.parametrize(
    "bad, why",
    [
        pytest.param(header_of(12_000, 12_000), PictureFault.TOO_LARGE, id="144 megapixels"),
        pytest.param(header_of(40_000, 40_000), PictureFault.TOO_LARGE, id="a bomb"),
        pytest.param(NOISE + b"\0" * 20_000_001, PictureFault.TOO_LARGE, id="20 MB"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n", PictureFault.KIND, id="EPS"),
        pytest.param(raw(Image.new("P", (9, 9)), "GIF"), PictureFault.KIND, id="GIF"),
        pytest.param(b"", PictureFault.KIND, id="empty"),
        pytest.param(NOISE[:60], PictureFault.BROKEN, id="60 bytes"),
        pytest.param(NOISE[:9000], PictureFault.BROKEN, id="half"),
        pytest.param(
            raw(Image.new("L", (99, 99)), "JPEG")[:90], PictureFault.BROKEN, id="JPEG"
        ),
    ],
)
def test_what_is_no_whole_png_or_jpeg_is_refused_by_name(bad: bytes, why: PictureFault) -> None:
    with pytest.raises(PictureRefused) as refused:
        washed(bad)
    assert refused.value.why is why


def test_a_photo_stands_upright_and_no_longer_tells_where_it_was_taken() -> None:
    photo = Image.new("RGB", (40, 20), "white")
    photo.paste("black", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N", 2: (40.0, 24.0, 59.0)}
    upright = shown(washed(raw(photo, "JPEG", exif=exif, comment=b"from my telephone")))
    assert upright.size == (20, 40)
    assert upright.getpixel((10, 2)) == (0, 0, 0)
    assert upright.getpixel((10, 37)) == (255, 255, 255)
    assert (dict(upright.getexif()), upright.info) == ({}, {})


@pytest.mark.parametrize(
    "picture, dot",
    [
        pytest.param(Image.new("1", (9, 9), 1), (255, 255, 255), id="black and white"),
        pytest.param(Image.new("LA", (9, 9), (0, 0)), (255, 255, 255), id="clear is paper"),
        pytest.param(Image.new("RGBA", (9, 9), (200, 0, 0, 255)), (200, 0, 0), id="RGBA"),
        pytest.param(
            Image.frombytes("I;16", (1, 1), struct.pack("<H", 40_000)), (156,) * 3, id="16 bits"
        ),
    ],
)
def test_every_kind_of_dot_becomes_ink_on_white(
    picture: Image.Image, dot: tuple[int, int, int]
) -> None:
    assert shown(washed(raw(picture))).getpixel((0, 0)) == dot


def test_print_colours_and_moving_pictures_are_printable() -> None:
    cmyk = shown(washed(raw(Image.new("CMYK", (9, 9), (0, 0, 0, 0)), "JPEG")))
    frames = [Image.new("RGB", (9, 9), it) for it in ("red", "blue")]
    moving = shown(washed(raw(frames[0], save_all=True, append_images=frames[1:])))
    assert cmyk.getpixel((4, 4)) == (255, 255, 255)
    assert moving.getpixel((4, 4)) == (255, 0, 0)


def test_a_large_picture_becomes_as_small_as_a_slip_needs() -> None:
    wide, high = shown(washed(raw(Image.new("RGB", (4000, 1000))))).size
    assert (wide, high) == (900, 225)
