"""A list and its editor: side by side where there is room, else one above the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget

WIDE = 1100
"""Below this width the editor moves under the list."""
SHARE_ABOVE = 0.4
"""What the list keeps of the height while the editor is under it."""
VIEW_SHARE_ABOVE = 0.55
"""What a month or a map keeps of it: less than a list can it do with a few lines."""
_LEAST = 100


class ListAndEditor(QSplitter):
    """`share` is the part of the width that the list has beside the editor; dragging changes it.

    The first page of `first` is the list, that of `second` says that nothing is chosen. Above one another, a
    view such as a month has all the room as long as nothing is chosen.
    """

    def __init__(self, first: QStackedWidget, second: QStackedWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._share = 0.6
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(first)
        self.addWidget(second)
        self._first = first
        self._second = second
        self.splitterMoved.connect(self._moved)
        first.currentChanged.connect(self._page_turned)
        second.currentChanged.connect(self._page_turned)

    @property
    def share(self) -> float:
        """The list's part of the width as it is now, or as it was while they stood side by side."""
        first, second = self.sizes()
        is_wide = self.orientation() is Qt.Orientation.Horizontal
        return first / (first + second) if is_wide and first and second else self._share

    def set_share(self, share: float) -> None:
        """Give the list this part of the width."""
        self._share = share
        self.share_out()

    def fit(self, width: int) -> None:
        """Stand side by side or above one another, as the width of the window wants it."""
        wanted = Qt.Orientation.Horizontal if width >= WIDE else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self._settle()

    def share_out(self) -> None:
        """Divide the room anew."""
        is_wide = self.orientation() is Qt.Orientation.Horizontal
        whole = max(self.width() if is_wide else self.height(), _LEAST)
        above = VIEW_SHARE_ABOVE if self._first.currentIndex() else SHARE_ABOVE
        first = round(whole * (self._share if is_wide else above))
        self.setSizes([first, whole - first])

    def _page_turned(self, _place: int) -> None:
        if self.orientation() is Qt.Orientation.Vertical:
            self._settle()
            self.share_out()

    def _settle(self) -> None:
        is_wide = self.orientation() is Qt.Orientation.Horizontal
        self._second.setVisible(
            is_wide or not self._first.currentIndex() or bool(self._second.currentIndex())
        )

    def _moved(self, *_where: int) -> None:
        self._share = self.share
