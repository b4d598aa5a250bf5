"""Scenario 13: a vase for the mayor and a scarf for the mayor's wife, as the yearly list names them."""

from datetime import date

import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.gifts import Gift, GiftNature, GiftOwner
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.services.gift_entries import gift_list

DAY = date(2025, 6, 1)


@pytest.fixture
def villach_town(cabinet, villach):
    draft = Organization(
        names=LocalizedText("Mesto Beljak", "Stadt Villach", "City of Villach"), place_id=villach.id
    )
    return cabinet.organizations.create(draft).record.id


@pytest.fixture
def mayor(cabinet):
    function = LocalizedText("župan", "Bürgermeister", "Mayor")
    return cabinet.people.create(
        Person(name=PersonName(given="Jan", family="Kos"), function=function)
    ).record.id


@pytest.fixture
def guest(cabinet, villach_town):
    name = PersonName(title_before="Mag.a", given="Eva", family="Öllinger")
    return cabinet.people.create(Person(name=name, organization_id=villach_town)).record.id


@pytest.fixture
def entry(cabinet):
    def make(**fields):
        cabinet.gifts.create(Gift(**{"happened_on": DAY, "value_cents": 12000, **fields}))
        return gift_list(cabinet.gifts, 2025).entries[-1]

    return make


def test_the_vase_names_the_mayor_with_his_office_and_the_guest_with_her_town(entry, mayor, guest):
    vase = entry(
        description=same("vaza"), official_id=mayor, recipient_id=mayor, donor_id=guest, storage="vitrina"
    )
    assert (vase.official, vase.office.de, vase.family_member, vase.relation) == (
        "Jan Kos",
        "Bürgermeister",
        "",
        "",
    )
    assert (vase.donor, vase.donor_body.de, vase.donor_address.sl) == (
        "Mag.a Eva Öllinger",
        "Stadt Villach",
        "",
    )
    assert (vase.received_on, vase.value_cents, vase.owner) == (DAY, 12000, GiftOwner.MUNICIPALITY)
    assert vase.storage == "vitrina"


def test_the_scarf_names_the_wife_and_the_mayor_whose_wife_she_is(entry, mayor, villach_town):
    scarf = entry(
        description=same("šal"),
        official_id=mayor,
        recipient="Mojca Kos",
        recipient_relation="soproga",
        donor="Eva Öllinger",
        donor_organization_id=villach_town,
        nature=GiftNature.OCCASIONAL,
        owner=GiftOwner.RECIPIENT,
    )
    assert (scarf.official, scarf.family_member, scarf.relation) == ("Jan Kos", "Mojca Kos", "soproga")
    assert (scarf.donor, scarf.donor_body.sl, scarf.donor_address.sl) == (
        "Eva Öllinger",
        "Mesto Beljak",
        "Beljak",
    )


def test_a_member_of_the_family_may_be_a_person_of_the_register(cabinet, entry, mayor):
    wife = cabinet.people.create(Person(name=PersonName(given="Mojca", family="Kos"))).record.id
    assert entry(official_id=mayor, recipient_id=wife).family_member == "Mojca Kos"
    assert entry(official_id=mayor).family_member == ""


def test_without_an_official_the_recipient_stands_for_one_unless_of_the_family(cabinet, entry, mayor):
    assert entry(recipient_id=mayor).official == "Jan Kos"
    named = entry(recipient="direktor zavoda")
    assert (named.official, named.family_member) == ("direktor zavoda", "")
    child = entry(recipient="Ana Kos", recipient_relation="hči")
    assert (child.official, child.family_member) == ("", "Ana Kos")


def test_an_address_is_as_entered_or_that_of_the_town(cabinet, entry, guest):
    town = cabinet.places.create(Place(names=same("Rivoli"))).record.id
    assert entry(donor="X", donor_address="Via Roma 1").donor_address.sl == "Via Roma 1"
    assert entry(donor="X", place_id=town).donor_address.sl == "Rivoli"
    with_note = entry(donor_id=guest, donor="osebno")
    assert with_note.donor_body.sl == "Mesto Beljak"


def test_the_list_counts_what_nobody_can_judge_and_knows_when_it_was_sent(cabinet, entry):
    entry()
    cabinet.gifts.create(Gift(happened_on=DAY))
    found = gift_list(cabinet.gifts, 2025)
    assert (len(found.entries), found.unjudged, found.due_on) == (1, 1, date(2026, 3, 31))
    assert found.reported_on is None
    cabinet.gifts.report(2025, date(2026, 3, 3))
    assert gift_list(cabinet.gifts, 2025).reported_on == date(2026, 3, 3)
    assert gift_list(cabinet.gifts, 2024).reported_on is None
