"""What an owner tells of the shop: how it looks on a slip, its language and its clock."""

import re
import string
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Final

from packstation.domain.people import LANGUAGES, tidy
from packstation.domain.shop import Shop

LONGEST_NAME: Final = 80
LONGEST_CONTACT: Final = 60
LONGEST_LINK: Final = 240
_LINK: Final = re.compile(r"(https?://|mailto:)[!-~]+", re.IGNORECASE)
_FILLED: Final = {"parcel", "proof"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopTold:
    """The owner's words, as they were typed."""

    name: str
    contact: str = ""
    answer_link: str = ""
    language: str = "es"
    zone: str = "Europe/Madrid"


class ShopFault(Enum):
    """Why the shop stays as it was."""

    NO_NAME = "no name"
    NAME_TOO_LONG = "name too long"
    CONTACT_TOO_LONG = "contact too long"
    LINK = "link"
    ZONE = "zone"
    LANGUAGE = "language"


class PictureFault(Enum):
    """Why a picture is not taken."""

    UNREADABLE = "unreadable"
    NO_FILE = "no file"
    """A folder, or what nobody knows the end of: a pipe, a device."""
    KIND = "kind"
    """Neither PNG nor JPEG, whatever it is called."""
    TOO_LARGE = "too large"
    BROKEN = "broken"
    """It ends too soon, or says what cannot be."""
    EMPTY = "empty"
    """Nothing in it is darker than the rest: no pen has written there."""


@dataclass(frozen=True, slots=True)
class ShowShop:
    """An errand."""


@dataclass(frozen=True, slots=True)
class KeepShop:
    """An errand."""

    told: ShopTold


@dataclass(frozen=True, slots=True)
class KeepLogo:
    """An errand: the picture in ``file`` becomes the shop's own; None takes it away."""

    file: Path | None


@dataclass(frozen=True, slots=True)
class ShopShown:
    """The shop as it is kept; ``logo`` is a PNG or empty. ``kept``: it has just been.

    ``unprintable`` is what of name and contact no slip can show yet, each letter once.
    """

    told: ShopTold
    logo: bytes = b""
    kept: bool = False
    unprintable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShopRefused:
    """The shop is as it was."""

    why: ShopFault | PictureFault


def told_of(shop: Shop) -> ShopTold:
    brand = shop.brand
    return ShopTold(
        name=brand.name,
        contact=brand.contact,
        answer_link=brand.answer_link,
        language=shop.language,
        zone=brand.zone,
    )


def changed(shop: Shop, told: ShopTold, is_zone: Callable[[str], bool]) -> Shop | ShopFault:
    """``shop`` as ``told``, its brand a version further where paper will look different."""
    name, contact = tidy(told.name), tidy(told.contact)
    link, zone = told.answer_link.strip(), told.zone.strip()
    fault = _fault(replace(told, name=name, contact=contact, answer_link=link))
    if fault is not None:
        return fault
    if not is_zone(zone):
        return ShopFault.ZONE
    brand = replace(shop.brand, name=name, contact=contact, answer_link=link, zone=zone)
    if brand != shop.brand:
        brand = replace(brand, version=shop.brand.version + 1)
    return replace(shop, brand=brand, language=told.language)


def _fault(told: ShopTold) -> ShopFault | None:
    if not any(letter.isalnum() for letter in told.name):
        return ShopFault.NO_NAME
    if len(told.name) > LONGEST_NAME:
        return ShopFault.NAME_TOO_LONG
    if len(told.contact) > LONGEST_CONTACT:
        return ShopFault.CONTACT_TOO_LONG
    if told.answer_link and not _is_link(told.answer_link):
        return ShopFault.LINK
    return None if told.language in LANGUAGES else ShopFault.LANGUAGE


def _is_link(link: str) -> bool:
    """An ordinary link or mail, with no more to be filled in than ``{parcel}``, ``{proof}``."""
    if len(link) > LONGEST_LINK or _LINK.fullmatch(link) is None:
        return False
    try:
        named = {name for _, name, _, _ in string.Formatter().parse(link) if name is not None}
    except ValueError:
        return False
    return named <= _FILLED
