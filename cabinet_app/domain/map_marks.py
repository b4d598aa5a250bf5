"""The signs of the map: the shape says what kind of partner a town is, window and paper draw the same."""

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from cabinet_app.domain.twinning import PartnershipKind

Point = tuple[float, float]
_ROUND: Final = 32


class MarkShape(StrEnum):
    CIRCLE = "circle"
    DIAMOND = "diamond"
    SQUARE = "square"
    TRIANGLE = "triangle"


SHAPES: Final[Mapping[PartnershipKind, MarkShape]] = {
    PartnershipKind.TWINNING: MarkShape.CIRCLE,
    PartnershipKind.FRIENDSHIP: MarkShape.DIAMOND,
    PartnershipKind.COOPERATION: MarkShape.SQUARE,
    PartnershipKind.PROJECT: MarkShape.TRIANGLE,
    PartnershipKind.NETWORK: MarkShape.TRIANGLE,
    PartnershipKind.CONTACT: MarkShape.TRIANGLE,
}
"""Of those that are no twin towns, friends or towns with an agreement the map makes one group."""
_CORNERS: Final[Mapping[MarkShape, tuple[Point, ...]]] = {
    MarkShape.CIRCLE: tuple(
        (math.cos(2 * math.pi * turn / _ROUND), math.sin(2 * math.pi * turn / _ROUND))
        for turn in range(_ROUND)
    ),
    MarkShape.DIAMOND: ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
    MarkShape.SQUARE: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    MarkShape.TRIANGLE: ((0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
}


def mark_points(shape: MarkShape, at: Point, radius: float) -> tuple[Point, ...]:
    """The corners of a sign of about this radius, y downwards."""
    return tuple((at[0] + x * radius, at[1] + y * radius) for x, y in _CORNERS[shape])
