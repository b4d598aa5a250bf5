"""Round anniversaries, from a year alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.anniversaries import JUBILEE_YEARS, anniversary, jubilee, next_anniversary
from cabinet_app.domain.vague_dates import VagueDate


@pytest.mark.parametrize(
    ("signed", "year", "years"),
    [
        ("1958", 2028, 70),
        ("2008-07-25", 2028, 20),
        ("1975-10", 2025, 50),
        ("1957", 2028, None),
        ("195X", 2028, None),
        ("2021-12-20/2022-01-10", 2027, None),
        ("2022-01-25/2022-01-31", 2027, 5),
        ("", 2028, None),
        ("2028", 2028, None),
    ],
)
def test_a_year_alone_is_enough_and_less_than_a_year_is_not(signed, year, years):
    assert jubilee(VagueDate(signed), year) == years


def test_a_leap_day_is_kept_on_the_last_of_february():
    assert anniversary(date(2008, 2, 29), 2027) == date(2027, 2, 28)
    assert anniversary(date(2008, 2, 29), 2028) == date(2028, 2, 29)
    assert next_anniversary(date(2008, 2, 29), date(2027, 3, 1)) == date(2028, 2, 29)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_the_next_anniversary_lies_within_a_year(signed, today):
    found = next_anniversary(signed, today)
    assert (
        today <= found <= date(today.year + 1, today.month, min(today.day, 28)) or (found - today).days <= 366
    )
    assert (found.month, found.day) in {(signed.month, signed.day), (2, 28)}


@given(st.integers(1850, 2050), st.sampled_from(sorted(JUBILEE_YEARS)))
def test_every_round_number_counts(signed, years):
    assert jubilee(VagueDate(f"{signed:04}"), signed + years) == years
