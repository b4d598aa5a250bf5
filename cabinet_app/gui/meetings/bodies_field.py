"""The bodies that meet: the one that leads first, others below it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.bodies import Classification
from cabinet_app.domain.meetings import MeetingBody
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.labels import icon_button, text_button
from cabinet_app.gui.widgets.picker import Picker
from cabinet_app.gui.widgets.record_pickers import organization_picker


class BodiesField(QWidget):
    """A picker for every body; empty ones count for nothing."""

    edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[_BodyRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TINY)
        self.add_button = text_button(
            context.t.gettext("Add another body"), self, kind="quiet", icon_name="plus"
        )
        self.add_button.clicked.connect(self._add_clicked)
        below = QHBoxLayout()
        below.addWidget(self.add_button)
        below.addStretch(1)
        self._column.addLayout(below)
        self._add(MeetingBody())

    def value(self) -> list[MeetingBody]:
        bodies = [row.body() for row in self._rows]
        return [body for body in bodies if body.organization_id is not None]

    def set_value(self, value: Sequence[MeetingBody]) -> None:
        if list(value) != self.value() or (not value and len(self._rows) != 1):
            while self._rows:
                self._drop(self._rows[-1])
            for body in value or (MeetingBody(),):
                self._add(body)
        self._refresh()

    def problem(self) -> str:
        """A name that belongs to no body yet."""
        return next((problem for row in self._rows if (problem := row.picker.problem())), "")

    def lead_picker(self) -> Picker:
        """The picker of the body that leads."""
        return self._rows[0].picker

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._refresh()

    def _add(self, body: MeetingBody) -> None:
        row = _BodyRow(self._context, body, self)
        row.picker.edited.connect(self._changed)
        row.up_button.clicked.connect(self._lead_clicked)
        row.remove_button.clicked.connect(self._remove_clicked)
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        self.setFocusProxy(self._rows[0].picker.line)

    def _drop(self, row: "_BodyRow") -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _add_clicked(self) -> None:
        self._add(MeetingBody())
        self._refresh()
        self._rows[-1].picker.setFocus()

    def _remove_clicked(self) -> None:
        row = self.sender().parent()
        assert isinstance(row, _BodyRow)
        self._drop(row)
        self._refresh()
        self._rows[0].picker.setFocus()
        self.edited.emit()

    def _lead_clicked(self) -> None:
        """Let a body lead: what it stands for comes first."""
        row = self.sender().parent()
        assert isinstance(row, _BodyRow)
        bodies = [other.body() for other in self._rows if other is not row]
        self.set_value([row.body(), *bodies])
        self._rows[0].picker.setFocus()
        self.edited.emit()

    def _changed(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        t = self._context.t
        for place, row in enumerate(self._rows):
            row.show_buttons(is_shown=place > 0)
            name = self.accessibleName() if place == 0 else t.gettext("Further body")
            row.picker.line.setAccessibleName(name)
        self.add_button.setVisible(self._rows[-1].picker.value() is not None)


class _BodyRow(QWidget):
    def __init__(self, context: GuiContext, body: MeetingBody, parent: QWidget) -> None:
        super().__init__(parent)
        self._body = body
        self.picker = organization_picker(context, self, classification=Classification.COMMISSION)
        self.picker.set_value(body.organization_id)
        self.up_button = icon_button("arrow-up", context.t.gettext("Let this body lead"), self)
        self.remove_button = icon_button("x", context.t.gettext("Remove this body"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        row.addWidget(self.picker, 1)
        row.addWidget(self.up_button)
        row.addWidget(self.remove_button)

    def body(self) -> MeetingBody:
        return MeetingBody(id=self._body.id, organization_id=self.picker.value())

    def show_buttons(self, *, is_shown: bool) -> None:
        self.up_button.setVisible(is_shown)
        self.remove_button.setVisible(is_shown)
