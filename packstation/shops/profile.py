"""A mapping profile: how one kind of file says what we need to know, read from a small TOML."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from packstation.domain.intake import LineKind, ProfileUnknown, ProfileWrong

TEMPLATE: Final = "packstation"
"""Our own profile: what a file is told to become that fits none."""

COLUMNS: Final = (
    "order", "date", "status", "sku", "barcode", "product", "variant", "place", "category",
    "quantity", "price", "line_note", "customer", "name", "email", "recipient", "address1",
    "address2", "postcode", "city", "region", "country", "language", "message",
    "gift_message", "flags", "carrier", "leaves_at", "channel", "currency", "total",
    "company",
)  # fmt: skip
OF_SHOPS: Final = (
    "id", "paid", "fulfilment", "cancelled_at", "refunded", "line_refunded", "pieces_refunded",
    "ships", "line_items", "line_sent", "line_total", "line_meta", "attributes",
    "first_name", "last_name", "recipient_first_name", "recipient_last_name",
    "billing_company", "billing_address1", "billing_address2", "billing_postcode",
    "billing_city", "billing_region", "billing_country", "street", "billing_street",
    "shipping_items", "refunds",
)  # fmt: skip
"""Columns only a shop's own form of file has: packstation.shops.forms makes ours of them."""
FORMS: Final = ("", "shopify", "webtoffee")
STATES: Final = ("open", "held", "shipped", "cancelled")
NOT_GOODS: Final = (LineKind.FEE, LineKind.POSTAGE, LineKind.SAMPLE, LineKind.VOUCHER)
_SECTIONS: Final = {
    "name": (), "source": (), "extends": (), "form": (),
    "columns": COLUMNS + OF_SHOPS,
    "file": ("delimiter", "encoding", "decimal", "dates", "zone"),
    "orders": (
        "required", "cancelled", "state", "currency", "whole_numbers", "gift_names", "pickup",
    ),
    "lines": ("negative", "free_for_guests", "remarks"),
    "not_goods": tuple(kind.value for kind in NOT_GOODS),
    "status": STATES,
    "countries": None, "languages": None, "flags": None,
}  # fmt: skip
_DEPTH: Final = 4


@dataclass(frozen=True, slots=True)
class NotGoods:
    """Lines that are on the order and never in the box, told by code or by name."""

    kind: LineKind
    codes: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    names: re.Pattern[str] | None = None

    def covers(self, sku: str, name: str) -> bool:
        """Whether ``sku`` (folded) or ``name`` says so."""
        return (
            sku in self.codes
            or (self.pattern is not None and self.pattern.search(sku) is not None)
            or (self.names is not None and self.names.search(name) is not None)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """docs/import.md says what each key of the TOML means."""

    name: str
    source: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    """Columns the file must have; ``sku|barcode`` means one of them."""
    delimiter: str = ""
    encoding: str = ""
    decimal: str = ""
    dates: tuple[str, ...] = ()
    zone: ZoneInfo | None = None
    cancelled: re.Pattern[str] | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)
    """The shop's word, folded -> one of STATES."""
    state: str = "open"
    currency: str = ""
    whole_numbers: frozenset[str] = frozenset()
    """Columns whose numbers a program has exported as ``17850.0``."""
    adjusts_by_negatives: bool = False
    adjusts_by_free_lines: bool = False
    remarks: re.Pattern[str] | None = None
    """Texts in the product's column that are no description."""
    not_goods: tuple[NotGoods, ...] = ()
    form: str = ""
    """One of FORMS: whose own way to lay an order out in rows; empty is ours."""
    gift_names: tuple[str, ...] = ()
    """What the shop calls the text that is read on the gift."""
    pickup: tuple[str, ...] = ()
    """Words of a shipping method by which somebody comes to fetch the parcel."""
    countries: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    remembered: bool = False
    """Somebody in this shop has matched its columns: that goes before what we came with."""


def shipped(folder: Path) -> tuple[Profile, ...]:
    """The profiles in ``folder``, by name."""
    return tuple(load(path, folder) for path in sorted(folder.glob("*.toml")))


def named(name: str, folder: Path) -> Profile:
    """The profile of that name in ``folder``, or in the file ``name``."""
    path = Path(name)
    if path.suffix != ".toml":
        path = folder / f"{name}.toml"
        if Path(name).name != name or not path.is_file():
            raise ProfileUnknown(name, tuple(sorted(it.stem for it in folder.glob("*.toml"))))
    return load(path, folder)


def remembered(parts: dict[str, Any], folder: Path) -> Profile:
    """What somebody has matched: ``parts`` are the keys of a TOML, kept as a value.

    Raises ProfileWrong when they were changed by hand and say nothing any more.
    """
    try:
        return replace(_profile(_whole(dict(parts), folder, _DEPTH)), remembered=True)
    except _Wrong as error:
        raise ProfileWrong(str(parts.get("name", "")), error.args[0]) from error


def load(path: Path, folder: Path) -> Profile:
    """Read ``path``. Raises ProfileWrong, which names the key that is not right."""
    if path.exists() and not path.is_file():  # a pipe would keep us waiting
        raise ProfileUnknown(str(path), ())
    try:
        return _profile(_read(path, folder, _DEPTH))
    except OSError as error:
        raise ProfileUnknown(str(path), ()) from error
    except _Wrong as error:
        raise ProfileWrong(str(path), error.args[0]) from error


class _Wrong(Exception):
    """Says at which key."""


def _read(path: Path, folder: Path, depth: int) -> dict[str, Any]:
    try:
        own = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _Wrong(str(error)) from error
    own.setdefault("name", path.stem)
    return _whole(own, folder, depth)


def _whole(own: dict[str, Any], folder: Path, depth: int) -> dict[str, Any]:
    """``own`` with what it leaves to the profile it extends."""
    _check_keys(own)
    parent = own.pop("extends", None)
    if parent is None:
        return own
    below = folder / f"{parent}.toml"
    if depth == 0 or not below.is_file():
        raise _Wrong("extends")
    return _merged(_read(below, folder, depth - 1), own)


def _merged(below: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """What ``own`` does not say, ``below`` says."""
    both = {
        key: below[key] | own[key]
        for key in below.keys() & own.keys()
        if isinstance(below[key], dict)
    }
    if "status" in both:
        both["status"] = _moved(below["status"], own["status"])
    return below | own | both


def _moved(below: dict[str, Any], own: dict[str, Any]) -> dict[str, list[str]]:
    """The shop's words that ``own`` names mean what it says; all others stay as they are."""
    named = {word.casefold() for key in own for word in _texts(own, key)}
    return {
        key: [it for it in _texts(below, key) if it.casefold() not in named]
        + list(_texts(own, key))
        for key in below.keys() | own.keys()
    }


def _check_keys(read: dict[str, Any]) -> None:
    for section, value in read.items():
        if section not in _SECTIONS:
            raise _Wrong(section)
        known = _SECTIONS[section]
        if known == ():
            _text(read, section)
        elif not isinstance(value, dict):
            raise _Wrong(section)
        elif known is not None:
            for key in value.keys() - set(known):
                raise _Wrong(f"{section}.{key}")


def _profile(read: dict[str, Any]) -> Profile:
    file, orders, lines = (read.get(key, {}) for key in ("file", "orders", "lines"))
    columns = {key: _texts(read["columns"], key) for key in read.get("columns", {})}
    return Profile(
        name=_text(read, "name"),
        source=_text(read, "source") or _text(read, "name"),
        columns=columns,
        required=_texts(orders, "required") or tuple(columns),
        delimiter=_one_of(file, "delimiter", ("", ",", ";", "\t", "|")),
        encoding=_text(file, "encoding"),
        decimal=_one_of(file, "decimal", ("", ".", ",")),
        dates=_texts(file, "dates"),
        zone=_zone(file),
        cancelled=_pattern(orders, "cancelled"),
        statuses=_words(read, "status"),
        state=_one_of(orders, "state", ("", "open", "shipped")) or "open",
        currency=_text(orders, "currency"),
        whole_numbers=frozenset(_texts(orders, "whole_numbers")),
        adjusts_by_negatives=_adjusts(lines, "negative"),
        adjusts_by_free_lines=_adjusts(lines, "free_for_guests"),
        remarks=_pattern(lines, "remarks"),
        not_goods=tuple(_not_goods(read.get("not_goods", {}))),
        form=_one_of(read, "form", FORMS),
        gift_names=_texts(orders, "gift_names"),
        pickup=_texts(orders, "pickup"),
        countries={key.casefold(): text for key, text in _named(read, "countries")},
        languages=dict(_named(read, "languages")),
        flags=_words(read, "flags"),
    )


def _named(read: dict[str, Any], part: str) -> list[tuple[str, str]]:
    return [(key, _text(read[part], key)) for key in read.get(part, {})]


def _words(read: dict[str, Any], part: str) -> dict[str, str]:
    """The shop's word, folded -> ours."""
    section = read.get(part, {})
    return {word.casefold(): key for key in section for word in _texts(section, key)}


def _not_goods(sections: dict[str, Any]) -> Iterable[NotGoods]:
    for key, section in sections.items():
        if not isinstance(section, dict) or section.keys() - {"codes", "pattern", "names"}:
            raise _Wrong(f"not_goods.{key}")
        yield NotGoods(
            LineKind(key),
            frozenset(code.upper() for code in _texts(section, "codes")),
            _pattern(section, "pattern"),
            _pattern(section, "names"),
        )


def _adjusts(section: dict[str, Any], key: str) -> bool:
    return _one_of(section, key, ("", "goods", "refuse", "adjustment")) == "adjustment"


def _one_of(section: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    value = _text(section, key)
    if value not in allowed:
        raise _Wrong(key)
    return value


def _text(section: dict[str, Any], key: str) -> str:
    value = section.get(key, "")
    if not isinstance(value, str):
        raise _Wrong(key)
    return value


def _texts(section: dict[str, Any], key: str) -> tuple[str, ...]:
    value = section.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(it, str) for it in values):
        raise _Wrong(key)
    return tuple(values)


def _pattern(section: dict[str, Any], key: str) -> re.Pattern[str] | None:
    try:
        return re.compile(_text(section, key)) if key in section else None
    except re.error as error:
        raise _Wrong(key) from error


def _zone(section: dict[str, Any]) -> ZoneInfo | None:
    name = _text(section, "zone")
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError) as error:
        raise _Wrong("zone") from error
