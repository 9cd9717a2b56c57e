"""The bench that no shop has: whatever is signed there is a trial, and its slip says so."""

from typing import Final

NO_BENCH: Final = "PRACTICE"
"""It stands in codes as well, whatever the language: a code holds no accent."""
# Not a text to be translated: by its bench a parcel is known for a trial, in any language.
_AS_READ: Final = {"es": "PRÁCTICA"}
NO_BENCHES: Final = frozenset({NO_BENCH, *_AS_READ.values()})


def no_bench(language: str) -> str:
    """What it is called for whoever reads ``language``; one of NO_BENCHES."""
    return _AS_READ.get(language, NO_BENCH)
