"""Who or what is wanted twice at a time."""

from datetime import datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.conflicts import Claim, ClashKind, Entry, are_apart, clashes, clashes_of

DAY = datetime(2026, 3, 5)
ROOM = Claim(ClashKind.ROOM, 14)
MAYOR = Claim(ClashKind.PERSON, 1)
CAR = Claim(ClashKind.CAR, "kr 12-345")
KRANJ, VILLACH = 10, 20


def entry(number: int, start: float, end: float, *claims: Claim, **values: object) -> Entry:
    hour = timedelta(hours=1)
    values.setdefault("record_type", "meeting")
    return Entry(record_id=number, start=DAY + start * hour, end=DAY + end * hour, claims=claims, **values)  # type: ignore[arg-type]


def told(found: list[Entry]) -> list[tuple[int, int, list[ClashKind]]]:
    return [
        (clash.first.record_id, clash.second.record_id, [clash.kind_of(claim) for claim in clash.claims])
        for clash in clashes(found)
    ]


def test_two_in_one_room_clash_and_back_to_back_they_do_not() -> None:
    mayor = entry(1, 10, 11, ROOM)

    assert told([mayor, entry(2, 10.5, 12, ROOM)]) == [(1, 2, [ClashKind.ROOM])]
    assert told([mayor, entry(2, 11, 12, ROOM)]) == []
    assert told([mayor, entry(2, 9, 10, ROOM)]) == []
    assert told([mayor, entry(2, 10, 11, Claim(ClashKind.ROOM, 15))]) == []


def test_one_within_the_other_clashes_and_so_do_three() -> None:
    found = told([entry(1, 8, 18, ROOM), entry(2, 9, 10, ROOM), entry(3, 9.5, 11, ROOM)])

    assert [(first, second) for first, second, _ in found] == [(1, 2), (1, 3), (2, 3)]


def test_what_both_want_is_told_at_once_the_weightiest_first() -> None:
    group = Claim(ClashKind.GROUP, 3)

    [(_, _, kinds)] = told([entry(1, 10, 11, ROOM, group, MAYOR), entry(2, 10, 11, MAYOR, ROOM, group)])

    assert kinds == [ClashKind.PERSON, ClashKind.ROOM, ClashKind.GROUP]


def test_what_lasts_no_time_is_in_nobodys_way() -> None:
    assert told([entry(1, 10, 10, ROOM), entry(2, 9, 11, ROOM)]) == []


def test_a_person_in_two_towns_would_have_to_travel() -> None:
    here, there = entry(1, 10, 11, MAYOR, town=KRANJ), entry(2, 10, 11, MAYOR, town=VILLACH)

    assert told([here, there]) == [(1, 2, [ClashKind.TRAVEL])]
    assert told([here, entry(2, 10, 11, MAYOR)]) == [(1, 2, [ClashKind.PERSON])]


def test_a_journey_takes_its_people_away_but_not_from_what_is_on_it() -> None:
    journey = entry(1, 0, 24, MAYOR, record_type="visit", town=VILLACH, is_away=True)

    assert told([journey, entry(2, 10, 11, MAYOR, town=KRANJ)]) == [(1, 2, [ClashKind.TRAVEL])]
    assert told([journey, entry(2, 10, 11, MAYOR)]) == [(1, 2, [ClashKind.TRAVEL])]
    assert told([journey, entry(2, 10, 11, MAYOR, town=VILLACH)]) == []
    # Two journeys at once are two wherever they go.
    other = entry(2, 0, 24, MAYOR, record_type="visit", town=VILLACH, is_away=True)
    assert told([journey, other]) == [(1, 2, [ClashKind.PERSON])]


def test_within_one_visit_everybody_and_everything_is_wanted_once_and_what_is_held_is_for_its_items() -> None:
    def item(part: int, *claims: Claim, **values: object) -> Entry:
        return entry(7, 10, 11, *claims, record_type="visit", part_id=part, **values)

    assert told([item(1, MAYOR, ROOM, CAR), item(2, MAYOR, ROOM, CAR)]) == [
        (7, 7, [ClashKind.PERSON, ClashKind.ROOM, ClashKind.CAR])
    ]
    assert told([item(1, CAR), item(2, CAR, is_hold=True)]) == []
    assert told([item(1, MAYOR), item(0, MAYOR, is_away=True)]) == []
    assert told([item(1, ROOM), item(-1, ROOM, is_booking=True)]) == []
    assert told([item(-1, ROOM, is_booking=True), item(-2, ROOM, is_booking=True)]) == [
        (7, 7, [ClashKind.ROOM])
    ]


def test_what_has_no_end_gives_way_to_the_next_of_its_own_visit_only() -> None:
    def item(visit: int, part: int, start: float) -> Entry:
        return entry(visit, start, start + 1, MAYOR, record_type="visit", part_id=part, is_open=True)

    assert told([item(7, 1, 10), item(7, 2, 10.5)]) == []
    assert len(told([item(7, 1, 10), item(7, 2, 10)])) == 1
    assert len(told([item(7, 1, 10), item(8, 2, 10.5)])) == 1


def test_a_name_as_it_was_written_makes_no_difference() -> None:
    spelled = Claim(ClashKind.CAR, "kr 12-345", "KR 12-345")

    [clash] = clashes([entry(1, 10, 11, spelled), entry(2, 10, 11, CAR)])

    assert clash.claims[0].name == "KR 12-345"


def test_an_accepted_clash_says_why() -> None:
    [clash] = clashes([entry(1, 10, 11, ROOM), entry(2, 10, 12, ROOM, note="Dvorana se deli")])

    assert clash.note == "Dvorana se deli"
    assert clash.start == datetime(2026, 3, 5, 10)


def test_the_clashes_of_one_leave_those_of_others_out() -> None:
    draft, others = entry(0, 10, 11, ROOM), [entry(1, 10, 11, ROOM), entry(2, 10, 11, ROOM)]

    assert [(clash.first.record_id, clash.second.record_id) for clash in clashes_of([draft], others)] == [
        (0, 1),
        (0, 2),
    ]
    assert len(clashes_of([draft, entry(3, 10, 11, ROOM)], others)) == 5
    assert clashes_of([], others) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"town": KRANJ}, {"town": VILLACH}, True),
        ({"town": KRANJ}, {"town": KRANJ}, False),
        ({"town": KRANJ}, {}, False),
        ({"town": VILLACH, "is_away": True}, {}, True),
    ],
)
def test_towns_lie_apart_if_both_are_known_or_one_is_a_journey(
    one: dict[str, object], other: dict[str, object], apart: bool
) -> None:
    assert are_apart(entry(1, 1, 2, **one), entry(2, 1, 2, **other)) is apart


ENTRIES = st.lists(
    st.builds(
        lambda number, start, length, rooms: (number, start, start + length, rooms),
        st.integers(1, 10**6),
        st.integers(0, 40),
        st.integers(0, 12),
        st.sets(st.integers(1, 4), max_size=3),
    ),
    max_size=25,
    unique_by=lambda item: item[0],
)


@given(ENTRIES)
def test_every_pair_that_overlaps_is_found_and_no_other(made: list[tuple[int, int, int, set[int]]]) -> None:
    entries = [
        entry(number, start, end, *(Claim(ClashKind.ROOM, room) for room in rooms))
        for number, start, end, rooms in made
    ]

    found = {
        frozenset((clash.first.record_id, clash.second.record_id)): {claim.key for claim in clash.claims}
        for clash in clashes(entries)
    }

    expected = {}
    for one, other in combinations(made, 2):
        shared = one[3] & other[3]
        if shared and max(one[1], other[1]) < min(one[2], other[2]):
            expected[frozenset((one[0], other[0]))] = shared
    assert found == expected
