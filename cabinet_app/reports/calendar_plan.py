"""Plans a month on its sheet: sizes, lines, lanes, and which entries must be listed in full elsewhere."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from cabinet_app.domain.month_layout import MonthGrid, Week, lay_out, week_rows
from cabinet_app.i18n import dates
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry, CalendarHoliday
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.house import Paper
from cabinet_app.reports.sheet import MARKS, Mark
from cabinet_app.reports.styles import DANGER, INK, MM, MUTED, Style
from cabinet_app.reports.text import NBSP, Line, Run, wrap
from cabinet_app.reports.typesetter import Typesetter

SIZES: Final = {
    Paper.A4: (9.0, 8.5, 8.0, 7.5, 7.0, 6.5),
    Paper.A3: (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5),
}
"""Type sizes tried from the largest to the smallest that can still be read."""
SCALES: Final = {Paper.A4: 1.0, Paper.A3: 1.3}
"""How much larger titles and figures are on the larger sheet."""
CONTRAST: Final = 1.25
"""How much larger the type of a quiet week may be than that of the most crowded one."""
LOWEST_ROW: Final = 0.45
"""How low a quiet week may be, as a share of the usual height."""
CLEARLY: Final = 1.0
"""A difference of type size, in points, that is worth rows of different heights."""
BOUNDLESS: Final = 10_000.0
COLOURS: Final = ("#1F4E86", "#9A3B26", "#2F6B4F", "#7A5195", "#8A6100", "#3D6D7A")
LEADING: Final = 1.22
HOLIDAY: Final = Style(Face.SEMIBOLD, 6.5, 7.4, DANGER)
DAY_ROOM: Final = 17.0
"""The width that the number of the day takes."""
DAY_HEIGHT: Final = 15.0
INSET: Final = 3.0


@dataclass(frozen=True, slots=True)
class Sign:
    """The mark and colour of a category; neither is the only sign of it, the other is always there."""

    mark: Mark
    colour: str


def sign_of(category: int) -> Sign:
    mark = MARKS[category % len(MARKS)]
    turn = category // len(MARKS)
    return Sign(mark, COLOURS[(category + turn) % len(COLOURS)])


@dataclass(frozen=True, slots=True)
class Room:
    """The measures of the grid in points."""

    column: float
    rows: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SetEntry:
    """An entry set in type: its lines in a cell, how many it wants, and on one line as a bar."""

    runs: tuple[Run, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MonthPlan:
    """A month ready to be drawn; every week has its type size and the height of its days' heads."""

    grid: MonthGrid
    sizes: tuple[float, ...]
    heads: tuple[float, ...]
    entries: dict[tuple[int, float], SetEntry]
    holidays: dict[date, tuple[Line, ...]]
    listed: tuple[int, ...]
    room: Room


def leading_of(size: float) -> float:
    return round(size * LEADING, 2)


class Planner:
    """Plans months for one sheet size."""

    def __init__(self, data: CalendarData, setter: Typesetter, paper: Paper) -> None:
        self._data = data
        self._setter = setter
        self._sizes = SIZES[paper]
        self._marked = len(data.categories) > 1
        self.scale = SCALES[paper]
        self._holiday_style = HOLIDAY.but(size=HOLIDAY.size * self.scale)

    @property
    def indent(self) -> float:
        """The room of the category's mark, relative to the type size."""
        return 0.95 if self._marked else 0.0

    def plan(self, year: int, month: int, room: Room) -> MonthPlan:
        """Each week in the largest type in which everything stands in full, or else in the smallest.

        A crowded week makes the others a little smaller too, so the page keeps one voice. Where even rows
        cost words or clearly smaller type, quiet weeks give some of their height to the crowded ones.
        """
        sets: dict[tuple[int, float], SetEntry] = {}
        even = self._in_best_sizes(year, month, room, sets)
        if not even.listed and min(even.sizes) >= self._sizes[0] - CLEARLY:
            return even
        uneven = self._in_best_sizes(year, month, self._shared_out(year, month, room, sets), sets)
        helps = len(uneven.listed) < len(even.listed) or min(uneven.sizes) >= min(even.sizes) + CLEARLY
        return uneven if helps and len(uneven.listed) <= len(even.listed) else even

    def _in_best_sizes(
        self, year: int, month: int, room: Room, sets: dict[tuple[int, float], SetEntry]
    ) -> MonthPlan:
        weeks = len(room.rows)
        steps = [0] * weeks
        while True:
            plan, full = self._plan(year, month, room, tuple(self._sizes[step] for step in steps), sets)
            crowded = [week for week in range(weeks) if week in full and steps[week] < len(self._sizes) - 1]
            if not crowded:
                break
            for week in crowded:
                steps[week] += 1
        largest = min(plan.sizes) * CONTRAST
        sizes = tuple(next(s for s in self._sizes if s <= min(largest, size)) for size in plan.sizes)
        return self._plan(year, month, room, sizes, sets)[0]

    def _shared_out(self, year: int, month: int, room: Room, sets: dict[tuple[int, float], SetEntry]) -> Room:
        """The same room with rows as high as their entries need, none lower than a share of the usual."""
        size = self._sizes[-1]
        boundless = replace(room, rows=(BOUNDLESS,) * len(room.rows))
        plan = self._plan(year, month, boundless, (size,) * len(room.rows), sets)[0]
        usual = sum(room.rows) / len(room.rows)
        least = [max(usual * LOWEST_ROW, head + 2 * leading_of(size)) for head in plan.heads]
        needed = [
            max(low, head + _lines_of(week) * leading_of(size) + 2)
            for low, head, week in zip(least, plan.heads, plan.grid.weeks, strict=True)
        ]
        spare = sum(room.rows) - sum(needed)
        if spare >= 0:
            grown = sum(room.rows) / sum(needed)
            return replace(room, rows=tuple(height * grown for height in needed))
        missing = sum(high - low for high, low in zip(needed, least, strict=True))
        share = max(0.0, (sum(room.rows) - sum(least)) / missing) if missing else 0.0
        return replace(
            room, rows=tuple(low + (high - low) * share for high, low in zip(needed, least, strict=True))
        )

    def _plan(
        self,
        year: int,
        month: int,
        room: Room,
        sizes: tuple[float, ...],
        sets: dict[tuple[int, float], SetEntry],
    ) -> tuple[MonthPlan, set[int]]:
        """The plan with these sizes, and the weeks in which something is hidden or shortened."""
        holidays = self._holiday_lines(year, month, room.column - DAY_ROOM * self.scale - INSET)
        heads = tuple(self._head_height(row, holidays) for row in week_rows(year, month))
        capacities = [
            max(1, int((row - head - 1.5) / leading_of(size)))
            for row, head, size in zip(room.rows, heads, sizes, strict=True)
        ]
        week_of = {day: index for index, row in enumerate(week_rows(year, month)) for day in row}
        keys = [key for key, entry in enumerate(self._data.entries) if _touches(entry, year, month)]
        entries = {key: self._data.entries[key].in_grid(key) for key in keys}
        wanted = {
            key: len(self._set(key, sizes[week_of[entry.first_day]], room, sets).lines)
            for key, entry in entries.items()
            if not entry.is_bar and entry.first_day in week_of
        }
        grid = lay_out(year, month, entries.values(), capacities, wanted=wanted)
        found = self._cut_short(grid, sizes, room, sets)
        listed = tuple(sorted({key for keys in found.values() for key in keys}, key=self._start))
        return MonthPlan(grid, sizes, heads, sets, holidays, listed, room), set(found)

    def _head_height(self, row: tuple[date, ...], holidays: dict[date, tuple[Line, ...]]) -> float:
        lines = max(len(holidays.get(day, ())) for day in row)
        return max(DAY_HEIGHT * self.scale, lines * self._holiday_style.leading + 4)

    def _start(self, key: int) -> tuple[datetime, int]:
        return self._data.entries[key].starts_at, key

    def _set(self, key: int, size: float, room: Room, sets: dict[tuple[int, float], SetEntry]) -> SetEntry:
        found = sets.get((key, size))
        if found is None:
            runs = self.runs(self._data.entries[key], size)
            found = SetEntry(tuple(runs), tuple(wrap(runs, self.line_width(room, size))))
            sets[key, size] = found
        return found

    def line_width(self, room: Room, size: float) -> float:
        """The room for the words of an entry in a cell."""
        return room.column - 2 * INSET - self.indent * size

    def runs(self, entry: CalendarEntry, size: float) -> list[Run]:
        """`17.00 Title · place`, struck through where it will not take place."""
        setter = self._setter
        colour = MUTED if entry.cancelled else INK
        base = Style(Face.REGULAR, size, leading_of(size), colour, strike=entry.cancelled)
        runs: list[Run] = []
        if not entry.all_day:
            clock = dates.time(entry.starts_at.time(), setter.language)
            runs += [Run(clock, base.but(face=Face.SEMIBOLD)), Run(" ", base)]
        runs += setter.localized(entry.title, base)
        if not entry.place.is_empty:
            runs += [
                Run(f"{NBSP}· ", base.but(colour=MUTED)),
                *setter.localized(entry.place, base.but(colour=MUTED)),
            ]
        if entry.internal:
            words = setter.t.gettext("internal")
            runs.append(Run(f" · {words}", base.italic.but(colour=MUTED)))
        return runs

    def _cut_short(
        self, grid: MonthGrid, sizes: tuple[float, ...], room: Room, sets: dict[tuple[int, float], SetEntry]
    ) -> dict[int, set[int]]:
        """By week: the entries that are hidden there or shown without all their words."""
        whole_bars: set[int] = set()
        found: dict[int, set[int]] = {}
        for index, (week, size) in enumerate(zip(grid.weeks, sizes, strict=True)):
            short = {key for day in week.days for key in day.hidden}
            short |= {
                line.key
                for day in week.days
                for line in day.lines
                if line.lines < len(self._set(line.key, size, room, sets).lines)
            }
            for bar in week.bars:
                width = bar_width(bar.first_column, bar.last_column, room.column) - self.indent * size
                if len(wrap(self._set(bar.key, size, room, sets).runs, width)) == 1:
                    whole_bars.add(bar.key)
                else:
                    short.add(bar.key)
            found[index] = short
        return {index: short - whole_bars for index, short in found.items() if short - whole_bars}

    def _holiday_lines(self, year: int, month: int, width: float) -> dict[date, tuple[Line, ...]]:
        by_day: dict[date, list[CalendarHoliday]] = {}
        for holiday in self._data.holidays:
            if (holiday.day.year, holiday.day.month) == (year, month):
                by_day.setdefault(holiday.day, []).append(holiday)
        return {day: self._holiday(found, width) for day, found in by_day.items()}

    def _holiday(self, found: list[CalendarHoliday], width: float) -> tuple[Line, ...]:
        """The feasts of a day; the countries are named where the print knows more than one."""
        several = len({code for holiday in self._data.holidays for code in holiday.where}) > 1
        lines: list[Line] = []
        for holiday in found:
            style = self._holiday_style
            runs = self._setter.localized(holiday.name, style)
            if several and holiday.where:
                codes = f",{NBSP}".join(holiday.where)
                runs.append(Run(f"{NBSP}({codes})", style.but(face=Face.REGULAR)))
            lines += wrap(runs, width)
        return tuple(lines)


def bar_width(first_column: int, last_column: int, column: float) -> float:
    """The room for the words of a bar."""
    return (last_column - first_column + 1) * column - 2 * INSET - 8


def _lines_of(week: Week) -> int:
    """How many lines the fullest day of a week takes."""
    lines = [line.line + line.lines for day in week.days for line in day.lines]
    return max([*lines, *(bar.lane + 1 for bar in week.bars)], default=0)


def _touches(entry: CalendarEntry, year: int, month: int) -> bool:
    cell = entry.in_grid(0)
    first, last = cell.first_day, cell.last_day
    return (first.year, first.month) <= (year, month) <= (last.year, last.month)


def grid_room(width: float, height: float, weeks: int, left: float) -> Room:
    """The cells of a grid of that outer size, `left` of it being the column of the week numbers."""
    return Room((width - left) / 7, (height / weeks,) * weeks)


MARGIN: Final = 10 * MM
