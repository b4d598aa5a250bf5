"""What records of the directory are called, looked up once and forgotten when something changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cabinet_app.domain.places import Place
from cabinet_app.errors import RecordNotFound
from cabinet_app.gui.context import GuiContext

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change


class Names:
    """Names for the cells and headlines of one editor (`owner`)."""

    def __init__(self, context: GuiContext, owner: QObject) -> None:
        self._context = context
        self._known: dict[tuple[str, int], str] = {}
        self._places: dict[int, Place | None] = {}
        context.cabinet.changes.subscribe(self._forget)
        owner.destroyed.connect(self._leave)

    def of(self, record_type: str, record_id: int | None) -> str:
        """The name of a record, empty if there is none."""
        if not record_id:
            return ""
        key = (record_type, record_id)
        if key not in self._known:
            choice = self._context.cabinet.records(record_type).choice(record_id, self._context.language)
            self._known[key] = choice.title if choice else ""
        return self._known[key]

    def place(self, place_id: int | None) -> Place | None:
        """The whole record of a place, None if there is none."""
        if not place_id:
            return None
        if place_id not in self._places:
            try:
                self._places[place_id] = self._context.cabinet.places.get(place_id).record
            except RecordNotFound:
                self._places[place_id] = None
        return self._places[place_id]

    def _forget(self, _change: "Change") -> None:
        self._known.clear()
        self._places.clear()

    def _leave(self, *_owner: object) -> None:
        self._context.cabinet.changes.unsubscribe(self._forget)
