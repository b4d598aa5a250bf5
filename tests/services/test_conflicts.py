"""What collides in a register: people, rooms, groups, journeys and cars, in names and in words."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest

from cabinet_app.domain.bodies import Membership, MembershipRole, Organization
from cabinet_app.domain.conflicts import ClashKind
from cabinet_app.domain.meetings import (
    Attendance,
    Invitation,
    InvitationRole,
    Meeting,
    MeetingBody,
    MeetingMode,
    MeetingStatus,
    Presence,
)
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Booking,
    BookingKind,
    Delegate,
    DelegateRole,
    Delegation,
    ProgrammeItem,
    ProgrammeItemStatus,
    Reply,
    Visit,
    VisitDirection,
    VisitStatus,
)
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.conflict_words import clash_words, dated_clash_words, remarks
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.conflicts import NamedClash

DAY = date(2026, 3, 5)  # a Thursday
SL, DE, EN = (translator(language) for language in Language)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(DAY, time(hour, minute))


class House:
    """A town hall with two rooms, the mayor, a driver of ideas, and a council of three."""

    def __init__(self, cabinet: Cabinet) -> None:
        self.cabinet = cabinet
        self.kranj = self.place("Kranj", PlaceKind.TOWN)
        self.villach = self.place("Villach", PlaceKind.TOWN)
        self.hall = self.place("Mestna hiša", PlaceKind.VENUE, self.kranj)
        self.room = self.place("Soba 14", PlaceKind.ROOM, self.hall)
        self.abroad = self.place("Rathaus", PlaceKind.VENUE, self.villach)
        self.mayor = self.person("Matjaž", "Rakovec")
        self.deputy = self.person("Janez", "Černe")

    def place(self, name: str, kind: PlaceKind, parent: int | None = None) -> int:
        return self.cabinet.places.create(Place(names=same(name), kind=kind, parent_id=parent)).record.id

    def person(self, given: str, family: str) -> int:
        return self.cabinet.people.create(Person(name=PersonName(given=given, family=family))).record.id

    def body(self, name: str, members: list[Membership]) -> int:
        draft = Organization(names=same(name), memberships=members)
        return self.cabinet.organizations.create(draft).record.id

    def meeting(self, title: str, start: datetime, end: datetime | None = None, **values: Any) -> int:
        return self.cabinet.meetings.create(self.draft(title, start, end, **values)).record.id

    def draft(self, title: str, start: datetime, end: datetime | None = None, **values: Any) -> Meeting:
        return Meeting(title=same(title), starts_at=start, ends_at=end, **values)

    def visit(self, town: int | None = None, **values: Any) -> int:
        values.setdefault("starts_on", DAY)
        draft = Visit(partner_place_id=town or self.villach, **values)
        return self.cabinet.visits.create(draft).record.id

    def clashes(self) -> list[NamedClash]:
        return self.cabinet.conflicts.between(DAY, DAY)

    def told(self) -> list[list[tuple[ClashKind, str]]]:
        return [[(one.kind, one.name.sl) for one in clash.wanted] for clash in self.clashes()]


@pytest.fixture
def house(cabinet: Cabinet) -> House:
    return House(cabinet)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def delegation(*people: int, role: DelegateRole = DelegateRole.HEAD, **values: Any) -> Delegation:
    return Delegation(delegates=[Delegate(person_id=one, role=role, **values) for one in people])


def test_the_scenario_of_the_week(house: House) -> None:
    """The mayor at ten in room 14, a delegation at half past in the same room; on Thursday he travels."""
    house.meeting("Sestanek župana", at(10), at(11), place_id=house.room, chair_id=house.mayor)
    item = ProgrammeItem(
        day=DAY, starts_at=time(10, 30), ends_at=time(12), place_id=house.room, title=same("Sprejem")
    )
    house.visit(programme=[item])
    house.visit(direction=VisitDirection.OUTGOING, delegations=[delegation(house.mayor)])
    house.meeting("Naslednji", at(12), at(13), place_id=house.room)

    found = house.clashes()

    assert [[one.kind for one in clash.wanted] for clash in found] == [[ClashKind.TRAVEL], [ClashKind.ROOM]]
    assert [plain(clash_words(clash, SL)) for clash in found] == [
        "Obisk: Villach (ves dan) in Sestanek župana (10.00–11.00): hkrati v dveh krajih: Matjaž Rakovec",
        "Sestanek župana (10.00–11.00) in Obisk: Villach, Sprejem (10.30–12.00): isti prostor: Soba 14",
    ]
    assert plain(dated_clash_words(found[1], DE)) == (
        "Do, 05.03.2026: Sestanek župana (10.00–11.00) und Besuch: Villach, Sprejem (10.30–12.00): "
        "derselbe Raum: Soba 14"
    )
    assert plain(dated_clash_words(found[1], EN)) == (
        "Thu 5 Mar 2026: Sestanek župana (10:00–11:00) and Visit: Villach, Sprejem (10:30–12:00): "
        "the same room: Soba 14"
    )


def test_back_to_back_is_no_clash_and_neither_is_what_is_off(house: House) -> None:
    house.meeting("Prvi", at(10), at(11), place_id=house.room, chair_id=house.mayor)
    house.meeting("Drugi", at(11), at(12), place_id=house.room, chair_id=house.mayor)
    for values in (
        {"status": MeetingStatus.CANCELLED},
        {"status": MeetingStatus.MOVED},
        {"transparent": True},
    ):
        house.meeting("Tretji", at(10), at(11), place_id=house.room, chair_id=house.mayor, **values)

    assert house.told() == []


def test_two_in_one_town_or_online_are_in_nobodys_way(house: House) -> None:
    house.meeting("Prvi", at(10), place_id=house.kranj)
    house.meeting("Drugi", at(10), place_id=house.kranj)
    house.meeting("Tretji", at(10), place_id=house.room)
    house.meeting("Četrti", at(10), place_id=house.room, mode=MeetingMode.ONLINE)

    assert house.told() == []


def test_a_meeting_without_an_end_takes_an_hour_and_a_whole_day_all_of_it(house: House) -> None:
    house.meeting("Odprt", at(10), place_id=house.room)
    house.meeting("Po uri", at(11), at(12), place_id=house.room)
    assert house.told() == []

    house.meeting("Ves dan", at(0), all_day=True, place_id=house.room)
    assert len(house.told()) == 2


def test_a_meeting_of_several_days_is_found_on_its_last_one(house: House) -> None:
    house.meeting("Sejem", datetime(2026, 3, 3), datetime(2026, 3, 6), all_day=True, place_id=house.hall)
    house.meeting("Seja", at(17), at(18), place_id=house.hall)

    assert house.told() == [[(ClashKind.ROOM, "Mestna hiša")]]


def test_hours_are_compared_by_one_clock(house: House) -> None:
    house.meeting("Pri nas", at(10), at(11), chair_id=house.mayor)
    house.meeting("V Pekingu", at(17), at(18), chair_id=house.mayor, zone="Asia/Shanghai")

    [clash] = house.clashes()
    assert [clash.first.start, clash.second.start] == [at(10), at(10)]


def test_the_same_body_does_not_meet_twice_and_its_members_neither(house: House) -> None:
    chair = Membership(person_id=house.mayor, role=MembershipRole.CHAIR)
    guest = Membership(person_id=house.deputy, role=MembershipRole.GUEST)
    council = house.body("Svet", [chair, guest])
    other = house.body("Odbor", [Membership(person_id=house.mayor)])
    house.meeting("A", at(10), bodies=[MeetingBody(organization_id=council)])
    house.meeting("B", at(10), bodies=[MeetingBody(organization_id=council)])
    house.meeting("C", at(10), bodies=[MeetingBody(organization_id=other)])
    house.meeting("D", at(10), chair_id=house.deputy)

    mayor = (ClashKind.PERSON, "Matjaž Rakovec")
    assert sorted(house.told(), key=len) == [[mayor], [mayor], [mayor, (ClashKind.GROUP, "Svet")]]


def test_of_a_large_body_only_the_chair_is_needed(house: House) -> None:
    crowd = [Membership(person_id=house.person("Član", str(number))) for number in range(11)]
    crowd.append(Membership(person_id=house.mayor))
    chair = Membership(person_id=house.deputy, role=MembershipRole.CHAIR)
    council = house.body("Svet", [*crowd, chair])
    house.meeting("Seja", at(10), bodies=[MeetingBody(organization_id=council)])
    house.meeting("Sprejem", at(10), chair_id=house.mayor)
    assert house.told() == []

    house.meeting("Posvet", at(10), chair_id=house.deputy)
    assert house.told() == [[(ClashKind.PERSON, "Janez Černe")]]


@pytest.mark.parametrize(
    ("parts", "count"),
    [
        (lambda one: {"minute_taker_id": one}, 1),
        (lambda one: {"invitations": [Invitation(person_id=one)]}, 1),
        (lambda one: {"invitations": [Invitation(person_id=one, role=InvitationRole.OPTIONAL)]}, 0),
        (lambda one: {"invitations": [Invitation(person_id=one, reply=Reply.DECLINED)]}, 0),
        (lambda one: {"attendance": [Attendance(person_id=one)]}, 1),
        (lambda one: {"attendance": [Attendance(person_id=one, presence=Presence.EXCUSED)]}, 0),
        (
            lambda one: {
                "chair_id": one,
                "attendance": [Attendance(person_id=one, presence=Presence.ABSENT)],
            },
            0,
        ),
    ],
)
def test_whom_a_meeting_needs(house: House, parts: Callable[[int], dict[str, Any]], count: int) -> None:
    house.meeting("Prvi", at(10), chair_id=house.mayor)
    house.meeting("Drugi", at(10), **parts(house.mayor))

    assert len(house.told()) == count


def test_a_journey_takes_its_travellers_and_only_them(house: House) -> None:
    house.visit(
        direction=VisitDirection.OUTGOING,
        responsible_id=house.deputy,
        delegations=[delegation(house.mayor, role=DelegateRole.MEMBER)],
        starts_on=date(2026, 3, 4),
        ends_on=DAY,
    )
    house.meeting("Doma", at(10), chair_id=house.mayor)
    house.meeting("Tam", at(14), chair_id=house.mayor, place_id=house.abroad)
    house.meeting("Doma brez župana", at(10), chair_id=house.deputy)

    assert house.told() == [[(ClashKind.TRAVEL, "Matjaž Rakovec")]]


@pytest.mark.parametrize("status", [VisitStatus.IDEA, VisitStatus.CANCELLED, VisitStatus.POSTPONED])
def test_a_visit_that_may_not_come_is_in_nobodys_way(house: House, status: VisitStatus) -> None:
    house.visit(direction=VisitDirection.OUTGOING, status=status, responsible_id=house.mayor)
    house.meeting("Doma", at(10), chair_id=house.mayor)

    assert house.told() == []


def test_whom_an_item_of_the_programme_needs(house: House) -> None:
    interpreter, guide = house.person("Ana", "Kos"), house.person("Eva", "Zupan")
    item = ProgrammeItem(
        day=DAY, starts_at=time(10), leader_id=guide, interpreter_id=interpreter, vehicle="KR  12-345"
    )
    dropped = ProgrammeItem(day=DAY, starts_at=time(10), leader_id=guide, status=ProgrammeItemStatus.DROPPED)
    house.visit(
        responsible_id=house.deputy,
        delegations=[delegation(house.mayor)],
        programme=[item, dropped, ProgrammeItem(day=DAY, leader_id=guide)],
    )
    for one in (interpreter, guide, house.mayor, house.deputy):
        house.meeting("Drugje", at(10, 30), chair_id=one)

    wanted = {want for clash in house.told() for want in clash}
    assert {name for _, name in wanted} == {"Ana Kos", "Eva Zupan", "Matjaž Rakovec", "Janez Černe"}


def test_only_those_who_are_named_take_part_in_an_item(house: House) -> None:
    stored = house.cabinet.visits.get(house.visit(delegations=[delegation(house.mayor, house.deputy)]))
    visit = stored.record
    chosen = visit.delegations[0].delegates[1].id
    visit.programme = [ProgrammeItem(day=DAY, starts_at=time(10), delegate_ids=[chosen])]
    house.cabinet.visits.update(visit, stored.version)
    house.meeting("Drugje", at(10), chair_id=house.mayor)
    house.meeting("Tretje", at(10), chair_id=house.deputy)

    assert {want for clash in house.told() for want in clash} == {(ClashKind.PERSON, "Janez Černe")}


def test_nobody_is_booked_twice_within_one_visit(house: House) -> None:
    guide = house.person("Eva", "Zupan")
    items = [
        ProgrammeItem(day=DAY, starts_at=time(10), ends_at=time(11), leader_id=guide, vehicle="Kombi"),
        ProgrammeItem(day=DAY, starts_at=time(10, 30), leader_id=guide, vehicle="kombi"),
    ]
    house.visit(responsible_id=house.deputy, programme=items)

    assert house.told() == [[(ClashKind.PERSON, "Eva Zupan"), (ClashKind.CAR, "Kombi")]]


def test_what_is_booked_is_taken_for_others_and_not_for_the_visit_itself(house: House) -> None:
    interpreter = house.person("Ana", "Kos")
    bookings = [
        Booking(kind=BookingKind.ROOM, place_id=house.room, starts_at=at(9), ends_at=at(12)),
        Booking(kind=BookingKind.CAR, name="Kombi", starts_at=at(9)),
        Booking(kind=BookingKind.INTERPRETER, person_id=interpreter, starts_at=at(9), ends_at=at(12)),
        Booking(kind=BookingKind.OTHER, name="Zastave", starts_at=at(9)),
        Booking(kind=BookingKind.CAR, name="Avtobus"),
    ]
    own = ProgrammeItem(
        day=DAY, starts_at=time(10), place_id=house.room, interpreter_id=interpreter, vehicle="Kombi"
    )
    house.visit(bookings=bookings, programme=[own])
    assert house.told() == []

    house.visit(programme=[ProgrammeItem(day=DAY, starts_at=time(9, 30), vehicle="kombi")], town=house.kranj)
    house.meeting("Seja", at(11), place_id=house.room, chair_id=interpreter)
    found = {want for clash in house.told() for want in clash}
    assert found == {
        (ClashKind.CAR, "Kombi"),
        (ClashKind.ROOM, "Soba 14"),
        (ClashKind.PERSON, "Ana Kos"),
    }


def test_what_two_want_of_each_other_all_day_is_told_once(house: House) -> None:
    items = [ProgrammeItem(day=DAY, starts_at=time(hour), leader_id=house.mayor) for hour in (9, 11, 13)]
    house.visit(programme=items)
    house.meeting("Posvet", at(8), at(16), chair_id=house.mayor)

    assert len(house.told()) == 1


# A draft.


def test_a_draft_is_told_what_it_would_run_into(house: House) -> None:
    house.meeting("Sestanek župana", at(10), at(11), place_id=house.room, chair_id=house.mayor)
    draft = house.draft("Nov", at(9), at(10, 30), place_id=house.room, chair_id=house.mayor)

    found = house.cabinet.conflicts.of_draft(draft)

    assert [(clash.first.title.sl, clash.second.title.sl) for clash in found] == [("Nov", "Sestanek župana")]
    assert [(one.field, plain(one.sentence)) for one in remarks(found, SL)] == [
        ("starts_at", "Matjaž Rakovec ima takrat že drugo obveznost: Sestanek župana, 10.00–11.00."),
        ("place_id", "»Soba 14«: prostor je takrat zaseden: Sestanek župana, 10.00–11.00."),
    ]
    assert [plain(one.sentence) for one in remarks(found, DE)][1] == (
        "»Soba 14« ist zu dieser Zeit belegt: Sestanek župana, 10.00–11.00."
    )


def test_a_stored_meeting_does_not_run_into_itself(house: House) -> None:
    stored = house.cabinet.meetings.get(house.meeting("Seja", at(10), place_id=house.room)).record

    assert house.cabinet.conflicts.of_draft(stored) == []
    stored.starts_at = None
    assert house.cabinet.conflicts.of_draft(stored) == []
    stored.starts_at, stored.status = at(10), MeetingStatus.CANCELLED
    assert house.cabinet.conflicts.of_draft(stored) == []


def test_several_people_are_told_in_their_number(house: House) -> None:
    people = [house.mayor, house.deputy]
    house.visit(direction=VisitDirection.OUTGOING, delegations=[delegation(*people)])
    invitations = [Invitation(person_id=one) for one in people]
    draft = house.draft("Nov", at(9), invitations=invitations)

    [one] = remarks(house.cabinet.conflicts.of_draft(draft), SL)

    assert plain(one.sentence) == (
        "Matjaž Rakovec in Janez Černe sta takrat v drugem kraju: Obisk: Villach, ves dan."
    )


def test_an_accepted_clash_keeps_its_reason(house: House) -> None:
    house.meeting("Prvi", at(10), place_id=house.room, clash_note="Dvorana se deli")
    house.meeting("Drugi", at(10), place_id=house.room)

    [clash] = house.clashes()

    assert clash_words(clash, SL).endswith("isti prostor: Soba 14 (sprejeto: Dvorana se deli)")


def test_names_come_in_the_language_of_the_reader(house: House) -> None:
    hall = house.cabinet.places.create(
        Place(names=LocalizedText("Mala dvorana", "Kleiner Saal", "Small Hall"), kind=PlaceKind.ROOM)
    ).record.id
    house.meeting("Prvi", at(10), place_id=hall)
    house.meeting("Drugi", at(10), place_id=hall)

    [clash] = house.clashes()

    assert clash_words(clash, DE).endswith("derselbe Raum: Kleiner Saal")
    assert clash_words(clash, EN).endswith("the same room: Small Hall")
