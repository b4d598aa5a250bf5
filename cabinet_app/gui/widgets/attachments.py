"""The files of a record: taken in by a button or by dropping them, opened, saved elsewhere, removed.

panel = AttachmentsPanel(context, "agreement_id")
panel.show_record(agreement.id)          # 0 for one that has not been stored yet
"""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.papers import Document, is_program
from cabinet_app.errors import FileNotReadable, UserError
from cabinet_app.gui.background import Progress
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, escaped_tip, icon_button, text_button
from cabinet_app.i18n import messages
from cabinet_app.i18n.numbers import file_size

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change, Observer
    from cabinet_app.services.records import Stored


class AttachmentsPanel(QWidget):
    """The files whose `owner` field names the record; every act is a step of its own that can be undone."""

    counted = Signal(int)
    _stale = Signal()
    """A file came or went; a step may have been taken in a thread of the background."""

    def __init__(self, context: GuiContext, owner: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._owner = owner
        self._record_id = 0
        self._lines: list[QWidget] = []
        self.setAccessibleName(self._t.gettext("Files"))
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        self.hint = PlainLabel(role="small muted", wrap=True)
        column.addWidget(self.hint)
        self.add_button = text_button(self._t.gettext("Add file…"), self, kind="link", icon_name="plus")
        self.add_button.clicked.connect(self.choose)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_record(0)
        self._stale.connect(self._show_again)
        context.cabinet.changes.subscribe(self._register_changed)
        self.destroyed.connect(_Unsubscribe(context, self._register_changed))

    def show_record(self, record_id: int) -> None:
        """Show the files of this record."""
        self._record_id = record_id
        documents = self._context.cabinet.documents.of(self._owner, record_id) if record_id else []
        for line in self._lines:
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self._lines = [self._line(document) for document in documents]
        if not record_id:
            self.hint.setText(self._t.gettext("Save the entry first; then files can be added to it."))
        else:
            self.hint.setText(self._t.gettext("No files yet. Drop them here or choose them."))
        self.hint.setVisible(not documents)
        self.add_button.setEnabled(bool(record_id))
        self.counted.emit(len(documents))

    def choose(self) -> None:
        """Ask for files and take them in."""
        paths = QFileDialog.getOpenFileNames(self, self._t.gettext("Add files"))[0]
        self.take_in([Path(path) for path in paths])

    def take_in(self, paths: list[Path]) -> None:
        """Copy these files into the register, in the background, each in a step of its own."""
        if not self._record_id:
            return
        for path in paths:
            document = Document()
            setattr(document, self._owner, self._record_id)
            keeping = _Keeping(self._context, path, document)
            self._context.background.run(keeping, self._kept, self._failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._record_id and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_in([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _line(self, document: Document) -> QWidget:
        t, name = self._t, document.file_name
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        opener = text_button(doubled(name), line, kind="link", icon_name="file-text")
        opener.setToolTip(escaped_tip(name))
        opener.setMinimumWidth(0)
        save = icon_button("file-down", t.gettext("Save a copy of {file}").format(file=name), line)
        remove = icon_button("trash-2", t.gettext("Remove {file}").format(file=name), line)
        opener.clicked.connect(partial(self._perform, self.open_file, document))
        save.clicked.connect(partial(self._perform, self.save_copy, document))
        remove.clicked.connect(partial(self._perform, self.remove, document))
        row.addWidget(opener, 0)
        row.addWidget(PlainLabel(file_size(document.size, t.language), line, role="small muted"))
        row.addStretch(1)
        row.addWidget(save)
        row.addWidget(remove)
        self._rows.addWidget(line)
        return line

    def _perform(self, act: Callable[[Document], object], document: Document, *_checked: bool) -> None:
        try:
            act(document)
        except UserError as error:
            self._failed(error)

    def open_file(self, document: Document) -> None:
        """Open a copy in the system's program for it; what could run is only ever saved."""
        if is_program(document.file_name):
            told = self._t.gettext("{file} could run as a program and is not opened. Save a copy instead.")
            self._context.toaster.show_toast(told.format(file=document.file_name))
            return
        folder = Path(tempfile.mkdtemp(prefix="kabinet-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = folder / document.file_name
        path.write_bytes(self._context.cabinet.documents.content(document.id))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def save_copy(self, document: Document) -> None:
        """Ask where to and write the bytes there."""
        title = self._t.gettext("Save a copy")
        path = QFileDialog.getSaveFileName(self, title, document.file_name)[0]
        if path:
            from cabinet_app.exchange.files import write_whole

            write_whole(Path(path), self._context.cabinet.documents.content(document.id))

    def remove(self, document: Document) -> None:
        """Put a file into the bin."""
        step = LastStep(self._context, self._show_again)
        with step:
            self._context.cabinet.documents.delete(document.id)
        self._show_again()
        told = self._t.gettext("File {file} has been removed.").format(file=document.file_name)
        self._context.toaster.show_toast(told, self._t.gettext("Undo"), step.undo)

    def _register_changed(self, change: "Change") -> None:
        """Undo and redo bring files and take them away."""
        if change.touches("document") and self._record_id:
            self._stale.emit()

    def _show_again(self) -> None:
        self.show_record(self._record_id)

    def _kept(self, stored: "Stored[Document]") -> None:
        self._show_again()
        told = self._t.gettext("File {file} has been added.").format(file=stored.record.file_name)
        self._context.toaster.show_toast(told)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._context.toaster.show_toast(messages.sentence(error, self._t))


class _Unsubscribe:
    def __init__(self, context: GuiContext, observer: "Observer") -> None:
        self._changes = context.cabinet.changes
        self._observer = observer

    def __call__(self, *_gone: object) -> None:
        self._changes.unsubscribe(self._observer)


class _Keeping:
    def __init__(self, context: GuiContext, path: Path, document: Document) -> None:
        self._documents = context.cabinet.documents
        self._path = path
        self._document = document

    def __call__(self, _progress: Progress) -> "Stored[Document]":
        from cabinet_app.domain.papers import GREATEST_SIZE
        from cabinet_app.errors import FileTooLarge

        try:
            size = self._path.stat().st_size
            if size > GREATEST_SIZE:
                raise FileTooLarge(self._path.name, size, GREATEST_SIZE)
            content = self._path.read_bytes()
        except OSError as error:
            raise FileNotReadable(str(self._path), error.strerror or str(error)) from error
        self._document.file_name = self._path.name
        return self._documents.keep(content, self._document)
