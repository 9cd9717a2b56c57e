"""A thousand notes in every language: true, short, filled, and never what was had before."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

import pytest

from packstation.domain.note_pools import Tone
from packstation.domain.note_words import product_in_ink
from packstation.domain.talking_points import GIFT_SAFE
from tests.a_year_of_notes import NAMES, POOLS, SPOKEN, Sent, months_of_notes

NOTES = 1000
every_language = pytest.mark.parametrize("language, tone", SPOKEN)

Pair = tuple[Sent, Sent]


@cache
def sent(language: str, tone: Tone) -> tuple[Sent, ...]:
    return tuple(months_of_notes(language, tone, NOTES))


def of_each(notes: Sequence[Sent], kind: str) -> list[list[Sent]]:
    """The notes of each customer, packer or postcode, in the order they were written."""
    whose = {getattr(it.written.whose, kind) for it in notes}
    return [[it for it in notes if getattr(it.written.whose, kind) == each] for each in whose]


def pairs_within(notes: Sequence[Sent], days: int) -> list[Pair]:
    """Every two of ``notes`` with less than ``days`` between them."""
    return [
        (one, other)
        for place, one in enumerate(notes)
        for other in notes[place + 1 :]
        if other.written.on - one.written.on < timedelta(days=days)
    ]


def plain_words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


@every_language
def test_every_text_has_between_20_and_45_words(language: str, tone: Tone) -> None:
    lengths = [plain_words(it.draft.text) for it in sent(language, tone)]
    assert (min(lengths) >= 20, max(lengths) <= 45) == (True, True), sorted(set(lengths))


@every_language
def test_no_text_has_an_open_slot_or_calls_anybody_guest(language: str, tone: Tone) -> None:
    odd = re.compile(r"[{}\[\]<>]|\bGuest\b|  | [,.]|,,|\bNone\b")
    assert [it.draft.text for it in sent(language, tone) if odd.search(it.draft.text)] == []


@every_language
def test_every_text_tells_its_own_particular(language: str, tone: Tone) -> None:
    assert [it.draft.text for it in sent(language, tone) if not _tells(it, tone)] == []


def _tells(it: Sent, tone: Tone) -> bool:
    pool = POOLS.find(it.draft.language, tone)
    assert pool is not None
    about = it.draft.fact.about
    said = pool.texts()[it.draft.point]
    said = said.replace("{product}", product_in_ink(about) or "?")
    return said.replace("{count}", pool.numbers.get(about) or "?") in it.draft.text


@every_language
def test_nobody_reads_the_same_point_twice_within_a_year(language: str, tone: Tone) -> None:
    again = [
        (one.draft.text, other.draft.text)
        for customer in of_each(sent(language, tone), "customer_id")
        for one, other in pairs_within(customer, 365)
        if one.draft.point == other.draft.point
        or (one.draft.fact == other.draft.fact and one.draft.fact.about)
    ]
    assert again == []


@every_language
def test_an_opening_is_new_among_a_customers_last_five(language: str, tone: Tone) -> None:
    again = [
        it.draft.text
        for customer in of_each(sent(language, tone), "customer_id")
        for place, it in enumerate(customer)
        if it.draft.opening
        in {had.draft.opening for had in customer[max(0, place - 5) : place]}
    ]
    assert again == []


@every_language
def test_a_packer_opens_at_most_three_of_twenty_alike(language: str, tone: Tone) -> None:
    most = [
        Counter(it.draft.opening for it in packer[place : place + 20]).most_common(1)[0][1]
        for packer in of_each(sent(language, tone), "packer_id")
        for place in range(len(packer) - 19)
    ]
    assert max(most) == 3


@every_language
def test_nobody_nearby_gets_the_same_text_within_a_month(language: str, tone: Tone) -> None:
    same = [
        one.draft.text
        for street in of_each(sent(language, tone), "postcode")
        for one, other in pairs_within(street, 30)
        if one.draft.text == other.draft.text or one.draft.phrases == other.draft.phrases
    ]
    assert same == []


@every_language
def test_a_recipient_reads_no_name_and_no_phrase_of_the_buyers(
    language: str, tone: Tone
) -> None:
    pool = POOLS.find(language, tone)
    assert pool is not None
    parts = pool.for_recipient
    for_all = {it.id for it in (*parts.openings, *parts.closings, *parts.wordings[GIFT_SAFE])}
    gifts = [it.draft for it in sent(language, tone) if it.draft.fact.key == GIFT_SAFE]

    assert len(gifts) > 50
    assert set().union(*(draft.phrases for draft in gifts)) <= for_all
    assert not any(name and name in draft.text for draft in gifts for name in NAMES)


@every_language
def test_every_phrase_of_a_pool_is_used(language: str, tone: Tone) -> None:
    pool = POOLS.find(language, tone)
    assert pool is not None
    used = {phrase for it in sent(language, tone) for phrase in it.draft.phrases}
    assert pool.texts().keys() - used == set()
