"""The shipped templates: alike in the three languages, with known places only, without faults of style."""

import re
from datetime import date

import pytest

from cabinet_app.domain.letters import PLACEHOLDERS, template_key
from cabinet_app.domain.protocol import LetterKind
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import Instrument
from cabinet_app.domain.visits import VisitDirection
from cabinet_app.i18n.letter_words import (
    as_sentence,
    enumerated,
    ordinal,
    place_and_day,
    templates,
    visit_days,
)

KEYS = {
    template_key(kind, direction, instrument)
    for kind in LetterKind
    for direction in VisitDirection
    for instrument in (*Instrument, None)
}


@pytest.mark.parametrize("language", Language)
def test_every_occasion_has_a_template(language):
    assert set(templates(language)) == KEYS


@pytest.mark.parametrize("language", Language)
def test_templates_name_known_places_only(language):
    for template in templates(language).values():
        named = set(re.findall(r"\{(\w*)\}", template.subject + template.body))
        assert named <= PLACEHOLDERS
        assert "{" not in template.closing


@pytest.mark.parametrize("language", [Language.SL, Language.DE])
def test_the_letter_goes_on_in_small_letters_after_the_comma_of_the_salutation(language):
    assert all(template.body.strip()[0].islower() for template in templates(language).values())


def test_german_writes_sz_and_slovenian_its_own_quotation_marks():
    assert "“" not in "".join(template.body for template in templates(Language.SL).values())
    assert "Grüssen" not in "".join(template.closing for template in templates(Language.DE).values())


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (
            date(2027, 2, 25),
            None,
            (
                "v četrtek, 25. februarja 2027",
                "am Donnerstag, dem 25. Februar 2027",
                "on Thursday, 25 February 2027",
            ),
        ),
        (
            date(2027, 3, 19),
            date(2027, 3, 20),
            ("od 19. do 20. marca 2027", "vom 19. bis 20. März 2027", "from 19 to 20 March 2027"),
        ),
        (
            date(2027, 2, 28),
            date(2027, 3, 2),
            (
                "od 28. februarja do 2. marca 2027",
                "vom 28. Februar bis 2. März 2027",
                "from 28 February to 2 March 2027",
            ),
        ),
        (
            date(2027, 12, 31),
            date(2028, 1, 2),
            (
                "od 31. decembra 2027 do 2. januarja 2028",
                "vom 31. Dezember 2027 bis 2. Jänner 2028",
                "from 31 December 2027 to 2 January 2028",
            ),
        ),
    ],
)
def test_the_days_of_a_visit_within_a_sentence(first, last, expected):
    said = tuple(visit_days(first, last, language).replace("\u00a0", " ") for language in Language)
    assert said == expected


def test_the_date_line_is_in_the_genitive():
    day = date(2027, 2, 25)
    said = [place_and_day("Kranj", day, language).replace("\u00a0", " ") for language in Language]
    assert said == ["Kranj, 25. februarja 2027", "Kranj, am 25. Februar 2027", "Kranj, 25 February 2027"]
    assert place_and_day("", day, Language.SL).replace("\u00a0", " ") == "25. februarja 2027"


def test_english_ordinals():
    expected = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "50th", "112th"]
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 50, 112)] == expected


def test_topics_are_told_as_one_speaks():
    assert enumerated(["kultura", "šport", "turizem"], Language.SL) == "kultura, šport in turizem"
    assert enumerated(["Kultur", "Sport"], Language.DE) == "Kultur und Sport"
    assert enumerated(["mladi in šport", "kultura"], Language.SL) == "mladi in šport ter kultura"
    assert enumerated([], Language.EN) == ""


def test_a_sentence_ends_with_one_stop():
    assert as_sentence("talks") == "talks."
    assert as_sentence("talks.") == "talks."
    assert as_sentence(" ") == ""
