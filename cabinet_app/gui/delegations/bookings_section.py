"""The part of a visit in which rooms, cars and interpreters are held for it."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.places import PlaceKind
from cabinet_app.domain.visits import Booking, BookingKind, Visit
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.moment_edit import MomentEdit, moment_words
from cabinet_app.gui.delegations.row_card import RowCard
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.theme.tokens import SMALL
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.fields import TextArea, TextField
from cabinet_app.gui.widgets.record_pickers import person_picker, place_picker
from cabinet_app.i18n.labels import label


class BookingCard(RowCard[Booking]):
    """A room is chosen among the places, an interpreter among the people; a car has a name."""

    def __init__(
        self, context: GuiContext, table: ChildTable[Booking], parent: QWidget | None = None
    ) -> None:
        super().__init__(table, parent)
        g = context.t.gettext
        self._place = self.add("place_id", g("Place"), place_picker(context, kind=PlaceKind.ROOM))
        self._person = self.add("person_id", g("Person"), person_picker(context))
        self._name = self.add("name", g("Name"), TextField(placeholder=g("such as: minibus KR 12-345")))
        self.add("notes", g("Internal notes"), TextArea(lines=2))

    def show_row(self, *what: object) -> None:
        super().show_row(*what)
        booking = self.current()
        if booking is not None and hasattr(self, "_name"):
            is_room = booking.kind is BookingKind.ROOM
            speaks = booking.kind is BookingKind.INTERPRETER
            self._place.set_shown(is_room or bool(booking.place_id))
            self._person.set_shown(speaks or bool(booking.person_id))
            self._name.set_shown(not (is_room or speaks) or bool(booking.name))


class BookingsEdit(QWidget):
    """A field of bookings."""

    edited = Signal()

    def __init__(self, context: GuiContext, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._facts = facts
        self._visit = Visit()
        g = self._t.gettext
        columns = [
            ChildColumn[Booking]("kind", g("Kind"), self._kind, self._kind_field, width=11),
            ChildColumn[Booking]("starts_at", g("From"), self._start, self._moment_field, width=16),
            ChildColumn[Booking]("ends_at", g("To"), self._end, self._moment_field, width=16),
            ChildColumn[Booking]("name", g("What"), self._what, stretch=True),
        ]
        self.table: ChildTable[Booking] = ChildTable(
            self._t, columns, self._new, add_text=g("Add booking"), name=g("Bookings"), can_move=False
        )
        self.card = BookingCard(context, self.table, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.table)
        column.addWidget(self.card)
        self.setFocusProxy(self.table)
        self.table.edited.connect(self.edited)

    def value(self) -> list[Booking]:
        return self.table.value()

    def set_value(self, value: Sequence[Booking]) -> None:
        self.table.set_value(value)

    def problem(self) -> str:
        return self.card.problem()

    def follow(self, visit: Visit) -> None:
        """Know the days of the visit."""
        self._visit = visit

    def _new(self) -> Booking:
        return Booking()

    def _day(self) -> date | None:
        """An hour typed alone is on the day on which the booking begins, else on the first of the visit."""
        place = self.table.table.currentIndex().row()
        rows = self.table.model.rows
        start = rows[place].starts_at if 0 <= place < len(rows) else None
        return start.date() if start else self._visit.starts_on

    def _kind(self, booking: Booking) -> str:
        return label(booking.kind, self._t)

    def _what(self, booking: Booking) -> str:
        place, person = self._facts.place(booking.place_id), self._facts.person(booking.person_id)
        names = [
            place.names.shown(self._t.language) or place.native_name if place else "",
            person.name.with_titles if person else "",
            booking.name,
        ]
        return ", ".join(name for name in names if name) or "–"

    def _start(self, booking: Booking) -> str:
        return moment_words(booking.starts_at, self._t)

    def _end(self, booking: Booking) -> str:
        return moment_words(booking.ends_at, self._t)

    def _kind_field(self, parent: QWidget) -> QWidget:
        return EnumCombo(BookingKind, self._word, parent)

    def _moment_field(self, parent: QWidget) -> QWidget:
        return MomentEdit(self._t, self._context.today, self._day, parent)

    def _word(self, member: StrEnum) -> str:
        return label(member, self._t)


class BookingsSection(VisitSection):
    """What must not be given to anybody else at the same time."""

    def build(self) -> None:
        self.heading = self.section("bookings", self.t.gettext("Bookings"))
        self.bookings = BookingsEdit(self.context, self.facts)
        self.bind_table("bookings", self.heading, self.bookings)

    def fill(self, draft: Visit) -> None:
        self.bookings.follow(draft)
        self.heading.set_count(str(len(draft.bookings) or ""))

    def tables(self) -> Sequence[tuple[QWidget, ChildTable[Any]]]:
        return [(self.bookings, self.bookings.table)]
