"""One line of text finds every kind of record."""

from datetime import date

import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.meetings import Meeting, MeetingBody
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Partnership
from cabinet_app.domain.visits import Visit
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.search import Search


@pytest.fixture
def search(cabinet: Cabinet) -> Search:
    bitola = cabinet.places.create(
        Place(names=LocalizedText("Bitola", "Bitola", "Bitola"), native_name="Битола", country="MK")
    ).record
    cabinet.people.create(Person(name=PersonName(given="Janez", family="Žagar")))
    cabinet.visits.create(Visit(partner_place_id=bitola.id, starts_on=date(2024, 5, 5)))
    cabinet.partnerships.create(Partnership(place_id=bitola.id))
    body = cabinet.organizations.create(Organization(names=LocalizedText(sl="Komisija za pobratenja"))).record
    cabinet.meetings.create(
        Meeting(title=LocalizedText(sl="Seja"), bodies=[MeetingBody(organization_id=body.id)])
    )
    return Search(cabinet)


def found(search: Search, text: str, language: Language = Language.SL) -> list[tuple[str, str]]:
    return [(hit.record_type, hit.title) for hit in search.find(text, language)]


def test_accents_and_case_do_not_matter(search: Search):
    assert found(search, "zagar") == [("person", "Janez Žagar")]
    assert found(search, "ŽAGAR jan") == [("person", "Janez Žagar")]


def test_a_town_finds_its_visits_and_its_partnership(search: Search):
    assert found(search, "bitola") == [
        ("place", "Bitola"),
        ("partnership", "Bitola"),
        ("visit", "Bitola, 5.\u00a05.\u00a02024"),
    ]


def test_the_native_name_finds_the_town_too(search: Search):
    assert ("place", "Bitola") in found(search, "Битола")


def test_a_body_finds_its_meetings(search: Search):
    assert [hit[0] for hit in found(search, "pobratenja")] == ["organization", "meeting"]


def test_all_words_have_to_be_there(search: Search):
    assert found(search, "bitola zagar") == []


def test_nothing_typed_finds_nothing(search: Search):
    assert found(search, "") == []
    assert found(search, " \t\n") == []


def test_titles_that_begin_with_the_text_stand_first_and_the_limit_holds(cabinet: Cabinet, search: Search):
    cabinet.places.create(Place(names=LocalizedText(sl="Nova Bitola")))
    cabinet.places.create(Place(names=LocalizedText(sl="Ohrid"), notes="blizu: Bitola"))
    titles = [hit.title for hit in search.find("bitola", Language.SL)]
    assert titles[:2] == ["Bitola", "Bitola"]
    assert titles[-2:] == ["Nova Bitola", "Ohrid"]
    assert len(search.find("bitola", Language.SL, limit=2)) == 2


@pytest.mark.parametrize("text", ["%", "_", "' OR 1=1 --", "x" * 100_000, "a " * 3000, "\x00", "\ud800", "("])
def test_hostile_text_is_only_text(search: Search, text: str):
    assert isinstance(found(search, text), list)


def test_the_first_fifty_are_the_best_and_not_the_first_of_the_alphabet(cabinet: Cabinet):
    for number in range(60):
        cabinet.places.create(Place(names=LocalizedText(sl=f"Aalim {number:02}")))
    cabinet.places.create(Place(names=LocalizedText(sl="Žagarjeva Lima")))
    cabinet.people.create(Person(name=PersonName(given="Lim", family="Zupan")))
    titles = [hit.title for hit in Search(cabinet).find("lim", Language.SL)]
    assert len(titles) == 50
    assert titles[:4] == ["Lim Zupan", "Žagarjeva Lima", "Aalim 00", "Aalim 01"]


def test_what_belongs_to_a_town_is_not_pushed_out_by_words_that_only_contain_it(cabinet: Cabinet):
    town = cabinet.places.create(Place(names=LocalizedText(sl="Lim"))).record
    visit = cabinet.visits.create(Visit(partner_place_id=town.id, starts_on=date(2024, 5, 5))).record
    for number in range(60):
        cabinet.people.create(Person(name=PersonName(given="Ana", family=f"Aalim{number}")))
    hits = Search(cabinet).find("lim", Language.SL)
    assert [(hit.record_type, hit.id) for hit in hits[:2]] == [("place", town.id), ("visit", visit.id)]


def test_the_choices_of_a_field_begin_with_what_was_typed(cabinet: Cabinet):
    for name in ("Beljak", "Jakobov Dol", "Sveti Jakob", "Ajak"):
        cabinet.places.create(Place(names=LocalizedText(sl=name)))
    choices = cabinet.places.choices("jak", Language.SL)
    assert [choice.title for choice in choices] == ["Jakobov Dol", "Sveti Jakob", "Ajak", "Beljak"]
    assert [choice.title for choice in cabinet.places.choices("j", Language.SL)] == [
        "Ajak",
        "Beljak",
        "Jakobov Dol",
        "Sveti Jakob",
    ]


def test_a_search_reads_no_more_records_than_it_shows(cabinet: Cabinet, monkeypatch: pytest.MonkeyPatch):
    for number in range(30):
        cabinet.places.create(Place(names=LocalizedText(sl=f"Lim {number}")))
        cabinet.people.create(Person(name=PersonName(given="Lim", family=f"Novak {number}")))
    read: list[int] = []
    for service in (cabinet.places, cabinet.people):
        known = service.choices_of

        def noted(ids, language, known=known):
            read.extend(ids)
            return known(ids, language)

        monkeypatch.setattr(service, "choices_of", noted)
    assert len(Search(cabinet).find("lim", Language.SL, limit=40)) == 40
    assert len(read) == 40
