"""The bench moves into the window that is already there: its screens, scanner, sounds."""

from packstation.arguments import spoken
from packstation.devices.equipment import set_up
from packstation.places import resources
from packstation.settings import BenchSettings, as_it_is_now
from packstation.stand_ins import load_sqlalchemy
from packstation.ui.app import Desktop
from packstation.ui.bridge import Progress
from packstation.ui.look import install_fonts
from packstation.ui.opening import Opening
from packstation.ui.parts import Parts
from packstation.words.words import Words, load


def move_in(settings: BenchSettings, opening: Opening) -> Desktop:
    """Fill ``opening`` with the bench, and begin to hear its scanner."""
    install_fonts()
    equipment = set_up(
        volume=settings.volume,
        habits=settings.habits,
        scanner=settings.scanner,
        baud=settings.baud,
    )

    def load_bench(progress: Progress) -> Parts:
        return open_parts(as_it_is_now(settings), progress)

    def words_of(language: str) -> Words:
        return load(spoken(settings.language, language), resources())

    here = Desktop(load_bench, words_of, in_words, settings.pictures, equipment)
    here.filter.listen()
    opening.take(here.window)
    return here


def open_parts(settings: BenchSettings, progress: Progress) -> Parts:
    """Load what is heavy, on the station's thread: SQLAlchemy alone takes half a second."""
    load_sqlalchemy()
    from packstation.assemble import open_bench

    return open_bench(settings, progress)


def in_words(error: Exception, words: Words) -> str:
    """What went wrong; by then all that knows such errors is loaded."""
    from packstation.cli.trouble import explain

    return explain(error, words)
