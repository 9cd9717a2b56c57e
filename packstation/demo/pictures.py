"""A small flat picture of every product, drawn so that sisters differ at arm's length."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from packstation.demo.catalogue import Ware
from packstation.demo.patterns import PATTERNS, middle
from packstation.demo.shapes import ODD_ONES, SHAPES, Paint

COLOURS: Final = {
    "blanco": "#FBF8F0", "azul": "#2F6BA6", "verde": "#5B8F62", "rojo": "#B63F36",
    "negro": "#33302E", "arena": "#D3BC93", "amarillo": "#E8C547", "gris": "#8D9296",
    "mostaza": "#CF9A2E", "rosa": "#DE9AA5", "lila": "#9A85BC", "terracota": "#BF6A49",
    "celeste": "#93BFDD", "marino": "#22385A", "turquesa": "#3C9C9C", "crudo": "#F0E2C2",
    "oliva": "#83863F", "dorado": "#B98B2A", "naranja": "#DE8437", "marrón": "#7A5138",
    "barro": "#B97A56",
}  # fmt: skip
PAPER: Final = "#FFFDF6"
INK: Final = "#22303C"
LIGHTEST: Final = 200


def draw_pictures(wares: Iterable[Ware]) -> Iterator[tuple[str, str]]:
    """(file name, SVG text) for each."""
    return ((ware.product.picture, draw(ware)) for ware in wares)


def draw(ware: Ware) -> str:
    """Its picture: transparent, in a box of 120 by 120; smaller sisters really are smaller."""
    main = COLOURS[ware.colour]
    # A larger sister is a shade darker too, as glaze is on a larger pot.
    fill = _shade(main, 1.0 if _light(main) else 1.12 - 0.16 * ware.size)
    accent = _seen_on(fill, COLOURS[ware.model.accent])
    paint = Paint(fill, accent, _shade(fill, 0.74))
    shape = ODD_ONES.get(ware.product.name.split()[0], SHAPES[ware.family.shape])(paint)
    letter = ware.label if ware.model.pattern == "letter" else ""
    if letter:
        drawn = _text(letter, middle(shape.panel), 56 if len(letter) == 1 else 32, accent)
    else:
        drawn = PATTERNS[ware.model.pattern](shape.panel, accent)
    tag = "" if letter or not ware.label else _tag(ware, shape.label)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120" '
        'viewBox="0 0 120 120">'
        f'<g transform="translate(60 62) scale({ware.size:g}) translate(-60 -60)">'
        f"{shape.svg}{drawn}</g>{tag}</svg>"
    )


def _tag(ware: Ware, centre: tuple[float, float] | None) -> str:
    """The paper label: nearly as large on a small packet, for it is there to be read."""
    words, size = ware.label.removesuffix(" piezas"), 11 + 5 * ware.size
    x, y = (60 + (c - 60) * ware.size for c in centre) if centre else (60, 104)
    wide, high = size * (0.56 * len(words) + 0.6), size * 1.4
    return (
        f'<rect x="{x - wide / 2:.4g}" y="{y + 2 - high / 2:.4g}" width="{wide:.4g}" '
        f'height="{high:.4g}" rx="4" fill="{PAPER}" stroke="{INK}" stroke-width="1.2"/>'
        + _text(words, (x, y + 2), size, INK)
    )


def _text(words: str, centre: tuple[float, float], size: float, colour: str) -> str:
    x, y = centre
    return (
        f'<text x="{x:.4g}" y="{y + size * 0.36:.4g}" font-family="Inter" '
        f'font-size="{size:.3g}" font-weight="700" text-anchor="middle" '
        f'fill="{colour}">{escape(words)}</text>'
    )


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _shade(colour: str, share: float) -> str:
    return "#" + "".join(f"{min(255, round(part * share)):02X}" for part in _parts(colour))


def _light(colour: str) -> bool:
    return sum(_parts(colour)) / 3 > LIGHTEST


def _seen_on(ground: str, accent: str) -> str:
    """``accent``, or what shows on ``ground`` when the two are too much alike."""
    apart = sum(abs(a - b) for a, b in zip(_parts(ground), _parts(accent), strict=True))
    if apart > LIGHTEST / 2:
        return accent
    return COLOURS["marino"] if _light(ground) else COLOURS["blanco"]
