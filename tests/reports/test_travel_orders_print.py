"""The data sheets of travel orders: a page for each traveller with what is known, and lines for the rest."""

from datetime import date, datetime, time

import pytest

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Delegate,
    Delegation,
    DelegationSide,
    LegDirection,
    ProgrammeItem,
    ProgrammeItemKind,
    Reply,
    TravelLeg,
    TravelMode,
    Visit,
    VisitDirection,
)
from cabinet_app.reports.catalog import compose, draw, report_kind
from cabinet_app.reports.options import ReportOptions

NOW = datetime(2027, 3, 1, 9)


@pytest.fixture
def trip(cabinet):
    rivoli = cabinet.places.create(Place(names=same("Rivoli"), country="IT")).record.id
    people = [
        cabinet.people.create(Person(name=PersonName(given="Ana", family=family))).record.id
        for family in ("Prva", "Druga", "Doma")
    ]
    legs = [
        TravelLeg(mode=TravelMode.TRAIN, happens_at=datetime(2027, 3, 18, 22, 15)),
        TravelLeg(direction=LegDirection.DEPARTURE, happens_at=datetime(2027, 3, 21, 5, 40)),
    ]
    first = Delegate(
        person_id=people[0],
        order_number="PN-31",
        order_task=same("<b>Podpis</b> listine"),
        transport="kombi",
        plate="KR 00-000",
        payer="MOK",
        advance="300 EUR",
    )
    visit = Visit(
        direction=VisitDirection.OUTGOING,
        title=LocalizedText("Obisk", "Besuch", "Visit"),
        starts_on=date(2027, 3, 19),
        ends_on=date(2027, 3, 20),
        partner_place_id=rivoli,
        delegations=[
            Delegation(
                side=DelegationSide.GUEST,
                delegates=[
                    first,
                    Delegate(person_id=people[1], legs=legs),
                    Delegate(person_id=people[2], reply=Reply.DECLINED),
                ],
            ),
            Delegation(side=DelegationSide.HOST, delegates=[Delegate(placeholder="Gostitelj")]),
        ],
        programme=[
            ProgrammeItem(
                kind=ProgrammeItemKind.TRANSFER,
                day=date(2027, 3, 19),
                starts_at=time(6, 30),
                ends_at=time(14),
            ),
            ProgrammeItem(
                kind=ProgrammeItemKind.TRANSFER,
                day=date(2027, 3, 20),
                starts_at=time(9),
                ends_at=time(16, 30),
            ),
        ],
    )
    return cabinet.visits.create(visit).record.id


@pytest.fixture
def printed(cabinet, words, house, pdf):
    def make(visit_id, language=Language.SL):
        kind, options = report_kind("travel-orders"), ReportOptions(NOW, record_id=visit_id)
        data = compose(kind, options, language, cabinet)
        return pdf(draw(kind, data, options, language, house, words(language)).data)

    return make


def test_each_of_us_who_travels_has_a_page(printed, trip):
    sheets = printed(trip)
    assert sheets.pages == 2
    assert sheets.text.count("stran 1 od 1") == 2
    assert "Doma" not in sheets.text
    assert "Gostitelj" not in sheets.text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.SL,
            ("PN-31", "petek, 19. marec 2027, ob 6.30", "sobota, 20. marec 2027, ob 16.30", "Italija"),
        ),
        (Language.DE, ("PN-31", "Freitag, 19. März 2027, um 6.30 Uhr", "Samstag, 20. März 2027", "Italien")),
        (Language.EN, ("PN-31", "Friday, 19 March 2027, at 6.30 a.m.", "at 4.30 p.m.", "Italy")),
    ],
)
def test_the_sheet_says_what_an_order_needs(printed, trip, language, expected):
    text = printed(trip, language).text
    for words_ in (*expected, "Ana Prva", "<b>Podpis</b> listine", "kombi", "KR 00-000", "MOK", "300 EUR"):
        assert words_ in text


def test_own_legs_count_before_the_programme_even_over_midnight(printed, trip):
    text = printed(trip).text
    assert "četrtek, 18. marec 2027, ob 22.15" in text
    assert "nedelja, 21. marec 2027, ob 5.40" in text
    assert "vlak" in text


def test_no_allowance_is_worked_out(printed, trip):
    assert "Dnevnice obračuna računovodstvo." in printed(trip).text


def test_a_visit_to_us_has_no_orders(printed, cabinet, trip):
    stored = cabinet.visits.get(trip)
    stored.record.direction = VisitDirection.INCOMING
    cabinet.visits.update(stored.record, stored.version)
    assert "None of our people travel on this visit." in printed(trip, Language.EN).text


def test_a_driver_without_a_name_is_told_to_be_missing_in_the_language_of_the_print(printed, cabinet, trip):
    stored = cabinet.visits.get(trip)
    driver = Delegate(placeholder="(voznik)", function=LocalizedText("voznik", "Fahrer", "driver"))
    stored.record.delegations[0].delegates.append(driver)
    cabinet.visits.update(stored.record, stored.version)
    text = printed(trip, Language.DE).text
    assert "voznik" not in text
    assert "Name noch nicht bekannt" in text
    assert "Fahrer" in text
