"""The steps of an owner in the office, who brings in a file of a kind nobody knows."""

import csv
from collections.abc import Sequence
from pathlib import Path

from pytest_bdd import given, parsers, then, when

from packstation.domain.bench import Free
from packstation.domain.catalogue import CatalogueSummary
from packstation.domain.file_errands import AnySummary
from packstation.domain.intake import Summary
from packstation.domain.matching import Lists
from packstation.domain.noticed import Part
from packstation.domain.office import Chapter
from packstation.ui.office.kit import Choice
from packstation.ui.office.orders_page import OrdersPage
from tests.features.scene import Scene
from tests.ui.rooms import office_of

Table = Sequence[Sequence[str]]


def _page(scene: Scene) -> OrdersPage:
    page = office_of(scene.desktop.window.screens).page
    assert isinstance(page, OrdersPage)
    return page


def _read(scene: Scene) -> AnySummary:
    """What the page shows, once all of the file has been read."""
    page = _page(scene)
    scene.qtbot.waitUntil(lambda: page.summary is not None)
    assert page.summary is not None
    return page.summary


def _summary(scene: Scene) -> Summary:
    summary = _read(scene)
    assert isinstance(summary, Summary)
    return summary


def _catalogue(scene: Scene) -> CatalogueSummary:
    summary = _read(scene)
    assert isinstance(summary, CatalogueSummary)
    return summary


def _choose(choice: Choice, value: object) -> None:
    choice.choose(value)
    choice.activated.emit(choice.currentIndex())


@given("Pilar has no PIN")
def _forget_pin(scene: Scene) -> None:
    scene.tell("UPDATE packers SET pin = '' WHERE name = 'Pilar'")
    scene.restart()


@when("Pilar opens the page where orders come in")
def _open(scene: Scene) -> None:
    screens = scene.desktop.window.screens
    scene.qtbot.waitUntil(screens.free.office.isVisible)
    scene.tap(screens.free.office)
    scene.qtbot.waitUntil(lambda: screens.in_office and office_of(screens).page is not None)
    scene.tap(office_of(screens).buttons[Chapter.ORDERS])
    assert _page(scene).isVisible()


@when("the book-keeper's file is chosen")
def _choose_file(scene: Scene, tmp_path: Path, datatable: Table) -> None:
    _choose_rows(scene, tmp_path / "contable.csv", datatable)


@when("the spreadsheet of products is chosen")
def _choose_products(scene: Scene, tmp_path: Path, datatable: Table) -> None:
    _choose_rows(scene, tmp_path / "productos.csv", datatable)


def _choose_rows(scene: Scene, path: Path, datatable: Table) -> None:
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(datatable)
    page = _page(scene)
    with scene.qtbot.waitSignal(page.shown):
        page.choose(str(path))


@when(parsers.parse('column {place:d} is taken for "{column}"'))
def _match(scene: Scene, place: int, column: str) -> None:
    page = _page(scene)
    with scene.qtbot.waitSignal(page.shown):
        page.matching.table.matched.emit(place - 1, column)


@when("the first of the two readings of a date is chosen")
def _tell_dates(scene: Scene) -> None:
    page = _page(scene)
    with scene.qtbot.waitSignal(page.shown):
        page.matching.dates.answers[0].click()


@when(parsers.parse('"{word}" is said to mean "{state}"'))
def _tell_word(scene: Scene, word: str, state: str) -> None:
    page = _page(scene)
    with scene.qtbot.waitSignal(page.shown):
        _choose(page.matching.words.choices[word], state)


@when("they are brought in")
def _bring(scene: Scene) -> None:
    _read(scene)
    page = _page(scene)
    page.bringing.bring.click()
    scene.qtbot.waitUntil(page.bringing.isHidden)


@when("the office is left")
def _leave(scene: Scene) -> None:
    screens = scene.desktop.window.screens
    scene.bench = None
    scene.tap(office_of(screens).back)
    scene.qtbot.waitUntil(lambda: isinstance(scene.bench, Free))


@then(parsers.parse('nobody knows yet which column is "{column}"'))
def _missing(scene: Scene, column: str) -> None:
    page = _page(scene)
    assert page.preview is not None
    assert page.preview.missing == (column,)
    assert not page.bringing.isVisible()


@then(
    parsers.re(r"(?P<count>\d+) orders? would come in, and none of them is here"),
    converters={"count": int},
)
def _would_come(scene: Scene, count: int) -> None:
    assert _summary(scene).orders.new == count
    assert _here(scene) == _known_before(scene)


@then(parsers.re(r"(?P<count>\d+) orders? would change"), converters={"count": int})
def _would_change(scene: Scene, count: int) -> None:
    assert _summary(scene).orders.changed == count


@then(
    parsers.re(r"(?P<count>\d+) orders? of the file (is|are) here"), converters={"count": int}
)
def _are_here(scene: Scene, count: int) -> None:
    assert _here(scene) == count


@then("it is taken for products")
def _products(scene: Scene) -> None:
    preview = _page(scene).preview
    assert preview is not None
    assert preview.match.lists is Lists.PRODUCTS


@then(parsers.parse("{count:d} products would come in, and line {line:d} is refused"))
def _products_would_come(scene: Scene, count: int, line: int) -> None:
    summary = _catalogue(scene)
    assert summary.products.new == count
    assert [it.line for it in summary.refused] == [line]


@then(
    parsers.parse('the price of "{sku}" would change from {before:d} to {after:d} cents'),
)
def _price_would_change(scene: Scene, sku: str, before: int, after: int) -> None:
    (changed,) = _catalogue(scene).changed
    (price,) = changed.differences
    assert (changed.number, price.part) == (sku, Part.PRICE)
    assert (price.before, price.after) == (str(before), str(after))


@then("nothing is asked")
def _not_asked(scene: Scene) -> None:
    page = _page(scene)
    assert page.preview is not None
    assert page.preview.ready
    assert not page.matching.table.isVisible()


@then(parsers.parse("line {line:d} is refused"))
def _refused(scene: Scene, line: int) -> None:
    assert [it.line for it in _summary(scene).refused] == [line]


def _here(scene: Scene) -> int:
    with scene.opened.read() as work:
        return sum(len(work.orders.numbered(f"P-{n}")) for n in range(1, 10))


def _known_before(scene: Scene) -> int:
    """Orders of the file that came with an earlier one."""
    orders = _summary(scene).orders
    return orders.changed + orders.unchanged + orders.left_alone


STEPS = {name: step for name, step in globals().items() if name.startswith("pytestbdd")}
