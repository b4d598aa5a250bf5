"""Under a small table: everything about its current row that has no room in the cells.

    card = RowCard(table)
    card.add("internal_notes", t.gettext("Internal notes"), TextArea(lines=2))
What is written here goes into the table's row at once; the card is hidden while no row is current.
"""

import copy
from collections.abc import Mapping
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.fields import Field
from cabinet_app.gui.widgets.form import FieldRow, Form

C = TypeVar("C")


class RowCard(QWidget, Generic[C]):
    """Fields of the row that is current in the table above."""

    def __init__(self, table: ChildTable[C], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._fields: dict[str, Field[Any]] = {}
        self._is_busy = False
        mark(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, 0)
        self.form = Form(self)
        column.addWidget(self.form)
        table.edited.connect(self.show_row)
        table.table.selectionModel().currentRowChanged.connect(self.show_row)
        table.model.modelReset.connect(self.show_row)
        self.hide()

    def add(self, key: str, label: str, field: QWidget) -> FieldRow:
        """A field for the attribute `key` of the row."""
        self._bind(key, field)
        return self.form.add(key, label, field)

    def add_line(self, label: str, fields: Mapping[str, QWidget]) -> FieldRow:
        """Fields of several attributes side by side; name the later ones yourself."""
        for key, field in fields.items():
            self._bind(key, field)
        return self.form.add_line(label, fields, stretch=True)

    def add_wide(self, key: str, label: str, field: QWidget) -> FieldRow:
        """A field over the whole width of the card."""
        self._bind(key, field)
        return self.form.add_wide(key, label, field)

    def add_widget(self, widget: QWidget) -> None:
        """Anything else, over the whole width of the card."""
        self.form.add_widget(widget)

    def field(self, key: str) -> QWidget | None:
        """The field of an attribute, None if the card has none."""
        return cast("QWidget | None", self._fields.get(key))

    def problem(self) -> str:
        """What is wrong with what stands in the card."""
        if self.isHidden():
            return ""
        problems = (getattr(field, "problem", str)() for field in self._fields.values())
        return next((problem for problem in problems if problem), "")

    def show_row(self, *_what: object) -> None:
        """Fill the fields from the current row."""
        if self._is_busy:
            return
        row = self.current()
        self.setVisible(row is not None)
        if row is not None:
            for key, field in self._fields.items():
                field.set_value(getattr(row, key))

    def _bind(self, key: str, field: QWidget) -> None:
        bound = cast("Field[Any]", field)
        self._fields[key] = bound
        bound.edited.connect(self._write)

    def _write(self) -> None:
        row = self.current()
        if row is None:
            return
        changed = copy.copy(row)
        for key, field in self._fields.items():
            setattr(changed, key, field.value())
        self._is_busy = True
        self._table.model.replace(self._table.table.currentIndex().row(), changed)
        self._is_busy = False

    def current_place(self) -> int:
        """The number of the row the card is about, -1 for none."""
        return self._table.table.currentIndex().row()

    def current(self) -> C | None:
        """The row the card is about."""
        place = self._table.table.currentIndex().row()
        rows = self._table.model.rows
        return rows[place] if 0 <= place < len(rows) else None
