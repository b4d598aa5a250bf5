"""Turns the shapes of Natural Earth (public domain) into the small file that the map is drawn from.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python packaging/make_map.py package resources/map/shapes.json

`world-atlas` holds Natural Earth 4.1 as TopoJSON. Of it are kept: Europe and its neighbours at 1:50m, the
whole world at 1:110m. Borders that two countries share stay one line, so that no gap opens between them: the
lines (arcs) are thinned, not the countries. Coordinates are hundredths of a degree, each point the step from
the one before; a country is its rings, a ring its arcs, and ~n is arc n backwards, as in TopoJSON.
"""

import argparse
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from babel.core import get_global

Point = tuple[float, float]
UNITS: Final = 100
"""Steps to a degree."""
EUROPE: Final = (-28.0, 26.0, 66.0, 72.5)
"""West, south, east, north in degrees; countries outside it come from the small scale only."""
TOLERANCE: Final = {"near": 0.012, "world": 0.25}
"""How far, in degrees, a thinned line may stray."""
LEAST_AREA: Final = {"near": 0.008, "world": 1.5}
"""Islands smaller than so many square degrees are left out, unless a country has nothing else."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the folder of the unpacked world-atlas")
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    near = _scale(_read(options.package / "countries-50m.json"), "near", EUROPE)
    world = _scale(_read(options.package / "countries-110m.json"), "world", None)
    document = {
        "source": "Natural Earth, public domain, by way of world-atlas 2.0.2",
        "units": UNITS,
        "near": near,
        "world": world,
    }
    text = json.dumps(document, separators=(",", ":"))
    options.target.write_text(f"{text}\n", encoding="ascii")


def _read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def _scale(topology: dict[str, Any], name: str, window: tuple[float, float, float, float] | None) -> Any:  # noqa: ANN401 JSON
    arcs = [_thinned(arc, TOLERANCE[name]) for arc in _arcs(topology)]
    codes = _codes()
    used: dict[int, int] = {}
    countries: list[list[Any]] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        rings = [ring for polygon in _polygons(shape) for ring in polygon]
        seen = [ring for ring in rings if window is None or _touches(_points(ring, arcs), window)]
        large = [ring for ring in seen if _area(_points(ring, arcs)) >= LEAST_AREA[name]] or seen[:1]
        if large:
            code = codes.get(str(shape.get("id", "")), _unnumbered(shape))
            countries.append([code, [[_renumbered(arc, used) for arc in ring] for ring in large]])
    lines = [_steps(arcs[old]) for old in used]
    return {"arcs": lines, "countries": countries}


def _arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + bottom))
        yield points


def _codes() -> dict[str, str]:
    """ISO 3166 numbers with their two letters."""
    return {
        number: letters[0]
        for number, letters in get_global("territory_aliases").items()
        if number.isdigit() and len(letters[0]) == 2  # noqa: PLR2004 alpha-2
    }


def _unnumbered(shape: dict[str, Any]) -> str:
    return {"Kosovo": "XK"}.get(shape["properties"]["name"], "")


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = shape.get("arcs", [])
    return [arcs] if shape["type"] == "Polygon" else arcs


def _points(ring: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line
    return points


def _touches(points: Sequence[Point], window: tuple[float, float, float, float]) -> bool:
    west, south, east, north = window
    return (
        min(x for x, _ in points) < east
        and max(x for x, _ in points) > west
        and min(y for _, y in points) < north
        and max(y for _, y in points) > south
    )


def _area(points: Sequence[Point]) -> float:
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
    return abs(doubled) / 2


def _renumbered(arc: int, used: dict[int, int]) -> int:
    number = arc if arc >= 0 else ~arc
    new = used.setdefault(number, len(used))
    return new if arc >= 0 else ~new


def _thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker; the ends stay where they are, and a ring keeps at least a triangle."""
    kept = {0, len(points) - 1}
    if points[0] == points[-1] and len(points) > 3:  # noqa: PLR2004 a ring of one arc
        kept |= {len(points) // 3, 2 * len(points) // 3}
    marks = sorted(kept)
    stack = list(itertools.pairwise(marks))
    while stack:
        first, last = stack.pop()
        distance, place = max(
            ((_distance(points[n], points[first], points[last]), n) for n in range(first + 1, last)),
            default=(0.0, 0),
        )
        if distance > tolerance:
            kept.add(place)
            stack += [(first, place), (place, last)]
    return [points[n] for n in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    length_x, length_y = end[0] - start[0], end[1] - start[1]
    square = length_x**2 + length_y**2
    share = 0.0
    if square:
        share = ((point[0] - start[0]) * length_x + (point[1] - start[1]) * length_y) / square
        share = min(max(share, 0.0), 1.0)
    away_x, away_y = point[0] - start[0] - share * length_x, point[1] - start[1] - share * length_y
    return float((away_x**2 + away_y**2) ** 0.5)


def _steps(points: Sequence[Point]) -> list[int]:
    """x, y of the first point, then step by step."""
    line: list[int] = []
    before_x = before_y = 0
    for x, y in points:
        now_x, now_y = round(x * UNITS), round(y * UNITS)
        if line and (now_x, now_y) == (before_x, before_y):
            continue
        line += [now_x - before_x, now_y - before_y]
        before_x, before_y = now_x, now_y
    return line


if __name__ == "__main__":
    main()
