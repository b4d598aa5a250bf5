"""Figures of a judgement: the rate of promises kept, streak, longest gap, next deadline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cabinet_app.domain.cadence import Gathering, GatheringStatus, JudgedWindow, WindowStatus

KEPT = frozenset({WindowStatus.MET, WindowStatus.MET_LATE})
UNSETTLED = frozenset(
    {WindowStatus.OPEN, WindowStatus.PLANNED, WindowStatus.AT_RISK, WindowStatus.UNCONFIRMED}
)


@dataclass(frozen=True, slots=True)
class CadenceSummary:
    """Counts over closed windows; `rate` is kept / (kept + breached), None before the first closed window.

    `longest_gap` is the number of days between two held meetings that followed one another, whatever the rule
    says; `current_gap` the days since the last one. `streak` is the number of kept windows since the last
    breach.
    """

    met: int
    met_late: int
    breached: int
    exempt: int
    waived: int
    unconfirmed: int
    rate: float | None
    streak: int
    longest_gap: int | None
    longest_gap_from: date | None
    longest_gap_to: date | None
    current_gap: int | None
    last_held: date | None
    next_planned: date | None
    next_deadline: date | None


def summary(judged: Sequence[JudgedWindow], gatherings: Iterable[Gathering], today: date) -> CadenceSummary:
    """The figures of these windows and meetings as of `today`."""
    known = list(gatherings)
    counts = dict.fromkeys(WindowStatus, 0)
    streak = 0
    for item in judged:
        if item.is_closed:
            counts[item.status] += 1
            streak = (
                streak + 1 if item.status in KEPT else (0 if item.status is WindowStatus.BREACHED else streak)
            )
    kept = counts[WindowStatus.MET] + counts[WindowStatus.MET_LATE]
    settled = kept + counts[WindowStatus.BREACHED]
    held = sorted(
        {item.start for item in known if item.status is GatheringStatus.HELD and item.start <= today}
    )
    gaps = [(later - earlier).days for earlier, later in pairwise(held)]
    longest = max(range(len(gaps)), key=gaps.__getitem__, default=None)
    return CadenceSummary(
        met=counts[WindowStatus.MET],
        met_late=counts[WindowStatus.MET_LATE],
        breached=counts[WindowStatus.BREACHED],
        exempt=counts[WindowStatus.EXEMPT],
        waived=counts[WindowStatus.WAIVED],
        unconfirmed=counts[WindowStatus.UNCONFIRMED],
        rate=kept / settled if settled else None,
        streak=streak,
        longest_gap=gaps[longest] if longest is not None else None,
        longest_gap_from=held[longest] if longest is not None else None,
        longest_gap_to=held[longest + 1] if longest is not None else None,
        current_gap=(today - held[-1]).days if held else None,
        last_held=held[-1] if held else None,
        next_planned=_next_planned(known, today),
        next_deadline=min(
            (
                item.deadline
                for item in judged
                if item.status in UNSETTLED and not item.is_closed and item.deadline
            ),
            default=None,
        ),
    )


def _next_planned(gatherings: Sequence[Gathering], today: date) -> date | None:
    waiting = {GatheringStatus.PLANNED, GatheringStatus.HELD}
    return min(
        (
            item.start
            for item in gatherings
            if item.status in waiting
            and (item.start > today or (item.start == today and item.status is GatheringStatus.PLANNED))
        ),
        default=None,
    )
