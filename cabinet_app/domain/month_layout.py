"""Where the entries of a month stand in its grid: bars in lanes, lines in days, and what has no room."""

import calendar
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

NIGHT_ENDS = time(6)
"""A timed entry that ends before this hour still belongs to the evening on which it began."""

DAYS = 7


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """One entry as the grid sees it, in local wall time and half-open.

    An all-day entry ends at the midnight after its last day; an entry without length ends when it starts.
    """

    key: int
    start: datetime
    end: datetime
    all_day: bool = False

    @property
    def first_day(self) -> date:
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day on which the entry is shown."""
        if self.end <= self.start:
            return self.first_day
        last = (self.end - timedelta(microseconds=1)).date()
        ends_at_night = not self.all_day and self.end.time() < NIGHT_ENDS and self.end.time() != time.min
        return max(self.first_day, last - timedelta(days=1)) if ends_at_night else last

    @property
    def is_bar(self) -> bool:
        """All-day entries and those of several days are drawn as bars across their days."""
        return self.all_day or self.last_day > self.first_day


@dataclass(frozen=True, slots=True)
class Bar:
    """The part of a bar in one row; columns count from its first day = 0, the last one included."""

    key: int
    lane: int
    first_column: int
    last_column: int
    starts_before: bool
    ends_after: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of one day: its first line in the cell and how many lines it may use."""

    key: int
    line: int
    lines: int


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the grid; `hidden` are the entries without room, counted in line `more_line`."""

    day: date
    in_month: bool
    lines: tuple[Line, ...] = ()
    hidden: tuple[int, ...] = ()
    more_line: int | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """A row of the grid with its ISO week number."""

    number: int
    days: tuple[DayCell, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """A month laid out."""

    year: int
    month: int
    weeks: tuple[Week, ...]

    @property
    def hidden(self) -> tuple[int, ...]:
        """Every entry that has no room on at least one of its days, each once, in the order of the days."""
        cells = itertools.chain.from_iterable(week.days for week in self.weeks)
        return tuple(dict.fromkeys(key for cell in cells for key in cell.hidden))


def week_rows(year: int, month: int) -> tuple[tuple[date, ...], ...]:
    """The weeks of the month from Monday to Sunday, filled up with the neighbours' days."""
    return tuple(tuple(week) for week in calendar.Calendar().monthdatescalendar(year, month))


def lay_out(
    year: int,
    month: int,
    entries: Iterable[MonthEntry],
    capacities: int | Sequence[int],
    *,
    wanted: Mapping[int, int] | None = None,
    neighbours: bool = False,
) -> MonthGrid:
    """Put the entries into the grid of the month; `neighbours` fills the days of the neighbouring months too.

    The rest is as in `lay_out_weeks`.
    """
    rows = week_rows(year, month)
    days = [day for row in rows for day in row if neighbours or day.month == month]
    own = [day for row in rows for day in row if day.month == month]
    weeks = lay_out_weeks(
        rows, entries, capacities, shown=(days[0], days[-1]), own=(own[0], own[-1]), wanted=wanted
    )
    return MonthGrid(year, month, weeks)


def lay_out_weeks(
    rows: Sequence[Sequence[date]],
    entries: Iterable[MonthEntry],
    capacities: int | Sequence[int],
    *,
    shown: tuple[date, date],
    own: tuple[date, date] | None = None,
    wanted: Mapping[int, int] | None = None,
) -> tuple[Week, ...]:
    """Put the entries into rows of whole weeks that follow one another.

    `capacities` is the number of lines in a day's cell, for every week or one figure per week. Days outside
    `shown` stay empty; those of `own` (the shown ones, if it is not given) are marked as the period's own.
    `wanted` holds the lines a one-day entry would like to have (one if it is not named); it gets more than
    one only where every entry of the day has its own. A bar keeps its lane over all its weeks and is shown on
    all its days or on none.
    """
    room = [capacities] * len(rows) if isinstance(capacities, int) else list(capacities)
    first_own, last_own = own or shown
    clipped = [piece for entry in entries if (piece := clip(entry, *shown))]
    bars = assign_lanes([piece for piece in clipped if piece.entry.is_bar])
    singles: dict[date, list[Piece]] = {}
    for piece in sorted((piece for piece in clipped if not piece.entry.is_bar), key=_by_time):
        singles.setdefault(piece.first, []).append(piece)
    capacity_of = {day: lines for row, lines in zip(rows, room, strict=True) for day in row}
    visible = _visible_bars(bars, singles, capacity_of)
    shown_bars = [bar for bar in bars if bar.entry.key in visible]
    covered = _bars_by_day(bars)
    return tuple(
        Week(
            number=row[0].isocalendar().week,
            days=tuple(
                _cell(
                    day,
                    in_month=first_own <= day <= last_own,
                    capacity=capacity_of[day],
                    bars=covered.get(day, []),
                    visible=visible,
                    singles=singles.get(day, []),
                    wanted=wanted or {},
                )
                for day in row
            ),
            bars=tuple(bar_in_row(bar, row) for bar in shown_bars if meets(bar, row)),
        )
        for row in rows
    )


@dataclass(slots=True)
class Piece:
    """An entry with the days on which a grid shows it; bars have a lane."""

    entry: MonthEntry
    first: date
    last: date
    lane: int = 0

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=offset) for offset in range((self.last - self.first).days + 1)]


def clip(entry: MonthEntry, first: date, last: date) -> Piece | None:
    """The part of the entry within these days, None if it has none there."""
    if entry.last_day < first or entry.first_day > last:
        return None
    return Piece(entry, max(first, entry.first_day), min(last, entry.last_day))


def _by_time(piece: Piece) -> tuple[datetime, datetime]:
    return piece.entry.start, piece.entry.end


def assign_lanes(bars: list[Piece]) -> list[Piece]:
    """Give every bar the lowest lane that is free on all its days, longer bars first on the same day."""
    free_from: list[date] = []
    for bar in sorted(bars, key=lambda bar: (bar.first, -(bar.last - bar.first).days, bar.entry.start)):
        lane = next((lane for lane, day in enumerate(free_from) if day <= bar.first), len(free_from))
        if lane == len(free_from):
            free_from.append(bar.last)
        bar.lane = lane
        free_from[lane] = bar.last + timedelta(days=1)
    return sorted(bars, key=lambda bar: (bar.first, bar.lane))


def _bars_by_day(bars: list[Piece]) -> dict[date, list[Piece]]:
    covered: dict[date, list[Piece]] = {}
    for bar in bars:
        for day in bar.days:
            covered.setdefault(day, []).append(bar)
    return covered


def _visible_bars(
    bars: list[Piece], singles: Mapping[date, list[Piece]], capacity_of: Mapping[date, int]
) -> set[int]:
    """The bars that have room on every one of their days, keeping the last line where a day needs a count."""
    covered = _bars_by_day(bars)
    hidden: set[int] = set()
    while True:
        found = {
            bar.entry.key
            for day, on_day in covered.items()
            for bar in on_day
            if bar.entry.key not in hidden
            and bar.lane >= _bar_room(on_day, len(singles.get(day, [])), capacity_of[day], hidden)
        }
        if not found:
            return {bar.entry.key for bar in bars} - hidden
        hidden |= found


def _bar_room(on_day: list[Piece], single_count: int, capacity: int, hidden: set[int]) -> int:
    overflows = len(on_day) + single_count > capacity or any(bar.entry.key in hidden for bar in on_day)
    return capacity - 1 if overflows else capacity


def _cell(
    day: date,
    *,
    in_month: bool,
    capacity: int,
    bars: list[Piece],
    visible: set[int],
    singles: list[Piece],
    wanted: Mapping[int, int],
) -> DayCell:
    taken = {bar.lane for bar in bars if bar.entry.key in visible}
    hidden = [bar.entry.key for bar in bars if bar.entry.key not in visible]
    free = [line for line in range(capacity) if line not in taken]
    more_line = None
    if hidden or len(singles) > len(free):
        more_line = free.pop() if free else None
    lines = _fill(free, [piece.entry.key for piece in singles], wanted)
    hidden += [piece.entry.key for piece in singles[len(lines) :]]
    return DayCell(day, in_month, tuple(lines), tuple(hidden), more_line)


def _fill(free: list[int], keys: list[int], wanted: Mapping[int, int]) -> list[Line]:
    """Hand out the free lines in order; an entry gets neighbouring ones, and those after it keep theirs."""
    lines = []
    position = 0
    for index, key in enumerate(keys):
        if position >= len(free):
            break
        spare = len(free) - position - (len(keys) - index - 1)
        most = min(wanted.get(key, 1), spare)
        count = 1
        while count < most and free[position + count] == free[position] + count:
            count += 1
        lines.append(Line(key, free[position], count))
        position += count
    return lines


def meets(bar: Piece, row: Sequence[date]) -> bool:
    """Whether the bar lies on one of the days in this row."""
    return bar.first <= row[-1] and bar.last >= row[0]


def bar_in_row(bar: Piece, row: Sequence[date]) -> Bar:
    """What a row of days shows of the bar; columns count from the first day of the row."""
    first, last = max(bar.first, row[0]), min(bar.last, row[-1])
    return Bar(
        key=bar.entry.key,
        lane=bar.lane,
        first_column=(first - row[0]).days,
        last_column=(last - row[0]).days,
        starts_before=bar.entry.first_day < first,
        ends_after=bar.entry.last_day > last,
    )
