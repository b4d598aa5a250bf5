"""Vague dates in EDTF."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.errors import ValueRejected


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2008", date(2008, 1, 1), date(2008, 12, 31), "year"),
        ("1975-10", date(1975, 10, 1), date(1975, 10, 31), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2008-07-25", date(2008, 7, 25), date(2008, 7, 25), "day"),
        ("195X", date(1950, 1, 1), date(1959, 12, 31), "decade"),
        ("2022-12~", date(2022, 12, 1), date(2022, 12, 31), "month"),
        ("2022-01-10/2022-01-16", date(2022, 1, 10), date(2022, 1, 16), "week"),
        ("2022-01-11/2022-01-17", date(2022, 1, 11), date(2022, 1, 17), "interval"),
        ("2016-05/2020-12", date(2016, 5, 1), date(2020, 12, 31), "interval"),
    ],
)
def test_a_date_knows_its_span_and_precision(edtf, earliest, latest, precision):
    vague = VagueDate(edtf)
    assert (vague.earliest, vague.latest, vague.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    "edtf",
    [
        "2008-13",
        "2008-02-30",
        "08",
        "20",
        "2008-7-5",
        "2008/",
        "/2008",
        "2010/2008",
        "1/2/3",
        "0000",
        "leta-2008",
        "2008-07-25/2008/2009",
        "-2008",
        "2008~~",
        "000X",
    ],
)
def test_what_is_no_edtf_is_refused(edtf):
    with pytest.raises(ValueRejected):
        VagueDate(edtf)


def test_wording_alone_is_kept_and_sorts_last():
    told = VagueDate(wording="drugi teden v januarju")
    assert told.precision == "unknown"
    assert not told.is_empty
    assert max([told, VagueDate("2008"), VagueDate("1958")], key=lambda vague: vague.sort_key) is told


def test_of_two_dates_that_begin_alike_the_more_exact_one_comes_first():
    dates = [VagueDate("2008"), VagueDate("2008-01"), VagueDate("2008-01-01")]
    assert sorted(dates, key=lambda vague: vague.sort_key) == dates[::-1]


def test_marks_say_about_and_uncertain():
    assert VagueDate("2022-12~").is_approximate
    assert VagueDate("2022?").is_uncertain
    assert VagueDate("2022%").is_approximate
    assert VagueDate("2022%").is_uncertain
    assert not VagueDate("2022").is_approximate


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_is_its_own_span(day):
    vague = VagueDate.of(day)
    assert vague.day == vague.earliest == vague.latest == day


@given(st.text(max_size=25))
def test_any_text_is_read_or_refused(text):
    try:
        vague = VagueDate(text)
    except ValueRejected:
        return
    if text:
        assert vague.earliest
        assert vague.latest
        assert vague.earliest <= vague.latest
