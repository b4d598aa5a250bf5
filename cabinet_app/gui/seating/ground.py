"""The table on the screen: its ground, the names of its sides, and the chairs placed round it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from cabinet_app.domain.seating import Place
from cabinet_app.domain.seating_geometry import TableLayout
from cabinet_app.gui.seating.chip import Chip
from cabinet_app.gui.seating.scene import Scene, lay_out_scene
from cabinet_app.gui.theme.tokens import SMALL, tokens_of

_NO_TABLE = TableLayout(1.0, 1.0, (), has_ends=False, has_row_above=False, has_row_below=False)


class TableGround(QWidget):
    """The table itself; the chairs are its children, placed round it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = _NO_TABLE
        self.sides = ("", "")
        self.chairs: dict[Place, Chip] = {}
        self._scene: Scene | None = None
        self._room = 0

    def fit(self, room: int) -> None:
        """Lay the table out anew for a width."""
        if room != self._room:
            self._room = room
            self._arrange()

    def show_layout(self, table: TableLayout, sides: tuple[str, str]) -> None:
        """Another table; `sides` are the words at its far and near edge."""
        self.table = table
        self.sides = sides
        self._arrange()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The ground is see-through, so its own palette says nothing of the theme.
        tokens = tokens_of(self.window().palette())
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.setBrush(QColor(tokens.neutral_tint))
        drawn = QRect(*self._scene.table)
        painter.drawRoundedRect(drawn, 8, 8)
        painter.setPen(QColor(tokens.muted))
        room = drawn.adjusted(SMALL, SMALL, -SMALL, -SMALL)
        for words, edge in zip(
            self.sides, (Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom), strict=True
        ):
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | edge), words)
        painter.end()

    def _arrange(self) -> None:
        self._scene = lay_out_scene(self.table, self._room, self.fontMetrics().height())
        self.setMinimumSize(self._scene.width, self._scene.height)
        for place, chip in self.chairs.items():
            if place in self._scene.chairs:
                chip.setGeometry(QRect(*self._scene.chairs[place]))
        self.update()


class Stage(QScrollArea):
    """Shows the ground whole where there is room, and never more height than it needs."""

    def __init__(self, ground: TableGround, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(ground)

    def fit(self) -> None:
        """Follow the table: its height is known once its width is."""
        bars = self.verticalScrollBar(), self.horizontalScrollBar()
        # Room for the bar is kept whether it is there or not, or the two would wait for each other for ever.
        self._ground.fit(self.width() - bars[0].sizeHint().width() - 2 * self.frameWidth())
        self.setMaximumHeight(self._ground.minimumHeight() + bars[1].sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
