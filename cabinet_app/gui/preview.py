"""The preview of a print: the very bytes that will be saved or sent to the printer.

PreviewPanel(t, background)        show(report) · busy(True) · failed(sentence)
PreviewWindow(context, report)     the panel with Save, Print and Close
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cabinet_app.gui.background import Background, Progress
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.page_view import FIT_PAGE, FIT_WIDTH, STEPS, PageView
from cabinet_app.gui.pdf_pages import PdfPages
from cabinet_app.gui.print_out import PrintOut
from cabinet_app.gui.theme.tokens import LARGE, SMALL, tokens_of
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.labels import PlainLabel, icon_button, text_button
from cabinet_app.i18n.catalogs import Translator

if TYPE_CHECKING:
    from cabinet_app.reports.catalog import Report

_THUMBNAIL: Final = 96
_MOST_THUMBNAILS: Final = 400
Zoom = str | float


class PreviewPanel(QWidget):
    """Pages to scroll through, thumbnails of them, and a bar for page and zoom."""

    def __init__(self, t: Translator, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._background = background
        self._pages: PdfPages | None = None
        self.view = PageView(background, self)
        self.view.setAccessibleName(t.gettext("Pages"))
        self._thumbnails = QListWidget(self)
        self._thumbnails.setAccessibleName(t.gettext("Page thumbnails"))
        self._thumbnails.setIconSize(QSize(_THUMBNAIL, _THUMBNAIL))
        self._thumbnails.setFixedWidth(_THUMBNAIL + 2 * LARGE + SMALL)
        self._thumbnails.hide()
        self._message = PlainLabel(role="muted", wrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count = PlainLabel(role="muted")
        self._zoom: ChoiceCombo[Zoom] = ChoiceCombo(self._zooms())
        self._zoom.setAccessibleName(t.gettext("Zoom"))
        self._arrange()
        self._zoom.edited.connect(self._choose_zoom)
        self.view.page_changed.connect(self._show_place)
        self.view.zoom_changed.connect(self._show_zoom)
        self._thumbnails.currentRowChanged.connect(self._go_to)

    @property
    def page_count(self) -> int:
        return len(self._pages) if self._pages else 0

    def show_report(self, data: bytes) -> None:
        """Show a finished PDF."""
        old = self._pages
        self._pages = PdfPages(data)
        self.view.show_pages(self._pages)
        if old:
            old.close()
        self._stack.setCurrentIndex(0)
        self._show_place(self.view.current_page)
        self._fill_thumbnails()

    def show_message(self, words: str) -> None:
        """Say something instead of pages."""
        self._message.setText(words)
        self._stack.setCurrentIndex(1)
        self._count.setText("")
        self._thumbnails.hide()

    def close_pages(self) -> None:
        """Let go of the file before the widget goes."""
        self.view.show_pages(None)
        if self._pages:
            self._pages.close()
            self._pages = None

    def _zooms(self) -> list[tuple[Zoom, str]]:
        fits: list[tuple[Zoom, str]] = [
            (FIT_PAGE, self._t.gettext("Whole page")),
            (FIT_WIDTH, self._t.gettext("Page width")),
        ]
        return fits + [(step, f"{step * 100:.0f}\u00a0%") for step in STEPS]

    def _arrange(self) -> None:
        t = self._t
        smaller = icon_button("zoom-out", t.gettext("Smaller"), self)
        smaller.clicked.connect(self.view.zoom_out)
        larger = icon_button("zoom-in", t.gettext("Larger"), self)
        larger.clicked.connect(self.view.zoom_in)
        bar = QHBoxLayout()
        bar.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        bar.addWidget(self._count)
        bar.addStretch(1)
        for widget in (smaller, self._zoom, larger):
            bar.addWidget(widget)
        pages = QWidget(self)
        beside = QHBoxLayout(pages)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._thumbnails)
        beside.addWidget(self.view, 1)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(pages)
        self._stack.addWidget(self._message)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(holder, 1)

    def _choose_zoom(self) -> None:
        self.view.set_zoom(self._zoom.value())

    def _show_zoom(self) -> None:
        """Show the zoom that the keys or the wheel chose."""
        zoom = self.view.zoom
        known = [value for value, _ in self._zooms()]
        if zoom in known and self._zoom.value() != zoom:
            self._zoom.set_value(zoom)

    def _show_place(self, page: int) -> None:
        total = self.page_count
        words = self._t.gettext("page {x} of {y}").format(x=page + 1, y=total)
        self._count.setText(words if total else "")
        if self._thumbnails.currentRow() != page and page < self._thumbnails.count():
            self._thumbnails.blockSignals(True)
            self._thumbnails.setCurrentRow(page)
            self._thumbnails.blockSignals(False)

    def _go_to(self, page: int) -> None:
        self.view.show_page(page)

    def _fill_thumbnails(self) -> None:
        self._thumbnails.clear()
        self._thumbnails.setVisible(self.page_count > 1)
        pages = self._pages
        if pages is None or len(pages) <= 1:
            return
        for number in range(min(len(pages), _MOST_THUMBNAILS)):
            self._thumbnails.addItem(QListWidgetItem(str(number + 1)))

        def draw(progress: Progress) -> tuple[PdfPages, list[QImage]]:
            pictures: list[QImage] = []
            for number in range(min(len(pages), _MOST_THUMBNAILS)):
                progress(number, len(pages))
                size = pages.sizes[number]
                pictures.append(pages.picture(number, _THUMBNAIL / max(size.width(), size.height()) * 2))
            return pages, pictures

        self._background.run(draw, self._take_thumbnails, self._no_thumbnails)

    def _take_thumbnails(self, drawn: tuple[PdfPages, list[QImage]]) -> None:
        pages, pictures = drawn
        if pages is not self._pages:
            return
        for number, picture in enumerate(pictures):
            self._thumbnails.item(number).setIcon(QIcon(self._framed(picture)))

    def _framed(self, picture: QImage) -> QPixmap:
        """White paper needs an edge on a white ground."""
        framed = QPixmap.fromImage(picture)
        painter = QPainter(framed)
        painter.setPen(tokens_of(self.palette()).field_border)
        painter.drawRect(framed.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return framed

    def _no_thumbnails(self, _error: Exception) -> None:
        """The print was replaced meanwhile."""


class PreviewWindow(QDialog):
    """A finished print to look at, save and send; what is seen is what is saved."""

    def __init__(self, context: GuiContext, report: "Report", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._report = report
        self._out = PrintOut(context, self)
        self.setWindowTitle(report.name)
        self.panel = PreviewPanel(t, context.background, self)
        self.panel.show_report(report.data)
        save = text_button(t.gettext("Save PDF…"), self)
        save.clicked.connect(self._save)
        send = text_button(t.gettext("Print…"), self, kind="primary")
        send.clicked.connect(self._print)
        close = text_button(t.gettext("Close"), self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(LARGE, SMALL, LARGE, LARGE)
        buttons.addWidget(PlainLabel(report.name, role="muted"))
        buttons.addStretch(1)
        for button in (close, save, send):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel, 1)
        whole.addLayout(buttons)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print)
        self.resize(900, 760)
        self.panel.view.setFocus()

    def done(self, result: int) -> None:
        self.panel.close_pages()
        super().done(result)

    def _save(self) -> None:
        self._out.save(self._report)

    def _print(self) -> None:
        self._out.send(self._report)
