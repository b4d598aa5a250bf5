"""Hears of every step of the register for as long as a widget lives."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from cabinet_app.services.changes import Changes, Observer


def hear(changes: "Changes", observer: "Observer", owner: QObject) -> None:
    """Call `observer` after every step until `owner` is destroyed."""
    changes.subscribe(observer)
    owner.destroyed.connect(_Unsubscriber(changes, observer))


class _Unsubscriber:
    def __init__(self, changes: "Changes", observer: "Observer") -> None:
        self._changes = changes
        self._observer = observer

    def __call__(self, *_object: object) -> None:
        self._changes.unsubscribe(self._observer)
