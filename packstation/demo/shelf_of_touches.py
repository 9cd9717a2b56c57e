"""The notes, sweets, boxes and cards that lie beside the bench of Casa Azul."""

from random import Random
from typing import Final

from packstation.domain.codes import CLEAR_ALPHABET, Kind, own_code
from packstation.domain.touches import Touch, TouchKind

_NOTE, _TREAT, _BOX, _CARD, _CHECK = TouchKind

# key, kind, on hand, cost in cents, what is in it (None: nobody knows), names by language.
_SHELF: Final = (
    ("note", _NOTE, 180, 12, (), (
        ("es", "Nota a mano"), ("en", "Handwritten note"), ("ca", "Nota a mà"),
        ("fr", "Mot écrit à la main"), ("de", "Handgeschriebene Karte"))),
    ("sweets-lemon", _TREAT, 140, 35, (), (
        ("es", "Caramelos de limón"), ("en", "Lemon sweets"), ("ca", "Caramels de llimona"),
        ("fr", "Bonbons au citron"), ("de", "Zitronenbonbons"))),
    ("sweets-honey", _TREAT, 90, 40, ("milk",), (
        ("es", "Caramelos de miel"), ("en", "Honey sweets"), ("ca", "Caramels de mel"),
        ("fr", "Bonbons au miel"), ("de", "Honigbonbons"))),
    ("chocolate-dark", _TREAT, 60, 55, ("milk", "nuts", "soy"), (
        ("es", "Chocolatina negra"), ("en", "Dark chocolate bite"),
        ("ca", "Xocolatina negra"), ("fr", "Carré de chocolat noir"),
        ("de", "Zartbitter-Täfelchen"))),
    ("biscuits-market", _TREAT, 24, 45, None, (
        ("es", "Galletas del mercado"), ("en", "Biscuits from the market"),
        ("ca", "Galetes del mercat"), ("fr", "Biscuits du marché"),
        ("de", "Kekse vom Markt"))),
    ("box-premium", _BOX, 38, 190, (), (
        ("es", "Caja premium"), ("en", "Premium box"), ("ca", "Caixa prèmium"),
        ("fr", "Boîte premium"), ("de", "Premium-Schachtel"))),
    ("card-welcome", _CARD, 200, 8, (), (
        ("es", "Tarjeta de bienvenida"), ("en", "Welcome card"),
        ("ca", "Targeta de benvinguda"), ("fr", "Carte de bienvenue"),
        ("de", "Willkommenskarte"))),
    ("card-how-to", _CARD, 75, 8, (), (
        ("es", "Tarjeta «Cómo se usa»"), ("en", "How-to card"), ("ca", "Targeta «Com s’usa»"),
        ("fr", "Carte « Mode d’emploi »"), ("de", "Karte „So geht’s“"))),
    ("card-gift", _CARD, 85, 10, (), (
        ("es", "Tarjeta de regalo"), ("en", "Gift greeting card"),
        ("ca", "Targeta de regal"), ("fr", "Carte cadeau"), ("de", "Geschenkkärtchen"))),
    ("check-photo", _CHECK, None, 0, (), (
        ("es", "Segundo repaso y foto"), ("en", "A second look and a photo"),
        ("ca", "Segon repàs i foto"), ("fr", "Second contrôle et photo"),
        ("de", "Zweiter Blick, mit Foto"))),
    ("check-padding", _CHECK, None, 0, (), (
        ("es", "Doble protección y foto"), ("en", "Double padding and a photo"),
        ("ca", "Doble protecció i foto"), ("fr", "Double protection et photo"),
        ("de", "Doppelt gepolstert, mit Foto"))),
    ("box-strong", _BOX, 45, 160, (), (
        ("es", "Caja reforzada"), ("en", "Strong box"), ("ca", "Caixa reforçada"),
        ("fr", "Carton renforcé"), ("de", "Verstärkter Karton"))),
)  # fmt: skip


def touches(mark: str, chance: Random) -> tuple[Touch, ...]:
    """All of them, in the order in which they lie there."""
    return tuple(
        Touch(
            key=key,
            kind=kind,
            names=names,
            code=own_code(mark, Kind.TOUCH, body_of_a_code(chance)),
            on_hand=on_hand,
            edible=kind is _TREAT,
            contains=contains,
            tier=2 if kind is _BOX else 1,
            cost_cents=cost,
            on_slip=kind is _TREAT,
        )
        for key, kind, on_hand, cost, contains, names in _SHELF
    )


def body_of_a_code(chance: Random) -> str:
    """Six characters that nobody mixes up."""
    return "".join(chance.choices(CLEAR_ALPHABET, k=6))
