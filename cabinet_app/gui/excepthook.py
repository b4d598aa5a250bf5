"""A bug loses nothing: it is logged and shown as a plain report, and the window goes on."""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cabinet_app import __version__
from cabinet_app.errors import UserError
from cabinet_app.gui.theme.tokens import LARGE, MEDIUM, SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n import messages
from cabinet_app.i18n.catalogs import Translator

log = logging.getLogger(__name__)


class BugDialog(QDialog):
    """What happened, as text to be copied; nothing of it is sent anywhere."""

    def __init__(self, t: Translator, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t.gettext("Something went wrong"))
        self.resize(640, 420)
        self._report = report
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        sentence = t.gettext(
            "This is a fault of the program. What you have typed is still there; save it and go on. "
            "Please pass the report below to whoever looks after the program."
        )
        column.addWidget(PlainLabel(sentence, wrap=True))
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(t.gettext("Report"))
        column.addWidget(text, 1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        copy = text_button(t.gettext("Copy the report"))
        copy.clicked.connect(self._copy)
        close = text_button(t.gettext("Go on"), kind="primary")
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report)


class ExceptHook:
    """Takes what no slot has caught. A fault the user can mend becomes a sentence, anything else a report."""

    def __init__(self, t: Translator, say: Callable[[str], object]) -> None:
        self._t = t
        self._say = say
        self._is_showing = False
        self._dialog: BugDialog | None = None
        self._before = sys.excepthook

    def install(self) -> None:
        """Stand in for Python's own hook."""
        sys.excepthook = self.handle

    def uninstall(self) -> None:
        """Put Python's own hook back."""
        sys.excepthook = self._before

    def speak(self, t: Translator) -> None:
        """Speak another language from now on."""
        self._t = t

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it and tell it; never raises."""
        if isinstance(error, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        if isinstance(error, UserError):
            self._say(messages.sentence(error, self._t))
            return
        # The message of an error may hold what somebody typed; logs hold no names.
        log.error("Unhandled %s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
        if self._is_showing or QApplication.instance() is None:
            return
        # Not `exec`: the code that failed may stand inside a loop of its own.
        self._is_showing = True
        self._dialog = BugDialog(self._t, report_of(kind, error, trace), QApplication.activeWindow())
        self._dialog.finished.connect(self._shown)
        self._dialog.open()

    def _shown(self, _result: int) -> None:
        self._dialog = None
        self._is_showing = False


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Versions, the error and the places in the code, for the screen."""
    places = "".join(traceback.format_tb(trace))
    return "\n".join(
        (
            f"Kabinet {__version__} · Python {platform.python_version()} · {platform.platform()}",
            f"{kind.__module__}.{kind.__qualname__}: {error}",
            places,
        )
    )
