"""How the shop shows itself: name, contact, language, clock and logo, as its owner says."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from packstation.domain.shop import Shop
from packstation.domain.shop_told import (
    ShopFault,
    ShopRefused,
    ShopShown,
    ShopTold,
    changed,
    told_of,
)
from packstation.slips.picture import PictureRefused, read, washed
from packstation.slips.sieve import unprintable
from packstation.store.work import Work

_DIGEST: Final = 32
"""Figures of a picture's digest that name it."""


class Shopfront:
    """Read and written anew each time: another bench may have changed something since."""

    def __init__(
        self, open_work: Callable[[], Work], open_reading: Callable[[], Work], shop: Shop
    ) -> None:
        self._open_work = open_work
        self._open_reading = open_reading
        self._shop = shop

    def look(self, *, kept: bool = False) -> ShopShown:
        with self._open_reading() as work:
            shop = work.settings.shop() or self._shop
            logo = work.settings.logo(shop.brand.logo)
        lost = unprintable(f"{shop.brand.name}\n{shop.brand.contact}")
        return ShopShown(told_of(shop), logo, kept, lost)

    def keep(self, told: ShopTold) -> ShopShown | ShopRefused:
        with self._open_work() as work:
            after = changed(work.settings.shop() or self._shop, told, is_zone)
            if isinstance(after, ShopFault):
                return ShopRefused(after)
            work.settings.keep_shop(asdict(after))
            work.commit()
        return self.look(kept=True)

    def keep_logo(self, file: Path | None) -> ShopShown | ShopRefused:
        """The old one stays until the new one is known to be a picture.

        Slips that were signed under an old logo keep it: a picture is never thrown away.
        """
        try:
            png = b"" if file is None else washed(read(file))
        except PictureRefused as refused:
            return ShopRefused(refused.why)
        name = hashlib.sha256(png).hexdigest()[:_DIGEST] if png else ""
        with self._open_work() as work:
            shop = work.settings.shop() or self._shop
            brand = replace(shop.brand, logo=name)
            if brand != shop.brand:
                brand = replace(brand, version=shop.brand.version + 1)
                work.settings.keep_logo(name, base64.b64encode(png).decode())
                work.settings.keep_shop(asdict(replace(shop, brand=brand)))
                work.commit()
        return self.look(kept=True)


def is_zone(name: str) -> bool:
    """Whether this computer knows a clock of that name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a folder's name, or one that leads outside
        return False
    return True
