"""What calendars read of the register: spans, filters, the meetings of one person, jubilees."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from cabinet_app.domain.bodies import Membership, MembershipRole, Organization
from cabinet_app.domain.calendar_filter import CalendarFilter
from cabinet_app.domain.meetings import (
    Attendance,
    Invitation,
    Meeting,
    MeetingBody,
    MeetingKind,
    MeetingStatus,
    Presence,
)
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind, AgreementStatus
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Delegate, Delegation, Visit, VisitStatus
from cabinet_app.services import calendar_rows
from cabinet_app.services.cabinet import Cabinet

Meet = Callable[..., int]
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture
def meet(cabinet: Cabinet) -> Meet:
    def make(start: str, **values: object) -> int:
        draft = Meeting(starts_at=datetime.fromisoformat(start), **values)  # type: ignore[arg-type]
        return cabinet.meetings.create(draft).record.id

    return make


@pytest.fixture
def body(cabinet: Cabinet, person: Person) -> int:
    seat = Membership(person_id=person.id, role=MembershipRole.MEMBER, starts_on=date(2026, 3, 10))
    names = LocalizedText("Komisija", "Kommission", "Commission")
    draft = Organization(names=names, short_name=same("KMS"), memberships=[seat])
    return cabinet.organizations.create(draft).record.id


def march(cabinet: Cabinet, **wanted: object) -> list[int]:
    return calendar_rows.meeting_ids(cabinet, FIRST, LAST, CalendarFilter(**wanted))  # type: ignore[arg-type]


def test_a_span_holds_what_touches_it_however_long_it_lasts(cabinet: Cabinet, meet: Meet) -> None:
    fair = meet("2025-10-01", ends_at=datetime(2026, 3, 2), all_day=True)
    inside = meet("2026-03-31T22:00")
    meet("2026-02-28T09:00")
    meet("2026-04-01T00:00")
    assert march(cabinet) == [fair, inside]


def test_a_calendar_says_body_title_and_where_a_moved_meeting_went(
    cabinet: Cabinet, meet: Meet, body: int
) -> None:
    old = meet("2026-03-05T09:00", bodies=[MeetingBody(organization_id=body)], number="3")
    moved = cabinet.meetings.move(old, cabinet.meetings.get(old).version, datetime(2026, 4, 2, 9)).record.id
    (row,) = calendar_rows.calendar_meetings(cabinet, FIRST, LAST)
    assert (row.id, row.status, row.moved_to) == (old, MeetingStatus.MOVED, datetime(2026, 4, 2, 9))
    assert (row.body.de, row.body_short.sl, row.number) == ("Kommission", "KMS", "3")
    cabinet.meetings.delete(moved)
    assert calendar_rows.calendar_meetings(cabinet, FIRST, LAST)[0].moved_to is None


def test_a_meeting_without_a_body_has_empty_names(cabinet: Cabinet, meet: Meet) -> None:
    meet("2026-03-05T09:00", title=same("Sprejem"))
    (row,) = calendar_rows.calendar_meetings(cabinet, FIRST, LAST)
    assert (row.body_id, row.body, row.body_short) == (None, LocalizedText(), LocalizedText())


def test_bodies_and_kinds_narrow_the_calendar(cabinet: Cabinet, meet: Meet, body: int) -> None:
    own = meet("2026-03-05T09:00", bodies=[MeetingBody(organization_id=body)])
    solemn = meet("2026-03-06T09:00", kind=MeetingKind.CEREMONIAL)
    assert march(cabinet, bodies=frozenset({body})) == [own]
    assert march(cabinet, kinds=frozenset({MeetingKind.CEREMONIAL})) == [solemn]
    assert march(cabinet, bodies=frozenset({body}), kinds=frozenset({MeetingKind.CEREMONIAL})) == []


def test_the_meetings_of_a_person(cabinet: Cabinet, meet: Meet, body: int, person: Person) -> None:
    chaired = meet("2026-03-02T09:00", chair_id=person.id)
    invited = meet("2026-03-03T09:00", invitations=[Invitation(person_id=person.id)])
    there = meet("2026-03-04T09:00", attendance=[Attendance(person_id=person.id)])
    minutes = meet("2026-03-05T09:00", minute_taker_id=person.id)
    meet("2026-03-09T09:00", bodies=[MeetingBody(organization_id=body)], title=same("pred članstvom"))
    seated = meet("2026-03-10T09:00", bodies=[MeetingBody(organization_id=body)])
    excused = [Attendance(person_id=person.id, presence=Presence.EXCUSED)]
    meet("2026-03-11T09:00", bodies=[MeetingBody(organization_id=body)], attendance=excused)
    meet("2026-03-12T09:00")
    assert march(cabinet, person_id=person.id) == [chaired, invited, there, minutes, seated]


def test_a_seat_that_has_ended_is_no_seat(cabinet: Cabinet, meet: Meet, person: Person) -> None:
    seat = Membership(person_id=person.id, ends_on=date(2026, 3, 1))
    guest = Membership(person_id=person.id, role=MembershipRole.GUEST)
    body = cabinet.organizations.create(Organization(names=same("DS"), memberships=[seat, guest])).record.id
    meet("2026-03-02T09:00", bodies=[MeetingBody(organization_id=body)])
    assert march(cabinet, person_id=person.id) == []


def test_visits_of_the_days_without_mere_ideas(cabinet: Cabinet, villach: Place) -> None:
    def visit(**values: object) -> int:
        return cabinet.visits.create(Visit(partner_place_id=villach.id, **values)).record.id  # type: ignore[arg-type]

    over = visit(starts_on=date(2026, 2, 27), ends_on=date(2026, 3, 1))
    one_day = visit(starts_on=date(2026, 3, 31))
    visit(starts_on=date(2026, 3, 5), status=VisitStatus.IDEA)
    visit(starts_on=date(2026, 4, 1))
    rows = calendar_rows.calendar_visits(cabinet, FIRST, LAST)
    assert [row.id for row in rows] == [over, one_day] == calendar_rows.visit_ids(cabinet, FIRST, LAST)
    assert rows[1].ends_on == date(2026, 3, 31)


def test_visits_have_no_body_and_no_kind(cabinet: Cabinet, visit: Visit, body: int) -> None:
    assert visit.starts_on is not None
    span = visit.starts_on, visit.starts_on
    assert calendar_rows.visit_ids(cabinet, *span) == [visit.id]
    assert calendar_rows.visit_ids(cabinet, *span, CalendarFilter(bodies=frozenset({body}))) == []
    assert calendar_rows.calendar_visits(cabinet, *span, CalendarFilter(kinds=frozenset(MeetingKind))) == []


def test_the_visits_of_a_person(cabinet: Cabinet, person: Person) -> None:
    day = date(2026, 3, 5)
    led = cabinet.visits.create(Visit(responsible_id=person.id, starts_on=day)).record.id
    joined = [Delegation(delegates=[Delegate(person_id=person.id)])]
    travelled = cabinet.visits.create(Visit(delegations=joined, starts_on=day)).record.id
    cabinet.visits.create(Visit(starts_on=day))
    wanted = CalendarFilter(person_id=person.id)
    assert set(calendar_rows.visit_ids(cabinet, FIRST, LAST, wanted)) == {led, travelled}


@pytest.mark.parametrize(
    ("signed", "status", "expected"),
    [
        ("2006-03-14", AgreementStatus.IN_FORCE, (date(2026, 3, 14), 20)),
        ("2024-02-29", AgreementStatus.IN_FORCE, None),
        ("2005-03-14", AgreementStatus.IN_FORCE, None),
        ("2006-03", AgreementStatus.IN_FORCE, None),
        ("2006-03-14", AgreementStatus.TERMINATED, None),
    ],
)
def test_round_anniversaries_of_known_days(
    cabinet: Cabinet, signed: str, status: AgreementStatus, expected: tuple[date, int] | None
) -> None:
    event = AgreementEvent(kind=AgreementEventKind.SIGNING, happened_on=VagueDate(signed))
    cabinet.agreements.create(Agreement(title=same("Listina"), status=status, party_count=2, events=[event]))
    found = calendar_rows.jubilees(cabinet, FIRST, LAST)
    assert [(jubilee.day, jubilee.years) for jubilee in found] == ([expected] if expected else [])


def test_two_signings_on_one_day_are_one_jubilee(cabinet: Cabinet) -> None:
    events = [AgreementEvent(happened_on=VagueDate("2006-03-14")) for _ in range(2)]
    cabinet.agreements.create(
        Agreement(title=same("Listina"), status=AgreementStatus.IN_FORCE, party_count=2, events=events)
    )
    assert len(calendar_rows.jubilees(cabinet, FIRST, LAST)) == 1


def test_our_own_town_is_known_if_it_is_marked(cabinet: Cabinet, villach: Place) -> None:
    assert calendar_rows.home_place(cabinet) is None
    cabinet.organizations.create(Organization(names=same("MO"), is_home=True, place_id=villach.id))
    assert calendar_rows.home_place(cabinet) == villach.id
