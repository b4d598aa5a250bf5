"""The photograph of a person: kept inside the register, shown small, taken off again."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from cabinet_app.domain.papers import Document
from cabinet_app.errors import FileNotReadable, UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n import messages

SIDE = 72
"""The height of the picture in the form."""
ENDINGS = "*.jpg *.jpeg *.png"


class PhotoField(QWidget):
    """The id of the document that holds the picture, None for no picture."""

    edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._document_id: int | None = None
        self._person_id = 0
        g = self._t.gettext
        self.picture = QLabel(self)
        self.picture.setAccessibleName(g("Photograph"))
        self.choose_button = text_button(g("Choose…"), self, kind="quiet", icon_name="plus")
        self.choose_button.setAccessibleName(g("Choose a photograph"))
        self.choose_button.clicked.connect(self.choose)
        self.remove_button = text_button(g("Remove"), self, kind="quiet", icon_name="x")
        self.remove_button.setAccessibleName(g("Remove the photograph"))
        self.remove_button.clicked.connect(self.remove)
        self.said = PlainLabel(role="small muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (self.picture, self.choose_button, self.remove_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)
        row.addStretch(1)
        self.setFocusProxy(self.choose_button)
        self._show()

    def value(self) -> int | None:
        return self._document_id

    def set_value(self, value: int | None) -> None:
        if value != self._document_id:
            self._document_id = value
            self._show()

    def show_person(self, person_id: int) -> None:
        """Whose picture it is; only a stored person can have one."""
        if person_id != self._person_id or not person_id:
            self._person_id = person_id
            self.choose_button.setEnabled(bool(person_id))
            words = self._t.gettext("Save the person first; then a photograph can be added.")
            self.said.setText("" if person_id else words)
            self.said.setVisible(not person_id)

    def choose(self) -> None:
        """Ask for a picture and keep it."""
        g = self._t.gettext
        kinds = g("Pictures") + f" ({ENDINGS})"
        name, _ = QFileDialog.getOpenFileName(self, g("Choose a photograph"), str(Path.home()), kinds)
        if name:
            self.keep(Path(name))

    def keep(self, path: Path) -> None:
        """Take the picture into the register and show it; what is no picture is refused in words."""
        try:
            content = path.read_bytes()
        except OSError as error:
            self._tell(FileNotReadable(str(path), error.strerror or str(error)))
            return
        if QPixmap.fromImage(_image(content)).isNull():
            self._context.toaster.show_toast(self._t.gettext("This file is no picture that can be shown."))
            return
        document = Document(file_name=path.name, person_id=self._person_id)
        try:
            stored = self._context.cabinet.documents.keep(content, document)
        except UserError as error:
            self._tell(error)
            return
        self._document_id = stored.record.id
        self._show()
        self.edited.emit()

    def remove(self) -> None:
        """Take the picture off; the file stays among the person's files until that is thrown away."""
        self._document_id = None
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        pixmap = QPixmap()
        if self._document_id is not None:
            try:
                pixmap = QPixmap.fromImage(_image(self._context.cabinet.documents.content(self._document_id)))
            except UserError as error:
                self._tell(error)
        if not pixmap.isNull():
            pixmap = pixmap.scaledToHeight(SIDE, Qt.TransformationMode.SmoothTransformation)
        self.picture.setPixmap(pixmap)
        self.picture.setVisible(not pixmap.isNull())
        self.remove_button.setVisible(self._document_id is not None)

    def _tell(self, error: UserError) -> None:
        self._context.toaster.show_toast(messages.sentence(error, self._t))


def _image(content: bytes) -> QImage:
    """The picture in the bytes, a null one if there is none."""
    return QImage.fromData(content)
