"""What an earlier note told, from the phrases that are kept of it."""

import re
from typing import Final

from packstation.domain.note_pools import Pools
from packstation.domain.notes_past import Written

_SLOT: Final = re.compile(r"\{\w+\}")
_IF_CALLED: Final = re.compile(r"\[[^\[\]]*\]")
_QUOTED_SLOT: Final = re.compile('["\u00ab\u201c\u201e]\\{\\w+\\}["\u00bb\u201d\u201c]')
_MOST: Final = 70


def first_words(note: Written, pools: Pools, language: str) -> str:
    """What ``note`` told, as ``language`` says it; empty for somebody's own words.

    Which product it spoke of is not kept, so that nobody reads it from the database.
    """
    pool = pools.find(language) or pools.find(note.language)
    texts = {} if pool is None else pool.texts()
    told = next((texts[it] for it in note.points if it in texts), "")
    told = _SLOT.sub("…", _QUOTED_SLOT.sub("…", _IF_CALLED.sub("", told))).strip()
    return told if len(told) <= _MOST else f"{told[:_MOST].rsplit(' ', 1)[0]}…"
