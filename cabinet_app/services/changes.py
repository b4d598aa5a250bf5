"""What a mutation changed, told to whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cabinet_app.domain.texts import LocalizedText


class Act(StrEnum):
    """What a step of the journal did."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    MERGE = "merge"
    IMPORT = "import"
    SAMPLE = "sample"
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


class Changes:
    """Tells observers of every stored step, in the order they subscribed."""

    def __init__(self) -> None:
        self._observers: list[Observer] = []

    def subscribe(self, observer: Observer) -> None:
        """Call `observer` after every step from now on."""
        self._observers.append(observer)

    def unsubscribe(self, observer: Observer) -> None:
        """No longer call `observer`; nothing happens if it was not subscribed."""
        if observer in self._observers:
            self._observers.remove(observer)

    def tell(self, change: Change) -> None:
        """Call every observer with `change`."""
        for observer in tuple(self._observers):
            observer(change)
