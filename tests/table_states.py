"""The note table as it can lie there, for whoever looks at every screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from packstation.domain.note_cards import CardState, NoteAhead, OffTable, Table
from packstation.domain.touches import TalkingPoint
from packstation.ui.window import Window
from tests import making as made

_State = Callable[[Window, str], None]
NOTE: Final = NoteAhead(
    order_id=1,
    number="1042",
    called="Lucía",
    code="K7QN0000010H",
    leaves_at=made.NOON + timedelta(hours=2),
    points=(TalkingPoint("second_order"), TalkingPoint("favourite", "Té verde Sencha, 100 g")),
    text="Hola, Lucía. Detrás de este paquete hay personas, y te mandan un saludo. Que hayas "
    "vuelto por segunda vez nos ha dado una alegría de las grandes. Disfrútalo con calma.",
    gloss="Hello, Lucía, there are people behind this parcel, and they say hi. Seeing you come "
    "back for a second time made everybody here really happy. Enjoy it, and take your time.",
    language="ca",
    words=33,
)
_LONG: Final = replace(
    NOTE,
    number=made.LONG_NAME,
    called=made.LONG_NAME,
    points=(
        TalkingPoint("recovery", made.LONG_NAME),
        TalkingPoint("favourite", made.LONG_NAME),
        TalkingPoint("message"),
    ),
    text=" ".join([NOTE.text] * 2),
    gloss=" ".join([NOTE.gloss] * 2),
    for_buyer=False,
)
_OFF: Final = replace(NOTE, state=CardState.TAKEN_BACK, points=(), text="", gloss="")

TABLES: Final[dict[str, tuple[NoteAhead, ...]]] = {
    "one": (NOTE, replace(NOTE, order_id=2, state=CardState.WRITTEN)),
    "long": (_LONG,),
    "cancelled": (replace(_OFF, off=OffTable.CANCELLED), replace(NOTE, order_id=2)),
    "held": (replace(_OFF, off=OffTable.HELD),),
    "changed": (replace(_OFF, off=OffTable.CHANGED, called=made.LONG_NAME),),
    "empty": (),
}


def table_states(free: Callable[[Window, str], None]) -> Iterator[tuple[str, _State]]:
    """Each name with the way into it, from the ``free`` screen."""
    for name, notes in TABLES.items():
        yield f"free-table-{name}", partial(_sit_down, free=free, notes=notes)


def _sit_down(
    window: Window,
    language: str,
    *,
    free: Callable[[Window, str], None],
    notes: tuple[NoteAhead, ...],
) -> None:
    free(window, language)
    panels, packer = window.screens.free.panels, made.a_packer(language=language)
    panels.open_table(packer)
    panels.table.show_news(Table(packer=packer, notes=notes))
