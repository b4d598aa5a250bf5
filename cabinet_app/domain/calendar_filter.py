"""What of the register a calendar shows: the meetings of some bodies, of some kinds, of one person."""

from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.meetings import MeetingKind


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """Empty parts let everything through.

    Visits have neither body nor kind: where one is named they fall out.
    """

    bodies: frozenset[int] = frozenset()
    kinds: frozenset[MeetingKind] = frozenset()
    person_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether everything passes."""
        return not (self.bodies or self.kinds or self.person_id)

    @property
    def shows_visits(self) -> bool:
        return not (self.bodies or self.kinds)


EVERYTHING: Final = CalendarFilter()
