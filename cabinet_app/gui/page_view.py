"""Pages to scroll through, drawn sharp at any size; their pictures come from a background thread."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from cabinet_app.gui.background import Background, Progress
from cabinet_app.gui.pdf_pages import POINTS_PER_INCH, PdfPages
from cabinet_app.gui.theme.tokens import LARGE, tokens_of

FIT_PAGE: Final = "page"
FIT_WIDTH: Final = "width"
STEPS: Final = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_CACHED: Final = 12
_SHARPEN_MS: Final = 120


class PageView(QAbstractScrollArea):
    """Shows a PDF. The zoom is `FIT_PAGE`, `FIT_WIDTH` or a factor (1.0 = the size on paper)."""

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._pages: PdfPages | None = None
        self._zoom: str | float = FIT_PAGE
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self._places: list[QRect] = []
        self._current = 0
        self._sharpen = QTimer(self, singleShot=True, interval=_SHARPEN_MS)
        self._sharpen.timeout.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def zoom(self) -> str | float:
        return self._zoom

    @property
    def factor(self) -> float:
        """The zoom as a factor of the size on paper."""
        return self._points_to_pixels() * POINTS_PER_INCH / self.logicalDpiX()

    @property
    def current_page(self) -> int:
        """The page at the middle of the view, from 0."""
        return self._current

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show another PDF at the same zoom and, where it can be, at the same place."""
        self._pages = pages
        self._pictures.clear()
        self._asked.clear()
        self._lay_out(keep_place=True)
        self.viewport().update()

    def set_zoom(self, zoom: str | float) -> None:
        self._zoom = zoom
        self._lay_out(keep_place=True)
        self.viewport().update()
        self.zoom_changed.emit()

    def zoom_in(self) -> None:
        self.set_zoom(next((step for step in STEPS if step > self.factor + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.factor - 0.01), STEPS[0]))

    def show_page(self, page: int) -> None:
        """Scroll to the upper edge of a page."""
        if 0 <= page < len(self._places):
            self.verticalScrollBar().setValue(self._places[page].top() - LARGE // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().window())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = self._offset()
        for page, place in enumerate(self._places):
            shown = place.translated(-offset)
            if not shown.intersects(self.viewport().rect()):
                continue
            painter.fillRect(shown, Qt.GlobalColor.white)
            picture = self._picture(page, place.size())
            if picture is not None:
                painter.drawImage(shown, picture)
            painter.setPen(tokens.hairline)
            painter.drawRect(shown.adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(keep_place=True)
        if isinstance(self._zoom, str):
            self.zoom_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_Home: partial(self.show_page, 0),
            Qt.Key.Key_End: partial(self.show_page, len(self._places) - 1),
        }
        act = acts.get(event.key())
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def _points_to_pixels(self) -> float:
        if isinstance(self._zoom, float) or not self._pages or not len(self._pages):
            paper = self.logicalDpiX() / POINTS_PER_INCH
            return paper * self._zoom if isinstance(self._zoom, float) else paper
        width = max(size.width() for size in self._pages.sizes)
        height = max(size.height() for size in self._pages.sizes)
        across = (self.viewport().width() - 2 * LARGE) / width
        if self._zoom == FIT_WIDTH:
            return max(across, 0.05)
        return max(min(across, (self.viewport().height() - LARGE) / height), 0.05)

    def _lay_out(self, *, keep_place: bool) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if keep_place and bar.maximum() else 0.0
        self._places = []
        y, widest = LARGE // 2, 0
        scale = self._points_to_pixels()
        for size in self._pages.sizes if self._pages else []:
            page = QSize(round(size.width() * scale), round(size.height() * scale))
            x = max((self.viewport().width() - page.width()) // 2, LARGE)
            self._places.append(QRect(QPoint(x, y), page))
            y += page.height() + LARGE
            widest = max(widest, page.width() + 2 * LARGE)
        for scroll, length, room in (
            (bar, y - LARGE // 2, self.viewport().height()),
            (self.horizontalScrollBar(), widest, self.viewport().width()),
        ):
            scroll.setPageStep(room)
            scroll.setSingleStep(room // 12)
            scroll.setRange(0, max(0, length - room))
        bar.setValue(round(share * bar.maximum()))
        self._scrolled()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _scrolled(self) -> None:
        middle = self._offset().y() + self.viewport().height() // 2
        page = next((number for number, place in enumerate(self._places) if place.bottom() >= middle), 0)
        if page != self._current:
            self._current = page
            self.page_changed.emit(page)
        self.viewport().update()

    def _picture(self, page: int, size: QSize) -> QImage | None:
        """The page's picture, a blurred one of another size meanwhile; asks for the right one."""
        width = round(size.width() * self.devicePixelRatio())
        exact = self._pictures.get((page, width))
        if exact is not None:
            return exact
        self._ask(page, width)
        return next((picture for (number, _), picture in self._pictures.items() if number == page), None)

    def _ask(self, page: int, width: int) -> None:
        pages = self._pages
        if pages is None or (page, width) in self._asked:
            return
        self._asked.add((page, width))

        def draw(_progress: Progress) -> tuple[PdfPages, int, int, QImage | None]:
            if page >= len(pages):
                return pages, page, width, None
            return pages, page, width, pages.picture(page, width / pages.sizes[page].width())

        self._background.run(draw, self._take)

    def _take(self, drawn: tuple[PdfPages, int, int, QImage | None]) -> None:
        pages, page, width, picture = drawn
        if pages is not self._pages or picture is None:
            return
        self._asked.discard((page, width))
        while len(self._pictures) >= _CACHED:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[page, width] = picture
        self.viewport().update()
