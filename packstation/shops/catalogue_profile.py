"""How one kind of product file says what we need to know, read from a small TOML."""

import tomllib
from dataclasses import dataclass, replace
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
    "brand", "tags", "packable", "policy", "handle", "option1", "option2", "option3",
    "common_picture", "taxonomy", "id", "kind", "parent", "parent_id", "virtual",
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
    own = _whole({"name": path.stem} | _read(path), folder)
    return _profile(own, path) if "shape" in own else None


def remembered_catalogue(parts: dict[str, Any], profiles: Path) -> CatalogueProfile:
    """What somebody has matched: ``parts`` are the keys of a TOML, kept as a value.

    Raises ProfileWrong for what is none of ours, or was changed by hand to nonsense.
    """
    path = Path(str(parts.get("name", "")))
    if not isinstance(parts.get("columns"), dict):
        raise ProfileWrong(str(path), "columns")
    found = _profile(_whole(dict(parts), profiles / PRODUCTS), path)
    return CatalogueProfile(replace(found.columns, remembered=True), found.shape)


def _whole(own: dict[str, Any], folder: Path) -> dict[str, Any]:
    """``own`` with what it leaves to the profile in ``folder`` that it extends."""
    below = folder / f"{own.get('extends')}.toml"
    if not below.is_file():
        return own
    parent = _read(below)
    return parent | own | {"columns": parent["columns"] | own.get("columns", {})}


def _read(path: Path) -> dict[str, Any]:
    if path.exists() and not path.is_file():  # a pipe would keep us waiting
        raise ProfileUnknown(str(path), ())
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
