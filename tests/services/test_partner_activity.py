"""Last contact, contacts per year and dormancy come from visits, meetings, signings and projects."""

from datetime import date, datetime
from typing import Any

import pytest

from cabinet_app.domain.activity import ContactKind, years_of_contacts
from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.gifts import Gift
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingStatus
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.projects import Project, ProjectPartner, ProjectStatus, ProjectTown
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementParty,
    Partnership,
    PartnershipStatus,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Delegation, Visit, VisitStatus
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.partner_story import partner_story
from cabinet_app.services.partnerships import CHIP_DORMANT
from cabinet_app.services.records import ListQuery

TODAY = date(2026, 11, 20)


@pytest.fixture
def kranj(cabinet: Cabinet) -> int:
    place = cabinet.places.create(Place(names=same("Kranj"), country="SI")).record.id
    cabinet.organizations.create(Organization(names=same("Kranj"), place_id=place, is_home=True))
    return place


@pytest.fixture
def partnership(cabinet: Cabinet, kranj: int, villach: Place) -> int:
    stored = cabinet.partnerships.create(
        Partnership(place_id=villach.id, status=PartnershipStatus.ACTIVE, since=VagueDate("2008"))
    )
    return stored.record.id


def last(cabinet: Cabinet, partnership: int, today: date = TODAY) -> date | None:
    return cabinet.partnerships.last_contacts([partnership], today).get(partnership)


def visit(cabinet: Cabinet, day: date, status: VisitStatus = VisitStatus.CONCLUDED, **more: object) -> int:
    return cabinet.visits.create(Visit(starts_on=day, status=status, **more)).record.id  # type: ignore[arg-type]


def test_without_anything_there_is_no_contact(cabinet, partnership):
    assert last(cabinet, partnership) is None


def test_a_visit_that_was_called_off_is_none_and_one_to_come_not_yet(cabinet, villach, partnership):
    visit(cabinet, date(2016, 2, 25), partner_place_id=villach.id)
    visit(cabinet, date(2020, 3, 12), VisitStatus.CANCELLED, partner_place_id=villach.id)
    visit(cabinet, date(2026, 12, 3), VisitStatus.CONFIRMED, partner_place_id=villach.id)
    assert last(cabinet, partnership) == date(2016, 2, 25)
    assert last(cabinet, partnership, date(2026, 12, 4)) == date(2026, 12, 3)


def test_a_town_among_several_delegations_was_here_too(cabinet, villach, partnership):
    visit(cabinet, date(2024, 6, 1), delegations=[Delegation(place_id=villach.id)])
    assert last(cabinet, partnership) == date(2024, 6, 1)


def meeting(cabinet: Cabinet, day: datetime, status=MeetingStatus.HELD, **more: Any) -> int:
    return cabinet.meetings.create(Meeting(starts_at=day, status=status, **more)).record.id


def test_a_meeting_of_a_group_of_the_town_counts_once_it_was_held(cabinet, villach, partnership):
    town_hall = cabinet.organizations.create(Organization(names=same("Stadt"), place_id=villach.id)).record.id
    group = cabinet.organizations.create(
        Organization(names=same("group"), classification=Classification.WORKING_GROUP, parent_id=town_hall)
    ).record.id
    meeting(cabinet, datetime(2026, 3, 10, 10), bodies=[MeetingBody(organization_id=group)])
    meeting(
        cabinet,
        datetime(2026, 5, 10, 10),
        MeetingStatus.CANCELLED,
        bodies=[MeetingBody(organization_id=group)],
    )
    assert last(cabinet, partnership) == date(2026, 3, 10)


def test_a_meeting_in_a_room_of_the_town_counts(cabinet, villach, partnership):
    hall = Place(names=same("Congress Center"), kind=PlaceKind.VENUE, parent_id=villach.id)
    room = cabinet.places.create(hall).record.id
    meeting(cabinet, datetime(2025, 9, 1, 9), ends_at=datetime(2025, 9, 2, 12), place_id=room)
    assert last(cabinet, partnership) == date(2025, 9, 2)


def test_a_signing_counts_as_exactly_as_it_is_known_and_only_with_us(cabinet, kranj, villach, partnership):
    events = [
        AgreementEvent(happened_on=VagueDate("1975-10")),
        AgreementEvent(kind=AgreementEventKind.COMMISSION_OPINION, happened_on=VagueDate("2021-12-14")),
    ]
    ours = [AgreementParty(place_id=kranj), AgreementParty(place_id=villach.id)]
    cabinet.agreements.create(Agreement(parties=ours, events=events))
    assert last(cabinet, partnership) == date(1975, 10, 31)
    others = [AgreementParty(name="Graz"), AgreementParty(place_id=villach.id)]
    signed = [AgreementEvent(happened_on=VagueDate("2019"))]
    cabinet.agreements.create(Agreement(parties=others, events=signed))
    assert last(cabinet, partnership) == date(1975, 10, 31)


def test_a_project_counts_where_both_towns_take_part(cabinet, kranj, villach, partnership):
    towns = [ProjectTown(place_id=villach.id)]
    closed = Project(acronym="A", status=ProjectStatus.CLOSED, ends=VagueDate("2022-12~"), towns=list(towns))
    cabinet.projects.create(closed)
    assert last(cabinet, partnership) is None
    both = Project(
        acronym="B",
        status=ProjectStatus.CLOSED,
        starts=VagueDate("2020"),
        ends=VagueDate("2022-12~"),
        towns=[ProjectTown(place_id=villach.id), ProjectTown(place_id=kranj)],
    )
    cabinet.projects.create(both)
    assert last(cabinet, partnership) == date(2022, 12, 31)
    seat = cabinet.organizations.create(Organization(names=same("Agency"), place_id=villach.id)).record.id
    running = Project(
        acronym="C",
        status=ProjectStatus.RUNNING,
        starts=VagueDate("2025"),
        towns=[ProjectTown(place_id=kranj)],
        partners=[ProjectPartner(organization_id=seat)],
    )
    cabinet.projects.create(running)
    assert last(cabinet, partnership) == TODAY


def test_a_partner_that_is_no_town_has_contacts_too(cabinet, kranj):
    network = cabinet.organizations.create(Organization(names=same("Network"))).record.id
    partnership = cabinet.partnerships.create(Partnership(organization_id=network)).record.id
    visit(cabinet, date(2025, 1, 7), partner_organization_id=network)
    assert last(cabinet, partnership) == date(2025, 1, 7)


def query(today: date, *chips: str, **more: object) -> ListQuery:
    return ListQuery(Language.EN, today, chips=frozenset(chips), **more)  # type: ignore[arg-type]


def test_dormant_is_as_of_the_day_that_is_asked_about(cabinet, villach, partnership):
    visit(cabinet, date(2024, 11, 20), partner_place_id=villach.id)
    assert cabinet.partnerships.ids(query(TODAY, CHIP_DORMANT)) == []
    assert cabinet.partnerships.ids(query(date(2026, 11, 21), CHIP_DORMANT)) == [partnership]
    stored = cabinet.partnerships.get(partnership)
    stored.record.status = PartnershipStatus.FROZEN
    cabinet.partnerships.update(stored.record, stored.version)
    assert cabinet.partnerships.ids(query(date(2026, 11, 21), CHIP_DORMANT)) == []


def test_rows_tell_the_last_contact_of_the_day_they_are_seen_on(cabinet, villach, partnership):
    visit(cabinet, date(2016, 2, 25), partner_place_id=villach.id)
    visit(cabinet, date(2020, 2, 25), partner_place_id=villach.id)
    seen = cabinet.partnerships.as_of(lambda: date(2019, 1, 1))
    assert seen.rows([partnership], Language.EN)[0].last_contact == date(2016, 2, 25)
    seen = cabinet.partnerships.as_of(lambda: TODAY)
    assert seen.rows([partnership], Language.EN)[0].last_contact == date(2020, 2, 25)


def test_the_list_is_sorted_by_who_has_been_silent_longest(cabinet, villach, partnership):
    other = cabinet.places.create(Place(names=same("Amberg"))).record.id
    silent = cabinet.partnerships.create(Partnership(place_id=other)).record.id
    visit(cabinet, date(2016, 2, 25), partner_place_id=villach.id)
    assert cabinet.partnerships.ids(query(TODAY, sort="last_contact")) == [silent, partnership]
    newest = cabinet.partnerships.ids(query(TODAY, sort="last_contact", descending=True))
    assert newest == [partnership, silent]


def test_the_years_are_counted_and_the_story_leads_to_every_record(cabinet, kranj, villach, partnership):
    first = visit(cabinet, date(2016, 2, 25), partner_place_id=villach.id)
    meeting(cabinet, datetime(2025, 9, 1, 9), place_id=villach.id)
    parties = [AgreementParty(place_id=kranj), AgreementParty(place_id=villach.id)]
    events = [
        AgreementEvent(happened_on=VagueDate("2008-07-25")),
        AgreementEvent(kind=AgreementEventKind.FREEZE),
    ]
    paper = cabinet.agreements.create(Agreement(parties=parties, events=events)).record
    gift = Gift(happened_on=date(2016, 2, 25), place_id=villach.id, description=same("vase"))
    cabinet.gifts.create(gift)
    contacts = cabinet.partnerships.contacts(villach.id, None)
    years = years_of_contacts(contacts, 2016, 2025, TODAY)
    assert [one.total for one in years] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert [contact.kind for contact in contacts] == [
        ContactKind.EVENT, ContactKind.VISIT, ContactKind.MEETING
    ]  # fmt: skip
    story = partner_story(cabinet, villach.id, None)
    assert [(point.record_type, point.when.edtf) for point in story] == [
        ("agreement", "2008-07-25"),
        ("visit", "2016-02-25"),
        ("gift", "2016-02-25"),
        ("meeting", "2025-09-01"),
        ("agreement", ""),
    ]
    assert story[1].record_id == first
    assert story[0].event_id == paper.events[0].id
