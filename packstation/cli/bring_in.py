"""``packstation import FILE``: a shop's orders come in, with a bar; Ctrl-C stops it."""

import argparse
import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from threading import Event, current_thread, main_thread
from types import FrameType
from typing import Final

from packstation.arguments import BY_CTRL_C
from packstation.assemble import Opened
from packstation.cli.saying import say, say_json
from packstation.domain.catalogue import CatalogueSummary
from packstation.domain.intake import (
    ImportCancelled,
    IntakeStopped,
    Options,
    RowsRefused,
    Stage,
    Summary,
)
from packstation.station.catalogue import CatalogueIntake
from packstation.station.intake import Intake
from packstation.words import catalogue_phrases
from packstation.words import intake_phrases as phrases
from packstation.words.words import Words

_BAR: Final = 24


def run(args: argparse.Namespace, opened: Opened, words: Words) -> int:
    """Bring ``args.file`` in. 0 when all is in, else 1 or 130 with one line on stderr."""
    bar = _Bar(words) if sys.stderr.isatty() else None
    try:
        with _cancelled_by_ctrl_c() as cancelled:
            summary, lines = _bring(args, opened, words, bar, cancelled)
    except IntakeStopped as stopped:
        _wipe(bar)
        _explain(stopped, words, as_json=args.json)
        return BY_CTRL_C if isinstance(stopped, ImportCancelled) else 1
    _wipe(bar)
    if args.json:
        say_json(summary.as_json())
    else:
        say(*lines)
    return 0


def _bring(
    args: argparse.Namespace,
    opened: Opened,
    words: Words,
    bar: "_Bar | None",
    cancelled: Event,
) -> tuple[Summary | CatalogueSummary, tuple[str, ...]]:
    """The file's orders, or its products: what it brought, and how to say so."""
    options = Options(
        history_before=args.history_before,
        skip_bad=args.skip_bad,
        held_because=words("held by the shop's file"),
    )
    how = (args.file, args.profile, options, bar or _nobody_looks, cancelled)
    products = CatalogueIntake(opened.engine, opened.settings.pictures, _now)
    if products.holds_products(args.file, args.profile):
        if bar is not None:
            bar.stage = catalogue_phrases.stage
        brought = products.bring_in(*how)
        return brought, catalogue_phrases.summary(brought, words)
    # What is loaded by now stays: looking through it for garbage takes 4 % of a large import.
    gc.freeze()
    summary = Intake(opened.engine, opened.shop, _now).bring_in(*how)
    return summary, phrases.summary(summary, words)


def _now() -> datetime:
    return datetime.now(UTC)


def _explain(stopped: IntakeStopped, words: Words, *, as_json: bool) -> None:
    sentence = " ".join(phrases.reason(stopped, words).split())
    say(sentence, on=sys.stderr)
    refused = stopped.refused if isinstance(stopped, RowsRefused) else ()
    if as_json:
        rows = [asdict(it) | {"sentence": phrases.refusal(it, words)} for it in refused]
        told = {"error": {"code": stopped.code, "sentence": sentence}, "refused": rows}
        say_json(told)
    else:
        say(*(" ".join(phrases.refusal(row, words).split()) for row in refused))


class _Bar:
    """One line on the terminal that fills up."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._shown = ""
        self.stage: Callable[[Stage, Words], str] = phrases.stage
        """What is said of how far it is."""

    def __call__(self, share: float, stage: Stage) -> None:
        full = round(share * _BAR)
        bar = "█" * full + "░" * (_BAR - full)
        line = f"{bar} {share:4.0%}  {self.stage(stage, self._words)}"
        if line != self._shown:
            print(f"\r{line.ljust(len(self._shown))}", end="", file=sys.stderr, flush=True)
            self._shown = line

    def wipe(self) -> None:
        print(f"\r{' ' * len(self._shown)}\r", end="", file=sys.stderr, flush=True)


def _wipe(bar: _Bar | None) -> None:
    if bar is not None:
        bar.wipe()


def _nobody_looks(share: float, stage: Stage) -> None:
    """Without a terminal there is nobody to show the bar to."""


@contextmanager
def _cancelled_by_ctrl_c() -> Iterator[Event]:
    """Ctrl-C sets the event, and the import stops where it is safe."""
    cancelled = Event()
    if current_thread() is not main_thread():
        yield cancelled
        return

    def cancel(_signal: int, _frame: FrameType | None) -> None:
        cancelled.set()

    before: Callable[[int, FrameType | None], object] | int | None
    before = signal.signal(signal.SIGINT, cancel)
    try:
        yield cancelled
    finally:
        signal.signal(signal.SIGINT, before)
