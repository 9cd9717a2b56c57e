"""The five signatures of the demo, each drawn with its own pen strokes."""

import re
from collections.abc import Iterator
from typing import Final

from packstation.domain.shop import Stroke

WIDE: Final = 300
"""The drawings are 300 wide and 100 high; a signature is 1 wide and 1/3 high."""
STEPS: Final = 10
"""Points to a curve: enough for a pen line of the width of a slip."""

_PATHS: Final = {
    "Marta": (
        (
            "M22 78C28 52 34 26 44 22C52 20 48 56 50 66C56 46 64 24 74 20C84 18 76 54 80 72"
            "C86 62 96 48 108 50C98 46 90 62 96 70C104 76 112 60 114 50C112 62 114 72 122 68"
            "C128 62 130 54 134 48C136 56 134 66 138 68C142 56 150 48 158 50"
        ),
        (
            "M176 22C170 40 164 60 170 68C178 74 188 58 204 52C196 50 188 60 192 68"
            "C198 74 206 62 208 52C206 64 210 72 222 66C240 58 262 62 284 54"
        ),
        "M156 42C168 38 182 36 194 36",
    ),
    "Joan": (
        "M66 20C70 44 72 74 58 86C46 94 34 84 42 72C52 60 84 58 104 52",
        "M44 26C58 18 80 16 94 20",
        "M116 50C104 50 100 66 110 70C122 72 128 54 116 50C122 56 132 54 138 50",
        (
            "M160 50C146 46 138 62 146 70C156 74 162 60 164 50C162 62 164 72 172 68"
            "C178 62 180 54 182 50C184 58 182 66 184 70C190 56 200 46 206 52"
            "C210 60 204 72 214 70C232 64 250 30 272 28C282 30 268 44 252 46"
        ),
    ),
    "Elena": (
        (
            "M84 24C66 14 44 26 50 40C54 48 66 48 74 46C54 46 36 60 42 74C50 88 78 82 96 62"
            "C112 44 122 22 114 16C104 18 98 54 104 68C110 74 120 66 126 58"
            "C134 48 130 44 124 50C118 60 124 72 134 68C142 62 148 52 152 50"
            "C154 58 150 66 152 70C158 58 166 48 172 52C176 60 172 70 180 70"
        ),
        (
            "M206 52C194 46 184 60 190 70C198 76 206 62 210 50C208 62 210 74 220 70"
            "C228 66 232 60 238 56"
        ),
        "M62 92C110 84 190 82 262 90",
    ),
    "Iker": (
        "M44 24C42 44 38 66 34 82",
        "M28 24C38 20 52 20 60 22",
        "M22 84C32 80 42 80 52 82",
        "M78 18C76 40 72 62 70 78",
        (
            "M108 34C98 46 86 54 74 58C88 58 98 74 112 78C122 78 132 62 136 56"
            "C144 46 138 42 132 52C126 64 134 76 144 74C154 68 160 56 162 52"
            "C170 56 174 50 174 56C172 66 174 74 184 72C210 66 238 44 272 40"
        ),
        "M196 86C220 80 250 76 280 78",
    ),
    "Ana": (
        "M30 82C44 62 62 30 74 18C80 34 82 60 88 80",
        (
            "M40 60C58 54 82 52 104 58C112 62 108 70 110 76C116 62 124 54 132 58"
            "C138 64 132 74 140 76C150 74 156 62 166 58C156 54 148 66 154 76"
            "C164 80 170 66 172 58C170 70 174 80 186 76C200 68 214 54 228 60"
            "C240 68 252 76 274 58"
        ),
    ),
}


def signature(name: str) -> tuple[Stroke, ...]:
    """The strokes of this person's pen; none for somebody who never signed."""
    return tuple(_stroke(path) for path in _PATHS.get(name, ()))


def _stroke(path: str) -> Stroke:
    numbers = [float(number) for number in re.findall(r"\d+", path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    start, drawn = points[0], [points[0]]
    for place in range(1, len(points), 3):
        drawn += _curve((start, *points[place : place + 3]))
        start = points[place + 2]
    return tuple((round(x / WIDE, 4), round(y / WIDE, 4)) for x, y in drawn)


def _curve(knots: tuple[tuple[float, float], ...]) -> Iterator[tuple[float, float]]:
    """Points on the cubic Bézier curve through four knots, its beginning left out."""
    for step in range(1, STEPS + 1):
        t = step / STEPS
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        yield (
            sum(share * knot[0] for share, knot in zip(shares, knots, strict=True)),
            sum(share * knot[1] for share, knot in zip(shares, knots, strict=True)),
        )
