"""The rows of the agenda: a head for every day that is not empty, and under it its entries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cabinet_app.domain.calendar_agenda import agenda
from cabinet_app.gui.meetings.calendar_content import CalendarContent, Entry
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A day (without an entry) or one of its entries; `goes_on` if it began before."""

    day: date
    entry: Entry | None = None
    goes_on: bool = False


class AgendaModel(QAbstractListModel):
    """Every row says itself in words, so that a screen reader reads the list as it stands."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._content = CalendarContent()
        self.rows: list[AgendaRow] = []

    def show_content(self, content: CalendarContent, first: date, last: date) -> None:
        """Show these days."""
        self.beginResetModel()
        self._content = content
        self.rows = []
        for day in agenda(first, last, (entry.when for entry in content.entries)):
            self.rows.append(AgendaRow(day.day))
            self.rows += [AgendaRow(day.day, content.entries[key], goes_on=True) for key in day.goes_on]
            self.rows += [AgendaRow(day.day, content.entries[key]) for key in day.begins]
        self.endResetModel()

    def row_of(self, key: tuple[str, int]) -> int:
        """The row where an entry begins, -1 if it is not here."""
        found = (
            number
            for number, row in enumerate(self.rows)
            if row.entry is not None and row.entry.key == key and not row.goes_on
        )
        return next(found, -1)

    def row_of_day(self, day: date) -> int:
        """The first row of this day or the next one that is not empty, -1 if there is none."""
        return next((number for number, row in enumerate(self.rows) if row.day >= day), -1)

    def words(self, row: AgendaRow) -> str:
        """The whole row in words."""
        t = self._t
        if row.entry is None:
            return ", ".join([self.day_words(row.day), *self._content.notes_of(row.day)])
        entry = row.entry
        going_on = t.gettext("going on:") if row.goes_on else ""
        parts = [going_on, *entry.tip]
        return ", ".join(part for part in parts if part)

    def day_words(self, day: date) -> str:
        return dates.long(day, self._t.language)

    def notes(self, day: date) -> str:
        """What the day is besides."""
        return " · ".join(self._content.notes_of(day))

    def is_free(self, day: date) -> bool:
        return self._content.is_free(day)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.entry is not None:
            from html import escape

            return "<br>".join(escape(line) for line in row.entry.tip)
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
