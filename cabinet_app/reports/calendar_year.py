"""The year on paper: twelve small months on a page, and behind them the list of everything."""

from datetime import date
from typing import Final

from cabinet_app.domain.calendar_spans import MONTHS
from cabinet_app.domain.month_layout import DAYS
from cabinet_app.domain.year_layout import MiniDay, MiniMonth, lay_out_months
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.calendar_data import CalendarData
from cabinet_app.reports.calendar_list import year_list
from cabinet_app.reports.calendar_month import Printed
from cabinet_app.reports.calendar_page import CalendarPage, CalendarPrint
from cabinet_app.reports.calendar_plan import MARGIN, sign_of
from cabinet_app.reports.flow import paginate
from cabinet_app.reports.fonts import Face, width
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.styles import DANGER, HAIRLINE, INK, MM, MUTED, TINT, TINY, Style
from cabinet_app.reports.text import Line, Run, wrap

_MONTH: Final = Style(Face.SEMIBOLD, 12, 15)
_NUMBER: Final = Style(Face.REGULAR, 9.5, 12)
_SMALL: Final = Style(Face.REGULAR, 7, 9, MUTED)
_WEEKS: Final = 6
_GAP: Final = 7 * MM
_WEEK_SHARE: Final = 0.62
_MARKS: Final = 4
"""How many signs stand under a day at most; more are a plus."""
_SATURDAY: Final = 5


def render(
    data: CalendarData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
) -> Printed:
    """A page of small months and the list, for every year."""
    shown = data if data.internal else data.for_guests()
    first, last = shown.span
    years = range(first.year, last.year + 1)
    title = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    print_ = CalendarPrint(shown, house, t, paper, orientation, title)
    columns = 4 if orientation is Orientation.LANDSCAPE else 3
    pages = [page for year in years for page in _Year(print_, year, columns).pages()]
    return print_.finish(pages), print_.findings


class _Year:
    """One year."""

    def __init__(self, print_: CalendarPrint, year: int, columns: int) -> None:
        self._print = print_
        self._year = year
        self._columns = columns
        self._rows = MONTHS // columns
        self._entries = print_.data.entries
        self._scale = print_.scale
        first, last = date(year, 1, 1), date(year, MONTHS, 31)
        self._holidays = [item for item in print_.planner.holidays if first <= item.day <= last]
        self._free = {holiday.day for holiday in self._holidays if not holiday.is_note}
        months = [(year, month) for month in range(1, MONTHS + 1)]
        spans = [entry.in_grid(key) for key, entry in enumerate(self._entries)]
        self._months = lay_out_months(months, spans)
        self._feasts = self._feast_lines()

    def pages(self) -> list[CalendarPage]:
        title = str(self._year)
        return [CalendarPage(title, self._draw), *self._list(title)]

    def _list(self, title: str) -> list[CalendarPage]:
        """Every entry with all its words, under its month."""
        print_ = self._print
        first, last = date(self._year, 1, 1), date(self._year, MONTHS, 31)
        bands = year_list(print_.data, print_.setter, print_.inner, (first, last), print_.house.accent)
        beside = print_.t.gettext("All events")
        return [
            CalendarPage(title, print_.bands(placed), beside)
            for placed in (paginate(bands, print_.height, print_.height) if bands else ())
        ]

    def _feast_lines(self) -> list[Line]:
        """The feasts in a row under the months: `1. 1. novo leto · 8. 2. slovenski kulturni praznik`."""
        runs: list[Run] = []
        language = self._print.t.language
        style = _SMALL.but(size=_SMALL.size * self._scale, colour=INK)
        for holiday in self._holidays:
            if runs:
                runs.append(Run(" · ", style))
            when = dates.day_month(holiday.day, language)
            runs += self._print.setter.plain(f"{when}\u00a0", style.but(face=Face.SEMIBOLD))
            runs += self._print.planner.holiday_runs(holiday, style.but(colour=DANGER))
        return wrap(runs, self._print.inner) if runs else []

    def _draw(self, _number: int) -> None:
        print_ = self._print
        feasts = sum(line.leading for line in self._feasts)
        height = print_.height - print_.legend.height - feasts - 6
        cell_width = (print_.inner - (self._columns - 1) * _GAP) / self._columns
        cell_height = height / self._rows
        for index, month in enumerate(self._months):
            row, column = divmod(index, self._columns)
            x = MARGIN + column * (cell_width + _GAP)
            self._month(month, x, print_.top + row * cell_height, cell_width, cell_height - 5)
        y = print_.top + height + 3
        for line in self._feasts:
            print_.sheet.line(MARGIN, y, line)
            y += line.leading
        print_.legend.draw(print_.sheet, MARGIN, y + 1 * MM)

    def _month(self, month: MiniMonth, x: float, y: float, room: float, height: float) -> None:
        scale, language = self._scale, self._print.t.language
        title = _MONTH.but(size=_MONTH.size * scale)
        name = dates.month_name(month.month, language)
        self._at(x, y, name[:1].upper() + name[1:], title.but(colour=self._print.house.accent))
        unit = room / (DAYS + _WEEK_SHARE)
        left = x + unit * _WEEK_SHARE
        y += title.leading + 1
        small = _SMALL.but(size=_SMALL.size * scale)
        for column, day in enumerate(month.weeks[0].days):
            self._at(left + column * unit, y, dates.weekday_abbr(day.day, language), small, room=unit)
        y += small.leading + 1
        self._print.sheet.rule(x, y, room, colour=self._print.house.accent, weight=0.9)
        step = (height - title.leading - small.leading - 3) / _WEEKS
        for row, week in enumerate(month.weeks):
            top = y + row * step
            self._at(x, top + (step - small.leading) / 4, str(week.number), small)
            for column, mini in enumerate(week.days):
                if mini.in_month:
                    self._day(mini, left + column * unit, top, unit, step)
            if row:
                self._print.sheet.rule(x, top, room, colour=HAIRLINE)

    def _day(self, mini: MiniDay, x: float, y: float, room: float, height: float) -> None:
        day = mini.day
        is_weekend = day.weekday() >= _SATURDAY
        if is_weekend or day in self._free:
            self._print.sheet.box(x + 0.4, y + 0.4, room - 0.8, height - 0.8, fill=TINT)
        shown = [key for key in mini.keys if not self._entries[key].cancelled]
        colour = DANGER if day in self._free else MUTED if is_weekend and not shown else INK
        face = Face.SEMIBOLD if shown else Face.REGULAR
        style = _NUMBER.but(face=face, size=min(_NUMBER.size * self._scale, height * 0.55), colour=colour)
        self._at(x, y + 0.5, str(day.day), style, room=room)
        self._signs(shown, x, y + style.leading, room, height - style.leading)

    def _signs(self, keys: list[int], x: float, y: float, room: float, height: float) -> None:
        """A sign for every body or visit of the day; colour and shape say which."""
        categories = list(dict.fromkeys(self._entries[key].category for key in keys))
        size = min(4.2 * self._scale, height * 0.75, room / (_MARKS + 1.6))
        if not categories or size < 1:
            return
        marks = categories[:_MARKS]
        has_more = len(categories) > _MARKS
        step = size * 1.35
        start = x + (room - step * (len(marks) + has_more) + size * 0.35) / 2
        for number, category in enumerate(marks):
            sign = sign_of(category)
            self._print.sheet.mark(start + number * step, y, size, sign.mark, sign.colour)
        if has_more:
            style = TINY.but(size=size * 1.6, face=Face.SEMIBOLD)
            self._at(start + len(marks) * step, y - size * 0.55, "+", style)

    def _at(self, x: float, y: float, words: str, style: Style, room: float = 0.0) -> None:
        """A short text at a place, in the middle of `room` if it is given."""
        shift = (room - width(words, style.face, style.size)) / 2 if room else 0.0
        self._print.sheet.line(x + shift, y, wrap([Run(words, style)], self._print.inner)[0])
