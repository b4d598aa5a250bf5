"""Who sits where: talks and dinners as the order of precedence lays them."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.seating import LONG_SIDES, Company, company, middle, not_at_table, per_side
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    ProgrammeItem,
    Reply,
    Seat,
    SeatingPlan,
    SeatingShape,
    SeatSide,
    Visit,
)
from tests.domain.protocol_visits import order_of, two_sides

TOP, BOTTOM = SeatSide.TOP, SeatSide.BOTTOM
DINNERS = [SeatingShape.HOST_ALONE, SeatingShape.TWO_HOSTS, SeatingShape.HOSTS_AT_ENDS]


def plan_of(visit: Visit, plan: SeatingPlan | None = None, **fields: object) -> tuple[SeatingPlan, Company]:
    plan = plan or SeatingPlan(**fields)  # type: ignore[arg-type]
    people = company(visit, plan, order_of(visit))
    return seated(plan, people), people


def row(plan: SeatingPlan, side: SeatSide) -> list[int]:
    """Who sits on a side from left to right as drawn; 0 is an empty seat."""
    return [
        seat.delegate_id for seat in sorted(plan.seats, key=lambda seat: seat.number) if seat.side is side
    ]


def test_heads_sit_opposite_in_the_middle_then_second_right_third_left() -> None:
    plan, _ = plan_of(two_sides(5, 5))
    assert row(plan, TOP) == [104, 102, 101, 103, 105], "the right hand of the far side is drawn to the left"
    assert row(plan, BOTTOM) == [205, 203, 201, 202, 204]


def test_twelve_and_eleven_with_two_interpreters_leave_the_outer_end_empty() -> None:
    plan, people = plan_of(two_sides(12, 11, 1, 1))
    top, bottom = row(plan, TOP), row(plan, BOTTOM)
    assert len(top) == len(bottom) == 13
    centre = middle(13, SeatingShape.TALKS) - 1
    assert (top[centre], bottom[centre]) == (101, 201)
    assert (top[centre - 1], bottom[centre + 1]) == (102, 202), "second to the right of the head"
    assert (top[centre + 1], bottom[centre - 1]) == (113, 212), "the interpreter to the left of the head"
    assert (top[centre + 2], bottom[centre - 2]) == (103, 203), "third to the left, beyond the interpreter"
    assert 0 not in top
    assert bottom.index(0) == 12
    assert bottom.count(0) == 1
    assert len(people.everybody) == 25


def test_interpreters_may_sit_behind_the_heads_and_take_no_seat_in_the_row() -> None:
    plan, _ = plan_of(two_sides(12, 11, 1, 1), interpreters_behind=True)
    assert per_side(plan) == 12
    assert row(plan, TOP).count(0) == 0
    assert row(plan, BOTTOM)[0] == 0
    centre = middle(12, SeatingShape.TALKS)
    behind = {
        seat.side: (seat.number, seat.delegate_id) for seat in plan.seats if "behind" in seat.side.value
    }
    assert behind == {
        SeatSide.BEHIND_TOP: (centre, 113),
        SeatSide.BEHIND_BOTTOM: (centre, 212),
    }


def test_two_interpreters_of_one_side_serve_both_heads() -> None:
    plan, _ = plan_of(two_sides(3, 3, 0, 2))
    assert row(plan, TOP) == [0, 102, 101, 205, 103]
    assert row(plan, BOTTOM) == [203, 204, 201, 202, 0]


def test_the_minute_taker_sits_at_the_end_of_the_hosts() -> None:
    visit = two_sides(4, 4)
    visit.delegations[1].delegates[1].function = LocalizedText(sl="zapisničarka")
    plan, _ = plan_of(visit)
    hosts = row(plan, BOTTOM)
    assert 202 in {hosts[0], hosts[-1]}


def test_who_declined_and_drivers_get_no_seat_unless_the_item_names_them() -> None:
    visit = two_sides(2, 2)
    guests = visit.delegations[0].delegates
    guests[1].reply = Reply.DECLINED
    guests.append(Delegate(id=150, placeholder="Driver", role=DelegateRole.DRIVER))
    plan, people = plan_of(visit)
    assert {one.delegate.id for one in people.everybody} == {101, 201, 202}
    assert [one.delegate.id for one in not_at_table(visit, plan, order_of(visit))] == [150]
    visit.programme = [ProgrammeItem(id=7, delegate_ids=[101, 150])]
    _, named = plan_of(visit, item_id=7)
    assert {one.delegate.id for one in named.everybody} == {101, 150}


def test_an_item_for_one_delegation_seats_only_that_one() -> None:
    visit = two_sides(2, 2)
    visit.programme = [ProgrammeItem(id=7, delegation_ids=[1])]
    _, people = plan_of(visit, item_id=7)
    assert not people.hosts
    _, all_of_them = plan_of(visit, item_id=8)
    assert all_of_them.hosts, "an item that is gone names nobody"


def test_observers_join_the_shorter_side() -> None:
    visit = two_sides(1, 3)
    visit.delegations.append(
        Delegation(id=3, side=DelegationSide.OBSERVER, delegates=[Delegate(id=301, placeholder="O")])
    )
    plan, _ = plan_of(visit)
    assert set(row(plan, TOP)) == {101, 301, 0}


def test_a_host_alone_has_the_guest_of_honour_to_the_right_and_the_second_to_the_left() -> None:
    plan, _ = plan_of(two_sides(6, 4), shape=SeatingShape.HOST_ALONE)
    bottom = row(plan, BOTTOM)
    host = bottom.index(201)
    assert (bottom[host + 1], bottom[host - 1]) == (101, 102)
    assert row(plan, TOP)[host] == 103, "the third guest faces the host"


def test_two_hosts_face_each_other_and_share_the_first_four_guests() -> None:
    plan, _ = plan_of(two_sides(6, 4), shape=SeatingShape.TWO_HOSTS)
    top, bottom = row(plan, TOP), row(plan, BOTTOM)
    here = bottom.index(201)
    assert top[here] == 202
    assert (bottom[here + 1], top[here - 1], bottom[here - 1], top[here + 1]) == (101, 102, 103, 104)


def test_hosts_at_the_ends_have_their_guests_beside_them() -> None:
    plan, _ = plan_of(two_sides(6, 4), shape=SeatingShape.HOSTS_AT_ENDS)
    top, bottom = row(plan, TOP), row(plan, BOTTOM)
    assert (row(plan, SeatSide.LEFT), row(plan, SeatSide.RIGHT)) == ([201], [202])
    assert (bottom[0], top[-1], top[0], bottom[-1]) == (101, 102, 103, 104)


def test_at_dinner_hosts_and_guests_alternate() -> None:
    plan, _ = plan_of(two_sides(8, 8), shape=SeatingShape.TWO_HOSTS)
    for side in LONG_SIDES:
        houses = [delegate // 100 for delegate in row(plan, side)]
        assert all(one != other for one, other in itertools.pairwise(houses))


def test_interpreters_at_dinner_sit_beyond_the_guests_of_honour() -> None:
    plan, _ = plan_of(two_sides(6, 4, 1, 1), shape=SeatingShape.TWO_HOSTS)
    bottom = row(plan, BOTTOM)
    host = bottom.index(201)
    assert (bottom[host + 1], bottom[host + 2]) == (101, 107)


def test_a_fixed_number_of_seats_is_kept_even_if_somebody_has_to_stand() -> None:
    plan, people = plan_of(two_sides(6, 3), per_side=4)
    assert per_side(plan) == 4
    done = {seat.delegate_id for seat in plan.seats}
    assert [one.delegate.id for one in people.everybody if one.delegate.id not in done] == [105, 106]


def test_locked_seats_stay_as_they_are() -> None:
    before = SeatingPlan(
        seats=[
            Seat(id=9, side=TOP, number=1, delegate_id=102, locked=True),
            Seat(side=BOTTOM, number=2, delegate_id=0, locked=True),
        ]
    )
    plan, _ = plan_of(two_sides(3, 3), before)
    first = next(seat for seat in plan.seats if (seat.side, seat.number) == (TOP, 1))
    assert (first.id, first.delegate_id, first.locked) == (9, 102, True)
    assert row(plan, BOTTOM)[1] == 0
    assert set(row(plan, BOTTOM)) >= {201, 202, 203}


def test_the_lock_of_somebody_who_declined_is_void() -> None:
    visit = two_sides(3, 3)
    visit.delegations[0].delegates[1].reply = Reply.DECLINED
    plan, _ = plan_of(visit, SeatingPlan(seats=[Seat(side=TOP, number=1, delegate_id=102, locked=True)]))
    assert 102 not in row(plan, TOP)
    assert not any(seat.locked for seat in plan.seats)


@pytest.mark.parametrize("shape", SeatingShape)
def test_a_visit_without_people_has_a_table_all_the_same(shape: SeatingShape) -> None:
    plan, _ = plan_of(Visit(), shape=shape)
    assert all(not seat.delegate_id for seat in plan.seats)


COUNTS = st.tuples(st.integers(0, 14), st.integers(0, 14), st.integers(0, 3), st.integers(0, 3))


@given(COUNTS, st.sampled_from(SeatingShape), st.booleans())
def test_everybody_has_exactly_one_seat_and_the_empty_ones_are_outside(
    counts: tuple[int, int, int, int], shape: SeatingShape, behind: bool
) -> None:
    guests, hosts, *_ = counts
    visit = _visit(*counts)
    plan, people = plan_of(visit, shape=shape, interpreters_behind=behind)
    held = Counter(seat.delegate_id for seat in plan.seats if seat.delegate_id)
    assert held == Counter(one.delegate.id for one in people.everybody)
    for side in LONG_SIDES:
        numbers = [seat.number for seat in plan.seats if seat.side is side and seat.delegate_id]
        if shape is SeatingShape.HOSTS_AT_ENDS:
            last = per_side(plan)
            empty = [number for number in range(1, last + 1) if number not in numbers]
            assert len(empty) <= 1 or not (guests or hosts)
        elif numbers:
            assert max(numbers) - min(numbers) + 1 == len(numbers), "no hole in the row"


@given(COUNTS, st.sampled_from(SeatingShape), st.data())
def test_locks_are_kept_whatever_they_are(
    counts: tuple[int, int, int, int], shape: SeatingShape, data: st.DataObject
) -> None:
    visit = _visit(*counts)
    ids = [delegate.id for delegation in visit.delegations for delegate in delegation.delegates]
    places = data.draw(
        st.lists(st.tuples(st.sampled_from(LONG_SIDES), st.integers(1, 9)), unique=True, max_size=5)
    )
    chosen = data.draw(st.permutations([*ids, 0]))
    seats = [
        Seat(side=side, number=number, delegate_id=delegate, locked=True)
        for (side, number), delegate in zip(places, chosen, strict=False)
    ]
    plan, people = plan_of(visit, SeatingPlan(shape=shape, seats=seats))
    after = {(seat.side, seat.number): (seat.delegate_id, seat.locked) for seat in plan.seats}
    for seat in seats:
        assert after[seat.side, seat.number] == (seat.delegate_id, True)
    held = Counter(seat.delegate_id for seat in plan.seats if seat.delegate_id)
    assert held == Counter(one.delegate.id for one in people.everybody)


def _visit(guests: int, hosts: int, guest_interpreters: int, host_interpreters: int) -> Visit:
    visit = two_sides(max(guests, 1), max(hosts, 1), guest_interpreters, host_interpreters)
    for delegation, count in zip(visit.delegations, (guests, hosts), strict=True):
        if not count:
            del delegation.delegates[0]
    return visit
