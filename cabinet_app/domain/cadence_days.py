"""The days on which a body met or will meet, sorted out for the judge."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cabinet_app.domain.cadence import Gathering, GatheringStatus, WindowReason

_HELD = GatheringStatus.HELD
_PLANNED = GatheringStatus.PLANNED
_NOT_QUORATE = GatheringStatus.NOT_QUORATE

AT_RISK_WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class MeetingDays:
    """Sorted days: `held` count, `planned` are today or later, `unconfirmed` were planned and have passed.

    `lost` are the meetings that count for nothing: moved, cancelled, without a quorum.
    """

    held: tuple[date, ...]
    planned: tuple[date, ...]
    unconfirmed: tuple[date, ...]
    lost: tuple[Gathering, ...]

    @classmethod
    def of(cls, gatherings: Sequence[Gathering], today: date, *, counts_unquorate: bool) -> "MeetingDays":
        held: list[date] = []
        planned: list[date] = []
        unconfirmed: list[date] = []
        lost: list[Gathering] = []
        for gathering in gatherings:
            status, start = gathering.status, gathering.start
            if status is _HELD or (status is _NOT_QUORATE and counts_unquorate):
                (held if start <= today else planned).append(start)
            elif status is _PLANNED:
                (planned if start >= today else unconfirmed).append(start)
            else:
                lost.append(gathering)
        return cls(
            tuple(sorted(held)),
            tuple(sorted(planned)),
            tuple(sorted(unconfirmed)),
            tuple(sorted(lost, key=lambda gathering: gathering.start)),
        )

    @property
    def earliest(self) -> date | None:
        """The first day of all that is known."""
        return min(
            (days[0] for days in (self.held, self.planned, self.unconfirmed) if days),
            default=None,
        )

    def why_none(self, first: date, last: date) -> tuple[WindowReason | None, date | None]:
        """What became of the meeting that should have filled these days, with its day; the last one wins."""
        for gathering in reversed(self.lost):
            if not first <= gathering.start <= last:
                continue
            if gathering.status is GatheringStatus.MOVED:
                if gathering.moved_to is None or not first <= gathering.moved_to <= last:
                    return WindowReason.MOVED_OUT, gathering.moved_to
            elif gathering.status is GatheringStatus.CANCELLED:
                return WindowReason.CANCELLED, gathering.start
            else:
                return WindowReason.NOT_QUORATE, gathering.start
        return None, None


def between(days: tuple[date, ...], first: date, last: date) -> tuple[date, ...]:
    """Those of the sorted days that lie in `first`..`last`."""
    return days[bisect_left(days, first) : bisect_right(days, last)]
