"""The parts of a slip around its table, from the greeting to the signature."""

from packstation.slips import codes, look, pen
from packstation.slips.letters import leftward
from packstation.slips.measure import Style, fit, width, wrap
from packstation.slips.said import NAME, Said
from packstation.slips.sheet import Sheet

_GREETING_TOP = 85.0
_MANY, _MOST = 6, 11
"""Lines of a message: from the first on it is set finer, at the second it ends."""
_INDENT = 10.0
_SIGNATURE = (134.0, 35.0)
_SIGNED_BY = 80.0
"""From the hand-written box down to the name."""
_NAME_LEADING = 11.5
_SQUARE = 66.0
"""Points a side the QR may take: 23 mm, on which any telephone's camera reads it."""


def opening(sheet: Sheet, said: Said) -> float:
    """Greeting, tally and the buyer's message; answers where the table may begin."""
    style, lines = _greeting(said)
    y = _GREETING_TOP
    for line in lines:
        sheet.write((look.LEFT, y), line, style)
        y += style.size * 1.25
    y -= style.size * 0.1
    for line in wrap(said.tally, look.TEXT, look.ROOM, 2):
        sheet.write((look.LEFT, y), line, look.TEXT)
        y += look.LEADING + 1.5
    return _message(sheet, said, y) + 3.2


def closing_height(said: Said) -> float:
    """What :func:`closing` takes besides the hand-written box."""
    gifts = len(_gifts(said))
    return (4.0 + 12.2 * gifts if gifts else 0.0) + 18.0 + _SIGNED_BY + 17.0


def closing(sheet: Sheet, said: Said, y: float, ink: float) -> None:
    """What came from us, the box for the pen, who packed it, and where to answer."""
    y += 4.0 if said.from_us else 0.0
    for line in _gifts(said):
        y += 12.2
        sheet.write((look.LEFT, y), line, look.GIFT)
    y += 18.0
    sheet.frame((look.LEFT, y), (look.ROOM, ink), look.LINE)
    sheet.write((look.LEFT + 9.6, y + 15.6), said.by_hand, look.HINT)
    base = y + ink + _SIGNED_BY
    answer_starts = _answer(sheet, said, base + 4.4)
    _signed(sheet, said, base, answer_starts - look.LEFT - look.GAP)


def _greeting(said: Said) -> tuple[Style, tuple[str, ...]]:
    called = fit(said.called, look.GREETING, look.ROOM * 1.2)
    text = said.greeting.replace(NAME, called)
    style = look.shrunk(text, look.GREETING, look.ROOM, 14.4)
    return style, wrap(text, style, look.ROOM, 3)


def _message(sheet: Sheet, said: Said, y: float) -> float:
    style, leading = look.TEXT, 12.6
    lines = _message_lines(said, style)
    if len(lines) > _MANY:
        style, leading = look.FINE, 10.6
        lines = _message_lines(said, style)
    if not lines:
        return y
    top = y + 7.0
    y = top + 7.5
    sheet.write((look.LEFT + _INDENT, y), said.message_head, look.SMALL)
    y += 1.5
    for line in lines:
        y += leading
        if leftward(line):
            sheet.write_leftward((look.RIGHT, y), line, style)
        else:
            sheet.write((look.LEFT + _INDENT, y), line, style)
    sheet.bar((look.LEFT, top), y + 3 - top, look.WARM)
    return y + look.LEADING + 4


def _message_lines(said: Said, style: Style) -> list[str]:
    lines: list[str] = []
    for paragraph in said.message:
        if len(lines) < _MOST:
            lines += wrap(paragraph, style, look.ROOM - _INDENT, _MOST - len(lines))
    return lines


def _gifts(said: Said) -> tuple[str, ...]:
    return wrap(said.from_us, look.GIFT, look.ROOM, 3)


def _answer(sheet: Sheet, said: Said, bottom: float) -> float:
    """The square to scan and its sentences; answers where they begin on the left."""
    symbol = codes.squares(said.link, _SQUARE) if said.link else None
    if symbol is None:
        return look.RIGHT
    side, module, path = symbol
    left = look.RIGHT - side * module
    sheet.fill((left, bottom), (module, module), path)
    for line, text in enumerate(said.answer, start=1 - len(said.answer)):
        sheet.write_right((left - 8.6, bottom - 3.5 + 11 * line), text, look.ASIDE)
    return left - 8.6 - max(width(text, look.ASIDE) for text in said.answer)


def _signed(sheet: Sheet, said: Said, base: float, room: float) -> None:
    style = look.shrunk(said.packer, look.NAME, room, 9.6)
    names = wrap(said.packer, style, room, 2)
    top = base - (len(names) - 1) * _NAME_LEADING
    path = pen.ink(said.signature, _SIGNATURE[0], _SIGNATURE[1] - (base - top))
    by = base - 58.4 if path else top - style.size - 5
    sheet.write((look.LEFT, by), said.packed_by, look.ASIDE)
    if path:
        sheet.trace((look.LEFT + 1.3, top - 18), path, look.PEN)
    for line, name in enumerate(names):
        sheet.write((look.LEFT, top + line * _NAME_LEADING), name, style)
