"""Contacts year by year, the last one, and who sleeps."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.activity import (
    Contact,
    ContactKind,
    dormant_since,
    is_dormant,
    last_contact,
    years_of_contacts,
)
from cabinet_app.domain.twinning import PartnershipStatus

TODAY = date(2026, 11, 20)
VISIT = Contact(ContactKind.VISIT, 1, date(2016, 2, 25), date(2016, 2, 25))
MEETING = Contact(ContactKind.MEETING, 2, date(2024, 5, 7), date(2024, 5, 7))
PROJECT = Contact(ContactKind.PROJECT, 3, date(2016, 5, 1), date(2020, 12, 31))
RUNNING = Contact(ContactKind.PROJECT, 4, date(2025, 1, 1), None)
AHEAD = Contact(ContactKind.VISIT, 5, date(2026, 12, 3), date(2026, 12, 3))


def test_the_last_contact_is_the_latest_that_has_been():
    assert last_contact([VISIT, MEETING, PROJECT, AHEAD], TODAY) == date(2024, 5, 7)
    assert last_contact([AHEAD], TODAY) is None
    assert last_contact([], TODAY) is None


def test_a_project_that_runs_is_contact_today():
    assert last_contact([VISIT, RUNNING], TODAY) == TODAY


def test_every_year_is_counted_and_the_silent_ones_too():
    years = years_of_contacts([VISIT, MEETING, PROJECT, AHEAD], 2015, 2026, TODAY)
    assert [one.year for one in years] == list(range(2015, 2027))
    assert [one.total for one in years] == [0, 2, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0]
    assert (years[1].visits, years[1].projects, years[9].meetings) == (1, 1, 1)


@pytest.mark.parametrize(
    ("today", "since"),
    [(date(2026, 11, 20), date(2024, 11, 20)), (date(2028, 2, 29), date(2026, 2, 28))],
)
def test_two_years_are_two_years_of_the_calendar(today, since):
    assert dormant_since(today) == since
    assert not is_dormant(PartnershipStatus.ACTIVE, since, today)


def test_who_is_silent_for_more_than_two_years_is_dormant_unless_it_was_decided():
    long_ago = date(2024, 11, 19)
    assert is_dormant(PartnershipStatus.ACTIVE, long_ago, TODAY)
    assert is_dormant(PartnershipStatus.UNCLEAR, None, TODAY)
    assert not is_dormant(PartnershipStatus.FROZEN, long_ago, TODAY)
    assert not is_dormant(PartnershipStatus.ENDED, None, TODAY)


DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))


@given(st.lists(st.tuples(st.sampled_from(ContactKind), DAYS)), DAYS)
def test_a_contact_of_one_day_counts_in_one_year_only(given_contacts, today):
    contacts = [Contact(kind, number, day, day) for number, (kind, day) in enumerate(given_contacts)]
    years = years_of_contacts(contacts, 2010, 2030, today)
    assert sum(one.total for one in years) == sum(contact.first <= today for contact in contacts)
