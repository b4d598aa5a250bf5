"""Exact strings of official documents, as the style sources of the three languages show them."""

import re
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates

SL, DE, EN = Language.SL, Language.DE, Language.EN
TUESDAY = date(2021, 12, 14)
SIGNING = date(2027, 2, 10)


def plain(text):
    """The text with ordinary blanks."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("form", "lang", "expected"),
    [
        (dates.numeric, SL, "14. 12. 2021"),
        (dates.numeric, DE, "14.12.2021"),
        (dates.numeric, EN, "14 Dec 2021"),
        (dates.medium, SL, "14. december 2021"),
        (dates.medium, DE, "14. Dezember 2021"),
        (dates.medium, EN, "14 December 2021"),
        (dates.long, SL, "torek, 14. december 2021"),
        (dates.long, DE, "Dienstag, 14. Dezember 2021"),
        (dates.long, EN, "Tuesday, 14 December 2021"),
        (dates.genitive, SL, "14. decembra 2021"),
        (dates.genitive, DE, "14. Dezember 2021"),
        (dates.genitive, EN, "14 December 2021"),
        (dates.sentence, SL, "v torek, 14. decembra 2021"),
        (dates.sentence, DE, "am Dienstag, dem 14. Dezember 2021"),
        (dates.sentence, EN, "on Tuesday, 14 December 2021"),
        (dates.day_month, SL, "14. 12."),
        (dates.day_month, DE, "14.12."),
        (dates.day_month, EN, "14 Dec"),
        (dates.day_month_long, SL, "14. december"),
        (dates.day_month_long, DE, "14. Dezember"),
        (dates.day_month_long, EN, "14 December"),
        (dates.week_label, SL, "teden 50"),
        (dates.week_label, DE, "KW 50"),
        (dates.week_label, EN, "week 50"),
        (dates.weekday_abbr, SL, "tor"),
        (dates.weekday_abbr, DE, "Di"),
        (dates.weekday_abbr, EN, "Tue"),
        (dates.week_range, SL, "teden 50 (13.–19. 12. 2021)"),
    ],
)
def test_a_tuesday_in_december(form, lang, expected):
    assert plain(form(TUESDAY, lang)) == expected


@pytest.mark.parametrize(
    ("at", "lang", "expected"),
    [
        (time(17), SL, "v sredo, 10. februarja 2027, ob 17. uri"),
        (time(17, 30), SL, "v sredo, 10. februarja 2027, ob 17.30"),
        (time(17), DE, "am Mittwoch, dem 10. Februar 2027, um 17 Uhr"),
        (time(17, 30), DE, "am Mittwoch, dem 10. Februar 2027, um 17.30 Uhr"),
        (time(17), EN, "on Wednesday, 10 February 2027 at 5.00 p.m."),
        (time(0, 5), EN, "on Wednesday, 10 February 2027 at 12.05 a.m."),
        (time(12), EN, "on Wednesday, 10 February 2027 at 12.00 p.m."),
        (time(9, 5), SL, "v sredo, 10. februarja 2027, ob 9.05"),
    ],
)
def test_a_convocation_tells_day_and_hour(at, lang, expected):
    assert plain(dates.sentence_at(SIGNING, at, lang)) == expected


@pytest.mark.parametrize(
    ("weekday", "expected"),
    list(enumerate(["v ponedeljek", "v torek", "v sredo", "v četrtek", "v petek", "v soboto", "v nedeljo"])),
)
def test_slovenian_weekdays_take_the_accusative(weekday, expected):
    assert dates.sentence(date(2026, 11, 16 + weekday), SL).startswith(f"{expected}, ")


@pytest.mark.parametrize(
    ("lang", "expected"), [(SL, "10. januar 2013"), (DE, "10. Jänner 2013"), (EN, "10 January 2013")]
)
def test_january_is_austrian(lang, expected):
    assert plain(dates.medium(date(2013, 1, 10), lang)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"), [(SL, "december 2021"), (DE, "Dezember 2021"), (EN, "December 2021")]
)
def test_the_title_of_a_month_calendar(lang, expected):
    assert plain(dates.month_title(2021, 12, lang)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"), [(SL, "torek, 25. julij 2028"), (DE, "Dienstag, 25. Juli 2028")]
)
def test_the_jubilee_of_villach_is_a_tuesday(lang, expected):
    assert plain(dates.long(date(2028, 7, 25), lang)) == expected


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2027, 1, 1), 53), (date(2021, 12, 1), 48), (date(2021, 12, 31), 52), (date(2026, 1, 1), 1)],
)
def test_weeks_are_counted_by_iso(day, week):
    assert dates.iso_week(day) == week


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (SL, ["pon", "tor", "sre", "čet", "pet", "sob", "ned"]),
        (DE, ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]),
        (EN, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    ],
)
def test_a_week_begins_on_monday(lang, expected):
    assert [dates.weekday_abbr(date(2026, 11, 16 + n), lang) for n in range(7)] == expected


def test_saturday_is_samstag():
    assert dates.weekday_name(date(2026, 11, 21), DE) == "Samstag"


@pytest.mark.parametrize(("lang", "expected"), [(SL, "maj"), (DE, "Mai"), (EN, "May")])
def test_short_month_names(lang, expected):
    assert dates.month_abbr(5, lang) == expected


@pytest.mark.parametrize(("lang", "expected"), [(SL, "9.00"), (DE, "9.00"), (EN, "09:00")])
def test_hours_in_programmes(lang, expected):
    assert dates.time(time(9), lang) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [(SL, "14. 12. 2021 ob 17.18"), (DE, "14.12.2021, 17.18 Uhr"), (EN, "14 Dec 2021, 17:18")],
)
def test_a_time_stamp(lang, expected):
    assert plain(dates.timestamp(datetime(2021, 12, 14, 17, 18), lang)) == expected


def test_a_date_never_breaks_across_lines():
    assert dates.numeric(TUESDAY, SL) == "14.\u00a012.\u00a02021"
    assert dates.medium(TUESDAY, EN) == "14\u00a0December\u00a02021"
    assert dates.sentence_at(SIGNING, time(17), SL).endswith("17.\u00a0uri")
    assert dates.sentence_at(SIGNING, time(17), DE).endswith("17\u00a0Uhr")


@given(st.dates(date(1000, 1, 1)), st.sampled_from(Language))
def test_every_date_shows_its_four_figures_of_the_year(day, lang):
    for form in (dates.numeric, dates.medium, dates.long, dates.genitive, dates.sentence):
        assert re.findall(r"\d+", form(day, lang))[-1] == str(day.year)


@given(st.dates(date(1000, 1, 1)), st.sampled_from(Language))
def test_two_days_never_look_alike(day, lang):
    other = day.replace(day=day.day % 28 + 1)
    if other != day:
        for form in (dates.numeric, dates.medium, dates.long, dates.sentence):
            assert form(day, lang) != form(other, lang)
