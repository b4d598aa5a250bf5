"""The editor of one record in the detail pane: fields bound to the attributes of its draft.

A subclass builds the form and judges the draft; the base loads, collects, watches and shows findings:

    class VisitEditor(RecordEditor[Visit]):
        def build(self, form: Form) -> None:
            self.section("basics", self.t.gettext("Basics"))
            self.bind("title", self.t.gettext("&Title"), LocalizedEdit(self.t))
            self.bind_line(self.t.gettext("&Date"), {"starts_on": …, "ends_on": …}, between="–")
        def headline(self, draft): return draft.title.shown(self.t.language), "subtitle", StatusSpec(…)
        def check(self, draft): return [Finding("ends_on", …)]
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cabinet_app.domain.copying import copied
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor_frame import EditorFoot, EditorHead
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import HUGE, SMALL
from cabinet_app.gui.widgets.banner import Banner, Link
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.fields import Field
from cabinet_app.gui.widgets.form import FieldRow, Finding, Form, Section, Severity
from cabinet_app.gui.widgets.labels import ElidedLabel, Hairline
from cabinet_app.gui.widgets.pills import PillLabel, StatusSpec

D = TypeVar("D")
BROAD = 760
LOW = 440
"""A pane at least this broad and lower than this stands under its list; the form gets the room."""
Headline = tuple[str, str, StatusSpec | None]


@dataclass(frozen=True, slots=True)
class EditorState(Generic[D]):
    """What is being edited, to be handed to another editor: the draft, what it was read as, its version.

    `extra` is a draft of another record that an editor edits besides and knows how to take up again.
    """

    draft: D
    base: D
    version: int
    is_new: bool
    extra: object = None


class RecordEditor(QWidget, Generic[D]):
    """Title, anchors, form and buttons for one record. `version` 0 means that it is not stored yet."""

    edited = Signal()
    save_requested = Signal()
    discard_requested = Signal()
    left_upwards = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.t = context.t
        self.version = 0
        self.untitled = ""
        """What stands for the title while there is none."""
        self._fields: dict[str, Field[Any]] = {}
        self._labels: dict[str, str] = {}
        self._draft: D | None = None
        self._base: D | None = None
        self._is_filling = False
        self._touched: set[str] = set()
        self._is_compact = False
        self._build_frame()
        self.build(self.form)
        self.head.set_sections(self.form.sections, self.open_section)
        self._listen()

    # What a subclass says.

    def build(self, form: Form) -> None:
        """Make the sections and bind the fields."""
        raise NotImplementedError

    def headline(self, draft: D) -> Headline:
        """Title, muted second line and status pill for the top of the editor."""
        raise NotImplementedError

    def check(self, draft: D) -> Sequence[Finding]:  # noqa: ARG002 - for subclasses
        """What is wrong with the draft (errors) and what one should know (notes)."""
        return ()

    def fill(self, draft: D) -> None:
        """Show what no bound field shows; called after the bound fields are filled and after every edit."""

    def collect(self, draft: D) -> None:
        """Write into `draft` what no bound field holds."""

    # What a subclass uses in `build`.

    def section(self, key: str, title: str) -> Section:
        """Begin a part of the form, with an anchor at the top."""
        return self.form.section(key, title)

    def bind(self, key: str, label: str, field: QWidget, *, wide: bool = False, hint: str = "") -> FieldRow:
        """A field for the attribute `key` of the draft."""
        self.watch(key, field, label)
        add = self.form.add_wide if wide else self.form.add
        return add(key, label, field, hint=hint)

    def bind_line(
        self,
        label: str,
        fields: Mapping[str, QWidget],
        *,
        between: str = "",
        hint: str = "",
        stretch: bool = False,
    ) -> FieldRow:
        """Fields for several attributes on one line."""
        for key, field in fields.items():
            self.watch(key, field, field.accessibleName() or label)
        return self.form.add_line(label, fields, between=between, hint=hint, stretch=stretch)

    def watch(self, key: str, field: QWidget, label: str = "") -> None:
        """Bind a field that you place yourself."""
        bound = cast("Field[Any]", field)
        self._fields[key] = bound
        self._labels[key] = label.replace("&", "")
        bound.edited.connect(self._edited)

    # What the pane uses.

    @property
    def is_dirty(self) -> bool:
        """Whether the draft differs from what was read."""
        return self._draft is not None and (self.draft() != self._base or self._has_problem())

    @property
    def is_new(self) -> bool:
        return self._draft is not None and self.version == 0

    @property
    def title_label(self) -> ElidedLabel:
        return self.head.title_label

    @property
    def subtitle_label(self) -> ElidedLabel:
        return self.head.subtitle_label

    @property
    def pill(self) -> PillLabel:
        return self.head.pill

    @property
    def state_label(self) -> ElidedLabel:
        return self.foot.state_label

    @property
    def has_record(self) -> bool:
        return self._draft is not None

    @property
    def base(self) -> D:
        """The record as it was read."""
        assert self._base is not None
        return self._base

    def load(self, record: D, version: int) -> None:
        """Show a stored record."""
        self.restore(EditorState(record, record, version, is_new=False))

    def begin(self, draft: D) -> None:
        """Show a record that is not stored yet."""
        self.restore(EditorState(draft, draft, 0, is_new=True))

    def restore(self, state: EditorState[D]) -> None:
        """Go on where another editor was left; another record is shown from its top."""
        if state.is_new or self._base is None or _id_of(state.base) != _id_of(self._base):
            self._scroll_to_top()
        self._draft = copied(state.draft)
        self._base = copied(state.base)
        self.version = state.version
        self._touched.clear()
        self.banner.clear()
        self._fill_fields()
        self.form.show_findings(self._notes())
        self._update_frame()

    def state(self) -> EditorState[D] | None:
        """What is being edited, None if there is nothing."""
        if self._draft is None:
            return None
        return EditorState(self.draft(), copied(self.base), self.version, self.is_new)

    def may_delete(self) -> bool:
        """Whether the record may go at once; an editor that has a question asks it and answers False."""
        return True

    def clear(self) -> None:
        """Let go of the record."""
        self._draft = self._base = None
        self.version = 0
        self.banner.clear()

    def draft(self) -> D:
        """A copy of the draft as the fields have it now."""
        assert self._draft is not None
        draft: Any = copied(self._draft)
        for key, field in self._fields.items():
            setattr(draft, key, field.value())
        self.collect(draft)
        return cast("D", draft)

    def commit(self) -> None:
        """Take over what is being typed in a cell of a table."""
        for table in self.findChildren(ChildTable):
            table.commit()

    def validate(self) -> list[Finding]:
        """Errors and notes about the draft as it stands."""
        problems = [
            Finding(key, problem)
            for key, field in self._fields.items()
            if (problem := getattr(field, "problem", str)())
        ]
        return [*problems, *self.check(self.draft())]

    def show_errors(self, findings: Sequence[Finding], sentence: str = "") -> None:
        """After a save that failed: everything under its field, and a banner with links to the fields."""
        self._touched = set(self.form.rows)
        self.form.show_findings(findings)
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        links = [
            Link(self._with_label(finding), Jump(self, finding.field), is_line=True) for finding in errors
        ]
        discard = Link(self.t.gettext("Discard the changes"), self.discard_requested.emit)
        self.banner.show_message(
            "danger", sentence or self.t.gettext("This has not been saved yet:"), [*links, discard]
        )
        self._scroll_to_top()
        if errors:
            self.jump_to(errors[0].field)

    def table_at(self, focus: QWidget | None) -> "ChildTable[Any] | None":
        """The table that Ctrl+Shift+N adds to: the one `focus` is in, else the first one."""
        while focus is not None and not isinstance(focus, ChildTable):
            focus = focus.parentWidget()
        return focus or next(iter(self.findChildren(ChildTable)), None)

    def jump_to(self, field: str) -> bool:
        """Move the cursor into a field."""
        return self.form.focus_field(field.split("[", 1)[0].split(".", 1)[0])

    def label_of(self, key: str) -> str:
        """What a field is called on the screen."""
        return self._labels.get(key.split(".", 1)[0].split("[", 1)[0], "") or key

    def focus_first(self) -> None:
        """Go into the first field."""
        if self.form.rows:
            self.form.focus_field(next(iter(self.form.rows)))

    def say_state(self, text: str) -> None:
        """The muted words beside the buttons, such as `Saved at 10.42`."""
        self.state_label.set_text(text)

    def open_section(self, key: str) -> None:
        """Scroll to a part of the form."""
        for section in self.form.sections:
            if section.key == key:
                self.scroll_area.verticalScrollBar().setValue(
                    section.mapTo(self.form, section.rect().topLeft()).y()
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low and broad, as under a list on a small screen: what stands round the form gives way to it."""
        super().resizeEvent(event)
        is_compact = event.size().width() >= BROAD and event.size().height() < LOW
        if is_compact == self._is_compact:
            return
        self._is_compact = is_compact
        self.foot.set_compact(is_compact)
        self.head.set_compact(is_compact, self.foot)
        self._line.setVisible(not is_compact)
        if not is_compact:
            self._column.addWidget(self.foot)

    # Inside.

    def _build_frame(self) -> None:
        mark(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.head = EditorHead(self)
        self._column.addWidget(self.head)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        mark(inner, "clear")
        self.form = Form(inner)
        self.banner = Banner(inner)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(HUGE, 0, HUGE, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self.banner)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.scroll_area.setWidget(inner)
        self._column.addWidget(self.scroll_area, 1)
        self._line = Hairline()
        self.foot = EditorFoot(self.t, self)
        self.foot.saved.connect(self.save_requested)
        self.foot.discarded.connect(self.discard_requested)
        self._column.addWidget(self._line)
        self._column.addWidget(self.foot)

    def _listen(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def _fill_fields(self) -> None:
        self._is_filling = True
        for key, field in self._fields.items():
            field.set_value(getattr(self._draft, key))
        # Not `self.draft()`: what `collect` reads from has not been filled yet.
        self.fill(copied(cast("D", self._draft)))
        self._is_filling = False

    def _edited(self) -> None:
        if self._is_filling or self._draft is None:
            return
        self._is_filling = True
        self.fill(self.draft())
        self._is_filling = False
        self._update_frame()
        self.edited.emit()

    def _update_frame(self) -> None:
        title, subtitle, status = self.headline(self.draft())
        self.title_label.set_text(title or self.untitled)
        self.head.subtitle_label.set_text(subtitle)
        self.head.subtitle_label.setVisible(bool(subtitle))
        self.pill.set_status(status)
        is_dirty = self.is_dirty or self.is_new
        self.foot.save_button.setEnabled(is_dirty)
        self.foot.discard_button.setEnabled(is_dirty)
        self.foot.history_button.setEnabled(not self.is_new)
        if is_dirty:
            self.say_state(self.t.gettext("Not saved yet"))

    def _notes(self) -> list[Finding]:
        return [finding for finding in self.validate() if finding.severity is Severity.NOTE]

    def _has_problem(self) -> bool:
        return any(getattr(field, "problem", str)() for field in self._fields.values())

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._draft is None or old is None or not self.isAncestorOf(old):
            return
        left, entered = self.form.key_at(old), self.form.key_at(new)
        if left and left != entered:
            self._touched.add(left)
            shown = [
                finding
                for finding in self.validate()
                if finding.severity is Severity.NOTE or finding.field.split("[", 1)[0] in self._touched
            ]
            self.form.show_findings(shown)

    def _with_label(self, finding: Finding) -> str:
        label = self._labels.get(finding.field.split("[", 1)[0], "")
        return f"{label}: {finding.message}" if label else finding.message

    def _scroll_to_top(self) -> None:
        self.scroll_area.verticalScrollBar().setValue(0)


def _id_of(record: object) -> int:
    return int(getattr(record, "id", 0))


class Jump:
    """Moves to a field of an editor; a callable that a link can keep."""

    def __init__(self, editor: "RecordEditor[Any]", field: str) -> None:
        self._editor = editor
        self._field = field

    def __call__(self) -> None:
        self._editor.jump_to(self._field)
