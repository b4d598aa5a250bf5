"""The editor of a group: its rule as a sentence, what it owes, its year and its members."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.bodies import Classification, Organization, OrganizationStatus
from cabinet_app.domain.cadence import JudgedWindow, WindowStatus
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.groups.members import GroupTables
from cabinet_app.gui.groups.next_meeting import NextMeeting
from cabinet_app.gui.groups.rule_field import RuleField
from cabinet_app.gui.groups.standing import Standing
from cabinet_app.gui.groups.words import SIGNS, percent, state_of
from cabinet_app.gui.groups.years import AttendancePicture, HeatPicture
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import VagueDateEdit
from cabinet_app.gui.widgets.fields import TextArea
from cabinet_app.gui.widgets.form import Finding, Form, Severity
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.origin_link import OriginLink
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_pickers import organization_picker, place_picker
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import rule_phrase
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from cabinet_app.services.carried_over import CarriedOver
    from cabinet_app.services.group_board import GroupBoard

YEARS = 5
GROUP_KINDS = (
    Classification.WORKING_GROUP,
    Classification.COMMISSION,
    Classification.COMMITTEE,
    Classification.COUNCIL,
    Classification.CABINET,
)
_OPEN_SHOWN = 8


class GroupEditor(RecordEditor[Organization]):
    """Judges the draft while it is written, so that a change of the rule shows what it means."""

    def build(self, form: Form) -> None:  # noqa: ARG002 - the kit's signature
        self._tables = GroupTables(self.context)
        self._judged_for: object = None
        self._board: GroupBoard | None = None
        self._told_years: object = None
        self._build_basics()
        self._build_cadence()
        self._build_years()
        self._build_members()
        self._build_rest()
        self.context.cabinet.changes.subscribe(self._register_changed)
        self.destroyed.connect(_Unsubscribe(self.context, self._register_changed))

    def headline(self, draft: Organization) -> Headline:
        board = self._judge(draft)
        owner = board.owner.shown(self.t.language)
        rule = rule_phrase(board.rule, self.t) if board.rule else ""
        subtitle = " · ".join(part for part in (owner, rule) if part)
        return draft.names.shown(self.t.language), subtitle, self._status(board)

    def check(self, draft: Organization) -> Sequence[Finding]:
        t = self.t
        findings: list[Finding] = []
        if draft.names.is_empty:
            findings.append(Finding("names", t.gettext("Please fill in this field.")))
        wrong = [m for m in draft.memberships if m.starts_on and m.ends_on and m.ends_on < m.starts_on]
        if wrong:
            words = t.gettext("A membership ends before it begins. Choose a later end.")
            findings.append(Finding("memberships", words))
        if any(not member.person_id for member in draft.memberships):
            words = t.gettext("A member has no name yet. Choose a person or remove the row.")
            findings.append(Finding("memberships", words, Severity.NOTE))
        if draft.parent_id is None:
            words = t.gettext("Nobody owns this group yet. It counts as a group of the municipality.")
            findings.append(Finding("parent_id", words, Severity.NOTE))
        return findings

    def fill(self, draft: Organization) -> None:
        self.origin.show_visit(next((rule.visit_id for rule in draft.cadence_rules if rule.visit_id), None))
        board = self._judge(draft)
        self.standing.show_board(board)
        self.next_meeting.show_board(board, can_call=bool(draft.id))
        self._show_years(draft)
        self._members.set_count(str(len(draft.memberships) or ""))
        self._topics.set_count(str(len(draft.topics) or ""))

    def begin_excuse(self, item: JudgedWindow) -> None:
        """Ask for the reason why a window is excused."""
        self.open_section("standing")
        self.standing.begin_excuse(item)

    def _build_basics(self) -> None:
        t = self.t
        self.section("basics", t.gettext("Group"))
        self.bind("names", t.gettext("Name"), LocalizedEdit(t))
        owner = organization_picker(self.context)
        self.bind("parent_id", t.gettext("Owner"), owner)

    def _build_cadence(self) -> None:
        t = self.t
        self.section("rule", t.gettext("Rule"))
        self.origin = OriginLink(self.context)
        self.form.add_widget(self.origin)
        self.rule_field = RuleField(self.context)
        self.rule_field.setAccessibleName(t.gettext("Rule"))
        self.bind("cadence_rules", "", self.rule_field, wide=True)
        self.section("next", t.gettext("Next meeting"))
        self.next_meeting = NextMeeting(self.context)
        self.form.add_widget(self.next_meeting)
        self.section("standing", t.gettext("Last 12 months"))
        self.standing = Standing(self.context)
        self.standing.excused.connect(self._excuse)
        self.form.add_widget(self.standing)

    def _build_years(self) -> None:
        t = self.t
        self.section("years", t.gettext("Years"))
        self.heat = HeatPicture(t)
        self.attendance_words = PlainLabel(role="muted", wrap=True)
        self.attendance = AttendancePicture(t)
        self.open_matters = PlainLabel(wrap=True)
        self.presences = PlainLabel(role="small muted", wrap=True)
        for widget in (
            self.heat,
            self.attendance_words,
            self.attendance,
            self.presences,
            self.open_matters,
        ):
            self.form.add_widget(widget)

    def _build_members(self) -> None:
        t = self.t
        self._members = self.section("members", t.gettext("Members"))
        self.members = self._tables.members()
        self.bind("memberships", "", self.members, wide=True)
        self._topics = self.section("topics", t.pgettext("group", "Topics"))
        self.bind("topics", "", self._tables.topics(), wide=True)

    def _build_rest(self) -> None:
        t, context = self.t, self.context
        self.section("data", t.gettext("Data"))
        self.bind("short_name", t.gettext("Short name"), LocalizedEdit(t))
        kinds = EnumCombo(Classification, self._kind_word)
        self.bind("classification", t.gettext("Kind"), kinds)
        self.bind("place_id", t.gettext("Place"), place_picker(context))
        self.bind("founded", t.gettext("Founded"), VagueDateEdit(t, context.today))
        self.bind("dissolved", t.gettext("Dissolved"), VagueDateEdit(t, context.today))
        self.bind("status", t.gettext("Status"), EnumCombo(OrganizationStatus, self._status_word))
        self.bind("sources", t.gettext("Sources"), source_table(t), wide=True)
        self.bind("notes", t.gettext("Notes"), TextArea())

    def _kind_word(self, kind: Classification) -> str:
        return label(kind, self.t)

    def _status_word(self, status: OrganizationStatus) -> str:
        return label(status, self.t)

    def _judge(self, draft: Organization) -> "GroupBoard":
        """The draft judged, again only if something that matters has changed."""
        matters = (draft.id, draft.parent_id, draft.cadence_rules, draft.memberships, draft.classification)
        today = self.context.today()
        if self._board is None or (matters, today) != self._judged_for:
            self._judged_for = (matters, today)
            self._board = self.context.cabinet.groups.preview(draft, today)
        return self._board

    def _status(self, board: "GroupBoard") -> StatusSpec | None:
        item = board.late or _present_window(board)
        if item is None:
            return None
        glyph, tone = SIGNS[item.status]
        return StatusSpec(glyph, state_of(item, self.t, board.today), tone)

    def _show_years(self, draft: Organization) -> None:
        """The pictures of several years; they are drawn anew only when they would look different."""
        if self._told_years == self._judged_for:
            return
        self._told_years = self._judged_for
        groups, today = self.context.cabinet.groups, self.context.today()
        first, last = date(today.year - YEARS + 1, 1, 1), date(today.year, 12, 31)
        self.heat.show_windows(groups.preview(draft, today, first, last).windows, today)
        attendance = groups.attendance(draft.id)
        self._tables.forget()
        self.attendance.show_attendance(attendance)
        share = attendance.share
        words = self.t.gettext("Average attendance {share}; only meetings during a membership count.")
        told = words.format(share=percent(share, self.t)) if share is not None else ""
        self.attendance_words.setText(told)
        self.attendance_words.setVisible(bool(told))
        self.presences.setText(self._tables.presences(attendance))
        self.presences.setVisible(bool(attendance.members))
        self._show_open(groups.carried_over(draft.id) if draft.id else [])

    def _show_open(self, matters: Sequence["CarriedOver"]) -> None:
        lines = [self._open_line(matter) for matter in matters[:_OPEN_SHOWN]]
        if lines:
            lines.insert(0, self.t.gettext("Carried over:"))
        if len(matters) > _OPEN_SHOWN:
            lines.append(f"+{len(matters) - _OPEN_SHOWN}")
        self.open_matters.setText("\n".join(lines))
        self.open_matters.setVisible(bool(lines))

    def _open_line(self, matter: "CarriedOver") -> str:
        t, lang = self.t, self.t.language
        text = matter.text.shown(lang)
        if not matter.is_decision:
            day = dates.numeric(matter.met_at.date(), lang)
            return t.gettext("– {item} (postponed on {date})").format(item=text, date=day)
        due = dates.numeric(matter.due_on, lang) if matter.due_on else ""
        holder = ", ".join(part for part in (matter.implementer, due) if part)
        late = " ⚠" if matter.is_late(self.context.today()) else ""
        return t.gettext("– {task} ({holder})").format(task=text, holder=holder) + late

    def _excuse(self, item: JudgedWindow, reason: str) -> None:
        self.rule_field.exempt(item.rule, item.window.start, item.window.end, reason)

    def _register_changed(self, _change: object) -> None:
        """A meeting may have been held: what was judged is judged again when it is shown."""
        self._board = None
        self._told_years = None
        if self.has_record and self.isVisible():
            self.fill(self.draft())


def _present_window(board: "GroupBoard") -> JudgedWindow | None:
    """The window that runs today, the last one where none does."""
    running = [item for item in board.windows if item.window.contains(board.today)]
    shown = [item for item in running if item.status is not WindowStatus.NOT_REQUIRED]
    return next(iter([*shown[::-1], *running[::-1]]), None)


class _Unsubscribe:
    def __init__(self, context: GuiContext, observer: object) -> None:
        self._context = context
        self._observer = observer

    def __call__(self, *_object: QWidget) -> None:
        self._context.cabinet.changes.unsubscribe(self._observer)  # type: ignore[arg-type]
