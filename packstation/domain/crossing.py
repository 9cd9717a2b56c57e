"""Whether something may travel to where a parcel goes: what is in it, and which border."""

from typing import Final

from packstation.domain.diet import contents, is_edible
from packstation.domain.touches import Touch

_ALCOHOL: Final = "alcohol"
_OF_ANIMALS: Final = frozenset(
    {"milk", "eggs", "fish", "crustaceans", "molluscs", "honey", "gelatine", "meat"}
)
# Between these countries food travels as it does within one of them.
_UNION: Final = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    }
)


def may_be_too_young(touch: Touch) -> bool:
    """Nobody here knows how old a reader is: alcohol goes only where the owner has said so."""
    return _ALCOHOL in contents(touch) and touch.countries is None


def may_cross(touch: Touch, home: str, to: str) -> bool:
    """Whether ``touch`` may go from ``home`` to ``to``; no country: it stays at home."""
    there = (to.strip() or home).upper()
    if touch.countries is not None:
        return there in {it.upper() for it in touch.countries}
    if not is_edible(touch) or there == home.upper() or {there, home.upper()} <= _UNION:
        return True
    # What is not known to be without them might be forbidden at the border.
    return touch.contains is not None and not contents(touch) & _OF_ANIMALS
