"""The phrases of every language: complete, plain, and without what a note never says."""

import re
from pathlib import Path

import pytest

from packstation.domain.note_pools import Pool, PoolBroken, Pools, Tone, read_pool
from packstation.domain.talking_points import GIFT_SAFE, POINTS
from tests.a_year_of_notes import POOLS, SPOKEN

NOTES = Path(__file__).parents[2] / "resources" / "notes"
SPANISH = (NOTES / "es.toml").read_text("utf-8")
every_pool = pytest.mark.parametrize(
    "pool", POOLS.pools, ids=[f"{it.language} {it.tone}" for it in POOLS.pools]
)

CLICHES = (
    r"molestia|volver[áa] a pasar|won.t happen|inconvenien|désagrément|Unannehmlich|disagio|"
    r"inc[óo]modo|plus jamais|nie wieder|mai più|nunca mais|mai més"
)
SELLING = (
    r"descuento|oferta|discount|coupon|cup[óo]n|%|\bcod[eo]|código|réduction|Rabatt|sconto|"
    r"descompte|reseñ|review|estrella|opini|Bewertung|recension|avalia|ressenya|\bprecios?\b|price|"
    r"\bprix\b|Preis|prezzo|preço|preu\b"
)
COUNTING = (
    r"\bd[íi]as\b|\bdays\b|\bjours\b|\bTagen?\b|\bgiorni\b|\bdies\b|\bmes(?:es|i|os)?\b|month|\bmois\b|"
    r"Monat|seman|week|\bhoras?\b|clock|noche|night|nuit|Nacht|notte|noite|"
    r"mejor client|\btop\b|número uno|best customer|meilleur client"
)
NEVER_SAID = re.compile(f"{CLICHES}|{SELLING}|{COUNTING}", re.IGNORECASE)
GENDERED = re.compile(
    r"\bobrigad|\bencantad[oa]s? de\b|\bcontent[oaes]*\b|\bravie?s?\b|heureu|\bbienvenidos?\b|"
    r"\bbenvingut\b|\bbem-vind|\bbentornat|\bquerid|\bestimad|\bch[eè]re?\b|\bnosotr|\bamig|"
    r"\bclient|\bKund|\bagradecid|\bfidèle|désolé|ingraziat|\bgrat[oai]\b|orgullos|\bfi[eè]re?\b",
    re.IGNORECASE,
)


def test_every_language_of_the_issue_is_spoken() -> None:
    assert set(SPOKEN) == {
        ("es", Tone.TU),
        ("es", Tone.USTED),
        *((language, Tone.PLAIN) for language in ("en", "ca", "fr", "de", "it", "pt")),
    }


@every_pool
def test_there_are_enough_phrases_for_buyers_and_for_others(pool: Pool) -> None:
    assert len(pool.for_buyer.openings) >= len(pool.for_recipient.openings) >= 12
    assert len(pool.for_buyer.closings) >= len(pool.for_recipient.closings) >= 8
    assert min(len(pool.for_buyer.wordings[key]) for key in POINTS) >= 3
    assert pool.for_recipient.wordings.keys() == {GIFT_SAFE}


@every_pool
def test_nothing_is_said_that_a_note_never_says(pool: Pool) -> None:
    assert [text for text in pool.texts().values() if NEVER_SAID.search(text)] == []


@every_pool
def test_no_word_tells_what_somebody_is(pool: Pool) -> None:
    assert [text for text in pool.texts().values() if GENDERED.search(text)] == []


@every_pool
def test_every_phrase_is_a_whole_sentence_of_its_own(pool: Pool) -> None:
    texts = list(pool.texts().values())
    assert [text for text in texts if text[-1] not in ".?!"] == []
    assert len(set(texts)) == len(texts)
    assert [text for text in texts if "'" in text or '"' in text or "  " in text] == []


@every_pool
def test_every_fifth_number_has_its_word(pool: Pool) -> None:
    assert pool.numbers.keys() >= {str(5 * n) for n in range(1, 21)}


@pytest.mark.parametrize("name", ["es.toml", "es-usted.toml"])
def test_spanish_keeps_its_opening_signs(name: str) -> None:
    text = (NOTES / name).read_text("utf-8")
    assert (text.count("¿"), text.count("¡")) == (text.count("?"), text.count("!"))


def test_french_signs_do_not_go_to_the_next_line_alone() -> None:
    text = (NOTES / "fr.toml").read_text("utf-8")
    assert re.findall(r" [?!:;»]|« ", text) == []


# ---- strict reading

BROKEN = [
    ('language = "es"', 'language = "Spanish"', "/language"),
    ('tone = "tu"', 'tone = "rude"', "/tone"),
    ("[numbers]", "[figures]", ""),
    ("[points.favourite]", "[points.horoscope]", "/points"),
    ("[openings.buyer]", "[openings.owner]", "/openings"),
    ("Otra vez «{product}»", "Otra vez «{price}»", "/points/rebuy/place"),
    ("Otra vez «{product}»", "«{product}» y {product}", "/points/rebuy/place"),
    ('"closings.unhurried"', '"closings.hurried"', "/not_with"),
    ('"gift_safe.slowly"', '"gift_safe.quickly"', "/not_with"),
    ('["openings.hands"]', "[]", "/not_with/gift_safe.touched"),
    ('["openings.hands"]', '"openings.hands"', "/not_with/gift_safe.touched"),
    ("Hola[, {name}]. Unas", "Hola, {name}. Unas", "/openings/anyone/pen"),
    ("Hola[, {name}]. Unas", "Hola[, Lucía]. Unas", "/openings/anyone/pen"),
    ("Hola[, {name}]. Unas", "<b>Hola</b>. Unas", "/openings/anyone/pen"),
    ('pen = "Hola', 'pen = "' + "y " * 17 + "Hola", "/openings/anyone/pen"),
    ('smile = "Ojalá te saque una sonrisa."', 'smile = ""', "/closings/anyone/smile"),
    ('smile = "Ojalá te saque una sonrisa."', "smile = 5", "/closings/anyone/smile"),
    ('smile = "Ojalá te saque una sonrisa."', "", "/closings"),
    ('5 = "cinco"', 'five = "cinco"', "/numbers"),
    ('5 = "cinco"', "5 = 5", "/numbers/5"),
    ('thanks = "Gracias', 'pen = "Gracias', "/openings"),
    ('[numbers]\n5 = "cinco"', "[numbers]\n5 = ", ""),
]


@pytest.mark.parametrize("right, wrong, pointer", BROKEN)
def test_what_is_not_understood_is_refused_where_it_stands(
    right: str, wrong: str, pointer: str
) -> None:
    assert right in SPANISH
    with pytest.raises(PoolBroken) as broken:
        read_pool(SPANISH.replace(right, wrong, 1))
    assert broken.value.pointer == pointer


def test_a_point_without_enough_wordings_is_refused() -> None:
    few = re.sub(r"(?m)^(says_much|twice) = .*\n", "", SPANISH)
    with pytest.raises(PoolBroken, match="at least 3"):
        read_pool(few)


def test_what_went_wrong_can_be_told_of_without_a_product() -> None:
    few = re.sub(r"(?m)^(something|chance) = .*\n", "", SPANISH)
    with pytest.raises(PoolBroken, match="at least 3"):
        read_pool(few)


def test_languages_with_other_phrases_are_refused() -> None:
    other = SPANISH.replace("\nyours =", "\nown =")
    with pytest.raises(PoolBroken, match=r"favourite\.\w+ is missing"):
        Pools((read_pool(SPANISH), read_pool(other)))
