"""The legal trail of an agreement: four steps side by side, and below them what the next one lacks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cabinet_app.domain.agreement_trail import Step, StepState, Trail
from cabinet_app.domain.twinning import AgreementEvent
from cabinet_app.gui.agreements.words import capital, short
from cabinet_app.gui.theme.tokens import SMALL, TINY, TYPE_SCALE, tokens_of
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n.agreement_words import state_word, step_word, trail_sentences
from cabinet_app.i18n.catalogs import Translator

GLYPHS = {
    StepState.DONE: "✓",
    StepState.AHEAD: "◐",
    StepState.NEXT: "○",
    StepState.OPEN: "○",
    StepState.UNRECORDED: "–",
    StepState.REFUSED: "✕",
}
_TONES = {
    StepState.DONE: "ok",
    StepState.AHEAD: "accent",
    StepState.NEXT: "accent",
    StepState.OPEN: "muted",
    StepState.UNRECORDED: "muted",
    StepState.REFUSED: "danger",
}


class TrailPanel(QWidget):
    """The steps with their dates, the words of the decision, and the sentences about what is missing."""

    chosen = Signal(object)
    """The event of a step that was clicked or opened by Return."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.steps = _Steps(t, self.chosen.emit, self)
        self.facts = PlainLabel(role="small muted", wrap=True)
        self.lacks = PlainLabel(role="small warn", wrap=True)
        self.lacks.setAccessibleName(t.gettext("What is missing"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        for widget in (self.steps, self.facts, self.lacks):
            column.addWidget(widget)
        self.setFocusProxy(self.steps)

    def show_trail(self, trail: Trail, facts: Sequence[str]) -> None:
        """Show the steps; `facts` are the decisions with their votes."""
        self.steps.show_steps(trail.steps)
        self.facts.setText("\n".join(facts))
        self.facts.setVisible(bool(facts))
        sentences = trail_sentences(trail, self._t)
        self.lacks.setText("\n".join(sentences))
        self.lacks.setVisible(bool(sentences))


class _Steps(QWidget):
    """Four boxes joined by a line; arrows move between them."""

    def __init__(self, t: Translator, open_event: Callable[[AgreementEvent], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._t = t
        self._open = open_event
        self._steps: tuple[Step, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(t.gettext("Legal trail"))

    @property
    def description(self) -> str:
        """`Pobuda: opravljeno, jul. 2021; Mnenje komisije: …`."""
        return "; ".join(f"{name}: {state}" for name, state in (self._words(step) for step in self._steps))

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        self._current = min(self._current, max(len(steps) - 1, 0))
        self.setAccessibleDescription(self.description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        strong, plain = self._fonts()
        height = QFontMetricsF(strong).height() + QFontMetricsF(plain).height() + 2 * SMALL
        return QSize(280, round(height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._current = min(max(self._current + step, 0), len(self._steps) - 1)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open_current()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number in range(len(self._steps)):
            if self._box(number).contains(event.position()):
                self._current = number
                self.update()
                self._open_current()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        strong, plain = self._fonts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, step in enumerate(self._steps):
            box = self._box(number)
            ink = QColor(tokens.ink(_TONES[step.state]))
            is_soft = step.state in {StepState.OPEN, StepState.UNRECORDED}
            painter.setPen(QPen(QColor(tokens.hairline) if is_soft else ink, 1.0))
            ground = tokens.surface if is_soft else tokens.tint(_TONES[step.state])
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, 6, 6)
            if self.hasFocus() and number == self._current:
                painter.setPen(QPen(QColor(tokens.accent), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
            self._paint_words(painter, step, box.adjusted(SMALL, TINY, -SMALL, -TINY), (strong, plain))
        painter.end()

    def _paint_words(self, painter: QPainter, step: Step, box: QRectF, fonts: tuple[QFont, QFont]) -> None:
        tokens = tokens_of(self.palette())
        name, state = self._words(step)
        top = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        for font, text, colour, room in (
            (fonts[0], f"{GLYPHS[step.state]} {name}", tokens.text, top),
            (fonts[1], state, tokens.muted, top.translated(0, box.height() / 2)),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _words(self, step: Step) -> tuple[str, str]:
        state = state_word(step.state, self._t)
        event = step.event
        if event is not None and not event.happened_on.is_empty:
            when = short(event.happened_on, self._t)
            state = when if step.state is StepState.DONE else f"{when} · {state}"
        return capital(step_word(step.step, self._t)), state

    def _box(self, number: int) -> QRectF:
        count = max(len(self._steps), 1)
        width = (self.width() - SMALL * (count - 1)) / count
        return QRectF(number * (width + SMALL) + 0.5, 0.5, width - 1, self.height() - 1)

    def _open_current(self) -> None:
        if self._steps and (event := self._steps[self._current].event) is not None:
            self._open(event)

    def _fonts(self) -> tuple[QFont, QFont]:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        strong.setPointSizeF(strong.pointSizeF() * TYPE_SCALE["small"])
        plain = QFont(self.font())
        plain.setPointSizeF(plain.pointSizeF() * TYPE_SCALE["small"])
        return strong, plain
