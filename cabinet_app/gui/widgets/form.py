"""Forms: label and field side by side, the message about a field under it, sections that can be jumped to.

    form = Form(t)
    form.section("basics", t.gettext("Basics"))
    row = form.add("starts_on", t.gettext("Date"), DateEdit(…))    -> FieldRow
    form.add_wide("programme", t.gettext("Programme"), table)       a field under its label, over the whole width
    form.show_findings([Finding("ends_on", t.gettext("The end is before the start."))])

Several small fields on one line: `form.add("starts_on", label, together([from_edit, PlainLabel("–"), to_edit]))`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import LARGE, MEDIUM, SMALL, TINY
from cabinet_app.gui.widgets.labels import PlainLabel


class Severity(StrEnum):
    """Whether a finding stands in the way of saving or is only told."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about a field (its name in the draft, empty for the record as a whole)."""

    field: str
    message: str
    severity: Severity = Severity.ERROR


class FieldRow(QWidget):
    """A field with the sentence about it below."""

    def __init__(
        self, field: QWidget, label: QLabel, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.label = label
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(field)
        self.message = PlainLabel(hint, role="small muted", wrap=True)
        self.message.setVisible(bool(hint))
        column.addWidget(self.message)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """The worst finding is said; an error also draws the border."""
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        finding = next(iter([*errors, *findings]), None)
        for widget in (self.field, *self.field.findChildren(QWidget)):
            if widget.property("takes_border") is not False:
                mark(widget, "invalid", bool(errors))
        text = f"⚠ {finding.message}" if finding else self._hint
        mark(self.message, "danger", bool(errors))
        mark(self.message, "warn", bool(finding and not errors))
        mark(self.message, "muted", finding is None)
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def set_shown(self, is_shown: bool) -> None:
        """Show or hide the field together with its label."""
        self.setVisible(is_shown)
        self.label.setVisible(is_shown)


class Section(QWidget):
    """The heading of a part of the form, with a count behind it."""

    counted = Signal()

    def __init__(self, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.title = title
        self.count = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, LARGE, 0, TINY)
        self._label = PlainLabel(title, role="section")
        row.addWidget(self._label)
        row.addStretch(1)

    def add_button(self, button: QWidget) -> None:
        """A button at the right of the heading."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)

    def set_count(self, count: str) -> None:
        """What is said behind the title: `3` or `2/6`."""
        self.count = count
        self._label.setText(f"{self.title} · {count}" if count else self.title)
        self.counted.emit()


class Form(QWidget):
    """Fields in the order they are added, which is the order of Tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "clear")
        self.rows: dict[str, FieldRow] = {}
        self.sections: list[Section] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, LARGE)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)

    def section(self, key: str, title: str) -> Section:
        """Begin a new part."""
        section = Section(key, title, self)
        self.sections.append(section)
        self._grid.addWidget(section, self._grid.rowCount(), 0, 1, 2)
        return section

    def add(self, key: str, label: str, field: QWidget, *, hint: str = "") -> FieldRow:
        """A field beside its label; `&` in the label sets its mnemonic."""
        row = self._row(key, label, field, hint)
        line = self._grid.rowCount()
        row.label.setMinimumHeight(
            row.field.sizeHint().height() if row.field.sizeHint().height() < TALL else TALL
        )
        self._grid.addWidget(row.label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row, line, 1)
        return row

    def add_wide(self, key: str, label: str, field: QWidget, *, hint: str = "") -> FieldRow:
        """A field over the whole width, under its label; an empty label is left out (name the field yourself)."""
        row = self._row(key, label, field, hint)
        if label:
            self._grid.addWidget(row.label, self._grid.rowCount(), 0, 1, 2)
        else:
            row.label.hide()
        self._grid.addWidget(row, self._grid.rowCount(), 0, 1, 2)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Anything else, over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Put every finding under its field; fields without one lose their message."""
        for key, row in self.rows.items():
            row.show_findings([finding for finding in findings if field_of(finding) == key])

    def focus_field(self, key: str) -> bool:
        """Move to a field; False if the form has none of this name."""
        row = self.rows.get(key)
        if row is None:
            return False
        target = (
            row.field if row.field.focusPolicy() != Qt.FocusPolicy.NoFocus else first_focusable(row.field)
        )
        (target or row.field).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _row(self, key: str, label: str, field: QWidget, hint: str) -> FieldRow:
        name = PlainLabel(label, self)
        target = field.focusProxy() or first_focusable(field) or field
        name.setBuddy(target)
        plain = label.replace("&&", "\0").replace("&", "").replace("\0", "&")
        for widget in (field, target):
            if plain and not widget.accessibleName():
                widget.setAccessibleName(plain)
        row = FieldRow(field, name, hint=hint, parent=self)
        self.rows[key] = row
        return row


TALL = 34


def field_of(finding: Finding) -> str:
    """The field of the form a finding belongs to: `programme` for `programme[2].starts_at`."""
    return finding.field.split("[", 1)[0].split(".", 1)[0]


def first_focusable(widget: QWidget) -> QWidget | None:
    """The first part of a composed field that takes the keyboard."""
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and not child.isHidden():
            return child
    return None


def together(widgets: Sequence[QWidget], *, stretch: bool = False) -> QWidget:
    """Several fields on one line."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    for widget in widgets:
        row.addWidget(widget, 1 if stretch and not isinstance(widget, QLabel) else 0)
    if not stretch:
        row.addStretch(1)
    return box
