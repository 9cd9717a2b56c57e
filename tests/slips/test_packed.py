"""What is in the box, as the customer reads it: kits, swaps, shortages, serial numbers."""

from dataclasses import replace

import pytest

from packstation.domain.records import PackedLine
from tests.making import a_record
from tests.slips.reading import lines_of, pages_of, slip_of, text_of

LANGUAGES = ("en", "es", "ca", "fr", "de", "it", "pt")


def a_line(number: int, name: str, ordered: int, packed: int, **more: object) -> PackedLine:
    line = PackedLine(
        line_id=number, sku=f"S-{number}", name=name, ordered=ordered, packed=packed
    )
    return replace(line, **more)  # type: ignore[arg-type] # replace checks the names


def table(*lines: PackedLine, language: str = "es") -> list[str]:
    """What stands between the heads of the columns and what came from us."""
    read = lines_of(a_record(lines=lines, touches=(), language=language))
    box = read.index({"es": "a mano", "en": "by hand", "de": "von Hand"}[language])
    return read[5:box]


KIT = "Kit té para dos"
CUPS = a_line(9, "Taza", 2, 2, kit=KIT)
SIEVE = a_line(9, "Colador", 1, 1, kit=KIT)


def test_the_parts_of_a_kit_stand_under_its_name() -> None:
    assert table(a_line(1, "Miel", 1, 1), CUPS, SIEVE) == [
        *("Dentro de la caja", "Unidades"),
        *("Miel", "1"),
        KIT,
        *("Taza", "2"),
        *("Colador", "1"),
    ]


def test_two_kits_of_one_name_are_two() -> None:
    other = replace(SIEVE, line_id=10)
    assert table(CUPS, SIEVE, other).count(KIT) == 2


def test_what_was_replaced_is_named_by_what_replaces_it() -> None:
    small = a_line(2, "Taza", 3, 0, variant="pequeña")
    large = a_line(2, "Taza", 0, 3, variant="grande", instead_of="Taza")
    assert table(small, large)[2:] == ["Taza, grande", "3", "en lugar de Taza, pequeña"]


def test_what_went_in_beside_some_of_what_was_ordered_has_a_row_of_its_own() -> None:
    cork = a_line(3, "Plato de corcho", 0, 2, instead_of="Plato")
    assert table(a_line(3, "Plato", 4, 2), cork)[2:] == [
        *("Plato", "2"),
        *("Plato de corcho", "2", "en lugar de Plato"),
    ]


def test_a_swap_within_a_short_parcel_counts_for_what_was_ordered() -> None:
    bowl = a_line(5, "Cuenco", 2, 0, problem="damaged")
    blue = a_line(5, "Cuenco azul", 0, 1, instead_of="Cuenco")
    assert table(bowl, blue)[4:] == [
        *("Cuenco azul", "2", "1", "1"),
        "en lugar de Cuenco · 1 no estaba en condiciones",
    ]


@pytest.mark.parametrize(
    "problem, language, note",
    [
        ("missing", "es", "a falta de 2"),
        ("wrong_stock", "es", "a falta de 2"),
        ("damaged", "es", "2 no estaban en condiciones"),
        ("missing", "en", "2 are missing"),
        ("damaged", "en", "2 were not fit to send"),
        ("missing", "de", "2 Stück fehlen"),
        ("damaged", "de", "2 Stück waren nicht einwandfrei"),
    ],
)
def test_a_shortage_is_told_kindly_and_nothing_is_promised(
    problem: str, language: str, note: str
) -> None:
    short = a_line(1, "Taza", 3, 1, problem=problem, reason="Joan la ha roto")
    read = table(short, language=language)
    assert read[1:] == [*HEADS[language], "Taza", "3", "1", "2", note]
    assert "Joan" not in text_of(slip_of(a_record(lines=(short,))))


HEADS = {
    "es": ("Pedidas", "Aquí van", "Faltan"),
    "en": ("Ordered", "Here", "Missing"),
    "de": ("Bestellt", "Hier", "Fehlt"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_promises_what_nobody_has_promised(language: str) -> None:
    """Of a piece that waits for another parcel the slip says that it follows; of these not."""
    short = a_line(1, "Taza", 3, 1, problem="missing")
    told = lines_of(a_record(language=language, lines=(short,)))
    follows = lines_of(a_record(language=language, lines=(replace(short, problem=""),)))
    tally, third_head = 4, 8
    assert told[tally] != follows[tally]
    assert told[third_head] != follows[third_head]
    assert told[tally + 1 : third_head] == follows[tally + 1 : third_head]


def test_a_line_of_which_all_is_here_says_nothing_of_a_problem() -> None:
    assert "falta" not in "".join(table(a_line(1, "Taza", 2, 2, problem="missing")))


def test_serials_lots_and_dates_stand_small_under_their_line() -> None:
    traces = (
        ("serial", "SN-1"),
        ("lot", "L-7"),
        ("expiry", "2027-03-01"),
        ("serial", "SN-2"),
        ("lot", "L-7"),
        ("expiry", "2027-03-01"),
    )
    assert table(a_line(1, "Miel", 2, 2, traces=traces))[4:] == [
        "Número de serie SN-1, SN-2 · Lote L-7 · Caducidad 1 de marzo de 2027"
    ]


def test_a_date_typed_in_some_other_way_is_kept_to_the_letter() -> None:
    assert "Caducidad 03/27" in table(a_line(1, "Miel", 1, 1, traces=(("expiry", "03/27"),)))


def test_a_line_checked_by_hand_says_so_and_the_tally_claims_no_more() -> None:
    text = lines_of(a_record(lines=(a_line(1, "Cinta", 2, 2, by_hand=True),)))
    assert "comprobado a mano" in text
    assert "2 piezas, todas en la caja." in text


@pytest.mark.parametrize("count", [1, 40, 400])
def test_serial_numbers_never_run_over_the_signature(count: int) -> None:
    traces = tuple(("serial", f"SN-2026-{n:06}") for n in range(count))
    lines = tuple(a_line(n, f"Reloj {n}", count, count, traces=traces) for n in range(1, 7))
    read = pages_of(slip_of(a_record(lines=lines)))
    assert [f"Reloj {n}" in "".join(read) for n in range(1, 7)] == [True] * 6
    assert "Empaquetado por" in read[-1]
    assert "Albarán 2-26-000417" in read[-1]


def test_a_new_slip_names_the_void_one_it_replaces() -> None:
    record = a_record(slip_number="2-26-000418", replaces="2-26-000417")
    assert "Sustituye al albarán 2-26-000417" in lines_of(record)
    assert "Copia 1 · Sustituye al albarán 2-26-000417" in lines_of(record, copy=1)


@pytest.mark.parametrize(
    "name, printed",
    [
        ("山田太郎", "Este paquete"),
        ("森川 Emi", "Emi, este paquete"),
        ("Nguyễn𠀋", "Este paquete"),
        ("Eva 🎉", "Eva, este paquete"),
    ],
)
def test_nobody_is_greeted_by_half_a_name(name: str, printed: str) -> None:
    record = a_record()
    personal = replace(record.personal, called=name)
    text = lines_of(replace(record, personal=personal))
    assert f"{printed} lo he preparado yo." in text
