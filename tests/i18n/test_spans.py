from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates
from cabinet_app.i18n.plurals import pick, plural_index

SL, DE, EN = Language.SL, Language.DE, Language.EN


@pytest.mark.parametrize(
    ("days", "sl", "de", "en"),
    [
        (0, "danes", "heute", "today"),
        (1, "jutri", "morgen", "tomorrow"),
        (-1, "včeraj", "gestern", "yesterday"),
        (2, "čez 2 dneva", "in 2 Tagen", "in 2 days"),
        (3, "čez 3 dni", "in 3 Tagen", "in 3 days"),
        (5, "čez 5 dni", "in 5 Tagen", "in 5 days"),
        (-2, "pred 2 dnevoma", "vor 2 Tagen", "2 days ago"),
        (-3, "pred 3 dnevi", "vor 3 Tagen", "3 days ago"),
        (60, "čez 60 dni", "in 60 Tagen", "in 60 days"),
        (61, "čez 2 meseca", "in 2 Monaten", "in 2 months"),
        (-91, "pred 3 meseci", "vor 3 Monaten", "3 months ago"),
        (-61, "pred 2 mesecema", "vor 2 Monaten", "2 months ago"),
        (152, "čez 5 mesecev", "in 5 Monaten", "in 5 months"),
        (365, "čez 12 mesecev", "in 12 Monaten", "in 12 months"),
        (730, "čez 2 leti", "in 2 Jahren", "in 2 years"),
        (-731, "pred 2 letoma", "vor 2 Jahren", "2 years ago"),
        (-1100, "pred 3 leti", "vor 3 Jahren", "3 years ago"),
        (365 * 5 + 1, "čez 5 let", "in 5 Jahren", "in 5 years"),
    ],
)
def test_distances_agree_with_their_number(days, sl, de, en):
    assert [dates.relative_days(days, lang) for lang in (SL, DE, EN)] == [sl, de, en]


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "1 leto"), (2, "2 leti"), (3, "3 leta"), (5, "5 let"), (20, "20 let")]
)
def test_slovenian_years_have_four_forms(count, expected):
    assert dates.years_count(count, SL) == expected


@pytest.mark.parametrize(("lang", "expected"), [(DE, "20 Jahre"), (EN, "20 years")])
def test_twenty_years(lang, expected):
    assert dates.years_count(20, lang) == expected


@pytest.mark.parametrize(
    ("count", "index"),
    [
        (0, 3),
        (1, 0),
        (2, 1),
        (3, 2),
        (4, 2),
        (5, 3),
        (11, 3),
        (12, 3),
        (101, 0),
        (102, 1),
        (103, 2),
        (105, 3),
        (-2, 1),
    ],
)
def test_slovenian_forms_follow_the_last_two_figures(count, index):
    assert plural_index(count, SL) == index


@pytest.mark.parametrize(("count", "index"), [(0, 1), (1, 0), (2, 1), (101, 1)])
def test_german_and_english_know_one_and_many(count, index):
    assert plural_index(count, DE) == plural_index(count, EN) == index


def test_a_short_list_of_forms_repeats_its_last():
    assert pick(5, SL, ("krat",)) == "krat"


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (timedelta(minutes=90), "1 h 30 min"),
        (timedelta(minutes=45), "45 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(days=2, hours=3), "2 dneva 3 h"),
        (timedelta(0), "0 min"),
        (timedelta(minutes=-5), "0 min"),
    ],
)
def test_durations(span, expected):
    assert dates.duration(span, SL).replace("\u00a0", " ") == expected


@given(st.integers(-40_000, 40_000), st.sampled_from(Language))
def test_a_distance_is_never_zero_of_something(days, lang):
    assert " 0 " not in f" {dates.relative_days(days, lang)} "
