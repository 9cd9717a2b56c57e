"""The panel for the shelves as it can be up, for whoever looks at every screen."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from packstation.domain.picking import PickingChoice, PickingNews, PickingOut, ToPick
from packstation.ui.window import Window
from tests import making as made

_State = Callable[[Window, str], None]
THERE: Final = ToPick(waiting=23, before=12, cut_off=made.CUT_OFF, choice=PickingChoice(0, 6))
_NONE: Final = ToPick(waiting=0, before=0, cut_off=None, choice=PickingChoice())
_LATER: Final = ToPick(waiting=1234, before=0, cut_off=None, choice=PickingChoice(60, 30))

PANELS: Final[dict[str, tuple[PickingNews, ...]]] = {
    "looking": (),
    "there": (THERE,),
    "many": (_LATER,),
    "none": (_NONE,),
    "printed": (THERE, PickingOut(orders=12, where="HL-L2350DW-118")),
    "in-the-folder": (THERE, PickingOut(orders=12, where="picking-2026-11-22-0a1b2c3d.pdf")),
    "jammed": (THERE, PickingOut(orders=12, trouble="jam")),
}


def picking_states(free: Callable[[Window, str], None]) -> Iterator[tuple[str, _State]]:
    """Each name with the way into it, from the ``free`` screen."""
    for name, news in PANELS.items():
        yield f"free-picking-{name}", partial(_go, free=free, news=news)


def _go(
    window: Window,
    language: str,
    *,
    free: Callable[[Window, str], None],
    news: tuple[PickingNews, ...],
) -> None:
    free(window, language)
    panels = window.screens.free.panels
    panels.open_picking(made.a_packer(language=language))
    for it in news:
        panels.picking.show_news(it)
