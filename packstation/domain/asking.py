"""What the bench asks back, once, before what no undo brings back; and when it need not ask."""

from dataclasses import replace

from packstation.domain import outcomes as out
from packstation.domain.bench import AskBack, Bench, Learning, Packing
from packstation.domain.touches import Suggestion


def before_seal(bench: Packing, unprintable: tuple[str, ...]) -> out.AskBeforeSeal | None:
    """None when there is nothing to ask, or it was asked already."""
    left = tuple(suggestion.touch.key for suggestion in bench.open_touches)
    news = bench.news
    if bench.asked is AskBack.SEAL or not (bench.aside or left or unprintable or news):
        return None
    return out.AskBeforeSeal(bench.aside, left, unprintable, bench.extra, news)


def before_put_back(bench: Packing) -> out.AskBeforePutBack | None:
    """None when nothing is counted, or it was asked already."""
    if bench.asked is AskBack.PUT_BACK or bench.in_box == 0:
        return None
    return out.AskBeforePutBack(bench.order.number, bench.in_box)


def planned(bench: Packing, suggestions: tuple[Suggestion, ...]) -> Packing:
    """``bench`` with its plan, which may come while it asks: only the seal asks of touches.

    Whoever answers must not be answering another question than stood there.
    """
    asked = None if bench.asked is AskBack.SEAL else bench.asked
    return replace(bench, plan=suggestions, asked=asked)


def take_back(bench: Packing) -> tuple[Packing, out.Outcome] | None:
    """The way back from a question: all stays as it was before. None where none is asked."""
    if bench.asked is None and not isinstance(bench.unclear, Learning):
        return None
    stays = bench.asked is AskBack.PUT_BACK
    said = out.OrderStays(bench.order.number) if stays else out.Undone("")
    return replace(bench, asked=None, unclear=None), said


def seals_by_itself(bench: Bench, said: out.Outcome) -> bool:
    """Whether nothing is left to do but the seal, for a shop whose benches seal by themselves.

    Only right after a hand at this bench did what was left, or the plan came that it waited
    for. What is short is signed for by a person, and so is an order somebody put aside, took
    over or opened again, or the shop has changed or cancelled.
    """
    if not (isinstance(bench, Packing) and isinstance(said, _ALL_DONE)):
        return False
    done = bench.complete and bench.plan is not None and not bench.open_touches
    usual = bench.before is not None and bench.news is None
    return done and usual and not bench.short


_ALL_DONE = out.AllDone | out.TouchDone | out.PlanShown
"""What can have been the last thing that was missing."""
