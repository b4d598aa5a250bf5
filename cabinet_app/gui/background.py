"""Slow work outside the window's thread: prints, imports, copies, with progress and a way to stop.

background.run(work, done, failed)

work(progress) -> result; progress(3, 12) tells how far it is, and stops the work if it was cancelled.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")
Progress = Callable[[int, int], None]
WAIT_MS = 5000


class Cancelled(Exception):
    """The work was stopped by the person who had asked for it."""


class Task(QObject):
    """A piece of work that is under way; `progressed` arrives in the window's thread."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._done = done
        self._failed = failed
        self._is_cancelled = False
        self._result: Any = None
        self._error: Exception | None = None

    def cancel(self) -> None:
        """Stop at the next step of the work; neither `done` nor `failed` will be called."""
        self._is_cancelled = True

    def perform(self) -> None:
        """Do the work in the calling thread."""
        try:
            self._result = self._work(self._tell)
        except Cancelled:
            self._is_cancelled = True
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for the work
            self._error = error
        self.ended.emit()

    def answer(self) -> None:
        """Call `done` or `failed`; in the window's thread."""
        if self._is_cancelled:
            return
        if self._error is None:
            self._done(self._result)
        else:
            self._failed(self._error)

    def _tell(self, done: int, total: int) -> None:
        if self._is_cancelled:
            raise Cancelled
        self.progressed.emit(done, total)


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.perform()


class Background(QObject):
    """A pool of two threads; tasks are kept alive until their end has been told."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: list[Task] = []

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Begin `work`; `done` or `failed` is called in the window's thread and kept until then."""
        task = Task(work, done, failed or _raise, self)
        # By way of this object, which lives in the window: a plain callable would be called over there.
        task.ended.connect(self._end)
        self._running.append(task)
        self.busy_changed.emit(True)
        self._pool.start(_Runner(task))
        return task

    def wait(self) -> None:
        """Stop what is under way and let the pool come to rest."""
        for task in self._running:
            task.cancel()
        self._pool.waitForDone(WAIT_MS)

    @Slot()
    def _end(self) -> None:
        task = self.sender()
        if not isinstance(task, Task):
            return
        self._running.remove(task)
        self.busy_changed.emit(self.is_busy)
        task.deleteLater()
        task.answer()


def _raise(error: Exception) -> None:
    raise error
