"""The pages behind a month's grid that list in full every entry that was hidden or shortened there."""

from collections.abc import Sequence
from typing import Final

from cabinet_app.i18n import dates
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry
from cabinet_app.reports.flow import Band, Column, Placed, Rule, paginate
from cabinet_app.reports.styles import BODY, LABEL, MM, MUTED, STRONG
from cabinet_app.reports.text import Run
from cabinet_app.reports.typesetter import Typesetter

_DATE: Final = 36 * MM
_CLOCK: Final = 62 * MM


def continuation(
    entries: Sequence[CalendarEntry], data: CalendarData, setter: Typesetter, width: float, height: float
) -> list[list[Placed]]:
    """The entries with all their words, on as many pages as they need."""
    t = setter.t
    titles = ((0.0, t.gettext("Date")), (_DATE, t.gettext("Time")), (_CLOCK, t.gettext("Event")))
    columns = [Column(x, setter.lines(setter.plain(words, LABEL), _DATE)) for x, words in titles]
    several = len(data.categories) > 1
    body = _CLOCK + (width - _CLOCK) * (0.62 if several else 1)
    if several:
        columns.append(Column(body + 12, setter.lines(setter.plain(t.gettext("Group"), LABEL), _DATE)))
    head = Band(columns, pad=2, after=1)
    return paginate([_row(entry, data, setter, width, body, head) for entry in entries], height, height)


def _row(
    entry: CalendarEntry, data: CalendarData, setter: Typesetter, width: float, body: float, head: Band
) -> Band:
    language = setter.language
    last = entry.in_grid(0).last_day
    first = entry.starts_at.date()
    day = dates.date_range(first, last, language)
    if last == first:
        day = f"{dates.weekday_abbr(first, language)}, {day}"
    clock = "" if entry.all_day else _clock(entry, setter)
    style = STRONG.but(strike=True, colour=MUTED) if entry.cancelled else STRONG
    words = setter.localized(entry.title, style)
    if not entry.place.is_empty:
        words += [Run(" · ", BODY), *setter.localized(entry.place, BODY)]
    if entry.internal:
        internal = setter.t.gettext("internal")
        words += setter.plain(f" · {internal}", BODY.italic.but(colour=MUTED))
    columns = [
        Column(0, setter.lines(setter.plain(day), _DATE - 4)),
        Column(_DATE, setter.lines(setter.plain(clock), _CLOCK - _DATE - 4)),
        Column(_CLOCK, setter.lines(words, body - _CLOCK)),
    ]
    if len(data.categories) > 1:
        group = setter.localized(data.categories[entry.category], BODY.but(colour=MUTED))
        columns.append(Column(body + 12, setter.lines(group, width - body - 12)))
    return Band(columns, above=Rule(), pad=2.5, whole=True, head=head)


def _clock(entry: CalendarEntry, setter: Typesetter) -> str:
    if entry.starts_at.date() != entry.ends_at.date() and entry.ends_at > entry.starts_at:
        return dates.time(entry.starts_at.time(), setter.language)
    return dates.time_range(entry.starts_at.time(), entry.ends_at.time(), setter.language)
