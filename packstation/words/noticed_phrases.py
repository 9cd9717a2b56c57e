"""What an import noticed, in sentences: doubts about single orders, and what has changed."""

import re
from datetime import datetime

from packstation.domain.noticed import Changed, Difference, Doubt, News, Part, Warned
from packstation.words import product_parts
from packstation.words.amounts import money
from packstation.words.card_phrases import mark
from packstation.words.order_phrases import standing
from packstation.words.reasons import shorten
from packstation.words.words import Words

_SHOWN = 60
_AMOUNT = re.compile(r"(\d{1,12})\.(\d\d) ([A-Z]{3})")
"""Such as 9.90 EUR, as the shops write it."""


def warning(warned: Warned, words: Words) -> str:
    """The order, and what somebody should look at."""
    why = _doubt(warned, words)
    return words("{order}: {why}", order=warned.order, why=why) if warned.order else why


def _amount(text: str, words: Words) -> str:
    """As whoever reads it writes money; to the letter what is written otherwise."""
    read = _AMOUNT.fullmatch(text)
    return money(int(read[1] + read[2]), read[3], words.language) if read else text


def _doubt(warned: Warned, words: Words) -> str:
    text = _short(warned.text)
    match warned.doubt:
        case Doubt.REFUND_UNCLEAR if text:
            return words(
                "{amount} was refunded, and the file does not say for which pieces: look in "
                "the shop before packing",
                amount=_amount(text, words),
            )
        case Doubt.REFUND_UNCLEAR:
            return words(
                "part of it was refunded, and the file does not say which pieces: look in "
                "the shop before packing"
            )
        case Doubt.SENT_UNCLEAR:
            return words(
                "part of “{product}” has left already, and the file does not say how much",
                product=text,
            )
        case Doubt.STATE_UNKNOWN if not text:
            return words("the file does not say its status, so it is on hold")
        case Doubt.STATE_UNKNOWN:
            return words("nobody knows the status “{status}”, so it is on hold", status=text)
        case Doubt.NO_ADDRESS:
            return words("it has no address")
        case Doubt.NOTHING_TO_PACK:
            return words("nothing of it is left to pack, so it does not wait here")
        case _:
            return _rare_doubt(warned.doubt, text, words)


def _rare_doubt(doubt: Doubt, text: str, words: Words) -> str:
    match doubt:
        case Doubt.NO_LINES:
            return words("it has not a single line, so it is on hold")
        case Doubt.DATE_ODD:
            return words("its date cannot be right: {date}", date=text)
        case Doubt.OLDER:
            return words("we know it newer than this, so nothing was changed")
        case Doubt.ANOTHER_ORDER:
            return words(
                "our order of this number is another one, of another day and another person. "
                "Is this another shop's file?"
            )
        case _:
            return text


def change(changed: Changed, words: Words) -> str:
    """The order, and what the file tells otherwise now."""
    told = [_difference(it, words) for it in changed.differences]
    what = "; ".join(told) or words("something small")
    return words("{order}: {what}", order=changed.number, what=what)


def shop_says(news: News, words: Words) -> str:
    """What whoever has the order in hand is told."""
    if news.cancels:
        return words("The shop has cancelled this order")
    what = "; ".join(what_changed(news, words))
    return words("The shop has changed this order: {what}", what=what)


def shop_flag(news: News, words: Words) -> str:
    """The same for an arm's length."""
    if news.cancels:
        return words("ORDER CANCELLED: do not pack it")
    return words("THE SHOP HAS CHANGED THE ORDER")


def what_changed(news: News, words: Words) -> tuple[str, ...]:
    """Each change on its own; never none."""
    told = tuple(_difference(it, words) for it in news.differences)
    return told or (words("something small"),)


def _difference(of: Difference, words: Words) -> str:
    before, after = _told(of.part, of.before, words), _told(of.part, of.after, words)
    match of.part:
        case Part.LINES:
            return words(
                "{product}: {after} instead of {before}",
                product=of.what,
                after=after,
                before=before,
            )
        case Part.STATE:
            return words(
                "now {after}, not {before}",
                after=standing(of.after, words),
                before=standing(of.before, words),
            )
        case _ if not before:
            return words("new: {part} “{after}”", part=part_name(of.part, words), after=after)
        case _ if not after:
            return words(
                "gone: {part} “{before}”", part=part_name(of.part, words), before=before
            )
        case _:
            return words(
                "{part}: “{after}” instead of “{before}”",
                part=part_name(of.part, words),
                after=after,
                before=before,
            )


def part_name(part: Part, words: Words) -> str:
    known = {
        Part.LINE_NOTES: words("wish for a piece"),
        Part.NAME: words("customer's name"),
        Part.RECIPIENT: words("recipient"),
        Part.ADDRESS: words("address"),
        Part.MESSAGE: words("message"),
        Part.GIFT_MESSAGE: words("gift message"),
        Part.FLAGS: words("marks"),
        Part.CARRIER: words("carrier"),
        Part.LEAVES: words("when it leaves"),
        Part.TOTAL: words("total"),
    }
    return known.get(part, "") or product_parts.part(part, words)


def _told(part: Part, text: str, words: Words) -> str:
    match part:
        case Part.FLAGS:
            return ", ".join(mark(it, words) for it in text.split(", ") if it)
        case Part.LEAVES:
            return _moment(_short(text), words)
        case Part.TOTAL:
            return _amount(_short(text), words)
        case _:
            return product_parts.value(part, _short(text), words)


def _moment(text: str, words: Words) -> str:
    """The day and the time; to the letter what is written otherwise."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return words("{day}, {time}", day=words.day(at), time=words.clock(at))


def _short(text: str) -> str:
    return shorten(" ".join(text.split()), _SHOWN)
