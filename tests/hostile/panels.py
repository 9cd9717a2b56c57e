"""Every panel that repeats a text from outside, with that text in all its places."""

from collections.abc import Callable
from dataclasses import replace

from packstation.domain import outcomes as out
from packstation.domain.bench import Asking, Learning, Packing, Unknown
from packstation.domain.drafts import Draft
from packstation.domain.giving import Left
from packstation.domain.known import Known, Recipient
from packstation.domain.note_cards import Table
from packstation.domain.note_sheet import NoteSheet
from packstation.domain.orders import Detail, Opener, Search
from packstation.domain.packing import Step
from packstation.domain.surprises import Offer, Offered
from packstation.domain.touches import TalkingPoint
from packstation.domain.why import Why
from packstation.ui.bench_screen import BenchScreen
from packstation.ui.panel import Panel
from packstation.ui.window import Window
from tests import making as made
from tests.explaining import CHOCOLATE, decided
from tests.hostile.surfaces import a_product, an_order, at_bench, at_free
from tests.table_states import NOTE

SUBSTITUTE, PARK = 3, 5


def panel_up(window: Window) -> Panel:
    """The one panel that is seen."""
    return next(it for it in window.findChildren(Panel) if it.isVisible())


def _problem(window: Window, text: str) -> BenchScreen:
    at_bench(window, text)
    screen = window.screens.bench
    screen.footer.problem.click()
    return screen


def _typing_a_reason(window: Window, text: str) -> None:
    problem = _problem(window, text).panels.problem
    problem.reason.setFocus()
    problem.reason.touched.emit()


def _count(window: Window, text: str) -> None:
    many = replace(an_order(text), lines=(made.a_line(a_product(text, 1), 12),))
    at_bench(window, text)
    bench = _bench_of(text, counts=(2,), last=(0, 1))
    bench = replace(bench, order=many)
    window.show_step(Step(bench, out.Opened(many, bench.card)))
    window.screens.bench.panels.open_count()


def _lot(window: Window, text: str) -> None:
    line = made.a_line(replace(a_product(text, 1), asks=(Detail.LOT,)), 3)
    order = replace(an_order(text), lines=(line,))
    at_bench(window, text)
    bench = replace(_bench_of(text, counts=(0,)), order=order, asking=Asking(0, 1))
    window.show_step(Step(bench, out.AsksDetail(line, Detail.LOT)))
    window.screens.bench.detail.field.touched.emit()


def _bench_of(text: str, **changes: object) -> Packing:
    return made.a_bench(packer=made.a_packer(name=text, language="en"), **changes)


def _page(window: Window, text: str, page: int) -> None:
    _problem(window, text).panels.problem.options[page].click()


def _code(window: Window, text: str) -> None:
    at_bench(window, text)
    window.screens.bench.panels.open_code_with(text)


def _search(window: Window, text: str) -> None:
    at_free(window, text)
    window.screens.free.seek.click()
    window.screens.free.panels.search.field.setText("104")
    hits = (
        made.a_hit(text, customer_name=text, place=text),
        made.a_hit(text, id=1043, customer_name="", place=text),
    )
    window.show_search(Search("104", hits))


def _why(window: Window, text: str) -> None:
    at_bench(window, text)
    _, explained = decided((replace(CHOCOLATE, names=(("en", text),)),))
    window.screens.bench.panels.open_why()
    window.screens.show_why(explained)


def _own(window: Window, text: str) -> None:
    at_bench(window, text)
    touch = made.a_touch(key=text, names=(("en", text),))
    offers = (Offer(touch), Offer(touch, Why.DIET))
    window.screens.bench.panels.open_own()
    window.screens.show_offers(Offered(an_order(text).id, Left(100, 2), offers))


def _note(window: Window, text: str) -> None:
    """Its customer, product and facts are all called so, and so are the drafts."""
    at_bench(window, text)
    note = made.a_plan()[1]
    points = (TalkingPoint("favourite", text), TalkingPoint("promise_kept", text))
    bench = replace(_bench_of(text), plan=(replace(note, points=points),))
    order = replace(bench.order, customer_name=text, opener=Opener.BUYER)
    card = replace(made.a_customer_card(), name=text, called=text)
    bench = replace(bench, order=order, card=card)
    window.show_step(Step(bench, out.Opened(order, card)))
    window.screens.bench.panels.open_note()
    window.screens.show_drafts(_drafted(bench, points, text))


def _drafted(bench: Packing, points: tuple[TalkingPoint, ...], text: str) -> NoteSheet:
    fact: Known[Recipient] = Known("favourite", text)
    draft = Draft(
        order_id=bench.order.id,
        fact=fact,
        opening="own.1",
        point="own.2",
        closing="own.3",
        language="es",
        text=text,
        gloss=text,
    )
    drafts = (draft, replace(draft, opening="own.4"))
    return NoteSheet(order_id=bench.order.id, language="es", points=points, drafts=drafts)


def _phrase(window: Window, text: str) -> None:
    _note(window, text)
    window.screens.bench.panels.note.phrase.click()
    window.screens.bench.panels.phrase.field.setText(text)


def _table(window: Window, text: str) -> None:
    at_free(window, text)
    note = replace(
        NOTE,
        number=text,
        called=text,
        text=text,
        gloss=text,
        points=(TalkingPoint("recovery", text), TalkingPoint("favourite", text)),
    )
    panels, packer = window.screens.free.panels, made.a_packer(name=text, language="en")
    panels.open_table(packer)
    panels.table.show_news(Table(packer=packer, notes=(note,)))


def _which(window: Window, text: str) -> None:
    at_bench(window, text, out.AsksWhich(text), unclear=Unknown(text))


def _once_more(window: Window, text: str) -> None:
    asked = out.AsksOnceMore(an_order(text).lines[0], 1)
    at_bench(window, text, asked, unclear=Learning(text, 0))


def _pack(window: Window, text: str) -> None:
    asked = out.AsksOnceMore(an_order(text).lines[0], 0)
    at_bench(window, text, asked, unclear=Learning(text, 0, 0))


def _reopen(window: Window, text: str) -> None:
    at_free(window, text, out.SlipShown(made.a_parcel()))
    window.screens.parcel.reopen.click()


def _keys(window: Window, text: str) -> None:
    at_bench(window, text)
    window.screens.bench.header.help.click()


PANELS: dict[str, Callable[[Window, str], object]] = {
    "problem": _problem,
    "reason": _typing_a_reason,
    "substitute": lambda window, text: _page(window, text, SUBSTITUTE),
    "park": lambda window, text: _page(window, text, PARK),
    "count": _count,
    "lot": _lot,
    "which": _which,
    "once more": _once_more,
    "pack": _pack,
    "search": _search,
    "why": _why,
    "own": _own,
    "note": _note,
    "note table": _table,
}
"""These paint the text themselves."""

BESIDE: dict[str, Callable[[Window, str], object]] = {
    "code": _code,
    "phrase": _phrase,
    "reopen": _reopen,
    "all keys": _keys,
}
"""Beside these it is painted, or stands in a field."""
