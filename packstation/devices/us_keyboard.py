"""What the keys of a US keyboard type: a scanner presses those, whatever the layout here.

Numbered as Linux numbers them (input-event-codes.h); X adds 8.
"""

from typing import Final

X_OFFSET: Final = 8

# The first code of each row of keys, and what they type plain and with Shift.
_ROWS: Final = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
_KEYPAD: Final = {55: "*", 98: "/"} | dict(zip(range(71, 84), "789-456+1230.", strict=True))
_PLAIN: Final = _KEYPAD | {
    first + place: letter for first, plain, _ in _ROWS for place, letter in enumerate(plain)
}
_SHIFTED: Final = _KEYPAD | {
    first + place: letter for first, _, shifted in _ROWS for place, letter in enumerate(shifted)
}


def typed_on_us(code: int, *, shift: bool) -> str:
    """What the key ``code`` types on a US keyboard; empty for a key that types nothing."""
    return (_SHIFTED if shift else _PLAIN).get(code, "")
