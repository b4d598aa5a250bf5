"""Small months side by side: which entries touch which day of a year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cabinet_app.domain.month_layout import MonthEntry, clip, week_rows


@dataclass(frozen=True, slots=True)
class MiniDay:
    """One day with the keys of what touches it, in the order of their beginning."""

    day: date
    in_month: bool
    keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MiniWeek:
    """A row of a small month with its ISO week number."""

    number: int
    days: tuple[MiniDay, ...]


@dataclass(frozen=True, slots=True)
class MiniMonth:
    year: int
    month: int
    weeks: tuple[MiniWeek, ...]


def lay_out_months(months: Sequence[tuple[int, int]], entries: Iterable[MonthEntry]) -> tuple[MiniMonth, ...]:
    """The months (year, month) in their order; days of the neighbouring months are empty."""
    if not months:
        return ()
    rows = {month: week_rows(*month) for month in months}
    days = sorted({day for weeks in rows.values() for week in weeks for day in week})
    pieces = [piece for entry in entries if (piece := clip(entry, days[0], days[-1]))]
    by_day: dict[date, list[int]] = {}
    for piece in sorted(pieces, key=lambda piece: (piece.entry.start, piece.entry.key)):
        for day in piece.days:
            by_day.setdefault(day, []).append(piece.entry.key)
    return tuple(
        MiniMonth(
            year,
            month,
            tuple(
                MiniWeek(row[0].isocalendar().week, tuple(_mini(day, month, by_day) for day in row))
                for row in rows[year, month]
            ),
        )
        for year, month in months
    )


def _mini(day: date, month: int, by_day: dict[date, list[int]]) -> MiniDay:
    if day.month != month:
        return MiniDay(day, in_month=False)
    return MiniDay(day, in_month=True, keys=tuple(by_day.get(day, ())))
