"""Where the seats of a table lie, to scale: one unit is the room that one person has at the table."""

from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.seating import FRONT, LONG_SIDES, Place, per_side
from cabinet_app.domain.visits import SeatingPlan, SeatingShape, SeatSide

METRES: Final = 0.7
"""The room of one person at a table."""
_DEPTH: Final = {SeatingShape.TALKS: 1.9}
_DINNER_DEPTH: Final = 1.5
_GAP: Final = 0.5
"""From the edge of the table to the middle of a chair."""
_SECOND_ROW: Final = 1.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A chair: its place, the middle of it, and which way the person looks (-1 up, 1 down, 0 sideways)."""

    place: Place
    x: float
    y: float
    looks: int


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table whose upper left corner is (0, 0); y grows downwards. Chairs lie around it."""

    width: float
    depth: float
    spots: tuple[Spot, ...]
    has_ends: bool
    has_row_above: bool
    has_row_below: bool

    def turned(self) -> "TableLayout":
        """The same table seen from its other side."""
        spots = tuple(
            Spot(spot.place, self.width - spot.x, self.depth - spot.y, -spot.looks) for spot in self.spots
        )
        return TableLayout(
            self.width, self.depth, spots, self.has_ends, self.has_row_below, self.has_row_above
        )


def lay_out(plan: SeatingPlan) -> TableLayout:
    """The table of a plan with all of its seats."""
    width = float(max(per_side(plan), 1))
    depth = _DEPTH.get(plan.shape, _DINNER_DEPTH)
    spots = tuple(_spot((seat.side, seat.number), width, depth) for seat in plan.seats)
    sides = {seat.side for seat in plan.seats}
    return TableLayout(
        width,
        depth,
        spots,
        has_ends=SeatSide.LEFT in sides or SeatSide.RIGHT in sides,
        has_row_above=SeatSide.BEHIND_TOP in sides,
        has_row_below=SeatSide.BEHIND_BOTTOM in sides,
    )


def _spot(place: Place, width: float, depth: float) -> Spot:
    side, number = place
    if side not in LONG_SIDES and side not in FRONT:
        return Spot(place, -_GAP if side is SeatSide.LEFT else width + _GAP, depth / 2, 0)
    away = _GAP + (_SECOND_ROW if side in FRONT else 0)
    is_top = FRONT.get(side, side) is SeatSide.TOP
    return Spot(place, number - 0.5, -away if is_top else depth + away, 1 if is_top else -1)


def nearest(layout: TableLayout, here: Place, dx: int, dy: int) -> Place:
    """The seat that an arrow key leads to: the nearest in that direction, or the same one."""
    spots = {spot.place: spot for spot in layout.spots}
    if here not in spots:
        return layout.spots[0].place if layout.spots else here
    origin = spots[here]
    ahead = [
        (abs(spot.x - origin.x) + abs(spot.y - origin.y) + _ASIDE * _aside(origin, spot, dx), spot.place)
        for spot in layout.spots
        if (spot.x - origin.x) * dx + (spot.y - origin.y) * dy > _LEAST_STEP
    ]
    return min(ahead, key=_distance)[1] if ahead else here


_ASIDE: Final = 3.0
_LEAST_STEP: Final = 0.1


def _aside(origin: Spot, spot: Spot, dx: int) -> float:
    """How far a seat lies beside the straight way."""
    return abs(spot.y - origin.y) if dx else abs(spot.x - origin.x)


def _distance(entry: tuple[float, Place]) -> float:
    return entry[0]
