"""Every screen on which a text from outside can stand, with that text in all its places."""

from collections.abc import Callable
from dataclasses import replace

from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Away, Free, Unattended
from packstation.domain.codes import Whose
from packstation.domain.customers import CustomerCard, Incident
from packstation.domain.noticed import Difference, News, Part
from packstation.domain.orders import Opener, Order, OrderLine, Product
from packstation.domain.packing import Step
from packstation.domain.records import PackedLine, PackingRecord, Printing
from packstation.domain.shop import Packer
from packstation.domain.touches import Touch
from packstation.ui.window import Window
from tests import making as made
from tests.slips.records import of_person


def a_product(text: str, number: int) -> Product:
    return made.a_product(id=number, sku=f"S-{number}", name=text, variant=text, place=text)


def an_order(text: str) -> Order:
    lines: tuple[OrderLine, ...] = (
        made.a_line(a_product(text, 1), 2, note=text),
        made.a_line(a_product(f"{text} 2", 2), 1, kit=text),
    )
    return made.an_order(
        number=text,
        customer_name=text,
        recipient=text,
        opener=Opener.RECIPIENT,
        carrier=text,
        flags=(text,),
        message=text,
        gift_message=text,
        lines=lines,
    )


def news_of(text: str) -> News:
    return News(
        "7",
        "open",
        (Difference(Part.LINES, "1", "2", text), Difference(Part.ADDRESS, text, f"{text} 2")),
    )


def a_card(text: str) -> CustomerCard:
    card = made.a_customer_card()
    told = card.incident
    return replace(
        card,
        name=text,
        called=text,
        likes=(text,),
        limits=(text,),
        promise=text,
        last_note=text,
        incident=Incident(cause="wrong", product=text, reported_on=told.reported_on)
        if told is not None
        else None,
    )


def a_packer(text: str) -> Packer:
    return made.a_packer(name=text, language="en")


def a_record(text: str) -> PackingRecord:
    line = PackedLine(line_id=1, sku="S", name=text, variant=text, ordered=1, packed=1)
    record = made.a_record(
        order_number=text,
        lines=(line,),
        touches=(replace(made.a_record().core.touches[0], name=text),),
    )
    return of_person(
        record,
        customer_name=text,
        called=text,
        recipient=text,
        gift_message=text,
        packer_name=text,
        signature=(),
    )


def _begin(window: Window, text: str) -> None:
    window.show_shop(made.a_shop(language="en", brand=made.a_brand(name=text)), text)
    window.show_people((a_packer(text), a_packer(f"{text} 2")))
    window.show_printing(Printing(printer=text, failed=1, reason=text))


def at_free(window: Window, text: str, outcome: out.Outcome | None = None) -> None:
    _begin(window, text)
    bench = Free(a_packer(text))
    window.show_step(Step(bench, out.SignedIn(text)))
    window.show_overview(
        made.an_overview(
            waiting=(
                made.a_waiting("1043", customer_name=text, carrier=text),
                replace(made.a_waiting("1044", customer_name=text), number=text),
                made.a_waiting("1045", state="held", held_because=text, held_by=text),
            )
        )
    )
    if outcome is not None:
        window.show_step(Step(bench, outcome))


def at_bench(
    window: Window, text: str, outcome: out.Outcome | None = None, **changes: object
) -> None:
    _begin(window, text)
    order, card = an_order(text), a_card(text)
    touch: Touch = made.a_touch(key="t", names=(("en", text), ("es", text)))
    plan = (replace(made.a_plan()[1], touch=touch),)
    values: dict[str, object] = {"counts": (0, 0), "plan": plan} | changes
    bench = made.a_bench(packer=a_packer(text), order=order, card=card, **values)
    window.show_step(Step(bench, out.Opened(order, card)))
    if outcome is not None:
        window.show_step(Step(bench, outcome))


def _sign_in(window: Window, text: str) -> None:
    _begin(window, text)
    window.show_step(Step(Unattended(), out.SignedOut(text)))


def _away(window: Window, text: str) -> None:
    _begin(window, text)
    bench = made.a_bench(packer=a_packer(text), order=an_order(text), counts=(0, 0))
    window.show_step(Step(Away(a_packer(text), bench), out.Locked(text)))


def _failure(window: Window, text: str) -> None:
    at_free(window, text)
    window.show_failure(text)


SURFACES: dict[str, Callable[[Window, str], None]] = {
    "sign in": _sign_in,
    "away": _away,
    "free list": at_free,
    "sealed": lambda window, text: at_free(window, text, out.Sealed(a_record(text))),
    "unknown": lambda window, text: at_free(window, text, out.UnknownCode(text)),
    "several": lambda window, text: at_free(
        window, text, out.AmbiguousCode(text, (text, text))
    ),
    "held": lambda window, text: at_free(window, text, out.IsHeld(text, text, text)),
    "parcel": lambda window, text: at_free(
        window, text, out.SlipShown(made.a_parcel(a_record(text)))
    ),
    "failure": _failure,
    "bench": at_bench,
    "piece": lambda window, text: at_bench(
        window, text, out.PieceOk(made.a_line(a_product(text, 1), 2), 1), counts=(1, 0)
    ),
    "wrong piece": lambda window, text: at_bench(
        window, text, out.WrongPiece(a_product(text, 9), an_order(text).lines[0], 2), aside=1
    ),
    "not learned": lambda window, text: at_bench(
        window, text, out.NotLearned(text, Whose.PRODUCTS, text)
    ),
    "learned": lambda window, text: at_bench(
        window,
        text,
        out.Learned(line=an_order(text).lines[0], units=2, left=1, counted=True),
    ),
    "changed": lambda window, text: at_bench(
        window, text, out.HasChanged(text, (out.Change(text, 1, 2),), 1)
    ),
    "shop changed": lambda window, text: at_bench(
        window, text, out.PieceOk(made.a_line(a_product(text, 1), 2), 1), news=news_of(text)
    ),
    "shop changed, asked": lambda window, text: at_bench(
        window,
        text,
        out.AskBeforeSeal(0, (), news=news_of(text)),
        counts=(2, 1),
        news=news_of(text),
        asked=AskBack.SEAL,
    ),
    "question": lambda window, text: at_bench(
        window,
        text,
        out.AskBeforeSeal(1, ("t",), (text[:40],)),
        counts=(2, 1),
        aside=1,
        asked=AskBack.SEAL,
    ),
}
