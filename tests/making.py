"""Believable values for tests and pictures: sensible defaults, override what matters."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.customers import CustomerCard, Incident, Lapse
from packstation.domain.orders import (
    NO_INVOICE,
    NO_PLASTIC,
    CutOff,
    Hit,
    Order,
    OrderLine,
    Overview,
    Product,
    Waiting,
)
from packstation.domain.printing import Again
from packstation.domain.records import (
    Copy,
    Core,
    GivenTouch,
    PackedLine,
    PackingRecord,
    Parcel,
    Personal,
    PrintJob,
    PrintState,
    commit,
)
from packstation.domain.shop import Brand, Packer, Shop
from packstation.domain.touches import Reason, Suggestion, TalkingPoint, Touch, TouchKind

NOON = datetime(2026, 11, 22, 12, 8, tzinfo=UTC)
"""13:08 in the shop, on a Sunday before Christmas."""
CUT_OFF = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
LONG_NAME = "María de los Ángeles Fernández-Villaverde y Sánchez-Monasterio"
LONG_PRODUCT = "Juego de café de porcelana pintada a mano con bandeja de madera de olivo"

SIGNATURE = (
    ((0.02, 0.28), (0.08, 0.05), (0.14, 0.26), (0.2, 0.06), (0.26, 0.29)),
    ((0.3, 0.2), (0.38, 0.12), (0.42, 0.24), (0.5, 0.05), (0.55, 0.22), (0.95, 0.18)),
)


def a_product(**changes: object) -> Product:
    """A small clay cup; give each product an ``id`` of its own where they meet."""
    cup = Product(
        id=2,
        sku="TAZ-002",
        name="Taza de barro",
        variant="pequeña",
        place="A-01-4",
        picture="taza-pequena.svg",
        category="mesa",
    )
    return replace(cup, **changes)  # type: ignore[arg-type] # replace checks the names at run time


CUP = a_product()
BIG_CUP = a_product(
    id=3, sku="TAZ-003", variant="grande", place="A-01-5", picture="taza-grande.svg"
)
TEA = a_product(
    id=4, sku="TE-100", name="Té verde Sencha, 100 g", variant="", place="C-11-1", picture=""
)
POT = a_product(
    id=5, sku="TET-001", name="Tetera de hierro", variant="azul", place="B-02-1", picture=""
)


def a_line(product: Product = CUP, quantity: int = 1, **changes: object) -> OrderLine:
    line = OrderLine(id=product.id, product=product, quantity=quantity)
    return replace(line, **changes)  # type: ignore[arg-type] # as above


def an_order(**changes: object) -> Order:
    """Five pieces for Lucía, leaving at 14:00."""
    order = Order(
        id=1042,
        number="1042",
        code="K7QP1042X",
        customer_name="Lucía Fernández",
        language="es",
        country="ES",
        channel="web",
        carrier="SEUR 24",
        placed_at=NOON - timedelta(days=1),
        leaves_at=CUT_OFF,
        flags=(NO_INVOICE, NO_PLASTIC),
        message="Mandadme la factura por correo, en la caja no hace falta. ¡Gracias!",
        total_cents=8450,
        lines=(a_line(POT), a_line(CUP, 3), a_line(TEA)),
    )
    return replace(order, **changes)  # type: ignore[arg-type] # as above


def an_order_of(lines: int) -> Order:
    """An order with as many different lines."""
    return an_order(
        lines=tuple(
            a_line(
                a_product(id=n, sku=f"TAZ-{n:03}", place=f"A-{n:02}-1", picture=""), 1 + n % 3
            )
            for n in range(1, lines + 1)
        )
    )


def a_customer_card(**changes: object) -> CustomerCard:
    """Somebody known, whose cup came broken in May."""
    card = CustomerCard(
        id=7,
        name="Lucía Fernández",
        called="Lucía",
        language="es",
        order_number=4,
        since=date(2024, 3, 4),
        days_since_previous=150,
        cadence_days=152,
        lapse=Lapse.ACTIVE,
        likes=("té verde", "azul"),
        limits=("nuts",),
        incident=Incident(
            cause="damaged",
            product="Taza de barro",
            reported_on=date(2026, 5, 12),
            solved_after_days=2,
        ),
        last_note="gracias por volver",
        last_touches=(("honey", 150),),
    )
    return replace(card, **changes)  # type: ignore[arg-type] # as above


def a_packer(**changes: object) -> Packer:
    return replace(Packer(1, "Marta", "es", SIGNATURE), **changes)  # type: ignore[arg-type] # as above


def a_brand(**changes: object) -> Brand:
    brand = Brand(
        name="Casa Azul",
        contact="hola@casaazul.example · 900 000 000",
        answer_link="https://casaazul.example/p/{parcel}?p={proof}",
    )
    return replace(brand, **changes)  # type: ignore[arg-type] # as above


def a_shop(**changes: object) -> Shop:
    shop = Shop(brand=a_brand(), mark="K7Q", language="es")
    return replace(shop, **changes)  # type: ignore[arg-type] # as above


def a_touch(**changes: object) -> Touch:
    sweets = Touch(
        key="lemon",
        kind=TouchKind.TREAT,
        names=(("es", "Caramelos de limón"), ("en", "Lemon drops")),
        on_hand=40,
        edible=True,
        on_slip=True,
    )
    return replace(sweets, **changes)  # type: ignore[arg-type] # as above


def a_plan() -> tuple[Suggestion, ...]:
    """A premium box, a note with two points, sweets."""
    box = a_touch(
        key="box", kind=TouchKind.BOX, names=(("es", "Caja premium"), ("en", "Premium box"))
    )
    note = a_touch(
        key="note",
        kind=TouchKind.NOTE,
        names=(("es", "Nota a mano"), ("en", "Handwritten note")),
    )
    broken = Reason("incident.recovery_owed", "yes", want=None, got=True)
    return (
        Suggestion(touch=box, rule="make-good", because=(broken,)),
        Suggestion(
            touch=note,
            rule="note-after-trouble",
            because=(broken,),
            points=(
                TalkingPoint("recovery", "Taza de barro"),
                TalkingPoint("favourite", "té verde"),
            ),
        ),
        Suggestion(
            touch=a_touch(),
            rule="sweets",
            because=(Reason("customer.order_number", "at_least", want=3, got=4),),
        ),
    )


def a_bench(**changes: object) -> Packing:
    """Marta at Lucía's order: the pot and two of three cups are in the box."""
    bench = Packing(
        packer=a_packer(),
        order=an_order(),
        card=a_customer_card(),
        opened_at=NOON - timedelta(minutes=2),
        counts=(1, 2, 0),
        plan=a_plan(),
    )
    return replace(bench, **changes)  # type: ignore[arg-type] # as above


def a_wrong_piece() -> out.WrongPiece:
    return out.WrongPiece(BIG_CUP, a_line(CUP, 3), 1)


def a_record(**core: object) -> PackingRecord:
    """Lucía's parcel, packed and signed by Marta; ``core`` changes its sealed part."""
    personal = Personal(
        customer_name="Lucía Fernández",
        called="Lucía",
        packer_name="Marta",
        signature=SIGNATURE,
    )
    sealed = replace(
        _a_core(commit(personal, "salt")),
        **core,  # type: ignore[arg-type] # as above
    )
    return PackingRecord(core=sealed, personal=personal, salt="salt")


def _a_core(commitment: str) -> Core:
    return Core(
        slip_number="2-26-000417",
        slip_code="K7QS226000417T",
        proof="X4M9",
        bench="2",
        order_id=1042,
        order_number="1042",
        order_code="K7QP1042X",
        revision=1,
        customer_id=7,
        packer_id=1,
        opened_at=NOON - timedelta(minutes=4),
        sealed_at=NOON,
        language="es",
        brand=a_brand(),
        gift=False,
        lines=tuple(_packed(line) for line in an_order().lines),
        touches=(_LEMON,),
        commitment=commitment,
    )


def _packed(line: OrderLine) -> PackedLine:
    return PackedLine(
        line_id=line.id,
        sku=line.product.sku,
        name=line.product.name,
        variant=line.product.variant,
        ordered=line.quantity,
        packed=line.quantity,
    )


_LEMON = GivenTouch(
    key="lemon", kind=TouchKind.TREAT, name="Caramelos de limón", on_slip=True, rule="sweets"
)


def a_long_record() -> PackingRecord:
    """200 lines, and a product's name that is longer than its row."""
    lines = tuple(
        PackedLine(
            line_id=n, sku=f"S-{n}", name=f"{LONG_PRODUCT} {LONG_NAME}", ordered=n, packed=n
        )
        for n in range(1, 201)
    )
    return a_record(lines=lines)


def a_print_job(**changes: object) -> PrintJob:
    job = PrintJob(id=1, slip_number="2-26-000417", order_number="1042", state=PrintState.SENT)
    return replace(job, **changes)  # type: ignore[arg-type] # as above


def a_parcel(record: PackingRecord | None = None, **job: object) -> Parcel:
    return Parcel(record or a_record(), a_print_job(**job))


def a_copied_parcel() -> Parcel:
    """Printed again twice: Joan's reason is one of the usual ones, Marta's her own."""
    copies = (
        Copy(2, Again.JAMMED, "Joan", NOON + timedelta(minutes=1)),
        Copy(3, "se mojó con el té", "Marta", NOON + timedelta(minutes=2)),
    )
    return replace(a_parcel(state=PrintState.QUEUED, copy=3), copies=copies)


def a_waiting(number: str = "1043", **changes: object) -> Waiting:
    waiting = Waiting(
        id=int(number.rpartition("-")[2]),
        number=number,
        customer_name="Ane Etxebarria",
        pieces=2,
        language="es",
        first_order=False,
        gift=False,
        leaves_at=CUT_OFF,
    )
    return replace(waiting, **changes)  # type: ignore[arg-type] # as above


def an_overview(**changes: object) -> Overview:
    """What free.png shows."""
    overview = Overview(
        waiting=_those_waiting(),
        ready=23,
        held=1,
        before_cut_off=14,
        cut_off=CUT_OFF,
        minutes_of_work=42,
        packed_today=17,
    )
    return replace(overview, **changes)  # type: ignore[arg-type] # as above


def some_cut_offs() -> tuple[CutOff, ...]:
    evening = CUT_OFF + timedelta(hours=3, minutes=30)
    return (
        CutOff(carrier="SEUR 24", at=CUT_OFF, orders=14, minutes=42),
        CutOff(carrier="Correos Paq Estándar", at=evening, orders=8, minutes=24),
        CutOff(carrier="DHL", at=evening + timedelta(days=1), orders=1, minutes=None),
    )


def a_hit(number: str = "1042", **changes: object) -> Hit:
    hit = Hit(
        id=1042,
        number=number,
        customer_name="Lucía Fernández",
        pieces=5,
        state="open",
        placed_at=NOON - timedelta(days=1),
        place="41001 Sevilla",
    )
    return replace(hit, **changes)  # type: ignore[arg-type] # as above


def some_hits() -> tuple[Hit, ...]:
    return (
        a_hit(),
        a_hit("1043", id=1043, customer_name="Ane Etxebarria", state="claimed", pieces=2),
        a_hit("1044", id=1044, customer_name="", state="held", place="", pieces=1),
        a_hit("1045", id=1045, customer_name="Pau Serra", state="parked"),
        a_hit("1046", id=1046, customer_name="Inés Robles", state="packed"),
        a_hit("1047", id=1047, customer_name="Iker Olaizola", state="cancelled"),
    )


def a_short_record() -> PackingRecord:
    """A damaged cup stays out, another pot goes in, a kit's tea has its lot."""
    return a_record(lines=(_DAMAGED, _REPLACED, _INSTEAD, _TRACED))


_DAMAGED = PackedLine(
    line_id=1,
    sku="TAZ-002",
    name="Taza de barro",
    variant="pequeña",
    ordered=3,
    packed=2,
    problem="damaged",
    reason="rota en la caja",
)
_REPLACED = PackedLine(
    line_id=2,
    sku="TET-001",
    name="Tetera de hierro",
    variant="azul",
    ordered=1,
    packed=0,
)
_INSTEAD = PackedLine(
    line_id=2,
    sku="TET-002",
    name="Tetera de hierro",
    variant="verde",
    ordered=0,
    packed=1,
    instead_of="Tetera de hierro, azul",
    by_hand=True,
)
_TRACED = PackedLine(
    line_id=3,
    sku="TE-100",
    name="Té verde Sencha, 100 g",
    ordered=1,
    packed=1,
    kit="Kit té para dos",
    traces=(("lot", "L-2207"), ("expiry", "2027-05-31")),
)


def _those_waiting() -> tuple[Waiting, ...]:
    evening = CUT_OFF + timedelta(hours=3, minutes=30)
    return (
        a_waiting("1043"),
        a_waiting("1045", customer_name="Pau Serra", pieces=1, first_order=True),
        a_waiting("1046", customer_name="Inés Robles", pieces=7, gift=True),
        a_waiting(
            "1039", customer_name="Jonas Weber", pieces=3, language="de", leaves_at=evening
        ),
        a_waiting(
            "1040", customer_name="Marie Dubois", pieces=1, language="fr", leaves_at=evening
        ),
        a_waiting("1041", customer_name="Iker Olaizola", pieces=4, leaves_at=evening),
        a_waiting("1048", customer_name="Rosa Prieto", leaves_at=evening),
        a_waiting(
            "1031",
            customer_name="Nuria Soler",
            held_because="falta la tetera",
            held_by="Joan",
            state="held",
        ),
    )
