"""Lets Python collect its garbage in the window's thread alone.

A cycle that holds the wrapper of a Qt object may come to its end in whichever thread allocates next; deleted
in another thread than its own, a Qt object takes the program down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

# Loading the services makes half a million objects that stay; the usual 700 had them gone through 200 times.
COLLECT_AFTER = 20_000
_EVERY_MS = 500
_YOUNGER_ROUNDS = 20


class Collector(QObject):
    """Takes collecting over from the interpreter for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what is due, the old generations now and then."""
        new, young, old = gc.get_count()
        if new > COLLECT_AFTER:
            gc.collect(2 if old > _YOUNGER_ROUNDS else 1 if young > _YOUNGER_ROUNDS else 0)

    def end(self) -> None:
        """Give it back."""
        self._timer.stop()
        gc.enable()
