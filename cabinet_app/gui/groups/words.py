"""How the window shows and says windows, deadlines and meetings of a group."""

from datetime import date
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.cadence import CadenceUnit, JudgedWindow, WindowStatus
from cabinet_app.domain.periods import Window
from cabinet_app.gui.theme.tokens import Tone
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import late_words, left_words, reason_words, status_word, window_label
from cabinet_app.i18n.catalogs import Translator

if TYPE_CHECKING:
    from cabinet_app.services.gatherings import GroupMeeting

SIGNS: Final[dict[WindowStatus, tuple[str, Tone]]] = {
    WindowStatus.MET: ("●", "ok"),
    WindowStatus.MET_LATE: ("◐", "ok"),
    WindowStatus.SECURED: ("◉", "accent"),
    WindowStatus.PLANNED: ("◎", "neutral"),
    WindowStatus.OPEN: ("◌", "neutral"),
    WindowStatus.AT_RISK: ("◌!", "warn"),
    WindowStatus.UNCONFIRMED: ("●?", "warn"),
    WindowStatus.BREACHED: ("○!", "danger"),
    WindowStatus.EXEMPT: ("–", "neutral"),
    WindowStatus.WAIVED: ("/", "neutral"),
    WindowStatus.NOT_REQUIRED: ("·", "neutral"),
}
"""What stands for a status wherever there is little room; clear without its colour."""

WORST_FIRST: Final = (
    WindowStatus.BREACHED,
    WindowStatus.AT_RISK,
    WindowStatus.UNCONFIRMED,
    WindowStatus.OPEN,
    WindowStatus.PLANNED,
    WindowStatus.SECURED,
    WindowStatus.MET_LATE,
    WindowStatus.MET,
    WindowStatus.WAIVED,
    WindowStatus.EXEMPT,
    WindowStatus.NOT_REQUIRED,
)
EXCUSABLE: Final = frozenset(
    {WindowStatus.BREACHED, WindowStatus.AT_RISK, WindowStatus.OPEN, WindowStatus.PLANNED}
)
_LATE = frozenset({WindowStatus.BREACHED})
_RUNNING = frozenset({WindowStatus.OPEN, WindowStatus.PLANNED, WindowStatus.AT_RISK, WindowStatus.SECURED})


def sign(status: WindowStatus, t: Translator) -> StatusSpec:
    """Glyph, word and tone of a status."""
    glyph, tone = SIGNS[status]
    return StatusSpec(glyph, status_word(status, t), tone)


def state_of(item: JudgedWindow, t: Translator, today: date) -> str:
    """The window in a few words: `zamuda 3 dni`, `še do 31.`, `izpolnjeno`."""
    if item.status in _LATE:
        return late_words(item.days_late, t) if item.days_late else status_word(item.status, t)
    if item.status in _RUNNING and not item.is_closed and item.window.contains(today):
        if item.status is WindowStatus.SECURED:
            return status_word(item.status, t)
        return left_words(item.window, t, today)
    return status_word(item.status, t)


def window_words(item: JudgedWindow, t: Translator, today: date) -> str:
    """The window in one sentence, for tooltips and screen readers."""
    parts = [f"{window_label(item.window, t)}: {status_word(item.status, t)}"]
    if item.status in _LATE and item.days_late:
        parts.append(late_words(item.days_late, t))
    elif item.status in _RUNNING and not item.is_closed and item.window.contains(today):
        parts.append(left_words(item.window, t, today))
    reason = reason_words(item, t)
    if reason:
        parts.append(reason)
    if item.held or item.late:
        parts.append(t.gettext("held: {days}").format(days=days_words((*item.held, *item.late), t)))
    if item.planned:
        parts.append(t.gettext("planned: {days}").format(days=days_words(item.planned, t)))
    if item.unconfirmed:
        parts.append(t.gettext("not confirmed: {days}").format(days=days_words(item.unconfirmed, t)))
    return "; ".join(parts)


def days_words(days: tuple[date, ...], t: Translator) -> str:
    """`10. 3., 24. 3.`."""
    return ", ".join(dates.day_month(day, t.language) for day in days)


def due_words(item: JudgedWindow | None, planned: date | None, t: Translator, today: date) -> str:
    """Until when the next meeting must be held, with how long that is; else when it is planned for."""
    if item is not None and item.deadline is not None:
        day = _day(item.deadline, today, t)
        if item.deadline < today:
            return t.gettext("{day} (overdue)").format(day=day)
        left = dates.relative_days((item.deadline - today).days, t.language)
        return t.gettext("{day} ({left})").format(day=day, left=left)
    return t.gettext("planned {day}").format(day=_day(planned, today, t)) if planned else ""


def day_words(day: date | None, today: date, t: Translator) -> str:
    """A day of a column: without its year if that is the present one; empty if there is none."""
    return _day(day, today, t) if day else ""


def _day(day: date, today: date, t: Translator) -> str:
    same_year = day.year == today.year
    return dates.day_month(day, t.language) if same_year else dates.numeric(day, t.language)


def short_label(window: Window, t: Translator) -> str:
    """The name of a window where there is little room: `apr.`, `2. čet.`, `2026`; a gap by its end."""
    if window.unit is CadenceUnit.MONTH:
        return dates.month_abbr(window.start.month, t.language)
    if window.unit is CadenceUnit.QUARTER:
        return t.pgettext("short window", "Q{number}").format(number=window.number)
    if window.unit is CadenceUnit.HALF_YEAR:
        return t.pgettext("short window", "H{number}").format(number=window.number)
    if window.unit is CadenceUnit.WEEK:
        return t.pgettext("short window", "w{number}").format(number=window.number)
    return str(window.year) if window.unit else dates.day_month(window.end, t.language)


def meeting_day(meeting: "GroupMeeting", t: Translator) -> str:
    """`torek, 10. marec 2026, 17.00`."""
    day = dates.long(meeting.starts_at.date(), t.language)
    at = meeting.starts_at.time()
    return f"{day}, {dates.time(at, t.language)}" if at.hour or at.minute else day


def percent(share: float, t: Translator) -> str:
    """`78 %`, in English `78%`."""
    return t.gettext("{percent}%").format(percent=round(share * 100))
