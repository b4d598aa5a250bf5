"""The partner towns on a map beside the list: click or arrow keys choose a town, the editor shows it."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from cabinet_app.domain.map_layout import Dot, Liveliness, MapPlan, MapTown, Style, plan_map
from cabinet_app.domain.map_marks import SHAPES, MarkShape
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.map.map_canvas import RADIUS, MapCanvas, Measure
from cabinet_app.gui.theme.tokens import LARGE, SMALL, TINY, tokens_of
from cabinet_app.gui.widgets.labels import PlainLabel, escaped_tip
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.map_words import liveliness_word, shape_word

SETTLE_MS = 60
"""The map is laid out anew when the window has stopped changing for so long."""
REACH = 14.0
LEGEND_SIGN = 4.5


class MapView(QWidget):
    """A view of a pane of partnerships (see gui/record_kind.View)."""

    def __init__(self, context: GuiContext, pane: Any, parent: QWidget | None = None) -> None:  # noqa: ANN401 the pane is generic
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self.map = TownMap(context.t, self)
        self.map.chosen.connect(self._choose)
        self.map.opened.connect(self._open)
        self.legend = _Legend(context.t, self)
        self.note = PlainLabel(role="small muted", wrap=True)
        self.setFocusProxy(self.map)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self.map, 1)
        column.addWidget(self.legend)
        column.addWidget(self.note)
        self.map.laid_out.connect(self._show_notes)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show the towns of these partnerships."""
        from cabinet_app.reports.composing import maps

        moment = datetime.combine(self._context.today(), time())
        data = maps.compose(self._context.cabinet, moment, internal=True, ids=frozenset(ids))
        language = self._context.language
        home = data.home.town(language) if data.home else None
        self.map.show_towns(home, [one.town(language) for one in data.partners])

    def select(self, record_id: int) -> None:
        """Ring the town of the current partnership."""
        self.map.set_current(record_id)

    def _choose(self, record_id: int) -> None:
        self._pane.select(record_id)

    def _open(self) -> None:
        self._pane.focus_editor()

    def _show_notes(self) -> None:
        t, plan = self._context.t, self.map.plan
        notes = []
        if plan is None:
            notes.append(
                t.gettext("The coordinates of our own town are not entered, so no map can be drawn.")
            )
        elif plan.unplaced or plan.unnamed:
            for sentence, towns in (
                (t.gettext("On the map without their names: {towns}."), plan.unnamed),
                (t.gettext("Not on the map, their coordinates are not entered: {towns}."), plan.unplaced),
            ):
                if towns:
                    notes.append(sentence.format(towns=", ".join(town.name for town in towns)))
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))
        self.legend.show_towns([dot.town for dot in self.map.dots()])


class TownMap(QWidget):
    """The map itself; left and right go from town to town, Return leads into its partnership."""

    chosen = Signal(object)
    opened = Signal()
    laid_out = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._home: MapTown | None = None
        self._towns: list[MapTown] = []
        self._current = 0
        self.plan: MapPlan | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.lay_out)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(t.gettext("Map of the partner towns"))

    def show_towns(self, home: MapTown | None, towns: Sequence[MapTown]) -> None:
        """Lay these towns out round our own."""
        if (home, list(towns)) == (self._home, self._towns) and self.plan is not None:
            return
        self._home, self._towns = home, list(towns)
        self.lay_out()

    def set_current(self, record_id: int) -> None:
        self._current = record_id
        self.setAccessibleDescription(self._told())
        self.update()

    def dots(self) -> list[Dot]:
        """The partners on the map in the order of the arrow keys, from west to east."""
        if self.plan is None:
            return []
        panels = [self.plan.main, *([self.plan.inset] if self.plan.inset else [])]
        dots = [dot for panel in panels for dot in panel.dots if dot.town.record_id]
        return sorted(dots, key=lambda dot: dot.town.spot.longitude if dot.town.spot else 0.0)

    def lay_out(self) -> None:
        """Work the plan out for the present size."""
        self._timer.stop()
        self.plan = None
        if self._home is not None and self._home.spot is not None and self.width() > 1 and self.height() > 1:
            from cabinet_app.reports.twin_map_shapes import map_shapes

            size = (float(self.width()), float(self.height()))
            margin = min(size) * 0.12
            style = Style(radius=RADIUS, gap=3.0, margin=margin)
            measure = Measure(self.font(), self._home)
            self.plan = plan_map(self._home, self._towns, map_shapes(), size, measure, style)
        self.laid_out.emit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.plan is None:
            self.lay_out()
        else:
            self._timer.start()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            dot = self._dot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), escaped_tip(self._words(dot.town)) if dot else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        dot = self._dot_at(event.position())
        if dot is not None:
            self.chosen.emit(dot.town.record_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        leads = self._dot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        dots = self.dots()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current:
            self.opened.emit()
            return
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }.get(Qt.Key(event.key()), 0)
        if not step or not dots:
            super().keyPressEvent(event)
            return
        numbers = [dot.town.record_id for dot in dots]
        place = numbers.index(self._current) + step if self._current in numbers else 0
        self.chosen.emit(numbers[place % len(numbers)])

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.plan is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = MapCanvas(painter, tokens_of(self.palette()), self.font())
        canvas.panel(self.plan.main, self._current)
        if self.plan.inset:
            canvas.panel(self.plan.inset, self._current)
        painter.end()

    def _dot_at(self, at: QPointF) -> Dot | None:
        """The partner whose dot or name is under the mouse."""
        if self.plan is None:
            return None
        for panel in (self.plan.inset, self.plan.main):
            if panel is None:
                continue
            x, y = at.x() - panel.box.left, at.y() - panel.box.top
            if not (0 <= x <= panel.box.width and 0 <= y <= panel.box.height):
                continue
            near = [
                (abs(dot.at[0] - x) + abs(dot.at[1] - y), dot) for dot in panel.dots if dot.town.record_id
            ]
            distance, nearest = min(near, key=lambda one: one[0], default=(REACH + 1, None))
            if nearest is not None and distance <= REACH:
                return nearest
            return next((dot for _, dot in near if dot.label and _holds(dot, x, y)), None)
        return None

    def _words(self, town: MapTown) -> str:
        """`Beljak, Avstrija: pobrateno mesto, stik v zadnjih dveh letih`."""
        t = self._t
        country = country_name(town.country, t.language) if town.country else ""
        name = ", ".join(part for part in (town.name, country) if part)
        return f"{name}: {shape_word(SHAPES[town.kind], t)}, {liveliness_word(town.liveliness, t)}"

    def _told(self) -> str:
        return next(
            (self._words(town) for town in self._towns if town.record_id == self._current),
            self._t.gettext("Arrow keys go from town to town."),
        )


class _Legend(QWidget):
    """The signs that are on the map and what they mean, on as many lines as they need."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._entries: list[tuple[MarkShape, Liveliness, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_towns(self, towns: Sequence[MapTown]) -> None:
        t = self._t
        shapes = [shape for shape in MarkShape if any(SHAPES[town.kind] is shape for town in towns)]
        self._entries = [(shape, Liveliness.LIVELY, shape_word(shape, t)) for shape in shapes]
        self._entries += [
            (shapes[0], one, liveliness_word(one, t))
            for one in Liveliness
            if any(town.liveliness is one for town in towns)
        ]
        self.setAccessibleDescription("; ".join(words for _, _, words in self._entries))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = MapCanvas(painter, tokens, self.font())
        metrics = QFontMetricsF(self.font())
        for (shape, liveliness, words), (x, y) in zip(self._entries, self._places(), strict=True):
            canvas.sign(shape, liveliness, (x + LEGEND_SIGN + 1, y + metrics.height() / 2), LEGEND_SIGN)
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.setFont(self.font())
            painter.drawText(QPointF(x + 3 * LEGEND_SIGN + TINY, y + metrics.ascent()), words)
        painter.end()

    def _places(self) -> list[tuple[float, float]]:
        metrics = QFontMetricsF(self.font())
        places: list[tuple[float, float]] = []
        x = y = 0.0
        for _, _, words in self._entries:
            width = 3 * LEGEND_SIGN + TINY + metrics.horizontalAdvance(words)
            if x and x + width > self.width():
                x, y = 0.0, y + metrics.height() + TINY
            places.append((x, y))
            x += width + LARGE
        return places

    def _fit(self) -> None:
        places = self._places()
        height = places[-1][1] + QFontMetricsF(self.font()).height() + 2 if places else 0
        self.setFixedHeight(round(height))
        self.update()


def _holds(dot: Dot, x: float, y: float) -> bool:
    box = dot.label.box if dot.label else None
    return box is not None and box.left <= x <= box.right and box.top <= y <= box.bottom
