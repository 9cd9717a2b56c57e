"""Where a database may lie: on a disk of this computer, and on no share."""

from pathlib import Path

import pytest

from packstation.domain.safe_keeping import OnShare
from packstation.store.disk import refuse_share, room, share_of, sqlite_file

MOUNTS = r"""
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
nas:/packing /mnt/nas nfs4 rw,vers=4.2 0 0
//server/share /mnt/the\040shop cifs rw 0 0
marta@server:/home /mnt/nas/ssh fuse.sshfs rw 0 0
/dev/sdb1 /mnt/nas/disk ext4 rw 0 0
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS.strip())
    return path


@pytest.mark.parametrize(
    "place, kind",
    [
        ("/srv/shop.db", ""),
        ("/mnt/nas/shop.db", "nfs4"),
        ("/mnt/nas/deep/er/shop.db", "nfs4"),
        ("/mnt/nasty/shop.db", ""),
        ("/mnt/the shop/shop.db", "cifs"),
        ("/mnt/nas/ssh/shop.db", "fuse.sshfs"),
        ("/mnt/nas/disk/shop.db", ""),
        ("//server/share/shop.db", "UNC"),
        (r"\\server\share\shop.db", "UNC"),
    ],
)
def test_a_share_is_known_by_what_is_mounted_there(mounts: Path, place: str, kind: str) -> None:
    assert share_of(Path(place), mounts) == kind


def test_a_link_to_a_share_is_the_share(tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    (tmp_path / "mounts").write_text(f"nas:/x {share} nfs rw 0 0\n/dev/sda1 / ext4 rw 0 0")
    (tmp_path / "here").symlink_to(share)
    assert share_of(tmp_path / "here" / "shop.db", tmp_path / "mounts") == "nfs"


def test_a_system_without_a_table_of_mounts_has_no_known_shares(tmp_path: Path) -> None:
    assert share_of(tmp_path / "shop.db", tmp_path / "no such table") == ""


def test_sqlite_on_a_share_is_refused_and_a_server_is_not(mounts: Path) -> None:
    with pytest.raises(OnShare) as refused:
        refuse_share("sqlite:////mnt/nas/shop.db", mounts)
    assert (refused.value.file, refused.value.kind) == (Path("/mnt/nas/shop.db"), "nfs4")
    refuse_share("postgresql+psycopg://server/shop", mounts)
    refuse_share("sqlite:////srv/shop.db", mounts)


@pytest.mark.parametrize(
    "url, file",
    [
        ("sqlite:////srv/shop.db", Path("/srv/shop.db")),
        ("sqlite+pysqlite:////srv/shop.db", Path("/srv/shop.db")),
        ("sqlite:///shop.db", Path("shop.db").absolute()),
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("postgresql://server/shop", None),
    ],
)
def test_the_file_of_a_url(url: str, file: Path | None) -> None:
    assert sqlite_file(url) == file


def test_room_is_known_of_a_folder_that_is_still_to_be_made(tmp_path: Path) -> None:
    assert room(tmp_path / "not" / "yet") > 0
