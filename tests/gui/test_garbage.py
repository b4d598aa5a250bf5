"""Qt objects in cycles are never deleted by a thread beside the window."""

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from cabinet_app.gui.garbage import COLLECT_AFTER, Collector


class Knot:
    def __init__(self) -> None:
        self.itself = self


def litter() -> "weakref.ref[Knot]":
    return weakref.ref(Knot())


def test_a_busy_thread_beside_the_window_collects_nothing(qtbot: QtBot):
    was_enabled = gc.isenabled()
    collector = Collector()
    try:
        gc.collect()
        knot = litter()
        kept: list[list[int]] = []
        worker = threading.Thread(target=lambda: kept.extend([] for _ in range(COLLECT_AFTER * 3)))
        worker.start()
        worker.join()
        assert knot() is not None
        qtbot.waitUntil(lambda: knot() is None, timeout=5000)
    finally:
        collector.end()
        if not was_enabled:
            gc.disable()
