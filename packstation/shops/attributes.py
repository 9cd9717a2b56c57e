"""What buyers write into a shop's own fields: the text for the gift, and everything else."""

import re
from collections.abc import Iterable
from typing import Final

from packstation.shops.layout import folded

_NAMED: Final = re.compile(r"([^:\n]{1,40}):(?:[ \t]|$)")


def named_lines(cell: str) -> list[tuple[str, str]]:
    """(name, text) of a cell with a "name: text" on each line; texts may go on below."""
    found: list[tuple[str, str]] = []
    for line in cell.replace("\r\n", "\n").split("\n"):
        named = _NAMED.match(line)
        if named is not None:
            found.append((named[1].strip(), line[named.end() :].strip()))
        elif found:
            name, text = found[-1]
            found[-1] = (name, f"{text}\n{line}")
        elif line.strip():
            found.append(("", line))
    return found


def sorted_out(pairs: Iterable[tuple[str, str]], gift_names: Iterable[str]) -> tuple[str, str]:
    """(what is read on the gift, the rest as lines); what is called _so is a program's own."""
    gifts = {folded(name) for name in gift_names}
    gift, rest = [], []
    for name, text in pairs:
        if name.startswith("_") or not text.strip():
            continue
        if folded(name) in gifts:
            gift.append(text.strip())
        else:
            rest.append(f"{name}: {text.strip()}" if name else text.strip())
    return "\n".join(gift), "\n".join(rest)


def joined(*texts: str) -> str:
    return "\n".join(filter(None, texts))
