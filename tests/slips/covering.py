"""Makes resources/fonts/coverage.json from the faces: ``python -m tests.slips.covering``."""

import json
from collections.abc import Iterable
from itertools import pairwise

from packstation.places import resources
from packstation.slips.coverage import REGULAR
from packstation.slips.faces import face

FILE = resources() / "fonts" / "coverage.json"


def table() -> str:
    """As it should be in the file: each face on a line, as stretches from first to last."""
    faces = (f'"{it}": {_in_short(_stretches(face(it).letters))}' for it in sorted(REGULAR))
    return "{\n" + ",\n".join(faces) + "\n}\n"


def _stretches(letters: Iterable[str]) -> list[tuple[int, int]]:
    codes = sorted(map(ord, letters))
    apart = [0, *(n for n, (a, b) in enumerate(pairwise(codes), 1) if b - a > 1), len(codes)]
    return [(codes[first], codes[after - 1]) for first, after in pairwise(apart)]


def _in_short(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    FILE.write_text(table(), "utf-8")
