"""Plans a grid of weeks on its sheet: sizes, lines, lanes, and what must be listed in full elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from cabinet_app.domain.calendar_spans import month_of, weeks_between
from cabinet_app.domain.month_layout import MonthEntry, Week, lay_out_weeks
from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry, CalendarHoliday
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.house import Paper
from cabinet_app.reports.sheet import MARKS, Mark
from cabinet_app.reports.styles import DANGER, INK, MM, MUTED, Style
from cabinet_app.reports.text import NBSP, Line, Run, hyphenation, wrap
from cabinet_app.reports.typesetter import Typesetter

SIZES: Final = {
    Paper.A4: (9.0, 8.5, 8.0, 7.5, 7.0, 6.5),
    Paper.A3: (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5),
}
"""Type sizes tried from the largest to the smallest that can still be read."""
SCALES: Final = {Paper.A4: 1.0, Paper.A3: 1.3}
"""How much larger titles and figures are on the larger sheet."""
CONTRAST: Final = 1.0
"""How much larger the type of a quiet week may be than that of the most crowded one: a page has one voice."""
LOWEST_ROW: Final = 0.45
"""How low a quiet week may be, as a share of the usual height."""
HIGHEST_ROW: Final = 1.8
"""How high the most crowded week should be at most, as a multiple of the usual height."""
CLEARLY: Final = 0.5
"""A difference of type size, in points, that is worth rows of different heights."""
LONG_WORD: Final = 20
"""How many letters a word has before it may be hyphenated in a calendar."""
BOUNDLESS: Final = 10_000.0
COLOURS: Final = ("#1F4E86", "#9A3B26", "#2F6B4F", "#7A5195", "#8A6100", "#3D6D7A")
LEADING: Final = 1.22
HOLIDAY: Final = Style(Face.SEMIBOLD, 6.5, 7.4, DANGER)
DAY_ROOM: Final = 17.0
"""The width that the number of the day takes."""
DAY_HEIGHT: Final = 15.0
INSET: Final = 3.0
CLASH: Final = "▲\u00a0"
"""The sign of a clash, always with a word."""


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
class Stretch:
    """The whole weeks of a grid; the days before `first` and after `last` stay empty."""

    rows: tuple[tuple[date, ...], ...]
    first: date
    last: date

    @classmethod
    def of(cls, first: date, last: date) -> "Stretch":
        return cls(weeks_between(first, last), first, last)

    @classmethod
    def of_month(cls, year: int, month: int) -> "Stretch":
        return cls.of(*month_of(date(year, month, 1)))

    @property
    def is_of_several_months(self) -> bool:
        return (self.first.year, self.first.month) != (self.last.year, self.last.month)


@dataclass(frozen=True, slots=True)
class GridPlan:
    """A grid ready to be drawn; every week has its type size and the height of its days' heads."""

    stretch: Stretch
    weeks: tuple[Week, ...]
    sizes: tuple[float, ...]
    heads: tuple[float, ...]
    entries: dict[tuple[int, float], SetEntry]
    holidays: dict[date, tuple[Line, ...]]
    free: frozenset[date]
    listed: tuple[int, ...]
    room: Room


@dataclass(frozen=True, slots=True)
class _Task:
    """What stays the same while sizes are tried: the room, and the entries of the stretch."""

    stretch: Stretch
    room: Room
    entries: dict[int, MonthEntry]
    week_of: dict[int, int]
    holidays: dict[date, tuple[Line, ...]]
    heads: tuple[float, ...]
    sets: dict[tuple[int, float], SetEntry]


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
        self._spans = [_span(entry, key) for key, entry in enumerate(data.entries)]
        self._by_month: dict[int, list[int]] = {}
        for key, span in enumerate(self._spans):
            first, last = span.first_day, span.last_day
            for month in range(first.year * 12 + first.month, last.year * 12 + last.month + 1):
                self._by_month.setdefault(month, []).append(key)
        self._names_countries = len({code for holiday in data.holidays for code in holiday.where}) > 1
        self.holidays = _merged(data.holidays, setter.language)
        self._free = frozenset(holiday.day for holiday in data.holidays if not holiday.is_note)

    @property
    def indent(self) -> float:
        """The room of the category's mark, relative to the type size."""
        return 0.95 if self._marked else 0.0

    def plan(self, stretch: Stretch, room: Room) -> GridPlan:
        """Each week in the largest type in which everything stands in full, or else in the smallest.

        A crowded week makes the others a little smaller too, so the page keeps one voice. Where even rows
        cost words or clearly smaller type, quiet weeks give some of their height to the crowded ones.
        """
        task = self._task(stretch, room)
        even = self._in_best_sizes(task)
        if not even.listed and min(even.sizes) >= self._sizes[0] - CLEARLY:
            return even
        uneven = self._in_best_sizes(replace(task, room=self._shared_out(task)))
        helps = len(uneven.listed) < len(even.listed) or min(uneven.sizes) >= min(even.sizes) + CLEARLY
        return uneven if helps and len(uneven.listed) <= len(even.listed) else even

    def _task(self, stretch: Stretch, room: Room) -> _Task:
        holidays = self._holiday_lines(stretch, room.column - DAY_ROOM * self.scale - INSET)
        entries = self._touching(stretch.first, stretch.last)
        row_of = {day: index for index, row in enumerate(stretch.rows) for day in row}
        week_of = {
            key: row_of[entry.first_day]
            for key, entry in entries.items()
            if not entry.is_bar and entry.first_day in row_of
        }
        busy = {
            date.fromordinal(day)
            for entry in entries.values()
            for day in range(entry.first_day.toordinal(), entry.last_day.toordinal() + 1)
        }
        heads = tuple(
            self._head_height(row, {day: holidays[day] for day in busy & holidays.keys()})
            for row in stretch.rows
        )
        return _Task(stretch, room, entries, week_of, holidays, heads, {})

    def _touching(self, first: date, last: date) -> dict[int, MonthEntry]:
        """The entries with a day between these, by key; found by the months in which they stand."""
        months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
        found = {key: self._spans[key] for month in months for key in self._by_month.get(month, ())}
        return {
            key: entry
            for key, entry in sorted(found.items())
            if entry.first_day <= last and entry.last_day >= first
        }

    def _in_best_sizes(self, task: _Task) -> GridPlan:
        tightest = self._plan(task, (self._sizes[-1],) * len(task.room.rows))[1]
        # A bar that no type makes fit shall not make all others small.
        hopeless = {key for keys in tightest.values() for key in keys if task.entries[key].is_bar}
        largest_step = [0] * len(task.room.rows)
        smallest_step = [len(self._sizes) - 1] * len(task.room.rows)
        open_weeks = list(range(len(task.room.rows)))
        while open_weeks:
            steps = [(low + high) // 2 for low, high in zip(largest_step, smallest_step, strict=True)]
            full = self._plan(task, tuple(self._sizes[step] for step in steps))[1]
            for week in open_weeks:
                if full.get(week, set()) - hopeless:
                    largest_step[week] = steps[week] + 1
                else:
                    smallest_step[week] = steps[week]
            open_weeks = [week for week in open_weeks if largest_step[week] < smallest_step[week]]
        plan, _full = self._plan(task, tuple(self._sizes[step] for step in smallest_step))
        largest = min(plan.sizes) * CONTRAST
        sizes = tuple(next(s for s in self._sizes if s <= min(largest, size)) for size in plan.sizes)
        return plan if sizes == plan.sizes else self._plan(task, sizes)[0]

    def _shared_out(self, task: _Task) -> Room:
        """The same room with rows as high as their entries need in the largest type that allows it.

        No row is lower than a share of the usual; where not even the smallest type has room, the crowded
        rows share what the others leave.
        """
        room = task.room
        usual, whole = sum(room.rows) / len(room.rows), sum(room.rows)
        least, needed = self._needed(task, self._sizes[-1], usual)
        highest = max(usual * HIGHEST_ROW, *needed)
        low, high = 0, len(self._sizes) - 1
        while low < high:
            middle = (low + high) // 2
            tall = self._needed(task, self._sizes[middle], usual)[1]
            if sum(tall) <= whole and max(tall) <= highest:
                high = middle
            else:
                low = middle + 1
        least, needed = self._needed(task, self._sizes[high], usual)
        if sum(needed) <= whole:
            return replace(room, rows=_levelled(needed, whole))
        if sum(least) > whole:
            return room
        missing = sum(needed) - sum(least)
        share = (whole - sum(least)) / missing if missing else 0.0
        rows = tuple(short + (tall - short) * share for tall, short in zip(needed, least, strict=True))
        return replace(room, rows=rows)

    def _needed(self, task: _Task, size: float, usual: float) -> tuple[list[float], list[float]]:
        """The least height of every row, and the height in which all its entries stand in full."""
        count = len(task.room.rows)
        boundless = replace(task, room=replace(task.room, rows=(BOUNDLESS,) * count))
        plan = self._plan(boundless, (size,) * count)[0]
        least = [max(usual * LOWEST_ROW, head + 2 * leading_of(size)) for head in plan.heads]
        needed = [
            max(low, head + _lines_of(week) * leading_of(size) + 2)
            for low, head, week in zip(least, plan.heads, plan.weeks, strict=True)
        ]
        return least, needed

    def _plan(self, task: _Task, sizes: tuple[float, ...]) -> tuple[GridPlan, dict[int, set[int]]]:
        """The plan with these sizes, and by week what is hidden or shortened there."""
        capacities = [
            max(1, int((row - head - 1.5) / leading_of(size)))
            for row, head, size in zip(task.room.rows, task.heads, sizes, strict=True)
        ]
        wanted = {
            key: len(self._set(key, sizes[week], task.room, task.sets).lines)
            for key, week in task.week_of.items()
        }
        stretch = task.stretch
        weeks = lay_out_weeks(
            stretch.rows,
            task.entries.values(),
            capacities,
            shown=(stretch.first, stretch.last),
            wanted=wanted,
        )
        found = self._cut_short(weeks, sizes, task.room, task.sets)
        listed = tuple(sorted({key for keys in found.values() for key in keys}, key=self._start))
        free = frozenset(day for day in task.holidays if day in self._free)
        plan = GridPlan(stretch, weeks, sizes, task.heads, task.sets, task.holidays, free, listed, task.room)
        return plan, found

    def _head_height(self, row: tuple[date, ...], holidays: dict[date, tuple[Line, ...]]) -> float:
        lines = max(len(holidays.get(day, ())) for day in row)
        return max(DAY_HEIGHT * self.scale, lines * self._holiday_style.leading + 4)

    def _start(self, key: int) -> tuple[datetime, int]:
        return self._data.entries[key].starts_at, key

    def _set(self, key: int, size: float, room: Room, sets: dict[tuple[int, float], SetEntry]) -> SetEntry:
        found = sets.get((key, size))
        if found is None:
            runs = self.runs(self._data.entries[key], size)
            lines = wrap(runs, self.line_width(room, size), hyphenate=self.syllables)
            found = SetEntry(tuple(runs), tuple(lines))
            sets[key, size] = found
        return found

    def syllables(self, word: str) -> tuple[int, ...]:
        """Where a word may be cut: only the long ones are, which a narrow column could not hold."""
        return hyphenation(self._setter.language)(word) if len(word) > LONG_WORD else ()

    def line_width(self, room: Room, size: float) -> float:
        """The room for the words of an entry in a cell."""
        return room.column - 2 * INSET - self.indent * size

    def runs(self, entry: CalendarEntry, size: float, *, until: bool = False) -> list[Run]:
        """`17.00 Title · place`, struck through where it will not take place; `until` says the end too."""
        setter = self._setter
        colour = MUTED if entry.cancelled else INK
        base = Style(Face.REGULAR, size, leading_of(size), colour, strike=entry.cancelled)
        runs: list[Run] = []
        if not entry.all_day:
            clock = (
                clock_of(entry, setter.language)
                if until
                else dates.time(entry.starts_at.time(), setter.language)
            )
            runs += [Run(clock, base.but(face=Face.SEMIBOLD)), Run(" ", base)]
        runs += setter.localized(entry.title, base)
        if not entry.place.is_empty:
            runs += [
                Run(f"{NBSP}· ", base.but(colour=MUTED)),
                *setter.localized(entry.place, base.but(colour=MUTED)),
            ]
        runs += [Run(f" · {note}", base.italic.plain.but(colour=MUTED)) for note in notes_of(entry, setter)]
        return runs

    def _cut_short(
        self,
        weeks: tuple[Week, ...],
        sizes: tuple[float, ...],
        room: Room,
        sets: dict[tuple[int, float], SetEntry],
    ) -> dict[int, set[int]]:
        """By week: the entries that are hidden there or shown without all their words."""
        whole_bars: set[int] = set()
        found: dict[int, set[int]] = {}
        for index, (week, size) in enumerate(zip(weeks, sizes, strict=True)):
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

    def _holiday_lines(self, stretch: Stretch, width: float) -> dict[date, tuple[Line, ...]]:
        by_day: dict[date, list[CalendarHoliday]] = {}
        for holiday in self.holidays:
            if stretch.first <= holiday.day <= stretch.last:
                by_day.setdefault(holiday.day, []).append(holiday)
        return {day: self.holiday_lines(found, width) for day, found in by_day.items()}

    def holiday_lines(self, found: list[CalendarHoliday], width: float) -> tuple[Line, ...]:
        """The feasts of a day; the countries are named where the print knows more than one."""
        return tuple(line for holiday in found for line in wrap(self.holiday_runs(holiday), width))

    def holiday_runs(self, holiday: CalendarHoliday, style: Style | None = None) -> list[Run]:
        """A feast by its name; days of memory stand in grey."""
        style = style or self._holiday_style
        if holiday.is_note:
            style = style.but(face=Face.REGULAR, colour=MUTED)
        runs = self._setter.localized(holiday.name, style)
        if self._names_countries and holiday.where:
            codes = f",{NBSP}".join(holiday.where)
            runs.append(Run(f"{NBSP}({codes})", style.but(face=Face.REGULAR)))
        return runs


def clock_of(entry: CalendarEntry, language: Language) -> str:
    """`17.00–18.30`; the end is left out where it lies on another day."""
    same_day = entry.starts_at.date() == entry.ends_at.date() and entry.ends_at > entry.starts_at
    return dates.time_range(entry.starts_at.time(), entry.ends_at.time() if same_day else None, language)


def notes_of(entry: CalendarEntry, setter: Typesetter) -> list[str]:
    """What must be said of an entry in words: where it was moved, that it is off, internal, or clashes."""
    t = setter.t
    notes = []
    if entry.moved_to:
        notes.append(t.gettext("moved to {day}").format(day=dates.day_month(entry.moved_to, t.language)))
    elif entry.cancelled:
        notes.append(t.gettext("will not take place"))
    if entry.internal and not entry.busy:
        notes.append(t.gettext("internal"))
    if entry.clashes:
        notes.append(CLASH + t.gettext("clash"))
    return notes


def _merged(holidays: tuple[CalendarHoliday, ...], language: Language) -> tuple[CalendarHoliday, ...]:
    """Feasts of one day that bear the same name in this language stand once, with all their countries."""
    found: dict[tuple[date, str, bool], CalendarHoliday] = {}
    for holiday in holidays:
        key = holiday.day, holiday.name.shown(language), holiday.is_note
        same = found.get(key)
        where = tuple(dict.fromkeys((*same.where, *holiday.where))) if same else holiday.where
        found[key] = replace(same or holiday, where=where)
    return tuple(found.values())


def bar_width(first_column: int, last_column: int, column: float) -> float:
    """The room for the words of a bar."""
    return (last_column - first_column + 1) * column - 2 * INSET - 8


def _lines_of(week: Week) -> int:
    """How many lines the fullest day of a week takes."""
    lines = [line.line + line.lines for day in week.days for line in day.lines]
    return max([*lines, *(bar.lane + 1 for bar in week.bars)], default=0)


def _span(entry: CalendarEntry, key: int) -> MonthEntry:
    """An entry of one whole day stands among those of its day, for its words may take several lines."""
    span = entry.in_grid(key)
    return span if span.last_day > span.first_day else replace(span, end=span.start, all_day=False)


def _levelled(needed: Sequence[float], whole: float) -> tuple[float, ...]:
    """The heights, with what is left of `whole` given to the lowest: rows differ as little as may be."""
    rest, left = whole, sorted(needed, reverse=True)
    while left and left[0] > rest / len(left):
        rest -= left.pop(0)
    level = rest / len(left) if left else 0.0
    return tuple(max(height, level) for height in needed)


def grid_room(width: float, height: float, weeks: int, left: float) -> Room:
    """The cells of a grid of that outer size, `left` of it being the column of the week numbers."""
    return Room((width - left) / 7, (height / weeks,) * weeks)


MARGIN: Final = 10 * MM
