"""Where a town stands on a flat map: distances from the middle are true, directions too.

Azimuthal equidistant projection on a sphere; coordinates are kilometres east and north of the middle.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

EARTH_KM: Final = 6371.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Degrees (WGS 84), north and east positive."""

    latitude: float
    longitude: float


class AroundSpot:
    """The map round a town, our own."""

    def __init__(self, middle: Spot) -> None:
        self._sine = math.sin(math.radians(middle.latitude))
        self._cosine = math.cos(math.radians(middle.latitude))
        self._east = math.radians(middle.longitude)

    def point(self, latitude: float, longitude: float) -> Point:
        """Kilometres east and north of the middle."""
        phi, turn = math.radians(latitude), math.radians(longitude) - self._east
        sine, cosine = math.sin(phi), math.cos(phi)
        closeness = self._sine * sine + self._cosine * cosine * math.cos(turn)
        angle = math.acos(min(max(closeness, -1.0), 1.0))
        if angle < 1e-9:  # noqa: PLR2004 the middle itself
            return 0.0, 0.0
        stretch = EARTH_KM * angle / max(math.sin(angle), 1e-9)
        east = stretch * cosine * math.sin(turn)
        north = stretch * (self._cosine * sine - self._sine * cosine * math.cos(turn))
        return east, north


class Flat:
    """The whole world with its parallels as straight lines, for the small map of the far partners."""

    def __init__(self, middle_longitude: float = 10.0) -> None:
        self._middle = middle_longitude

    def point(self, latitude: float, longitude: float) -> Point:
        """Robinson's shape by a short formula: kilometres along the equator and from it."""
        turn = (longitude - self._middle + 180) % 360 - 180
        share = abs(latitude) / 90
        narrow = 1 - 0.468 * share**2.4
        north = math.copysign(1.0089 * share - 0.0089 * share**5, latitude)
        return math.radians(turn) * EARTH_KM * 0.8487 * narrow, north * EARTH_KM * 1.3523


def distance_km(one: Spot, other: Spot) -> float:
    """Along the great circle."""
    first, second = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(other.longitude - one.longitude)
    chord = (
        math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(math.sqrt(chord), 1.0))


@dataclass(frozen=True, slots=True)
class Frame:
    """Fits kilometres into a rectangle whose y runs downwards: `scale` is units to a kilometre."""

    width: float
    height: float
    scale: float
    middle: Point = (0.0, 0.0)

    def place(self, point: Point) -> Point:
        """The spot in the rectangle, from its upper left corner."""
        return (
            self.width / 2 + (point[0] - self.middle[0]) * self.scale,
            self.height / 2 - (point[1] - self.middle[1]) * self.scale,
        )

    def holds(self, place: Point, margin: float = 0.0) -> bool:
        """Whether a placed spot lies in the rectangle, `margin` away from its edges."""
        return margin <= place[0] <= self.width - margin and margin <= place[1] <= self.height - margin


def frame_round_middle(
    points: Iterable[Point], width: float, height: float, *, margin: float, least_km: float
) -> Frame:
    """The largest scale at which the middle of the map is the middle of the rectangle and all points fit."""
    across, up = least_km, least_km
    for x, y in points:
        across, up = max(across, abs(x)), max(up, abs(y))
    scale = min((width / 2 - margin) / across, (height / 2 - margin) / up)
    return Frame(width, height, max(scale, 1e-6))


def frame_of(points: Sequence[Point], width: float, height: float) -> Frame:
    """The largest scale at which all points fit."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    scale = min(width / max(right - left, 1e-6), height / max(high - low, 1e-6))
    return Frame(width, height, scale, ((left + right) / 2, (low + high) / 2))
