"""What a mutation changed, told to whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from cabinet_app.domain.texts import LocalizedText


class Act(StrEnum):
    """What a step of the journal did; CONTINUE is the program's own and is not taken back by `undo`."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    MERGE = "merge"
    IMPORT = "import"
    SAMPLE = "sample"
    CONTINUE = "continue"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Label:
    """What a step did to what, to be put in words where it is shown; `count` records were touched."""

    act: Act
    record_type: str
    headline: LocalizedText
    count: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One step that has been stored: the records it touched by type, and its label."""

    label: Label
    ids: dict[str, tuple[int, ...]]
    entry_id: int

    def touches(self, record_type: str) -> bool:
        """Whether a record of this type was created, changed or deleted."""
        return record_type in self.ids


Observer = Callable[[Change], None]


def at_once(tell: Callable[[], None]) -> None:
    """The courier of a register without a window."""
    tell()


class Changes:
    """Tells observers of every stored step, in the order they subscribed.

    A step may be stored by a thread beside the window; the `courier` is given the telling, to do it where
    the observers live.
    """

    def __init__(self) -> None:
        self._observers: list[Observer] = []
        self.courier: Callable[[Callable[[], None]], None] = at_once

    def subscribe(self, observer: Observer) -> None:
        """Call `observer` after every step from now on."""
        self._observers.append(observer)

    def unsubscribe(self, observer: Observer) -> None:
        """No longer call `observer`; nothing happens if it was not subscribed."""
        if observer in self._observers:
            self._observers.remove(observer)

    def tell(self, change: Change) -> None:
        """Call every observer with `change`, by way of the courier."""
        self.courier(partial(self._tell_all, change))

    def _tell_all(self, change: Change) -> None:
        for observer in tuple(self._observers):
            observer(change)
