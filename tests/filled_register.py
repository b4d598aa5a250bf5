"""Registers with the sample in them, filled once for each day and copied for every test that wants one."""

import os
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cabinet_app.db.opening import open_store
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.sample import fill_sample
from tests.blank_register import blank_register

# Set for a run of the tests: the folder all its processes share.
SHARED = "KABINET_TEST_SHARED"


@cache
def _filled(today: date) -> bytes:
    shared = os.environ.get(SHARED)
    kept = Path(shared) / f"filled-{today}.kabinet" if shared else None
    if kept and kept.exists():
        return kept.read_bytes()
    with TemporaryDirectory(dir=shared) as folder:
        path = blank_register(Path(folder) / "filled.kabinet")
        cabinet = Cabinet(open_store(path))
        fill_sample(cabinet, today)
        cabinet.close()
        data = path.read_bytes()
        # Two processes may fill at once: each puts a whole file there, and either will do.
        if kept:
            path.replace(kept)
        return data


def filled_register(path: Path, today: date) -> Path:
    """The sample register of `today` at `path`."""
    path.touch(mode=0o600)
    path.write_bytes(_filled(today))
    return path
