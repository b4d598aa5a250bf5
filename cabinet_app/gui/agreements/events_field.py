"""The acts of an agreement: a line of dates, a table of acts, and below it what the selected act holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.agreement_status import SIGNINGS
from cabinet_app.domain.agreement_trail import story_order
from cabinet_app.domain.twinning import AgreementEvent, AgreementEventKind
from cabinet_app.gui.agreements.event_details import EventDetails
from cabinet_app.gui.agreements.remarks import conflicting_dates, event_findings
from cabinet_app.gui.agreements.tables import Tables
from cabinet_app.gui.agreements.timeline import Timeline, TimelinePoint
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.names import Names
from cabinet_app.gui.theme.tokens import SMALL, Tone
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
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
        self.details = EventDetails(context, self._tables)
        self.details.edited.connect(self._take_details)
        self.details.swapped.connect(self._take_swapped)
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
        return self.details.problem() if self.current >= 0 else ""

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
        return ChildTable(self._t, columns, _new_event, add_text=g("Add event"), name=g("Timeline"))

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

    def _take_swapped(self, event: AgreementEvent) -> None:
        self.table.model.replace(self.current, event)

    def _show(self) -> None:
        events = self.value()
        number = self.current if self.current < len(events) else -1
        self.timeline.set_points(
            [
                TimelinePoint(
                    event.happened_on,
                    label(event.kind, self._t),
                    _tone(event),
                    place,
                    order=story_order(event.kind, event.happened_on),
                )
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


def _new_event() -> AgreementEvent:
    """A new act with its id: the agreement may name it before it is stored."""
    from cabinet_app.services.identity import new_id

    return AgreementEvent(id=new_id())


def _tone(event: AgreementEvent) -> Tone:
    if event.kind in {AgreementEventKind.FREEZE, AgreementEventKind.TERMINATION}:
        return "muted"
    if conflicting_dates(event):
        return "warn"
    return "ok" if event.kind in SIGNINGS else "accent"


def _nothing(_event: AgreementEvent) -> str:
    return ""
