"""The directory: people, organizations and places, edited as everywhere, merged where two are one."""

from operator import attrgetter
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.dialogs.directory_editors import OrganizationEditor, PlaceEditor
from cabinet_app.gui.dialogs.directory_person import PersonEditor
from cabinet_app.gui.editor import EditorState, RecordEditor
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.record_window import RecordWindow
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.record_model import Column, Sorting
from cabinet_app.gui.widgets.record_pickers import record_picker
from cabinet_app.gui.widgets.toast import Toast
from cabinet_app.i18n import messages
from cabinet_app.i18n.labels import label


class DirectoryDialog(RecordWindow):
    """People, organizations and places, one kind at a time."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, height=680)
        self.setWindowTitle(context.t.gettext("Directory"))
        self.show_kinds("directory", _kinds(context))
        panes = self.tab.panes.values()
        self._merging = [MergeButton(context, pane, self.toast) for pane in panes]


class MergeDialog(QDialog):
    """Which record stays, and which is put into it."""

    def __init__(
        self, context: GuiContext, record_type: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        t = context.t
        self.setWindowTitle(t.gettext("Merge"))
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        sentence = t.gettext(
            "“{title}” stays. Everything that refers to the entry chosen below will refer to it."
        )
        column.addWidget(PlainLabel(sentence.format(title=title), wrap=True))
        self.picker = record_picker(context, record_type, self)
        self.picker.line.setAccessibleName(t.gettext("The entry that goes"))
        self.picker.setMinimumWidth(420)
        column.addWidget(self.picker)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = text_button(t.gettext("Cancel"))
        cancel.clicked.connect(self.reject)
        self.merge_button = text_button(t.gettext("Merge"), kind="primary")
        self.merge_button.clicked.connect(self.accept)
        self.merge_button.setEnabled(False)
        self.picker.edited.connect(self._refresh)
        row.addWidget(cancel)
        row.addWidget(self.merge_button)
        column.addLayout(row)

    def _refresh(self) -> None:
        self.merge_button.setEnabled(self.picker.value() is not None)


class MergeButton:
    """The button in the filter bar of a pane of the directory."""

    def __init__(self, context: GuiContext, pane: RecordPane[Any, Any], toast: Toast) -> None:
        self._context = context
        self._pane = pane
        self._toast = toast
        self.button = text_button(context.t.gettext("Merge…"))
        self.button.clicked.connect(self.ask)
        pane.filter_bar.add_right(self.button)
        pane.state_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.button.setEnabled(bool(self._pane.current_id))

    def ask(self) -> None:
        """Ask for the record that goes and merge it into the current one."""
        pane = self._pane
        if not pane.leave():
            return
        record_type = pane.kind.service.record_type
        dialog = MergeDialog(self._context, record_type, pane.editor.title_label.whole_text(), pane)
        gone = dialog.picker.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
        if gone is not None and gone != pane.current_id:
            self.merge(gone)

    def merge(self, gone: int) -> None:
        """Put the record `gone` into the current one."""
        service: Any = self._pane.kind.service
        t = self._context.t
        try:
            service.merge(self._pane.current_id, gone)
        except UserError as error:
            self._toast.show_toast(messages.sentence(error, t))
            return
        self._toast.show_toast(t.gettext("The two entries have been merged."), t.gettext("Undo"), self._undo)

    def _undo(self) -> None:
        try:
            self._context.cabinet.undo.undo()
        except UserError as error:
            self._toast.show_toast(messages.sentence(error, self._context.t))


def open_directory(context: GuiContext, parent: QWidget, record_type: str, record_id: int) -> bool:
    """Open the directory at a kind of record, and at one of them if `record_id` is not 0."""
    pane = _opened(context, parent, record_type)
    return pane is not None and (pane.select(record_id) if record_id else True)


def take_entry(context: GuiContext, parent: QWidget, record_type: str, state: EditorState[Any]) -> None:
    """Go on with an entry that was being edited."""
    pane = _opened(context, parent, record_type)
    if pane is not None:
        pane.take_draft(state)


def _opened(context: GuiContext, parent: QWidget, record_type: str) -> RecordPane[Any, Any] | None:
    """The pane of a type in the open directory; None if there is none, or another cannot be left."""
    dialog = next(iter(parent.findChildren(DirectoryDialog)), None) or DirectoryDialog(context, parent)
    dialog.come_forward()
    pane = dialog.tab.pane_of(record_type)
    return pane if pane is not None and dialog.tab.show_kind(pane.kind.key) else None


def _kinds(context: GuiContext) -> list[RecordKind[Any, Any]]:
    t, cabinet = context.t, context.cabinet
    return [
        RecordKind(
            key="person",
            service=cabinet.people,
            columns=[
                Column("name", t.gettext("Name"), attrgetter("name"), "name", width=26),
                Column("function", t.gettext("Function"), attrgetter("function"), stretch=True),
                Column("organization", t.gettext("Organization"), attrgetter("organization"), width=20),
                Column("place", t.gettext("Town"), attrgetter("place"), width=14),
            ],
            editor=_Editor(context, PersonEditor),
            new_draft=Person,
            search_hint=t.gettext("Name, function or town"),
            sorting=Sorting("name"),
            can_print=False,
        ),
        RecordKind(
            key="organization",
            service=cabinet.organizations,
            columns=[
                Column("name", t.gettext("Name"), attrgetter("name"), "name", stretch=True),
                Column("kind", t.gettext("Kind"), _Word(context, "classification"), width=18),
                Column("owner", t.gettext("Belongs to"), attrgetter("owner"), width=18),
                Column("place", t.gettext("Town"), attrgetter("place"), width=14),
            ],
            editor=_Editor(context, OrganizationEditor),
            new_draft=Organization,
            search_hint=t.gettext("Name or town"),
            sorting=Sorting("name"),
            can_print=False,
        ),
        RecordKind(
            key="place",
            service=cabinet.places,
            columns=[
                Column("name", t.gettext("Name"), attrgetter("name"), "name", stretch=True),
                Column("kind", t.gettext("Kind"), _Word(context, "kind"), width=14),
                Column("country", t.gettext("Country"), attrgetter("country"), width=18),
            ],
            editor=_Editor(context, PlaceEditor),
            new_draft=Place,
            search_hint=t.gettext("Name or country"),
            sorting=Sorting("name"),
            can_print=False,
        ),
    ]


class _Editor:
    def __init__(self, context: GuiContext, kind: type[RecordEditor[Any]]) -> None:
        self._context = context
        self._kind = kind

    def __call__(self, parent: QWidget) -> RecordEditor[Any]:
        return self._kind(self._context, parent)


class _Word:
    """The words of an enumeration in a row."""

    def __init__(self, context: GuiContext, attribute: str) -> None:
        self._t = context.t
        self._attribute = attribute

    def __call__(self, row: object) -> str:
        member = getattr(row, self._attribute)
        return label(member, self._t) if member is not None else ""
