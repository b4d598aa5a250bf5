"""Outlines of countries read from their compact form: shared lines, written step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Degrees = tuple[float, float]
"""Longitude and latitude."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166 code, empty where it has none."""

    code: str
    rings: tuple[tuple[Degrees, ...], ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The countries at one scale."""

    countries: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """Europe and its neighbours in detail, the whole world roughly."""

    near: Scale
    world: Scale


def read_shapes(document: Mapping[str, Any]) -> Shapes:
    """The shapes as `resources/map/shapes.json` writes them."""
    units = document["units"]
    return Shapes(_scale(document["near"], units), _scale(document["world"], units))


def _scale(part: Mapping[str, Any], units: int) -> Scale:
    arcs = [_line(steps, units) for steps in part["arcs"]]
    return Scale(
        tuple(Country(code, tuple(_ring(ring, arcs) for ring in rings)) for code, rings in part["countries"])
    )


def _line(steps: Sequence[int], units: int) -> list[Degrees]:
    x = y = 0
    points: list[Degrees] = []
    for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append((x / units, y / units))
    return points


def _ring(numbers: Sequence[int], arcs: Sequence[list[Degrees]]) -> tuple[Degrees, ...]:
    """The arcs one after the other; ~n is arc n backwards, the joints are written once."""
    points: list[Degrees] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line
    return tuple(points)
