"""Numbers and money as a reader's language writes them."""

from typing import Final

_SIGNS: Final = {"EUR": "€", "GBP": "£", "USD": "$"}
_POINT_FIRST: Final = frozenset({"en"})
"""Languages that write 1,234.50 and put the sign before; the others write 1.234,50."""


def money(cents: int, currency: str, language: str) -> str:
    """Such as "€78.90", "78,90 €"."""
    sign = _SIGNS.get(currency, currency)
    minus = "-" if cents < 0 else ""
    amount = decimal(abs(cents), language, always=True)
    if language in _POINT_FIRST:
        return f"{minus}{sign}{amount}" if len(sign) == 1 else f"{minus}{sign} {amount}"
    return f"{minus}{amount} {sign}"


def decimal(hundredths: int, language: str, *, always: bool = False) -> str:
    """Hundredths as a number; without its zeros unless they are ``always`` written."""
    whole, part = divmod(abs(hundredths), 100)
    ends = f".{part:02}" if part or always else ""
    written = f"{whole:,}{ends if always else ends.rstrip('0')}"
    if language not in _POINT_FIRST:
        written = written.translate(str.maketrans(",.", ".,"))
    return f"-{written}" if hundredths < 0 else written
