"""Empty registers for tests, copied from one that is made once: to make its hundred tables takes a while."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cabinet_app.db.opening import create_file


@cache
def _blank() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.kabinet"
        create_file(path)
        return path.read_bytes()


def blank_register(path: Path) -> Path:
    """An empty register of this version at `path`, as `create_file` makes it."""
    path.touch(mode=0o600)
    path.write_bytes(_blank())
    return path
