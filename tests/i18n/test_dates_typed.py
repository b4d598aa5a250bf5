import contextlib
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language
from cabinet_app.errors import UserError
from cabinet_app.i18n import dates
from cabinet_app.i18n.dates_typed import DateNotUnderstood, TimeNotUnderstood, parse_date, parse_time

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25. 2. 2026", date(2026, 2, 25)),
        ("25.2.26", date(2026, 2, 25)),
        ("25.02.2026", date(2026, 2, 25)),
        ("25 2 2026", date(2026, 2, 25)),
        ("25/2/2026", date(2026, 2, 25)),
        ("2026-02-25", date(2026, 2, 25)),
        ("25. februar 2026", date(2026, 2, 25)),
        ("25. februarja 2026", date(2026, 2, 25)),
        ("25. Februar 2026", date(2026, 2, 25)),
        ("25. Feber 2026", date(2026, 2, 25)),
        ("25 February 2026", date(2026, 2, 25)),
        ("February 25, 2026", date(2026, 2, 25)),
        ("25th of February 2026", date(2026, 2, 25)),
        ("10. Jänner 2026", date(2026, 1, 10)),
        ("10. Januar 2026", date(2026, 1, 10)),
        ("10 MÄRZ 2026", date(2026, 3, 10)),
        ("14\u00a0Dec\u00a02021", date(2021, 12, 14)),
        ("torek, 14. decembra 2021", date(2021, 12, 14)),
        ("v torek, 14. decembra 2021", date(2021, 12, 14)),
        ("Dienstag, 14. Dezember 2021", date(2021, 12, 14)),
        ("dne 14. 12. 2021", date(2021, 12, 14)),
        ("25.2.58", date(1958, 2, 25)),
        ("25.2.46", date(2046, 2, 25)),
    ],
)
def test_written_dates(text, expected):
    assert parse_date(text, Language.SL, FRIDAY) == expected


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("25.2.", date(2026, 2, 1), date(2026, 2, 25)),
        ("25.2.", FRIDAY, date(2027, 2, 25)),
        ("14.10.", FRIDAY, date(2026, 10, 14)),
        ("5. maj", date(2026, 4, 1), date(2026, 5, 5)),
        ("29.2.", FRIDAY, date(2028, 2, 29)),
        ("31.12.", date(2027, 1, 2), date(2026, 12, 31)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_one(text, today, expected):
    assert parse_date(text, Language.SL, today) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("danes", 0), ("heute", 0), ("today", 0),
        ("jutri", 1), ("morgen", 1), ("tomorrow", 1), ("Jutri", 1),
        ("včeraj", -1), ("gestern", -1), ("yesterday", -1),
        ("pojutrišnjem", 2), ("übermorgen", 2), ("the day after tomorrow", 2),
        ("predvčerajšnjim", -2), ("vorgestern", -2),
        ("čez 2 tedna", 14), ("in 2 Wochen", 14), ("in 2 weeks", 14),
        ("cez 3 dni", 3), ("in 3 Tagen", 3), ("čez en teden", 7), ("čez teden", 7), ("in einer Woche", 7),
        ("in a week", 7), ("čez dva dneva", 2), ("+3", 3), ("-3", -3), ("+2 tedna", 14), ("+ 1", 1),
        ("pred 3 dnevi", -3), ("vor 3 Tagen", -3), ("3 days ago", -3), ("naslednji teden", 3),
        ("next week", 3),
    ],
)  # fmt: skip
def test_days_counted_from_today(text, days):
    assert parse_date(text, Language.SL, FRIDAY) == FRIDAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("čez 1 mesec", date(2026, 12, 20)),
        ("in 2 Monaten", date(2027, 1, 20)),
        ("in 1 year", date(2027, 11, 20)),
        ("pred 1 letom", date(2025, 11, 20)),
    ],
)
def test_months_and_years_from_today(text, expected):
    assert parse_date(text, Language.DE, FRIDAY) == expected


def test_a_month_after_the_31st_ends_with_the_month():
    assert parse_date("čez 1 mesec", Language.SL, date(2026, 1, 31)) == date(2026, 2, 28)
    assert parse_date("čez 1 mesec", Language.SL, date(2026, 11, 30)) == date(2026, 12, 30)
    assert parse_date("-1 mesec", Language.SL, date(2026, 12, 31)) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("torek", date(2026, 11, 24)),
        ("v sredo", date(2026, 11, 25)),
        ("Dienstag", date(2026, 11, 24)),
        ("am Dienstag", date(2026, 11, 24)),
        ("next Tuesday", date(2026, 11, 24)),
        ("naslednjo soboto", date(2026, 11, 21)),
        ("Di", date(2026, 11, 24)),
        ("čet", date(2026, 11, 26)),
        ("petek", date(2026, 11, 27)),
    ],
)
def test_a_weekday_is_the_next_such_day(text, expected):
    assert parse_date(text, Language.EN, FRIDAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "31. 2. 2026",
        "foo",
        "25. foo 2026",
        "2026",
        "99.99.",
        "čez sto let",
        "čez 9999 let",
        "1.1.0000",
        "+",
        "½",
    ],
)
def test_what_is_no_day_is_said_to_be_none(text):
    with pytest.raises(DateNotUnderstood) as caught:
        parse_date(text, Language.SL, FRIDAY)
    assert isinstance(caught.value, UserError)
    assert caught.value.text == text


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.sampled_from(Language), st.sampled_from(Language))
def test_what_the_program_writes_it_can_read(day, written, shown):
    for form in (dates.numeric, dates.medium, dates.long, dates.genitive, dates.sentence):
        assert parse_date(form(day, written), shown, FRIDAY) == day


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_a_date(text):
    with contextlib.suppress(DateNotUnderstood):
        assert isinstance(parse_date(text, Language.SL, FRIDAY), date)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", time(9)), ("9.", time(9)), ("9.30", time(9, 30)), ("930", time(9, 30)), ("0930", time(9, 30)),
        ("9:30", time(9, 30)), ("9,30", time(9, 30)), ("1730", time(17, 30)), ("17h", time(17)),
        ("17 Uhr", time(17)), ("17.30 Uhr", time(17, 30)), ("um 17 Uhr", time(17)), ("ob 17. uri", time(17)),
        ("ob 17.30", time(17, 30)), ("5 pm", time(17)), ("5.00 p.m.", time(17)), ("12 am", time(0)),
        ("12 p.m.", time(12)),
        ("0", time(0)), ("00:00", time(0)),
    ],
)  # fmt: skip
def test_hours_as_people_type_them(text, expected):
    assert parse_time(text) == expected


@pytest.mark.parametrize("text", ["", "24", "25", "9.60", "x", "12345", "13 pm", "9.3", "1730.15", "-1"])
def test_what_is_no_hour_is_said_to_be_none(text):
    with pytest.raises(TimeNotUnderstood) as caught:
        parse_time(text)
    assert caught.value.text == text


@given(st.times(), st.sampled_from(Language))
def test_written_hours_can_be_read(moment, lang):
    whole = moment.replace(second=0, microsecond=0)
    assert parse_time(dates.time(whole, lang)) == whole
    assert parse_time(dates.time_sentence(whole, lang)) == whole
