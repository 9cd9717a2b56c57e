"""The map a newcomer reads first names every module there is, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_map_names_every_module_and_no_other() -> None:
    drawn = re.findall(
        r"^ +(\w+\.py) ", (ROOT / "docs/map.md").read_text("utf-8"), re.MULTILINE
    )
    there = [path.name for path in (ROOT / "packstation").rglob("*.py") if path.stat().st_size]
    assert sorted(drawn) == sorted(there), "Draw it in docs/map.md: its first sentence will do."
