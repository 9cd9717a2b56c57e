"""The bench that no shop has: whatever is signed there is a trial, and its slip says so."""

from typing import Final

NO_BENCH: Final = "PRACTICE"
