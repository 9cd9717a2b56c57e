"""A slip drawn by a bench that has already drawn some, beside one put together by hand."""

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

from packstation.domain.records import PackedLine, PackingRecord
from packstation.places import resources
from packstation.slips import pen
from packstation.slips.slip import draw
from packstation.words.words import PAPER, load
from tests.bench.figures import Figure, ms
from tests.bench.floor_slip import HEIGHT, CutFont, FloorSlip, Text
from tests.making import a_record

SLIP_GOAL = 8.0
LINES = 10
_FACES = ("Inter-Regular", "Inter-SemiBold", "Inter-Bold", "InterTabular-Regular")


def slips(count: int) -> Iterator[Figure]:
    """``count`` different slips of 10 lines each, in the customer's language."""
    words = load("es", resources(), PAPER)
    begin = perf_counter()
    draw(_record(0), words)
    sizes = {"first slip of the day": 1000 * (perf_counter() - begin)}
    floor = _floor()
    app: list[float] = []
    bare: list[float] = []
    for number in range(1, count + 1):
        record = _record(number)
        texts, link = _texts(record), _link(record)
        begin = perf_counter()
        sizes["KiB"] = len(draw(record, words)) / 1024
        drawn = perf_counter()
        by_hand = floor.draw(texts, record.core.slip_code, link)
        bare.append(perf_counter() - drawn)
        app.append(drawn - begin)
        sizes["KiB of the floor"] = len(by_hand) / 1024
    app, bare = ms(app), ms(bare)
    yield Figure(act="draw a warm slip", app=app, floor=bare, goal=SLIP_GOAL, parts=sizes)


def _floor() -> FloorSlip:
    strokes = pen.ink(a_record().personal.signature, 134, 43)
    fonts = [CutFont(resources() / "fonts" / f"{face}.ttf") for face in _FACES]
    return FloorSlip(fonts, f"q 1 0 0 1 32 60 cm 1.3 w {strokes} S Q")


def _record(number: int) -> PackingRecord:
    """Another parcel each time: nothing of the last slip can be used again."""
    lines = tuple(
        PackedLine(
            line_id=n,
            sku=f"TAZ-{n:03}",
            name=f"Taza de barro {number + n}",
            variant="pequeña",
            ordered=1 + n % 3,
            packed=1 + n % 3,
        )
        for n in range(LINES)
    )
    record = a_record(
        lines=lines,
        slip_number=f"2-26-{number:06}",
        slip_code=f"K7QS226{number:06}T",
        proof=f"X{number:03}",
        order_number=f"{1000 + number}",
    )
    return replace(record, personal=replace(record.personal, called=f"Lucía {number}"))


def _texts(record: PackingRecord) -> list[Text]:
    """The same words as on our slip, about where they stand there."""
    core, personal = record.core, record.personal
    head = [
        (32.0, 550.0, 2, 16.3, core.brand.name),
        (300.0, 558.0, 0, 8.2, f"Pedido {core.order_number}"),
        (300.0, 547.0, 0, 8.2, "22 de noviembre de 2026"),
        (32.0, 510.0, 2, 15.4, f"Hola, {personal.called}. Todo esto es para ti."),
        (32.0, 492.0, 0, 9.1, f"{core.pieces} de {core.pieces} piezas, comprobadas una a una."),
        (32.0, 470.0, 1, 7.7, "En la caja"),
        (360.0, 470.0, 1, 7.7, "Piezas"),
        (32.0, 250.0, 1, 9.1, f"De nuestra parte: {core.touches[0].name}."),
        (42.0, 220.0, 0, 7.7, "Unas palabras a mano"),
        (32.0, 120.0, 0, 8.2, "Lo ha preparado"),
        (32.0, 70.0, 2, 12.5, personal.packer_name),
        (32.0, 30.0, 0, 7.7, core.brand.contact),
        (300.0, 30.0, 0, 7.7, core.slip_number),
        (230.0, 90.0, 0, 8.2, "¿Algo no está bien?"),
        (230.0, 79.0, 0, 8.2, "Escríbenos: te contesta"),
        (230.0, 68.0, 0, 8.2, "quien lo ha preparado."),
    ]
    rows = [
        place
        for n, line in enumerate(core.lines)
        for place in (
            (32.0, HEIGHT - 145.0 - 18 * n, 0, 9.1, f"{line.name}, {line.variant}"),
            (380.0, HEIGHT - 145.0 - 18 * n, 3, 9.1, str(line.packed)),
        )
    ]
    return head + rows


def _link(record: PackingRecord) -> str:
    link, core = record.core.brand.answer_link, record.core
    return link.replace("{parcel}", core.slip_number).replace("{proof}", core.proof)
