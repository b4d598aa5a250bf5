"""The days of an agenda: what begins on each, and what still goes on from the days before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cabinet_app.domain.month_layout import MonthEntry, clip


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day on which there is something; each entry begins on one day, bars go on over the others."""

    day: date
    begins: tuple[int, ...] = ()
    goes_on: tuple[int, ...] = ()


def agenda(first: date, last: date, entries: Iterable[MonthEntry]) -> tuple[AgendaDay, ...]:
    """The days from `first` to `last` that are not empty; what began before stands under the first day.

    Whole days come before hours, and the earlier before the later.
    """
    begins: dict[date, list[int]] = {}
    goes_on: dict[date, list[int]] = {}
    pieces = [piece for entry in entries if (piece := clip(entry, first, last))]
    pieces.sort(
        key=lambda piece: (not piece.entry.is_bar, piece.entry.start, piece.entry.end, piece.entry.key)
    )
    for piece in pieces:
        begins.setdefault(piece.first, []).append(piece.entry.key)
        for day in piece.days[1:]:
            goes_on.setdefault(day, []).append(piece.entry.key)
    return tuple(
        AgendaDay(day, tuple(begins.get(day, ())), tuple(goes_on.get(day, ())))
        for day in sorted({*begins, *goes_on})
    )
