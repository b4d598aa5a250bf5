"""The map of the partner towns as a plan of dots, names and shapes; window and paper draw the same plan."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from cabinet_app.domain.map_labels import Box, PlacedLabel, Wanted, place_labels
from cabinet_app.domain.map_projection import (
    AroundSpot,
    Flat,
    Frame,
    Spot,
    distance_km,
    frame_of,
    frame_round_middle,
)
from cabinet_app.domain.map_shapes import Scale, Shapes
from cabinet_app.domain.twinning import PartnershipKind

Point = tuple[float, float]
Measure = Callable[[str], tuple[float, float]]
"""The width and height of words."""
NEAR_KM: Final = 2500.0
"""Farther partners stand on the small map of the world: else Europe would shrink to a blot."""
LEAST_KM: Final = 220.0


class Liveliness(StrEnum):
    """LIVELY: contact within two years; QUIET: none; RESTING: suspended, ended or unclear."""

    LIVELY = "lively"
    QUIET = "quiet"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class MapTown:
    """A town to be shown; `record_id` is that of its partnership, 0 for our own town.

    `spot` is None where nobody has entered the coordinates.
    """

    record_id: int
    name: str
    country: str
    spot: Spot | None
    kind: PartnershipKind = PartnershipKind.TWINNING
    liveliness: Liveliness = Liveliness.LIVELY


@dataclass(frozen=True, slots=True)
class Dot:
    """A town at its place; without a label it is named only in the list below."""

    town: MapTown
    at: Point
    label: PlacedLabel | None


@dataclass(frozen=True, slots=True)
class Land:
    """A country's outlines in the map's own units; `is_partner` where a town shown lies in it."""

    country: str
    rings: tuple[tuple[Point, ...], ...]
    is_partner: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One map: its place on the sheet, and what is on it, measured from its own upper left corner."""

    box: Box
    lands: tuple[Land, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class MapPlan:
    """The map round our town, the small one of the world where a partner is far, and who is on neither.

    `unnamed` have a dot but found no room for their name; `unplaced` have no coordinates. `distances` are
    kilometres from home to the far ones.
    """

    main: Panel
    inset: Panel | None
    home: MapTown
    unnamed: tuple[MapTown, ...]
    unplaced: tuple[MapTown, ...]
    distances: dict[int, float]


class _Projection(Protocol):
    def point(self, latitude: float, longitude: float) -> Point: ...


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in the units of the sheet: radius of a dot, gap beside it, margin of the map."""

    radius: float
    gap: float
    margin: float


def plan_map(
    home: MapTown,
    towns: Sequence[MapTown],
    shapes: Shapes,
    size: tuple[float, float],
    measure: Measure,
    style: Style,
) -> MapPlan:
    """Lay out the map; raises ValueError if our own town has no coordinates."""
    if home.spot is None:
        raise ValueError(home.name)
    middle = home.spot
    placed = [town for town in towns if town.spot is not None]
    distances = {town.record_id: distance_km(middle, town.spot) for town in placed if town.spot is not None}
    far = [town for town in placed if distances[town.record_id] > NEAR_KM]
    near = [town for town in placed if distances[town.record_id] <= NEAR_KM]
    whole = Box(0.0, 0.0, *size)
    inset = _inset([home, *far], shapes.world, whole, measure, style) if far else None
    main = _main(home, near, shapes.near, whole, measure, style, inset)
    named = {dot.town.record_id for panel in (main, inset) if panel for dot in panel.dots if dot.label}
    return MapPlan(
        main,
        inset,
        home,
        tuple(town for town in placed if town.record_id not in named),
        tuple(town for town in towns if town.spot is None),
        {town.record_id: distances[town.record_id] for town in far},
    )


def _main(
    home: MapTown,
    near: Sequence[MapTown],
    scale: Scale,
    box: Box,
    measure: Measure,
    style: Style,
    inset: Panel | None,
) -> Panel:
    assert home.spot is not None
    projection = AroundSpot(home.spot)
    points = [projection.point(town.spot.latitude, town.spot.longitude) for town in near if town.spot]
    frame = frame_round_middle(points, box.width, box.height, margin=style.margin, least_km=LEAST_KM)
    taken = [inset.box.grown(style.gap)] if inset else []
    dots = _dots([home, *near], projection, frame, measure, style, taken)
    return Panel(box, _lands(scale, projection, frame, [home, *near]), dots)


def _inset(towns: Sequence[MapTown], scale: Scale, whole: Box, measure: Measure, style: Style) -> Panel:
    """The world in the lower left corner, a good third as wide as the sheet at most half as high."""
    width = min(whole.width * 0.36, whole.height)
    height = width * 0.5
    projection = Flat()
    corners = [projection.point(latitude, longitude) for latitude, longitude in _WORLD_EDGE]
    frame = frame_of(corners, width, height)
    dots = _dots(towns, projection, frame, measure, style, [])
    box = Box(whole.left, whole.bottom - height, width, height)
    return Panel(box, _lands(scale, projection, frame, towns), dots)


_WORLD_EDGE: Final = ((76.0, 10.0), (-56.0, 10.0), (0.0, -169.9), (0.0, 189.9))


def _dots(
    towns: Sequence[MapTown],
    projection: _Projection,
    frame: Frame,
    measure: Measure,
    style: Style,
    taken: Sequence[Box],
) -> tuple[Dot, ...]:
    """Our own town first, then the crowded ones: who has the least room chooses first."""
    at = {
        town.record_id: frame.place(projection.point(town.spot.latitude, town.spot.longitude))
        for town in towns
        if town.spot is not None
    }
    ordered = sorted(towns, key=lambda town: (town.record_id != 0, -_crowd(at, town.record_id), town.name))
    wanted = [Wanted(at[town.record_id], *measure(town.name)) for town in ordered]
    area = Box(0.0, 0.0, frame.width, frame.height).grown(-style.gap)
    labels = place_labels(wanted, area, radius=style.radius, gap=style.gap, taken=taken)
    return tuple(Dot(town, at[town.record_id], label) for town, label in zip(ordered, labels, strict=True))


def _crowd(at: dict[int, Point], record_id: int) -> float:
    x, y = at[record_id]
    return sum(
        1 / (1 + (x - other_x) ** 2 + (y - other_y) ** 2)
        for other, (other_x, other_y) in at.items()
        if other != record_id
    )


def _lands(scale: Scale, projection: _Projection, frame: Frame, towns: Iterable[MapTown]) -> tuple[Land, ...]:
    partners = {town.country for town in towns}
    lands = []
    for country in scale.countries:
        rings = []
        for ring in country.rings:
            placed = tuple(frame.place(projection.point(latitude, longitude)) for longitude, latitude in ring)
            if _is_seen(placed, frame) and not _is_torn(placed, frame):
                rings.append(placed)
        if rings:
            lands.append(Land(country.code, tuple(rings), country.code in partners))
    return tuple(lands)


def _is_seen(ring: Sequence[Point], frame: Frame) -> bool:
    return (
        max(x for x, _ in ring) > 0
        and min(x for x, _ in ring) < frame.width
        and max(y for _, y in ring) > 0
        and min(y for _, y in ring) < frame.height
    )


def _is_torn(ring: Sequence[Point], frame: Frame) -> bool:
    """Whether the edge of the world cuts the ring in two: it would be drawn as bars over the whole map."""
    return any(abs(a[0] - b[0]) > frame.width * 0.6 for a, b in itertools.pairwise(ring))
