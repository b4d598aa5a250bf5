"""Where a live file may lie."""

import os
import stat
from pathlib import Path, PureWindowsPath

import pytest

from cabinet_app.db.location import _network, check_folder, check_location, mount_type, private_folder
from cabinet_app.errors import FolderMissing, IsAFolder, UnsafeLocation

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//streznik/skupno /mnt/skupno cifs rw,vers=3.0 0 0
streznik:/izvoz /mnt/izvoz\\040s\\040presledkom nfs4 rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
rclone:/ /home/ana/oblak fuse.rclone rw 0 0
/dev/sdc1 /mnt/skupno/lokalno ext4 rw 0 0
overlay /kontejner fuse.fuse-overlayfs rw 0 0
tmpfs /tmp tmpfs rw 0 0
nonsense
"""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/mnt/skupno/kabinet/a.kabinet", "cifs"),
        ("/mnt/izvoz s presledkom/a.kabinet", "nfs4"),
        ("/run/user/1000/gvfs/smb-share:server=x/a.kabinet", "fuse.gvfsd-fuse"),
        ("/home/ana/oblak/a.kabinet", "fuse.rclone"),
    ],
)
def test_a_network_share_is_refused_with_the_advice_to_use_a_server(path: str, name: str):
    with pytest.raises(UnsafeLocation) as caught:
        check_location(Path(path), MOUNTS, {})
    assert caught.value.details == {"path": path, "kind": "network", "name": name, "advice": "server"}


def test_a_share_of_windows_is_known_by_its_name():
    path = PureWindowsPath("\\\\streznik\\skupno\\a.kabinet")
    assert _network(path, MOUNTS) == "UNC"  # type: ignore[arg-type] # a real path of Windows only exists there


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/ana/OneDrive - Mestna občina Kranj/a.kabinet", "OneDrive"),
        ("/home/ana/onedrive/a.kabinet", "OneDrive"),
        ("/home/ana/Dropbox/kabinet/a.kabinet", "Dropbox"),
        ("/home/ana/Dropbox (Občina)/a.kabinet", "Dropbox"),
        ("/home/ana/Google Drive/a.kabinet", "Google Drive"),
        ("/home/ana/GoogleDrive-ana/a.kabinet", "Google Drive"),
        ("/home/ana/My Drive/a.kabinet", "Google Drive"),
        ("/home/ana/Nextcloud/a.kabinet", "Nextcloud"),
        ("/home/ana/ownCloud/a.kabinet", "ownCloud"),
        ("/home/ana/oblak2/a.kabinet", "OneDrive"),
    ],
)
def test_a_synchronised_folder_is_refused_with_the_advice_to_stay_local(path: str, name: str):
    environment = {"OneDriveCommercial": "/home/ana/oblak2"}
    with pytest.raises(UnsafeLocation) as caught:
        check_location(Path(path), MOUNTS, environment)
    assert caught.value.details == {"path": path, "kind": "sync", "name": name, "advice": "local_folder"}


@pytest.mark.parametrize(
    "path",
    [
        "/home/ana/Dokumenti/a.kabinet",
        "/home/ana/Dropbox",
        "/home/ana/Poročilo o OneDrive/a.kabinet",
        "/home/nextclouduser/a.kabinet",
        "/media/stick/a.kabinet",
        "/mnt/skupno/lokalno/a.kabinet",
        "/mnt/skupno2/a.kabinet",
        "/kontejner/a.kabinet",
        "/tmp/a.kabinet",
    ],
)
def test_a_local_disk_is_fine(path: str):
    check_location(Path(path), MOUNTS, {})


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (".dropbox", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        ("._sync_3fa2.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
    ],
)
def test_a_synchronised_folder_is_known_by_what_lies_in_it(tmp_path: Path, mark: str, name: str):
    (tmp_path / mark).touch()
    folder = tmp_path / "kabinet" / "2026"
    folder.mkdir(parents=True)
    with pytest.raises(UnsafeLocation) as caught:
        check_location(folder / "a.kabinet", MOUNTS, {})
    assert caught.value.name == name


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "pisarna").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnsafeLocation):
        check_location(tmp_path / "pisarna" / "a.kabinet", MOUNTS, {})


def test_this_machine_s_own_mounts_are_asked(tmp_path: Path):
    check_location(tmp_path / "a.kabinet")
    assert mount_type(Path("/a"), "") == ""


def test_the_last_mount_on_a_place_counts():
    mounts = "/dev/a /srv ext4 rw 0 0\nserver:/x /srv nfs rw 0 0\n"
    assert mount_type(Path("/srv/a"), mounts) == "nfs"


def test_folders_are_made_for_their_owner_alone(tmp_path: Path):
    before = os.umask(0o022)
    try:
        private_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a", "a/b", "a/b/c")]
    assert modes == [0o700] * 3


def test_a_folder_that_exists_keeps_its_rights(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a").chmod(0o755)
    private_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o755


def test_a_name_needs_a_folder_and_must_not_be_one(tmp_path: Path):
    check_folder(tmp_path / "a")
    with pytest.raises(FolderMissing):
        check_folder(tmp_path / "b" / "a")
    with pytest.raises(IsAFolder):
        check_folder(tmp_path)
