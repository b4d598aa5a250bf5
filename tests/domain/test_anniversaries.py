"""Round anniversaries, from a year alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.anniversaries import (
    JUBILEE_YEARS,
    agreement_jubilee,
    anniversary,
    counted_event,
    dated_jubilee,
    jubilee,
    next_anniversary,
)
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind, ClaimedDate
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
        ("2029", 2028, None),
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


def test_another_rule_gives_other_jubilees():
    assert jubilee(VagueDate("2008"), 2020, {12}) == 12
    assert jubilee(VagueDate("2008"), 2028, {12}) is None


@pytest.mark.parametrize(
    ("edtf", "year", "years", "month", "day"),
    [
        ("2008-07-25", 2028, 20, 7, date(2028, 7, 25)),
        ("2008-02-29", 2033, 25, 2, date(2033, 2, 28)),
        ("1975-10", 2025, 50, 10, None),
        ("1958", 2028, 70, None, None),
        ("2022-01-10/2022-01-16", 2027, 5, 1, None),
        ("2022-01-25/2022-02-03", 2027, 5, None, None),
        ("2022-12~", 2027, 5, 12, None),
        ("1957", 2028, None, None, None),
    ],
)
def test_a_jubilee_is_as_exact_as_its_date(edtf, year, years, month, day):
    found = dated_jubilee(VagueDate(edtf), year)
    assert (found.years, found.month, found.day) == (years, month, day)


def test_days_stand_before_their_month_and_months_before_the_year_as_a_whole():
    found = [dated_jubilee(VagueDate(text), 2028) for text in ("1958", "2008-07", "2008-07-25", "2008-03-02")]
    ordered = [jubilee.counted.edtf for jubilee in sorted(found, key=lambda one: one.order)]
    assert ordered == ["2008-03-02", "2008-07-25", "2008-07", "1958"]


def signing(when: str, *claims: str, **values: object) -> AgreementEvent:
    claimed = [ClaimedDate(happened_on=VagueDate(claim)) for claim in claims]
    return AgreementEvent(happened_on=VagueDate(when), claimed_dates=claimed, **values)  # type: ignore[arg-type]


HERCEG_NOVI = Agreement(events=[signing("1957", "1965")])


def test_both_dates_are_told_and_one_counts():
    found = agreement_jubilee(HERCEG_NOVI, 2027)
    assert (found.years, found.counted.edtf, found.is_contested) == (70, "1957", True)
    assert [(other.when.edtf, other.years, other.is_claim) for other in found.others] == [
        ("1965", None, True)
    ]
    other_way = agreement_jubilee(HERCEG_NOVI, 2025)
    assert other_way.years is None
    assert other_way.others[0].years == 60


def test_a_claim_of_another_day_of_the_same_year_contests_nothing():
    assert not agreement_jubilee(Agreement(events=[signing("2022-01-31", "2022-01-25")]), 2027).is_contested


def test_of_two_signings_the_first_counts_unless_the_other_was_chosen():
    second = signing("2008-07-28", kind=AgreementEventKind.COUNTER_SIGNING, id=2)
    charter = Agreement(events=[second, signing("2008-07-25", id=1)])
    found = agreement_jubilee(charter, 2028)
    assert found.day == date(2028, 7, 25)
    assert [(other.when.edtf, other.years, other.is_claim) for other in found.others] == [
        ("2008-07-28", 20, False)
    ]
    charter.jubilees_from = 2
    assert agreement_jubilee(charter, 2028).day == date(2028, 7, 28)
    charter.jubilees_from = 77
    assert agreement_jubilee(charter, 2028).day == date(2028, 7, 25)


def test_without_any_signing_there_is_nothing_to_count_from():
    idea = AgreementEvent(kind=AgreementEventKind.INITIATIVE, happened_on=VagueDate("2021"))
    assert counted_event(Agreement(events=[idea])) is None
    assert agreement_jubilee(Agreement(), 2028).years is None


ROUND = (1, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 100)


def by_counting_days(edtf: str, year: int) -> tuple[int | None, date | None]:
    """An independent computation: walk through the days of the year and look for the day of the signing."""
    year_text, *rest = edtf.split("-")
    years = sum(1 for _ in range(int(year_text), year))
    if years not in ROUND:
        return None, None
    if len(rest) < 2:
        return years, None
    day, found = date(year, 1, 1), None
    while day.year == year:
        if day.strftime("%m-%d") == "-".join(rest):
            found = day
        day += timedelta(days=1)
    return years, found or date(year, 3, 1) - timedelta(days=1)


@given(
    st.one_of(
        st.dates(date(1850, 1, 1), date(2049, 12, 31)).map(date.isoformat),
        st.integers(1850, 2049).map(str),
        st.dates(date(1850, 1, 1), date(2049, 12, 31)).map(lambda day: day.isoformat()[:7]),
        st.sampled_from(["1952-02-29", "2000-02-29", "2008-02-29"]),
    ),
    st.integers(1950, 2050),
)
def test_any_year_from_1950_to_2050_agrees_with_an_independent_computation(edtf, year):
    found = dated_jubilee(VagueDate(edtf), year)
    assert (found.years, found.day) == by_counting_days(edtf, year)
