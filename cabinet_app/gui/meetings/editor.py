"""The editor of a meeting: when, where and how often, agenda, votes, attendance, notes and sources."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.meetings import Meeting, MeetingKind, MeetingMode, MeetingStatus, Visibility
from cabinet_app.domain.places import PlaceKind
from cabinet_app.errors import RecordNotFound, UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import EditorState, Headline, RecordEditor
from cabinet_app.gui.meetings.agenda_field import AgendaField
from cabinet_app.gui.meetings.attendance import (
    AttendanceTable,
    PeopleNames,
    count_words,
    from_members,
    voting_present,
)
from cabinet_app.gui.meetings.bodies_field import BodiesField
from cabinet_app.gui.meetings.conflict_field import ClashNoteField
from cabinet_app.gui.meetings.item_panel import ItemPanel
from cabinet_app.gui.meetings.judging import errors, notes
from cabinet_app.gui.meetings.move_row import MoveRow
from cabinet_app.gui.meetings.moving import MovedLinks, move_meeting
from cabinet_app.gui.meetings.number_field import SessionNumberField
from cabinet_app.gui.meetings.series_part import SCOPE, SeriesPart, SeriesWish
from cabinet_app.gui.meetings.surroundings import Surroundings
from cabinet_app.gui.meetings.when_fields import Span, WhenFields
from cabinet_app.gui.meetings.words import OFF, numbered, status_spec, when
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit, TimeEdit
from cabinet_app.gui.widgets.fields import TextArea, TextField
from cabinet_app.gui.widgets.form import Finding, Form, Severity
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import person_picker, place_picker
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from cabinet_app.services.series import Outcome


class MeetingEditor(RecordEditor[Meeting]):
    """`moved` is sent with the id of another meeting to be shown, such as one that took this one's place."""

    moved = Signal(object)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self._surroundings = Surroundings(context)
        self._names = PeopleNames(context)
        self._next_numbers: dict[int, str] = {}
        self._names_of_bodies: dict[int, tuple[str, str]] = {}
        self._extra: object = None
        self._is_restoring = False
        super().__init__(context, parent)

    # The form.

    def build(self, form: Form) -> None:
        self._build_basics()
        self._build_conduct()
        t = self.t
        self.agenda_section = self.section("agenda", t.gettext("Agenda"))
        self.agenda = AgendaField(self.context)
        self.bind("agenda", "", self.agenda, wide=True)
        self.votes_section = self.section("outcome", t.gettext("Resolutions"))
        self.panel = ItemPanel(self.context, form, self.agenda)
        self.panel.edited.connect(self._edited)
        self._build_attendance()
        self.section("notes", t.gettext("Notes"))
        self.bind("notes", t.gettext("Notes"), TextArea())
        self.bind("sources", t.gettext("Sources"), source_table(t), wide=True)

    def _build_basics(self) -> None:
        t, context = self.t, self.context
        basics = self.section("basics", t.gettext("Basics"))
        self.move_button = text_button(t.gettext("Move…"), kind="quiet", icon_name="calendar-clock")
        self.move_button.clicked.connect(self.begin_move)
        basics.add_button(self.move_button)
        self.move_row = MoveRow(t, context.today)
        self.move_row.move_wanted.connect(self._move)
        self.move_row.closed.connect(self._move_closed)
        self.form.add_widget(self.move_row)
        self.moved_links = MovedLinks(context)
        self.moved_links.opened.connect(self.moved)
        self.form.add_widget(self.moved_links)
        self.bodies = BodiesField(context)
        self.bind("bodies", t.gettext("Body"), self.bodies)
        self.bind("title", t.gettext("Title"), LocalizedEdit(t))
        self.number = SessionNumberField(t)
        self.bind("number", t.gettext("No."), self.number)
        self.bind("kind", t.gettext("Kind"), EnumCombo(MeetingKind, self._word))
        self._build_when()
        self.series = SeriesPart(context, self)
        self.series.build(self.form, self.banner)
        self.series.edited.connect(self._edited)
        self.series.save_wanted.connect(self.save_requested)
        self.series.discard_wanted.connect(self._discard_quietly)
        self.series.opened.connect(self.moved)
        self.clash_note = ClashNoteField(t)
        self.clash_row = self.bind("clash_note", t.gettext("Accepted because"), self.clash_note)
        self.bind("status", t.gettext("Status"), EnumCombo(MeetingStatus, self._word))
        platform = TextField(placeholder=t.gettext("Platform"))
        platform.setAccessibleName(t.gettext("Platform"))
        self.bind_line(
            t.gettext("Mode"),
            {"mode": EnumCombo(MeetingMode, self._word), "platform": platform},
            stretch=True,
        )
        self.bind("place_id", t.gettext("Place"), place_picker(context, kind=PlaceKind.VENUE))
        self.bind("visibility", t.gettext("Visibility"), EnumCombo(Visibility, self._word))

    def _build_when(self) -> None:
        t = self.t
        self.when = WhenFields(t, self.context.today, self)
        self.watch("starts_at", cast("QWidget", self.when), t.gettext("Date"))
        self.form.add_line(
            t.gettext("Date"), {"starts_at": self.when.day, "last_day": self.when.last_day}, between="–"
        )
        self.form.add_line(
            t.gettext("Time"), {"start_time": self.when.start, "ends_at": self.when.end_part}, between="–"
        )

    def _build_conduct(self) -> None:
        t, context = self.t, self.context
        self.section("conduct", t.gettext("Conduct"))
        self.bind("chair_id", t.gettext("Chair"), person_picker(context))
        self.bind("minute_taker_id", t.gettext("Minute taker"), person_picker(context))
        self.bind("convened_on", t.gettext("Convened on"), DateEdit(t, context.today, has_echo=False))
        closed = TimeEdit(t)
        closed.setAccessibleName(t.gettext("Closed at"))
        self.bind_line(
            t.gettext("Opened, closed"), {"opened_at": TimeEdit(t), "closed_at": closed}, between="–"
        )

    def _build_attendance(self) -> None:
        t = self.t
        self.attendance_section = self.section("attendance", t.gettext("Attendance"))
        self.members_button = text_button(t.gettext("List the members"), kind="link")
        self.members_button.clicked.connect(self.list_members)
        self.attendance_section.add_button(self.members_button)
        self.attendance = AttendanceTable(self.context, self._names)
        self.bind("attendance", "", self.attendance, wide=True)

    # What the base asks.

    def restore(self, state: EditorState[Meeting]) -> None:
        self._surroundings.forget()
        self._next_numbers.clear()
        self._names_of_bodies.clear()
        self.move_row.hide()
        self.moved_links.show_meeting(state.base)
        self._extra = state.extra
        self._is_restoring = True
        super().restore(state)
        self._is_restoring = False
        self.series.tell_left()

    def state(self) -> EditorState[Meeting] | None:
        state = super().state()
        return None if state is None else replace(state, extra=self.series.kept())

    @property
    def is_dirty(self) -> bool:
        return super().is_dirty or (self.has_record and self.series.is_changed)

    def may_delete(self) -> bool:
        return self.series.may_delete()

    def show_errors(self, findings: Sequence[Finding], sentence: str = "") -> None:
        """As ever; the question whom a change is for is asked when nothing else stands in the way."""
        rest = [finding for finding in findings if finding.field != SCOPE]
        if len(rest) < len(findings) and not any(one.severity is Severity.ERROR for one in rest):
            self.form.show_findings(rest)
            self._scroll_to_top()
            self.series.ask_scope()
        else:
            super().show_errors(rest, sentence)

    def series_wish(self) -> SeriesWish:
        """What the saving shall do with the series."""
        return self.series.wish()

    def tell_outcome(self, outcome: "Outcome") -> None:
        """Hear what a change of the series has left as it was."""
        self.series.remember(outcome)

    def headline(self, draft: Meeting) -> Headline:
        name, short = self._body_names(self._lead(draft))
        title = draft.title.shown(self.t.language)
        parts = [when(draft, self.t), name if title or short != name else "", draft.platform]
        subtitle = " · ".join(part for part in parts if part)
        return title or numbered(short, draft.number), subtitle, status_spec(draft.status, self.t)

    def check(self, draft: Meeting) -> Sequence[Finding]:
        found = [
            *errors(draft, self.t),
            *notes(draft, self.context.today(), self.t),
            *self._surroundings.notes(draft),
            *self.series.findings(self.base, draft),
        ]
        # Of several about votes, the one about the item on the screen is said first.
        return sorted(found, key=lambda finding: finding.field != f"votes[{self.panel.place}]")

    def fill(self, draft: Meeting) -> None:
        self.when.show_span(Span(draft.starts_at, draft.ends_at, draft.all_day))
        if self._is_restoring:
            self.series.load(draft, self._extra)
        self.series.fill(draft)
        self._show_clashes(draft)
        lead = self._lead(draft)
        suggested = self._next_number(lead) if lead else ""
        is_counted = draft.kind is not MeetingKind.MEETING or suggested != "1"
        self.number.suggest(suggested if is_counted else "")
        self._names.learn(one.person_id for one in draft.attendance)
        self.agenda.propose_for(draft.number or suggested)
        self.panel.show_votes(draft.agenda_votes, voting_present(draft.attendance))
        self.agenda_section.set_count(str(len(draft.agenda) or ""))
        decided = sum(len(item.decisions) for item in draft.agenda)
        self.votes_section.set_count(str(decided or ""))
        self.attendance_section.set_count(count_words(draft.attendance))
        self.members_button.setVisible(not draft.attendance and lead is not None)
        self.move_button.setVisible(not self.why_not_move())

    def collect(self, draft: Meeting) -> None:
        span = self.when.span()
        draft.starts_at, draft.ends_at, draft.all_day = span.starts_at, span.ends_at, span.all_day
        draft.agenda_votes = self.panel.agenda_votes()

    def jump_to(self, field: str) -> bool:
        """Also to a vote or a resolution: `votes[2]` is one of the third item, `votes[-1]` of the agenda."""
        name, _, place = field.partition("[")
        if name in {"votes", "decisions"} and place:
            self.panel.choose(int(place.rstrip("]")))
        return super().jump_to(field)

    def label_of(self, key: str) -> str:
        words = {"ends_at": self.t.gettext("Date"), "all_day": self.t.gettext("all day")}
        return words.get(key) or super().label_of(key)

    # Commands.

    def propose_agenda(self) -> None:
        """Put the usual items at both ends of the agenda."""
        self.agenda.propose()
        self.open_section("agenda")
        self.agenda.table.table.setFocus()

    def list_members(self) -> None:
        """Write the members of the body on that day into the attendance."""
        draft = self.draft()
        lead = self._lead(draft)
        if lead is None:
            return
        day = draft.starts_at.date() if draft.starts_at else self.context.today()
        try:
            memberships = self.context.cabinet.organizations.get(lead).record.memberships
        except RecordNotFound:
            return
        self.attendance.model.replace_all([*draft.attendance, *from_members(memberships, day)])
        self.attendance.table.setFocus()

    def begin_move(self) -> None:
        """Ask for the new day in the row under the heading."""
        if self.why_not_move():
            return
        draft = self.draft()
        assert draft.starts_at is not None
        self.move_row.open_row(draft.starts_at, all_day=draft.all_day)
        self.scroll_area.ensureWidgetVisible(self.move_row)

    def why_not_move(self) -> str:
        """Why the meeting cannot be moved, empty if it can."""
        if not self.has_record or self.is_new:
            return self.t.gettext("Save the meeting first.")
        draft = self.draft()
        if draft.starts_at is None:
            return self.t.gettext("The meeting has no date yet.")
        if draft.status in OFF or draft.status.took_place:
            return self.t.gettext("Only a meeting that is still to take place can be moved.")
        return ""

    # Inside.

    def _move(self, starts_at: datetime) -> None:
        if self.is_dirty:
            self.save_requested.emit()
            if self.is_dirty:
                return
        try:
            moved_id = move_meeting(self.context, self.base, self.version, starts_at)
        except UserError as error:
            from cabinet_app.i18n import messages

            self.banner.show_message("danger", messages.sentence(error, self.t))
            return
        self.move_row.hide()
        self.moved.emit(moved_id)
        self.move_button.setFocus()

    def _show_clashes(self, draft: Meeting) -> None:
        """The reason is asked for where there is something to accept; what was accepted is said quietly."""
        clashes = self._surroundings.clashes(draft)
        self.clash_row.set_shown(bool(clashes or draft.clash_note))
        self.clash_note.show_accepted([one.sentence for one in clashes] if draft.clash_note else [])

    def _discard_quietly(self) -> None:
        """What is done to the series next is done to the meeting as it is stored."""
        if self.is_dirty:
            self.load(self.base, self.version)

    def _move_closed(self) -> None:
        self.move_button.setFocus()

    def _lead(self, draft: Meeting) -> int | None:
        return next((body.organization_id for body in draft.bodies), None)

    def _next_number(self, body_id: int) -> str:
        if body_id not in self._next_numbers:
            self._next_numbers[body_id] = self.context.cabinet.meetings.next_number(body_id)
        return self._next_numbers[body_id]

    def _body_names(self, body_id: int | None) -> tuple[str, str]:
        """The name of a body and its short one, which is the same where it has none."""
        if body_id is None:
            return "", ""
        if body_id not in self._names_of_bodies:
            language = self.context.language
            found = self.context.cabinet.organizations.get_many([body_id])
            name = found[0].names.shown(language) if found else ""
            short = found[0].short_name.shown(language) if found else ""
            self._names_of_bodies[body_id] = name, short or name
        return self._names_of_bodies[body_id]

    def _word(self, member: StrEnum) -> str:
        return label(member, self.t)
