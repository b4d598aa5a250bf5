"""What every test stands on: no display, untimed properties, a real register in a file of its own."""

import gc
import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("KABINET_TEST_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

# Property tests say what is right, never how fast: a busy machine is no fault.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def _shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What one process of this run has made, the others may copy."""
    own = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KABINET_TEST_SHARED", str(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own))
        yield


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings and data of the person who runs it."""
    monkeypatch.setenv("KABINET_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def cabinet(tmp_path: Path) -> Iterator["Cabinet"]:
    """An empty register in a real file, with all its services."""
    from cabinet_app.db.opening import open_store
    from cabinet_app.services.cabinet import Cabinet
    from tests.blank_register import blank_register

    opened = Cabinet(open_store(blank_register(tmp_path / "register.kabinet")))
    yield opened
    opened.close()


_COLLECT_AFTER = 30_000
_ROUNDS = 20


def pytest_sessionstart() -> None:
    """As in the program: a Qt object in a cycle must not be deleted by a thread beside the window."""
    gc.disable()


def pytest_runtest_teardown() -> None:
    new, young, old = gc.get_count()
    if new > _COLLECT_AFTER:
        gc.collect(2 if old > _ROUNDS else 1 if young > _ROUNDS else 0)
