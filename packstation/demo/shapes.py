"""The outlines of the demo shop's things, flat, on a square of 120 by 120."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from packstation.demo.patterns import Panel


@dataclass(frozen=True, slots=True)
class Paint:
    main: str
    accent: str
    edge: str
    """Darker than main: outlines, lids and spines."""


@dataclass(frozen=True, slots=True)
class Outline:
    svg: str
    panel: Panel
    label: tuple[float, float] | None = None
    """Centre of the paper label; None: a label is written on the panel."""


def _filled(path: str, fill: str, edge: str) -> str:
    return f'<path d="{path}" fill="{fill}" stroke="{edge}" stroke-width="2"/>'


def _lined(path: str, stroke: str, width: float) -> str:
    return f'<path d="{path}" fill="none" stroke="{stroke}" stroke-width="{width}"/>'


def _box(x: float, y: float, w: float, h: float, paint: tuple[str, str, float]) -> str:
    fill, edge, round_ = paint
    return (
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{round_}" fill="{fill}" '
        f'stroke="{edge}" stroke-width="2"/>'
    )


def _oval(radii: tuple[float, float], fill: str, edge: str, width: float) -> str:
    return (
        f'<ellipse cx="60" cy="60" rx="{radii[0]}" ry="{radii[1]}" fill="{fill}" '
        f'stroke="{edge}" stroke-width="{width}"/>'
    )


def cup(paint: Paint) -> Outline:
    handle = "M82 42h10a14 14 0 0 1 0 30H78"
    return Outline(
        _lined(handle, paint.edge, 12)
        + _lined(handle, paint.main, 8)
        + _filled(
            "M20 30h64v34a28 28 0 0 1-28 28H48a28 28 0 0 1-28-28z", paint.main, paint.edge
        ),
        (24, 36, 80, 66),
    )


def teapot(paint: Paint) -> Outline:
    handle = "M32 50C6 42 6 86 34 84"
    return Outline(
        _lined(handle, paint.edge, 11)
        + _lined(handle, paint.main, 7)
        + _filled("M86 66c12-2 12-14 20-22l8 5c-7 9-9 26-27 31z", paint.main, paint.edge)
        + _filled(
            "M26 64c0-18 14-24 34-24s34 6 34 24c0 22-12 34-34 34S26 86 26 64z",
            paint.main,
            paint.edge,
        )
        + _filled("M42 40c4-14 32-14 36 0z", paint.edge, paint.edge)
        + f'<circle cx="60" cy="25" r="5.5" fill="{paint.edge}"/>',
        (36, 54, 84, 80),
    )


def plate(paint: Paint) -> Outline:
    return Outline(
        _oval((48, 48), paint.main, paint.edge, 2) + _oval((33, 33), "none", paint.edge, 3),
        (39, 42, 81, 78),
    )


def bowl(paint: Paint) -> Outline:
    return Outline(
        _filled("M46 88h28l4 10H42z", paint.edge, paint.edge)
        + _filled("M12 40h96c0 32-18 50-48 50S12 72 12 40z", paint.main, paint.edge),
        (26, 48, 94, 70),
    )


def tray(paint: Paint) -> Outline:
    return Outline(
        _oval((54, 34), paint.main, paint.edge, 2) + _oval((43, 24), "none", paint.accent, 4),
        (38, 48, 82, 72),
    )


def candle(paint: Paint) -> Outline:
    return Outline(
        _filled("M60 8c10 12 9 20 0 25c-9-5-10-13 0-25z", "#E3A72F", "#B97F16")
        + _lined("M60 30v14", "#5A4634", 3)
        + _box(34, 42, 52, 62, (paint.main, paint.edge, 7)),
        (40, 52, 80, 94),
    )


def soap(paint: Paint) -> Outline:
    return Outline(
        _box(12, 34, 96, 54, (paint.main, paint.edge, 20)),
        (38, 42, 82, 80),
    )


def pouch(paint: Paint) -> Outline:
    return Outline(
        _filled("M32 14h56l4 14-3 78H31l-3-78z", paint.main, paint.edge)
        + _lined("M30 27h60", paint.edge, 3),
        (36, 34, 84, 68),
        (60, 86),
    )


def tin(paint: Paint) -> Outline:
    return Outline(
        _box(30, 28, 60, 78, (paint.main, paint.edge, 6))
        + _box(34, 12, 52, 17, (paint.edge, paint.edge, 5)),
        (36, 34, 84, 68),
        (60, 86),
    )


def bar(paint: Paint) -> Outline:
    squares = "".join(_box(x, 10, 15, 18, ("#6B4530", "#4C2F20", 2)) for x in (31, 46, 61, 76))
    return Outline(
        squares + _box(26, 26, 70, 82, (paint.main, paint.edge, 4)),
        (34, 34, 88, 70),
        (61, 88),
    )


def jar(paint: Paint) -> Outline:
    return Outline(
        _box(30, 30, 60, 76, (paint.main, paint.edge, 14))
        + _box(34, 14, 52, 17, (paint.accent, paint.edge, 5)),
        (38, 38, 82, 68),
        (60, 85),
    )


def gift_box(paint: Paint) -> Outline:
    return Outline(
        _box(16, 36, 88, 62, (paint.main, paint.edge, 6))
        + _box(12, 26, 96, 18, (paint.edge, paint.edge, 5))
        + _lined("M60 26C36 2 30 26 60 26C90 26 84 2 60 26", paint.accent, 5),
        (30, 48, 90, 70),
        (60, 83),
    )


def cushion(paint: Paint) -> Outline:
    path = "M18 18q42 10 84 0q-10 42 0 84q-42-10-84 0q10-42 0-84z"
    return Outline(_filled(path, paint.main, paint.edge), (30, 32, 90, 88))


def scarf(paint: Paint) -> Outline:
    fringe = "M38 98v10M46 98v10M54 98v10M70 82v10M78 82v10M86 82v10"
    return Outline(
        _lined(fringe, paint.edge, 3)
        + _box(64, 24, 28, 60, (paint.edge, paint.edge, 2))
        + _box(32, 24, 30, 76, (paint.main, paint.edge, 2))
        + _box(28, 12, 68, 18, (paint.main, paint.edge, 9)),
        (35, 36, 59, 94),
    )


def square_scarf(paint: Paint) -> Outline:
    return Outline(
        _filled("M60 8L112 60L60 112L8 60z", paint.main, paint.edge)
        + _filled("M60 22L98 60L60 98L22 60z", "none", paint.edge),
        (42, 44, 78, 76),
    )


def notebook(paint: Paint) -> Outline:
    return Outline(
        _box(26, 12, 70, 96, (paint.main, paint.edge, 5))
        + _box(26, 12, 12, 96, (paint.edge, paint.edge, 4)),
        (44, 26, 90, 92),
    )


def card(paint: Paint) -> Outline:
    return Outline(
        _box(24, 16, 82, 62, ("#FFFDF6", "#C9BCA4", 2))
        + _lined("M24 18l41 32l41-32", "#C9BCA4", 2)
        + _box(12, 40, 84, 62, (paint.main, paint.edge, 3)),
        (24, 48, 84, 94),
    )


def vase(paint: Paint) -> Outline:
    path = "M46 12h28c0 22 20 30 20 58c0 24-12 36-34 36S26 94 26 70c0-28 20-36 20-58z"
    return Outline(_filled(path, paint.main, paint.edge), (34, 56, 86, 84))


def jug(paint: Paint) -> Outline:
    handle = "M88 44c24-2 24 38 0 38"
    body = "M40 12l44 4c0 22 8 32 8 54c0 24-12 36-34 36S26 94 26 70c0-28 14-36 14-58z"
    return Outline(
        _lined(handle, paint.edge, 11)
        + _lined(handle, paint.main, 7)
        + _filled(body, paint.main, paint.edge),
        (34, 52, 84, 82),
    )


def pot(paint: Paint) -> Outline:
    leaves = "M60 50C30 46 30 18 34 10c20 4 28 22 26 40C56 28 66 10 88 8c2 22-8 40-28 42z"
    return Outline(
        _filled(leaves, "#6B9163", "#4D7048")
        + _filled("M28 56h64l-9 52H37z", paint.main, paint.edge)
        + _box(22, 46, 76, 16, (paint.main, paint.edge, 3)),
        (40, 68, 80, 92),
    )


def apron(paint: Paint) -> Outline:
    return Outline(
        _lined("M46 24C46 0 74 0 74 24", paint.edge, 4)
        + _filled(
            "M44 22h32c0 18 6 24 20 28v56H24V50c14-4 20-10 20-28z", paint.main, paint.edge
        )
        + _box(44, 76, 32, 20, (paint.accent, paint.edge, 3)),
        (38, 48, 82, 72),
    )


def cloth(paint: Paint) -> Outline:
    return Outline(
        _lined("M60 8v12", paint.edge, 4) + _box(26, 18, 68, 88, (paint.main, paint.edge, 3)),
        (34, 28, 86, 96),
    )


def mitt(paint: Paint) -> Outline:
    path = "M28 106V46c0-40 48-40 48 0v14c6-16 30-8 20 8L80 92v14z"
    return Outline(
        _filled(path, paint.main, paint.edge)
        + _box(24, 92, 60, 16, (paint.accent, paint.edge, 3)),
        (34, 36, 70, 84),
    )


SHAPES: Final[dict[str, Callable[[Paint], Outline]]] = {
    "cup": cup, "teapot": teapot, "plate": plate, "candle": candle, "soap": soap,
    "pouch": pouch, "tin": tin, "bar": bar, "cushion": cushion, "scarf": scarf,
    "notebook": notebook, "card": card, "vase": vase, "apron": apron,
}  # fmt: skip

# Some of a family look otherwise than the rest: by the first word of their name.
ODD_ONES: Final[dict[str, Callable[[Paint], Outline]]] = {
    "Cuenco": bowl, "Fuente": tray, "Bandeja": tray, "Bombones": gift_box,
    "Mazapanes": gift_box, "Polvorones": gift_box, "Miel": jar, "Mermelada": jar,
    "Caramelos": pouch, "Almendras": pouch, "Galletas": pouch, "Pañuelo": square_scarf,
    "Maceta": pot, "Jarra": jug, "Paño": cloth, "Manopla": mitt,
}  # fmt: skip
