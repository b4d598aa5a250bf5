"""Draws a grid of weeks: heads of days, feasts, bars and entries."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from cabinet_app.domain.month_layout import Bar, DayCell, Week
from cabinet_app.i18n import dates
from cabinet_app.reports.calendar_data import CalendarData
from cabinet_app.reports.calendar_plan import (
    DAY_ROOM,
    INSET,
    GridPlan,
    Planner,
    Room,
    bar_width,
    leading_of,
    sign_of,
)
from cabinet_app.reports.fonts import Face, width
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import DANGER, HAIRLINE, INK, MUTED, TINT, TINY, Style
from cabinet_app.reports.text import Line, Run, wrap
from cabinet_app.reports.typesetter import Typesetter

_WEEKDAY: Final = Style(Face.SEMIBOLD, 8.5, 11)
_DAY: Final = Style(Face.SEMIBOLD, 11, 13)
_SATURDAY: Final = 5
_MARK: Final = 0.52
_TINT_SHARE: Final = 0.16
_WHITE: Final = 255


class GridPainter:
    """Draws planned grids; `list_page` is the page on which the list behind the grid begins."""

    def __init__(
        self,
        sheet: Sheet,
        data: CalendarData,
        planner: Planner,
        setter: Typesetter,
        accent: str,
        *,
        list_page: int,
    ) -> None:
        self._sheet = sheet
        self._data = data
        self._planner = planner
        self._setter = setter
        self._accent = accent
        self._list_page = list_page
        self._scale = planner.scale

    def paint(self, plan: GridPlan, x: float, y: float, week_column: float, weekdays: float) -> float:
        """Draw the grid with its upper left corner at (x, y); returns where it ends."""
        room = plan.room
        left, top = x + week_column, y + weekdays
        whole = week_column + 7 * room.column
        tops = [top + sum(room.rows[:index]) for index in range(len(room.rows))]
        bottom = top + sum(room.rows)
        for index, week in enumerate(plan.weeks):
            self._grounds(week, plan, left, tops[index], room.rows[index])
        for row_top in tops[1:]:
            self._sheet.rule(x, row_top, whole, colour=HAIRLINE)
        for column in range(7):
            self._sheet.rule(left + column * room.column, top, bottom - top, upright=True)
        self._sheet.rule(x, bottom, whole, colour=MUTED)
        self._weekday_row(plan, room, left, y)
        self._sheet.rule(x, top, whole, colour=self._accent, weight=1.4)
        if plan.stretch.is_of_several_months:
            self._month_borders(plan, left, tops)
        for index, week in enumerate(plan.weeks):
            self._words(x, tops[index] + 3, str(week.number), TINY.but(size=TINY.size * self._scale))
            self._week(week, plan, room, left, tops[index], index)
        return bottom

    def _grounds(self, week: Week, plan: GridPlan, left: float, top: float, height: float) -> None:
        for column, cell in enumerate(week.days):
            if cell.in_month and (column >= _SATURDAY or cell.day in plan.free):
                width_of_day = plan.room.column
                self._sheet.box(left + column * width_of_day, top, width_of_day, height, fill=TINT)

    def _month_borders(self, plan: GridPlan, left: float, tops: list[float]) -> None:
        """A strong rule between the last day of a month and the first of the next."""
        column = plan.room.column
        for index, week in enumerate(plan.weeks):
            for place, cell in enumerate(week.days):
                if cell.day.day > len(week.days) or not cell.in_month or cell.day == plan.stretch.first:
                    continue
                x = left + place * column
                self._sheet.rule(x, tops[index], column, colour=self._accent, weight=1.0)
                if cell.day.day == 1 and place:
                    height = plan.room.rows[index]
                    self._sheet.rule(x, tops[index], height, colour=self._accent, weight=1.0, upright=True)

    def _weekday_row(self, plan: GridPlan, room: Room, left: float, top: float) -> None:
        style = _WEEKDAY.but(size=_WEEKDAY.size * self._scale)
        for column, cell in enumerate(plan.weeks[0].days):
            name = dates.weekday_name(cell.day, self._setter.language)
            colour = MUTED if column >= _SATURDAY else INK
            self._words(left + column * room.column + INSET, top, name, style.but(colour=colour))

    def _week(self, week: Week, plan: GridPlan, room: Room, left: float, top: float, index: int) -> None:
        size, lines_top = plan.sizes[index], top + plan.heads[index]
        for column, cell in enumerate(week.days):
            if cell.in_month:
                x = left + column * room.column
                self._day_head(cell, plan, x, top)
                self._day(cell, plan, room, size, x, lines_top)
        for bar in week.bars:
            self._bar(bar, room, size, left, lines_top)

    def _day_head(self, cell: DayCell, plan: GridPlan, x: float, top: float) -> None:
        holiday = plan.holidays.get(cell.day, ())
        is_weekend = cell.day.weekday() >= _SATURDAY
        colour = DANGER if cell.day in plan.free else MUTED if is_weekend else INK
        style = _DAY.but(size=_DAY.size * self._scale, colour=colour)
        self._words(x + INSET, top + 1.5, str(cell.day.day), style)
        if plan.stretch.is_of_several_months and cell.day == _bears_month(cell.day, plan):
            name = dates.month_name(cell.day.month, self._setter.language)
            self._words(x + INSET + DAY_ROOM * self._scale, top + 1.5, name, style.but(colour=self._accent))
        for number, line in enumerate(holiday):
            at = top + 3 * self._scale + number * line.leading
            self._sheet.line(x + INSET + (DAY_ROOM - 2) * self._scale, at, line)

    def _day(self, cell: DayCell, plan: GridPlan, room: Room, size: float, x: float, top: float) -> None:
        leading = leading_of(size)
        indent = self._planner.indent * size
        for placed in cell.lines:
            y = top + placed.line * leading
            self._mark(x + INSET, y, size, self._data.entries[placed.key].category)
            lines = plan.entries[placed.key, size].lines
            for number, line in enumerate(cut(lines, placed.lines, self._planner.line_width(room, size))):
                self._sheet.line(x + INSET + indent, y + number * leading, line)
        if cell.more_line is not None:
            self._more(cell, cell.more_line, size, x + INSET, top, room.column - 2 * INSET)

    def _more(self, cell: DayCell, line: int, size: float, x: float, top: float, room: float) -> None:
        """`+ 2 dogodka, glej str. 2`; where the day is too narrow, the count alone."""
        t, count = self._setter.t, len(cell.hidden)
        words = t.ngettext("+ {count} event", "+ {count} events", count).format(count=count)
        where = t.gettext("see p. {page}").format(page=self._list_page)
        style = Style(Face.SEMIBOLD, size, leading_of(size), self._accent)
        count_run = Run(words, style)
        runs = [count_run, Run(f", {where}", style.but(face=Face.REGULAR))]
        lines = wrap(runs, room)
        shown = lines[0] if len(lines) == 1 else wrap([count_run], self._sheet.width)[0]
        self._sheet.line(x, top + line * leading_of(size), shown)

    def _bar(self, bar: Bar, room: Room, size: float, left: float, top: float) -> None:
        entry, leading = self._data.entries[bar.key], leading_of(size)
        sign = sign_of(entry.category)
        x = left + bar.first_column * room.column + (0 if bar.starts_before else 1.5)
        end = left + (bar.last_column + 1) * room.column - (0 if bar.ends_after else 1.5)
        y = top + bar.lane * leading
        self._sheet.box(x, y + 0.4, end - x, leading - 1, fill=pale(sign.colour))
        if not bar.starts_before:
            self._sheet.box(x, y + 0.4, 2, leading - 1, fill=sign.colour)
        self._mark(x + INSET + 1.5, y, size, entry.category)
        indent = self._planner.indent * size
        words_room = bar_width(bar.first_column, bar.last_column, room.column) - indent
        lines = tuple(wrap(self._planner.runs(entry, size), words_room))
        self._sheet.line(x + INSET + 1.5 + indent, y, cut(lines, 1, words_room)[0])
        if bar.ends_after:
            self._words(end - size, y, "→", Style(Face.SEMIBOLD, size, leading, sign.colour))

    def _mark(self, x: float, y: float, size: float, category: int) -> None:
        if self._planner.indent:
            sign = sign_of(category)
            middle = (leading_of(size) - size * _MARK) / 2
            self._sheet.mark(x, y + middle, size * _MARK, sign.mark, sign.colour)

    def _words(self, x: float, y: float, words: str, style: Style) -> None:
        self._sheet.line(x, y, wrap([Run(words, style)], self._sheet.width)[0])


def _bears_month(day: date, plan: GridPlan) -> date:
    """The day of its month that has room for the month's name: the first one without a feast."""
    bearer = max(day.replace(day=1), plan.stretch.first)
    while bearer in plan.holidays:
        bearer += timedelta(days=1)
    return bearer


def cut(lines: tuple[Line, ...], count: int, room: float) -> list[Line]:
    """The first `count` lines; where some are left out, the last one ends at a word with an ellipsis."""
    if len(lines) <= count:
        return list(lines)
    shown = list(lines[:count])
    pieces = list(shown[-1].pieces)
    while pieces:
        last = pieces[-1]
        words = last.text.rstrip(" ·,–-")
        if words and last.x + width(words + "\u202f…", last.style.face, last.style.size) <= room:
            pieces[-1] = replace(last, text=words + "\u202f…")
            break
        head, blank, _ = words.rpartition(" ")
        pieces[-1] = replace(last, text=head)
        if not blank or not head:
            pieces.pop()
    shown[-1] = replace(shown[-1], pieces=tuple(pieces))
    return shown


def pale(colour: str) -> str:
    """The colour as a ground behind black text."""
    parts = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return "#" + "".join(f"{round(_WHITE - (_WHITE - part) * _TINT_SHARE):02X}" for part in parts)
