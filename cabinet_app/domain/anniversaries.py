"""Anniversaries of what was signed: the round ones, from a year alone if no more is known."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from cabinet_app.domain.agreement_status import SIGNINGS
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind
from cabinet_app.domain.vague_dates import VagueDate

JUBILEE_YEARS: Final = frozenset({1, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 100})
YEARS_AHEAD: Final = 2
"""How far a cabinet looks ahead: a feast with guests wants two years."""


@dataclass(frozen=True, slots=True)
class OtherDate:
    """A date that does not count: another source's, or that of a further signing (`is_claim` False).

    `years` are the round number of years that it would give, None if it gives none.
    """

    when: VagueDate
    is_claim: bool
    years: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Jubilee:
    """What is celebrated in `year`: `years` since `counted`; None where the date is known too vaguely.

    `month` and `day` are as exact as the date that counts: a year alone has neither.
    """

    year: int
    counted: VagueDate
    years: int | None = None
    month: int | None = None
    day: date | None = None
    others: tuple[OtherDate, ...] = ()

    @property
    def is_contested(self) -> bool:
        """Whether another source gives a date of another year."""
        return any(other.is_claim and not _same_year(other.when, self.counted) for other in self.others)

    @property
    def order(self) -> tuple[int, int, int]:
        """By month, days before the month as a whole; the months before the year as a whole."""
        return (self.month or _NO_MONTH, self.day.day if self.day else _NO_DAY, -(self.years or 0))


_NO_MONTH: Final = 13
_NO_DAY: Final = 32


def jubilee(signed: VagueDate, year: int, rule: Collection[int] = JUBILEE_YEARS) -> int | None:
    """How many years are celebrated in `year`; None for no round number or an unknown year of signing."""
    since = year_of(signed)
    if since is None:
        return None
    years = year - since
    return years if years > 0 and years in rule else None


def year_of(signed: VagueDate) -> int | None:
    """The year, if it is known to be one."""
    first, last = signed.earliest, signed.latest
    return first.year if first and last and first.year == last.year else None


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


def counted_event(agreement: Agreement) -> AgreementEvent | None:
    """The act whose date jubilees count from: the one chosen, else the first signing, dated ones first."""
    chosen = [event for event in agreement.events if event.id and event.id == agreement.jubilees_from]
    if chosen:
        return chosen[0]
    for kinds in ({AgreementEventKind.SIGNING}, {AgreementEventKind.COUNTER_SIGNING}):
        signed = [event for event in agreement.events if event.kind in kinds]
        if signed:
            return min(signed, key=lambda event: event.happened_on.sort_key)
    return None


def agreement_jubilee(agreement: Agreement, year: int, rule: Collection[int] = JUBILEE_YEARS) -> Jubilee:
    """What an agreement celebrates in a year; `years` is None where that is nothing."""
    counted = counted_event(agreement)
    if counted is None:
        return Jubilee(year, VagueDate())
    others = [
        OtherDate(claim.happened_on, True, jubilee(claim.happened_on, year, rule), claim.claim)
        for claim in counted.claimed_dates
        if not claim.happened_on.is_empty
    ]
    others += [
        OtherDate(event.happened_on, False, jubilee(event.happened_on, year, rule))
        for event in agreement.events
        if event is not counted and event.kind in SIGNINGS and event.happened_on.edtf
    ]
    return dated_jubilee(counted.happened_on, year, rule, others)


def dated_jubilee(
    counted: VagueDate, year: int, rule: Collection[int] = JUBILEE_YEARS, others: Iterable[OtherDate] = ()
) -> Jubilee:
    """What is celebrated in `year` of an act of this date."""
    years = jubilee(counted, year, rule)
    first, last = counted.earliest, counted.latest
    is_one_month = first is not None and last is not None and first.month == last.month
    month = first.month if years is not None and first is not None and is_one_month else None
    day = anniversary(counted.day, year) if years is not None and counted.day else None
    return Jubilee(year, counted, years, month, day, tuple(others))


def _same_year(one: VagueDate, other: VagueDate) -> bool:
    return year_of(one) == year_of(other)
