"""The plan of the map: true distances, names that do not collide, nobody left out."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cabinet_app.domain.map_labels import Box, Wanted, place_labels
from cabinet_app.domain.map_layout import MapTown, Style, plan_map
from cabinet_app.domain.map_projection import (
    AroundSpot,
    Flat,
    Spot,
    distance_km,
    frame_of,
    frame_round_middle,
)
from cabinet_app.domain.map_shapes import Shapes, read_shapes

ROOT = Path(__file__).resolve().parents[2]
KRANJ, VILLACH = Spot(46.2389, 14.3556), Spot(46.6103, 13.8558)
PLACES = {
    "Beljak": ("AT", 46.6103, 13.8558),
    "La Ciotat": ("FR", 43.1748, 5.6045),
    "Oldham": ("GB", 53.5409, -2.1114),
    "Bitola": ("MK", 41.0297, 21.3292),
    "Zemun": ("RS", 44.8430, 20.4011),
    "Senta": ("RS", 45.9275, 20.0772),
    "Novi Sad": ("RS", 45.2671, 19.8335),
    "Doberdob": ("IT", 45.8442, 13.5403),
    "Pulj": ("HR", 44.8666, 13.8496),
    "Zhangjiakou": ("CN", 40.8244, 114.8875),
    "Jekaterinburg": ("RU", 56.8389, 60.6057),
    "Colorado Springs": ("US", 38.8339, -104.8214),
}
HOME = MapTown(0, "Kranj", "SI", KRANJ)
STYLE = Style(radius=4.0, gap=2.0, margin=60.0)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return read_shapes(json.loads((ROOT / "resources/map/shapes.json").read_text(encoding="ascii")))


def towns(names=PLACES) -> list[MapTown]:
    return [
        MapTown(number, name, PLACES[name][0], Spot(*PLACES[name][1:]))
        for number, name in enumerate(names, start=1)
    ]


def measure(words: str) -> tuple[float, float]:
    return 6.0 * len(words), 13.0


def test_distances_and_directions_from_the_middle_are_true():
    projection = AroundSpot(KRANJ)
    assert projection.point(KRANJ.latitude, KRANJ.longitude) == (0.0, 0.0)
    east, north = projection.point(VILLACH.latitude, VILLACH.longitude)
    assert (east**2 + north**2) ** 0.5 == pytest.approx(distance_km(KRANJ, VILLACH), rel=1e-6)
    assert east < 0 < north
    assert distance_km(KRANJ, Spot(40.8244, 114.8875)) == pytest.approx(7570, abs=60)


@given(st.floats(-89, 89), st.floats(-180, 180))
def test_any_spot_is_as_far_from_the_middle_as_the_earth_says(latitude, longitude):
    east, north = AroundSpot(KRANJ).point(latitude, longitude)
    assert (east**2 + north**2) ** 0.5 == pytest.approx(
        distance_km(KRANJ, Spot(latitude, longitude)), abs=0.5
    )


def test_the_world_keeps_west_at_the_left_and_north_above():
    flat = Flat()
    assert flat.point(38.8, -104.8)[0] < flat.point(46.2, 14.4)[0] < flat.point(40.8, 114.9)[0]
    assert flat.point(60, 0)[1] > 0 > flat.point(-30, 0)[1]


def test_our_town_stands_in_the_middle_and_everybody_fits():
    frame = frame_round_middle([(-300.0, 50.0), (100.0, -20.0)], 400, 300, margin=20, least_km=100)
    assert frame.place((0.0, 0.0)) == (200, 150)
    assert frame.holds(frame.place((-300.0, 50.0)), 19.9)
    assert frame_of([(0.0, 0.0), (10.0, 10.0)], 100, 100).place((10.0, 10.0)) == (100, 0)


def test_the_plan_has_our_town_in_the_middle_and_the_far_ones_on_the_small_map(shapes):
    plan = plan_map(HOME, towns(), shapes, (900.0, 620.0), measure, STYLE)
    (home,) = [dot for dot in plan.main.dots if dot.town is HOME]
    assert home.at == (450.0, 310.0)
    assert plan.inset is not None
    assert {dot.town.name for dot in plan.inset.dots} == {
        "Kranj", "Zhangjiakou", "Jekaterinburg", "Colorado Springs"
    }  # fmt: skip
    assert not plan.unplaced
    assert not plan.unnamed
    assert sorted(round(km, -3) for km in plan.distances.values()) == [3000, 8000, 9000]
    assert {land.country for land in plan.main.lands if land.is_partner} >= {"SI", "AT", "FR", "GB", "IT"}


def test_without_far_partners_there_is_no_small_map(shapes):
    plan = plan_map(HOME, towns(["Beljak"]), shapes, (900.0, 620.0), measure, STYLE)
    assert plan.inset is None
    assert len(plan.main.dots) == 2


def test_who_has_no_coordinates_is_listed(shapes):
    lost = MapTown(77, "Nowhere", "", None)
    plan = plan_map(HOME, [*towns(["Beljak"]), lost], shapes, (900.0, 620.0), measure, STYLE)
    assert plan.unplaced == (lost,)
    with pytest.raises(ValueError, match="Nowhere"):
        plan_map(lost, [], shapes, (900.0, 620.0), measure, STYLE)


@pytest.mark.parametrize("size", [(900.0, 620.0), (560.0, 420.0), (300.0, 240.0)])
def test_names_lie_neither_on_one_another_nor_on_dots_nor_on_the_small_map(shapes, size):
    plan = plan_map(HOME, towns(), shapes, size, measure, STYLE)
    panels = [plan.main] + ([plan.inset] if plan.inset else [])
    for panel in panels:
        boxes = [dot.label.box for dot in panel.dots if dot.label]
        for number, box in enumerate(boxes):
            assert not any(box.meets(other) for other in boxes[number + 1 :])
            assert not any(box.meets(Box(dot.at[0], dot.at[1], 0.1, 0.1)) for dot in panel.dots)
    assert plan.inset
    assert not any(dot.label.box.meets(plan.inset.box) for dot in plan.main.dots if dot.label)
    shown = {dot.town.record_id for panel in panels for dot in panel.dots if dot.label}
    assert shown | {town.record_id for town in plan.unnamed} >= {town.record_id for town in towns()}


def test_the_outlines_of_the_resource_are_whole(shapes):
    near = {country.code: country for country in shapes.near.countries}
    assert {"SI", "AT", "IT", "HR", "RS", "BA", "ME", "MK", "XK", "GB", "FR", "TR"} <= near.keys()
    assert len(shapes.world.countries) > 170
    for scale in (shapes.near, shapes.world):
        for country in scale.countries:
            for ring in country.rings:
                assert ring[0] == ring[-1]
                assert len(ring) > 3
    longitudes = [longitude for longitude, _ in near["SI"].rings[0]]
    assert 13.3 < min(longitudes) < 13.5
    assert 16.4 < max(longitudes) < 16.7


def test_the_resource_is_small():
    assert (ROOT / "resources/map/shapes.json").stat().st_size < 400_000


AREA = Box(0.0, 0.0, 500.0, 400.0)
DOTS = st.lists(st.tuples(st.floats(0, 500), st.floats(0, 400)), max_size=25)


@given(DOTS, st.floats(5, 120))
@settings(deadline=timedelta(seconds=2))
def test_labels_never_collide_wherever_the_dots_are(dots, width):
    wanted = [Wanted(dot, width, 12.0) for dot in dots]
    placed = place_labels(wanted, AREA, radius=4.0, gap=2.0)
    boxes = [label.box for label in placed if label]
    assert len(placed) == len(dots)
    for number, box in enumerate(boxes):
        assert box.lies_in(AREA)
        assert not any(box.meets(other) for other in boxes[number + 1 :])
        assert not any(box.meets(Box(x - 4, y - 4, 8, 8)) for x, y in dots)


def test_a_crowd_is_named_with_lines_that_do_not_cross():
    wanted = [Wanted((200.0 + 20 * number, 200.0), 60.0, 12.0) for number in range(6)]
    placed = place_labels(wanted, AREA, radius=1.0, gap=2.0)
    assert all(placed)
    assert any(label.line for label in placed if label)


def test_a_place_kept_free_stays_free():
    kept = Box(0, 0, 250, 400)
    (label,) = place_labels([Wanted((252.0, 200.0), 80.0, 12.0)], AREA, radius=2.0, gap=2.0, taken=[kept])
    assert label is not None
    assert not label.box.meets(kept)
