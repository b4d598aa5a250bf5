"""Everything about one delegate that has no room in the cells: journeys, hotel, rank, travel order."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.visits import Delegate, LegDirection, Reply, TravelLeg, TravelMode, Visit
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.moment_edit import MomentEdit, moment_words
from cabinet_app.gui.delegations.row_card import RowCard
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.fields import CheckField, NumberField, TextArea, TextField
from cabinet_app.gui.widgets.form import FieldRow
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.i18n.labels import label


class LegsField(QWidget):
    """The journeys of a delegate: arrival and departure."""

    edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._visit = Visit()
        g = self._t.gettext
        columns = [
            ChildColumn[TravelLeg]("direction", g("Way"), self._direction, self._way_field, width=8),
            ChildColumn[TravelLeg]("happens_at", g("When"), self._when, self._when_field, width=15),
            ChildColumn[TravelLeg]("mode", g("By"), self._mode, self._mode_field, width=7),
            ChildColumn[TravelLeg]("number", g("Number"), _number, TextField, width=7),
            ChildColumn[TravelLeg]("origin", g("From where"), _origin, TextField, width=7),
            ChildColumn[TravelLeg]("destination", g("Where to"), _destination, TextField, stretch=True),
        ]
        self.table: ChildTable[TravelLeg] = ChildTable(
            self._t, columns, self._new, add_text=g("Add journey"), name=g("Journeys"), can_move=False
        )
        self.table.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)

    def value(self) -> list[TravelLeg]:
        return self.table.value()

    def set_value(self, value: list[TravelLeg]) -> None:
        self.table.set_value(value)

    def follow(self, visit: Visit) -> None:
        """Know the days, on which an hour typed alone is."""
        self._visit = visit

    def _new(self) -> TravelLeg:
        """The first is the arrival, the second the departure."""
        has_arrival = any(leg.direction is LegDirection.ARRIVAL for leg in self.table.model.rows)
        return TravelLeg(direction=LegDirection.DEPARTURE if has_arrival else LegDirection.ARRIVAL)

    def _day(self) -> date | None:
        index = self.table.table.currentIndex().row()
        rows = self.table.model.rows
        leaves = 0 <= index < len(rows) and rows[index].direction is LegDirection.DEPARTURE
        return (self._visit.ends_on if leaves else None) or self._visit.starts_on

    def _direction(self, leg: TravelLeg) -> str:
        return label(leg.direction, self._t)

    def _mode(self, leg: TravelLeg) -> str:
        return label(leg.mode, self._t)

    def _when(self, leg: TravelLeg) -> str:
        return moment_words(leg.happens_at, self._t)

    def _way_field(self, parent: QWidget) -> QWidget:
        return EnumCombo(LegDirection, self._word, parent)

    def _mode_field(self, parent: QWidget) -> QWidget:
        return EnumCombo(TravelMode, self._word, parent)

    def _when_field(self, parent: QWidget) -> QWidget:
        return MomentEdit(self._t, self._context.today, self._day, parent)

    def _word(self, member: StrEnum) -> str:
        return label(member, self._t)


class DelegateCard(RowCard[Delegate]):
    """The fields of a travel order are there only for those of us who travel."""

    def __init__(
        self, context: GuiContext, table: ChildTable[Delegate], parent: QWidget | None = None
    ) -> None:
        super().__init__(table, parent)
        self._t = t = context.t
        g = t.gettext
        self.add("function", g("Function as printed"), LocalizedEdit(t))
        self.add("placeholder", g("Instead of a name"), TextField(placeholder=g("such as: interpreter")))
        interpreted = CheckField(g("needs an interpreter"))
        self.add_line(g("Reply"), {"reply": EnumCombo(Reply, self._word), "needs_interpreter": interpreted})
        self.legs = LegsField(context)
        self.add_wide("legs", g("Journeys"), self.legs)
        plate = TextField(placeholder=g("registration number"))
        plate.setAccessibleName(g("Registration number"))
        self.add_line(g("Hotel and car"), {"lodging": TextField(placeholder=g("hotel")), "plate": plate})
        reason = TextField(placeholder=g("reason"))
        reason.setAccessibleName(g("Reason for another rank"))
        ranks = {"precedence": NumberField(largest=99), "precedence_reason": reason}
        self.add_line(g("Another rank here"), ranks)
        self._order_rows = self._add_order()
        self.add("notes", g("Internal notes"), TextArea(lines=2))

    def follow(self, visit: Visit, *, travels: bool) -> None:
        """Know the visit, and whether these are our own people on a journey."""
        self.legs.follow(visit)
        for row in self._order_rows:
            row.set_shown(travels)

    def _add_order(self) -> list[FieldRow]:
        g = self._t.gettext
        payer, advance = TextField(placeholder=g("who pays")), TextField(placeholder=g("advance"))
        payer.setAccessibleName(g("Payer"))
        advance.setAccessibleName(g("Advance"))
        number = TextField(placeholder=g("number"))
        by = TextField(placeholder=g("own car, official car, plane"))
        by.setAccessibleName(g("Means of transport"))
        return [
            self.add_line(g("Travel order"), {"order_number": number, "transport": by}),
            self.add("order_task", g("Task of the journey"), LocalizedEdit(self._t)),
            self.add_line(g("Costs"), {"payer": payer, "advance": advance}),
        ]

    def _word(self, member: StrEnum) -> str:
        return label(member, self._t)


def _number(leg: TravelLeg) -> str:
    return leg.number


def _origin(leg: TravelLeg) -> str:
    return leg.origin


def _destination(leg: TravelLeg) -> str:
    return leg.destination
