"""The list of events on paper: day by day, empty days left out, every entry with all its words."""

from datetime import date, timedelta
from typing import Final

from cabinet_app.domain.calendar_agenda import AgendaDay, agenda
from cabinet_app.domain.calendar_spans import week_of
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry
from cabinet_app.reports.calendar_month import Printed, title_of
from cabinet_app.reports.calendar_page import CalendarPage, CalendarPrint
from cabinet_app.reports.calendar_plan import clock_of, notes_of, sign_of
from cabinet_app.reports.flow import Band, Column, Painter, Rule, paginate
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import BODY, DANGER, HAIRLINE, INK, LABEL, MM, MUTED, SMALL, STRONG, Style
from cabinet_app.reports.text import Line, Run
from cabinet_app.reports.typesetter import Typesetter

_DAY: Final = Style(Face.SEMIBOLD, 11, 14)
_DATE_WIDTH: Final = 31 * MM
_CLOCK_WIDTH: Final = 25 * MM
_MARK: Final = 5.6
_SHARE: Final = 0.7
"""Of the room for words, what the event takes; the rest is its body's."""
_PAD: Final = 2.4


def render(
    data: CalendarData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
) -> Printed:
    """The days of the calendar with what stands on them."""
    shown = data if data.internal else data.for_guests()
    first, last = shown.span
    is_week = (first, last) == week_of(first)
    title = title_of(first, last, t.language)
    print_ = CalendarPrint(shown, house, t, paper, orientation, title)
    bands = _Bands(print_, print_.inner).days(first, last, weeks=not is_week)
    beside = dates.date_range_long(first, last, t.language) if is_week else ""
    height = print_.height - print_.legend.height
    pages = [CalendarPage(title, print_.bands(placed), beside) for placed in paginate(bands, height, height)]
    return print_.finish([_with_legend(print_, page) for page in pages]), print_.findings


def _with_legend(print_: CalendarPrint, page: CalendarPage) -> CalendarPage:
    def draw(number: int) -> None:
        page.draw(number)
        foot = print_.top + print_.height - print_.legend.height
        print_.legend.draw(print_.sheet, _left(print_), foot + 2 * MM)

    return CalendarPage(page.title, draw, page.beside)


def _left(print_: CalendarPrint) -> float:
    """Where the text of a page begins."""
    return (print_.sheet.width - print_.inner) / 2


class _Bands:
    """Sets the days of a print as bands."""

    def __init__(self, print_: CalendarPrint, width: float) -> None:
        self._data = print_.data
        self._planner = print_.planner
        self._setter: Typesetter = print_.setter
        self._language = print_.t.language
        self._width = width
        self._several = len(print_.data.categories) > 1
        words = width - _DATE_WIDTH - _CLOCK_WIDTH
        self._group_x = _DATE_WIDTH + _CLOCK_WIDTH + words * _SHARE
        self._words_width = words * (_SHARE if self._several else 1) - 10
        self._accent = print_.house.accent

    def days(self, first: date, last: date, *, weeks: bool) -> list[Band]:
        """Every day that has something, each entry once; `weeks` puts a head above each week."""
        entries = [entry.in_grid(key) for key, entry in enumerate(self._data.entries)]
        found = agenda(first, last, entries)
        bands: list[Band] = []
        before: date | None = None
        for day in found:
            monday = week_of(day.day)[0]
            if weeks and monday != before:
                before = monday
                bands.append(self._week_head(monday, first, last))
            bands += self._day(day)
        if not bands:
            words = self._setter.t.gettext("Nothing is entered for these days.")
            bands.append(
                self._setter.paragraph(self._setter.plain(words, BODY.but(colour=MUTED)), self._width)
            )
        return bands

    def _week_head(self, monday: date, first: date, last: date) -> Band:
        language = self._language
        sunday = monday + timedelta(days=6)
        days = dates.date_range(max(monday, first), min(sunday, last), language)
        runs = [
            *self._setter.plain(dates.week_label(monday, language), LABEL.but(colour=self._accent)),
            *self._setter.plain(f" · {days}", LABEL),
        ]
        return Band([Column(0, self._setter.lines(runs, self._width))], before=10, after=2, keep=True, pad=1)

    def _day(self, day: AgendaDay) -> list[Band]:
        head = self._day_lines(day.day)
        bands = [self._entry(key) for key in day.begins]
        if day.goes_on:
            bands.append(self._going_on(day))
        again = Band([Column(0, head)], pad=2, after=0)
        for number, band in enumerate(bands):
            if number:
                band.head = again
            else:
                band.columns.insert(0, Column(0, head))
                band.above = Rule(MUTED, 0.7)
        return bands

    def _day_lines(self, day: date) -> list[Line]:
        holidays = [holiday for holiday in self._planner.holidays if holiday.day == day]
        is_free = any(not holiday.is_note for holiday in holidays)
        colour = DANGER if is_free else INK
        words = dates.weekday_name(day, self._language)
        room = _DATE_WIDTH - 6
        lines = self._setter.lines(self._setter.plain(words, SMALL.but(colour=colour)), room)
        when = dates.day_month(day, self._language)
        if day.year != self._data.span[0].year or self._data.span[0].year != self._data.span[1].year:
            when = dates.numeric(day, self._language)
        lines += self._setter.lines(self._setter.plain(when, _DAY.but(colour=colour)), room)
        for holiday in holidays:
            lines += self._setter.lines(self._planner.holiday_runs(holiday), room)
        return lines

    def _entry(self, key: int) -> Band:
        entry, setter = self._data.entries[key], self._setter
        columns = [
            Column(_DATE_WIDTH, setter.lines(self._when(entry), _CLOCK_WIDTH - 6)),
            Column(_DATE_WIDTH + _CLOCK_WIDTH, self._words(entry)),
        ]
        if self._several:
            group = setter.localized(self._data.categories[entry.category], SMALL)
            room = self._width - self._group_x - _MARK - 4
            columns.append(Column(self._group_x + _MARK + 4, setter.lines(group, room)))
        return Band(
            columns,
            above=Rule(HAIRLINE, x=_DATE_WIDTH),
            pad=_PAD,
            whole=True,
            paint=self._mark(entry) if self._several else None,
        )

    def _when(self, entry: CalendarEntry) -> list[Run]:
        span = entry.in_grid(0)
        colour = MUTED if entry.cancelled else INK
        style = STRONG.but(colour=colour)
        if span.last_day > span.first_day:
            until = dates.date_range(span.first_day, span.last_day, self._language)
            return self._setter.plain(until, style.but(size=8.5))
        if entry.all_day:
            return self._setter.plain(self._setter.t.gettext("all day"), BODY.but(colour=MUTED))
        return self._setter.plain(clock_of(entry, self._language), style)

    def _words(self, entry: CalendarEntry) -> list[Line]:
        setter = self._setter
        style = STRONG.but(strike=True, colour=MUTED) if entry.cancelled else STRONG
        runs = setter.localized(entry.title, style)
        if not entry.place.is_empty:
            runs += [Run(" · ", SMALL), *setter.localized(entry.place, SMALL)]
        for note in notes_of(entry, setter):
            runs += setter.plain(f" · {note}", SMALL.italic)
        lines = setter.lines(runs, self._words_width)
        for clash in entry.clashes:
            runs = setter.localized(clash, SMALL.but(colour=DANGER))
            lines += setter.lines(runs, self._words_width)
        return lines

    def _mark(self, entry: CalendarEntry) -> Painter:
        sign = sign_of(entry.category)

        def paint(sheet: Sheet, x: float, y: float) -> None:
            sheet.mark(x + self._group_x, y + 5.4, _MARK, sign.mark, sign.colour)

        return paint

    def _going_on(self, day: AgendaDay) -> Band:
        """`še: Obisk delegacije mesta Beljak`, on the days after the first."""
        setter = self._setter
        style = SMALL.italic
        runs = setter.plain(setter.t.gettext("going on:"), style)
        for number, key in enumerate(day.goes_on):
            runs.append(Run("; " if number else " ", style))
            runs += setter.localized(self._data.entries[key].title, style)
        room = self._width - _DATE_WIDTH - _CLOCK_WIDTH
        column = Column(_DATE_WIDTH + _CLOCK_WIDTH, setter.lines(runs, room))
        return Band([column], above=Rule(HAIRLINE, x=_DATE_WIDTH), pad=_PAD, whole=True)
