"""How meetings are said on the screen: status pills, times, and the name of a meeting."""

from datetime import date, datetime, time, timedelta
from typing import Final

from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.gui.theme.tokens import Tone
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label

OFF: Final = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MOVED})
"""The meetings that no longer take place on their day."""

_SIGNS: Final[dict[MeetingStatus, tuple[str, Tone]]] = {
    MeetingStatus.PLANNED: ("○", "accent"),
    MeetingStatus.CONVENED: ("◐", "accent"),
    MeetingStatus.HELD: ("●", "ok"),
    MeetingStatus.MINUTES_DRAFT: ("◑", "warn"),
    MeetingStatus.FINALISED: ("●", "ok"),
    MeetingStatus.APPROVED: ("✓", "ok"),
    MeetingStatus.NOT_QUORATE: ("▲", "warn"),
    MeetingStatus.CANCELLED: ("✕", "danger"),
    MeetingStatus.MOVED: ("→", "neutral"),
}
GLYPHS: Final = tuple(dict.fromkeys(glyph for glyph, _tone in _SIGNS.values()))
_ONE_DAY: Final = timedelta(days=1)


def status_spec(status: MeetingStatus, t: Translator) -> StatusSpec:
    """The status as glyph and word."""
    glyph, tone = _SIGNS[status]
    return StatusSpec(glyph, label(status, t), tone)


def last_day_of(starts_at: datetime, ends_at: datetime | None, *, all_day: bool) -> date:
    """The last day of a meeting; a whole-day one may end at the midnight after it."""
    if ends_at is None or ends_at <= starts_at:
        return starts_at.date()
    ends_at_midnight = all_day and ends_at.time() == time.min
    return ends_at.date() - _ONE_DAY if ends_at_midnight else ends_at.date()


def hours(starts_at: datetime, ends_at: datetime | None, *, all_day: bool, t: Translator) -> str:
    """`17.00–18.30`, or that it lasts the whole day; the end is left out if it lies on another day."""
    if all_day:
        return t.gettext("all day")
    same_day = ends_at if ends_at and ends_at.date() == starts_at.date() else None
    return dates.time_range(starts_at.time(), same_day.time() if same_day else None, t.language)


def when(meeting: Meeting, t: Translator) -> str:
    """Day and hour for the line under the title."""
    if meeting.starts_at is None:
        return t.gettext("without a date")
    last = last_day_of(meeting.starts_at, meeting.ends_at, all_day=meeting.all_day)
    first = meeting.starts_at.date()
    day = dates.long(first, t.language) if first == last else dates.date_range_long(first, last, t.language)
    if meeting.all_day:
        return day
    return f"{day}, {hours(meeting.starts_at, meeting.ends_at, all_day=False, t=t)}"


def numbered(name: str, number: str) -> str:
    """The body with the number of its session, where the session has no title of its own."""
    return f"{name} ({number})".strip() if number else name
