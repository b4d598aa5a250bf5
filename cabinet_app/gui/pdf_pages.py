"""The pages of a finished PDF as pictures; one at a time, because the renderer bears no second thread."""

import threading
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72.0
_renderer = threading.Lock()


class PdfPages:
    """An open PDF; sizes are points. May be used from any thread."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with _renderer:
            self._document: Any = pypdfium2.PdfDocument(data)
            self.sizes = [
                QSizeF(*self._document.get_page_size(index)) for index in range(len(self._document))
            ]

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, page: int, scale: float) -> QImage:
        """The page with `scale` pixels per point."""
        with _renderer:
            opened = self._document[page]
            bitmap = opened.render(scale=scale, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            ).copy()
            bitmap.close()
            opened.close()
        return picture

    def close(self) -> None:
        """Let go of the file; pictures that were made stay good."""
        with _renderer:
            self._document.close()
            self.sizes = []
