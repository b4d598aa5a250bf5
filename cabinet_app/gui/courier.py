"""Brings calls from other threads into the thread of the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot


class Courier(QObject):
    """Calls at once what comes from its own thread, and as soon as that is free what comes from another."""

    _handed_over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handed_over.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def __call__(self, call: Callable[[], None]) -> None:
        if QThread.currentThread() is self.thread():
            call()
        else:
            self._handed_over.emit(call)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        call()
