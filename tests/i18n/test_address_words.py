"""The salutation: right for the office, the gender, the language and the person's own wish."""

import pytest

from cabinet_app.domain.address import Addressee, Office
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n.address_words import block_lines, salutation

F, M, NEUTRAL = Gender.FEMALE, Gender.MALE, Gender.UNSTATED
PETRA = PersonName(title_before="dr.", given="Petra", family="Oberrauner")


def in_all(addressee):
    return tuple(salutation(addressee, language) for language in Language)


@pytest.mark.parametrize(
    ("gender", "office", "expected"),
    [
        (
            F,
            Office.MAYOR,
            ("Spoštovana gospa županja,", "Sehr geehrte Frau Bürgermeisterin,", "Dear Mayor,"),
        ),
        (M, Office.MAYOR, ("Spoštovani gospod župan,", "Sehr geehrter Herr Bürgermeister,", "Dear Mayor,")),
        (
            F,
            Office.DEPUTY_MAYOR,
            (
                "Spoštovana gospa podžupanja,",
                "Sehr geehrte Frau Vizebürgermeisterin,",
                "Dear Deputy Mayor,",
            ),
        ),
        (
            M,
            Office.AMBASSADOR,
            (
                "Ekscelenca, spoštovani gospod veleposlanik,",
                "Exzellenz, sehr geehrter Herr Botschafter,",
                "Your Excellency,",
            ),
        ),
        (
            M,
            Office.CHAIR,
            ("Spoštovani gospod predsednik,", "Sehr geehrter Herr Vorsitzender,", "Dear Chair,"),
        ),
        (NEUTRAL, Office.MAYOR, ("Spoštovani,", "Guten Tag Petra Oberrauner,", "Dear Mayor,")),
        (NEUTRAL, Office.AMBASSADOR, ("Ekscelenca,", "Exzellenz,", "Your Excellency,")),
        (
            F,
            None,
            ("Spoštovana gospa dr. Oberrauner,", "Sehr geehrte Frau Dr. Oberrauner,", "Dear Dr Oberrauner,"),
        ),
        (NEUTRAL, None, ("Spoštovani,", "Guten Tag Petra Oberrauner,", "Dear Dr Oberrauner,")),
    ],
)
def test_office_and_gender_make_the_form(gender, office, expected):
    assert in_all(Addressee(PETRA, gender, office)) == expected


def test_an_office_without_a_title_in_a_language_falls_back_to_the_name():
    senator = Addressee(
        PersonName(title_before="DI", given="Günther", family="Hüttenbrenner"), M, Office.CITY_SENATOR
    )
    assert in_all(senator) == (
        "Spoštovani gospod Hüttenbrenner,",
        "Sehr geehrter Herr Stadtrat,",
        "Dear Mr Hüttenbrenner,",
    )


def test_austrian_degrees_are_spoken_in_german_only():
    name = PersonName(title_before="Mag.a", given="Katharina", family="Größwang-Öllinger")
    assert in_all(Addressee(name, F)) == (
        "Spoštovana gospa Größwang-Öllinger,",
        "Sehr geehrte Frau Mag.a Größwang-Öllinger,",
        "Dear Ms Größwang-Öllinger,",
    )


def test_a_knight_is_addressed_by_the_given_name():
    sir = Addressee(PersonName(title_before="Sir", given="Alexander", family="St John-Smythe"), M)
    assert salutation(sir, Language.EN) == "Dear Sir Alexander,"
    assert salutation(sir, Language.SL) == "Spoštovani gospod St John-Smythe,"


def test_a_hungarian_is_addressed_by_the_family_name():
    name = PersonName(given="Ernő", family="Szűcs-Tőkés", family_first=True)
    assert salutation(Addressee(name, M), Language.EN) == "Dear Mr Szűcs-Tőkés,"


def test_the_own_form_counts_before_every_rule_and_only_in_its_language():
    own = LocalizedText(sl="Draga Petra", de="Liebe Petra!")
    petra = Addressee(PETRA, F, Office.DEPUTY_MAYOR, own)
    assert in_all(petra) == ("Draga Petra,", "Liebe Petra!", "Dear Deputy Mayor,")


def test_nobody_in_particular_is_addressed_in_general():
    expected = ("Spoštovani,", "Sehr geehrte Damen und Herren,", "Dear Sir or Madam,")
    assert in_all(None) == in_all(Addressee()) == expected


def test_the_block_of_the_address_has_a_title_of_courtesy_where_there_is_one():
    assert block_lines(Addressee(PETRA, F), Language.SL) == ["Gospa", "dr. Petra Oberrauner"]
    jean = Addressee(PersonName(given="Jean", family="Dupont"), M)
    assert block_lines(jean, Language.DE) == ["Herrn", "Jean Dupont"]
    assert block_lines(jean, Language.EN) == ["Mr Jean Dupont"]
    assert block_lines(Addressee(PETRA), Language.DE) == ["Dr. Petra Oberrauner"]


def test_an_ambassador_is_an_excellency_in_every_address():
    ambassador = PersonName(given="Jean", family="Dupont")
    expected = {
        (M, Language.SL): ["Njegova ekscelenca gospod", "Jean Dupont"],
        (F, Language.SL): ["Njena ekscelenca gospa", "Jean Dupont"],
        (M, Language.DE): ["Seiner Exzellenz Herrn", "Jean Dupont"],
        (F, Language.EN): ["Her Excellency", "Ms Jean Dupont"],
        (NEUTRAL, Language.EN): ["Jean Dupont"],
    }
    for (gender, language), lines in expected.items():
        assert block_lines(Addressee(ambassador, gender, office=Office.AMBASSADOR), language) == lines
