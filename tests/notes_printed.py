"""Twenty notes in every language for docs/notes.md: ``python -m tests.notes_printed``.

They are there to be read aloud: would she be glad, and does she know that we know?
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from packstation.domain.note_pools import Tone
from tests.a_year_of_notes import SPOKEN, months_of_notes

PAGE: Final = Path(__file__).parents[1] / "docs" / "notes.md"
EACH: Final = 20
_BEGIN, _END = "<!-- printed: begin -->", "<!-- printed: end -->"
_TITLES: Final = {
    ("es", Tone.TU): "Español, de tú",
    ("es", Tone.USTED): "Español, de usted",
    ("en", Tone.PLAIN): "English",
    ("ca", Tone.PLAIN): "Català",
    ("fr", Tone.PLAIN): "Français",
    ("de", Tone.PLAIN): "Deutsch",
    ("it", Tone.PLAIN): "Italiano",
    ("pt", Tone.PLAIN): "Português",
}


def page() -> str:
    """docs/notes.md with the notes as the program drafts them now."""
    before, _, rest = PAGE.read_text("utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    said = "\n".join(_printed())
    return f"{before}{_BEGIN}\n\n{said}\n{_END}{after}"


def _printed() -> Iterator[str]:
    for spoken in sorted(SPOKEN, key=list(_TITLES).index):
        yield f"### {_TITLES[spoken]}\n"
        for sent in months_of_notes(*spoken, EACH):
            yield f"1. *{sent.draft.point}*: {sent.draft.text}"
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
