"""What is painted on the demo shop's things: stripes, dots, a flower, a sun."""

import math
from collections.abc import Callable, Iterable
from itertools import product as pairs
from typing import Final

Panel = tuple[float, float, float, float]
"""Left, top, right and bottom of the part that takes a pattern."""
POLLEN: Final = "#E8C547"


def middle(panel: Panel) -> tuple[float, float]:
    return (panel[0] + panel[2]) / 2, (panel[1] + panel[3]) / 2


def _plain(panel: Panel, colour: str) -> str:
    del panel, colour
    return ""


def _rim(panel: Panel, colour: str) -> str:
    left, top, right, _ = panel
    return _line(f"M{left:g} {top:g}H{right:g}", colour, 6)


def _band(panel: Panel, colour: str) -> str:
    left, top, right, bottom = panel
    return _line(f"M{left:g} {(top + bottom) / 2:g}H{right:g}", colour, (bottom - top) / 2.4)


def _stripes(panel: Panel, colour: str) -> str:
    left, top, right, bottom = panel
    step = (bottom - top) / 3
    rows = (f"M{left:g} {top + step * (n + 0.5):.4g}H{right:g}" for n in range(3))
    return _line("".join(rows), colour, step / 2)


def _checks(panel: Panel, colour: str) -> str:
    left, top, right, bottom = panel
    wide, high = (right - left) / 3, (bottom - top) / 3
    across = (f"M{left:g} {top + high * (n + 0.5):.4g}H{right:g}" for n in range(3))
    down = (f"M{left + wide * (n + 0.5):.4g} {top:g}V{bottom:g}" for n in range(3))
    return _line("".join((*across, *down)), colour, 4)


def _dots(panel: Panel, colour: str) -> str:
    left, top, right, bottom = panel
    columns, rows = (max(2, round(side / 16)) for side in (right - left, bottom - top))
    wide, high = (right - left) / columns, (bottom - top) / rows
    return "".join(
        _disc(left + wide * (x + 0.5), top + high * (y + 0.5), 4.6, colour)
        for x, y in pairs(range(columns), range(rows))
    )


def _zigzag(panel: Panel, colour: str) -> str:
    left, top, right, bottom = panel
    step, high = (right - left) / 6, (bottom - top) / 4
    rows = (
        _through((left + step * n, top + high * (row + n % 2)) for n in range(7))
        for row in (0.4, 1.5, 2.6)
    )
    return _line("".join(rows), colour, 4)


def _wave(panel: Panel, colour: str) -> str:
    left, top, right, bottom = panel
    step, high = (right - left) / 4, (bottom - top) / 3
    crest = f"q{step / 2:.4g}-9 {step:.4g} 0" + f"t{step:.4g} 0" * 3
    rows = (f"M{left:g} {top + high * (n + 0.5):.4g}{crest}" for n in range(3))
    return _line("".join(rows), colour, 4)


def _flower(panel: Panel, colour: str) -> str:
    x, y = middle(panel)
    size = _least(panel) * 0.24
    petals = (_disc(*_round((x, y), size, turn / 5), size * 0.62, colour) for turn in range(5))
    return "".join((*petals, _disc(x, y, size / 2, POLLEN)))


def _sun(panel: Panel, colour: str) -> str:
    centre, size = middle(panel), _least(panel) / 2
    rays = (
        _through((_round(centre, size * 0.68, turn / 8), _round(centre, size, turn / 8)))
        for turn in range(8)
    )
    return _line("".join(rays), colour, 4) + _disc(*centre, size / 2, colour)


def _star(panel: Panel, colour: str) -> str:
    centre, size = middle(panel), _least(panel) / 2
    corners = (
        _round(centre, size * far, turn / 10 - 0.25) for turn, far in enumerate((1, 0.42) * 5)
    )
    return f'<path d="{_through(corners)}z" fill="{colour}"/>'


def _heart(panel: Panel, colour: str) -> str:
    x, y = middle(panel)
    one = "M0 1C-1.9-.3-.7-1.5 0-.45C.7-1.5 1.9-.3 0 1z"
    return _placed(one, (x, y), _least(panel) * 0.46, colour)


def _leaf(panel: Panel, colour: str) -> str:
    x, y = middle(panel)
    one = "M-1 .8C-1-.7 0-1 1-.9C1 .4 .2 .9-1 .8z"
    return _placed(one, (x, y), _least(panel) / 2, colour)


PATTERNS: Final[dict[str, Callable[[Panel, str], str]]] = {
    "plain": _plain, "rim": _rim, "band": _band, "stripes": _stripes, "checks": _checks,
    "dots": _dots, "zigzag": _zigzag, "wave": _wave, "flower": _flower, "sun": _sun,
    "star": _star, "heart": _heart, "leaf": _leaf,
}  # fmt: skip


def _line(path: str, colour: str, width: float) -> str:
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:.3g}"/>'


def _disc(x: float, y: float, radius: float, colour: str) -> str:
    return f'<circle cx="{x:.4g}" cy="{y:.4g}" r="{radius:.3g}" fill="{colour}"/>'


def _placed(path: str, centre: tuple[float, float], size: float, colour: str) -> str:
    x, y = centre
    where = f"translate({x:.4g} {y:.4g}) scale({size:.4g})"
    return f'<path d="{path}" transform="{where}" fill="{colour}"/>'


def _through(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.4g} {y:.4g}" for x, y in points)


def _round(centre: tuple[float, float], radius: float, turns: float) -> tuple[float, float]:
    """The point so far from ``centre``, so many turns on from three o'clock."""
    angle = turns * math.tau
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def _least(panel: Panel) -> float:
    return min(panel[2] - panel[0], panel[3] - panel[1])
