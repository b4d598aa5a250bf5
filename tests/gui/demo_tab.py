"""A complete tab with its editor: the example of the kit, and what its tests look at."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.visits import ProgrammeItem, Visit, VisitDirection, VisitKind, VisitStatus
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.record_tab import RecordTab
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit, TimeEdit
from cabinet_app.gui.widgets.fields import TextArea
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.form import Finding, Form, Severity
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_model import Column, Sorting
from cabinet_app.gui.widgets.record_pickers import person_picker
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from tests.gui.fakes import VisitRow

GLYPHS = {
    VisitStatus.CONFIRMED: ("●", "ok"),
    VisitStatus.PLANNED: ("◐", "warn"),
    VisitStatus.IDEA: ("○", "accent"),
    VisitStatus.CANCELLED: ("✕", "danger"),
}


def status_spec(status: VisitStatus, t: Translator) -> StatusSpec:
    glyph, tone = GLYPHS.get(status, ("○", "neutral"))
    return StatusSpec(glyph, label(status, t), tone)  # type: ignore[arg-type]


class VisitEditor(RecordEditor[Visit]):
    def build(self, form: Form) -> None:
        t, context = self.t, self.context
        self.section("basics", t.gettext("Basics"))
        self.bind("title", t.gettext("&Title"), LocalizedEdit(t))
        ends_on = DateEdit(t, context.today)
        ends_on.setAccessibleName(t.gettext("Until"))
        self.bind_line(
            t.gettext("&Date"), {"starts_on": DateEdit(t, context.today), "ends_on": ends_on}, between="–"
        )
        self.bind("status", t.gettext("&Status"), EnumCombo(VisitStatus, self._word))
        self.bind("kind", t.gettext("&Kind"), EnumCombo(VisitKind, self._word))
        self.bind("responsible_id", t.gettext("&Host"), person_picker(context))
        self.programme = self.section("programme", t.gettext("Programme"))
        columns = [
            ChildColumn[ProgrammeItem]("starts_at", t.gettext("From"), self._from, self._time, width=7),
            ChildColumn[ProgrammeItem]("title", t.gettext("Title"), self._title, self._text, stretch=True),
        ]
        table = ChildTable(
            t, columns, ProgrammeItem, add_text=t.gettext("Add programme item"), name=t.gettext("Programme")
        )
        self.bind("programme", "", table, wide=True)
        self.section("notes", t.gettext("Notes"))
        self.bind("notes", t.gettext("&Notes"), TextArea())

    def headline(self, draft: Visit) -> Headline:
        when = dates.medium(draft.starts_on, self.t.language) if draft.starts_on else ""
        return draft.title.shown(self.t.language), when, status_spec(draft.status, self.t)

    def check(self, draft: Visit) -> Sequence[Finding]:
        findings = []
        if draft.title.is_empty:
            findings.append(Finding("title", self.t.gettext("Please fill in this field.")))
        if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
            findings.append(
                Finding("ends_on", self.t.gettext("The end is before the start. Choose a later end."))
            )
        if draft.status is VisitStatus.CONFIRMED and not draft.responsible_id:
            findings.append(Finding("responsible_id", self.t.gettext("There is no host yet."), Severity.NOTE))
        return findings

    def fill(self, draft: Visit) -> None:
        self.programme.set_count(str(len(draft.programme) or ""))

    def _word(self, member: VisitStatus | VisitKind) -> str:
        return label(member, self.t)

    def _from(self, item: ProgrammeItem) -> str:
        return dates.time(item.starts_at, self.t.language) if item.starts_at else ""

    def _title(self, item: ProgrammeItem) -> str:
        return item.title.shown(self.t.language)

    def _time(self, parent: QWidget) -> QWidget:
        return TimeEdit(self.t, parent)

    def _text(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self.t, parent)


def visit_kind(context: GuiContext) -> RecordKind[VisitRow, Visit]:
    t = context.t

    def status_word(row: VisitRow) -> str:
        return label(row.status, t)

    def status(row: VisitRow) -> StatusSpec:
        return status_spec(row.status, t)

    def month(row: VisitRow) -> str:
        return dates.month_title(row.starts_on.year, row.starts_on.month, t.language) if row.starts_on else ""

    return RecordKind(
        key="visit",
        service=cast("object", context.cabinet.visits),  # type: ignore[arg-type] # a fake
        columns=[
            Column("when", t.gettext("Date"), text=lambda row: row.when, sort_key="starts_on", width=15),
            Column("town", t.gettext("Town"), text=lambda row: row.town, sort_key="town", width=17),
            Column(
                "country", t.gettext("Country"), text=lambda row: row.country, sort_key="country", width=7
            ),
            Column("purpose", t.gettext("Purpose"), text=lambda row: row.purpose, stretch=True),
            Column("direction", t.gettext("Direction"), text=lambda row: row.direction, width=8),
            Column("status", t.gettext("Status"), text=status_word, status=status, width=16),
        ],
        editor=lambda parent: VisitEditor(context, parent),
        new_draft=lambda: Visit(starts_on=context.today(), direction=VisitDirection.INCOMING),
        search_hint=t.gettext("Town, person or purpose"),
        chips=[
            Chip("upcoming", t.gettext("Upcoming")),
            Chip("incoming", t.gettext("We host"), group="direction"),
            Chip("outgoing", t.gettext("We travel"), group="direction"),
            Chip("no_programme", t.gettext("Without programme")),
        ],
        sorting=Sorting("starts_on"),
        group_of=month,
    )


class DemoTab(RecordTab):
    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "delegations", [visit_kind(context)], parent)
