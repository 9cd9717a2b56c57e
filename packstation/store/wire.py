"""Our values as JSON and back: what the journal and the archive of records hold."""

import json
from typing import Any, get_args

from cattrs.preconf.json import JsonConverter, make_converter
from cattrs.strategies import configure_tagged_union

from packstation.domain.bench import Away, Bench, Free, Parked, Unattended
from packstation.domain.events import Event, Standing
from packstation.domain.note_cards import PaperNotes
from packstation.domain.picking import PaperPicking
from packstation.domain.printer_choice import PaperCodes
from packstation.domain.product_labels import PaperLabels
from packstation.domain.records import Core, PackingRecord, Personal

VERSION = 1
"""Of the events' form: raised when old journals need a reading of their own."""


Resting = Unattended | Free | Away
"""A bench without an order on it."""

# cattrs reads unions well; only its type hints do not know them as types.
_EVENT: Any = Event
_RESTING: Any = Resting


def _converter() -> JsonConverter:
    # What has its usual value is not written: a journal of 200 lines an order stays small.
    converter = make_converter(omit_if_default=True, detailed_validation=False)
    # A touch's facts are plain JSON values already.
    converter.register_structure_hook_func(_is_plain_union, lambda value, _: _plain(value))
    configure_tagged_union(Standing, converter, tag_name="kind")
    configure_tagged_union(Event, converter, tag_name="kind")
    configure_tagged_union(Resting, converter, tag_name="kind")
    return converter


def _is_plain_union(kind: object) -> bool:
    return {bool, int, str} <= set(get_args(kind))


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


_CONVERTER = _converter()


def write_event(event: Event) -> tuple[str, str]:
    """Kind and payload of ``event``."""
    values = _CONVERTER.unstructure(event, Event)
    return values.pop("kind"), _dump(values)


def read_event(kind: str, payload: str) -> Event:
    event: Event = _CONVERTER.structure(json.loads(payload) | {"kind": kind}, _EVENT)
    return event


def write_resting(bench: Resting) -> dict[str, Any]:
    values: dict[str, Any] = _CONVERTER.unstructure(bench, Resting)
    return values


def read_resting(values: dict[str, Any]) -> Bench:
    bench: Resting = _CONVERTER.structure(values, _RESTING)
    return bench


def write_parked(parked: Parked) -> dict[str, Any]:
    values: dict[str, Any] = _CONVERTER.unstructure(parked)
    return values


def read_parked(values: dict[str, Any]) -> Parked:
    return _CONVERTER.structure(values, Parked)


def write_record(record: PackingRecord) -> tuple[str, str]:
    """The sealed core and the personal part (with its salt), each as JSON."""
    personal = _CONVERTER.unstructure(record.personal) | {"salt": record.salt}
    return _dump(_CONVERTER.unstructure(record.core)), _dump(personal)


def read_record(core: str, personal: str) -> PackingRecord:
    values = json.loads(personal)
    salt = values.pop("salt")
    return PackingRecord(
        core=_CONVERTER.structure(json.loads(core), Core),
        personal=_CONVERTER.structure(values, Personal),
        salt=salt,
    )


def write_notes(sheet: PaperNotes) -> str:
    return _dump(_CONVERTER.unstructure(sheet))


def read_notes(told: str) -> PaperNotes:
    return _CONVERTER.structure(json.loads(told), PaperNotes)


def write_picking(papers: PaperPicking) -> str:
    return _dump(_CONVERTER.unstructure(papers))


def read_picking(told: str) -> PaperPicking:
    return _CONVERTER.structure(json.loads(told), PaperPicking)


def write_codes(sheet: PaperCodes) -> str:
    return _dump(_CONVERTER.unstructure(sheet))


def read_codes(told: str) -> PaperCodes:
    return _CONVERTER.structure(json.loads(told), PaperCodes)


def write_labels(paper: PaperLabels) -> str:
    return _dump(_CONVERTER.unstructure(paper))


def read_labels(told: str) -> PaperLabels:
    return _CONVERTER.structure(json.loads(told), PaperLabels)


def _dump(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
