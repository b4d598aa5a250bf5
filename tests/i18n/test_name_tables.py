import pytest

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.countries import countries, country_choices, country_from_name, country_name
from cabinet_app.i18n.languages import language_choices, language_from_name, language_name, languages

SL, DE, EN = Language.SL, Language.DE, Language.EN


@pytest.mark.parametrize(
    ("code", "sl", "de", "en"),
    [
        ("SI", "Slovenija", "Slowenien", "Slovenia"),
        ("AT", "Avstrija", "Österreich", "Austria"),
        ("HU", "Madžarska", "Ungarn", "Hungary"),
        ("MK", "Severna Makedonija", "Nordmazedonien", "North Macedonia"),
        ("BA", "Bosna in Hercegovina", "Bosnien und Herzegowina", "Bosnia and Herzegovina"),
        ("GB", "Združeno kraljestvo", "Vereinigtes Königreich", "United Kingdom"),
        ("US", "Združene države Amerike", "Vereinigte Staaten von Amerika", "United States of America"),
        ("CN", "Kitajska", "China", "China"),
        ("ME", "Črna gora", "Montenegro", "Montenegro"),
    ],
)
def test_countries_of_the_partner_towns(code, sl, de, en):
    assert [country_name(code, lang) for lang in (SL, DE, EN)] == [sl, de, en]


def test_an_unknown_code_is_its_own_name():
    assert country_name("QQ", SL) == "QQ"
    assert language_name("tlh", SL) == "tlh"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Avstrija", "AT"), ("österreich", "AT"), ("OSTERREICH", "AT"), ("Austria", "AT"), ("AT", "AT"),
        ("at", "AT"),
        ("ZDA", "US"), ("Velika Britanija", "GB"), ("Makedonija", "MK"), ("Turkey", "TR"), ("Atlantida", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_country_is_known_by_any_of_its_names(name, code):
    assert country_from_name(name) == code


def test_country_names_are_complete_and_tell_countries_apart():
    table = countries().names
    assert len(table) > 240
    for lang in Language:
        names = [text.get(lang) for text in table.values()]
        assert all(names)
        assert len(set(names)) == len(names)
        assert not [name for name in names if " & " in name]


def test_choices_stand_in_the_alphabet_of_the_language():
    slovenian = [name for _, name in country_choices(SL)]
    assert slovenian.index("Čad") > slovenian.index("Curaçao")
    assert slovenian.index("Španija") > slovenian.index("Surinam")
    german = [name for _, name in country_choices(DE)]
    assert german.index("Österreich") < german.index("Oman") + 3


@pytest.mark.parametrize(
    ("code", "sl", "de", "en"),
    [
        ("sl", "slovenščina", "Slowenisch", "Slovenian"),
        ("de", "nemščina", "Deutsch", "German"),
        ("hu", "madžarščina", "Ungarisch", "Hungarian"),
        ("zh", "kitajščina", "Chinesisch", "Chinese"),
        ("cnr", "črnogorščina", "Montenegrinisch", "Montenegrin"),
    ],
)
def test_languages_of_guests(code, sl, de, en):
    assert [language_name(code, lang) for lang in (SL, DE, EN)] == [sl, de, en]


@pytest.mark.parametrize(
    ("name", "code"), [("nemščina", "de"), ("Nemscina", "de"), ("German", "de"), ("sl", "sl"), ("?", "")]
)
def test_a_language_is_known_by_any_of_its_names(name, code):
    assert language_from_name(name) == code


def test_every_language_of_the_fictional_guests_is_known():
    assert {
        "sl",
        "de",
        "en",
        "sr",
        "hu",
        "fr",
        "it",
        "ru",
        "mk",
        "zh",
        "tr",
        "hr",
    } <= languages().names.keys()
    assert len(language_choices(EN)) >= 40
