"""The timetable of a week on paper: whole days above, hours below, and behind it what had no room in full."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import accumulate
from typing import Final

from cabinet_app.domain.calendar_spans import weeks_between
from cabinet_app.domain.day_layout import Block
from cabinet_app.domain.month_layout import Bar
from cabinet_app.domain.week_layout import Timetable, lay_out_days
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.calendar_data import CalendarData
from cabinet_app.reports.calendar_grid import cut, pale
from cabinet_app.reports.calendar_month import Printed, beside_of, title_of
from cabinet_app.reports.calendar_page import CalendarPage, CalendarPrint
from cabinet_app.reports.calendar_plan import INSET, MARGIN, SIZES, leading_of, sign_of
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.fonts import width as text_width
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.styles import DANGER, HAIRLINE, INK, MM, MUTED, SMALL, TINT, TINY, Style
from cabinet_app.reports.text import Line, Run, hyphenation, wrap

_AXIS: Final = 11 * MM
_WEEKDAY: Final = Style(Face.SEMIBOLD, 9.5, 12.5)
_HOURS: Final = (7, 19)
"""The hours every timetable shows; earlier and later ones are added where something stands in them."""
_QUIET: Final = 0.55
"""The width of an empty day of the weekend, as a share of the others."""
_SATURDAY: Final = 5
_SHORTEST: Final = 30
_STRIPE: Final = 2.2
_MARK: Final = 0.6
_MOST_CLASHES: Final = 6


def render(
    data: CalendarData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
) -> Printed:
    """One timetable for every week."""
    shown = data if data.internal else data.for_guests()
    weeks = weeks_between(*data.span)
    title = title_of(weeks[0][0], weeks[-1][-1], t.language)
    print_ = CalendarPrint(shown, house, t, paper, orientation, title)
    pages = [page for week in weeks for page in _Week(print_, week).pages()]
    return print_.finish(pages), print_.findings


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the days begin; the last figure is the right edge."""

    edges: tuple[float, ...]

    def x(self, column: int) -> float:
        return self.edges[column]

    def width(self, first: int, last: int | None = None) -> float:
        return self.edges[(first if last is None else last) + 1] - self.edges[first]


class _Week:
    """One week on one page."""

    def __init__(self, print_: CalendarPrint, days: Sequence[date]) -> None:
        self._print = print_
        self._days = days
        self._scale = print_.scale
        self._sizes = SIZES[print_.paper]
        entries = print_.data.entries
        spans = [entry.in_grid(key) for key, entry in enumerate(entries)]
        self._table: Timetable = lay_out_days(days[0], spans, shortest=_SHORTEST)
        self._columns = self._shared_out()
        self._holidays = self._holiday_lines()
        self._clashes = self._clash_lines()
        self._hours = self._table.hours(*_HOURS)
        self._lane = leading_of(self._sizes[2]) + 2.0
        self._short: dict[int, None] = {}

    def pages(self) -> list[CalendarPage]:
        """The timetable, and behind it what it could not say in full."""
        print_, language = self._print, self._print.t.language
        first, last = self._days[0], self._days[-1]
        title = title_of(first, last, language)
        drawing = self._drawing()
        listed = [print_.data.entries[key] for key in sorted(self._short)]
        page = CalendarPage(title, drawing, beside_of(first, last, language))
        return [page, *print_.listing(title, listed)]

    def _shared_out(self) -> _Columns:
        """Empty days of the weekend are narrower."""
        taken = {column for column, day in enumerate(self._table.days) if day.blocks}
        taken |= {
            column for bar in self._table.bars for column in range(bar.first_column, bar.last_column + 1)
        }
        shares = [
            _QUIET if day.weekday() >= _SATURDAY and place not in taken else 1.0
            for place, day in enumerate(self._days)
        ]
        left = _AXIS * self._scale
        unit = (self._print.inner - left) / sum(shares)
        edges = accumulate((share * unit for share in shares), initial=MARGIN + left)
        return _Columns(tuple(edges))

    def _holiday_lines(self) -> list[tuple[Line, ...]]:
        planner = self._print.planner
        return [
            planner.holiday_lines(
                [holiday for holiday in planner.holidays if holiday.day == day],
                self._columns.width(place) - 2 * INSET,
            )
            for place, day in enumerate(self._days)
        ]

    def _clash_lines(self) -> list[Line]:
        """What collides in this week, in words."""
        first, last = self._days[0], self._days[-1]
        words = [clash for day, clash in self._print.data.clashes if first <= day <= last]
        style = SMALL.but(size=SMALL.size * self._scale, colour=DANGER)
        setter = self._print.setter
        lines = [
            line
            for clash in words[:_MOST_CLASHES]
            for line in wrap([*setter.plain("▲ ", style), *setter.localized(clash, style)], self._print.inner)
        ]
        more = len(words) - _MOST_CLASHES
        if more > 0:
            told = self._print.t.ngettext("and {count} more clash", "and {count} more clashes", more)
            lines += wrap(setter.plain(told.format(count=more), style), self._print.inner)
        return lines

    def _drawing(self) -> Callable[[int], None]:
        """Everything is set here, so that it is known what must be listed before the first page is drawn."""
        head = _WEEKDAY.leading * self._scale + 3
        feasts = max((sum(line.leading for line in lines) for lines in self._holidays), default=0.0)
        top = self._print.top + head + feasts
        lanes = self._table.lanes * self._lane + (4 if self._table.lanes else 0)
        notes = sum(line.leading for line in self._clashes) + (4 if self._clashes else 0)
        body = self._print.height - head - feasts - lanes - notes - self._print.legend.height
        first, last = self._hours
        hour = body / (last - first)
        bars = [self._bar(bar, top) for bar in self._table.bars]
        blocks = [
            self._block(block, column, top + lanes, hour)
            for column, day in enumerate(self._table.days)
            for block in day.blocks
        ]

        def draw(_number: int) -> None:
            self._grounds(top, top + lanes + body)
            self._ruled(top, top + lanes, hour)
            self._day_heads()
            for paint in (*bars, *blocks):
                paint()
            y = top + lanes + body + 4
            for line in self._clashes:
                self._print.sheet.line(MARGIN, y, line)
                y += line.leading
            self._print.legend.draw(self._print.sheet, MARGIN, y + (0 if self._clashes else 2))

        return draw

    def _grounds(self, top: float, bottom: float) -> None:
        free = {holiday.day for holiday in self._print.data.holidays if not holiday.is_note}
        for place, day in enumerate(self._days):
            if day.weekday() >= _SATURDAY or day in free:
                x, width = self._columns.x(place), self._columns.width(place)
                self._print.sheet.box(x, top, width, bottom - top, fill=TINT)

    def _ruled(self, top: float, body: float, hour: float) -> None:
        sheet, first, last = self._print.sheet, *self._hours
        right = MARGIN + self._print.inner
        style = TINY.but(size=TINY.size * self._scale)
        for number in range(first, last + 1):
            y = body + (number - first) * hour
            sheet.rule(self._columns.x(0), y, right - self._columns.x(0), colour=HAIRLINE)
            if number < last:
                words = dates.time(time(number), self._print.t.language)
                self._print.words(y + 0.5, words, style)
        bottom = body + (last - first) * hour
        for edge in self._columns.edges[:-1]:
            sheet.rule(edge, top, bottom - top, upright=True)
        sheet.rule(MARGIN, bottom, self._print.inner, colour=MUTED)
        sheet.rule(MARGIN, top, self._print.inner, colour=self._print.house.accent, weight=1.4)
        if body > top:
            sheet.rule(MARGIN, body, self._print.inner, colour=MUTED)

    def _day_heads(self) -> None:
        print_, language = self._print, self._print.t.language
        free = {holiday.day for holiday in print_.data.holidays if not holiday.is_note}
        style = _WEEKDAY.but(size=_WEEKDAY.size * self._scale)
        for place, day in enumerate(self._days):
            x, room = self._columns.x(place) + INSET - MARGIN, self._columns.width(place) - INSET
            name = dates.weekday_name(day, language)
            words = f"{name}, {dates.day_month(day, language)}"
            colour = DANGER if day in free else MUTED if day.weekday() >= _SATURDAY else INK
            if wrap(print_.setter.plain(words, style), room)[1:]:
                words = f"{dates.weekday_abbr(day, language)} {dates.day_month(day, language)}"
            y = print_.top
            print_.words(y, words, style.but(colour=colour), x=x, right=print_.inner - x - room)
            y += style.leading
            for line in self._holidays[place]:
                print_.sheet.line(self._columns.x(place) + INSET, y, line)
                y += line.leading

    def _bar(self, bar: Bar, top: float) -> Callable[[], None]:
        entry, sheet = self._print.data.entries[bar.key], self._print.sheet
        planner, size = self._print.planner, self._sizes[2]
        sign = sign_of(entry.category)
        left = self._columns.x(bar.first_column) + (0 if bar.starts_before else 1.5)
        width = self._columns.width(bar.first_column, bar.last_column) - (0 if bar.ends_after else 3)
        indent = _STRIPE + INSET + planner.indent * size
        lines = self._fitted(bar.key, size, width - indent - (size if bar.ends_after else 2), 1)
        y, height = top + 2 + bar.lane * self._lane, self._lane - 1.6

        def paint() -> None:
            sheet.box(left, y, width, height, fill=pale(sign.colour))
            if not bar.starts_before:
                sheet.box(left, y, _STRIPE, height, fill=sign.colour)
            self._sign(left + _STRIPE + INSET - 1, y + 0.5, size, entry.category)
            sheet.line(left + indent, y, lines[0])
            if bar.ends_after:
                arrow = Style(Face.SEMIBOLD, size, leading_of(size), sign.colour)
                sheet.line(left + width - size, y, wrap(self._print.setter.plain("→", arrow), 99)[0])

        return paint

    def _block(self, block: Block, column: int, top: float, hour: float) -> Callable[[], None]:
        """An entry in its box, in the largest type in which all its words have room."""
        entry, sheet = self._print.data.entries[block.key], self._print.sheet
        whole = self._columns.width(column) - 2.5
        left = self._columns.x(column) + 1 + whole * block.column / block.columns
        width = whole * block.span / block.columns - 1.2
        y = top + (block.first_minute / 60 - self._hours[0]) * hour + 0.6
        height = (block.last_minute - block.first_minute) / 60 * hour - 1.2
        sign = sign_of(entry.category)
        size, lines = self._best(block.key, width - _STRIPE - INSET, height)
        indent = self._print.planner.indent * size

        def paint() -> None:
            edge = DANGER if entry.clashes else sign.colour
            sheet.box(left, y, width, height, fill=pale(sign.colour))
            sheet.box(left, y, _STRIPE, height, fill=edge)
            if lines:
                self._sign(left + _STRIPE + INSET - 1, y, size, entry.category)
            for number, line in enumerate(lines):
                sheet.line(left + _STRIPE + INSET - 1 + indent, y + number * leading_of(size), line)

        return paint

    def _best(self, key: int, width: float, height: float) -> tuple[float, list[Line]]:
        planner, entry = self._print.planner, self._print.data.entries[key]
        for size in self._sizes:
            room = max(1, int((height + 0.8) / leading_of(size)))
            runs, inside = planner.runs(entry, size, until=True), width - planner.indent * size
            lines = wrap(runs, inside)
            if len(lines) <= room and leading_of(size) <= height + 0.8 and _fits(runs, inside):
                return size, lines
        size = self._sizes[-1]
        count = int((height + 0.8) / leading_of(size))
        return size, self._fitted(key, size, width - planner.indent * size, count)

    def _fitted(self, key: int, size: float, width: float, count: int) -> list[Line]:
        """At most `count` lines; what is cut is listed in full behind the week."""
        runs = self._print.planner.runs(self._print.data.entries[key], size)
        lines = tuple(wrap(runs, max(width, 1)))
        if len(lines) > count or not _fits(runs, width):
            self._short[key] = None
            # What is listed behind the week may be cut into syllables here.
            lines = tuple(wrap(runs, max(width, 1), hyphenate=hyphenation(self._print.t.language)))
        return cut(lines, max(count, 1), width)

    def _sign(self, x: float, y: float, size: float, category: int) -> None:
        if self._print.planner.indent:
            sign = sign_of(category)
            middle = (leading_of(size) - size * _MARK) / 2
            self._print.sheet.mark(x, y + middle, size * _MARK, sign.mark, sign.colour)


def _fits(runs: Sequence[Run], width: float) -> bool:
    """Whether no single word is broader than the column, and would be cut anywhere."""
    words = ((word, run.style) for run in runs for word in run.text.split(" "))
    return all(text_width(word, style.face, style.size) <= width for word, style in words)
