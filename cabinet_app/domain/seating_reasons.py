"""Why somebody sits on a seat: what the seat is in the convention of its table."""

from dataclasses import dataclass, replace
from enum import StrEnum

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import (
    FRONT,
    LONG_SIDES,
    WITHIN_REACH,
    Company,
    Place,
    per_side,
    right_of,
    takes_minutes,
)
from cabinet_app.domain.seating_moves import seat_of
from cabinet_app.domain.seating_reading import Reading
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.visits import DelegateRole, SeatingPlan, SeatingShape, SeatSide


class SeatKind(StrEnum):
    """What a seat is in the convention of its table."""

    HEAD = "head"
    HOST = "host"
    CO_HOST = "co_host"
    INTERPRETER_BESIDE = "interpreter_beside"
    INTERPRETER_BEHIND = "interpreter_behind"
    MINUTES = "minutes"
    RIGHT = "right"
    LEFT = "left"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class SeatReason:
    """Where a seat lies: `distance` seats to one hand of `of`, who is the head of that side or the host.

    `by_hand` says that the order of precedence would have put the person elsewhere.
    """

    kind: SeatKind
    distance: int = 0
    of: Ranked | None = None
    by_hand: bool = False


def reason_of(plan: SeatingPlan, people: Company, place: Place) -> SeatReason | None:
    """Why the seat is what it is; None for an empty seat or one that nobody of today holds."""
    table = _Reasons(plan, people)
    one = table.at.get(place)
    if one is None:
        return None
    kind, distance, of = table.where(place, one)
    ideal = seat_of(seated(_unlocked(plan), people), one.delegate.id)
    by_hand = ideal is None or (ideal.side, ideal.number) != place
    return SeatReason(kind, distance, of, by_hand)


def _unlocked(plan: SeatingPlan) -> SeatingPlan:
    return replace(plan, seats=[], per_side=plan.per_side or per_side(plan))


class _Reasons(Reading):
    """What each seat is."""

    def where(self, place: Place, one: Ranked) -> tuple[SeatKind, int, Ranked | None]:
        """The kind of a seat, how far it is from the head or host it counts from, and who that is."""
        side, number = place
        if side in FRONT:
            return SeatKind.INTERPRETER_BEHIND, 0, self.at.get((FRONT[side], number))
        if side not in LONG_SIDES:
            return (SeatKind.HOST if side is SeatSide.LEFT else SeatKind.CO_HOST), 0, None
        if self.plan.shape is SeatingShape.HOSTS_AT_ENDS:
            return self._from_end(place)
        return self._along(place, one) if number != self.centre else self._middle_kind(side)

    def _along(self, place: Place, one: Ranked) -> tuple[SeatKind, int, Ranked | None]:
        """A seat of a long side beside the middle."""
        side, number = place
        centre = self.at.get((side, self.centre))
        far = (number - self.centre) * right_of(side)
        if one.delegate.role is DelegateRole.INTERPRETER and abs(far) <= WITHIN_REACH:
            beside = self._neighbour_of_interpreter(place)
            if beside:
                return SeatKind.INTERPRETER_BESIDE, 0, beside
        if self.is_talks and takes_minutes(one) and not one.is_head:
            return SeatKind.MINUTES, abs(far), centre
        return (SeatKind.RIGHT if far > 0 else SeatKind.LEFT), abs(far), centre

    def _middle_kind(self, side: SeatSide) -> tuple[SeatKind, int, Ranked | None]:
        if self.is_talks:
            return SeatKind.HEAD, 0, None
        if side is SeatSide.BOTTOM:
            return SeatKind.HOST, 0, None
        host = self.at.get((SeatSide.BOTTOM, self.centre))
        is_alone = self.plan.shape is SeatingShape.HOST_ALONE
        return (SeatKind.OPPOSITE, 0, host) if is_alone else (SeatKind.CO_HOST, 0, None)

    def _from_end(self, place: Place) -> tuple[SeatKind, int, Ranked | None]:
        side, number = place
        at_left = number <= self.last + 1 - number
        host = self.at.get((SeatSide.LEFT if at_left else SeatSide.RIGHT, 1))
        distance = number if at_left else self.last + 1 - number
        is_right = (side is SeatSide.BOTTOM) == at_left
        return (SeatKind.RIGHT if is_right else SeatKind.LEFT), distance, host

    def _neighbour_of_interpreter(self, place: Place) -> Ranked | None:
        """Whom an interpreter sits beside: the head at talks, at dinner the guest nearer to the host."""
        side, number = place
        inwards = number + (1 if number < self.centre else -1)
        return self.at.get((side, inwards))
