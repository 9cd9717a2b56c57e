"""Every product has a picture of its own, and sisters differ at arm's length."""

from collections import defaultdict
from itertools import combinations

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from packstation.demo.catalogue import Ware, wares
from packstation.demo.pictures import draw
from packstation.demo.shop import SEED, DemoShop
from packstation.places import resources

SIDE = 48
"""Pixels of a picture as small as the eye sees it across the bench."""
APART = 0.012
"""Share of the light that must differ: about a letter on a card."""


def seen(ware: Ware) -> bytes:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB888)
    image.fill(QColor("#EFE8DC"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(draw(ware).encode())).render(painter)
    painter.end()
    return bytes(image.constBits())


def apart(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / 255 / len(one)


def test_every_product_has_a_picture_under_its_own_name(demo: DemoShop) -> None:
    assert [name for name, _ in demo.pictures] == [
        product.picture for product in demo.founding.products
    ]
    assert len({drawing for _, drawing in demo.pictures}) == 400


@pytest.mark.usefixtures("qapp")
def test_every_picture_can_be_drawn(demo: DemoShop) -> None:
    broken = [
        name
        for name, drawing in demo.pictures
        if not QSvgRenderer(QByteArray(drawing.encode())).isValid()
    ]
    assert broken == []


@pytest.mark.usefixtures("qapp")
def test_sisters_differ_at_arms_length() -> None:
    QFontDatabase.addApplicationFont(str(resources() / "fonts" / "Inter-Bold.ttf"))
    sisters: dict[str, list[Ware]] = defaultdict(list)
    for ware in wares(SEED):
        sisters[ware.model.name].append(ware)
    alike = [
        (one.product.sku, other.product.sku)
        for group in sisters.values()
        for one, other in combinations(group, 2)
        if apart(seen(one), seen(other)) < APART
    ]
    assert alike == []
