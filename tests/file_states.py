"""The page where orders come in, at each turn of a file's way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from packstation.domain import file_errands as file
from packstation.domain.catalogue import (
    CatalogueSummary,
    CatalogueTally,
    CatalogueWarning,
    RowKind,
    WarningKind,
)
from packstation.domain.first_hour import PathShown
from packstation.domain.intake import (
    FileMissing,
    IntakeStopped,
    LeftAlone,
    LineKind,
    NotAText,
    OrderTally,
    Reason,
    Refusal,
    Stage,
    Summary,
)
from packstation.domain.matching import (
    DatesAsked,
    DayOrder,
    FileKind,
    FirstRows,
    Lists,
    Match,
    Preview,
    Stamp,
)
from packstation.domain.noticed import Changed, Difference, Doubt, Part, Warned
from packstation.domain.office import Chapter
from packstation.ui.office.office_screen import OfficeScreen
from packstation.ui.office.orders_page import OrdersPage
from tests import making as made
from tests.telling import Told, tell

_SHOPIFY: Final = Preview(
    path="/srv/tienda/Descargas/orders_export.csv",
    stamp=Stamp(48_211, 1),
    kind=FileKind.SHIPPED,
    profile="shopify",
    encoding="utf-8",
    delimiter=",",
    decimal=".",
    header=("Name", "Email", "Lineitem quantity", "Lineitem name", "Lineitem sku"),
    rows=(("#1042", "lucia@example.com", "3", "Taza de barro - azul", "TAZA-A"),),
    match=Match(("order", "email", "quantity", "product", "sku")),
    first=FirstRows(lines=31, orders=24),
)
_NEW: Final = Preview(
    path="/srv/tienda/Descargas/pedidos de la semana.csv",
    stamp=Stamp(2_311_004, 1),
    kind=FileKind.NEW,
    profile="",
    encoding="cp1252",
    delimiter=";",
    decimal=",",
    header=("Nº Pedido", "Fecha", "Cliente", "Cód. artículo", "Artículo", "Uds.", "Estado"),
    rows=(
        ("P-1042", "03/04/2026", "Lucía Fernández", "TAZA-A", "Taza de barro", "3", "Pagado"),
        ("P-1042", "03/04/2026", "Lucía Fernández", "TE-S", "Té verde Sencha", "1", "Pagado"),
        ("P-1043", "04/04/2026", "Ana Etxebarria", "VELA-3", "Vela de cera", "1", "Reparto"),
        ("P-1044", "05/04/2026", "Pau Serra", "0042", "Lacre rojo", "12", "Pagado"),
    ),
    match=Match(("order", "date", "name", "sku", "product", "quantity", "status")),
    dates=DatesAsked(1, "03/04/2026", date(2026, 4, 3), date(2026, 3, 4)),
    words=("Reparto",),
    first=FirstRows(lines=4, orders=3),
)
_HOSTILE: Final = replace(
    _NEW,
    path=f"/srv/tienda/Descargas/<b>{made.LONG_NAME * 3}</b>.csv",
    header=(
        f"<i>{made.LONG_NAME}",
        "\u202eahceF",
        "Cliente\nnombre",
        "#4",
        "#5",
        "#6",
        "Estado",
    ),
    rows=(
        ("P-1043", "04/04/2026", made.LONG_NAME, "VELA-3", made.LONG_PRODUCT, "1", "x" * 400),
        ("P-1044", "05/04/2026", "<b>Ana & Hijas</b>", "0042", "\x00\x1b[31m", "12", ""),
    ),
    words=("x" * 400, "<b>Reparto</b>", "Pagado", "\u202eodagaP"),
)
_LACKING: Final = replace(
    _NEW, match=Match(("order", "", "name", "", "", "", "")), dates=None, words=(), first=None
)
_ANSWERED: Final = replace(
    _NEW,
    match=Match(_NEW.match.columns, DayOrder.DAY_FIRST, {"Reparto": "held"}),
    words=(),
)
_GOOD: Final = Summary(
    file_name="orders_export.csv",
    profile="shopify",
    lines={LineKind.GOODS: 31},
    orders=OrderTally(new=24, work=24),
    products=9,
    new_products=3,
    new_customers=21,
    warnings=(Warned("1051", Doubt.REFUND_UNCLEAR, "12.00 EUR"),),
    warning_count=1,
)
_SAME: Final = Summary(
    file_name="orders_export.csv",
    profile="shopify",
    lines={LineKind.GOODS: 31},
    orders=OrderTally(unchanged=24),
)
_ODD: Final = replace(
    _GOOD,
    lines={LineKind.GOODS: 118, LineKind.REFUSED: 7},
    orders=OrderTally(new=61, unchanged=1204, changed=2, left_alone=2, work=61),
    refused=tuple(
        Refusal(40 + n, "Lineitem quantity", "tres", Reason.NOT_WHOLE) for n in range(7)
    ),
    changed=(
        Changed("1042", (Difference(Part.LINES, "3", "2", "TAZA-A"),)),
        Changed("1043", (Difference(Part.GIFT_MESSAGE, "", "<b>Felicidades</b>"),)),
    ),
    left_alone=(LeftAlone("1039", "claimed"), LeftAlone("1017", "packed")),
    warnings=(
        Warned("1051", Doubt.REFUND_UNCLEAR, "12.00 EUR"),
        Warned("1052", Doubt.NO_ADDRESS),
    ),
    warning_count=2,
)
_PRODUCTS: Final = replace(
    _SHOPIFY,
    path="/srv/tienda/Descargas/products_export.csv",
    kind=FileKind.SHIPPED,
    profile="shopify_products",
    header=("Handle", "Title", "Variant SKU", "Variant Barcode"),
    rows=(("taza", "Taza de barro", "TAZA-A", "8412345678905"),),
    match=Match(("", "product", "sku", "barcode"), lists=Lists.PRODUCTS),
    first=None,
)
_CATALOGUE: Final = CatalogueSummary(
    file_name="products_export.csv",
    profile="shopify_products",
    lines={RowKind.PRODUCT: 214, RowKind.MORE: 80},
    products=CatalogueTally(new=214),
    codes=198,
    pictures=64,
    counts={WarningKind.CODE_SHARED: 1},
    warnings=(
        CatalogueWarning(17, "TAZA-V", WarningKind.CODE_SHARED, "8412345678943", "TAZA-A"),
    ),
)
_MANY: Final = 30
_OWN: Final = replace(
    _NEW,
    path="/srv/tienda/Descargas/mis productos.csv",
    header=(
        "Nuestra clave",
        f"Cómo lo llamamos {made.LONG_NAME}",
        "PVP (IVA incl.)",
        "Códigos que pitan",
        "Balda",
        *(f"Columna {n} del contable, {made.LONG_NAME}" for n in range(6, _MANY + 1)),
    ),
    rows=(
        ("TAZA-A", made.LONG_PRODUCT, "12,50 €", "8412345678905 / 8412345678912", "A-3")
        + ("x",) * (_MANY - 5),
        ("0042", "<b>Lacre</b>", "4,00 €", "8,41E+12", "B-1", *("",) * (_MANY - 5)),
    ),
    match=Match(
        ("sku", "product", "price", "barcode", "place", *("",) * (_MANY - 5)),
        lists=Lists.PRODUCTS,
    ),
    dates=None,
    words=(),
    first=FirstRows(products=2),
)
_DIFFERS: Final = replace(
    _CATALOGUE,
    profile="",
    lines={RowKind.PRODUCT: 214, RowKind.REFUSED: 3},
    products=CatalogueTally(new=12, changed=2, unchanged=200),
    changed=(
        Changed("TAZA-A", (Difference(Part.PRICE, "1200", "1250"),)),
        Changed("0042", (Difference(Part.PLACE, "", made.LONG_NAME),)),
    ),
    refused=(
        Refusal(3, "Códigos que pitan", "8,41E+12", Reason.NUMBER_RUINED),
        Refusal(4, "PVP (IVA incl.)", "=C4*1,21", Reason.FORMULA),
        Refusal(5, made.LONG_NAME, "TAZA-X", Reason.NAMELESS),
    ),
)


def _answers(
    office: OfficeScreen, preview: Preview, ends: list[object]
) -> Callable[[object], None]:
    """Answers what the page asks for with what was made up for it."""

    def answer(errand: object) -> None:
        match errand, ends[:1]:
            case file.LookAtFile(), [IntakeStopped() as why]:
                office.tell(file.FileStopped(errand, why))
            case file.LookAtFile(), _:
                office.tell(file.FileSeen(errand, preview))
            case ((file.TryFile() | file.BringFile()), [end]):
                del ends[0]
                office.tell(_told(errand, end, preview))
            case _:
                pass

    return answer


def _told(errand: file.TryFile | file.BringFile, end: object, preview: Preview) -> object:
    match errand, end:
        case file.TryFile(), float():
            return file.FileGoesOn(errand, end, Stage.READING)
        case file.BringFile(), float():
            return file.FileGoesOn(errand, end, Stage.WRITING)
        case file.TryFile(), (Summary() | CatalogueSummary()):
            return file.FileTried(errand, end)
        case file.BringFile(), (Summary() | CatalogueSummary()):
            learned = "pedidos de la semana" if preview.kind is FileKind.NEW else ""
            return file.FileBrought(errand, end, learned)
        case _, IntakeStopped():
            return file.FileStopped(errand, end)
        case _:
            raise TypeError(end)


def _file(preview: Preview, *ends: object) -> Told:
    """``ends``: what looking, trying and bringing come to, or how far they are."""

    def told(office: OfficeScreen, language: str) -> None:
        del language
        page = office.page
        assert isinstance(page, OrdersPage)
        page.asked.connect(_answers(office, preview, list(ends)))
        page.choose(preview.path)
        if len(ends) > 1:
            page.bringing.bring.click()

    return told


def _and_known(told: Told) -> Told:
    """The step is taken once there are orders."""

    def known(office: OfficeScreen, language: str) -> None:
        told(office, language)
        done = frozenset({Chapter.SHOP, Chapter.PEOPLE, Chapter.ORDERS})
        office.tell(PathShown(done, (made.a_packer(),)))

    return known


FILES: Final[dict[str, tuple[Chapter, Told]]] = {
    name: (Chapter.ORDERS, told)
    for name, told in {
        "orders": tell(),
        "orders-would-come": _file(_SHOPIFY, _GOOD),
        "orders-reading": _file(_SHOPIFY, 0.4),
        "orders-odd": _file(_SHOPIFY, _ODD),
        "orders-running": _file(_SHOPIFY, _GOOD, 0.6),
        "orders-in": _and_known(_file(_SHOPIFY, _GOOD, _GOOD)),
        "orders-in-with-differences": _and_known(_file(_SHOPIFY, _ODD, _ODD)),
        "orders-nothing-new": _file(_SHOPIFY, _SAME),
        "orders-missing-columns": _file(_LACKING),
        "orders-asked": _file(_NEW),
        "orders-asked-long-hostile": _file(_HOSTILE),
        "orders-matched": _file(_ANSWERED, _GOOD),
        "orders-learned": _and_known(_file(_ANSWERED, _GOOD, _GOOD)),
        "orders-products": _file(_PRODUCTS, _CATALOGUE),
        "orders-own-products": _file(_OWN, _DIFFERS),
        "orders-own-products-in": _file(_OWN, _DIFFERS, _DIFFERS),
        "orders-own-products-as-orders": _file(
            replace(
                _OWN,
                match=Match(("", *_OWN.match.columns[1:4], *("",) * (_MANY - 4))),
                first=None,
            )
        ),
        "orders-spreadsheet": _file(_SHOPIFY, NotAText("orders.csv", "spreadsheet")),
        "orders-gone": _file(_SHOPIFY, _GOOD, FileMissing("orders_export.csv")),
    }.items()
}
