"""Anniversaries of what was signed: the round ones, from a year alone if no more is known."""

from datetime import date
from typing import Final

from cabinet_app.domain.vague_dates import VagueDate

JUBILEE_YEARS: Final = frozenset({1, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 100})


def jubilee(signed: VagueDate, year: int) -> int | None:
    """How many years are celebrated in `year`; None for no round number or an unknown year of signing."""
    first, last = signed.earliest, signed.latest
    if first is None or last is None or first.year != last.year:
        return None
    years = year - first.year
    return years if years in JUBILEE_YEARS else None


def anniversary(signed: date, year: int) -> date:
    """The day of the same name in `year`; 29 February is kept on the 28th in common years."""
    try:
        return signed.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def next_anniversary(signed: date, today: date) -> date:
    """The first anniversary from `today` on."""
    this_year = anniversary(signed, today.year)
    return this_year if this_year >= today else anniversary(signed, today.year + 1)
