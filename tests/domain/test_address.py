"""The office a person is addressed by is found in the function, and only where the person holds it."""

import pytest

from cabinet_app.domain.address import Office, addressee_of, office_of
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.texts import LocalizedText


@pytest.mark.parametrize(
    ("function", "office"),
    [
        (LocalizedText(sl="županja"), Office.MAYOR),
        (LocalizedText(sl="župan Mestne občine Kranj"), Office.MAYOR),
        (LocalizedText(sl="prva podžupanja"), Office.DEPUTY_MAYOR),
        (LocalizedText(sl="direktorica občinske uprave"), Office.DIRECTOR),
        (LocalizedText(sl="mestna svetnica"), Office.COUNCILLOR),
        (LocalizedText(sl="častni konzul"), Office.CONSUL),
        (LocalizedText(de="1. Vizebürgermeisterin"), Office.DEPUTY_MAYOR),
        (LocalizedText(de="Erste Vizebürgermeisterin der Stadt Villach"), Office.DEPUTY_MAYOR),
        (LocalizedText(de="Stadtrat"), Office.CITY_SENATOR),
        (LocalizedText(en="Lord Mayor"), Office.LORD_MAYOR),
        (LocalizedText(en="First Deputy Mayor"), Office.DEPUTY_MAYOR),
        (LocalizedText(en="Mayor of Oldham"), Office.MAYOR),
        (LocalizedText(sl="predsednik komisije", de="Vorsitzender der Kommission"), Office.CHAIR),
        (LocalizedText(sl="predsednik republike", de="Präsident der Republik"), Office.PRESIDENT),
    ],
)
def test_an_office_is_found_in_any_language(function, office):
    assert office_of(function) is office


@pytest.mark.parametrize(
    "function",
    [
        LocalizedText(),
        LocalizedText(sl="vodja Kabineta župana"),
        LocalizedText(sl="namestnik župana"),
        LocalizedText(sl="nekdanji župan"),
        LocalizedText(sl="svetovalka županje za protokol"),
        LocalizedText(de="Leiterin des Bürgermeisterbüros"),
        LocalizedText(de="Mitarbeiterin der Bürgermeisterin"),
        LocalizedText(de="stellvertretender Vorsitzender der Kommission"),
        LocalizedText(de="Altbürgermeister"),
        LocalizedText(en="Head of the Mayor's Office"),
        LocalizedText(en="Assistant to the Mayor"),
        LocalizedText(en="former Mayor"),
        LocalizedText(en="vice-chair of the commission"),
        LocalizedText(en="Deputy Director"),
    ],
)
def test_who_only_works_for_an_office_or_held_it_once_is_not_addressed_by_it(function):
    assert office_of(function) is None


def test_the_function_printed_on_the_visit_counts_before_the_one_of_today():
    person = Person(
        name=PersonName(given="Ana", family="Novak"),
        gender=Gender.FEMALE,
        function=LocalizedText(sl="županja"),
    )
    assert addressee_of(person).office is Office.MAYOR
    assert addressee_of(person, LocalizedText(sl="podžupanja")).office is Office.DEPUTY_MAYOR
    assert addressee_of(person, LocalizedText()).office is Office.MAYOR
