"""Lists of visits, partnerships, agreements, projects and meetings, found, ordered and read."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from sqlalchemy import event

from cabinet_app.db.opening import open_store
from cabinet_app.domain.anniversaries import JUBILEE_YEARS
from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingStatus
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementParty,
    AgreementStatus,
    Partnership,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Delegate, DelegateRole, Delegation, Visit, VisitDirection, VisitStatus
from cabinet_app.errors import Conflict
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.records import ListQuery
from tests.filled_register import filled_register

TODAY = date(2026, 11, 20)
CONTACTS_MAY_COST = 6
"""The last contact comes from visits, meetings, signings and projects, however many partners there are."""
STATEMENTS_A_LIST_MAY_COST = 3


def query(text="", *chips, sort="", descending=False, language=Language.SL):
    return ListQuery(language, TODAY, text, frozenset(chips), sort, descending)


@pytest.fixture
def town(cabinet):
    def make(sl, de="", country="SI", native=""):
        names = LocalizedText(sl, de or sl, de or sl)
        return cabinet.places.create(Place(names=names, native_name=native, country=country)).record.id

    return make


@pytest.fixture
def visit(cabinet):
    def make(day=None, **fields):
        return cabinet.visits.create(Visit(starts_on=day, ends_on=day, **fields)).record.id

    return make


def test_visits_come_by_day_and_those_without_a_day_last(cabinet, visit):
    later, none, earlier = visit(date(2026, 12, 2)), visit(), visit(date(2026, 12, 1))
    assert cabinet.visits.ids(query()) == [earlier, later, none]
    assert cabinet.visits.ids(query(descending=True)) == [later, earlier, none]


def test_a_visit_is_found_by_its_town_in_any_language_and_by_its_guests(cabinet, town, visit):
    beljak = town("Beljak", "Villach", "AT", "Villach")
    guest = cabinet.people.create(Person(name=PersonName(given="Katharina", family="Größwang"))).record.id
    found = visit(
        date(2026, 12, 1),
        partner_place_id=beljak,
        title=LocalizedText("Žagarski dan"),
        delegations=[Delegation(delegates=[Delegate(person_id=guest, role=DelegateRole.HEAD)])],
    )
    visit(date(2026, 12, 2))
    for text in ("villach", "beljak", "grosswang", "zagarski beljak", "BELJAK größwang"):
        assert cabinet.visits.ids(query(text)) == [found], text
    assert cabinet.visits.ids(query("beljak lyon")) == []
    (row,) = cabinet.visits.rows([found], Language.DE)
    assert (row.town, row.native_town, row.country, row.head) == (
        "Villach",
        "Villach",
        "AT",
        "Katharina Größwang",
    )


def test_percent_and_underscore_are_letters_to_the_search(cabinet, visit):
    found = visit(date(2026, 12, 1), title=LocalizedText("100 % a_b"))
    visit(date(2026, 12, 2), title=LocalizedText("100 x aXb"))
    assert cabinet.visits.ids(query("%")) == [found]
    assert cabinet.visits.ids(query("a_b")) == [found]


def test_towns_are_ordered_by_the_alphabet_of_the_list(cabinet, town, visit):
    ids = {
        name: visit(date(2026, 12, 1), partner_place_id=town(name))
        for name in ("Zemun", "Čair", "Celje", "Šid")
    }
    order = [
        next(name for name, one in ids.items() if one == found)
        for found in cabinet.visits.ids(query(sort="town"))
    ]
    assert order == ["Celje", "Čair", "Šid", "Zemun"]


@pytest.mark.parametrize("noun", ["visits", "meetings"])
def test_titles_are_ordered_by_the_alphabet_of_the_list(cabinet, noun):
    service = getattr(cabinet, noun)
    for title in ("Žetev", "čebelji dan", "Dan", "Cesta", "Ärzte"):
        service.create(service.kind(title=LocalizedText(title)))
    rows = service.rows(service.ids(query(sort="title")), Language.SL)
    assert [row.title for row in rows] == ["Ärzte", "Cesta", "čebelji dan", "Dan", "Žetev"]
    backwards = service.rows(service.ids(query(sort="title", descending=True)), Language.SL)
    assert backwards == rows[::-1]


def test_chips_of_visits_narrow_the_list(cabinet, visit):
    past = visit(date(2026, 11, 1))
    coming = visit(date(2026, 12, 1), direction=VisitDirection.OUTGOING)
    cancelled = visit(date(2026, 12, 1), status=VisitStatus.CANCELLED)
    assert cabinet.visits.ids(query("", "upcoming")) == [coming]
    assert cabinet.visits.ids(query("", "incoming")) == [past, cancelled]
    assert cabinet.visits.ids(query("", "outgoing", "without_programme")) == [coming]


def test_last_contact_is_the_latest_visit_that_took_place(cabinet, town, visit):
    rivoli = town("Rivoli", country="IT")
    partnership = cabinet.partnerships.create(
        Partnership(place_id=rivoli, since=VagueDate("1975-10"))
    ).record.id
    visit(date(2025, 3, 1), partner_place_id=rivoli, status=VisitStatus.CONCLUDED)
    visit(date(2026, 3, 1), partner_place_id=rivoli, status=VisitStatus.CANCELLED)
    (row,) = cabinet.partnerships.rows([partnership], Language.SL)
    assert row.last_contact == date(2025, 3, 1)
    assert cabinet.partnerships.ids(query("", "dormant")) == []


def test_a_partnership_without_a_visit_in_two_years_is_dormant(cabinet, town, visit):
    quiet, lively = (
        cabinet.partnerships.create(Partnership(place_id=town(name))).record.id for name in ("Pulj", "Rivoli")
    )
    place = cabinet.partnerships.get(lively).record.place_id
    visit(date(2026, 1, 1), partner_place_id=place, status=VisitStatus.CONCLUDED)
    assert cabinet.partnerships.ids(query("", "dormant")) == [quiet]


def test_our_own_town_is_no_partner_of_an_agreement(cabinet, town):
    kranj, beljak = town("Kranj"), town("Beljak", "Villach", "AT")
    cabinet.organizations.create(Organization(names=same("Občina"), is_home=True, place_id=kranj))
    agreement = Agreement(
        title=same("Listina"),
        parties=[AgreementParty(place_id=kranj), AgreementParty(place_id=beljak)],
        events=[AgreementEvent(happened_on=VagueDate("2008-07-25"))],
        status=AgreementStatus.IN_FORCE,
    )
    (row,) = cabinet.agreements.rows([cabinet.agreements.create(agreement).record.id], Language.DE)
    assert (row.partners, row.countries, row.party_count) == (("Villach",), ("AT",), 2)
    assert row.signed == VagueDate("2008-07-25")


def test_agreements_sort_by_signing_with_mixed_precision(cabinet):
    def signed(edtf):
        events = [AgreementEvent(happened_on=VagueDate(edtf))] if edtf else []
        return cabinet.agreements.create(Agreement(party_count=2, events=events)).record.id

    month, year, unknown, day = signed("1975-10"), signed("1958"), signed(""), signed("2008-07-25")
    assert cabinet.agreements.ids(query()) == [year, month, day, unknown]
    assert cabinet.agreements.ids(query(descending=True)) == [day, month, year, unknown]


def test_meetings_between_two_days_include_those_that_began_before(cabinet):
    def meeting(start, end):
        return cabinet.meetings.create(Meeting(starts_at=start, ends_at=end)).record.id

    before = meeting(datetime(2026, 11, 1, 9), datetime(2026, 11, 1, 10))
    across = meeting(datetime(2026, 11, 1, 9), datetime(2026, 11, 3, 10))
    until_midnight = meeting(datetime(2026, 11, 1, 22), datetime(2026, 11, 2, 0))
    inside = meeting(datetime(2026, 11, 2, 9), datetime(2026, 11, 2, 10))
    after = meeting(datetime(2026, 11, 3, 0), datetime(2026, 11, 3, 1))
    found = cabinet.meetings.ids_between(date(2026, 11, 2), date(2026, 11, 2))
    assert found == [across, inside]
    assert not {before, until_midnight, after} & set(found)


def test_a_moved_meeting_keeps_its_old_day_and_one_undo_brings_it_back(cabinet):
    body = cabinet.organizations.create(
        Organization(names=same("Komisija"), classification=Classification.COMMISSION)
    ).record.id
    stored = cabinet.meetings.create(
        Meeting(
            bodies=[MeetingBody(organization_id=body)],
            number="2",
            starts_at=datetime(2026, 11, 20, 17),
            ends_at=datetime(2026, 11, 20, 18, 30),
        )
    )
    new = cabinet.meetings.move(stored.record.id, stored.version, datetime(2026, 11, 21, 9)).record
    old = cabinet.meetings.get(stored.record.id).record
    assert (old.status, old.starts_at) == (MeetingStatus.MOVED, datetime(2026, 11, 20, 17))
    assert (new.ends_at, new.replaces_id, new.number) == (datetime(2026, 11, 21, 10, 30), old.id, "2")
    with pytest.raises(Conflict):
        cabinet.meetings.move(stored.record.id, stored.version, datetime(2026, 11, 22, 9))
    cabinet.undo.undo()
    assert cabinet.meetings.ids(query()) == [old.id]
    assert cabinet.meetings.get(old.id).record.status is MeetingStatus.PLANNED


def test_the_next_number_follows_the_highest_of_the_body(cabinet):
    body = cabinet.organizations.create(Organization(names=same("Svet"))).record.id
    for number in ("2", "10", "3. izredna", "9."):
        cabinet.meetings.create(Meeting(bodies=[MeetingBody(organization_id=body)], number=number))
    assert cabinet.meetings.next_number(body) == "11"


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Iterator[Cabinet]:
    """The sample register, for tests that only read."""
    opened = Cabinet(open_store(filled_register(tmp_path_factory.mktemp("sample") / "x.kabinet", TODAY)))
    yield opened
    opened.close()


@pytest.mark.parametrize("noun", ["visits", "partnerships", "agreements", "projects", "meetings"])
def test_a_list_costs_few_statements_whatever_its_length(sample, noun):
    service = getattr(sample, noun)
    statements = []
    engine = sample.store._reader

    def note(_connection, _cursor, statement, *_rest):
        if statement.startswith("SELECT"):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    ids = service.ids(query("e"))
    asked = len(statements)
    service.rows(ids, Language.SL)
    event.remove(engine, "before_cursor_execute", note)
    assert ids
    assert asked == 1
    derived = CONTACTS_MAY_COST if noun == "partnerships" else 0
    assert len(statements) - asked <= STATEMENTS_A_LIST_MAY_COST + derived


def test_next_year_s_jubilees_are_found_from_a_year_alone_and_leave_out_what_rests(sample):
    wanted = ListQuery(Language.SL, date(2027, 6, 1), chips=frozenset({"jubilee_next_year"}))
    rows = sample.agreements.rows(sample.agreements.ids(wanted), Language.SL)
    towns = {name for row in rows for name in row.partners}
    assert {"La Ciotat", "Beljak"} <= towns
    assert "Jekaterinburg" not in towns
    assert {row.signed.earliest.year for row in rows} <= {2028 - years for years in JUBILEE_YEARS}
