"""What a killed import left goes when the shop is next opened; what a file holds says so."""

import os
import signal
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from packstation.__main__ import main
from packstation.assemble import open_shop
from packstation.domain import intake as it
from packstation.settings import read_settings
from packstation.store.engine import open_engine
from tests.small_shop import a_new_shop, an_arriving_order, found_shop
from tests.station.bringing import a_file, an_engine, an_intake, ask, bring
from tests.station.test_intake_killed import kill, many

BECAUSE = "held by the shop's file"
HEADER = "order,sku,qty,status"
HALFWAY = "SELECT count(*) FROM imports WHERE published_at IS NULL"
HELD = "SELECT state, hold_reason, held_by FROM orders ORDER BY id"


@pytest.fixture
def shop() -> Engine:
    """Where the command line looks for it, under the name that ``kill`` knows."""
    home = Path(os.environ["PACKSTATION_HOME"])
    home.mkdir()
    opened = found_shop(home, a_new_shop(an_arriving_order("1", ("TE-100", 1))))
    opened.engine.dispose()
    (home / "shop.db").symlink_to(home / "packstation.db")
    return opened.engine


def home_of(engine: Engine) -> Path:
    return Path(str(engine.url.database)).parent


def unfinished(engine: Engine) -> int:
    return int(ask(engine, "SELECT count(*) FROM orders WHERE state = 'arriving'")[0][0])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("stage, at, come", [("writing", 1, 0), ("publishing", 1, 9_000)])
def test_opening_the_shop_ends_what_was_killed(
    shop: Engine, stage: str, at: int, come: int
) -> None:
    home = home_of(shop)
    many(home, 9_000)
    assert kill(home, stage, at) == -signal.SIGKILL
    # On a quick machine the first turn shows all there is, and only the end is missing.
    assert ask(shop, HALFWAY) == [(1,)]
    open_shop(read_settings(demo=False, language="")).engine.dispose()
    assert unfinished(shop) == 0
    assert ask(shop, "SELECT count(*) FROM orders") == [(1 + come,)]
    assert ask(shop, HALFWAY) == [(0,)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_so_does_any_command(shop: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    home = home_of(shop)
    many(home, 9_000)
    kill(home, "writing", 1)
    assert main(("waiting",)) == 0
    assert capsys.readouterr().out.startswith("1 ")
    assert unfinished(shop) == 0


def test_an_import_that_still_runs_is_left_alone(shop: Engine) -> None:
    seen: list[int] = []

    def meanwhile(_share: float, stage: it.Stage) -> None:
        if stage is it.Stage.WRITING:
            open_shop(read_settings(demo=False, language="")).engine.dispose()
            seen.append(unfinished(shop))

    path = many(home_of(shop), 300)
    an_intake(open_engine(str(shop.url))).bring_in(path, None, it.Options(), meanwhile)
    assert seen[-1] == 300
    assert ask(shop, "SELECT count(*) FROM orders WHERE state = 'open'") == [(301,)]


def test_what_a_file_puts_on_hold_says_who_did(tmp_path: Path) -> None:
    engine = an_engine(tmp_path)
    path = a_file(tmp_path, "1,X,1,hold", "2,X,1,open", header=HEADER)
    bring(engine, path, held_because=BECAUSE)
    assert ask(engine, HELD) == [("held", BECAUSE, ""), ("open", "", "")]


@pytest.mark.parametrize(
    "state, reason, status, now",
    [
        ("open", "", "hold", ("held", BECAUSE, "")),
        ("held", "falta", "hold", ("held", "falta", "Joan")),
        ("held", "falta", "", ("held", "falta", "Joan")),
        ("held", "falta", "open", ("held", "falta", "Joan")),
        ("held", "", "open", ("open", "", "")),
        ("open", "", "shipped", ("shipped", "", "")),
    ],
)
def test_a_changed_file_holds_and_lets_go(
    tmp_path: Path, state: str, reason: str, status: str, now: tuple[str, str, str]
) -> None:
    engine = an_engine(tmp_path)
    bring(engine, a_file(tmp_path, "1,X,1,open", header=HEADER))
    told = {"state": state, "reason": reason, "by": "Joan" if reason else ""}
    with engine.begin() as connection:
        changed = "UPDATE orders SET state = :state, hold_reason = :reason, held_by = :by"
        connection.execute(text(changed), told)
    path = a_file(tmp_path, f"1,X,2,{status}", header=HEADER)
    bring(engine, path, held_because=BECAUSE)
    assert ask(engine, HELD) == [now]


def test_the_command_says_it_in_the_shops_language(shop: Engine) -> None:
    path = a_file(home_of(shop), "H-1,X,1,hold", header=HEADER)
    assert main(("import", str(path))) == 0
    reasons = ask(shop, "SELECT hold_reason FROM orders WHERE number = 'H-1'")
    assert reasons == [("retenido en el fichero de la tienda",)]
