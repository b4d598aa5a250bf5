"""The timetable of some days that follow one another: bars above, entries with hours in their columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cabinet_app.domain.day_layout import SHORTEST, Block, lay_out_day
from cabinet_app.domain.month_layout import (
    DAYS,
    Bar,
    MonthEntry,
    assign_lanes,
    bar_in_row,
    clip,
)


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One day with its entries."""

    day: date
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """Days side by side; every bar has its lane over all of them, and none is ever left out."""

    days: tuple[DayColumn, ...]
    bars: tuple[Bar, ...]

    @property
    def lanes(self) -> int:
        """How many lines the bars take."""
        return max((bar.lane + 1 for bar in self.bars), default=0)

    def hours(self, first: int, last: int) -> tuple[int, int]:
        """The hours from `first` to `last`, widened until every entry lies within them."""
        blocks = [block for column in self.days for block in column.blocks]
        earliest = min((block.first_minute // 60 for block in blocks), default=first)
        latest = max((-(-block.last_minute // 60) for block in blocks), default=last)
        return min(first, earliest), max(last, latest)


def lay_out_days(
    first: date, entries: Iterable[MonthEntry], *, days: int = DAYS, shortest: int = SHORTEST
) -> Timetable:
    """The timetable of `days` days from `first` on; entries are drawn at least `shortest` minutes long."""
    row = [first + timedelta(days=number) for number in range(days)]
    pieces = [piece for entry in entries if (piece := clip(entry, row[0], row[-1]))]
    bars = assign_lanes([piece for piece in pieces if piece.entry.is_bar])
    by_day: dict[date, list[MonthEntry]] = {}
    for piece in pieces:
        if not piece.entry.is_bar:
            by_day.setdefault(piece.first, []).append(piece.entry)
    columns = tuple(DayColumn(day, lay_out_day(day, by_day.get(day, ()), shortest=shortest)) for day in row)
    return Timetable(columns, tuple(bar_in_row(bar, row) for bar in bars))
