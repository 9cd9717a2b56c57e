"""The steps of an owner who prints labels for what carries no code."""

from pytest_bdd import then, when

from packstation.domain.codes import Kind, own_code
from packstation.domain.office import Chapter
from packstation.domain.outcomes import Sealed
from packstation.ui.office.codes_page import CodesPage
from tests.features.beginning import Beginning
from tests.slips.reading import codes_of


def _page(beginning: Beginning) -> CodesPage:
    page = beginning.office.page
    assert isinstance(page, CodesPage)
    return page


@then("the office knows of 1 product that has no code anybody could scan")
def _one_bare(beginning: Beginning) -> None:
    beginning.page(Chapter.CODES)
    page = _page(beginning)
    beginning.qtbot.waitUntil(lambda: page.tabs[0].text() == "Without a code: 1")
    beginning.qtbot.waitUntil(lambda: page.bare.table.rows.key(0) == "SOAP")


@when("its label is printed")
def _print(beginning: Beginning) -> None:
    beginning.tap(_page(beginning).bare.print)


@then("the label lies in the folder, and the office says where")
def _in_folder(beginning: Beginning) -> None:
    said = _page(beginning).bare.out
    folder = beginning.settings.slips
    beginning.qtbot.waitUntil(lambda: str(folder) in said.text(), timeout=20_000)
    (paper,) = folder.glob("labels-*.pdf")
    assert paper.name in said.text()


@then("the office knows of no product without a code")
def _none_bare(beginning: Beginning) -> None:
    page = _page(beginning)
    said = "No product is without a code."
    beginning.qtbot.waitUntil(lambda: page.bare.said.text() == said)
    assert page.bare.table.rows.rowCount() == 0


@when("the order A-1 is packed by the code on the label")
def _pack(beginning: Beginning) -> None:
    (paper,) = beginning.settings.slips.glob("labels-*.pdf")
    ((_, label),) = codes_of(paper.read_bytes(), 300)
    opened = beginning.look()
    seal = next(body for body, name in opened.shop.commands.items() if name == "seal")
    command = own_code(opened.shop.mark, Kind.COMMAND, seal)
    opened.engine.dispose()
    beginning.scan("A-1", label, label, command)


@then("the parcel is signed")
def _signed(beginning: Beginning) -> None:
    beginning.qtbot.waitUntil(lambda: isinstance(beginning.steps[-1].outcome, Sealed))


STEPS = {name: it for name, it in globals().items() if name.startswith("pytestbdd")}
