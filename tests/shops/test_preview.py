"""A file is seen before it comes in: what it is, what its columns are for, what is unclear."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from packstation.domain import intake as it
from packstation.domain.matching import DayOrder, FileKind, Match, Preview
from packstation.places import resources
from packstation.shops.catalogue_profile import shipped_catalogues
from packstation.shops.preview import Looked, look
from packstation.shops.preview_way import Known
from packstation.shops.profile import Profile, remembered, shipped

FOLDER = resources() / "profiles"
KNOWN = Known(shipped(FOLDER), shipped_catalogues(FOLDER), FOLDER, ZoneInfo("Europe/Madrid"))
HEADER = "Nº Pedido;Fecha;Cód. artículo;C. barras;Artículo;Uds.;P.V.P.;Correo;Estado\n"
ROWS = (
    "P-1;03/04/2026 10:15;JAB-1;8412345678905;Jabón;2;4,50;ana@mail.es;Pagado\n"
    "P-1;03/04/2026 10:15;VELA-2;;Vela;1;1.012,00;ana@mail.es;Pagado\n"
    "P-2;04/04/2026 09:00;JAB-1;8412345678905;Jabón;1;4,50;;En reparto\n"
)
TOLD = {"En reparto": "shipped"}


def seen(folder: Path, text: str, match: Match | None = None) -> Preview:
    return looked(folder, text, match).preview


def looked(folder: Path, text: str, match: Match | None = None, known: Known = KNOWN) -> Looked:
    path = folder / "pedidos-2026-11-22.csv"
    path.write_text(text, "utf-8")
    return look(path, known, match)


def test_columns_are_guessed_from_header_and_cells(tmp_path: Path) -> None:
    preview = seen(tmp_path, HEADER + ROWS)
    assert preview.match.columns == (
        "order", "date", "sku", "barcode", "product", "quantity", "price", "email", "status",
    )  # fmt: skip
    assert (preview.kind, preview.missing) == (FileKind.NEW, ())
    assert (preview.delimiter, preview.decimal, preview.encoding) == (";", ",", "utf-8-sig")


def test_a_column_is_told_by_its_cells_alone(tmp_path: Path) -> None:
    text = "a,b,c,d\nX-1,8412345678905,ana@mail.es,22/11/2026\nX-2,8412345678905,b@c.es,\n"
    assert seen(tmp_path, text).match.columns == ("", "barcode", "email", "date")


def test_a_word_its_cells_speak_against_is_not_believed(tmp_path: Path) -> None:
    text = "order,units,mail\nA-1,by the metre,home\nA-2,by the metre,home\n"
    assert seen(tmp_path, text).match.columns == ("order", "", "")


@pytest.mark.parametrize(
    "header, columns",
    [
        ("Order ID,Item SKU,Item name,Qty,Ship to", "order sku product quantity recipient"),
        (
            "order_number,product_code,title,units,E-mail address",
            "order sku product quantity email",
        ),
        (
            "PEDIDO,REFERENCIA,DESCRIPCIÓN,CANT.,DIRECCION",
            "order sku product quantity address1",
        ),
        ("Nº de venta,EAN,Concepto,Unidades,C.P.", "order barcode product quantity postcode"),
    ],
)
def test_header_words_of_both_languages(tmp_path: Path, header: str, columns: str) -> None:
    text = header + "\n" + "A-1,8412345678905,Taza,2,\n"
    assert " ".join(seen(tmp_path, text).match.columns) == columns


def test_what_is_needed_and_not_there_is_named(tmp_path: Path) -> None:
    preview = seen(tmp_path, "Pedido raro de hoy,Color,Talla\nA-1,azul,M\n")
    assert preview.missing == ("quantity", "sku|barcode|product")
    assert preview.first is None
    assert not preview.ready


def test_an_unclear_date_is_asked_with_both_readings(tmp_path: Path) -> None:
    preview = seen(tmp_path, HEADER + ROWS)
    assert preview.dates is not None
    assert preview.dates.text == "03/04/2026 10:15"
    assert (preview.dates.day_first, preview.dates.month_first) == (
        date(2026, 4, 3),
        date(2026, 3, 4),
    )
    assert preview.undated
    assert preview.first is None


def test_a_row_that_is_clear_decides_nothing_for_one_that_is_not(tmp_path: Path) -> None:
    assert seen(tmp_path, HEADER + ROWS + ROWS.replace("03/04", "13/04")).undated


def test_dates_that_can_only_be_read_one_way_are_not_asked(tmp_path: Path) -> None:
    preview = seen(tmp_path, HEADER + ROWS.replace("03/04", "13/04").replace("04/04", "30/04"))
    assert preview.match.day_order is DayOrder.DAY_FIRST
    assert not preview.undated


def test_years_first_need_no_question(tmp_path: Path) -> None:
    preview = seen(tmp_path, "pedido,ref,uds,dia\nA-1,S,1,2026-04-03\n")
    assert (preview.match.columns[3], preview.dates) == ("date", None)


@pytest.mark.parametrize(
    "order, form",
    [(DayOrder.DAY_FIRST, "%d/%m/%Y"), (DayOrder.MONTH_FIRST, "%m/%d/%Y")],
)
def test_the_answer_reads_the_dates(tmp_path: Path, order: DayOrder, form: str) -> None:
    columns = seen(tmp_path, HEADER + ROWS).match.columns
    found = looked(tmp_path, HEADER + ROWS, Match(columns, order, TOLD))
    assert isinstance(found.profile, Profile)
    assert found.profile.dates[0] == form
    assert found.preview.ready
    assert found.preview.first is not None
    assert (found.preview.first.orders, found.preview.first.lines) == (2, 3)


def test_words_for_a_state_that_nobody_knows_are_asked(tmp_path: Path) -> None:
    preview = seen(tmp_path, HEADER + ROWS)
    assert preview.words == ("En reparto",)
    told = Match(preview.match.columns, DayOrder.DAY_FIRST, TOLD)
    assert seen(tmp_path, HEADER + ROWS, told).words == ()


def test_what_would_be_refused_is_told_at_once(tmp_path: Path) -> None:
    match = Match(seen(tmp_path, HEADER + ROWS).match.columns, DayOrder.DAY_FIRST, TOLD)
    preview = seen(tmp_path, HEADER + ROWS.replace(";1;4,50", ";1,5;4,50"), match)
    assert preview.first is not None
    (refused,) = preview.first.refused
    assert (refused.line, refused.column, refused.text) == (4, "Uds.", "1,5")
    assert refused.reason is it.Reason.NOT_WHOLE


def test_a_match_is_a_profile_the_next_file_is_known_by(tmp_path: Path) -> None:
    match = Match(seen(tmp_path, HEADER + ROWS).match.columns, DayOrder.DAY_FIRST, TOLD)
    first = looked(tmp_path, HEADER + ROWS, match)
    assert first.parts is not None
    assert first.parts["name"] == "pedidos"
    own = remembered(dict(first.parts), FOLDER)
    known = replace(KNOWN, profiles=(own, *KNOWN.profiles))
    again = looked(tmp_path, "Nueva;" + HEADER + "x;" + ROWS.partition("\n")[0], None, known)
    assert (again.preview.kind, again.preview.profile) == (FileKind.REMEMBERED, "pedidos")
    assert again.preview.match.columns == ("", *match.columns)
    assert again.preview.match.day_order is DayOrder.DAY_FIRST
    assert again.parts is None


def test_what_somebody_matched_goes_before_our_own_template(tmp_path: Path) -> None:
    text, match = (
        "order,sku,quantity,name\nA-1,S,1,Ana\n",
        Match(("order", "sku", "quantity", "")),
    )
    parts = looked(tmp_path, text, match).parts
    assert parts is not None
    known = replace(KNOWN, profiles=(remembered(dict(parts), FOLDER), *KNOWN.profiles))
    preview = looked(tmp_path, text, None, known).preview
    assert (preview.kind, preview.match.columns) == (FileKind.REMEMBERED, match.columns)


def test_what_was_left_out_is_not_found_again_by_our_own_words(tmp_path: Path) -> None:
    match = Match(("order", "quantity", "sku", ""))
    text = "pedido,cantidad,sku,nombre\nA-1,1,S,Ana\n"
    profile = looked(tmp_path, text, match).profile
    assert isinstance(profile, Profile)
    assert not profile.columns.get("name")


def test_columns_called_alike_or_nothing_can_be_told_apart(tmp_path: Path) -> None:
    text = "Nombre,Nombre,,Uds,Nº pedido\nTaza,Ana,S-1,2,A-1\n"
    assert seen(tmp_path, text).header == ("Nombre", "Nombre #2", "#3", "Uds", "Nº pedido")
    match = Match(("product", "name", "sku", "quantity", "order"))
    found = looked(tmp_path, text, match)
    assert found.preview.first is not None
    assert (found.preview.first.orders, found.preview.first.refused) == (1, ())


def test_our_template_is_known_without_matching(tmp_path: Path) -> None:
    preview = seen(tmp_path, "order,sku,quantity\nA-1,SOAP,2\n")
    assert (preview.kind, preview.profile) == (FileKind.SHIPPED, "packstation")
    assert preview.ready


def test_a_template_with_unclear_dates_is_asked_too(tmp_path: Path) -> None:
    preview = seen(tmp_path, "order,sku,quantity,date\nA-1,SOAP,2,03/04/2026\n")
    assert preview.undated


def test_a_first_row_that_is_an_order_is_no_header(tmp_path: Path) -> None:
    with pytest.raises(it.HeaderMissing):
        seen(tmp_path, "A-1,8412345678905,2,ana@mail.es\nA-2,8412345678905,1,b@mail.es\n")


def test_prose_is_no_file_of_orders(tmp_path: Path) -> None:
    with pytest.raises(it.NotAText):
        seen(tmp_path, "Dear shop\nplease find my orders below\n")


def test_only_the_beginning_of_a_large_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write((HEADER + ROWS * 10_000).encode())
        file.truncate(400_000_000)  # holes take no room: whoever read them would notice
    preview = look(path, KNOWN).preview
    assert (preview.kind, preview.whole) == (FileKind.NEW, False)
    assert len(preview.rows) == 20


def test_a_quoted_row_that_the_beginning_cuts_is_left_to_the_rest(tmp_path: Path) -> None:
    text = "pedido;ref;uds;nota\n" + 'A-1;S;1;"dos\nlíneas"\n' * 20_000
    match = Match(("order", "sku", "quantity", "message"))
    preview = seen(tmp_path, text, match)
    assert preview.first is not None
    assert (preview.first.refused, preview.whole) == ((), False)


def test_a_quote_that_never_closes_is_found(tmp_path: Path) -> None:
    match = Match(("order", "sku", "quantity"))
    text = 'pedido;ref;uds\nA-1;"S;1\n' + "A-1;S;1\n" * 10
    with pytest.raises(it.QuoteLeftOpen):
        seen(tmp_path, text, match)


def test_a_cell_of_fifty_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "cell.csv"
    path.write_bytes(b'order,sku,quantity\nA-1,"' + b"x" * 50_000_000 + b'",1\n')
    with pytest.raises(it.CellTooLong):
        look(path, KNOWN)
