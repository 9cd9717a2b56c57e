"""Where an order can stand on the bench, and what was said last: a table for tests.states."""

from collections.abc import Callable

from packstation.domain import outcomes as out
from packstation.domain.bench import (
    Answer,
    AskBack,
    Asking,
    Learning,
    Several,
    Short,
    Swap,
    Trace,
    Unknown,
)
from packstation.domain.codes import Whose
from packstation.domain.orders import GIFT, Detail, Policy
from packstation.domain.scans import Problem, Reply
from packstation.ui.bench_screen import BenchScreen
from tests import making as made

_GIVEN = {"box": Answer(Reply.GIVEN, made.NOON)}
_ALL: dict[str, object] = {"counts": (1, 3, 1)}
_LONG_LINE = made.a_line(
    made.a_product(id=9, name=made.LONG_PRODUCT, variant="azul cobalto con filo de oro"), 12
)
_LONG_ORDER = made.an_order(
    number="WEB-2026-00001042-B",
    customer_name=made.LONG_NAME,
    recipient=made.LONG_NAME,
    flags=(GIFT, "no_invoice", "no_plastic", "fragile", "a wish of the shop's own, long"),
    lines=(_LONG_LINE, made.a_line(made.CUP, 3)),
    message="¡Hola! " * 60,
)

_MANY: dict[str, object] = {
    "order": made.an_order(lines=(made.a_line(made.POT), made.a_line(made.CUP, 12))),
    "counts": (1, 2),
    "last": (1, 1),
}
_UNKNOWN: dict[str, object] = {"unclear": Unknown("8412345678905")}
_MANY_LINES = made.an_order(
    lines=tuple(
        made.a_line(
            made.a_product(id=n, name=f"{made.LONG_PRODUCT} {n}", variant="azul cobalto"), n
        )
        for n in range(1, 10)
    )
)
_TRACED = made.an_order(
    lines=(
        made.a_line(made.POT),
        made.a_line(made.a_product(asks=(Detail.LOT, Detail.SERIAL)), 3),
        made.a_line(made.TEA, 2),
    )
)
_BY_HAND = made.an_order(
    lines=(
        made.a_line(made.POT),
        made.a_line(made.a_product(policy=Policy.BY_HAND), 3),
        made.a_line(made.TEA),
    )
)
_KIT = made.an_order(
    lines=(
        made.a_line(made.POT, kit="Kit té para dos"),
        made.a_line(made.CUP, 3, kit="Kit té para dos"),
        made.a_line(made.TEA),
    )
)

BENCHES: dict[str, tuple[dict[str, object], out.Outcome]] = {
    "counting": ({"answers": _GIVEN}, out.PieceOk(made.a_line(made.CUP, 3), 1)),
    "opened": (
        {"counts": (0, 0, 0), "plan": None},
        out.Opened(made.an_order(), made.a_customer_card()),
    ),
    "all-done": (_ALL, out.AllDone(made.a_line(made.TEA))),
    "asks": (
        _ALL | {"aside": 1, "asked": AskBack.SEAL},
        out.AskBeforeSeal(1, ("note", "lemon")),
    ),
    "asks-extra": (
        _ALL | {"aside": 3, "extra": 2, "asked": AskBack.SEAL, "plan": ()},
        out.AskBeforeSeal(3, (), extra=2),
    ),
    "asks-put-back": ({"asked": AskBack.PUT_BACK}, out.AskBeforePutBack("1042", 3)),
    "misread": ({}, out.Misread("8412345678901")),
    "still-missing": ({}, out.StillMissing(2)),
    "first-order": (
        {"card": made.a_customer_card(order_number=1, likes=(), limits=(), incident=None)},
        out.PlanShown(3),
    ),
    "guest": ({"card": None, "plan": ()}, out.PlanShown(0)),
    "200-lines": (
        {"order": made.an_order_of(200), "counts": (1, 2, *[0] * 198)},
        out.PieceOk(made.a_line(made.CUP, 3), 1),
    ),
    "long": (
        {
            "order": _LONG_ORDER,
            "counts": (7, 0),
            "card": made.a_customer_card(
                name=made.LONG_NAME,
                likes=("té verde de Sencha", "todo lo que sea azul", "cerámica de Talavera"),
                limits=("nuts", "gluten", "milk", "alcohol", "sulphites"),
                promise="una taza de regalo por la que llegó rota en el último pedido",
            ),
        },
        out.PieceOk(_LONG_LINE, 5),
    ),
    "wrong": ({"aside": 1}, made.a_wrong_piece()),
    "card-of-other": ({}, out.CardOfOther("1043", "1042")),
    "card-past-use": ({}, out.CardPastUse("1042")),
    "wrong-all-in": (_ALL | {"aside": 2}, out.WrongPiece(made.BIG_CUP, None, 0)),
    "wrong-long": (
        {"aside": 1},
        out.WrongPiece(
            made.a_product(id=10, name=made.LONG_PRODUCT, variant="verde botella mate"),
            _LONG_LINE,
            5,
        ),
    ),
    "one-too-many": ({"aside": 1}, out.OneTooMany(made.a_line(made.POT))),
    "unknown": ({}, out.UnknownCode("8412345678905")),
    "unknown-for-the-owner": (_UNKNOWN, out.UnknownCode("8412345678905")),
    "not-learned": ({}, out.NotLearned("8412345678912", Whose.PRODUCTS, made.LONG_PRODUCT)),
    "asks-which": (_UNKNOWN, out.AsksWhich("8412345678905")),
    "asks-which-many-long": (
        _UNKNOWN | {"order": _MANY_LINES, "counts": (0,) * 9},
        out.AsksWhich("8412345678905"),
    ),
    "asks-which-shared": (
        {"unclear": Several("8412345678943", ((made.POT, 1), (made.TEA, 1)))},
        out.AsksWhich("8412345678943", shared=True),
    ),
    "asks-once-more": (
        {"unclear": Learning("8412345678905", 1)},
        out.AsksOnceMore(made.a_line(made.CUP, 3), 1),
    ),
    "asks-once-more-pack-long": (
        {"order": _LONG_ORDER, "counts": (7, 0), "unclear": Learning("x" * 64, 0, 12)},
        out.AsksOnceMore(_LONG_LINE, 12),
    ),
    "learned": (
        {},
        out.Learned(line=made.a_line(made.CUP, 3), units=1, left=1, counted=True),
    ),
    "learned-too-large": (
        {},
        out.Learned(line=_LONG_LINE, units=24, left=5, counted=False),
    ),
    "count-refused": (_MANY, out.CountRefused(made.a_line(made.CUP, 12), 20, 10)),
    "nothing-to-count": ({}, out.NothingToCount()),
    "nothing-missing": ({}, out.NothingMissing()),
    "written-after-all": ({}, out.WasWritten()),
    "scan-it": ({}, out.ScanIt(made.a_line(made.CUP, 3))),
    "asks-lot": (
        {"order": _TRACED, "asking": Asking(1, 1)},
        out.AsksDetail(_TRACED.lines[1], Detail.LOT),
    ),
    "asks-serial": (
        {"order": _TRACED, "asking": Asking(1, 1, ((Detail.LOT, "L-2207"),))},
        out.AsksDetail(_TRACED.lines[1], Detail.SERIAL),
    ),
    "by-hand": ({"order": _BY_HAND, "counts": (1, 0, 0)}, out.Opened(_BY_HAND, None)),
    "problem-noted": (
        {"short": {1: Short(1, Problem.DAMAGED, "rota en la caja")}},
        out.ProblemNoted(made.a_line(made.CUP, 3), Problem.DAMAGED, 1),
    ),
    "substituted": (
        {"swaps": {1: (Swap(made.BIG_CUP, 2),)}},
        out.Substituted(made.a_line(made.CUP, 3), made.BIG_CUP, 1),
    ),
    "told-of-lines": (
        {
            "order": _TRACED,
            "counts": (1, 2, 1),
            "by_hand": frozenset({0}),
            "short": {2: Short(1, Problem.MISSING)},
            "traces": (Trace(1, 1, ((Detail.LOT, "L-2207"), (Detail.SERIAL, "SN-991"))),),
        },
        out.PieceOk(_TRACED.lines[1], 1),
    ),
    "went-on": ({}, out.WentOn(made.an_order(), None, 3, "Joan")),
    "reopened": (
        {"replaces": "2-26-000417"},
        out.Reopened(made.an_order(), None, "2-26-000417"),
    ),
    "has-changed": (
        {"aside": 1},
        out.HasChanged(
            "1042",
            (
                out.Change("Taza de barro, pequeña", 3, 2),
                out.Change("Té verde Sencha, 100 g", 0, 1),
            ),
            1,
        ),
    ),
    "empty-box": ({"counts": (0, 0, 0)}, out.EmptyBox()),
    "asks-unprintable": (
        _ALL
        | {"asked": AskBack.SEAL, "plan": ()}
        | {"order": made.an_order(gift_message="¡Feliz 𓃠 para Lucía!")},
        out.AskBeforeSeal(0, (), ("…Feliz 𓃠 para Lucía!",)),
    ),
    "kit": (
        {"order": _KIT, "counts": (0, 1, 0)},
        out.PieceOk(_KIT.lines[1], 2),
    ),
}

Opened = Callable[[BenchScreen], None]


def _problem(screen: BenchScreen) -> None:
    screen.footer.problem.click()


def _further(number: int) -> Opened:
    def open_page(screen: BenchScreen) -> None:
        screen.footer.problem.click()
        screen.panels.problem.options[number - 1].click()

    return open_page


def _code(screen: BenchScreen) -> None:
    screen.footer.code.click()


def _code_by_touch(screen: BenchScreen) -> None:
    screen.footer.code.click()
    screen.panels.question.field.touched.emit()
    screen.panels.question.keys.letters["8"].click()


def _lot_by_touch(screen: BenchScreen) -> None:
    screen.detail.field.touched.emit()


def _problem_by_touch(screen: BenchScreen) -> None:
    screen.footer.problem.click()
    screen.panels.problem.reason.setFocus()
    screen.panels.problem.reason.touched.emit()


def _park_by_touch(screen: BenchScreen) -> None:
    _further(6)(screen)
    screen.panels.question.field.touched.emit()


def _count(screen: BenchScreen) -> None:
    screen.next.type_count.click()
    screen.panels.count.digits[0].click()
    screen.panels.count.digits[1].click()


def _pack(screen: BenchScreen) -> None:
    screen.panels.pack.digits[1].click()
    screen.panels.pack.digits[3].click()


def _count_refused(screen: BenchScreen) -> None:
    _count(screen)
    screen.panels.count.refuse(out.CountRefused(made.a_line(made.CUP, 12), 20, 10))


PANELS: dict[str, tuple[dict[str, object], Opened]] = {
    "problem": ({}, _problem),
    "problem-one-line": ({"counts": (1, 3, 0)}, _problem),
    "problem-all-in": (_ALL, _problem),
    "problem-long": ({"order": _LONG_ORDER, "counts": (7, 0)}, _problem),
    "problem-by-touch": ({}, _problem_by_touch),
    "problem-long-by-touch": ({"order": _LONG_ORDER, "counts": (7, 0)}, _problem_by_touch),
    "substitute": ({}, _further(4)),
    "hold": ({}, _further(5)),
    "park": ({}, _further(6)),
    "code": ({}, _code),
    "code-by-touch": ({}, _code_by_touch),
    "lot-by-touch": ({"order": _TRACED, "asking": Asking(1, 1)}, _lot_by_touch),
    "park-by-touch": ({}, _park_by_touch),
    "count": (_MANY, _count),
    "count-case": (_MANY | {"last": (1, 4), "counts": (1, 4)}, _count),
    "count-refused": (_MANY, _count_refused),
    "learn-pack": ({"unclear": Learning("8412345678905", 1, 0)}, _pack),
}
