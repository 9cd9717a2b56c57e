"""The shop's words in one language: the screen may speak Spanish and the slip German."""

import gettext
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

SCREEN, PAPER = "packstation", "slip"
"""The two catalogues: what the packer reads, and what the customer reads."""


def later(text: str) -> str:
    """Mark ``text`` for the catalogues; it is looked up when somebody reads it."""
    return text


_MONTHS = (
    later("January"), later("February"), later("March"), later("April"),
    later("May"), later("June"), later("July"), later("August"),
    later("September"), later("October"), later("November"), later("December"),
)  # fmt: skip


_DAYS = (
    later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday"),
    later("Friday"), later("Saturday"), later("Sunday"),
)  # fmt: skip
_SHORT_DAYS = (
    later("Mon"), later("Tue"), later("Wed"), later("Thu"), later("Fri"), later("Sat"),
    later("Sun"),
)  # fmt: skip


class Words:
    """Looks texts up in one language; falls back to the English written in the code."""

    def __init__(self, language: str, texts: gettext.NullTranslations) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, text: str, /, **values: object) -> str:
        return self._texts.gettext(text).format(**values)

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form of ``one`` or ``many`` that goes with ``count``, which fills ``{n}``."""
        return self._texts.ngettext(one, many, count).format(n=count, **values)

    def p(self, context: str, text: str, /, **values: object) -> str:
        """``text`` where the same English words mean two things."""
        return self._texts.pgettext(context, text).format(**values)

    def month(self, day: date) -> str:
        return self._texts.gettext(_MONTHS[day.month - 1])

    def weekday(self, day: date) -> str:
        return self._texts.gettext(_DAYS[day.weekday()])

    def short_weekday(self, day: date) -> str:
        """Such as "Mon", for a narrow column."""
        return self._texts.gettext(_SHORT_DAYS[day.weekday()])

    def month_year(self, day: date) -> str:
        """Such as "March 2024"."""
        return self("{month} {year}", month=self.month(day), year=day.year)

    def day(self, day: date) -> str:
        """Such as "22 November 2026"."""
        return self("{day} {month} {year}", day=day.day, month=self.month(day), year=day.year)

    def clock(self, at: datetime) -> str:
        """Hours and minutes; ``at`` must already be in the zone of the reader."""
        return f"{at:%H:%M}"


@lru_cache
def load(language: str, folder: Path, catalogue: str = SCREEN) -> Words:
    """The words of ``language``, from the compiled catalogues in ``folder``."""
    texts = gettext.translation(catalogue, folder / "locale", [language], fallback=True)
    return Words(language, texts)
