"""Changing a seating plan by hand: moving, locking, and closing the gaps of those who do not come."""

from collections.abc import Iterator
from dataclasses import dataclass

from cabinet_app.domain.seating import LONG_SIDES, Company, Place, middle, per_side, right_of, with_seats
from cabinet_app.domain.visits import Seat, SeatingPlan, SeatingShape, SeatSide


@dataclass(frozen=True, slots=True)
class Settled:
    """A plan that fits the people of today: `gone` are the ids of those whose gap was closed."""

    plan: SeatingPlan
    gone: tuple[int, ...] = ()


def seat_at(plan: SeatingPlan, place: Place) -> Seat | None:
    return next((seat for seat in plan.seats if (seat.side, seat.number) == place), None)


def seat_of(plan: SeatingPlan, delegate_id: int) -> Seat | None:
    return next((seat for seat in plan.seats if delegate_id and seat.delegate_id == delegate_id), None)


def standing(plan: SeatingPlan, people: Company) -> list[int]:
    """The ids of those who belong to the table and have no seat."""
    done = {seat.delegate_id for seat in plan.seats}
    return [one.delegate.id for one in people.everybody if one.delegate.id not in done]


def moved(plan: SeatingPlan, delegate_id: int, place: Place) -> SeatingPlan:
    """The plan with a person on another seat; the others stay.

    Two who sit change places. Somebody without a seat pushes the row outwards to the next empty seat; where
    there is none, who sat there stands up. A locked seat neither takes nor gives anybody.
    """
    target, origin = seat_at(plan, place), seat_of(plan, delegate_id)
    if target is None or target.locked or (origin and origin.locked) or target is origin:
        return plan
    taken = _taken(plan)
    if origin:
        taken[origin.side, origin.number] = target.delegate_id
    elif target.delegate_id:
        _push(plan, taken, place)
    taken[place] = delegate_id
    return with_seats(plan, taken, _locked(plan))


def unseated(plan: SeatingPlan, delegate_id: int) -> SeatingPlan:
    """The plan with a person standing; the seat stays, empty."""
    seat = seat_of(plan, delegate_id)
    if seat is None or seat.locked:
        return plan
    taken = _taken(plan)
    taken[seat.side, seat.number] = 0
    return with_seats(plan, taken, _locked(plan))


def with_lock(plan: SeatingPlan, place: Place, *, locked: bool) -> SeatingPlan:
    """The plan with a seat locked or free."""
    others = {other for other in _locked(plan) if other != place}
    return with_seats(plan, _taken(plan), {*others, place} if locked else others)


def settled(plan: SeatingPlan, people: Company) -> Settled:
    """The plan without those who declined, left the visit or do not take part; their gaps are closed.

    Who sits twice keeps the first seat. A head's seat goes to the next of the same side.
    """
    known = people.by_id
    taken, locks = _taken(plan), _locked(plan)
    gaps: list[Place] = []
    gone: list[int] = []
    seen: set[int] = set()
    for place, delegate_id in list(taken.items()):
        if delegate_id and (delegate_id not in known or delegate_id in seen):
            taken[place] = 0
            locks.discard(place)
            gaps.append(place)
            if delegate_id not in known:
                gone.append(delegate_id)
        seen.add(delegate_id)
    if not gaps:
        return Settled(plan)
    for gap in sorted(gaps, key=_Wings(plan).distance, reverse=True):
        _close(plan, people, taken, locks, gap)
    kept = {
        place: one
        for place, one in taken.items()
        if one or place[0] in {*LONG_SIDES, SeatSide.LEFT, SeatSide.RIGHT}
    }
    return Settled(with_seats(plan, kept, locks), tuple(gone))


@dataclass(frozen=True, slots=True)
class _Wings:
    """The seats of a side as they follow one another away from the head."""

    plan: SeatingPlan

    def distance(self, place: Place) -> int:
        side, number = place
        if side not in LONG_SIDES:
            return 0
        last = per_side(self.plan)
        if self.plan.shape is SeatingShape.HOSTS_AT_ENDS:
            return min(number, last + 1 - number)
        return abs(number - middle(last, self.plan.shape))

    def beyond(self, place: Place) -> Iterator[Place]:
        """The seats behind this one, outwards; from the middle seat along the right hand."""
        side, number = place
        if side not in LONG_SIDES:
            return
        last = per_side(self.plan)
        if self.plan.shape is SeatingShape.HOSTS_AT_ENDS:
            step = 1 if number <= (last + 1) // 2 else -1
            end = (last + 1) // 2 if step > 0 else (last + 1) // 2 + 1
            yield from ((side, at) for at in range(number + step, end + step, step))
            return
        centre = middle(last, self.plan.shape)
        step = right_of(side) if number == centre else (1 if number > centre else -1)
        yield from ((side, at) for at in range(number + step, last + 1 if step > 0 else 0, step))


def _close(
    plan: SeatingPlan, people: Company, taken: dict[Place, int], locks: set[Place], gap: Place
) -> None:
    """Move those beyond a gap one seat inwards; locked seats are passed over."""
    if _is_head(plan, gap) and (heir := _heir(plan, people, taken, locks, gap)):
        taken[gap], taken[heir] = taken[heir], 0
        gap = heir
    for place in _Wings(plan).beyond(gap):
        if place in locks or place not in taken:
            continue
        if not taken[place]:
            return
        taken[gap], taken[place] = taken[place], 0
        gap = place


def _is_head(plan: SeatingPlan, place: Place) -> bool:
    side, number = place
    if plan.shape is SeatingShape.HOSTS_AT_ENDS:
        return side in {SeatSide.LEFT, SeatSide.RIGHT}
    is_middle = side in LONG_SIDES and number == middle(per_side(plan), plan.shape)
    return is_middle and (plan.shape is not SeatingShape.HOST_ALONE or side is SeatSide.BOTTOM)


def _heir(
    plan: SeatingPlan, people: Company, taken: dict[Place, int], locks: set[Place], gap: Place
) -> Place | None:
    """The seat of the one who takes a head's seat: the next of that side who does not head it already."""
    is_guests = plan.shape is SeatingShape.TALKS and gap[0] is SeatSide.TOP
    candidates = [one.delegate.id for one in (people.guests if is_guests else people.hosts)]
    places = {one: place for place, one in taken.items() if one and place not in locks}
    free = [places[one] for one in candidates if one in places and not _is_head(plan, places[one])]
    return free[0] if free else None


def _push(plan: SeatingPlan, taken: dict[Place, int], place: Place) -> None:
    """Make a seat free by moving the row outwards, if there is an empty seat out there."""
    locks = _locked(plan)
    row = [place, *(other for other in _Wings(plan).beyond(place) if other in taken and other not in locks)]
    empty = next((index for index, other in enumerate(row) if not taken[other]), None)
    if empty is None:
        return
    for index in range(empty, 0, -1):
        taken[row[index]] = taken[row[index - 1]]


def _taken(plan: SeatingPlan) -> dict[Place, int]:
    return {(seat.side, seat.number): seat.delegate_id for seat in plan.seats}


def _locked(plan: SeatingPlan) -> set[Place]:
    return {(seat.side, seat.number) for seat in plan.seats if seat.locked}
