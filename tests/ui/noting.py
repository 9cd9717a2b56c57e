"""Drafts as the desk lays them out, for tests of what is shown of them."""

from packstation.domain.bench import Packing
from packstation.domain.note_sheet import NoteSheet, lay_out, same_language
from packstation.domain.notes import Asked, three_drafts
from packstation.domain.notes_past import NotesPast, Whose
from packstation.domain.scene import Scene
from tests import making as made
from tests.a_year_of_notes import POOLS


def a_sheet(bench: Packing, another: int = 0) -> NoteSheet:
    """Three real drafts for the note of ``bench``, made as if nobody had written before."""
    order, today = bench.order, made.NOON
    scene = Scene(order=order, card=bench.card, now=today)
    points = (bench.plan or ())[1].points
    sheet = NoteSheet(
        order_id=order.id,
        language=order.language,
        points=points,
        another=another,
        for_buyer=scene.for_buyer,
        foreign=not same_language(order.language, bench.packer.language),
    )
    past = NotesPast(whose=Whose(bench.packer.id), today=today.date())
    asked = Asked(past=past, pools=POOLS, gloss=bench.packer.language, another=another)
    return lay_out(sheet, three_drafts(scene, points, asked))
