"""Places, organizations and persons: found by typing, and merged where they are the same."""

from datetime import date

import pytest

from cabinet_app.domain.bodies import Classification, Membership, Organization
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Visit
from cabinet_app.errors import RecordNotFound
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.records import ListQuery

QUERY = ListQuery(Language.SL, date(2026, 1, 1))


def place(cabinet: Cabinet, name: str, **values: object) -> Place:
    return cabinet.places.create(Place(names=LocalizedText(sl=name), **values)).record  # type: ignore[arg-type]


def test_lists_are_found_and_ordered_and_can_be_turned_round(cabinet: Cabinet):
    ids = [place(cabinet, name).id for name in ("Žiri", "Kranj", "Čakovec")]
    assert cabinet.places.ids(QUERY) == [ids[2], ids[1], ids[0]]
    turned = ListQuery(Language.SL, date(2026, 1, 1), descending=True)
    assert cabinet.places.ids(turned) == ids
    assert cabinet.places.ids(ListQuery(Language.SL, date(2026, 1, 1), text="zir")) == [ids[0]]


def test_rows_show_names_in_the_language_with_the_native_one(cabinet: Cabinet, villach: Place):
    (row,) = cabinet.places.rows([villach.id], Language.SL)
    assert (row.name, row.country) == ("Beljak (Villach)", "Avstrija")
    (row,) = cabinet.places.rows([villach.id], Language.DE)
    assert (row.name, row.country) == ("Villach", "Österreich")


def test_rows_of_people_and_organizations_name_what_they_belong_to(cabinet: Cabinet, villach: Place):
    town = cabinet.organizations.create(
        Organization(names=LocalizedText(sl="Mesto Beljak"), place_id=villach.id)
    ).record
    group = cabinet.organizations.create(
        Organization(
            names=LocalizedText(sl="Skupina"), classification=Classification.WORKING_GROUP, parent_id=town.id
        )
    ).record
    mayor = Person(
        name=PersonName(title_before="dr.", given="Ana", family="Novak"),
        function=LocalizedText(sl="županja"),
        organization_id=town.id,
    )
    row = cabinet.people.rows([cabinet.people.create(mayor).record.id], Language.SL)[0]
    assert (row.name, row.function, row.organization) == ("dr. Ana Novak", "županja", "Mesto Beljak")
    rows = cabinet.organizations.rows([group.id, town.id], Language.SL)
    assert [(row.name, row.owner, row.place) for row in rows] == [
        ("Skupina", "Mesto Beljak", ""),
        ("Mesto Beljak", "", "Beljak"),
    ]
    assert [choice.detail for choice in cabinet.organizations.choices("skupina", Language.SL)] == [
        "Mesto Beljak"
    ]
    assert [choice.detail for choice in cabinet.people.choices("novak", Language.SL)] == [
        "županja, Mesto Beljak"
    ]


def test_merging_fills_what_was_empty_and_turns_every_reference(cabinet: Cabinet, person: Person):
    keep = place(cabinet, "Beljak", country="AT")
    gone = cabinet.places.create(
        Place(names=LocalizedText("Villach", "Villach", "Villach"), country="XX", address="Rathausplatz 1")
    ).record
    room = place(cabinet, "Dvorana", parent_id=gone.id)
    visit = cabinet.visits.create(Visit(partner_place_id=gone.id)).record
    person.place_id = gone.id
    cabinet.people.update(person, 1)
    cabinet.places.merge(keep.id, gone.id)
    merged = cabinet.places.get(keep.id).record
    assert merged.names == LocalizedText("Beljak", "Villach", "Villach")
    assert (merged.country, merged.address) == ("AT", "Rathausplatz 1")
    assert cabinet.places.get(room.id).record.parent_id == keep.id
    assert cabinet.visits.get(visit.id).record.partner_place_id == keep.id
    assert cabinet.people.get(person.id).record.place_id == keep.id
    with pytest.raises(RecordNotFound):
        cabinet.places.get(gone.id)


def test_merging_turns_references_deep_inside_other_records(cabinet: Cabinet, person: Person, visit: Visit):
    keep = cabinet.people.create(Person(name=PersonName(given="P.", family="Oberrauner"))).record
    body = cabinet.organizations.create(
        Organization(names=LocalizedText(sl="Odbor"), memberships=[Membership(person_id=person.id)])
    ).record
    cabinet.people.merge(keep.id, person.id)
    assert cabinet.organizations.get(body.id).record.memberships[0].person_id == keep.id
    assert cabinet.visits.get(visit.id).record.delegations[0].delegates[0].person_id == keep.id


@pytest.mark.parametrize("inner_kept", [True, False])
def test_merging_a_place_with_the_one_it_lies_in_leaves_no_circle(cabinet: Cabinet, inner_kept: bool):
    outer = place(cabinet, "Kranj")
    inner = place(cabinet, "Center", parent_id=outer.id)
    keep, gone = (inner, outer) if inner_kept else (outer, inner)
    cabinet.places.merge(keep.id, gone.id)
    assert cabinet.places.get(keep.id).record.parent_id is None
    cabinet.undo.undo()
    assert cabinet.places.get(inner.id).record.parent_id == outer.id


def test_merging_a_record_with_itself_changes_nothing(cabinet: Cabinet, villach: Place):
    cabinet.places.merge(villach.id, villach.id)
    assert cabinet.places.get(villach.id).version == 1


def test_merging_with_what_does_not_exist_changes_nothing(cabinet: Cabinet, villach: Place):
    for pair in ((villach.id, 5), (5, villach.id)):
        with pytest.raises(RecordNotFound):
            cabinet.places.merge(*pair)
    assert cabinet.places.get(villach.id).version == 1


def test_a_vague_date_is_never_mixed_from_two_sources(cabinet: Cabinet):
    def body(founded: VagueDate) -> int:
        return cabinet.organizations.create(
            Organization(names=LocalizedText(sl="X"), founded=founded)
        ).record.id

    keep, gone = body(VagueDate("2008")), body(VagueDate("2010", "leta 2010"))
    cabinet.organizations.merge(keep, gone)
    assert cabinet.organizations.get(keep).record.founded == VagueDate("2008")
    empty = body(VagueDate())
    other = body(VagueDate("2010", "leta 2010"))
    cabinet.organizations.merge(empty, other)
    assert cabinet.organizations.get(empty).record.founded == VagueDate("2010", "leta 2010")
