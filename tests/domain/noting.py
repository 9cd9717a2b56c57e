"""An order that a note is drafted for, and what of the past binds it."""

from dataclasses import replace
from datetime import timedelta

from packstation.domain.drafts import Drafts
from packstation.domain.known import Buyer, Recipient
from packstation.domain.notes import Asked, three_drafts
from packstation.domain.notes_past import NotesPast, Whose, Written
from packstation.domain.own_phrases import OwnPhrase, Place
from packstation.domain.scene import Scene
from packstation.domain.touches import TalkingPoint
from tests.a_year_of_notes import FIRST_DAY, POOLS
from tests.making import NOON, a_customer_card, an_order

WHOSE = Whose(packer_id=1, customer_id=7, postcode="es 28004 madrid")
TEA = TalkingPoint("favourite", "Té verde Sencha, 100 g")
AGAIN = TalkingPoint("second_order")
TODAY = FIRST_DAY + timedelta(days=400)


def a_scene(order: dict[str, object] | None = None, **card: object) -> Scene:
    return Scene(order=an_order(**(order or {})), card=a_customer_card(**card), now=NOON)


def asked(past: NotesPast | None = None, **changes: object) -> Asked:
    before = past or NotesPast(whose=WHOSE, today=TODAY)
    usual = Asked(past=before, pools=POOLS)
    return replace(usual, **changes)  # type: ignore[arg-type] # names are checked at run time


def a_past(*notes: Written, of: str = "customer") -> NotesPast:
    """``notes`` (the latest first) as the past of the customer, packer or street."""
    past = NotesPast(whose=WHOSE, today=TODAY)
    return replace(past, **{of: notes})  # type: ignore[arg-type] # as above


def a_note(**changes: object) -> Written:
    note = Written(order_id=1, whose=WHOSE, on=TODAY - timedelta(days=9), language="es")
    return replace(note, **changes)  # type: ignore[arg-type] # as above


def drafted(
    *points: TalkingPoint, scene: Scene | None = None, how: Asked | None = None
) -> Drafts[Buyer] | Drafts[Recipient]:
    return three_drafts(scene or a_scene(), points, how or asked())


def texts(drafts: Drafts[Buyer] | Drafts[Recipient]) -> list[str]:
    return [draft.text for draft in drafts.drafts]


def phrases(drafts: Drafts[Buyer] | Drafts[Recipient], kind: str) -> list[str]:
    return [getattr(draft, kind) for draft in drafts.drafts]


def an_own(place: Place, **changes: object) -> OwnPhrase:
    own = OwnPhrase(
        id=4,
        packer_id=1,
        place=place,
        language="es",
        text="La lavanda de la puerta ha florecido y huele hasta aquí.",
        key="favourite" if place is Place.POINT else "",
    )
    return replace(own, **changes)  # type: ignore[arg-type] # as above
