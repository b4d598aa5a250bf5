"""A short word about what was done, with one way to take it back; it goes by itself, errors never do.

toaster.show_toast(t.gettext("Saved."), t.gettext("Undo"), undo)
"""

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QStyle, QWidget

from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import FADE_MS, HUGE, MEDIUM, SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button

SHOWN_MS = 8000


class Toast(QWidget):
    """One toast at the lower left of the widget it belongs to; a new one replaces the old."""

    def __init__(self, host: QWidget, *, shown_ms: int = SHOWN_MS) -> None:
        super().__init__(host)
        self._host = host
        mark(self, "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._act: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=shown_ms)
        self._timer.timeout.connect(self.dismiss)
        self._label = PlainLabel(role="toast")
        self._button = text_button("", self, kind="toast")
        self._button.clicked.connect(self._perform)
        self._button.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self._opacity = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._opacity)
        self._fade = QPropertyAnimation(self._opacity, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.finished.connect(self._faded)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said at the moment, empty if nothing is."""
        return self._label.text() if self.isVisible() else ""

    def show_toast(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say `text`, with one button that does `act`."""
        self._label.setText(text)
        self._act = act
        self._button.setText(action)
        self._button.setVisible(bool(action and act))
        self.setAccessibleName(text)
        self.adjustSize()
        self._settle()
        self.show()
        self.raise_()
        self._animate(1.0)
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Take the toast away."""
        self._timer.stop()
        self._animate(0.0)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._resume()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._settle()
        elif watched is self._button and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self._button and event.type() == QEvent.Type.FocusOut:
            self._resume()
        return super().eventFilter(watched, event)

    def _resume(self) -> None:
        if self.isVisible() and not self._button.hasFocus():
            self._timer.start()

    def _perform(self) -> None:
        act, self._act = self._act, None
        self.dismiss()
        if act:
            act()

    def _settle(self) -> None:
        host = self._host
        self.setMaximumWidth(max(host.width() - 2 * HUGE, 200))
        self.move(QPoint(HUGE, host.height() - self.height() - HUGE - SMALL))

    def _animate(self, target: float) -> None:
        self._fade.stop()
        if not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self):
            self._opacity.setOpacity(target)
            self._faded()
            return
        self._fade.setStartValue(
            self._opacity.opacity() if self.isVisible() and target == 0 else 1.0 - target
        )
        self._fade.setEndValue(target)
        self._fade.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def _faded(self) -> None:
        if self._opacity.opacity() == 0:
            self.hide()
