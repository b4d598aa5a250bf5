"""The programme of a visit: hours and titles in a table, the rest of the current item in a card under it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.places import PlaceKind
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import (
    Audience,
    ProgrammeItem,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    Visit,
)
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.row_card import RowCard
from cabinet_app.gui.theme.tokens import SMALL
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit, TimeEdit
from cabinet_app.gui.widgets.fields import TextArea
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import person_picker, place_picker
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label

DAY_COLUMN = 0
TITLE_COLUMN = 3
PLACE_COLUMN = 4
ROOMY = 560
"""The width from which the place has a column of its own; the card shows it in any case."""


class ProgrammeEdit(QWidget):
    """A field of programme items."""

    edited = Signal()

    def __init__(self, context: GuiContext, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._facts = facts
        self._first_day: date | None = None
        g = self._t.gettext
        self.table: ChildTable[ProgrammeItem] = ChildTable(
            self._t,
            self._columns(),
            self._new_item,
            add_text=g("Add programme item"),
            name=g("Programme"),
            parent=self,
        )
        self.card = self._build_card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.table)
        column.addWidget(self.card)
        self._column = column
        self.setFocusProxy(self.table)
        self.table.edited.connect(self.edited)

    def value(self) -> list[ProgrammeItem]:
        return self.table.value()

    def set_value(self, value: Sequence[ProgrammeItem]) -> None:
        self.table.set_value(value)

    def problem(self) -> str:
        return self.card.problem()

    def put_notes(self, message: QWidget) -> None:
        """Let the notes stand between the table and the card, where they are seen."""
        self._column.insertWidget(1, message)

    def follow(self, visit: Visit) -> None:
        """Know the days of the visit: new items begin on the first, one day alone needs no column."""
        self._first_day = visit.starts_on
        is_long = bool(visit.ends_on and visit.ends_on != visit.starts_on)
        is_elsewhere = any(item.day not in {None, visit.starts_on} for item in visit.programme)
        self.table.table.setColumnHidden(DAY_COLUMN, not (is_long or is_elsewhere))

    def go_to(self, place: int, key: str, language: Language) -> None:
        """Put the cursor into a text of an item, in a language."""
        self.table.table.setCurrentIndex(self.table.model.index(place, TITLE_COLUMN))
        field = self.card.field(key)
        if isinstance(field, LocalizedEdit):
            field.show_language(language)
            field.editor.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.table.setColumnHidden(PLACE_COLUMN, event.size().width() < ROOMY)

    def _new_item(self) -> ProgrammeItem:
        before = self.table.model.rows[-1] if self.table.model.rows else None
        if before is None:
            return ProgrammeItem(day=self._first_day)
        return ProgrammeItem(day=before.day or self._first_day, starts_at=before.ends_at)

    def _columns(self) -> list[ChildColumn[ProgrammeItem]]:
        g = self._t.gettext
        return [
            ChildColumn("day", g("Day"), self._day, self._day_field, width=8),
            ChildColumn("starts_at", g("From"), self._start, self._hour_field, width=7),
            ChildColumn("ends_at", g("To"), self._end, self._hour_field, width=7),
            ChildColumn("title", g("Title"), self._title, self._title_field, stretch=True),
            ChildColumn("place_id", g("Place"), self._place, self._place_field, width=16),
        ]

    def _build_card(self) -> RowCard[ProgrammeItem]:
        t, g = self._t, self._t.gettext
        card = RowCard(self.table, self)
        card.add("title", g("Title"), LocalizedEdit(t))
        card.add("description", g("Description"), LocalizedEdit(t, lines=2))
        card.add("place_id", g("Place"), self._place_field(card))
        card.add("leader_id", g("Led by"), person_picker(self._context))
        card.add("kind", g("Kind"), EnumCombo(ProgrammeItemKind, self._kind))
        card.add("status", g("Status"), EnumCombo(ProgrammeItemStatus, self._status))
        card.add("audience", g("On the copy of"), EnumCombo(Audience, self._audience))
        card.add("internal_notes", g("Internal notes"), TextArea(lines=2))
        return card

    def _day(self, item: ProgrammeItem) -> str:
        return dates.day_month(item.day, self._t.language) if item.day else ""

    def _start(self, item: ProgrammeItem) -> str:
        return dates.time(item.starts_at, self._t.language) if item.starts_at else ""

    def _end(self, item: ProgrammeItem) -> str:
        return dates.time(item.ends_at, self._t.language) if item.ends_at else ""

    def _title(self, item: ProgrammeItem) -> str:
        """The title, with what sets the item apart from a plain one."""
        words = [item.title.shown(self._t.language)]
        if item.audience is not Audience.GUEST:
            words.append(label(item.audience, self._t))
        if item.status is not ProgrammeItemStatus.PLANNED:
            words.append(label(item.status, self._t))
        return " · ".join(word for word in words if word)

    def _place(self, item: ProgrammeItem) -> str:
        place = self._facts.place(item.place_id)
        return place.names.shown(self._t.language) or place.native_name if place else ""

    def _day_field(self, parent: QWidget) -> QWidget:
        return DateEdit(self._t, self._context.today, parent, has_echo=False)

    def _hour_field(self, parent: QWidget) -> QWidget:
        return TimeEdit(self._t, parent)

    def _title_field(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self._t, parent)

    def _place_field(self, parent: QWidget) -> QWidget:
        return place_picker(self._context, parent, kind=PlaceKind.VENUE)

    def _kind(self, member: ProgrammeItemKind) -> str:
        return label(member, self._t)

    def _status(self, member: ProgrammeItemStatus) -> str:
        return label(member, self._t)

    def _audience(self, member: Audience) -> str:
        return label(member, self._t)
