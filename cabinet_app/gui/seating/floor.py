"""The table with its chairs and those who stand beside it: dragging, arrow keys, picking up, putting down.

Floor(t, aside, notes)     show_table(…); signals moved · unseated · lock_wanted · chosen · said
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cabinet_app.domain.seating import Place
from cabinet_app.domain.seating_geometry import TableLayout, nearest
from cabinet_app.gui.seating.chip import Chip, ChipContent
from cabinet_app.gui.seating.ground import Stage, TableGround
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n.catalogs import Translator

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PICK = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Floor(QWidget):
    """Table and standing people as one place in which people are moved.

    `notes` stand below those without a seat and `aside` to the right of both, so that the table never jumps.
    """

    moved = Signal(object, object)
    """A delegate's id and the place to sit."""
    unseated = Signal(object)
    lock_wanted = Signal(object)
    chosen = Signal()
    said = Signal(str)
    """What a keyboard user should know now."""

    def __init__(self, t: Translator, aside: QWidget, notes: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._current: Place | None = None
        self._carried = 0
        self._names: dict[int, str] = {}
        self._ghost: QLabel | None = None
        self.standing: list[Chip] = []
        self.ground = TableGround()
        mark(self.ground, "clear")
        self.scroll_area = Stage(self.ground, self)
        self._heading = PlainLabel(t.gettext("Without a seat"), role="strong")
        self._bench = QWidget(self)
        self._bench.setAccessibleName(t.gettext("People without a seat"))
        self._flow = FlowLayout(self._bench, gap=SMALL)
        self._nobody = PlainLabel(t.gettext("Everybody has a seat."), role="muted")
        beside = QVBoxLayout()
        beside.setSpacing(SMALL)
        beside.addWidget(self._heading)
        beside.addWidget(self._nobody)
        beside.addWidget(self._bench)
        beside.addWidget(notes)
        beside.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(LARGE)
        below.addLayout(beside, 1)
        below.addWidget(aside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        # The table has its whole height before those beside it get any room.
        column.addWidget(self.scroll_area, 100)
        column.addLayout(below, 1)

    @property
    def current(self) -> Place | None:
        """The seat that is chosen."""
        return self._current

    @property
    def carried(self) -> int:
        """The delegate who was picked up, 0 for none."""
        return self._carried

    def show_table(
        self,
        layout: TableLayout,
        chairs: Sequence[ChipContent],
        standing: Sequence[ChipContent],
        sides: tuple[str, str],
    ) -> None:
        """Show a table; the chosen seat stays chosen where it is still there."""
        by_place = {content.place: content for content in chairs if content.place is not None}
        for place in [place for place in self.ground.chairs if place not in by_place]:
            _remove(self.ground.chairs.pop(place))
        for place, content in by_place.items():
            if place not in self.ground.chairs:
                self.ground.chairs[place] = self._new_chip(self.ground)
            chip = self.ground.chairs[place]
            chip.show_content(content)
            chip.show()
        if self._current not in by_place:
            self._current = _middle(layout)
        self._names = {one.delegate_id: one.name for one in (*chairs, *standing) if one.delegate_id}
        if self._carried not in self._names:
            self._carried = 0
        self._show_standing(standing)
        self.ground.show_layout(layout, sides)
        self.scroll_area.fit()
        self._mark()

    def choose(self, place: Place) -> None:
        """Put the cursor on a seat."""
        if place in self.ground.chairs:
            self._current = place
            self._mark()
            chip = self.ground.chairs[place]
            self.scroll_area.ensureWidgetVisible(chip)
            focus = QApplication.focusWidget()
            if focus is not None and self.isAncestorOf(focus):
                chip.setFocus()
            self.chosen.emit()

    def choose_person(self, delegate_id: int) -> None:
        """Put the cursor on somebody, whether the person sits or stands."""
        for chip in (*self.ground.chairs.values(), *self.standing):
            if delegate_id and chip.content.delegate_id == delegate_id:
                if chip.content.place is not None:
                    self.choose(chip.content.place)
                chip.setFocus()
                return

    def put_down(self) -> None:
        """Carry nobody any more; nobody has moved."""
        if self._carried:
            self._carried = 0
            self.said.emit("")
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() not in plain or not self._takes_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is not None:
            self.ground.chairs[self._current].setFocus(event.reason())

    def _new_chip(self, parent: QWidget) -> Chip:
        chip = Chip(parent)
        chip.clicked.connect(self._clicked)
        chip.dragged.connect(self._dragged)
        chip.dropped.connect(self._dropped)
        chip.installEventFilter(self)
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys reach the floor before the button takes the space bar for a click."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
            if isinstance(watched, Chip) and event.modifiers() in plain:
                self._enter(watched)
                return self._takes_key(Qt.Key(event.key()), watched)
        elif isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, Chip):
            self._enter(watched)
        return False

    def _enter(self, chip: Chip) -> None:
        if chip.content.place is not None and chip.content.place != self._current:
            self.choose(chip.content.place)

    def _takes_key(self, key: Qt.Key, chip: Chip | None = None) -> bool:
        if key in _ARROWS and self._current is not None:
            self._walk(chip, *_ARROWS[key])
        elif key in _PICK:
            self._press(chip)
        elif key == Qt.Key.Key_Escape and self._carried:
            self.put_down()
        elif key == Qt.Key.Key_L and self._current is not None:
            self.lock_wanted.emit(self._current)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._sitting():
            self.unseated.emit(self._sitting())
        else:
            return False
        return True

    def _walk(self, chip: Chip | None, dx: int, dy: int) -> None:
        """To the next seat; from those who stand, along them and up to the table."""
        if chip in self.standing:
            step = dx or (1 if dy > 0 else 0)
            at = self.standing.index(chip) + step
            if dy < 0 and self._current is not None:
                self.ground.chairs[self._current].setFocus()
            elif 0 <= at < len(self.standing):
                self.standing[at].setFocus()
            return
        assert self._current is not None
        place = nearest(self.ground.table, self._current, dx, dy)
        if place == self._current and dy > 0 and self.standing:
            self.standing[0].setFocus()
            return
        self.choose(place)
        self.ground.chairs[place].setFocus()

    def _sitting(self) -> int:
        chair = self.ground.chairs.get(self._current) if self._current is not None else None
        return chair.content.delegate_id if chair else 0

    def _press(self, chip: Chip | None) -> None:
        """Pick somebody up, or put down whom one carries."""
        if chip is None:
            chip = self.ground.chairs.get(self._current) if self._current is not None else None
        if chip is None:
            return
        content = chip.content
        if not self._carried:
            if content.is_locked:
                self.said.emit(self._t.gettext("This seat is locked. Press L to unlock it."))
            elif content.delegate_id:
                self._carried = content.delegate_id
                words = self._t.gettext(
                    "Picked up: {name}. Choose a seat and press Enter; Escape puts the person back."
                )
                self.said.emit(words.format(name=content.name))
                self._mark()
            return
        carried = self._carried
        self.put_down()
        if content.place is not None:
            self.moved.emit(carried, content.place)
        else:
            self.unseated.emit(carried)

    def _clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        self._enter(chip)
        chip.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._carried:
            self._press(chip)

    def _dragged(self, chip: Chip, point: QPoint) -> None:
        if self._ghost is None:
            self._ghost = QLabel(self)
            self._ghost.setPixmap(chip.grab())
            self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._ghost.show()
        size = self._ghost.sizeHint()
        self._ghost.move(self.mapFromGlobal(point) - QPoint(size.width() // 2, size.height() // 2))
        self._carried = chip.content.delegate_id
        self._mark(self._chair_at(point))

    def _dropped(self, _chip: Chip, point: QPoint) -> None:
        if self._ghost is not None:
            self._ghost.deleteLater()
            self._ghost = None
        carried, target = self._carried, self._chair_at(point)
        self.put_down()
        if target is not None and target.content.place is not None:
            self.choose(target.content.place)
            self.moved.emit(carried, target.content.place)
        elif self._is_on_bench(point):
            self.unseated.emit(carried)

    def _chair_at(self, point: QPoint) -> Chip | None:
        inside = self.ground.mapFromGlobal(point)
        return next((chip for chip in self.ground.chairs.values() if chip.geometry().contains(inside)), None)

    def _is_on_bench(self, point: QPoint) -> bool:
        return self.mapFromGlobal(point).y() > self.scroll_area.geometry().bottom()

    def _show_standing(self, standing: Sequence[ChipContent]) -> None:
        while len(self.standing) > len(standing):
            _remove(self.standing.pop())
        while len(self.standing) < len(standing):
            chip = self._new_chip(self._bench)
            self._flow.addWidget(chip)
            self.standing.append(chip)
        for chip, content in zip(self.standing, standing, strict=True):
            chip.show_content(content)
            chip.show()
        self._bench.setVisible(bool(standing))
        self._nobody.setVisible(not standing)

    def _mark(self, target: Chip | None = None) -> None:
        """Only the chosen chair is a stop of Tab; arrow keys reach the others."""
        for place, chip in self.ground.chairs.items():
            is_current = place == self._current
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)
            is_carried = bool(self._carried) and chip.content.delegate_id == self._carried
            chip.mark_state(chosen=is_current, carried=is_carried, target=chip is target)
        for chip in self.standing:
            chip.mark_state(
                chosen=False,
                carried=bool(self._carried) and chip.content.delegate_id == self._carried,
                target=False,
            )


def _middle(layout: TableLayout) -> Place | None:
    """The seat nearest to the middle of the far side, where the table is looked at first."""
    if not layout.spots:
        return None
    return min(layout.spots, key=lambda spot: (abs(spot.x - layout.width / 2), spot.y)).place


def _remove(chip: Chip) -> None:
    chip.hide()
    chip.setParent(None)
    chip.deleteLater()
