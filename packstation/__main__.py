"""Where packstation starts: read the arguments, then open the window or run a command."""

import sys
from collections.abc import Sequence

from packstation.arguments import BY_CTRL_C, DRAW_SLIPS, spoken, understand, wanted_language
from packstation.places import resources
from packstation.settings import BenchSettings, SettingsBroken, read_settings
from packstation.words.words import Words, load


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``packstation`` and answer its exit code, as docs/command-line.md has them."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given == [DRAW_SLIPS]:
        return _press()
    words = load(spoken(wanted_language(given)), resources())
    try:
        return _understood(given, words)
    except KeyboardInterrupt:
        # An import hears of it by itself and says what became of it.
        print(words("Stopped."), file=sys.stderr)
        return BY_CTRL_C


def _understood(given: Sequence[str], words: Words) -> int:
    arguments = understand(given, words)
    try:
        settings = read_settings(demo=arguments.demo, language=arguments.language)
    except SettingsBroken as broken:
        reason = words(
            "{where} cannot be used: {why}", where=broken.where, why=broken.why(words)
        )
        print(reason, file=sys.stderr)
        return 1
    if arguments.command is None:
        return _window(settings)
    from packstation.cli.run import run_command

    return run_command(arguments, settings)


def _press() -> int:
    from packstation.pressroom import main as draw_slips

    return draw_slips()


def _window(settings: BenchSettings) -> int:
    from packstation.desktop import open_window

    return open_window(settings)


if __name__ == "__main__":
    sys.exit(main())
