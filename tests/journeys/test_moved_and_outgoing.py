"""Thursday's reception on Friday, and four of ours in Rivoli: from the template to the papers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visit_revision import holders_of_older
from cabinet_app.domain.visits import (
    Booking,
    BookingKind,
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    Dispatch,
    LegDirection,
    ProgrammeItem,
    TravelLeg,
    TravelMode,
    Visit,
    VisitDirection,
    VisitKind,
)
from cabinet_app.reports.catalog import report_kind, write_report
from cabinet_app.reports.options import Audience, ReportOptions
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.visits import Revised
from tests.blank_register import blank_register
from tests.reports.conftest import HOUSE

PRINTED = datetime(2027, 4, 12, 9)
THURSDAY, FRIDAY = date(2027, 4, 15), date(2027, 4, 16)
DEPARTS, RETURNS = date(2027, 4, 25), date(2027, 4, 27)
FAMILIES = ("Žagar", "Ščavničar", "Zupančič", "Šarić")
Look = Callable[[bytes], Any]


@dataclass(frozen=True)
class Office:
    """A register with Kranj, Rivoli and four people of ours in it."""

    cabinet: Cabinet
    look: Look
    kranj: int
    rivoli: int
    people: dict[str, int]

    def text(self, kind: str, visit_id: int, language: Language, **chosen: Any) -> str:
        options = ReportOptions(PRINTED, record_id=visit_id, **chosen)
        return str(
            self.look(write_report(report_kind(kind), options, language, HOUSE, self.cabinet).data).text
        )


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cabinet]:
    cabinet = Cabinet(open_store(blank_register(tmp_path_factory.mktemp("office") / "register.kabinet")))
    kranj = cabinet.places.create(Place(names=same("Kranj"), country="SI", zone="Europe/Ljubljana"))
    cabinet.places.create(Place(names=same("Rivoli"), country="IT", zone="Europe/Rome"))
    home = Organization(names=same("Mestna občina Kranj"), is_home=True, place_id=kranj.record.id)
    cabinet.organizations.create(home)
    for family in FAMILIES:
        person = Person(
            name=PersonName(given="Ana", family=family),
            gender=Gender.FEMALE,
            function=LocalizedText("svetovalka", "Referentin", "adviser"),
            phone="040 777 888",
        )
        cabinet.people.create(person)
    yield cabinet
    cabinet.close()


@pytest.fixture
def office(opened: Cabinet, pdf: Look) -> Office:
    people = {person.name.family: person.id for person in opened.people.all()}
    kranj, rivoli = sorted(opened.places.all(), key=lambda place: place.names.sl)
    return Office(opened, pdf, kranj.id, rivoli.id, people)


@pytest.mark.parametrize(
    ("language", "change", "days"),
    [
        (Language.SL, "Sprememba št. 1, 12. 4. 2027", "petek, 16. april 2027"),
        (Language.DE, "Änderung Nr. 1, 12.04.2027", "Freitag, 16. April 2027"),
        (Language.EN, "Change No. 1, 12 Apr 2027", "Friday, 16 April 2027"),
    ],
)
def test_the_programme_of_a_visit_that_was_moved_says_so_and_who_has_the_old_one_is_known(
    office: Office, language: Language, change: str, days: str
) -> None:
    visits = office.cabinet.visits
    visit = visits.create(
        Visit(
            title=LocalizedText("Sprejem", "Empfang", "Reception"),
            starts_on=THURSDAY,
            ends_on=THURSDAY,
            programme=[ProgrammeItem(day=THURSDAY, starts_at=time(10), title=same("Sprejem"))],
            bookings=[Booking(kind=BookingKind.CAR, name="kombi", starts_at=datetime(2027, 4, 15, 9))],
            dispatches=[Dispatch(recipient="Stadt Villach", sent_on=date(2027, 4, 1), revision=0)],
        )
    )
    before = office.text("programme", visit.record.id, language)
    told = Revised(PRINTED.date(), LocalizedText("v petek", "am Freitag", "on Friday"))
    moved = visits.move(visit.record, visit.version, FRIDAY, revised=told).record
    for audience in Audience:
        printed = office.text("programme", moved.id, language, audience=audience)
        assert change in printed
        assert days in printed
    assert change not in before
    assert [each.recipient for each in holders_of_older(moved)] == ["Stadt Villach"]
    office.cabinet.undo.undo()
    assert office.text("programme", moved.id, language) == before


@pytest.fixture
def trip(office: Office) -> Visit:
    """Four of us for three days, begun from the shipped template."""
    legs = [
        TravelLeg(mode=TravelMode.VAN, happens_at=datetime(2027, 4, 25, 7)),
        TravelLeg(
            direction=LegDirection.DEPARTURE, mode=TravelMode.VAN, happens_at=datetime(2027, 4, 27, 18, 30)
        ),
    ]
    delegates = [
        Delegate(
            person_id=office.people[family],
            role=DelegateRole.HEAD if number == 0 else DelegateRole.MEMBER,
            function=LocalizedText("svetovalka", "Referentin", "adviser"),
            order_number=f"PN-{number + 1}",
            order_task=LocalizedText("Pogovori", "Gespräche", "Talks"),
            plate="KR 00-001",
            payer="MOK",
            advance="200 EUR",
            legs=legs,
        )
        for number, family in enumerate(FAMILIES)
    ]
    stored = office.cabinet.visits.create(
        Visit(
            direction=VisitDirection.OUTGOING,
            kind=VisitKind.OFFICIAL,
            title=LocalizedText("Obisk v Rivoliju", "Besuch in Rivoli", "Visit to Rivoli"),
            starts_on=DEPARTS,
            ends_on=RETURNS,
            partner_place_id=office.rivoli,
            delegations=[
                Delegation(side=DelegationSide.GUEST, place_id=office.kranj, delegates=delegates),
                Delegation(side=DelegationSide.HOST, place_id=office.rivoli),
            ],
        )
    )
    template = next(
        each for each in office.cabinet.visit_templates.shipped() if each.direction is VisitDirection.OUTGOING
    )
    office.cabinet.visit_templates.fill(stored.record, stored.version, template)
    return office.cabinet.visits.get(stored.record.id).record


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.SL, ("nedelja, 25. april 2027", "(Italija): dan osvoboditve", "(Slovenija): dan upora")),
        (Language.DE, ("Sonntag, 25. April 2027", "(Italien): Tag der Befreiung", "(Slowenien): Tag des")),
        (Language.EN, ("Sunday, 25 April 2027", "(Italy): Liberation Day", "(Slovenia): Day of")),
    ],
)
def test_the_papers_of_a_journey_tell_both_countries_days_and_each_travellers_order(
    office: Office, trip: Visit, language: Language, expected: tuple[str, ...]
) -> None:
    programme = office.text("programme", trip.id, language)
    for words in (*expected, "Rivoli", *FAMILIES):
        assert words in programme, words
    assert "040 777 888" not in programme
    listed = office.text("reception-list", trip.id, language)
    assert all(f"Ana {family}" in listed for family in FAMILIES)
    orders = office.text("travel-orders", trip.id, language)
    for number, family in enumerate(FAMILIES):
        assert f"PN-{number + 1}" in orders
        assert f"Ana {family}" in orders
    for words in (
        "KR 00-001",
        "MOK",
        "200 EUR",
        "Rivoli",
        trip.delegations[0].delegates[0].order_task.get(language),
    ):
        assert words in orders


def test_after_the_return_a_report_is_due(office: Office, trip: Visit) -> None:
    tasks = [stored.record for stored in office.cabinet.tasks.of_visit(trip.id)]
    (report,) = [task for task in tasks if task.title.sl == "Oddati poročilo o obisku"]
    assert report.due_on == date(2027, 5, 4)
    printed = office.text("checklist", trip.id, Language.SL)
    assert "Oddati poročilo o obisku" in printed
    assert "4. 5. 2027" in printed
