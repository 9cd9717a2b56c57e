"""Why a touch is not suggested: the other half of because.py, which no packer needs."""

from packstation.domain.giving import Left
from packstation.domain.why import Why
from packstation.words.amounts import money
from packstation.words.reasons import shorten
from packstation.words.words import Words

_NAME = 40


def why_not(why: Why, words: Words, by: str = "") -> str:
    """Why something is not suggested; ``by`` is the name of what goes in instead."""
    match why:
        case Why.NO_EXTRAS:
            return words("this customer prefers no extras")
        case Why.NO_PERSONALISATION:
            return words("this customer wants nothing personal")
        case Why.AUDIENCE:
            return words("somebody else may open it")
        case Why.OPEN_DISPUTE:
            return words("first something has to be put right")
        case Why.DIET:
            return words("a limit is noted")
        case Why.FOOD_LABEL:
            return words("it is not sealed, not labelled, or not good for long enough")
        case Why.QUIET:
            return words("this customer is to be left in peace for now")
        case Why.COMPANY:
            return words("companies get no presents")
        case Why.AGE:
            return words("it has alcohol in it")
        case Why.COUNTRY:
            return words("it may not travel there")
        case Why.ONCE_A_YEAR:
            return words("there was a birthday touch already")
        case Why.MADE_GOOD:
            return words("a parcel has made up for that already")
        case Why.TOO_DEAR:
            return words("it would be too much for this parcel")
        case Why.TOO_LONG:
            return words("there is no time left for it in this parcel")
        case Why.BUDGET:
            return words("nothing is left for surprises this month")
        case Why.NO_SUCH_TOUCH:
            return words("the shop does not keep it")
        case Why.OUT_OF_STOCK:
            return words("there is none left")
        case Why.COOL_DOWN:
            return words("the last time was not long ago")
        case Why.OFTEN_ENOUGH:
            return words("it has gone out often enough")
        case Why.MANY_LATELY:
            return words("there were many touches this year")
        case Why.SAME_AS_LAST:
            return words("it would be the same as last time")
        case Why.LADDER:
            return words("it would be less than last time")
        case Why.LESS_SUITED if by:
            return words("{other} suits better", other=shorten(by, _NAME))
        case Why.LESS_SUITED:
            return words("another one suits better")
        case Why.OUTRANKED if by:
            return words("“{other}” comes first", other=shorten(by, _NAME))
        case Why.OUTRANKED:
            return words("something else comes first")
        case Why.NOT_TOGETHER if by:
            return words("it does not go with “{other}”", other=shorten(by, _NAME))
        case Why.NOT_TOGETHER:
            return words("it does not go with the rest")
        case Why.ENOUGH:
            return words("the parcel has enough already")


def still_yours(left: Left, currency: str, words: Words) -> str:
    """What remains of a packer's budget for surprises."""
    purse = money(left.cents, currency, words.language)
    return words.n(
        "{money} and {n} surprise left this month",
        "{money} and {n} surprises left this month",
        left.count,
        money=purse,
    )
