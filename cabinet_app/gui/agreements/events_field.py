"""The acts of an agreement: a line of dates, a table of acts, and below it what the selected act holds."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.twinning import AgreementEvent, AgreementEventKind
from cabinet_app.gui.agreements.remarks import SIGNINGS, conflicting_dates, event_findings
from cabinet_app.gui.agreements.tables import Tables
from cabinet_app.gui.agreements.timeline import Timeline, TimelinePoint
from cabinet_app.gui.agreements.words import capital
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.names import Names
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY, Tone, tokens_of
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.form import Form
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import record_picker
from cabinet_app.gui.widgets.source_table import source_table
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label


class EventsField(QWidget):
    """value() is a list of acts; what has no room in the table is edited below it."""

    edited = Signal()

    def __init__(self, context: GuiContext, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._tables = Tables(context, names)
        self._is_filling = False
        self.timeline = Timeline(self._t)
        self.timeline.chosen.connect(self.select)
        self.table = self._build_table()
        self.details = _EventDetails(context, self._tables)
        self.details.edited.connect(self._take_details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for widget in (self.timeline, self.table, self.details):
            column.addWidget(widget)
        self.setFocusProxy(self.table)
        self.table.edited.connect(self._table_edited)
        self.table.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._show()

    @property
    def current(self) -> int:
        """The number of the act whose details are shown, -1 if there is none."""
        return self.table.table.currentIndex().row()

    def value(self) -> list[AgreementEvent]:
        return self.table.value()

    def set_value(self, value: Sequence[AgreementEvent]) -> None:
        before = max(self.current, 0)
        is_same = list(value) == self.value()
        self._is_filling = True
        self.table.set_value(value)
        self._is_filling = False
        if not is_same:
            self.select(min(before, len(value) - 1))
        self._show()

    def select(self, number: int) -> None:
        """Show the details of an act."""
        if 0 <= number < len(self.value()):
            self.table.table.setCurrentIndex(self.table.model.index(number, 0))
        self._show()

    def problem(self) -> str:
        """What is wrong with a field of the details, empty if nothing is."""
        return self.details.meeting.problem() if self.current >= 0 else ""

    def _build_table(self) -> ChildTable[AgreementEvent]:
        g = self._t.gettext
        columns: list[ChildColumn[AgreementEvent]] = [
            ChildColumn(
                "kind", self._t.pgettext("agreement", "Event"), self._kind_of, self._kind_cell, width=13
            ),
            ChildColumn("happened_on", g("Date"), self._tables.date_of, self._tables.date_cell, width=12),
            ChildColumn("place_id", g("Place"), self._tables.town_of, self._tables.town_cell, stretch=True),
            ChildColumn("remote", g("Remote"), _nothing, checkable=True, width=9),
            ChildColumn("claimed_dates", "⚠", self._mark_of, width=2),
        ]
        return ChildTable(self._t, columns, AgreementEvent, add_text=g("Add event"), name=g("Timeline"))

    def _table_edited(self) -> None:
        if self.current < 0 and self.value():
            self.select(len(self.value()) - 1)
        self._show()
        if not self._is_filling:
            self.edited.emit()

    def _row_chosen(self, *_indexes: object) -> None:
        self._show()

    def _take_details(self) -> None:
        events = self.value()
        if 0 <= self.current < len(events):
            self.table.model.replace(self.current, self.details.applied_to(events[self.current]))

    def _show(self) -> None:
        events = self.value()
        number = self.current if self.current < len(events) else -1
        self.timeline.set_points(
            [
                TimelinePoint(event.happened_on, label(event.kind, self._t), _tone(event), place)
                for place, event in enumerate(events)
            ]
        )
        self.timeline.set_current(number)
        self.details.setVisible(number >= 0)
        if number >= 0:
            self.details.show_event(events[number])

    def _kind_of(self, event: AgreementEvent) -> str:
        return label(event.kind, self._t)

    def _kind_word(self, kind: AgreementEventKind) -> str:
        return label(kind, self._t)

    def _kind_cell(self, parent: QWidget) -> QWidget:
        return EnumCombo(AgreementEventKind, self._kind_word, parent)

    def _mark_of(self, event: AgreementEvent) -> str:
        return "⚠" if event_findings(event, self._t) else ""


class _EventDetails(QWidget):
    """What belongs to one act and has no room in the table."""

    edited = Signal()

    def __init__(self, context: GuiContext, tables: Tables) -> None:
        super().__init__()
        self._t = t = context.t
        self._is_filling = False
        self.heading = PlainLabel(role="strong")
        self.form = Form(self)
        self.remark = LocalizedEdit(t)
        self.meeting = record_picker(context, "meeting")
        self.claimed_dates = tables.claimed_dates()
        self.signatories = tables.signatories()
        self.sources = source_table(t)
        self.form.add_wide("signatories", t.gettext("Signatories"), self.signatories)
        self.form.add_wide("claimed_dates", t.gettext("Other claimed dates"), self.claimed_dates)
        self.form.add("remark", t.gettext("Remark"), self.remark)
        self.form.add("meeting_id", t.gettext("Session"), self.meeting)
        self.form.add_wide("sources", t.gettext("Sources of this event"), self.sources)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.heading)
        column.addWidget(self.form)
        for field in (self.remark, self.meeting, self.claimed_dates, self.signatories, self.sources):
            field.edited.connect(self._announce)

    def show_event(self, event: AgreementEvent) -> None:
        """Fill the details from an act."""
        self._is_filling = True
        if self.applied_to(event) != event:
            self.remark.set_value(event.remark)
            self.meeting.set_value(event.meeting_id)
            self.claimed_dates.set_value(event.claimed_dates)
            self.signatories.set_value(event.signatories)
            self.sources.set_value(event.sources)
        self._is_filling = False
        when = dates.vague(event.happened_on, self._t.language)
        words = [capital(label(event.kind, self._t)), when]
        self.heading.setText(", ".join(word for word in words if word))
        self.form.show_findings(event_findings(event, self._t))

    def applied_to(self, event: AgreementEvent) -> AgreementEvent:
        """The act with what these fields hold."""
        return dataclasses.replace(
            event,
            remark=self.remark.value(),
            meeting_id=self.meeting.value(),
            claimed_dates=self.claimed_dates.value(),
            signatories=self.signatories.value(),
            sources=self.sources.value(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, TINY // 2, self.height(), QColor(tokens_of(self.palette()).accent))
        painter.end()

    def _announce(self) -> None:
        if not self._is_filling:
            self.edited.emit()


def _tone(event: AgreementEvent) -> Tone:
    if event.kind in {AgreementEventKind.FREEZE, AgreementEventKind.TERMINATION}:
        return "muted"
    if conflicting_dates(event):
        return "warn"
    return "ok" if event.kind in SIGNINGS else "accent"


def _nothing(_event: AgreementEvent) -> str:
    return ""
