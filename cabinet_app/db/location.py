"""Where a live file may lie: not on a network share, whose locks deceive, nor in a synchronised folder."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from cabinet_app.errors import FileNotReadable, FolderMissing, IsAFolder, UnsafeLocation

_NETWORK_TYPES = re.compile(
    r"cifs|smb\d?|smbfs|nfs\d?|ncpfs|afs|coda|davfs\d?|ceph|lustre|gpfs|ocfs2|gfs2|beegfs"
)
# Disks of this machine served by a program: NTFS sticks, containers, encrypted folders.
_LOCAL_FUSE = {"fuseblk", "fuse.fuse-overlayfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"}
_SYNC_FOLDERS = (
    (re.compile(r"onedrive( - .*)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox( \(.*\))?", re.IGNORECASE), "Dropbox"),
    (
        re.compile(r"google ?drive|googledrive-.*|my drive|moj disk|meine ablage", re.IGNORECASE),
        "Google Drive",
    ),
    (re.compile(r"nextcloud\d*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"owncloud\d*", re.IGNORECASE), "ownCloud"),
    (re.compile(r"iclouddrive|mobile documents", re.IGNORECASE), "iCloud"),
)
# What the synchronising programs leave in the top folder, whatever the user called it.
_SYNC_MARKS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    ("._sync_*.db", "Nextcloud"),
    (".sync_*.db", "Nextcloud"),
    (".tmp.driveupload", "Google Drive"),
)
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4


def check_location(
    path: Path, mounts: str | None = None, environment: Mapping[str, str] = os.environ
) -> None:
    """Refuse a place where a live file would lose saves; `mounts` is the text of /proc/self/mounts.

    Raises:
        UnsafeLocation: a network share or a synchronised folder.
    """
    whole = resolved(path)
    network = _network(whole, _mount_table() if mounts is None else mounts)
    if network:
        raise UnsafeLocation(str(path), "network", network, "server")
    sync = _sync_name(whole, environment)
    if sync:
        raise UnsafeLocation(str(path), "sync", sync, "local_folder")


def check_folder(path: Path) -> None:
    """Refuse a file name whose folder is not there or that names a folder itself."""
    try:
        if path.is_dir():
            raise IsAFolder(str(path))
        if not path.parent.is_dir():
            raise FolderMissing(str(path.parent))
    except OSError as refusal:
        raise FileNotReadable(str(path), refusal.strerror or "") from refusal


def private_folder(path: Path) -> Path:
    """Make the folder and its missing parents for this user alone; a folder that exists stays as it is."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    return path


def resolved(path: Path) -> Path:
    """The absolute path behind links; the path itself where the system refuses to look."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def mount_type(path: Path, mounts: str) -> str:
    """The file system a path lies on, by the longest mount point that holds it; the last mount there wins."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < len(("device", "point", "type")):
            continue
        point = Path(_unescaped(fields[1]))
        if (path == point or point in path.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind


def _network(path: Path, mounts: str) -> str:
    if str(path).startswith(("\\\\", "//")):
        return "UNC"
    drive = _windows_drive(path)
    if drive:
        return drive
    kind = mount_type(path, mounts)
    is_fuse = kind.startswith("fuse") and kind not in _LOCAL_FUSE
    return kind if _NETWORK_TYPES.fullmatch(kind) or is_fuse else ""


def _windows_drive(path: Path) -> str:
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE:
            return "network drive"
    return ""


def _mount_table() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), text)


def _sync_name(path: Path, environment: Mapping[str, str]) -> str:
    for folder in path.parents:
        for pattern, name in _SYNC_FOLDERS:
            if pattern.fullmatch(folder.name):
                return name
        for mark, name in _SYNC_MARKS:
            if _holds(folder, mark):
                return name
    for variable in _ONEDRIVE_VARIABLES:
        home = environment.get(variable)
        if home and Path(home) in path.parents:
            return "OneDrive"
    return ""


def _holds(folder: Path, mark: str) -> bool:
    try:
        return any(folder.glob(mark)) if "*" in mark else (folder / mark).exists()
    except OSError:
        return False
