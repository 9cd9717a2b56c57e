"""Three drafts for the note of one order: what they tell, and to whom."""

from dataclasses import replace

import pytest

from packstation.domain.customers import Incident
from packstation.domain.drafts import Draft, Drafting, Drafts, Short
from packstation.domain.known import Buyer, Known, Recipient
from packstation.domain.note_pools import Parts, Phrase, Tone
from packstation.domain.orders import GIFT, Opener
from packstation.domain.own_phrases import Place
from packstation.domain.rules import Recipe
from packstation.domain.talking_points import points_for
from packstation.domain.touches import TalkingPoint
from tests.a_year_of_notes import FIRST_DAY, POOLS
from tests.domain.noting import (
    AGAIN,
    TEA,
    a_note,
    a_past,
    a_scene,
    an_own,
    asked,
    drafted,
    phrases,
    texts,
)
from tests.making import an_order


def test_three_drafts_differ_in_what_they_tell_or_how_and_in_their_openings() -> None:
    drafts = drafted(TEA)
    assert len(set(phrases(drafts, "point"))) == 3
    assert len(set(phrases(drafts, "opening"))) == 3
    assert len(set(phrases(drafts, "closing"))) == 3
    assert drafts.short is None


def test_the_first_draft_tells_the_first_point_and_others_follow_in_turn() -> None:
    drafts = drafted(AGAIN, TEA)
    assert [draft.fact.key for draft in drafts.drafts] == [
        "second_order",
        "favourite",
        "second_order",
    ]


def test_the_same_order_has_the_same_drafts_wherever_it_is_asked() -> None:
    assert drafted(TEA, AGAIN) == drafted(TEA, AGAIN)


def test_another_asks_for_other_words() -> None:
    first, second = (drafted(TEA, how=asked(another=n)) for n in (0, 1))
    assert set(phrases(first, "point")) & set(phrases(second, "point")) == set()
    assert len(second.drafts) == 3


def test_the_name_is_said_as_one_would_write_it() -> None:
    assert any("Lucía" in text for text in texts(drafted(TEA, AGAIN)))


@pytest.mark.parametrize("called", ["", "Guest", "  guest ", "cliente", "C-17", "a@b.example"])
def test_nobody_is_called_what_is_no_name(called: str) -> None:
    said = texts(drafted(TEA, AGAIN, scene=a_scene(called=called)))
    assert len(said) == 3
    assert not any(called.strip() in text for text in said if called)


def test_a_product_is_called_as_one_would_write_it() -> None:
    assert all("«Té verde Sencha»" in text for text in texts(drafted(TEA)))


def test_what_stands_in_a_products_name_is_never_a_slot() -> None:
    odd = TalkingPoint("favourite", "Taza {name} {count}")
    assert all("«Taza {name} {count}»" in text for text in texts(drafted(odd)))


def test_a_product_that_has_no_name_is_not_told_of() -> None:
    assert drafted(TalkingPoint("favourite", "100 g")).drafts == ()


def test_the_gloss_says_the_same_in_the_packers_language() -> None:
    scene = a_scene({"language": "de"}, called="")
    drafts = drafted(TEA, scene=scene, how=asked(gloss="en"))
    english, german = POOLS.find("en"), POOLS.find("de")
    assert english is not None
    assert german is not None
    draft = drafts.drafts[0]
    closings = english.texts()[draft.closing], german.texts()[draft.closing]
    assert draft.gloss.endswith(closings[0])
    assert draft.text.endswith(closings[1])
    assert "“Té verde Sencha”" in draft.gloss


def test_who_writes_in_the_own_language_needs_no_gloss() -> None:
    assert phrases(drafted(TEA), "gloss") == ["", "", ""]


def test_a_packer_without_phrases_in_the_own_language_reads_an_english_gloss() -> None:
    drafts = drafted(TEA, how=asked(gloss="nl"))
    assert all("Té verde Sencha" in gloss for gloss in phrases(drafts, "gloss"))


def test_a_shop_that_says_usted_says_it_in_spanish_only() -> None:
    scene = a_scene({"language": "de"})
    formal = asked(tone=Tone.USTED)
    assert texts(drafted(AGAIN, how=formal)) != texts(drafted(AGAIN))
    assert texts(drafted(AGAIN, scene=scene, how=formal)) == texts(drafted(AGAIN, scene=scene))


def test_a_region_of_a_language_is_spoken_to_in_that_language() -> None:
    drafts = drafted(TEA, scene=a_scene({"language": "pt-BR"}))
    assert set(phrases(drafts, "language")) == {"pt"}


def test_a_language_without_phrases_has_no_drafts() -> None:
    drafts = drafted(TEA, scene=a_scene({"language": "fi"}))
    assert drafts == Drafts(short=Short.LANGUAGE)


def test_nothing_true_is_nothing_drafted() -> None:
    assert drafted() == Drafts(short=Short.NOTHING_TRUE)


def test_a_point_of_another_version_is_passed_over() -> None:
    assert drafted(TalkingPoint("horoscope")) == Drafts(short=Short.NOTHING_TRUE)


# ---- who opens the parcel


@pytest.mark.parametrize(
    "order",
    [
        {"opener": Opener.RECIPIENT, "recipient": "Iker Ortuño"},
        {"opener": Opener.UNKNOWN},
        {"flags": (GIFT,)},
        {"gift_message": "Feliz cumpleaños"},
    ],
)
def test_somebody_else_reads_nothing_of_the_buyer(order: dict[str, object]) -> None:
    drafts = drafted(TEA, AGAIN, scene=a_scene(order))
    assert {draft.fact.key for draft in drafts.drafts} == {"gift_safe"}
    assert len(drafts.drafts) == 3
    assert not any("Lucía" in text or "Sencha" in text for text in texts(drafts))


def test_a_packers_own_phrases_are_for_buyers_only() -> None:
    own = (an_own(Place.OPENING), an_own(Place.CLOSING))
    drafts = drafted(scene=a_scene({"flags": (GIFT,)}), how=asked(own=own))
    assert not any(phrase.startswith("own.") for it in drafts.drafts for phrase in it.phrases)


@pytest.mark.parametrize("words", [1, 20])
def test_a_text_is_never_shorter_than_20_words_nor_longer_than_45(words: int) -> None:
    said = tuple(
        f"favourite.{it}"
        for it in ["likes", "told", "remembered", "smile", "pleasure", "yours"]
    )
    own = (an_own(Place.POINT, text=" ".join(["bien"] * words) + "."),)
    how = asked(a_past(a_note(points=said)), own=own)
    scene = a_scene(called="María de los Ángeles")
    lengths = {
        drafted(TEA, scene=replace(scene, order=an_order(id=n)), how=how).drafts[0].words
        for n in range(60)
    }
    assert 20 <= min(lengths) <= max(lengths) <= 45
    assert lengths & {20, 21, 44, 45}


def a_phrase(name: str, text: str) -> Phrase[Buyer]:
    return Phrase(name, text)


@pytest.mark.parametrize("openings, why", [(2, Short.OPENINGS), (3, Short.TEXTS)])
def test_when_nothing_fits_on_a_card_it_is_said_why(openings: int, why: Short) -> None:
    pool = POOLS.find("es")
    assert pool is not None
    short = tuple(a_phrase(f"short.{n}", "Hola.") for n in range(3))
    drafting = Drafting(
        order_id=1,
        pool=pool,
        parts=Parts(short[:openings], {"message": short}, short),
        gloss=None,
        called=None,
        past=a_past(),
    )
    assert drafting.drafts([Known("message")]) == Drafts(short=why)


def test_a_recipient_never_reads_what_is_marked_for_buyers() -> None:
    pool = POOLS.find("es")
    assert pool is not None
    buyers = {it.id for it in (*pool.for_buyer.openings, *pool.for_buyer.closings)}
    open_to_all = {it.id for it in (*pool.for_recipient.openings, *pool.for_recipient.closings)}
    read = {
        phrase
        for n in range(60)
        for draft in drafted(scene=a_scene({"id": n, "flags": (GIFT,)})).drafts
        for phrase in draft.phrases
    }
    assert read & (buyers - open_to_all) == set()
    assert read >= open_to_all


def test_an_apology_has_no_light_words_around_it() -> None:
    sorry = TalkingPoint("recovery", "Taza de barro")
    said = {
        phrase
        for n in range(60)
        for draft in drafted(sorry, how=asked(another=n)).drafts
        for phrase in draft.phrases
    }
    assert said & {"openings.really", "closings.unhurried", "closings.enjoy"} == set()


# ---- own phrases


@pytest.mark.parametrize("place", Place)
def test_a_packers_own_phrase_joins_the_drafts(place: Place) -> None:
    kind = place.value
    offered = {
        phrase
        for n in range(40)
        for phrase in phrases(drafted(TEA, how=asked(own=(an_own(place),), another=n)), kind)
    }
    assert "own.4" in offered


@pytest.mark.parametrize("changes", [{"packer_id": 2}, {"language": "en"}])
def test_an_own_phrase_is_its_packers_and_its_languages(changes: dict[str, object]) -> None:
    own = (an_own(Place.OPENING, **changes),)
    offered = {
        phrase
        for n in range(40)
        for phrase in phrases(drafted(TEA, how=asked(own=own, another=n)), "opening")
    }
    assert "own.4" not in offered


# ---- together with what is true of an order


def test_a_recovered_incident_is_told_as_what_happened_and_nothing_is_promised() -> None:
    incident = Incident(
        cause="damaged",
        product="Taza de barro",
        reported_on=FIRST_DAY,
        solved_after_days=2,
    )
    scene = a_scene({"message": ""}, incident=incident, likes=())
    drafts = drafted(*points_for(Recipe.RECOVERY, scene), scene=scene)
    assert {draft.fact.key for draft in drafts.drafts} == {"recovery"}
    assert len(drafts.drafts) == 3


def test_a_draft_knows_its_own_length() -> None:
    draft: Draft[Buyer] | Draft[Recipient] = drafted(TEA).drafts[0]
    assert draft.words == len(draft.text.split())
