"""Whom a parcel is for and who packed it, on the card beside what is in it."""

from PySide6.QtCore import QRectF

from packstation.domain.records import Parcel
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run
from packstation.ui.look import BIG_TEXT, NAME, SOFT, TEXT, WARN
from packstation.ui.signature import paint_signature, paint_stamp
from packstation.words.printing import printed_again
from packstation.words.words import Words


def paint_who(ink: Ink, box: QRectF, parcel: Parcel, words: Words) -> None:
    record = parcel.record
    ink.card(box)
    room = box.adjusted(24, 20, -24, -20)
    whom = record.personal.recipient or record.personal.customer_name
    facts = [words("Order {number}", number=record.core.order_number)]
    facts.append(words("Slip {number}", number=record.core.slip_number))
    if whom:
        room.setTop(ink.write(room, Run(words("For"), TEXT, SOFT)).bottom() + 1)
    head = whom or facts.pop(0)  # who has told no name is called nothing
    room.setTop(ink.write(room, Run(head, NAME), lines=2).bottom() + 4)
    if record.core.gift:
        facts.append(words("gift"))
    said = ink.write(room, Run(" · ".join(facts), BIG_TEXT, SOFT), lines=2)
    again = printed_again(parcel, words)
    if again:
        room.setTop(said.bottom() + 6)
        ink.write(room, Run(again, TEXT, WARN), lines=2)
    paint_signature(ink, box.adjusted(24, 20, -24, -20), record, words)
    if parcel.void_because:
        paint_stamp(ink, box, words("VOID"))
