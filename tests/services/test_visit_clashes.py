"""Nobody and nothing is in two places at once: what a visit wants twice, as it is being written."""

from datetime import date, datetime, time, timedelta
from time import process_time
from typing import Any

import pytest

from cabinet_app.domain.conflicts import Clash, ClashKind, Entry, clashes, clashes_of
from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.visits import (
    Booking,
    BookingKind,
    Delegate,
    DelegateRole,
    Delegation,
    ProgrammeItem,
    ProgrammeItemStatus,
    Visit,
    VisitDirection,
    VisitStatus,
)
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.conflict_words import draft_clash_words
from cabinet_app.services.busy import CALLED_OFF, Facts, PlaceFact, entries_of_visit
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.conflicts import NamedClash
from tests.domain.visit_samples import FRIDAY, LA_CIOTAT, OLDHAM, THURSDAY, item, two_delegations, visit

ROOM, TOWN, MAYOR = 301, 302, 203
FACTS = Facts({ROOM: PlaceFact(is_room=True), TOWN: PlaceFact(TOWN)})
EN, SL = translator(Language.EN), translator(Language.SL)


def taken(of: Visit) -> list[Entry]:
    return list(entries_of_visit(of, FACTS, ignored=CALLED_OFF))


def within(*items: Any, **more: Any) -> list[Clash]:
    return clashes(taken(visit(*items, delegations=two_delegations(), **more)))


def kinds(found: list[Clash]) -> list[ClashKind]:
    return [clash.kind_of(claim) for clash in found for claim in clash.claims]


def parallel(**more: Any) -> list[Clash]:
    return within(
        item("10:00", "12:00", "Tour", delegation_ids=[OLDHAM], **more),
        item("11:00", "12:00", "Trip", delegation_ids=[LA_CIOTAT], **more),
    )


def test_a_host_an_interpreter_a_room_and_a_car_are_told_when_they_are_wanted_twice() -> None:
    assert kinds(parallel(leader_id=MAYOR)) == [ClashKind.PERSON]
    assert kinds(parallel(interpreter_id=205)) == [ClashKind.PERSON]
    assert kinds(parallel(place_id=ROOM)) == [ClashKind.ROOM]
    assert kinds(parallel(vehicle="Minibus KR 12-345")) == [ClashKind.CAR]


def test_two_may_be_in_one_town() -> None:
    assert parallel(place_id=TOWN) == []


def test_the_leader_of_one_item_cannot_interpret_at_another() -> None:
    first = item("10:00", "12:00", leader_id=MAYOR)
    second = item("11:00", "12:00", interpreter_id=MAYOR)
    assert len(within(first, second)) == 1


def test_whoever_is_named_as_taking_part_is_busy() -> None:
    first = item("10:00", "12:00", delegate_ids=[23])
    second = item("11:00", "12:00", leader_id=MAYOR)
    assert len(within(first, second)) == 1


def test_the_heads_may_be_at_two_items_at_once_and_not_at_a_meeting_besides() -> None:
    head = Delegate(id=21, person_id=MAYOR, role=DelegateRole.HEAD)
    own = visit(item("10:00", "12:00"), item("11:00", "12:00"), delegations=[Delegation(delegates=[head])])
    other = visit(item("11:00", "12:00", leader_id=MAYOR), id=2)
    assert clashes(taken(own)) == []
    assert kinds(clashes_of(taken(own), taken(other))) == [ClashKind.PERSON] * 2


def test_one_may_begin_when_the_other_ends() -> None:
    assert within(item("10:00", "11:00", leader_id=MAYOR), item("11:00", "12:00", leader_id=MAYOR)) == []


def test_two_that_begin_together_meet_even_without_an_end() -> None:
    assert len(within(item("10:00", leader_id=MAYOR), item("10:00", leader_id=MAYOR))) == 1


def test_an_item_without_an_end_is_over_when_its_leader_begins_the_next() -> None:
    first, second = item("10:00", leader_id=MAYOR), item("10:30", leader_id=MAYOR)
    assert within(first, second) == []
    # For somebody else it lasts an hour.
    own, other = visit(first, id=1), visit(second, id=2)
    assert len(clashes_of(taken(own), taken(other))) == 1


def test_a_dinner_lasts_past_midnight() -> None:
    dinner = item("20:00", "01:00", leader_id=MAYOR)
    assert len(within(dinner, item("00:30", day=FRIDAY, leader_id=MAYOR), last=FRIDAY)) == 1


def test_a_car_is_the_same_however_it_is_written() -> None:
    first = item("10:00", "12:00", vehicle="minibus  KR 12-345")
    second = item("11:00", "12:00", vehicle="Minibus KR 12-345 ")
    [clash] = within(first, second)
    assert clash.claims[0].name == "minibus KR 12-345"


def test_a_reason_in_words_is_known() -> None:
    assert [clash.note for clash in parallel(leader_id=MAYOR, clash_note="opens both")] == ["opens both"]


def test_a_dropped_item_takes_nobody() -> None:
    gone = item("10:00", "12:00", leader_id=MAYOR, status=ProgrammeItemStatus.DROPPED)
    assert within(gone, item("10:00", "12:00", leader_id=MAYOR)) == []


@pytest.mark.parametrize(
    ("status", "count"), [(VisitStatus.IDEA, 1), (VisitStatus.POSTPONED, 0), (VisitStatus.CANCELLED, 0)]
)
def test_of_what_was_called_off_nothing_is_told(status: VisitStatus, count: int) -> None:
    twice = [item("10:00", "12:00", leader_id=MAYOR) for _ in range(2)]
    assert len(within(*twice, status=status)) == count


def room(start: int, end: int, **more: Any) -> Booking:
    day = datetime(2027, 2, 25)
    return Booking(place_id=ROOM, starts_at=day.replace(hour=start), ends_at=day.replace(hour=end), **more)


def test_a_room_is_booked_for_its_items_and_not_against_them() -> None:
    assert within(item("10:00", "12:00", place_id=ROOM), bookings=[room(9, 13)]) == []
    assert len(within(bookings=[room(9, 13), room(12, 14)])) == 1


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (BookingKind.INTERPRETER, ("Vesna (de)", "vesna  (DE)")),
        (BookingKind.CAR, ("Kombi", "kombi")),
        (BookingKind.ROOM, ("Tent", "tent")),
    ],
)
def test_what_is_booked_without_a_record_is_known_by_name(kind: BookingKind, names: tuple[str, str]) -> None:
    day = datetime(2027, 2, 25, 9)
    first, second = (
        taken(visit(bookings=[Booking(kind=kind, name=name, starts_at=day)], id=number))
        for number, name in enumerate(names, 1)
    )
    assert len(clashes_of(first, second)) == 1


def test_a_car_is_booked_with_its_driver() -> None:
    day = datetime(2027, 2, 25, 9)
    own = visit(bookings=[Booking(kind=BookingKind.CAR, name="Van", person_id=MAYOR, starts_at=day)], id=1)
    assert len(clashes_of(taken(own), taken(visit(item("09:30", leader_id=MAYOR), id=2)))) == 1
    assert len(clashes_of(taken(own), taken(visit(item("09:30", vehicle="van"), id=2)))) == 1


# Against the register.


def person(cabinet: Cabinet, family: str = "Novak") -> int:
    return cabinet.people.create(Person(name=PersonName(given="Ana", family=family))).record.id


def hall(cabinet: Cabinet) -> int:
    return cabinet.places.create(Place(names=same("Room 14"), kind=PlaceKind.ROOM)).record.id


def stored(cabinet: Cabinet, *items: ProgrammeItem, **values: Any) -> Visit:
    given: dict[str, Any] = {"title": same("Reception"), "last": THURSDAY} | values
    return cabinet.visits.create(visit(*items, **given)).record


def told(cabinet: Cabinet, draft: Visit) -> list[tuple[ClashKind, str]]:
    return sorted(
        (wanted.kind, clash.second.record_type)
        for clash in cabinet.conflicts.of_visit_draft(draft)
        for wanted in clash.wanted
        if not clash.note
    )


def plain(found: list[NamedClash], *, is_long: bool = False) -> list[str]:
    return [draft_clash_words(clash, EN, is_long=is_long).replace("\u00a0", " ") for clash in found]


def test_a_room_taken_by_another_visit_or_a_meeting_is_known(cabinet: Cabinet) -> None:
    place = hall(cabinet)
    draft = stored(cabinet, item("10:30", "12:00", place_id=place))
    assert told(cabinet, draft) == []
    meeting = Meeting(starts_at=datetime(2027, 2, 25, 10), ends_at=datetime(2027, 2, 25, 11), place_id=place)
    cabinet.meetings.create(meeting)
    stored(cabinet, item("11:00", "", "Tea", place_id=place))
    assert told(cabinet, draft) == [(ClashKind.ROOM, "meeting"), (ClashKind.ROOM, "visit")]


def test_what_was_called_off_takes_nothing(cabinet: Cabinet) -> None:
    place = hall(cabinet)
    draft = stored(cabinet, item("10:00", place_id=place))
    for status in (VisitStatus.CANCELLED, VisitStatus.POSTPONED):
        stored(cabinet, item("10:00", place_id=place), status=status)
    meeting = Meeting(starts_at=datetime(2027, 2, 25, 10), place_id=place, status=MeetingStatus.CANCELLED)
    cabinet.meetings.create(meeting)
    assert told(cabinet, draft) == []


def test_a_person_is_not_in_two_visits_at_once_unless_somebody_says_why(cabinet: Cabinet) -> None:
    host = person(cabinet)
    other = stored(cabinet, item("10:00", leader_id=host))
    draft = stored(cabinet, item("10:00", leader_id=host))
    assert told(cabinet, draft) == [(ClashKind.PERSON, "visit")]
    draft.programme[0].clash_note = "only greets"
    assert told(cabinet, draft) == []
    draft.programme[0].clash_note = ""
    other.programme[0].clash_note = "is replaced by the deputy"
    cabinet.visits.update(other, 1)
    assert told(cabinet, draft) == []


def test_an_accepted_clash_does_not_hide_another(cabinet: Cabinet) -> None:
    host = person(cabinet)
    stored(cabinet, item("09:00", "12:00", leader_id=host))
    accepted = item("09:00", "10:00", leader_id=host, clash_note="greets")
    draft = visit(accepted, item("10:00", "11:00", leader_id=host))
    found = cabinet.conflicts.of_visit_draft(draft)
    assert [(clash.first.place, clash.note) for clash in found] == [(0, "greets"), (1, "")]


def test_another_visit_is_named_once_for_each_thing_it_takes(cabinet: Cabinet) -> None:
    host, place = person(cabinet), hall(cabinet)
    booked = room(8, 12)
    booked.place_id = place
    stored(cabinet, item("09:30", "10:30", leader_id=host), bookings=[booked], title=same("Festival"))
    draft = visit(
        item("09:00", "10:00", leader_id=host), item("10:00", "11:00", leader_id=host, place_id=place)
    )
    assert told(cabinet, draft) == [(ClashKind.PERSON, "visit"), (ClashKind.ROOM, "visit")]


def test_a_visit_does_not_run_into_itself_as_it_is_stored(cabinet: Cabinet) -> None:
    draft = stored(cabinet, item("10:00", leader_id=person(cabinet)))
    assert told(cabinet, draft) == []


def test_the_draft_is_the_first_of_each_and_says_which_of_its_items_it_is(cabinet: Cabinet) -> None:
    host = person(cabinet)
    stored(cabinet, item("09:00", "12:00", "Fair", leader_id=host), title=same("Festival"))
    draft = visit(item("08:00", "08:30"), item("11:00", "12:00", "Trip", leader_id=host), title=same("New"))
    [clash] = cabinet.conflicts.of_visit_draft(draft)
    assert (clash.first.title.en, clash.first.item.en, clash.first.place) == ("New", "Trip", 1)
    assert (clash.second.title.en, clash.second.item.en, clash.second.place) == ("Festival", "Fair", -1)
    assert plain([clash]) == [
        "Trip (11:00–12:00) and Visit: Festival, Fair (09:00–12:00): the same person: Ana Novak"
    ]


def test_items_that_are_new_and_have_no_id_are_told_apart(cabinet: Cabinet) -> None:
    host = person(cabinet)
    items = [item("10:00", "12:00", title, leader_id=host) for title in ("Tour", "Trip", "")]
    found = cabinet.conflicts.of_visit_draft(visit(*items, last=FRIDAY))
    assert [(clash.first.place, clash.second.place) for clash in found] == [(0, 1), (0, 2), (1, 2)]
    assert plain(found, is_long=True)[1] == (
        "Thu 25 Feb 2027: Tour (10:00–12:00) and Talks (10:00–12:00): the same person: Ana Novak"
    )


def test_a_booking_is_not_taken_for_the_item_of_its_number(cabinet: Cabinet) -> None:
    booked = Booking(kind=BookingKind.CAR, name="KR 12-345", starts_at=datetime(2027, 2, 25, 9))
    stored(cabinet, item("15:00", title="Far away"), bookings=[booked])
    draft = visit(item("15:00", title="Far away"), bookings=[booked])
    [clash] = cabinet.conflicts.of_visit_draft(draft)
    assert (clash.first.item.en, clash.first.place, clash.second.item.en) == ("", -1, "")
    assert plain([clash]) == ["Car (09:00–10:00) and Visit: Reception (09:00–10:00): the same car: KR 12-345"]


def test_a_journey_is_told_with_its_visit(cabinet: Cabinet) -> None:
    host = person(cabinet)
    cabinet.meetings.create(Meeting(title=same("Staff"), starts_at=datetime(2027, 2, 25, 9), chair_id=host))
    travellers = [Delegation(delegates=[Delegate(person_id=host)])]
    draft = visit(direction=VisitDirection.OUTGOING, delegations=travellers, title=same("Villach"))
    assert plain(cabinet.conflicts.of_visit_draft(draft)) == [
        "Visit: Villach (all day) and Staff (09:00–10:00): in two towns at once: Ana Novak"
    ]


def test_what_others_change_is_known_at_once(cabinet: Cabinet) -> None:
    host = person(cabinet)
    draft = visit(item("10:00", leader_id=host))
    assert told(cabinet, draft) == []
    other = stored(cabinet, item("10:00", leader_id=host))
    assert told(cabinet, draft) == [(ClashKind.PERSON, "visit")]
    cabinet.visits.delete(other.id)
    assert told(cabinet, draft) == []


def test_a_visit_without_any_day_runs_into_nothing(cabinet: Cabinet) -> None:
    assert cabinet.conflicts.of_visit_draft(Visit()) == []


def test_items_on_days_outside_the_visit_and_a_visit_that_moves_are_judged_where_they_are(
    cabinet: Cabinet,
) -> None:
    host = person(cabinet)
    stored(cabinet, item("10:00", leader_id=host))
    for day in range(20):
        away = item("10:00", day=date(2027, 3, 1) + timedelta(days=day), leader_id=host)
        assert told(cabinet, Visit(programme=[away])) == []
    assert told(cabinet, Visit(programme=[item("10:00", leader_id=host)])) == [(ClashKind.PERSON, "visit")]


def test_a_long_programme_is_judged_between_two_keystrokes(cabinet: Cabinet) -> None:
    people, rooms = [person(cabinet, str(number)) for number in range(5)], [hall(cabinet) for _ in range(3)]

    def items(minute: int) -> list[ProgrammeItem]:
        return [
            ProgrammeItem(
                day=THURSDAY + timedelta(days=number // 20),
                starts_at=time(8 + number % 10, minute),
                ends_at=time(8 + number % 10, minute + 20),
                leader_id=people[number % 5],
                place_id=rooms[number % 3],
                vehicle=f"KR {number % 4}",
            )
            for number in range(40)
        ]

    for minute in (0, 15, 30):
        stored(cabinet, *items(minute), last=FRIDAY)
    draft = stored(cabinet, *items(25), last=FRIDAY)
    assert cabinet.conflicts.of_visit_draft(draft)
    times = []
    for _ in range(5):
        before = process_time()
        cabinet.conflicts.of_visit_draft(draft)
        times.append(process_time() - before)
    assert min(times) < 0.03
