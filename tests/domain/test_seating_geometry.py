"""The table to scale, seen from both sides, and where the arrow keys lead."""

import pytest

from cabinet_app.domain.seating import company
from cabinet_app.domain.seating_geometry import TableLayout, lay_out, nearest
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.visits import SeatingPlan, SeatingShape, SeatSide
from tests.domain.protocol_visits import order_of, two_sides

TOP, BOTTOM = SeatSide.TOP, SeatSide.BOTTOM


def layout(shape: SeatingShape, *counts: int, behind: bool = False) -> TableLayout:
    visit, plan = two_sides(*counts), SeatingPlan(shape=shape, interpreters_behind=behind)
    return lay_out(seated(plan, company(visit, plan, order_of(visit))))


def test_seats_lie_around_the_table_one_unit_apart() -> None:
    table = layout(SeatingShape.TALKS, 3, 3)
    assert table.width == 3
    top = [spot for spot in table.spots if spot.place[0] is TOP]
    assert [spot.x for spot in top] == [0.5, 1.5, 2.5]
    assert all(spot.y < 0 and spot.looks == 1 for spot in top)
    assert all(spot.y > table.depth for spot in table.spots if spot.place[0] is BOTTOM)


def test_the_back_is_the_front_turned_by_half() -> None:
    table = layout(SeatingShape.TALKS, 3, 3, 1, behind=True)
    back = table.turned()
    assert back.turned() == table
    assert (back.has_row_above, back.has_row_below) == (False, True)
    here = {spot.place: (spot.x, spot.y) for spot in table.spots}
    assert {spot.place: (table.width - spot.x, table.depth - spot.y) for spot in back.spots} == here


def test_a_plan_without_seats_is_a_table_all_the_same() -> None:
    table = lay_out(SeatingPlan())
    assert table.width == 1
    assert nearest(table, (TOP, 1), 1, 0) == (TOP, 1)


@pytest.mark.parametrize(
    ("here", "step", "there"),
    [
        ((TOP, 1), (1, 0), (TOP, 2)),
        ((TOP, 1), (-1, 0), (TOP, 1)),
        ((TOP, 2), (0, 1), (BOTTOM, 2)),
        ((BOTTOM, 3), (0, -1), (TOP, 3)),
        ((BOTTOM, 3), (0, 1), (BOTTOM, 3)),
        ((TOP, 99), (0, 1), (TOP, 1)),
    ],
)
def test_arrow_keys_lead_to_the_neighbour(
    here: tuple[SeatSide, int], step: tuple[int, int], there: tuple[SeatSide, int]
) -> None:
    assert nearest(layout(SeatingShape.TALKS, 3, 3), here, *step) == there


def test_arrow_keys_reach_the_ends_and_the_second_row() -> None:
    ends = layout(SeatingShape.HOSTS_AT_ENDS, 4, 2)
    assert nearest(ends, (TOP, 1), -1, 0) == (SeatSide.LEFT, 1)
    behind = layout(SeatingShape.TALKS, 3, 3, 1, behind=True)
    assert nearest(behind, (TOP, 2), 0, -1) == (SeatSide.BEHIND_TOP, 2)
