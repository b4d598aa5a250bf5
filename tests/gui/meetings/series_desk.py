"""A pane of meetings without calendars, for tests of what the editor does to series."""

from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.texts import Language
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.columns import meeting_columns
from cabinet_app.gui.meetings.copying import fresh_copy
from cabinet_app.gui.meetings.editor import MeetingEditor
from cabinet_app.gui.meetings.series_saving import SeriesSaving
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.widgets.record_model import Sorting


class PlainMeetings:
    """The service of the meetings as the tab has it, without its filter."""

    record_type: ClassVar[str] = "meeting"

    def __init__(self, context: GuiContext) -> None:
        self._service = context.cabinet.meetings
        self.editor: MeetingEditor | None = None
        self._saving = SeriesSaving(context, self._wish, self._tell)

    def ids(self, query: Any, /) -> list[int]:
        return self._service.ids(query)

    def rows(self, ids: list[int], language: Language, /) -> list[Any]:
        return self._service.rows(ids, language)

    def get(self, record_id: int, /) -> Any:
        return self._service.get(record_id)

    def create(self, record: Meeting, /) -> Any:
        return self._saving.create(record)

    def update(self, record: Meeting, version: int, /) -> Any:
        return self._saving.update(record, version)

    def delete(self, record_id: int, version: int | None = None, /) -> None:
        self._service.delete(record_id, version)

    def duplicate(self, record_id: int, /) -> Meeting:
        return fresh_copy(self._service.duplicate(record_id))

    def make_editor(self, context: GuiContext, parent: QWidget) -> MeetingEditor:
        self.editor = MeetingEditor(context, parent)
        return self.editor

    def _wish(self) -> Any:
        assert self.editor
        return self.editor.series_wish()

    def _tell(self, outcome: Any) -> None:
        assert self.editor
        self.editor.tell_outcome(outcome)


def meeting_kind(context: GuiContext) -> RecordKind[Any, Meeting]:
    """The kind of the tab, with the list alone."""
    service = PlainMeetings(context)
    return RecordKind(
        key="meeting",
        service=service,
        columns=meeting_columns(context),
        editor=lambda parent: service.make_editor(context, parent),
        new_draft=lambda: Meeting(
            starts_at=datetime.combine(context.today(), datetime.min.time()), all_day=True
        ),
        search_hint="",
        sorting=Sorting("starts_on"),
    )


def meeting_pane(context: GuiContext) -> RecordPane[Any, Meeting]:
    """The pane; another meeting that the editor speaks of is shown in it."""
    pane = RecordPane(context, meeting_kind(context))
    editor = pane.editor
    assert isinstance(editor, MeetingEditor)
    editor.moved.connect(pane.select)
    return pane
