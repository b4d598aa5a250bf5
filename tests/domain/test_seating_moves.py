"""Changing a plan by hand: the others stay, gaps close, locks hold; objections and reasons in codes."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.people import Person
from cabinet_app.domain.seating import LONG_SIDES, Company, Place, company, middle, per_side
from cabinet_app.domain.seating_moves import (
    moved,
    seat_at,
    seat_of,
    settled,
    standing,
    unseated,
    with_lock,
)
from cabinet_app.domain.seating_notes import Trouble, notes
from cabinet_app.domain.seating_reasons import SeatKind, reason_of
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.visits import Delegate, Reply, Seat, SeatingPlan, SeatingShape, SeatSide, Visit
from tests.domain.protocol_visits import order_of, person, two_sides

TOP, BOTTOM = SeatSide.TOP, SeatSide.BOTTOM


class Room:
    """A visit, its people and a plan that precedence laid."""

    def __init__(self, *counts: int, people: tuple[Person, ...] = (), **fields: object) -> None:
        self.visit = two_sides(*counts)
        self.people = people
        self.plan = SeatingPlan(**fields)  # type: ignore[arg-type]
        self.plan = seated(self.plan, self.company)

    @property
    def company(self) -> Company:
        return company(self.visit, self.plan, order_of(self.visit, self.people))

    def delegate(self, delegate_id: int) -> Delegate:
        return next(
            delegate
            for delegation in self.visit.delegations
            for delegate in delegation.delegates
            if delegate.id == delegate_id
        )

    def decline(self, *delegate_ids: int) -> None:
        for delegate_id in delegate_ids:
            self.delegate(delegate_id).reply = Reply.DECLINED

    def row(self, side: SeatSide) -> list[int]:
        return row(self.plan, side)

    def troubles(self) -> list[Trouble]:
        return [note.trouble for note in notes(self.plan, self.company)]


def row(plan: SeatingPlan, side: SeatSide) -> list[int]:
    return [
        seat.delegate_id for seat in sorted(plan.seats, key=lambda seat: seat.number) if seat.side is side
    ]


def test_two_who_are_moved_change_places_and_the_others_stay() -> None:
    room = Room(5, 5)
    after = moved(room.plan, 105, (TOP, 1))
    assert row(after, TOP) == [105, 102, 101, 103, 104]
    assert row(after, BOTTOM) == room.row(BOTTOM)
    assert room.row(TOP)[0] == 104, "the plan before is left alone"


def test_an_empty_seat_takes_the_person_and_leaves_one_behind() -> None:
    room = Room(3, 5)
    after = moved(room.plan, 103, (TOP, 1))
    assert row(after, TOP) == [103, 102, 101, 0, 0]


def test_somebody_without_a_seat_pushes_the_row_outwards() -> None:
    room = Room(4, 5)
    plan = unseated(room.plan, 102)
    assert standing(plan, room.company) == [102]
    after = moved(plan, 102, (TOP, 4))
    assert row(plan, TOP)[2:] == [101, 103, 0]
    assert row(after, TOP) == [104, 0, 101, 102, 103]


def test_where_no_seat_is_empty_the_one_who_sat_there_stands_up() -> None:
    room = Room(4, 3, per_side=3)
    [left] = standing(room.plan, room.company)
    after = moved(room.plan, left, (TOP, 1))
    assert seat_of(after, left) is not None
    assert standing(after, room.company) == [row(room.plan, TOP)[0]]


def test_a_locked_seat_neither_takes_nor_gives_anybody() -> None:
    room = Room(3, 3)
    plan = with_lock(room.plan, (TOP, 1), locked=True)
    assert moved(plan, 101, (TOP, 1)) is plan
    assert moved(plan, row(plan, TOP)[0], (TOP, 3)) is plan
    assert unseated(plan, row(plan, TOP)[0]) is plan
    assert moved(plan, 101, (TOP, 99)) is plan
    free = with_lock(plan, (TOP, 1), locked=False)
    assert moved(free, 101, (TOP, 1)) is not free


def test_a_cancellation_closes_the_gap_and_the_other_hand_stays() -> None:
    room = Room(7, 7)
    assert room.row(TOP) == [106, 104, 102, 101, 103, 105, 107]
    room.decline(103)
    result = settled(room.plan, room.company)
    assert row(result.plan, TOP) == [106, 104, 102, 101, 105, 107, 0]
    assert result.gone == (103,)
    assert row(result.plan, BOTTOM) == room.row(BOTTOM)
    assert settled(result.plan, room.company) == replace(result, gone=()), "nothing more to do"


def test_when_a_head_cancels_the_second_moves_into_the_middle() -> None:
    room = Room(5, 5)
    room.decline(101)
    assert row(settled(room.plan, room.company).plan, TOP) == [0, 104, 102, 103, 105]


def test_at_dinner_the_next_host_takes_the_seat_of_the_host() -> None:
    room = Room(5, 5, shape=SeatingShape.HOST_ALONE)
    room.decline(201)
    plan = settled(room.plan, room.company).plan
    centre = middle(per_side(plan), plan.shape)
    seat = seat_at(plan, (BOTTOM, centre))
    assert seat
    assert seat.delegate_id == 202
    at_ends = Room(6, 4, shape=SeatingShape.HOSTS_AT_ENDS)
    at_ends.decline(201)
    assert row(settled(at_ends.plan, at_ends.company).plan, SeatSide.LEFT) == [203]


def test_a_locked_seat_is_passed_over_when_the_row_moves_in() -> None:
    room = Room(7, 7)
    room.plan = with_lock(room.plan, (TOP, 6), locked=True)
    room.decline(103)
    assert row(settled(room.plan, room.company).plan, TOP) == [106, 104, 102, 101, 107, 105, 0]


def test_who_sits_twice_keeps_the_first_seat() -> None:
    room = Room(3, 3)
    room.plan.seats.append(Seat(side=TOP, number=4, delegate_id=101))
    assert Trouble.TWO_SEATS in room.troubles()
    after = settled(room.plan, room.company)
    assert Counter(seat.delegate_id for seat in after.plan.seats)[101] == 1
    assert after.gone == ()


def test_the_id_of_a_delegate_who_is_gone_is_harmless() -> None:
    room = Room(3, 3)
    del room.visit.delegations[0].delegates[2]
    result = settled(room.plan, room.company)
    assert result.gone == (103,)
    assert room.troubles() == []


@pytest.mark.parametrize("shape", SeatingShape)
@pytest.mark.parametrize("behind", [True, False])
def test_a_plan_that_precedence_laid_gives_no_objection(shape: SeatingShape, behind: bool) -> None:
    assert Room(12, 11, 1, 1, shape=shape, interpreters_behind=behind).troubles() == []
    assert Room(6, 6, shape=shape, interpreters_behind=behind).troubles() == []


def test_an_empty_plan_is_not_yet_objected_to() -> None:
    room = Room(3, 3)
    room.plan.seats.clear()
    assert room.troubles() == []


def test_a_head_away_from_the_middle_is_objected_to() -> None:
    room = Room(5, 5)
    room.plan = moved(room.plan, 101, (TOP, 1))
    assert room.troubles() == [Trouble.HEAD_NOT_IN_THE_MIDDLE, Trouble.HEADS_NOT_OPPOSITE]


def test_an_empty_seat_beside_a_head_is_objected_to_only_if_somebody_could_move_in() -> None:
    room = Room(5, 7)
    assert room.troubles() == []
    assert Room(1, 7).troubles() == []
    room.plan = moved(room.plan, 102, (TOP, 1))
    assert Trouble.EMPTY_BESIDE_HEAD in room.troubles()


def test_an_interpreter_far_from_every_head_is_objected_to() -> None:
    room = Room(5, 5, 1)
    far = (TOP, 2)
    room.plan = moved(room.plan, 106, far)
    assert room.troubles() == [Trouble.INTERPRETER_TOO_FAR]


def test_a_guest_who_needs_an_interpreter_has_one_within_two_seats() -> None:
    room = Room(9, 9, 1)
    room.delegate(101).needs_interpreter = True
    assert room.troubles() == []
    room.delegate(109).needs_interpreter = True
    assert room.troubles() == [Trouble.NO_INTERPRETER_NEAR]


def test_a_guest_among_the_hosts_is_objected_to_at_talks_only() -> None:
    room = Room(4, 4)
    room.plan = moved(room.plan, 104, (BOTTOM, 1))
    assert room.troubles().count(Trouble.OTHER_SIDE) == 2
    dinner = Room(4, 4, shape=SeatingShape.TWO_HOSTS)
    assert dinner.troubles() == []


def test_two_of_one_family_side_by_side_are_objected_to_at_dinner() -> None:
    room = Room(4, 4, shape=SeatingShape.TWO_HOSTS)
    room.people = (person(1, "Novak"), person(2, "Novak"))
    room.delegate(101).person_id, room.delegate(102).person_id = 1, 2
    assert room.troubles() == []
    first = seat_of(room.plan, 101)
    assert first
    room.plan = moved(room.plan, 102, (first.side, first.number - 1 or 2))
    assert Trouble.COUPLE in room.troubles()


def test_somebody_whose_neighbours_share_no_language_is_objected_to() -> None:
    room = Room(2, 4, shape=SeatingShape.TWO_HOSTS)
    room.people = tuple(
        person(number, f"F{number}", languages=["zh"] if number == 101 else ["sl"])
        for number in (101, 102, 201, 202, 203, 204)
    )
    for delegation in room.visit.delegations:
        for delegate in delegation.delegates:
            delegate.person_id = delegate.id
    found = notes(room.plan, room.company)
    assert [(note.trouble, note.one and note.one.delegate.id) for note in found] == [
        (Trouble.NO_COMMON_LANGUAGE, 101)
    ]


def test_somebody_without_a_seat_is_told_first() -> None:
    room = Room(3, 3)
    room.plan = unseated(room.plan, 103)
    found = notes(room.plan, room.company, gone=2)
    assert [note.trouble for note in found] == [Trouble.GAP_CLOSED, Trouble.NO_SEAT]


def reasons(room: Room) -> dict[int, tuple[SeatKind, int]]:
    result = {}
    for seat in room.plan.seats:
        reason = reason_of(room.plan, room.company, (seat.side, seat.number))
        if reason:
            assert not reason.by_hand
            result[seat.delegate_id] = reason.kind, reason.distance
    return result


def test_every_seat_of_a_talks_table_has_its_reason() -> None:
    found = reasons(Room(3, 3, 1))
    assert found[101] == (SeatKind.HEAD, 0)
    assert found[102] == (SeatKind.RIGHT, 1)
    assert found[103] == (SeatKind.LEFT, 2)
    assert found[104] == (SeatKind.INTERPRETER_BESIDE, 0)
    assert found[203] == (SeatKind.LEFT, 1)


def test_every_seat_of_a_dinner_has_its_reason() -> None:
    found = reasons(Room(4, 3, shape=SeatingShape.HOST_ALONE))
    assert found[201] == (SeatKind.HOST, 0)
    assert found[101] == (SeatKind.RIGHT, 1)
    assert found[103] == (SeatKind.OPPOSITE, 0)
    at_ends = reasons(Room(4, 2, shape=SeatingShape.HOSTS_AT_ENDS))
    assert at_ends[201] == (SeatKind.HOST, 0)
    assert at_ends[202] == (SeatKind.CO_HOST, 0)
    assert at_ends[103] == (SeatKind.LEFT, 1)
    assert reasons(Room(4, 3, 1, interpreters_behind=True))[105] == (SeatKind.INTERPRETER_BEHIND, 0)


def test_a_seat_given_by_hand_says_so_and_an_empty_one_says_nothing() -> None:
    room = Room(5, 7)
    room.plan = moved(room.plan, 105, (TOP, 1))
    reason = reason_of(room.plan, room.company, (TOP, 1))
    assert reason
    assert reason.by_hand
    empty = next(seat for seat in room.plan.seats if not seat.delegate_id)
    assert reason_of(room.plan, room.company, (empty.side, empty.number)) is None


MOVES = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(LONG_SIDES), st.integers(1, 12), st.booleans()), max_size=12
)


@given(
    st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(0, 1), st.integers(0, 1)),
    st.sampled_from(SeatingShape),
    MOVES,
    st.sets(st.integers(0, 20), max_size=4),
)
def test_whatever_is_moved_nobody_sits_twice_and_nobody_else_gets_lost(
    counts: tuple[int, int, int, int],
    shape: SeatingShape,
    moves: list[tuple[int, SeatSide, int, bool]],
    declined: set[int],
) -> None:
    room = Room(*counts, shape=shape)
    ids = [one.delegate.id for one in room.company.everybody]
    locked: dict[Place, int] = {}
    plan = room.plan
    for index, side, number, lock in moves:
        plan = moved(plan, ids[index % len(ids)], (side, number))
        seat = seat_at(plan, (side, number))
        if lock and seat:
            plan = with_lock(plan, (side, number), locked=True)
            locked[side, number] = seat.delegate_id
    held = Counter(seat.delegate_id for seat in plan.seats if seat.delegate_id)
    assert held == Counter(ids)
    room.decline(*(ids[index % len(ids)] for index in declined))
    people = room.company
    after = settled(plan, people).plan
    held = Counter(seat.delegate_id for seat in after.seats if seat.delegate_id)
    assert held == Counter(one.delegate.id for one in people.everybody)
    for place, delegate_id in locked.items():
        seat = seat_at(after, place)
        assert delegate_id not in people.by_id or (seat and seat.delegate_id == delegate_id)


def test_a_visit_without_anybody_settles_too() -> None:
    assert settled(SeatingPlan(), company(Visit(), SeatingPlan(), [])).gone == ()
