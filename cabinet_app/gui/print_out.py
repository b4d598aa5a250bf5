"""What is done with a finished print: saved under its sensible name, or sent to a printer."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cabinet_app.errors import FileNotWritable, PrintingFailed, UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.i18n.messages import sentence

if TYPE_CHECKING:
    from cabinet_app.reports.catalog import Report

FOLDER_KEY: Final = "print.folder"


class PrintOut:
    """Saves and prints on behalf of a window; failures are told there in one sentence."""

    def __init__(self, context: GuiContext, window: QWidget) -> None:
        self._context = context
        self._window = window

    def save(self, report: "Report") -> Path | None:
        """Ask where, write, and say so; None if nothing was written."""
        t = self._context.t
        folder = self._context.settings.windows.get(FOLDER_KEY, "") or str(Path.home())
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            t.gettext("Save PDF"),
            str(Path(folder) / report.name),
            t.gettext("PDF files (*.pdf)"),
        )
        if not name:
            return None
        path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        try:
            write_whole(path, report.data)
        except FileNotWritable as error:
            self.tell(error)
            return None
        self._context.settings.windows[FOLDER_KEY] = str(path.parent)
        self._context.toaster.show_toast(t.gettext("Saved as {name}.").format(name=path.name))
        return path

    def send(self, report: "Report") -> bool:
        """Ask which printer and send; False if nothing was sent."""
        from cabinet_app.gui.printing import print_pdf

        t = self._context.t
        try:
            sent = print_pdf(report.data, report.name.removesuffix(".pdf"), self._window)
        except PrintingFailed as error:
            self.tell(error)
            return False
        if sent:
            self._context.toaster.show_toast(t.gettext("Sent to the printer."))
        return sent

    def tell(self, error: UserError) -> None:
        """Say what went wrong and what to do."""
        self._say(sentence(error, self._context.t))

    def _say(self, words: str) -> None:
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self._context.t.gettext("Print"))
        box.setText(words)
        box.exec()


def write_whole(path: Path, data: bytes) -> None:
    """Write the file whole or not at all.

    Raises:
        FileNotWritable: the folder or the disk does not allow it.
    """
    draft = ""
    try:
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".print-", suffix=".part")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        Path(draft).replace(path)
    except OSError as error:
        if draft:
            Path(draft).unlink(missing_ok=True)
        raise FileNotWritable(str(path), error.strerror or str(error)) from error
