"""The programme of a visit: hours and titles in a table, the rest of the current item in a card under it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.places import PlaceKind
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Audience, ProgrammeItem, ProgrammeItemStatus, Visit
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.programme_card import ItemCard
from cabinet_app.gui.delegations.programme_table import ProgrammeDelegate, following, sorted_by_hour
from cabinet_app.gui.delegations.sections import show_text
from cabinet_app.gui.theme.tokens import SMALL
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.date_edit import DateEdit, TimeEdit
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import place_picker
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
        self._visit = Visit()
        self.table = self._build_table()
        self.card = ItemCard(context, facts, self.table, self._place_field, self)
        self.sort_button = text_button(self._t.gettext("Sort by hour"), self, kind="link")
        self.sort_button.clicked.connect(self._sort)
        self.sort_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(self.sort_button)
        row.addStretch(1)
        column.addLayout(row)
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
        self._column.insertWidget(2, message)

    def follow(self, visit: Visit) -> None:
        """Know the visit: new items begin on its first day, one day alone needs no column."""
        self._visit = visit
        self._first_day = visit.starts_on
        is_long = bool(visit.ends_on and visit.ends_on != visit.starts_on)
        is_elsewhere = any(item.day not in {None, visit.starts_on} for item in visit.programme)
        self.table.table.setColumnHidden(DAY_COLUMN, not (is_long or is_elsewhere))
        self.sort_button.setVisible(sorted_by_hour(visit.programme) != list(visit.programme))
        self.card.follow(visit, self._facts.clashing(visit))

    def go_to(self, place: int, key: str, language: Language) -> None:
        """Put the cursor into a text of an item, in a language."""
        self.table.table.setCurrentIndex(self.table.model.index(place, TITLE_COLUMN))
        show_text(self.card.field(key), language)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.table.setColumnHidden(PLACE_COLUMN, event.size().width() < ROOMY)

    def _build_table(self) -> ChildTable[ProgrammeItem]:
        g = self._t.gettext
        return ChildTable(
            self._t,
            self._columns(),
            self._new_item,
            add_text=g("Add programme item"),
            name=g("Programme"),
            parent=self,
            delegate=ProgrammeDelegate,
        )

    def _new_item(self) -> ProgrammeItem:
        from cabinet_app.services.identity import new_id

        return following(self.table.model.rows, self._first_day, new_id())

    def _sort(self) -> None:
        self.table.model.replace_all(sorted_by_hour(self.table.value()))

    def _columns(self) -> list[ChildColumn[ProgrammeItem]]:
        g = self._t.gettext
        return [
            ChildColumn("day", g("Day"), self._day, self._day_field, width=9),
            ChildColumn("starts_at", g("From"), self._start, self._hour_field, width=7),
            ChildColumn("ends_at", g("To"), self._end, self._hour_field, width=7),
            ChildColumn("title", g("Title"), self._title, self._title_field, stretch=True),
            ChildColumn("place_id", g("Place"), self._place, self._place_field, width=16),
        ]

    def _day(self, item: ProgrammeItem) -> str:
        """The weekday and the day: `čet. 25. 2.` in Slovenian."""
        if item.day is None:
            return ""
        language = self._t.language
        return f"{dates.weekday_abbr(item.day, language)} {dates.day_month(item.day, language)}"

    def _start(self, item: ProgrammeItem) -> str:
        return dates.time(item.starts_at, self._t.language) if item.starts_at else ""

    def _end(self, item: ProgrammeItem) -> str:
        return dates.time(item.ends_at, self._t.language) if item.ends_at else ""

    def _title(self, item: ProgrammeItem) -> str:
        """The title, with what sets the item apart from a plain one."""
        words = [item.title.shown(self._t.language), self._for_whom(item)]
        if item.audience is not Audience.GUEST:
            words.append(label(item.audience, self._t))
        if item.status is not ProgrammeItemStatus.PLANNED:
            words.append(label(item.status, self._t))
        return " · ".join(word for word in words if word)

    def _for_whom(self, item: ProgrammeItem) -> str:
        """The delegations it is for, where it is not for all."""
        meant = [each for each in self._visit.delegations if each.id in item.delegation_ids]
        return ", ".join(self._facts.delegation_name(each, self._visit) for each in meant)

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
