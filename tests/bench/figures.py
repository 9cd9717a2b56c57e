"""From samples to figures: the half-way and the worst hundredth, of app and floor."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

Seconds = Sequence[float]
_HUNDREDTHS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One act, app beside floor; ``goal`` is the ratio at most, None where none was set."""

    act: str
    app: Seconds
    floor: Seconds
    goal: float | None = None
    limit: float | None = None
    """What the worst sample is at most, where that and no ratio is the goal."""
    unit: str = "ms"
    parts: dict[str, float] = field(default_factory=dict)
    """Where the time goes, or what else is worth knowing; in the same unit unless it says."""

    @property
    def ratio(self) -> float:
        return p50(self.app) / p50(self.floor)

    @property
    def kept(self) -> bool | None:
        """Whether the goal is kept; None without one."""
        if self.limit is not None:
            return max(self.app) <= self.limit
        return None if self.goal is None else self.ratio <= self.goal

    def row(self) -> dict[str, object]:
        """As it stands in the file: what is not a time has no milliseconds."""
        shown = [round(it, 3) for it in (p50(self.floor), p50(self.app), p99(self.app))]
        times = shown if self.unit == "ms" else [None] * len(shown)
        return {
            "act": self.act,
            **dict(zip(("floor_p50_ms", "p50_ms", "p99_ms"), times, strict=True)),
            "unit": self.unit,
            "values": shown,
            "ratio": round(self.ratio, 2),
            "goal": self.goal,
            "limit": self.limit,
            "samples": len(self.app),
            "parts": {name: round(value, 3) for name, value in self.parts.items()},
        }


def p50(samples: Seconds) -> float:
    return statistics.median(samples)


def p99(samples: Seconds) -> float:
    """The worst of a hundred; the worst of all when there are fewer."""
    return sorted(samples)[min(len(samples) - 1, len(samples) * 99 // _HUNDREDTHS)]


def ms(seconds: Seconds) -> list[float]:
    return [1000 * it for it in seconds]


def table(figures: Sequence[Figure]) -> str:
    """All of them for a person: widths as wide as they need to be."""
    rows: list[tuple[str, ...]] = [("act", "floor p50", "p50", "p99", "ratio", "goal", "")]
    for it in figures:
        mark = {True: "kept", False: "MISSED", None: ""}[it.kept]
        times = (p50(it.floor), p50(it.app), p99(it.app))
        shown = (f"{time:.2f} {it.unit}" for time in times)
        rows.append((it.act, *shown, f"{it.ratio:.2f}", _goal(it), mark))
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = (cell.rjust(wide) for cell, wide in zip(row[1:], widths[1:], strict=True))
        lines.append("  ".join((row[0].ljust(widths[0]), *cells)).rstrip())
    return "\n".join(lines)


def _goal(figure: Figure) -> str:
    if figure.limit is not None:
        return f"{figure.limit:g} {figure.unit}"
    return "-" if figure.goal is None else f"{figure.goal:g}"


def write(figures: Sequence[Figure], path: Path) -> None:
    rows = json.dumps([it.row() for it in figures], ensure_ascii=False, indent=1)
    path.write_text(rows + "\n", "utf-8")
