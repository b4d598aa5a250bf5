"""The Meetings tab: the month and the list of meetings, and their editor."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.texts import Language
from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.meetings.columns import meeting_columns, month_of
from cabinet_app.gui.meetings.copying import fresh_copy
from cabinet_app.gui.meetings.editor import MeetingEditor
from cabinet_app.gui.meetings.month_bar import BodyFilter, MonthNavigator
from cabinet_app.gui.meetings.month_content import MonthSource
from cabinet_app.gui.meetings.month_view import MonthView
from cabinet_app.gui.record_kind import RecordKind, ViewSpec
from cabinet_app.gui.record_pane import LIST, PaneState, RecordPane
from cabinet_app.gui.record_tab import RecordTab
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.record_model import Sorting
from cabinet_app.services.rows import MeetingRow

if TYPE_CHECKING:
    from cabinet_app.services.meetings import Meetings
    from cabinet_app.services.records import ListQuery, Stored

MONTH = "month"
KEY = "meeting"
SEARCH_WIDTH = 150
FAR = date(9000, 1, 1)


class MeetingsOfBody:
    """The service of the meetings, narrowed to the body that `chosen` answers, None for all."""

    record_type: ClassVar[str] = "meeting"

    def __init__(self, service: "Meetings", chosen: Callable[[], int | None]) -> None:
        self._service = service
        self._chosen = chosen

    def ids(self, query: "ListQuery", /) -> list[int]:
        from cabinet_app.services.meetings import chip_of_body

        body_id = self._chosen()
        if body_id is not None:
            query = replace(query, chips=query.chips | {chip_of_body(body_id)})
        return self._service.ids(query)

    def rows(self, ids: list[int], language: Language, /) -> list[MeetingRow]:
        return self._service.rows(ids, language)

    def get(self, record_id: int, /) -> "Stored[Meeting]":
        return self._service.get(record_id)

    def create(self, record: Meeting, /) -> "Stored[Meeting]":
        return self._service.create(record)

    def update(self, record: Meeting, version: int, /) -> "Stored[Meeting]":
        return self._service.update(record, version)

    def delete(self, record_id: int, version: int | None = None, /) -> None:
        self._service.delete(record_id, version)

    def duplicate(self, record_id: int, /) -> Meeting:
        return fresh_copy(self._service.duplicate(record_id))


class MeetingsTab(RecordTab):
    """Adds the month, its navigator and the body to the pane of the kit."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self._print = context.print_records
        context = replace(context, print_records=self._print_month)
        self._source = MonthSource(context)
        # Both are asked for while the pane is built and its remembered view comes back.
        self.navigator = MonthNavigator(context.t)
        self.body_filter = BodyFilter(context)
        super().__init__(context, "meetings", [self._kind(context)], parent)
        self._extend_bar()
        self.editor.moved.connect(self._open_moved)
        self._view_changed()

    @property
    def meetings(self) -> RecordPane[MeetingRow, Meeting]:
        return self.panes[KEY]

    @property
    def editor(self) -> MeetingEditor:
        editor = self.meetings.editor
        assert isinstance(editor, MeetingEditor)
        return editor

    @property
    def month_view(self) -> MonthView | None:
        """The month, None before it has been looked at."""
        return next((view for view in self.meetings.views.built() if isinstance(view, MonthView)), None)

    def show_today(self) -> None:
        """Put the cursor on today, in the month or in the list."""
        pane = self.meetings
        if pane.views.current == MONTH and self.month_view:
            self.month_view.go_to(self.context.today())
            self.month_view.setFocus()
        else:
            super().show_today()

    def state(self) -> dict[str, PaneState[Any]]:
        states = super().state()
        extra = states[KEY].extra
        if self.month_view is not None:
            extra["day"] = self.month_view.calendar.day.isoformat()
        if self.body_filter.value() is not None:
            extra["body"] = str(self.body_filter.value())
        return states

    def restore(self, state: dict[str, PaneState[Any]]) -> None:
        extra = state[KEY].extra if KEY in state else {}
        super().restore(state)
        if extra.get("body"):
            self.body_filter.set_value(int(extra["body"]))
            self.meetings.reload()
        if extra.get("day") and self.month_view is not None:
            self.month_view.go_to(date.fromisoformat(extra["day"]))

    # Inside.

    def _kind(self, context: GuiContext) -> RecordKind[MeetingRow, Meeting]:
        from cabinet_app.services import meetings as service

        t = context.t
        return RecordKind(
            key=KEY,
            service=MeetingsOfBody(context.cabinet.meetings, self.body_filter.value),
            columns=meeting_columns(context),
            editor=self._make_editor,
            new_draft=self._new_draft,
            search_hint=t.gettext("Body, item or place"),
            chips=[
                Chip(service.CHIP_UPCOMING, t.gettext("Upcoming"), group="time"),
                Chip(service.CHIP_WITHOUT_AGENDA, t.gettext("Without agenda")),
                Chip(
                    service.CHIP_CANCELLED,
                    t.gettext("Called off"),
                    group="time",
                    tip=t.gettext("Cancelled and moved meetings"),
                ),
            ],
            sorting=Sorting("starts_on"),
            group_of=self._band,
            views=[ViewSpec(MONTH, t.gettext("Month"), "calendar-days", self._make_month)],
            first_view=MONTH,
            actions=self._actions,
        )

    def _make_editor(self, parent: QWidget) -> MeetingEditor:
        return MeetingEditor(self.context, parent)

    def _make_month(self, pane: RecordPane[Any, Any], parent: QWidget) -> MonthView:
        view = MonthView(self.context, pane, self._source, parent)
        view.month_shown.connect(self.navigator.show_month)
        self.navigator.show_month(view.month)
        return view

    def _band(self, row: MeetingRow) -> str:
        return month_of(self.context, row)

    def _new_draft(self) -> Meeting:
        day = self.context.today()
        if self.month_view is not None and self.meetings.views.current == MONTH:
            day = self.month_view.calendar.day
        return Meeting(starts_at=datetime.combine(day, time.min), all_day=True)

    def _extend_bar(self) -> None:
        pane = self.meetings
        pane.filter_bar.search.setMinimumWidth(SEARCH_WIDTH)
        pane.filter_bar.add_left(self.navigator)
        pane.filter_bar.add_filter(self.body_filter)
        pane.filter_bar.changed.connect(self._show_chips)
        pane.views.changed.connect(self._view_changed)
        pane.reloaded.connect(self.body_filter.refresh)
        self.navigator.turned.connect(self._turn)
        self.navigator.today_wanted.connect(self.show_today)

    def _actions(self, _pane: RecordPane[MeetingRow, Meeting]) -> list[ActionSpec]:
        t, editor = self.context.t, self.editor
        return [
            ActionSpec(
                "meeting.move",
                t.gettext("Move the meeting…"),
                editor.begin_move,
                icon="calendar-clock",
                reason=editor.why_not_move,
            ),
            ActionSpec(
                "meeting.propose_agenda",
                t.gettext("Propose the agenda"),
                editor.propose_agenda,
                icon="list-checks",
                reason=self._why_no_record,
            ),
        ]

    def _why_no_record(self) -> str:
        return "" if self.editor.has_record else self.context.t.gettext("Choose an entry first.")

    def _open_moved(self, record_id: int) -> None:
        self.meetings.select(record_id)

    def _turn(self, step: int) -> None:
        if self.month_view is not None:
            self.month_view.turn(step)

    def _view_changed(self) -> None:
        self.navigator.setVisible(self.meetings.views.current == MONTH)
        self._show_chips()
        if self.meetings.views.current == LIST and not self.meetings.current_id:
            # The list has no height before it has been shown.
            QTimer.singleShot(0, self, self._scroll_to_today)

    def _show_chips(self) -> None:
        """The chips ask for lists; a month shows those that are on, or nobody could take them off."""
        self.meetings.filter_bar.show_chips(self.meetings.views.current == LIST)

    def _scroll_to_today(self) -> None:
        """The list begins years ago; what comes next is what one looks for."""
        pane = self.meetings
        upcoming = self.context.cabinet.meetings.ids_between(self.context.today(), FAR)
        row = pane.records.records.row_of(upcoming[0]) if upcoming else -1
        if row >= 0:
            index = pane.records.records.index(row, 0)
            pane.records.scrollTo(index, pane.records.ScrollHint.PositionAtTop)

    def _print_month(self, request: PrintRequest) -> None:
        """The print begins with the month that is on the screen."""
        month = None
        if self.month_view is not None and self.meetings.views.current == MONTH:
            month = self.month_view.month
        self._print(replace(request, month=month))
