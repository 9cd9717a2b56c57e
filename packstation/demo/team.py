"""The five who pack at Casa Azul, with their badges, PINs and signatures."""

from random import Random
from typing import Final

from packstation.demo.shelf_of_touches import body_of_a_code
from packstation.demo.signatures import signature
from packstation.domain.codes import Kind, own_code
from packstation.domain.founding import NewPacker
from packstation.domain.pins import hash_pin

# Name, PIN, language, role. The PINs stand in docs/demo.md too: they guard a shop that does not
# exist.
TEAM: Final = (
    ("Marta", "4719", "es", "packer"),
    ("Joan", "8036", "es", "packer"),
    ("Elena", "6152", "es", "owner"),
    ("Iker", "3974", "es", "packer"),
    ("Ana", "5283", "en", "packer"),
)


def team(mark: str, chance: Random) -> tuple[NewPacker, ...]:
    return tuple(
        NewPacker(
            name=name,
            badge=own_code(mark, Kind.BADGE, body_of_a_code(chance)),
            pin=hash_pin(pin, chance.randbytes(16)),
            language=language,
            role=role,
            signature=signature(name),
        )
        for name, pin, language, role in TEAM
    )
