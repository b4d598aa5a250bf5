"""Greetings: three in each language, in the guest's before that of the country, and printable."""

import pytest

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.greetings import all_greetings, greetings_for
from cabinet_app.i18n.languages import languages
from cabinet_app.reports import fonts


def test_every_language_has_three_phrases_and_hints_that_can_be_printed():
    fonts.register()
    for code, greetings in all_greetings().items():
        for phrase in (greetings.greeting, greetings.welcome, greetings.thanks):
            assert phrase.words
            assert phrase.said
            assert not fonts.missing_letters(phrase.words + phrase.said), code
        assert languages().name(code, Language.SL) != code


@pytest.mark.parametrize(
    ("spoken", "country", "code"),
    [
        (["fr", "en"], "FR", "fr"),
        (["de"], "IT", "de"),
        ([], "HU", "hu"),
        (["fur", "it"], "IT", "it"),
        (["ga"], "IE", "en"),
        ([], "CN", "zh"),
    ],
)
def test_the_language_of_the_guest_comes_before_that_of_the_country(spoken, country, code):
    greetings = greetings_for(spoken, country)
    assert greetings is not None
    assert greetings.code == code


@pytest.mark.parametrize(("spoken", "country"), [(["sl"], "IT"), ([], "SI"), ([], ""), (["eo"], "")])
def test_who_speaks_slovenian_or_an_unknown_language_gets_none(spoken, country):
    assert greetings_for(spoken, country) is None
