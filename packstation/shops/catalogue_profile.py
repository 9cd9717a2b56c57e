"""How one kind of product file says what we need to know, read from a small TOML."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from packstation.domain.intake import ProfileUnknown, ProfileWrong
from packstation.shops.profile import Profile

PRODUCTS: Final = "products"
"""The folder, among those of the shipped profiles, for files of products."""
TEMPLATE: Final = "packstation_products"
COLUMNS: Final = (
    "sku", "barcode", "product", "variant", "place", "category", "price", "picture", "units",
    "brand", "tags", "packable", "handle", "option1", "option2", "option3", "common_picture",
    "taxonomy", "id", "kind", "parent", "parent_id", "virtual",
)  # fmt: skip
_KEYS: Final = {"name", "extends", "shape", "required", "decimal", "delimiter", "encoding"}


class Shape(StrEnum):
    """How rows and products go together."""

    PLAIN = "plain"
    """A row is a product; more rows of it bring more codes."""
    SHOPIFY = "shopify"
    """Rows of one handle are variants of one product, and more pictures of it."""
    WOOCOMMERCE = "woocommerce"
    """A row says what it is, and a variation names its parent."""


@dataclass(frozen=True, slots=True)
class CatalogueProfile:
    columns: Profile
    """As packstation.shops.layout recognises a header by."""
    shape: Shape


def shipped_catalogues(profiles: Path) -> tuple[CatalogueProfile, ...]:
    """Those in the folder PRODUCTS of ``profiles``, by name."""
    found = sorted((profiles / PRODUCTS).glob("*.toml"))
    return tuple(_profile(_read(path), path) for path in found)


def named_catalogue(name: str, profiles: Path) -> CatalogueProfile | None:
    """The profile of that name, or in the TOML file ``name``; None: it is for orders.

    Raises ProfileUnknown when ``name`` is no file, ProfileWrong when it says nonsense.
    """
    folder = profiles / PRODUCTS
    path = Path(name)
    if path.suffix != ".toml":
        path = folder / f"{name}.toml"
        if Path(name).name != name or not path.is_file():
            return None
        return _profile(_read(path), path)
    own = _read(path)
    below = folder / f"{own.get('extends')}.toml"
    if below.is_file():
        parent = _read(below)
        both = {"columns": parent["columns"] | own.get("columns", {})}
        own = parent | {"name": path.stem} | own | both
    return _profile(own, path) if "shape" in own else None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ProfileUnknown(str(path), ()) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileWrong(str(path), str(error)) from error


def _profile(read: dict[str, Any], path: Path) -> CatalogueProfile:
    read = {"name": path.stem, "columns": {}, "required": []} | read
    for key in read.keys() - _KEYS - {"columns"}:
        raise ProfileWrong(str(path), key)
    shape = read.get("shape")
    if shape not in set(Shape):
        raise ProfileWrong(str(path), "shape")
    return CatalogueProfile(_columns(read, path), Shape(shape))


def _columns(read: dict[str, Any], path: Path) -> Profile:
    columns = {}
    for key, words in read["columns"].items():
        if key not in COLUMNS:
            raise ProfileWrong(str(path), f"columns.{key}")
        columns[key] = _texts(words, key, path)
    texts = {key: read.get(key, "") for key in ("name", "delimiter", "encoding", "decimal")}
    for key, text in texts.items():
        if not isinstance(text, str):
            raise ProfileWrong(str(path), key)
    return Profile(
        source=texts["name"],
        columns=columns,
        required=_texts(read["required"], "required", path),
        **texts,
    )


def _texts(told: object, key: str, path: Path) -> tuple[str, ...]:
    words = [told] if isinstance(told, str) else told
    if not isinstance(words, list) or not all(isinstance(it, str) for it in words):
        raise ProfileWrong(str(path), key)
    return tuple(words)
