"""Open the window at once, and let it load what is heavy after its first paint."""

import sys

from packstation.arguments import system_language
from packstation.devices.one_at_a_time import Hold
from packstation.places import resources
from packstation.settings import BenchSettings
from packstation.ui.app import Desktop, run
from packstation.ui.bridge import Parts, Progress
from packstation.words.words import Words, load


def open_window(settings: BenchSettings) -> int:
    """Show the bench until its window is closed; 1 when another window has this folder."""
    words = load(settings.language or system_language(), resources())
    hold = Hold.take(settings.home / "window.lock")
    if hold is None:
        reason = words(
            "packstation is already open on {folder}: look for its window, or close it first.",
            folder=settings.home,
        )
        print(reason, file=sys.stderr)
        return 1

    def words_of(language: str) -> Words:
        return load(settings.language or language or system_language(), resources())

    def load_bench(progress: Progress) -> Parts:
        # SQLAlchemy, Alembic and ReportLab take most of a second: the window is on screen
        # and takes scans before they come, on the station's thread.
        from packstation.assemble import open_bench

        return open_bench(settings, progress)

    def explain(error: Exception, words: Words) -> str:
        from packstation.cli.trouble import explain as in_words

        return in_words(error, words)

    try:
        return run(lambda: Desktop(load_bench, words_of, explain, settings.pictures))
    finally:
        hold.release()
