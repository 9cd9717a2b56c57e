"""A signature, drawn by hand once, as a smooth line of ink."""

from itertools import chain, pairwise
from math import hypot, isfinite

from packstation.domain.shop import Stroke

Point = tuple[float, float]

_NEAR = 0.004
"""Points closer than this, in widths of the pad, tell nothing new."""
_LARGEST = 1.6
"""A small signature is not blown up further than this."""
_PAD_HEIGHT = 1 / 3


def ink(strokes: tuple[Stroke, ...], wide: float, high: float) -> str:
    """``strokes`` as one PDF path from the lower left corner, within ``wide`` and ``high``.

    What was left empty around the signature on the pad is left out. Empty without a stroke.
    """
    lines = [line for line in map(_thinned, strokes) if line]
    if not lines:
        return ""
    points = list(chain.from_iterable(lines))
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    scale = min(
        wide / max(right - left, _NEAR), high / max(bottom - top, _NEAR), wide * _LARGEST
    )
    placed = ([((x - left) * scale, (bottom - y) * scale) for x, y in line] for line in lines)
    return " ".join(map(_curve, placed))


def _thinned(stroke: Stroke) -> list[Point]:
    """``stroke`` without what lies off the pad and without points that tell nothing."""
    kept: list[Point] = []
    for x, y in stroke:
        if not (isfinite(x) and isfinite(y)):
            continue
        point = (min(max(x, 0.0), 1.0), min(max(y, 0.0), _PAD_HEIGHT))
        if not kept or hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= _NEAR:
            kept.append(point)
    return kept


def _curve(points: list[Point]) -> str:
    """A curve through all ``points`` (Catmull-Rom, as Bézier); a single one is a dot."""
    (x, y), *_ = points
    start = f"{x:.2f} {y:.2f} m"
    if len(points) == 1:
        return f"{start} {x:.2f} {y:.2f} l"
    around = [points[0], *points, points[-1]]
    arcs = (
        f"{b[0] + (c[0] - a[0]) / 6:.2f} {b[1] + (c[1] - a[1]) / 6:.2f} "
        f"{c[0] - (d[0] - b[0]) / 6:.2f} {c[1] - (d[1] - b[1]) / 6:.2f} "
        f"{c[0]:.2f} {c[1]:.2f} c"
        for (a, b), (c, d) in zip(pairwise(around[:-2]), pairwise(around[2:]), strict=True)
    )
    return " ".join((start, *arcs))
