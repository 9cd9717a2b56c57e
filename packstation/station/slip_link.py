"""The square on a slip, read at the bench: whose parcel the customer's link names."""

import re
from urllib.parse import unquote

from packstation.domain.records import Parcel
from packstation.station.here import Here

_PLACES = {"parcel": "{parcel}", "proof": "{proof}"}
_VALUE = "[A-Za-z0-9%._~-]+"


def parcel_of_link(text: str, here: Here) -> Parcel | None:
    """The parcel whose slip carries ``text`` as its link; None for any other text."""
    template = here.shop.brand.answer_link
    if _PLACES["parcel"] not in template:
        return None
    pattern = re.escape(template)
    for name, place in _PLACES.items():
        pattern = pattern.replace(re.escape(place), f"(?P<{name}>{_VALUE})", 1)
        pattern = pattern.replace(re.escape(place), f"(?P={name})")
    told = re.fullmatch(pattern, text)
    if told is None:
        return None
    parcel = here.work.packings.of_slip(unquote(told["parcel"]))
    proof = told.groupdict().get("proof")
    if parcel is None or proof not in {None, parcel.record.core.proof}:
        return None
    return parcel
