"""``packstation backup`` and ``packstation restore``: a copy of the shop, and the way back."""

import argparse
from datetime import UTC, datetime

from packstation.assemble import Opened
from packstation.devices.one_at_a_time import Hold
from packstation.domain.safe_keeping import WindowOpen
from packstation.settings import BenchSettings
from packstation.station.safe_keeping import SafeKeeping, restore
from packstation.store.disk import refuse_share
from packstation.words import safety_phrases as phrases
from packstation.words.words import Words


def backup(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    keeping = SafeKeeping(opened.engine, opened.settings.home)
    now = datetime.now(UTC)
    made = keeping.keep(now) if arguments.to is None else keeping.copy_to(arguments.to, now)
    print(phrases.made(made, words))
    return 0


def bring_back(arguments: argparse.Namespace, settings: BenchSettings, words: Words) -> int:
    """Needs no shop that opens: a damaged one is what it is for."""
    refuse_share(settings.database)
    hold = Hold.take(settings.window_lock)
    if hold is None:
        raise WindowOpen(settings.home)
    try:
        back = restore(arguments.file, settings.database, settings.home, datetime.now(UTC))
    finally:
        hold.release()
    print("\n".join(phrases.brought_back(back, words)))
    return 0
