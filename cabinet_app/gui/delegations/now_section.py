"""A quiet line at the head of a visit that is under way: what is on now and what comes next."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from cabinet_app.domain.programme_hours import held, now_and_next
from cabinet_app.domain.visits import Visit, VisitStatus
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.editor_frame import PADDING
from cabinet_app.gui.widgets.labels import ElidedLabel
from cabinet_app.i18n.visit_words import now_line

EVERY_MS: Final = 20_000
_OFF: Final = (VisitStatus.CANCELLED, VisitStatus.POSTPONED)


def wall_clock() -> time:
    """The hour of the clock on the wall."""
    return datetime.now().time()  # noqa: DTZ005 hours of a programme are those of the wall


class NowSection(VisitSection):
    """It has no heading; on other days nothing of it is seen."""

    clock: Callable[[], time] = staticmethod(wall_clock)

    def build(self) -> None:
        self.line = ElidedLabel(role="accent")
        self.line.setContentsMargins(PADDING, 0, 0, 0)
        layout = self.editor.head.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, self.line)
        self.line.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._tick)

    def fill(self, draft: Visit) -> None:
        today = self.context.today()
        found = now_and_next(draft, datetime.combine(today, self.clock()))
        has_hours = any(item.starts_at for item in held(draft.programme))
        is_shown = found is not None and has_hours and draft.status not in _OFF
        if found is not None and is_shown:
            self.line.set_text(now_line(found, today, self.t))
        self.line.setVisible(is_shown)
        if is_shown != self._timer.isActive():
            self._timer.start() if is_shown else self._timer.stop()

    def _tick(self) -> None:
        if self.editor.has_record and self.editor.isVisible():
            self.fill(self.editor.draft())
