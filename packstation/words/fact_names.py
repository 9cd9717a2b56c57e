"""What every fact is called and means, and how a yes and a no of it are said."""

from dataclasses import dataclass
from typing import Final

from packstation.domain.facts import ALIASES
from packstation.words.words import Words, later


@dataclass(frozen=True, slots=True)
class Named:
    """English, looked up when somebody reads it; yes and no where a fact is one of the two."""

    label: str
    help: str
    yes: str = ""
    no: str = ""


def label(key: str, words: Words) -> str:
    """Such as "order number", for a chip. Raises KeyError when there is no such fact."""
    return _filled(key, named(key).label, words)


def help_of(key: str, words: Words) -> str:
    """One sentence for whoever chooses it."""
    return _filled(key, named(key).help, words)


def yes_or_no(key: str, words: Words, *, yes: bool) -> str:
    """The fact as a clause of its own."""
    known = named(key)
    return _filled(key, known.yes if yes else known.no, words)


def named(key: str) -> Named:
    """What it is called, whatever touch its key ends in."""
    return NAMES[ALIASES.get(key, key).partition(":")[0]]


def _filled(key: str, text: str, words: Words) -> str:
    _, _, rest = key.partition(":")
    touch, _, days = rest.partition(":")
    return words(text, touch=_touch(touch, words), days=days)


def _touch(key: str, words: Words) -> str:
    """A kind of touch by its name; a touch of the shop's own by its key."""
    kinds = {
        "note": words("a note"),
        "treat": words("something sweet"),
        "box": words("a special box"),
        "card": words("a card"),
        "check": words("a second look"),
    }
    return kinds.get(key) or words("“{name}”", name=key)


# fmt: off
NAMES: Final[dict[str, Named]] = {
    "order.total": Named(
        later("order total"),
        later("What the customer pays for the whole order, postage and tax included."),
    ),
    "order.items_total": Named(
        later("total of the products"),
        later("What the pieces cost, without postage. Not known when a line has no price."),
    ),
    "order.units": Named(
        later("number of pieces"),
        later("All pieces that go into the parcel."),
    ),
    "order.line_count": Named(
        later("number of lines"),
        later("How many different lines the order has."),
    ),
    "order.is_gift": Named(
        later("gift"),
        later(
            "Marked as a gift, with a gift message, or opened by somebody else. Not known "
            "while it is unclear who opens it."
        ),
        later("it is a gift order"),
        later("it is no gift order"),
    ),
    "order.opener": Named(
        later("who opens it"),
        later("The buyer, somebody else, or not clear."),
    ),
    "order.country": Named(
        later("country"),
        later("Where the parcel goes, in two letters: ES, FR, DE."),
    ),
    "order.region": Named(
        later("region"),
        later("Province or region of the address, as the shop writes it."),
    ),
    "order.channel": Named(
        later("channel"),
        later("Where the order came in: web, phone, market."),
    ),
    "order.flags": Named(
        later("marks of the order"),
        later(
            "What changes how to pack: gift, no_invoice, no_plastic, fragile, or words of "
            "your own."
        ),
    ),
    "order.has_customer_message": Named(
        later("message from the customer"),
        later("The customer wrote something to the shop."),
        later("a message came with the order"),
        later("no message came with the order"),
    ),
    "order.message_text": Named(
        later("text of the message"),
        later("Whole words, whatever their case and accents. It is never printed back."),
    ),
    "order.used_coupon": Named(
        later("coupon"),
        later("A coupon or code was used. Not known when the shop's file does not say."),
        later("a coupon was used"),
        later("no coupon was used"),
    ),
    "order.days_since_paid": Named(
        later("days since it was paid"),
        later("Whole days from the payment to today."),
    ),
    "order.days_waiting": Named(
        later("days it has waited"),
        later("Whole days from the order to today."),
    ),
    "order.is_late": Named(
        later("late order"),
        later("The carrier it should have left with has gone."),
        later("the order is running late"),
        later("the order is not running late"),
    ),
    "order.is_replacement": Named(
        later("replacement"),
        later("It makes good an earlier order."),
        later("it replaces something of an earlier order"),
        later("it replaces nothing"),
    ),
    "lines.sku": Named(
        later("products"),
        later("The SKUs of the order."),
    ),
    "lines.category": Named(
        later("categories"),
        later("The categories of what is in the order."),
    ),
    "lines.brand": Named(
        later("brands"),
        later("The makers of what is in the order."),
    ),
    "lines.tag": Named(
        later("product tags"),
        later("Your own tags on the products of the order."),
    ),
    "lines.supplier": Named(
        later("suppliers"),
        later("Where the products of the order come from."),
    ),
    "lines.first_time_product": Named(
        later("first time with a product"),
        later("At least one product this customer had never bought before this order."),
        later("it has a product for the first time"),
        later("every product has been bought before"),
    ),
    "lines.first_time_category": Named(
        later("first time with a category"),
        later("At least one category this customer had never bought from before this order."),
        later("it has a category for the first time"),
        later("every category has been bought from before"),
    ),
    "lines.is_rebuy": Named(
        later("bought again"),
        later("At least one product this customer had bought before this order."),
        later("something is being bought again"),
        later("nothing is being bought again"),
    ),
    "lines.contains_favourite": Named(
        later("a favourite in it"),
        later("Something the customer said to like, or buys again and again."),
        later("a favourite is in it"),
        later("no favourite is in it"),
    ),
    "lines.where": Named(
        later("lines"),
        later(
            "By category, SKU, brand and quantity. Without any line “none” is true and “all” "
            "is not."
        ),
    ),
    "lines.where_kept": Named(
        later("lines, prices included"),
        later("The same, and by tag, supplier and price: only for the shop's eyes."),
    ),
    "lines.where_known": Named(
        later("lines, and what was bought before"),
        later("The same, and whether the customer had bought it before."),
    ),
    "customer.order_number": Named(
        later("order number"),
        later("Which order of this customer it is: 1 is the first."),
    ),
    "customer.days_since_previous": Named(
        later("days since the previous order"),
        later("From the previous order to this one. Not known of a first order."),
    ),
    "customer.lapse_ratio": Named(
        later("silence beside the usual"),
        later(
            "The silence before this order, in times the gap one would expect of this "
            "customer. 1 is as usual."
        ),
    ),
    "customer.lapse_state": Named(
        later("how the customer comes"),
        later(
            "New, active, late, or returning after a long silence, each by this customer's "
            "own rhythm."
        ),
    ),
    "customer.lifetime_value": Named(
        later("spent in all"),
        later("All orders before this one."),
    ),
    "customer.value_12m": Named(
        later("spent in 12 months"),
        later("The orders of the 12 months before this one."),
    ),
    "customer.since": Named(
        later("first order on"),
        later("The day of the first order."),
    ),
    "customer.days_with_us": Named(
        later("days with us"),
        later("From the first order to this one."),
    ),
    "customer.anniversary_in_days": Named(
        later("days to the anniversary"),
        later("To the nearest anniversary of the first order; below 0 when it has just been."),
    ),
    "customer.birthday": Named(
        later("birthday"),
        later("Day and month, if the customer told us and agreed that we keep it."),
    ),
    "customer.birthday_in_days": Named(
        later("days to the birthday"),
        later(
            "To the nearest birthday from the day of packing; below 0 when it has just been."
        ),
    ),
    "customer.language": Named(
        later("language"),
        later("The language this customer reads, in two letters."),
    ),
    "customer.tags": Named(
        later("customer tags"),
        later("Your own tags on this customer. Nobody outside the shop reads them."),
    ),
    "customer.favourites": Named(
        later("what the customer said to like"),
        later("Likes somebody noted, in the customer's words."),
    ),
    "customer.favourite_category": Named(
        later("favourite category"),
        later(
            "Bought on two days at least, and lately in one of four orders or more. Gifts for "
            "others do not count."
        ),
    ),
    "customer.favourite_product": Named(
        later("favourite product"),
        later("The same for one product, by its SKU."),
    ),
    "customer.limits": Named(
        later("noted limit"),
        later("For safety alone: it can never be a condition, and is never named."),
    ),
    "customer.no_extras": Named(
        later("no extras"),
        later("The customer asked for nothing besides the order."),
        later("no extras are wished for"),
        later("extras are welcome"),
    ),
    "customer.no_personalisation": Named(
        later("nothing personal"),
        later("The customer does not want us to use what we know of earlier orders."),
        later("nothing personal is wished for"),
        later("something personal is welcome"),
    ),
    "followup.promised_action_open": Named(
        later("open promise"),
        later("Something was promised to this customer and is still owed."),
        later("a promise is still open"),
        later("no promise is open"),
    ),
    "incident.open": Named(
        later("open incident"),
        later("Something went wrong before this order and was not put right when it came."),
        later("an incident is open"),
        later("no incident is open"),
    ),
    "incident.recovery_owed": Named(
        later("something to make up for"),
        later("Something went wrong and was put right, but no parcel has made up for it yet."),
        later("we still owe a kindness"),
        later("we owe nothing"),
    ),
    "incident.last_cause": Named(
        later("cause of the last incident"),
        later("Missing, wrong, damaged, late, quality or other."),
    ),
    "incident.severity": Named(
        later("severity of the last incident"),
        later("1 is small, 3 is serious."),
    ),
    "incident.days_since_resolved": Named(
        later("days since an incident was put right"),
        later("From the last time something was put right to this order."),
    ),
    "incident.count_12m": Named(
        later("incidents in 12 months"),
        later("Reported in the 12 months before this order."),
    ),
    "touch.last_value_tier": Named(
        later("tier of the last sweets or gift"),
        later("1 to 4. What comes next should not be smaller."),
    ),
    "touch.last_reaction": Named(
        later("last reaction"),
        later("What was heard of the last touch anybody spoke of."),
    ),
    "touch.ever": Named(
        later("ever had: {touch}"),
        later("Whether this touch, or one of this kind, went into an earlier parcel."),
        later("{touch} has been in a parcel before"),
        later("{touch} has never been in a parcel"),
    ),
    "touch.last_days_ago": Named(
        later("days since the last: {touch}"),
        later("From the last parcel with this touch, or one of this kind, to this order."),
    ),
    "touch.count": Named(
        later("times in {days} days: {touch}"),
        later("How many went into parcels in so many days before this order."),
    ),
    "calendar.month": Named(
        later("month"),
        later("The month of packing, 1 to 12."),
    ),
    "calendar.date": Named(
        later("date"),
        later("The day of packing."),
    ),
    "calendar.day": Named(
        later("day of the year"),
        later("The day of packing, of any year: also from 20 December to 6 January."),
    ),
    "calendar.season_tag": Named(
        later("season"),
        later("Seasons and feasts on the day of packing; the moving ones move."),
    ),
}
# fmt: on
