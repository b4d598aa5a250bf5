"""The Meetings tab: calendars and the list of meetings, and their editor."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.calendar_filter import EVERYTHING
from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.texts import Language
from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.meetings.agenda_view import AgendaView
from cabinet_app.gui.meetings.calendar_bar import BodyFilter, CalendarFilterField, Navigator
from cabinet_app.gui.meetings.calendar_content import CalendarSource
from cabinet_app.gui.meetings.calendar_memory import Kept, filter_words, read_kept
from cabinet_app.gui.meetings.calendar_view import CalendarView
from cabinet_app.gui.meetings.columns import meeting_columns, month_of
from cabinet_app.gui.meetings.copying import fresh_copy
from cabinet_app.gui.meetings.editor import MeetingEditor
from cabinet_app.gui.meetings.month_view import MonthView
from cabinet_app.gui.meetings.series_part import SeriesWish
from cabinet_app.gui.meetings.series_saving import SeriesSaving
from cabinet_app.gui.meetings.week_view import TimetableView
from cabinet_app.gui.meetings.year_view import YearView
from cabinet_app.gui.record_kind import RecordKind, ViewSpec
from cabinet_app.gui.record_pane import LIST, PaneState, RecordPane
from cabinet_app.gui.record_tab import RecordTab
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.record_model import Sorting
from cabinet_app.services.rows import MeetingRow

if TYPE_CHECKING:
    from cabinet_app.domain.calendar_filter import CalendarFilter
    from cabinet_app.services.meetings import Meetings
    from cabinet_app.services.records import ListQuery, Stored
    from cabinet_app.services.series import Outcome

MONTH, WEEK, DAY, AGENDA, YEAR = "month", "week", "day", "agenda", "year"
KEY = "meeting"
REMEMBERED = "meetings.calendar"
PRINTS = {
    MONTH: "calendar-month",
    WEEK: "calendar-week",
    DAY: "calendar-agenda",
    AGENDA: "calendar-agenda",
    YEAR: "calendar-year",
}
"""The print that looks like the view in front."""
SEARCH_WIDTH = 84
NARROW = 1100
"""Below this width the bar leaves out what has a key of its own."""
FAR = date(9000, 1, 1)


class FilteredMeetings:
    """The service of the meetings, narrowed by the filter that `chosen` answers, None for all."""

    record_type: ClassVar[str] = "meeting"

    def __init__(
        self, service: "Meetings", chosen: "Callable[[], CalendarFilter | None]", saving: SeriesSaving
    ) -> None:
        self._service = service
        self._chosen = chosen
        self._saving = saving

    def ids(self, query: "ListQuery", /) -> list[int]:
        found = self._service.ids(query)
        wanted = self._chosen()
        if wanted is None:
            return found
        from cabinet_app.services.calendar_rows import passing_ids

        passing = passing_ids(self._service.store, wanted)
        return [meeting_id for meeting_id in found if meeting_id in passing]

    def rows(self, ids: list[int], language: Language, /) -> list[MeetingRow]:
        return self._service.rows(ids, language)

    def get(self, record_id: int, /) -> "Stored[Meeting]":
        return self._service.get(record_id)

    def create(self, record: Meeting, /) -> "Stored[Meeting]":
        return self._saving.create(record)

    def update(self, record: Meeting, version: int, /) -> "Stored[Meeting]":
        return self._saving.update(record, version)

    def delete(self, record_id: int, version: int | None = None, /) -> None:
        self._service.delete(record_id, version)

    def duplicate(self, record_id: int, /) -> Meeting:
        return fresh_copy(self._service.duplicate(record_id))


class MeetingsTab(RecordTab):
    """Adds the calendars, their navigator and their filter to the pane of the kit."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self._print = context.print_records
        context = replace(context, print_records=self._print_calendar)
        self._source = CalendarSource(context)
        self._source.listen()
        self._front: CalendarView | None = None
        # These are asked for while the pane is built and its remembered view comes back.
        self.navigator = Navigator(context.t)
        self.calendar_filter = CalendarFilterField(context)
        self._take_kept(read_kept(context.settings.windows.get(REMEMBERED, "")))
        super().__init__(context, "meetings", [self._kind(context)], parent)
        self.destroyed.connect(self._source.stop)
        self._extend_bar()
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
    def body_filter(self) -> BodyFilter:
        return self.calendar_filter.body

    @property
    def month_view(self) -> MonthView | None:
        """The month, None before it has been looked at."""
        return next((view for view in self.meetings.views.built() if isinstance(view, MonthView)), None)

    @property
    def calendar(self) -> CalendarView | None:
        """The calendar in front, None while the list is."""
        widget = self.meetings.views.current_widget()
        return widget if isinstance(widget, CalendarView) else None

    def show_today(self) -> None:
        """Put the cursor on today, in the calendar or in the list."""
        if self.calendar is not None:
            self.calendar.go_to(self.context.today())
            self.calendar.setFocus()
        else:
            super().show_today()

    def state(self) -> dict[str, PaneState[Any]]:
        states = super().state()
        states[KEY].extra.update(filter_words(self._kept()))
        if self._front is not None:
            states[KEY].extra["day"] = self._front.day.isoformat()
        return states

    def restore(self, state: dict[str, PaneState[Any]]) -> None:
        extra = state[KEY].extra if KEY in state else {}
        super().restore(state)
        kept = read_kept(extra)
        if kept != self._kept():
            self._take_kept(kept)
            self.meetings.reload()
        if extra.get("day") and self.calendar is not None:
            self.calendar.go_to(date.fromisoformat(extra["day"]))

    def remember(self) -> None:
        super().remember()
        self.context.settings.windows[REMEMBERED] = json.dumps(filter_words(self._kept()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the bar keeps to what has no key of its own."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        self.navigator.today_button.setVisible(not is_narrow)
        self.calendar_filter.set_compact(is_narrow)

    # Inside.

    def _kind(self, context: GuiContext) -> RecordKind[MeetingRow, Meeting]:
        from cabinet_app.services import meetings as service

        t = context.t
        saving = SeriesSaving(context, self._series_wish, self._tell_outcome)
        return RecordKind(
            key=KEY,
            service=FilteredMeetings(context.cabinet.meetings, self.calendar_filter.value, saving),
            columns=meeting_columns(context),
            editor=self._make_editor,
            new_draft=self._new_draft,
            search_hint=t.gettext("Body, item or place"),
            chips=[
                Chip(service.CHIP_UPCOMING, t.gettext("Upcoming"), group="time"),
                Chip(service.CHIP_WITHOUT_AGENDA, t.gettext("Without agenda")),
                Chip(service.CHIP_SERIES, t.gettext("In a series")),
                Chip(
                    service.CHIP_CANCELLED,
                    t.gettext("Called off"),
                    group="time",
                    tip=t.gettext("Cancelled and moved meetings"),
                ),
            ],
            sorting=Sorting("starts_on"),
            group_of=self._band,
            views=[
                ViewSpec(MONTH, t.gettext("Month"), "calendar-days", self._make_month),
                ViewSpec(WEEK, t.gettext("Week"), "calendar-days", self._make_week),
                ViewSpec(DAY, t.gettext("Day"), "calendar-days", self._make_day),
                ViewSpec(AGENDA, t.pgettext("calendar view", "Agenda"), "calendar-days", self._make_agenda),
                ViewSpec(YEAR, t.gettext("Year"), "calendar-days", self._make_year),
            ],
            first_view=MONTH,
            actions=self._actions,
        )

    def _series_wish(self) -> SeriesWish:
        return self.editor.series_wish()

    def _tell_outcome(self, outcome: "Outcome") -> None:
        self.editor.tell_outcome(outcome)

    def _make_editor(self, parent: QWidget) -> MeetingEditor:
        editor = MeetingEditor(self.context, parent)
        editor.moved.connect(self._open_moved)
        return editor

    def _make_month(self, pane: RecordPane[Any, Any], parent: QWidget) -> QWidget:
        return self._connected(MonthView(self.context, pane, self._source, parent))

    def _make_week(self, pane: RecordPane[Any, Any], parent: QWidget) -> QWidget:
        return self._connected(TimetableView(self.context, pane, self._source, parent))

    def _make_day(self, pane: RecordPane[Any, Any], parent: QWidget) -> QWidget:
        return self._connected(TimetableView(self.context, pane, self._source, parent, days=1))

    def _make_agenda(self, pane: RecordPane[Any, Any], parent: QWidget) -> QWidget:
        return self._connected(AgendaView(self.context, pane, self._source, parent))

    def _make_year(self, pane: RecordPane[Any, Any], parent: QWidget) -> QWidget:
        view = YearView(self.context, pane, self._source, parent)
        view.day_opened.connect(self._show_day)
        return self._connected(view)

    def _connected(self, view: CalendarView) -> CalendarView:
        view.shown.connect(self._name_days)
        view.today_wanted.connect(self.show_today)
        return view

    def _name_days(self) -> None:
        if self.calendar is not None:
            self.navigator.show_span(self.calendar.span)

    def _show_day(self, day: date) -> None:
        self.meetings.views.show_view(DAY)
        if self.calendar is not None:
            self.calendar.go_to(day)
            self.calendar.setFocus()

    def _band(self, row: MeetingRow) -> str:
        return month_of(self.context, row)

    def _new_draft(self) -> Meeting:
        day = self.calendar.day if self.calendar is not None else self.context.today()
        return Meeting(starts_at=datetime.combine(day, time.min), all_day=True)

    def _extend_bar(self) -> None:
        pane = self.meetings
        pane.filter_bar.search.setMinimumWidth(SEARCH_WIDTH)
        pane.filter_bar.add_left(self.navigator)
        pane.filter_bar.add_filter(self.calendar_filter)
        # The calendars read by the filter, so it has to reach them before the pane asks for the list.
        self.calendar_filter.edited.connect(self._filter_calendars)
        self.calendar_filter.holidays_edited.connect(self._holidays_chosen)
        pane.filter_bar.changed.connect(self._filter_calendars)
        pane.filter_bar.changed.connect(self._show_chips)
        pane.views.changed.connect(self._view_changed)
        pane.reloaded.connect(self.body_filter.refresh)
        self.navigator.turned.connect(self._turn)
        self.navigator.today_wanted.connect(self.show_today)

    def _filter_calendars(self) -> None:
        wanted = self.calendar_filter.value() or EVERYTHING
        countries = tuple(self.calendar_filter.holidays.value())
        if (wanted, countries) != (self._source.filter, self._source.countries):
            self._source.choose(wanted, countries)
            if self.calendar is not None:
                self.calendar.refresh()

    def _holidays_chosen(self) -> None:
        self._filter_calendars()

    def _kept(self) -> Kept:
        return Kept(self.calendar_filter.value() or EVERYTHING, tuple(self.calendar_filter.holidays.value()))

    def _take_kept(self, kept: Kept) -> None:
        self.calendar_filter.set_value(kept.filter)
        self.calendar_filter.holidays.set_value(list(kept.countries))
        self._source.choose(kept.filter, kept.countries)

    def _actions(self, _pane: RecordPane[MeetingRow, Meeting]) -> list[ActionSpec]:
        t = self.context.t
        return [
            ActionSpec(
                "meeting.move",
                t.gettext("Move the meeting…"),
                self._begin_move,
                icon="calendar-clock",
                reason=self._why_not_move,
            ),
            ActionSpec(
                "meeting.propose_agenda",
                t.gettext("Propose the agenda"),
                self._propose_agenda,
                icon="list-checks",
                reason=self._why_no_record,
            ),
        ]

    def _begin_move(self) -> None:
        self.editor.begin_move()

    def _propose_agenda(self) -> None:
        self.editor.propose_agenda()

    def _why_not_move(self) -> str:
        return self._why_no_record() or self.editor.why_not_move()

    def _why_no_record(self) -> str:
        return "" if self.meetings.has_record else self.context.t.gettext("Choose an entry first.")

    def _open_moved(self, record_id: int) -> None:
        self.meetings.select(record_id)

    def _turn(self, step: int) -> None:
        if self.calendar is not None:
            self.calendar.turn(step)

    def _view_changed(self) -> None:
        """The new view shows the day on which the one before it stood."""
        before, self._front = self._front, self.calendar or self._front
        self.navigator.setVisible(self.calendar is not None)
        if self.calendar is not None:
            if before is not None and before is not self.calendar:
                self.calendar.go_to(before.day)
            self._name_days()
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

    def _print_calendar(self, request: PrintRequest) -> None:
        """The print begins with the style, the days and the filter of the view in front."""
        view = self.calendar
        if view is None:
            self._print(request)
            return
        first, last = view.span
        current, wanted = self.meetings.views.current, self.calendar_filter.value() or EVERYTHING
        self._print(
            replace(
                request,
                kind=request.kind or PRINTS[current],
                month=first if current == MONTH else None,
                first=first,
                last=last,
                groups=tuple(wanted.bodies),
                person_id=wanted.person_id,
            )
        )
