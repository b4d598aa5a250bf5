"""A seating plan read together with its people: who sits where, where the middle is, who sits beside whom."""

from collections.abc import Sequence

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import Company, Place, middle, per_side
from cabinet_app.domain.visits import SeatingPlan, SeatingShape, SeatSide


class Reading:
    """Seats that nobody of today holds count as empty."""

    def __init__(self, plan: SeatingPlan, people: Company) -> None:
        self.plan = plan
        self.people = people
        known = people.by_id
        self.at: dict[Place, Ranked] = {
            (seat.side, seat.number): known[seat.delegate_id]
            for seat in plan.seats
            if seat.delegate_id in known
        }
        self.places = {(seat.side, seat.number) for seat in plan.seats}
        self.of = {one.delegate.id: place for place, one in reversed(self.at.items())}
        self.last = per_side(plan)
        self.centre = middle(self.last, plan.shape)
        self.is_talks = plan.shape is SeatingShape.TALKS

    def beside(self, place: Place) -> Sequence[Place]:
        side, number = place
        if side is SeatSide.LEFT:
            return [(SeatSide.TOP, 1), (SeatSide.BOTTOM, 1)]
        if side is SeatSide.RIGHT:
            return [(SeatSide.TOP, self.last), (SeatSide.BOTTOM, self.last)]
        return [other for other in ((side, number - 1), (side, number + 1)) if other in self.places]
