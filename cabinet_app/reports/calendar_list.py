"""The pages behind a calendar that list in full every entry that was hidden or shortened there."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from cabinet_app.domain.calendar_agenda import agenda
from cabinet_app.i18n import dates
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry
from cabinet_app.reports.calendar_plan import clock_of, notes_of
from cabinet_app.reports.flow import Band, Column, Placed, Rule, paginate
from cabinet_app.reports.styles import BODY, DANGER, HEADING, LABEL, MM, MUTED, SMALL, STRONG
from cabinet_app.reports.text import Run
from cabinet_app.reports.typesetter import Typesetter

_DATE: Final = 36 * MM
_CLOCK: Final = 62 * MM


def year_list(
    data: CalendarData, setter: Typesetter, width: float, span: tuple[date, date], accent: str
) -> list[Band]:
    """Everything between two days, each entry once, under its month; nothing where there is nothing."""
    spans = [entry.in_grid(key) for key, entry in enumerate(data.entries)]
    body = _CLOCK + (width - _CLOCK) * (0.62 if len(data.categories) > 1 else 1)
    bands: list[Band] = []
    month = 0
    for day in agenda(*span, spans):
        if day.begins and day.day.month != month:
            month = day.day.month
            name = dates.month_title(day.day.year, month, setter.language)
            lines = setter.lines(setter.plain(name, HEADING.but(colour=accent)), width)
            bands.append(Band([Column(0, lines)], before=12, after=2, keep=True))
        bands += [_row(data.entries[key], data, setter, width, body, None) for key in day.begins]
    return bands


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
    entry: CalendarEntry, data: CalendarData, setter: Typesetter, width: float, body: float, head: Band | None
) -> Band:
    language = setter.language
    last = entry.in_grid(0).last_day
    first = entry.starts_at.date()
    day = dates.date_range(first, last, language)
    if last == first:
        day = f"{dates.weekday_abbr(first, language)}, {day}"
    clock = "" if entry.all_day else clock_of(entry, language)
    style = STRONG.but(strike=True, colour=MUTED) if entry.cancelled else STRONG
    words = setter.localized(entry.title, style)
    if not entry.place.is_empty:
        words += [Run(" · ", BODY), *setter.localized(entry.place, BODY)]
    for note in notes_of(entry, setter):
        words += setter.plain(f" · {note}", BODY.italic.but(colour=MUTED))
    lines = setter.lines(words, body - _CLOCK)
    for clash in entry.clashes:
        lines += setter.lines(setter.localized(clash, SMALL.but(colour=DANGER)), body - _CLOCK)
    columns = [
        Column(0, setter.lines(setter.plain(day), _DATE - 4)),
        Column(_DATE, setter.lines(setter.plain(clock), _CLOCK - _DATE - 4)),
        Column(_CLOCK, lines),
    ]
    if len(data.categories) > 1:
        group = setter.localized(data.categories[entry.category], BODY.but(colour=MUTED))
        columns.append(Column(body + 12, setter.lines(group, width - body - 12)))
    return Band(columns, above=Rule(), pad=2.5, whole=True, head=head)
