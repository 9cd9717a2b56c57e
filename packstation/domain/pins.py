"""A PIN is kept as something from which nobody can read it back."""

import hashlib
import hmac
from typing import Final

# 16 MB and some 50 ms a try; kept with every hash, so that it can grow.
COST: Final = 2**14
BLOCK: Final = 8
LANES: Final = 1


def hash_pin(pin: str, salt: bytes) -> str:
    """``scrypt$n$r$p$salt$hash``, the last two in hex."""
    made = _scrypt(pin, salt, COST, BLOCK, LANES)
    return f"scrypt${COST}${BLOCK}${LANES}${salt.hex()}${made.hex()}"


def check_pin(pin: str, stored: str) -> bool:
    """Whether ``pin`` is the one ``stored`` was made from; ValueError for no such text.

    Where none is kept, none is asked for: whoever has no PIN signs in by the name alone.
    """
    if not stored:
        return True
    scheme, cost, block, lanes, salt, wanted = stored.split("$")
    if scheme != "scrypt":
        raise ValueError(f"a PIN cannot be kept as {scheme!r}")
    found = _scrypt(pin, bytes.fromhex(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(found, bytes.fromhex(wanted))


def _scrypt(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    room = 128 * block * (cost + lanes + 2)
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=room, dklen=32
    )
