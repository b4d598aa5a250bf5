"""Forms: label and field side by side, the message about a field under it, sections that can be jumped to.

form = Form(t)
form.section("basics", t.gettext("Basics"))
row = form.add("starts_on", t.gettext("Date"), DateEdit(…))    -> FieldRow
form.add_line(t.gettext("Date"), {"starts_on": from_edit, "ends_on": to_edit}, between="–")
form.add_wide("programme", t.gettext("Programme"), table)       over the whole width
form.show_findings([Finding("ends_on", t.gettext("The end is before the start."))])
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
    """A field, or several on one line, with the sentence about them below."""

    def __init__(
        self,
        fields: Mapping[str, QWidget],
        box: QWidget,
        label: QLabel,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields = dict(fields)
        self.label = label
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(box)
        self.message = PlainLabel(hint, role="small muted", wrap=True)
        # A label without a parent would be shown as a window of its own.
        column.addWidget(self.message)
        self.message.setVisible(bool(hint))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """The worst finding is said; an error also draws the border of its field."""
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        finding = next(iter([*errors, *findings]), None)
        text = f"⚠ {finding.message}" if finding else self._hint
        wrong = {field_of(error) for error in errors}
        for key, field in self.fields.items():
            field.setAccessibleDescription(text)
            for widget in (field, *field.findChildren(QWidget)):
                if widget.property("takes_border") is not False:
                    mark(widget, "invalid", key in wrong)
        mark(self.message, "danger", bool(errors))
        mark(self.message, "warn", bool(finding and not errors))
        mark(self.message, "muted", finding is None)
        self.message.setText(text)
        self.message.setVisible(bool(text))

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
        row.setContentsMargins(0, MEDIUM, 0, TINY)
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
        return self._beside(label, {key: field}, field, hint)

    def add_line(
        self,
        label: str,
        fields: Mapping[str, QWidget],
        *,
        between: str = "",
        hint: str = "",
        stretch: bool = False,
    ) -> FieldRow:
        """Several fields on one line with one label; name the later ones yourself (`setAccessibleName`)."""
        parts: list[QWidget] = []
        for place, field in enumerate(fields.values()):
            if place and between:
                parts.append(PlainLabel(between, role="muted"))
            parts.append(field)
        return self._beside(label, fields, together(parts, stretch=stretch), hint)

    def add_wide(self, key: str, label: str, field: QWidget, *, hint: str = "") -> FieldRow:
        """A field over the whole width, under its label; without a label name the field yourself."""
        row = self._row(label, {key: field}, field, hint)
        if label:
            self._grid.addWidget(row.label, self._grid.rowCount(), 0, 1, 2)
        else:
            row.label.hide()
        self._grid.addWidget(row, self._grid.rowCount(), 0, 1, 2)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Anything else, over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def add_beside(self, widget: QWidget) -> None:
        """What belongs to the field just added, under it."""
        self._grid.addWidget(widget, self._grid.rowCount(), 1)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Put every finding under its field; fields without one lose their message."""
        for row in dict.fromkeys(self.rows.values()):
            row.show_findings([finding for finding in findings if field_of(finding) in row.fields])

    def focus_field(self, key: str) -> bool:
        """Move to a field; False if the form has none of this name."""
        row = self.rows.get(key)
        if row is None:
            return False
        target_of(row.fields[key]).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def key_at(self, widget: QWidget | None) -> str:
        """The field a widget is a part of, "" if it is none of ours."""
        while widget is not None and widget is not self:
            for key, row in self.rows.items():
                if row.fields[key] is widget:
                    return key
            widget = widget.parentWidget()
        return ""

    def _beside(self, label: str, fields: Mapping[str, QWidget], box: QWidget, hint: str) -> FieldRow:
        row = self._row(label, fields, box, hint)
        line = self._grid.rowCount()
        row.label.setMinimumHeight(min(box.sizeHint().height(), TALL))
        self._grid.addWidget(row.label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row, line, 1)
        return row

    def _row(self, label: str, fields: Mapping[str, QWidget], box: QWidget, hint: str) -> FieldRow:
        name = PlainLabel(label, self)
        first = next(iter(fields.values()))
        name.setBuddy(target_of(first))
        plain = label.replace("&&", "\0").replace("&", "").replace("\0", "&")
        for field in fields.values():
            own = field.accessibleName() or plain
            for widget in (field, target_of(field)):
                if not widget.accessibleName():
                    widget.setAccessibleName(own)
        row = FieldRow(fields, box, name, hint=hint, parent=self)
        self.rows.update(dict.fromkeys(fields, row))
        return row


TALL = 34


def field_of(finding: Finding) -> str:
    """The field of the form a finding belongs to: `programme` for `programme[2].starts_at`."""
    return finding.field.split("[", 1)[0].split(".", 1)[0]


def target_of(field: QWidget) -> QWidget:
    """The part of a field that takes the keyboard."""
    proxy = field.focusProxy()
    if proxy is not None:
        return proxy
    if field.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return field
    return first_focusable(field) or field


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
        is_word = isinstance(widget, QLabel)
        if is_word:
            widget.setFixedHeight(TALL)
        row.addWidget(
            widget,
            1 if stretch and not is_word else 0,
            Qt.AlignmentFlag(0) if isinstance(widget, QAbstractButton) else Qt.AlignmentFlag.AlignTop,
        )
    if not stretch:
        row.addStretch(1)
    return box
