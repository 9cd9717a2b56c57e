"""The one or two cards under a stop: the piece in hand, the one that is missing, the reason."""

from dataclasses import dataclass, replace
from itertools import groupby
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF

from packstation.domain import outcomes as out
from packstation.domain.bench import Packing
from packstation.domain.orders import OrderLine, Product
from packstation.domain.packing import Step
from packstation.ui import marks
from packstation.ui.ink import Ink
from packstation.ui.lettering import Run, height_of, lay
from packstation.ui.look import (
    ACT,
    BIG_TEXT,
    BOLD,
    CARD,
    EDGE,
    INK,
    LEAD,
    LINE,
    MOUNT,
    OK,
    PLACE,
    SOFT,
    STOP,
    WARN,
    WARN_EDGE,
    WHITE,
    Type,
)
from packstation.ui.notices import Mark
from packstation.ui.pictures import Pictures
from packstation.words.card_phrases import bench as bench_named
from packstation.words.phrases import Tone, whose_code
from packstation.words.words import Words

NAME = Type(33, BOLD, leading=1.16)
EXTRA = Type(27, BOLD)
CODE = Type(33, BOLD, figures=True, leading=1.2)
SMALLER = Type(26, BOLD, leading=1.16)
MOST_NAMES = 6
LARGE_LINES, MOST_LINES = 4, 8
MOUNT_WIDTH, MOUNT_HEIGHT = 230.0, 270.0
PLATE = "\N{NO-BREAK SPACE}"
MARKED_LEADING = 1.36
"""So far apart that the plates of two lines do not touch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceCard:
    """A piece; ``unlike`` are the words that tell it from the other card's."""

    label: str
    product: Product
    unlike: frozenset[str] = frozenset()
    extra: str = ""
    wrong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCard:
    headline: str
    label: str = ""
    text: str = ""
    wrong: bool = True
    sign: Mark = marks.question


Card = PieceCard | FactCard


def cards_of(step: Step, words: Words, zone: ZoneInfo) -> tuple[Card, ...]:
    """What to show of ``step`` when it stops the bench."""
    outcome = step.outcome
    match outcome:
        case out.WrongPiece(product, wanted, left):
            return _wrong(product, wanted, left, words)
        case out.OneTooMany(line):
            scanned = PieceCard(
                label=words("You scanned"),
                product=line.product,
                extra=words("{n} of {n} in the box", n=line.quantity),
                wrong=True,
            )
            return (scanned, *_coming(step, words))
        case out.UnknownCode(code) | out.NotLearned(code):
            label, told = words("You scanned"), whose_code(outcome, words)
            return FactCard(label=label, headline=code, text=told), *_coming(step, words)
        case out.AmbiguousCode(code, names, orders):
            asks = words("Which one is it?") if orders else words("They all carry this code")
            return (FactCard(label=code, headline=asks, text=_told(names, words)),)
        case _:
            return _order_cards(outcome, words, zone)


def _told(names: tuple[str, ...], words: Words) -> str:
    more = len(names) - MOST_NAMES
    rest = [words.n("and {n} more", "and {n} more", more)] if more > 0 else []
    return "\n".join([*(f"· {name}" for name in names[:MOST_NAMES]), *rest])


def _order_cards(outcome: out.Outcome, words: Words, zone: ZoneInfo) -> tuple[Card, ...]:
    """About an order that cannot be packed here and now."""
    match outcome:
        case out.IsHeld(number, reason, by):
            told = words("Held by {name}", name=by) if by else ""
            headline = reason or words("No reason was written down")
            card = FactCard(label=number, headline=headline, text=told, sign=marks.pause)
        case out.IsCancelled(number) | out.CardOfOther(number) | out.CardPastUse(number):
            card = FactCard(label=number, headline=_crossed(outcome, words), sign=marks.cross)
        case out.OtherBenchHasIt(number, bench, packer, since):
            at = words.clock(since.astimezone(zone)) if since else ""
            told = words("since {time}", time=at) if at else ""
            headline = " · ".join(part for part in (bench_named(bench, words), packer) if part)
            card = FactCard(label=number, headline=headline, text=told, sign=marks.parcel)
        case out.HasChanged(number, changes):
            told = _told(tuple(_change(change, words) for change in changes), words)
            headline = words("What it wants now")
            card = FactCard(label=number, headline=headline, text=told, sign=marks.care)
        case out.PackedBefore(number) | out.WasSent(number):
            packed = words("It was packed before this bench began to count")
            sent = words("The shop says that it has left")
            headline = sent if isinstance(outcome, out.WasSent) else packed
            card = FactCard(label=number, headline=headline, sign=marks.parcel)
        case _:
            return ()
    return (replace(card, label=words("Order {number}", number=card.label)),)


def _crossed(outcome: out.IsCancelled | out.CardOfOther | out.CardPastUse, words: Words) -> str:
    match outcome:
        case out.IsCancelled():
            return words("The customer no longer expects this parcel")
        case out.CardOfOther():
            return words("Its words are for somebody else")
        case out.CardPastUse():
            return words("What it tells is not true of this order any more")


def _change(change: out.Change, words: Words) -> str:
    before, after = change.before, change.after
    return words("{name}: {before} → {after}", name=change.name, before=before, after=after)


def _wrong(
    product: Product, wanted: OrderLine | None, left: int, words: Words
) -> tuple[Card, ...]:
    if wanted is None:
        scanned = PieceCard(label=words("You scanned"), product=product, wrong=True)
        return scanned, _all_in(words)
    theirs, ours = _unlike(product, wanted.product)
    scanned = PieceCard(label=words("You scanned"), product=product, unlike=theirs, wrong=True)
    return scanned, _missing(wanted, left, ours, words)


def _missing(line: OrderLine, left: int, unlike: frozenset[str], words: Words) -> PieceCard:
    return PieceCard(
        label=words("Missing"),
        product=line.product,
        unlike=unlike,
        extra=words.n("{n} of {all} left", "{n} of {all} left", left, all=line.quantity),
    )


def _coming(step: Step, words: Words) -> tuple[Card, ...]:
    """The piece that comes next, when an order is open."""
    match step.bench:
        case Packing() as bench if bench.next_position is not None:
            line = bench.line_at(bench.next_position)
            return (_missing(line, bench.left(bench.next_position), frozenset(), words),)
        case Packing():
            return (_all_in(words),)
        case _:
            return ()


def _all_in(words: Words) -> FactCard:
    return FactCard(
        headline=words("Every piece is in"),
        text=words("Sign and print when the rest is out of the box."),
        wrong=False,
        sign=marks.tick,
    )


def _unlike(one: Product, other: Product) -> tuple[frozenset[str], frozenset[str]]:
    """The words only the one has, and only the other; nothing when they share none."""
    ours, theirs = _words_of(one), _words_of(other)
    if not ours & theirs:
        return frozenset(), frozenset()
    return ours - theirs, theirs - ours


def _words_of(product: Product) -> frozenset[str]:
    return frozenset(f"{product.name} {product.variant}".casefold().split())


# ---- how they look


def paint_card(ink: Ink, box: QRectF, card: Card, of: Tone, pictures: Pictures) -> None:
    """Paint ``card`` on its plate; what is wrong has a thick edge in the colour of its tone."""
    tint, edge = (STOP, STOP) if of is Tone.STOP else (WARN, WARN_EDGE)
    ink.card(box, CARD, edge if card.wrong else LINE, pen=5 if card.wrong else 2, radius=16)
    inside = box.adjusted(29, 24, -29, -24)
    match card:
        case PieceCard():
            _paint_piece(ink, inside, card, (tint, pictures))
        case FactCard():
            _paint_fact(ink, inside, card, tint)


def _paint_piece(ink: Ink, box: QRectF, card: PieceCard, means: tuple[str, Pictures]) -> None:
    mount = _mount_in(box)
    paint_picture(ink, mount, card.product, means[1])
    room = _beside(mount, box)
    name = _named(card, means[0] if card.wrong else ACT, room.width())
    lines = (
        ((Run(card.label, BIG_TEXT, SOFT),), 1),
        (name, MOST_LINES),
        ((Run(card.product.place, PLACE, SOFT if card.wrong else INK),), 1),
        ((Run(card.extra, EXTRA),), 2),
    )
    _write_stack(ink, room, box, lines)


def _mount_in(box: QRectF) -> QRectF:
    mount = QRectF(box.left(), 0, MOUNT_WIDTH, min(MOUNT_HEIGHT, box.height()))
    mount.moveTop(box.center().y() - mount.height() / 2)
    return mount


def _beside(mount: QRectF, box: QRectF) -> QRectF:
    return QRectF(mount.right() + 24, 0, box.right() - mount.right() - 24, box.height())


def _paint_fact(ink: Ink, box: QRectF, card: FactCard, tint: str) -> None:
    mount = _mount_in(box)
    ink.card(mount, MOUNT, pen=0, radius=14)
    sign = QRectF(0, 0, 110, 110)
    sign.moveCenter(mount.center())
    card.sign(ink, sign, tint if card.wrong else OK)
    lines = (
        ((Run(card.label, BIG_TEXT, SOFT),), 1),
        ((Run(card.headline, CODE),), 4),
        ((Run(card.text, LEAD),), 7),
    )
    _write_stack(ink, _beside(mount, box), box, lines)


def _write_stack(
    ink: Ink, room: QRectF, within: QRectF, parts: tuple[tuple[tuple[Run, ...], int], ...]
) -> None:
    """One part under the other, all together in the middle of ``within``."""
    said = [(runs, lines) for runs, lines in parts if any(run.text for run in runs)]
    heights = [height_of(runs, room.width(), lines) + 6 for runs, lines in said]
    top = within.center().y() - sum(heights) / 2
    for (runs, lines), high in zip(said, heights, strict=True):
        ink.write(QRectF(room.left(), top, room.width(), high), *runs, lines=lines)
        top += high


def paint_picture(ink: Ink, mount: QRectF, product: Product, pictures: Pictures) -> None:
    """The product's picture on its mount, or a closed box where there is none."""
    ink.card(mount, MOUNT, pen=0, radius=14)
    frame = mount.adjusted(14, 14, -14, -14)
    pixmap = pictures.find(product.picture, ink.picture_size(frame))
    if pixmap is not None:
        ink.picture(frame, pixmap)
        return
    side = min(frame.width(), frame.height()) * 0.55
    sign = QRectF(0, 0, side, side)
    sign.moveCenter(mount.center())
    marks.parcel(ink, sign, EDGE)


def _named(card: PieceCard, tint: str, width: float) -> tuple[Run, ...]:
    """Name and variant, smaller when long: the words that differ must not be cut off."""
    large = _set(card, tint, NAME)
    return large if lay(large, width, 99).lines <= LARGE_LINES else _set(card, tint, SMALLER)


def _set(card: PieceCard, tint: str, type_: Type) -> tuple[Run, ...]:
    """Name and variant, with the words that differ on a plate of ``tint``."""
    marked = type_._replace(leading=MARKED_LEADING) if card.unlike else type_
    runs = []
    told = f"{card.product.name} {card.product.variant}".split()
    for unlike, group in groupby(told, lambda word: word.casefold() in card.unlike):
        together = " ".join(group)
        if unlike:
            runs.append(Run(f"{PLATE}{together}{PLATE}", marked, WHITE, tint))
            runs.append(Run(" ", marked))
        else:
            runs.append(Run(f"{together} ", marked))
    return tuple(runs)
