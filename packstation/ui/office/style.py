"""How the office looks: one sheet for all its pages, in the colours and sizes of look.py."""

from functools import lru_cache

from packstation.ui.look import (
    ACT,
    ACT_SOFT,
    BIG_TEXT,
    CARD,
    CHIP,
    DIM,
    EDGE,
    INK,
    LEAD,
    LINE,
    OK,
    PAPER,
    RADIUS,
    RESTING,
    SHADE,
    SMALL_BUTTON,
    SOFT,
    STOP,
    TEXT,
    WARN,
    WHITE,
)

_SHEET = """
* {{ font-family: "Inter", "DejaVu Sans"; font-size: {text}px; color: {INK}; }}
QScrollArea, QScrollArea > QWidget > QWidget, Page {{ background: {PAPER}; border: none; }}
QFrame#card, Card {{ background: {CARD}; border: {thin}px solid {LINE};
    border-radius: {radius}px; }}
QLabel {{ background: transparent; border: none; }}
QLabel[kind="title"] {{ font-size: {title}px; font-weight: 700; }}
QLabel[kind="lead"] {{ font-size: {lead}px; }}
QLabel[kind="strong"] {{ font-weight: 700; }}
QLabel[kind="soft"] {{ color: {SOFT}; font-size: {small}px; }}
QLabel[kind="good"] {{ color: {OK}; font-weight: 700; }}
QLabel[kind="care"] {{ color: {WARN}; font-weight: 700; }}
QLabel[kind="stop"] {{ color: {STOP}; font-weight: 700; }}
QLabel[kind="done"] {{ color: {OK}; font-size: {lead}px; font-weight: 700; }}
QLabel[kind="grave"] {{ color: {STOP}; font-size: {title}px; font-weight: 700; }}
QPushButton {{ background: {CARD}; border: {edge}px solid {EDGE}; border-radius: {round}px;
    padding: 0 {pad}px; font-weight: 700; }}
QPushButton:pressed {{ background: {ACT_SOFT}; }}
QPushButton:focus {{ border: {focus}px solid {ACT}; }}
QPushButton[leading="true"] {{ background: {ACT}; border-color: {ACT}; color: {WHITE}; }}
QPushButton[leading="true"]:focus {{ border: {focus}px solid {INK}; }}
QPushButton:disabled {{ background: {RESTING}; border-color: {RESTING}; color: {DIM}; }}
QLineEdit, QComboBox, QPlainTextEdit, QDateEdit, QSpinBox {{ background: {CARD};
    border: {edge}px solid {EDGE}; border-radius: {round}px; padding: 0 {inner}px;
    min-height: {field}px; selection-background-color: {ACT}; selection-color: {WHITE}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QDateEdit:focus, QSpinBox:focus {{
    border: {focus}px solid {ACT}; }}
QComboBox QAbstractItemView {{ background: {CARD}; border: {thin}px solid {EDGE};
    selection-background-color: {ACT_SOFT}; selection-color: {INK}; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {field}px; }}
QComboBox::drop-down {{ border: none; width: {field}px; }}
QComboBox::down-arrow {{ image: none; }}
QListWidget::item {{ min-height: {row}px; padding: 0 {inner}px; }}
QCheckBox, QRadioButton {{ spacing: {inner}px; min-height: {tick}px;
    background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ color: {ACT}; text-decoration: underline; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px; }}
QProgressBar {{ background: {CHIP}; border: none; border-radius: {bar}px;
    min-height: {two_bars}px; max-height: {two_bars}px; }}
QProgressBar::chunk {{ background: {ACT}; border-radius: {bar}px; }}
QTableView, QListView, QTreeView {{ background: {CARD}; border: {thin}px solid {LINE};
    border-radius: {round}px; gridline-color: {LINE}; alternate-background-color: {SHADE};
    selection-background-color: {ACT_SOFT}; selection-color: {INK}; }}
MatchTable {{ selection-background-color: {CARD}; }}
QTableView:focus, QListView:focus {{ border: {focus}px solid {ACT}; }}
QHeaderView::section {{ background: {CHIP}; border: none; padding: {bar}px {inner}px;
    font-weight: 700; }}
QScrollBar:vertical {{ background: {PAPER}; width: {scroll}px; }}
QScrollBar:horizontal {{ background: {PAPER}; height: {scroll}px; }}
QScrollBar::handle {{ background: {EDGE}; border-radius: {bar}px; min-height: {field}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
"""


@lru_cache(4)
def sheet(scale: float) -> str:
    """Qt's style sheet for a window of which one unit is ``scale`` pixels."""

    def px(units: float) -> int:
        return max(1, round(units * scale))

    sizes = {
        "text": px(TEXT.size),
        "small": px(18),
        "lead": px(LEAD.size),
        "title": px(BIG_TEXT.size + 10),
        "thin": px(1),
        "edge": px(2),
        "focus": px(3),
        "radius": px(RADIUS),
        "round": px(10),
        "pad": px(20),
        "inner": px(12),
        "field": px(SMALL_BUTTON - 4),
        "tick": px(SMALL_BUTTON),
        "row": px(58),
        "box": px(26),
        "bar": px(7),
        "two_bars": px(14),
        "scroll": px(18),
    }
    return _SHEET.format(**sizes, **_COLOURS)


_COLOURS = {
    "INK": INK,
    "PAPER": PAPER,
    "CARD": CARD,
    "LINE": LINE,
    "EDGE": EDGE,
    "SOFT": SOFT,
    "OK": OK,
    "WARN": WARN,
    "STOP": STOP,
    "ACT": ACT,
    "ACT_SOFT": ACT_SOFT,
    "WHITE": WHITE,
    "RESTING": RESTING,
    "DIM": DIM,
    "CHIP": CHIP,
    "SHADE": SHADE,
}
