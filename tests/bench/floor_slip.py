"""The least PDF that could be this slip, put together by hand; FROZEN as floors.py is.

Fonts are cut down once to the letters slips use, and everything that is the same on every slip
is one string made beforehand. Each slip writes its texts, its bars, its QR and its signature.
"""

import zlib
from io import BytesIO
from pathlib import Path
from typing import Final

import segno
from barcode.codex import Code128
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WIDTH, HEIGHT = 419.53, 595.28
LETTERS: Final = "".join(map(chr, (*range(32, 127), *range(160, 384), 0x2013, 0x2019)))
MASK: Final = 2

Text = tuple[float, float, int, float, str]
"""x and y from the lower left, which font, how large, and what."""


class CutFont:
    """One face with the letters of slips only, as the PDF objects that hold it."""

    def __init__(self, file: Path) -> None:
        font = TTFont(file)
        subsetter = Subsetter(Options(retain_gids=False, hinting=False, layout_features=[]))
        subsetter.populate(text=LETTERS)
        subsetter.subset(font)
        letters, order = font.getBestCmap(), font.getGlyphOrder()
        glyphs = {name: n for n, name in enumerate(order)}
        self._hex = {chr(code): f"{glyphs[name]:04X}" for code, name in letters.items()}
        scale = 1000 / font["head"].unitsPerEm
        self.name = file.stem
        self.widths = [round(font["hmtx"][name][0] * scale) for name in order]
        saved = BytesIO()
        font.save(saved)
        self.program = saved.getvalue()

    def show(self, text: str) -> str:
        return "".join(self._hex.get(letter, "0000") for letter in text)


class FloorSlip:
    """Made once; ``draw`` is what is measured."""

    def __init__(self, fonts: list[CutFont], signature: str) -> None:
        self._fonts = fonts
        self._signature = signature
        names = " ".join(f"/F{n} {5 + 4 * n} 0 R" for n in range(len(fonts)))
        self._static = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents 4 0 R"
            f"/Resources<</Font<<{names}>>>>>>".encode(),
        ]
        self._faces: list[bytes] = []
        for font in fonts:
            self._faces += _objects(font, 5 + len(self._faces))

    def draw(self, texts: list[Text], code: str, link: str) -> bytes:
        page = ["BT"]
        for x, y, font, size, text in texts:
            shown = self._fonts[font].show(text)
            page.append(f"/F{font} {size} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm <{shown}> Tj")
        page += ["ET", _bars(code), _squares(link), self._signature]
        packed = zlib.compress("\n".join(page).encode())
        contents = f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n".encode()
        return _file([*self._static, contents + packed + b"\nendstream", *self._faces])


def _objects(font: CutFont, first: int) -> list[bytes]:
    """Font, descendant, descriptor and program, numbered from ``first``."""
    packed = zlib.compress(font.program)
    lengths = f"/Length {len(packed)}/Length1 {len(font.program)}"
    name = f"/AAAAAA+{font.name}"
    widths = " ".join(map(str, font.widths))
    return [
        f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H"
        f"/DescendantFonts[{first + 1} 0 R]>>".encode(),
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDToGIDMap/Identity"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {first + 2} 0 R/W[0[{widths}]]>>".encode(),
        f"<</Type/FontDescriptor/FontName{name}/Flags 4/FontBBox[-200 -300 1200 1000]"
        f"/ItalicAngle 0/Ascent 969/Descent -242/CapHeight 727/StemV 90"
        f"/FontFile2 {first + 3} 0 R>>".encode(),
        f"<</Filter/FlateDecode{lengths}>>stream\n".encode() + packed + b"\nendstream",
    ]


def _bars(code: str) -> str:
    modules = Code128(code).build()[0]
    bars = " ".join(f"{x} 0 1 1 re" for x, ink in enumerate(modules) if ink == "1")
    return f"q 0.7 0 0 21 250 20 cm {bars} f Q"


def _squares(link: str) -> str:
    symbol = segno.make(link, error="m", micro=False, mask=MASK)
    side = len(symbol.matrix)
    squares = " ".join(
        f"{x} {side - 1 - y} 1 1 re"
        for y, row in enumerate(symbol.matrix)
        for x, ink in enumerate(row)
        if ink
    )
    return f"q 1.8 0 0 1.8 320 70 cm {squares} f Q"


def _file(objects: list[bytes]) -> bytes:
    pdf, places = bytearray(b"%PDF-1.7\n"), []
    for number, written in enumerate(objects, start=1):
        places.append(len(pdf))
        pdf += b"%d 0 obj" % number + written + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, count = len(pdf), len(objects) + 1
    pdf += b"xref\n0 %d\n0000000000 65535 f \n" % count + table
    pdf += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
    return bytes(pdf)
