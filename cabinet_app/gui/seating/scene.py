"""Where the chairs of a table lie on the screen: a plain layout for a width and a size of type."""

from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.seating import FRONT, Place
from cabinet_app.domain.seating_geometry import Spot, TableLayout

Rect = tuple[int, int, int, int]
"""x, y, width, height in pixels."""
LINES: Final = 4.6
"""The height of a chair in lines of text."""
NARROWEST: Final = 5.0
BROADEST: Final = 10.5
"""The breadth of a chair in lines of text, so that a long family name stands on one line."""
GAP: Final = 6
MARGIN: Final = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """A laid out table: the chairs, the table itself and the size of all of it."""

    chairs: dict[Place, Rect]
    table: Rect
    width: int
    height: int


def lay_out_scene(layout: TableLayout, width: int, line: int) -> Scene:
    """The table as broad as `width` allows; broader than that where names could not be read.

    `line` is the height of a line of text.
    """
    chair_height = round(LINES * line)
    ends = 2 * (round(BROADEST * line) + GAP) if layout.has_ends else 0
    room = (width - 2 * MARGIN - ends) / layout.width
    pitch = min(max(room, NARROWEST * line), BROADEST * line)
    long = round(pitch * layout.width)
    depth = round(max(layout.depth * pitch * 0.5, 3.2 * line))
    whole = max(long + ends + 2 * MARGIN, width)
    left = (whole - long) // 2
    above = chair_height + GAP
    top = MARGIN + above * (2 if layout.has_row_above else 1)
    table = (left, top, long, depth)
    chairs = {spot.place: _chair(spot, layout, table, pitch, chair_height, line) for spot in layout.spots}
    below = above * (2 if layout.has_row_below else 1)
    return Scene(chairs, table, whole, top + depth + below + MARGIN)


def _chair(spot: Spot, layout: TableLayout, table: Rect, pitch: float, height: int, line: int) -> Rect:
    left, top, long, depth = table
    if not spot.looks:
        broad = round(BROADEST * line)
        x = left - GAP - broad if spot.x < 0 else left + long + GAP
        return x, top + (depth - height) // 2, broad, height
    x = left + round((spot.x - 0.5) * pitch) + GAP // 2
    second = spot.place[0] in FRONT
    away = GAP + (height + GAP if second else 0)
    y = top - away - height if spot.y < layout.depth / 2 else top + depth + away
    return x, y, round(pitch) - GAP, height
