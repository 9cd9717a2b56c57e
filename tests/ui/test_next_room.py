"""What the card of the next piece does with a name."""

import pytest

from packstation.ui.next_room import with_unit


@pytest.mark.parametrize(
    "name, kept",
    [
        ("Té verde Sencha, 100 g", "Té verde Sencha, 100\N{NO-BREAK SPACE}g"),
        ("Aceite 5 dl de oliva", "Aceite 5\N{NO-BREAK SPACE}dl de oliva"),
        ("Juego de 6 tazas", "Juego de 6 tazas"),
        ("Taza de barro", "Taza de barro"),
    ],
)
def test_a_number_stays_on_the_line_of_its_unit(name: str, kept: str) -> None:
    assert with_unit(name) == kept
