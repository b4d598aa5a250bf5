"""Calendars in a grid of weeks: a month, a quarter, or a week without hours on each page."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from cabinet_app.domain.calendar_spans import (
    Span,
    month_of,
    months_between,
    quarter_of,
    week_of,
    weeks_between,
)
from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.calendar_data import CalendarData
from cabinet_app.reports.calendar_grid import GridPainter
from cabinet_app.reports.calendar_page import CalendarPage, CalendarPrint
from cabinet_app.reports.calendar_plan import MARGIN, GridPlan, Room, Stretch, grid_room
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.styles import MM

_WEEKDAYS: Final = 6 * MM
_WEEK_COLUMN: Final = 8 * MM
Printed = tuple[bytes, tuple[Finding, ...]]


def render(
    data: CalendarData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
) -> Printed:
    """One page for every month."""
    spans = [month_of(date(year, month, 1)) for year, month in data.months]
    return _render(data, house, t, paper, orientation, spans)


def render_quarters(
    data: CalendarData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
) -> Printed:
    """One page for every quarter of a year."""
    first, last = data.span
    quarters = dict.fromkeys(quarter_of(date(*month, 1)) for month in months_between(first, last))
    return _render(data, house, t, paper, orientation, list(quarters))


def render_planner(
    data: CalendarData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
) -> Printed:
    """One page for every week, its days without hours, with room to write."""
    spans = [(week[0], week[-1]) for week in weeks_between(*data.span)]
    return _render(data, house, t, paper, orientation, spans)


def _render(
    data: CalendarData,
    house: HouseStyle,
    t: Translator,
    paper: Paper,
    orientation: Orientation,
    spans: Sequence[Span],
) -> Printed:
    shown = data if data.internal else data.for_guests()
    print_ = CalendarPrint(
        shown, house, t, paper, orientation, title_of(spans[0][0], spans[-1][1], t.language)
    )
    pages = [page for span in spans for page in _pages(print_, Stretch.of(*span))]
    return print_.finish(pages), print_.findings


def title_of(first: date, last: date, language: Language) -> str:
    """`december 2021`, `oktober–december 2021`, `teden 50`, `2021`, or the days themselves."""
    if (first, last) == week_of(first):
        return dates.week_label(first, language)
    if first.day == 1 and last == month_of(last)[1]:
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return str(first.year)
        return dates.month_range(first, last, language)
    return dates.date_range_long(first, last, language)


def beside_of(first: date, last: date, language: Language) -> str:
    """The days of a week, beside its number."""
    return dates.date_range_long(first, last, language) if (first, last) == week_of(first) else ""


def _pages(print_: CalendarPrint, stretch: Stretch) -> list[CalendarPage]:
    """The grid, and behind it what it could not say in full."""
    language = print_.t.language
    title = title_of(stretch.first, stretch.last, language)
    plan = print_.planner.plan(stretch, _room(print_, len(stretch.rows)))
    grid = CalendarPage(title, _drawing(print_, plan), beside_of(stretch.first, stretch.last, language))
    return [grid, *print_.listing(title, [print_.data.entries[key] for key in plan.listed])]


def _room(print_: CalendarPrint, weeks: int) -> Room:
    height = print_.height - _WEEKDAYS * print_.scale - print_.legend.height
    return grid_room(print_.inner, height, weeks, _WEEK_COLUMN * print_.scale)


def _drawing(print_: CalendarPrint, plan: GridPlan) -> Callable[[int], None]:
    def draw(number: int) -> None:
        painter = GridPainter(
            print_.sheet,
            print_.data,
            print_.planner,
            print_.setter,
            print_.house.accent,
            list_page=number + 1,
        )
        scale = print_.scale
        bottom = painter.paint(plan, MARGIN, print_.top, _WEEK_COLUMN * scale, _WEEKDAYS * scale)
        print_.legend.draw(print_.sheet, MARGIN, bottom + 2.5 * MM)

    return draw
