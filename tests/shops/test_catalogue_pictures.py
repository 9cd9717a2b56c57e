"""Pictures beside a product file come along; nothing else does, and nothing is fetched."""

import os
from pathlib import Path

import pytest

from packstation.domain.catalogue import WarningKind
from packstation.shops.catalogue_pictures import Pictures

PNG = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    (folder / "images").mkdir(parents=True)
    (folder / "cup.png").write_bytes(PNG)
    (folder / "images" / "té verde.PNG").write_bytes(PNG + b"2")
    (folder / "list.png").write_text("no picture at all")
    (folder / "notes.txt").write_bytes(PNG)
    (tmp_path / "secret.png").write_bytes(PNG)
    return folder


def shelf_of(beside: Path) -> Path:
    return beside.parent / "shelf"


def pictures(beside: Path) -> Pictures:
    return Pictures(beside / "products.csv", shelf_of(beside))


FOUND = (
    "cup.png",
    "./cup.png",
    "images\\té verde.PNG",
    "té verde.PNG",
    "https://cdn.example.com/s/files/cup.png?v=17",
    "https://cdn.example.com/t%C3%A9%20verde.PNG",
)


@pytest.mark.parametrize("said", FOUND)
def test_a_picture_beside_the_file_is_copied(beside: Path, said: str) -> None:
    found = pictures(beside)
    name = found.name_of(said)
    assert found.bring() == 1
    assert isinstance(name, str)
    assert [it.name for it in shelf_of(beside).iterdir()] == [name]
    assert name.isascii()


NOT_FOUND = {
    "absent.png": WarningKind.PICTURE_MISSING,
    "https://cdn.example.com/absent.png": WarningKind.PICTURE_AWAY,
    "//cdn.example.com/absent.png": WarningKind.PICTURE_AWAY,
    "https://[cdn.example.com/absent.png": WarningKind.PICTURE_UNREADABLE,
    "//[]/absent.png": WarningKind.PICTURE_UNREADABLE,
    "list.png": WarningKind.PICTURE_UNREADABLE,
    "notes.txt": WarningKind.PICTURE_UNREADABLE,
    "../secret.png": WarningKind.PICTURE_UNREADABLE,
    "images/../../secret.png": WarningKind.PICTURE_UNREADABLE,
    "a\0b.png": WarningKind.PICTURE_UNREADABLE,
    "x" * 5000 + ".png": WarningKind.PICTURE_UNREADABLE,
    "images": WarningKind.PICTURE_MISSING,
}


@pytest.mark.parametrize("said, why", NOT_FOUND.items(), ids=range(len(NOT_FOUND)))
def test_what_is_no_picture_beside_the_file_is_said(
    beside: Path, said: str, why: WarningKind
) -> None:
    found = pictures(beside)
    assert found.name_of(said) is why
    assert found.bring() == 0


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_out_of_the_folder_is_not_followed(beside: Path) -> None:
    (beside / "linked.png").symlink_to(beside.parent / "secret.png")
    assert pictures(beside).name_of("linked.png") is WarningKind.PICTURE_UNREADABLE


def test_the_same_picture_has_the_same_name_and_is_copied_once(beside: Path) -> None:
    first, again = pictures(beside), pictures(beside)
    assert first.name_of("cup.png") == again.name_of("cup.png")
    assert (first.bring(), again.bring()) == (1, 0)


def test_a_file_that_does_not_come_in_leaves_no_picture(beside: Path) -> None:
    found = pictures(beside)
    found.name_of("cup.png")
    found.bring()
    found.take_back()
    assert list(shelf_of(beside).iterdir()) == []
