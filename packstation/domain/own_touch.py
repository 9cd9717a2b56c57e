"""What a packer's own surprise does to the parcel on the bench."""

from packstation.domain import events as ev
from packstation.domain import outcomes as out
from packstation.domain.bench import Answer, Packing
from packstation.domain.scans import Reply
from packstation.domain.touches import Suggestion


def suggested(bench: Packing, key: str) -> Suggestion | None:
    """By a rule; or by the packer, who may think better of it."""
    answer = bench.answers.get(key)
    own = None if answer is None or answer.of is None or answer.of.rule else answer.of
    return next((it for it in bench.plan or () if it.touch.key == key), own)


def add(bench: Packing, given: ev.SurpriseGiven) -> tuple[Packing, out.Outcome]:
    """``given`` is a touch that no rule suggests."""
    key, name, currency = given.touch.key, given.name, bench.order.currency
    before = bench.answers.get(key)
    if before is not None and before.reply is Reply.GIVEN:
        return bench, out.ReadTwice(name)
    if given.why is not None:
        return bench, out.SurpriseRefused(name, given.why, given.left, currency)
    own = Answer(Reply.GIVEN, given.at, Suggestion(touch=given.touch, rule=""), given.written)
    added = out.SurpriseAdded(key, name, given.left.less(given.touch), currency)
    return bench.with_answer(key, name, own), added
