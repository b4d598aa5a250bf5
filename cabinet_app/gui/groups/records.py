"""The groups as a pane asks for them: organizations for reading and writing, judged rows for the list."""

from typing import TYPE_CHECKING, ClassVar

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.texts import Language
from cabinet_app.gui.context import GuiContext
from cabinet_app.services.rows import GroupRow

if TYPE_CHECKING:
    from cabinet_app.services.records import ListQuery, Stored


class GroupRecords:
    """Judges as of the window's today."""

    record_type: ClassVar[str] = "organization"

    def __init__(self, context: GuiContext) -> None:
        self._groups = context.cabinet.groups
        self._organizations = context.cabinet.organizations
        self._today = context.today

    def ids(self, query: "ListQuery", /) -> list[int]:
        return self._groups.ids(query)

    def rows(self, ids: list[int], language: Language, /) -> list[GroupRow]:
        return self._groups.rows(ids, language, self._today())

    def get(self, record_id: int, /) -> "Stored[Organization]":
        return self._organizations.get(record_id)

    def create(self, record: Organization, /) -> "Stored[Organization]":
        return self._organizations.create(record)

    def update(self, record: Organization, version: int, /) -> "Stored[Organization]":
        return self._organizations.update(record, version)

    def delete(self, record_id: int, version: int | None = None, /) -> None:
        self._organizations.delete(record_id, version)

    def duplicate(self, record_id: int, /) -> Organization:
        return self._organizations.duplicate(record_id)
