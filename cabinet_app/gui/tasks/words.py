"""What a task is called on the screen: its pill, which says in words what is overdue, and its second line."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from cabinet_app.domain.task_days import is_overdue
from cabinet_app.domain.tasks import TaskStatus
from cabinet_app.gui.theme.tokens import Tone
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.task_words import done_words, due_phrase, status_words

OVERDUE_SIGN: Final = "⚠"
NOTHING: Final = "–"
_PILLS: Final[Mapping[TaskStatus, tuple[str, Tone]]] = {
    TaskStatus.NEEDS_ACTION: ("○", "accent"),
    TaskStatus.IN_PROCESS: ("◐", "warn"),
    TaskStatus.COMPLETED: ("✓", "ok"),
    TaskStatus.CANCELLED: ("✕", "neutral"),
}


def status_spec(status: TaskStatus, due_on: date | None, today: date, t: Translator) -> StatusSpec:
    """The state as a pill; what is overdue has its own sign and word."""
    if is_overdue(status, due_on, today):
        return StatusSpec(OVERDUE_SIGN, status_words(status, due_on, today, t), "danger")
    glyph, tone = _PILLS[status]
    return StatusSpec(glyph, label(status, t), tone)


def when(status: TaskStatus, due_on: date | None, done_on: date | None, today: date, t: Translator) -> str:
    """The day with how far it is: `25. 11. 2026, čez 5 dni`, or when it was done."""
    if status is TaskStatus.COMPLETED and done_on:
        return done_words(done_on, t)
    if due_on is None:
        return ""
    day = dates.numeric(due_on, t.language)
    return f"{day}, {due_phrase(due_on, today, t)}" if status.is_open else day
