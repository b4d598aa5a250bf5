from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates

SL, DE, EN = Language.SL, Language.DE, Language.EN
WITHIN = (date(2021, 12, 13), date(2021, 12, 15))
ACROSS_MONTHS = (date(2026, 5, 30), date(2026, 6, 2))
ACROSS_YEARS = (date(2026, 12, 30), date(2027, 1, 2))


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("days", "lang", "expected"),
    [
        (WITHIN, SL, "13.–15. 12. 2021"),
        (WITHIN, DE, "13.–15.12.2021"),
        (WITHIN, EN, "13–15 Dec 2021"),
        (ACROSS_MONTHS, SL, "30. 5.–2. 6. 2026"),
        (ACROSS_MONTHS, DE, "30.05.–02.06.2026"),
        (ACROSS_MONTHS, EN, "30 May–2 Jun 2026"),
        (ACROSS_YEARS, SL, "30. 12. 2026–2. 1. 2027"),
        (ACROSS_YEARS, DE, "30.12.2026–02.01.2027"),
        (ACROSS_YEARS, EN, "30 Dec 2026–2 Jan 2027"),
        ((date(2021, 12, 14), date(2021, 12, 14)), SL, "14. 12. 2021"),
        ((date(2021, 12, 14), None), DE, "14.12.2021"),
    ],
)
def test_short_ranges_say_no_part_twice(days, lang, expected):
    assert plain(dates.date_range(days[0], days[1], lang)) == expected


@pytest.mark.parametrize(
    ("days", "lang", "expected"),
    [
        (WITHIN, SL, "13.–15. december 2021"),
        (WITHIN, DE, "13.–15. Dezember 2021"),
        (WITHIN, EN, "13–15 December 2021"),
        (ACROSS_MONTHS, SL, "30. maj–2. junij 2026"),
        (ACROSS_MONTHS, DE, "30. Mai–2. Juni 2026"),
        (ACROSS_MONTHS, EN, "30 May–2 June 2026"),
        (ACROSS_YEARS, SL, "30. december 2026–2. januar 2027"),
        (ACROSS_YEARS, DE, "30. Dezember 2026–2. Jänner 2027"),
        (ACROSS_YEARS, EN, "30 December 2026–2 January 2027"),
        ((date(2021, 12, 14), None), SL, "14. december 2021"),
    ],
)
def test_long_ranges_say_no_part_twice(days, lang, expected):
    assert plain(dates.date_range_long(days[0], days[1], lang)) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), "januar–marec 2026"),
        (date(2026, 11, 1), date(2027, 1, 31), "november 2026–januar 2027"),
        (date(2026, 3, 1), date(2026, 3, 31), "marec 2026"),
    ],
)
def test_ranges_of_whole_months(first, last, expected):
    assert plain(dates.month_range(first, last, SL)) == expected


@pytest.mark.parametrize(("lang", "expected"), [(SL, "9.00–10.30"), (DE, "9.00–10.30"), (EN, "09:00–10:30")])
def test_ranges_of_hours(lang, expected):
    assert dates.time_range(time(9), time(10, 30), lang) == expected


def test_an_open_end_leaves_the_beginning_alone():
    assert dates.time_range(time(9), None, SL) == "9.00"


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 800), st.sampled_from(Language))
def test_a_range_ends_with_its_last_day_in_full(first, days, lang):
    last = first + timedelta(days=days)
    assert dates.date_range(first, last, lang).endswith(dates.numeric(last, lang))
    assert dates.date_range_long(first, last, lang).endswith(dates.medium(last, lang))
