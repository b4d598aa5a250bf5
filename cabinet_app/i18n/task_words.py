"""Tasks in words: how far from the visit, how urgent, what stands for a title that is missing."""

from datetime import date

from cabinet_app.domain.task_days import is_overdue
from cabinet_app.domain.tasks import TaskAnchor, TaskStatus
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label

MINUS = "\u2212"


def offset_sign(offset_days: int | None) -> str:
    """`T−60`, `T`, `T+7`; empty where the task does not count from its visit."""
    if offset_days is None:
        return ""
    if not offset_days:
        return "T"
    return f"T{MINUS if offset_days < 0 else '+'}{abs(offset_days)}"


def offset_sentence(offset_days: int, anchor: TaskAnchor, t: Translator) -> str:
    """The same in words: `60 dni pred prvim dnem obiska`."""
    count = abs(offset_days)
    is_end = anchor is TaskAnchor.VISIT_END
    if not offset_days:
        return (
            t.gettext("on the last day of the visit")
            if is_end
            else t.gettext("on the first day of the visit")
        )
    if offset_days < 0:
        sentence = (
            t.ngettext(
                "{count} day before the last day of the visit",
                "{count} days before the last day of the visit",
                count,
            )
            if is_end
            else t.ngettext("{count} day before the visit", "{count} days before the visit", count)
        )
    else:
        sentence = (
            t.ngettext("{count} day after the visit", "{count} days after the visit", count)
            if is_end
            else t.ngettext(
                "{count} day after the first day of the visit",
                "{count} days after the first day of the visit",
                count,
            )
        )
    return sentence.format(count=count)


def due_phrase(due_on: date, today: date, t: Translator) -> str:
    """How far a day is: `čez 3 dni`, `danes`, `2 dni zamude` where it has passed."""
    away = (due_on - today).days
    if away < 0:
        return t.ngettext("{count} day overdue", "{count} days overdue", -away).format(count=-away)
    return dates.relative_days(away, t.language)


def status_words(status: TaskStatus, due_on: date | None, today: date, t: Translator) -> str:
    """The state with the word that red alone must not say: `zamuja` for what should have been done."""
    return t.pgettext("task", "overdue") if is_overdue(status, due_on, today) else label(status, t)


def done_words(done_on: date, t: Translator) -> str:
    """`opravljeno 3. 3. 2026`."""
    return t.gettext("done on {date}").format(date=dates.numeric(done_on, t.language))
