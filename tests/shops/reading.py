"""Reads a text as a shop's file, and what was said of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from packstation.domain.heads import unpack
from packstation.domain.intake import FileLine, LineKind, Refusal
from packstation.domain.noticed import Warned
from packstation.places import resources
from packstation.shops.csv_file import CsvFile
from packstation.shops.profile import shipped
from packstation.shops.text_file import TextFile

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Read:
    profile: str
    lines: list[FileLine]
    counts: dict[LineKind, int]
    warnings: list[Warned]
    refused: list[Refusal]

    @property
    def head(self) -> dict[str, str]:
        """What is said of the first order."""
        return unpack(self.lines[0].head)

    @property
    def pieces(self) -> list[tuple[str, str, int]]:
        return [(it.order, it.sku, it.quantity) for it in self.lines]


def read(folder: Path, content: str | bytes) -> Read:
    path = folder / "export.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    known = shipped(resources() / "profiles")
    file = CsvFile(TextFile(path), known, ZoneInfo("Europe/Madrid"), NOW)
    lines = [line for batch in file.batches() for line in batch]
    counts = {kind: count for kind, count in file.counts.items() if count}
    return Read(file.profile.name, lines, counts, file.warnings, file.refused)
