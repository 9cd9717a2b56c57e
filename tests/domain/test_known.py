"""What a recipient may read is a type: mypy refuses it anything of the buyer's or of ours."""

import re
from pathlib import Path

import pytest
from mypy import api

from packstation.domain.fact import Audience
from packstation.domain.facts import existing
from packstation.domain.known import BEHIND, known_to_buyer, known_to_recipient
from packstation.domain.talking_points import GIFT_SAFE, POINTS
from packstation.domain.touches import TalkingPoint

ROOT = Path(__file__).parents[2]
SNIPPET = """\
from packstation.domain.known import Buyer, Known, Recipient, Us
from packstation.domain.notes import Asked, ForRecipient, drafts_for_buyer, drafts_for_recipient
from packstation.domain.orders import Order


def fine(order: Order, told: Known[Recipient], own: Known[Buyer], asked: Asked) -> None:
    drafts_for_recipient(order, [told], asked)
    drafts_for_buyer(order, own, [own, told], asked)


def wrong(order: Order, ours: Known[Us], own: Known[Buyer], asked: Asked) -> ForRecipient:
    drafts_for_recipient(order, [own], asked)  # refused
    drafts_for_recipient(order, [ours], asked)  # refused
    drafts_for_buyer(order, own, [ours], asked)  # refused
    return drafts_for_buyer(order, own, [own], asked).drafts[0]  # refused
"""


def test_a_text_for_a_recipient_cannot_be_made_of_what_the_buyer_or_the_shop_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "snippet.py"
    file.write_text(SNIPPET, "utf-8")
    monkeypatch.chdir(ROOT)
    said, _, _ = api.run(["--config-file", str(ROOT / "pyproject.toml"), str(file)])

    refused = {int(line) for line in re.findall(r"snippet\.py:(\d+): error", said)}
    marked = [n for n, line in enumerate(SNIPPET.splitlines(), 1) if "# refused" in line]
    assert sorted(refused) == marked, said


def test_every_talking_point_says_from_which_facts_it_is_made() -> None:
    assert BEHIND.keys() == set(POINTS)


@pytest.mark.parametrize("key", POINTS)
def test_no_talking_point_tells_what_the_shop_keeps_to_itself(key: str) -> None:
    assert Audience.INTERNAL not in {existing(fact).audience for fact in BEHIND[key]}
    assert known_to_buyer(TalkingPoint(key)) is not None


@pytest.mark.parametrize("key", sorted(set(POINTS) - {GIFT_SAFE}))
def test_a_recipient_is_told_nothing_of_the_buyer(key: str) -> None:
    assert known_to_recipient(TalkingPoint(key, "Taza de barro")) is None


def test_a_point_that_nobody_knows_is_told_to_nobody() -> None:
    assert known_to_buyer(TalkingPoint("horoscope")) is None
    assert known_to_recipient(TalkingPoint("horoscope")) is None
