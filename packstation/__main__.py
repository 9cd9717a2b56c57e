"""Where packstation starts: read the arguments, then open the window or run a command."""

import sys
from collections.abc import Sequence

from packstation.arguments import DRAW_SLIPS, parser, system_language, wanted_language
from packstation.places import resources
from packstation.settings import BenchSettings, SettingsBroken, read_settings
from packstation.words.words import load


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``packstation`` and answer its exit code: 0, 1 with a reason, or 2 for usage."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given == [DRAW_SLIPS]:
        return _press()
    words = load(wanted_language(given) or system_language(), resources())
    arguments = parser(words).parse_args(given)
    try:
        settings = read_settings(demo=arguments.demo, language=arguments.language)
    except SettingsBroken as broken:
        reason = words("{where} cannot be used: {why}", where=broken.where, why=broken.why)
        print(reason, file=sys.stderr)
        return 1
    if arguments.command is None:
        return _window(settings)
    from packstation.cli.run import run_command

    return run_command(arguments, settings, words)


def _press() -> int:
    from packstation.pressroom import main as draw_slips

    return draw_slips()


def _window(settings: BenchSettings) -> int:
    from packstation.desktop import open_window

    return open_window(settings)


if __name__ == "__main__":
    sys.exit(main())
