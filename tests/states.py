"""Every screen in every state a packer can meet, from values made in tests.making."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from packstation.domain import outcomes as out
from packstation.domain.bench import Away, Bench, Free, Packing, Unattended
from packstation.domain.orders import Hit, Overview, Search
from packstation.domain.packing import Step
from packstation.domain.records import Printing, PrintState
from packstation.domain.scans import Reply
from packstation.domain.shop import Packer
from packstation.ui.window import Window
from tests import making as made
from tests.bench_states import BENCHES, PANELS, Opened
from tests.calm_states import PEOPLE
from tests.news_states import NEWS
from tests.picking_states import picking_states
from tests.table_states import table_states
from tests.why_states import WHYS

NAMES = ("Marta", "Joan", "Ana", "Iker", "Lucía")

State = Callable[[Window, str], None]
"""Brings a window that knows nothing yet into it, in a language."""


def states() -> Iterator[tuple[str, State]]:
    yield "start", lambda _window, _language: None
    yield "preparing", lambda window, _: window.show_progress(0.42)
    for name, (people, said) in PEOPLE.items():
        yield name, partial(_sign_in, people=people, said=said)
    yield "sign-in-pin", _pin
    yield "sign-in-pin-wrong", _pin_wrong
    yield "sign-in-pin-too-many", partial(_pin_wrong, tries=0)
    yield "away", _away
    for name, overview in _OVERVIEWS.items():
        yield name, partial(_free, overview=overview)
    for name, outcome in _FREE.items():
        yield f"free-{name}", partial(_free, outcome=outcome)
    for name, printing in _PRINTINGS.items():
        yield f"printing-{name}", partial(_free, printing=printing)
    for name, (changes, outcome) in (BENCHES | NEWS).items():
        yield f"bench-{name}", partial(_at_work, changes=changes, outcome=outcome)
    yield from _free_panels()
    for name, (changes, opened) in (PANELS | WHYS).items():
        yield f"panel-{name}", partial(_panel, changes=changes, opened=opened)
    yield from (("keys", _keys), ("failure", _failure))


def _free_panels() -> Iterator[tuple[str, State]]:
    yield "free-search", _search
    yield "free-search-none", partial(_search, hits=())
    yield "free-search-many-long", partial(_search, hits=_LONG_HITS)
    yield "free-search-by-touch", _search_by_touch
    yield from table_states(_free)
    yield from picking_states(_free)
    yield "free-code", _free_code
    yield "free-owner", _owner
    yield "free-reopen", _reopen
    yield "free-reprint", _reprint


# ---- ways into a state


def _begin(window: Window, language: str, people: int = 5, shop: str = "es") -> None:
    window.show_shop(made.a_shop(language=shop), "2")
    window.show_people(tuple(_person(n, language) for n in range(people)))
    window.show_printing(Printing(printer="Brother QL"))


def _person(n: int, language: str) -> Packer:
    name = NAMES[n] if n < len(NAMES) else f"{made.LONG_NAME} {n}"
    return made.a_packer(id=n + 1, name=name, language=language)


def _sign_in(window: Window, language: str, *, people: int, said: out.Outcome) -> None:
    _begin(window, language, people, language)
    window.show_step(Step(Unattended(), said))


def _pin(window: Window, language: str) -> None:
    _sign_in(window, language, people=5, said=out.SignInFirst())
    window.screens.sign_in.names[0].click()
    for digit in "1234":
        window.screens.sign_in.pad.digits[int(digit) - 1].click()


def _pin_wrong(window: Window, language: str, *, tries: int = 2) -> None:
    _pin(window, language)
    window.show_step(Step(Unattended(), out.PinWrong("Marta", tries)))


def _away(window: Window, language: str) -> None:
    _begin(window, language, shop=language)
    window.show_step(Step(Away(made.a_packer(), made.a_bench()), out.Locked("Marta")))


def _free(
    window: Window,
    language: str,
    *,
    outcome: out.Outcome | None = None,
    overview: Overview | None = None,
    printing: Printing | None = None,
) -> None:
    _begin(window, language)
    bench = Free(made.a_packer(language=language))
    window.show_step(Step(bench, out.SignedIn("Marta")))
    window.show_overview(overview or made.an_overview())
    if printing is not None:
        window.show_printing(printing)
    if outcome is not None:
        window.show_step(Step(bench, outcome))


def _at_work(
    window: Window, language: str, *, changes: dict[str, object], outcome: out.Outcome
) -> None:
    _begin(window, language)
    bench = made.a_bench(packer=made.a_packer(language=language))
    window.show_step(Step(bench, out.Opened(bench.order, bench.card)))
    window.show_step(Step(_changed(bench, changes), outcome))


def _panel(
    window: Window, language: str, *, changes: dict[str, object], opened: Opened
) -> None:
    _at_work(window, language, changes=changes, outcome=out.TouchDone("box", Reply.GIVEN))
    opened(window.screens.bench)


def _changed(bench: Packing, changes: dict[str, object]) -> Bench:
    return replace(bench, **changes)  # type: ignore[arg-type] # replace checks the names


def _owner(window: Window, language: str) -> None:
    _free(window, language, overview=_OVERVIEWS["free-parked"])
    owner = made.a_packer(language=language, role="owner")
    window.show_step(Step(Free(owner), out.SignedIn(owner.name)))


def _search(window: Window, language: str, *, hits: tuple[Hit, ...] | None = None) -> None:
    _free(window, language)
    panels = window.screens.free.panels
    window.screens.free.seek.click()
    panels.search.field.setText("104")
    window.show_search(Search("104", made.some_hits() if hits is None else hits))


def _search_by_touch(window: Window, language: str) -> None:
    _search(window, language, hits=_LONG_HITS)
    window.screens.free.panels.search.field.touched.emit()


def _free_code(window: Window, language: str) -> None:
    _free(window, language)
    window.screens.free.code.click()


def _reopen(window: Window, language: str) -> None:
    _free(window, language, outcome=out.SlipShown(made.a_parcel()))
    window.screens.parcel.reopen.click()


def _keys(window: Window, language: str) -> None:
    _free(window, language)
    window.screens.free.header.help.click()


def _reprint(window: Window, language: str) -> None:
    _free(window, language, outcome=out.SlipShown(made.a_parcel()))
    window.screens.parcel.reprint.click()


def _failure(window: Window, language: str) -> None:
    _free(window, language)
    window.show_failure("The database is busy: another program holds it.")


# ---- the states

_OVERVIEWS = {
    "free": made.an_overview(),
    "free-empty": made.an_overview(
        waiting=(),
        ready=0,
        held=0,
        before_cut_off=0,
        cut_off=None,
        minutes_of_work=None,
        packed_today=0,
    ),
    "free-parked": made.an_overview(
        waiting=(
            *made.an_overview().waiting[:4],
            made.a_waiting("1036", state="parked", held_by="Ana", parked_for="Joan"),
            made.a_waiting("1037", state="parked", held_by="Ana", held_because="falta espacio"),
            made.a_waiting("1038", state="claimed", held_by="Iker"),
            made.an_overview().waiting[-1],
        ),
        parked=2,
        cut_offs=made.some_cut_offs(),
    ),
    "free-many-long": made.an_overview(
        waiting=(
            *(
                made.a_waiting(
                    f"W-2026-{n}",
                    id=n,
                    customer_name=made.LONG_NAME,
                    first_order=True,
                    gift=True,
                    language="de",
                    leaves_at=made.CUT_OFF + timedelta(days=n % 3),
                )
                for n in range(100_001, 100_021)
            ),
            made.a_waiting(
                "1031",
                customer_name=made.LONG_NAME,
                state="held",
                held_because="falta la tetera azul de hierro colado con su base de madera",
                held_by=made.LONG_NAME,
            ),
        ),
        ready=1234,
        held=1,
        cut_offs=made.some_cut_offs(),
        before_cut_off=981,
        minutes_of_work=2943,
        packed_today=1,
    ),
}

_LONG_HITS = tuple(
    made.a_hit(
        f"WEB-2026-0000{n}",
        id=n,
        customer_name=made.LONG_NAME,
        place="08012 Castellbell i el Vilar, Barcelona",
    )
    for n in range(20)
)

_FREE: dict[str, out.Outcome] = {
    "sealed": out.Sealed(made.a_record()),
    "put-back": out.WasPutBack("1042"),
    "was-held": out.WasHeld("1042", "falta la tetera"),
    "was-released": out.WasReleased("1031"),
    "was-parked": out.WasParked("1042", "Joan"),
    "not-allowed": out.NotAllowed(),
    "order-first": out.OrderFirst("Taza de barro"),
    "misread": out.Misread("8412345678901"),
    "no-order-wants": out.NoOrderWants(made.BIG_CUP),
    "unknown": out.UnknownCode("HTTPS://EXAMPLE.COM/PRODUCT/8412345678905?SOURCE=LABEL"),
    "ambiguous": out.AmbiguousCode(
        "8412345678905", tuple(f"{made.LONG_PRODUCT} {n}" for n in range(1, 9))
    ),
    "held": out.IsHeld("1031", "falta la tetera", "Joan"),
    "held-for-the-owner": out.IsHeld("1031", "falta la tetera", "Joan", order_id=1031),
    "cancelled": out.IsCancelled("1042"),
    "sent": out.WasSent("1042"),
    "other-bench": out.OtherBenchHasIt("1042", "3", "Ana", made.NOON),
    "packed-before": out.PackedBefore("1042", made.a_parcel()),
    "packed-elsewhere": out.PackedBefore("1042", None),
    "slip": out.SlipShown(made.a_parcel()),
    "slip-failed": out.SlipShown(
        made.a_parcel(state=PrintState.FAILED, reason="no paper: tray 1")
    ),
    "slip-void": out.SlipShown(
        replace(made.a_parcel(), void_because="quedaba una taza en la mesa")
    ),
    "slip-short": out.SlipShown(made.a_parcel(made.a_short_record())),
    "slip-copies": out.CopyPrints(made.a_copied_parcel(), 3),
    "slip-doubt": out.AsksIfOut(made.a_parcel(state=PrintState.UNKNOWN)),
    "slip-came-out": out.CameOut(made.a_parcel(seen_by="Marta")),
    "slip-not-out": out.PrintsAgain(made.a_parcel(state=PrintState.QUEUED)),
    "slip-still-printing": out.StillPrinting(made.a_parcel(state=PrintState.QUEUED)),
    "slip-void-again": out.SlipIsVoid("2-26-000417"),
    "slip-first": out.SlipFirst(),
    "slip-known": out.NoDoubt(),
    "slip-long": out.SlipShown(made.a_parcel(made.a_long_record())),
}

_PRINTINGS = {
    "waiting": Printing(printer="Brother QL", waiting=2),
    "failed": Printing(printer="Brother QL", failed=3, reason="no paper"),
    "folder": Printing(folder="slips"),
    "doubt": Printing(
        printer="Brother QL",
        perhaps=2,
        reason="perhaps printed",
        doubt=made.a_parcel(state=PrintState.UNKNOWN),
    ),
}
