"""What the files of printed calendars are called."""

from datetime import date
from typing import TYPE_CHECKING

from cabinet_app.domain.calendar_spans import month_of, week_of
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.options import ReportOptions

if TYPE_CHECKING:
    from cabinet_app.reports.calendar_data import CalendarData


def stem(data: "CalendarData", _options: ReportOptions, t: Translator) -> str:
    """`2021-12_Terminkalender`, `2021-W50_koledar_interno`, `2021-10_2021-12_calendar`."""
    return _named(data, t.pgettext("file name", "calendar"), t)


def planner(data: "CalendarData", _options: ReportOptions, t: Translator) -> str:
    """`2021-W50_nacrtovalnik`."""
    return _named(data, t.pgettext("file name", "planner"), t)


def agenda(data: "CalendarData", _options: ReportOptions, t: Translator) -> str:
    """`2021-W50_dogodki`, `2021-12-13_2021-12-17_Terminliste`."""
    return _named(data, t.pgettext("file name", "events"), t)


def _named(data: "CalendarData", kind: str, t: Translator) -> str:
    parts = [*_days(*data.span), kind]
    if data.internal:
        parts.append(t.pgettext("file name", "internal"))
    return "_".join(parts)


def _days(first: date, last: date) -> list[str]:
    if (first, last) == week_of(first):
        year, week, _weekday = first.isocalendar()
        return [f"{year}-W{week:02}"]
    if first.day != 1 or last != month_of(last)[1]:
        return list(dict.fromkeys((first.isoformat(), last.isoformat())))
    if (first.month, last.month, first.year) == (1, 12, last.year):
        return [str(first.year)]
    return list(dict.fromkeys(f"{day.year}-{day.month:02}" for day in (first, last)))
