"""Registers with the sample in them, filled once for each day and copied for every test that wants one."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cabinet_app.db.opening import open_store
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.sample import fill_sample
from tests.blank_register import blank_register


@cache
def _filled(today: date) -> bytes:
    with TemporaryDirectory() as folder:
        path = blank_register(Path(folder) / "filled.kabinet")
        cabinet = Cabinet(open_store(path))
        fill_sample(cabinet, today)
        cabinet.close()
        return path.read_bytes()


def filled_register(path: Path, today: date) -> Path:
    """The sample register of `today` at `path`."""
    path.touch(mode=0o600)
    path.write_bytes(_filled(today))
    return path
