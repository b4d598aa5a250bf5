"""Holidays of the parties' countries, their names in three languages, and joint working days."""

import calendar
from datetime import date, timedelta

import pytest

from cabinet_app.domain import holiday_names
from cabinet_app.domain.holidays import Holiday, HolidayCalendar, HolidayKind, holiday_name
from cabinet_app.domain.texts import Language

NAMED = (
    "SI-Kranj",
    "AT-1",
    "AT-2",
    "AT-3",
    "AT-4",
    "AT-5",
    "AT-6",
    "AT-7",
    "HU",
    "DE",
    "DE-BY",
    "IT-UD",
    "IT-TO",
    "HR",
)


def keys(place: HolidayCalendar, day: date) -> list[str]:
    return [f"{holiday.country}.{holiday.key}" for holiday in place.on(day)]


@pytest.mark.parametrize("country", NAMED)
def test_no_holiday_of_the_partner_countries_falls_through_without_a_name(country):
    place = HolidayCalendar([country])
    for holidays in place.between(date(2020, 1, 1), date(2035, 12, 31)).values():
        for holiday in holidays:
            for language in Language:
                assert holiday_names.name_of(holiday.country, holiday.key, language), (country, holiday)


@pytest.mark.parametrize("subdivision", ["BW", "NW", "SN", "TH", "BE", "HB", "Augsburg"])
def test_the_names_of_other_german_states_are_known_too(subdivision):
    place = HolidayCalendar([f"DE-{subdivision}"])
    for holidays in place.between(date(2020, 1, 1), date(2030, 12, 31)).values():
        assert all(holiday_names.name_of(item.country, item.key, Language.SL) for item in holidays)


def test_the_joint_working_days_of_2026_are_those_of_the_design():
    si = HolidayCalendar(["SI"])
    months = [
        si.working_days(date(2026, month, 1), date(2026, month, calendar.monthrange(2026, month)[1]))
        for month in range(1, 13)
    ]
    assert months == [20, 20, 22, 20, 20, 21, 23, 21, 22, 22, 21, 22]
    whole = (date(2026, 1, 1), date(2026, 12, 31))
    assert si.working_days(*whole) == 254
    assert si.joint(["AT"]).working_days(*whole) == 248
    assert si.joint(["AT", "HU"]).working_days(*whole) == 243
    assert si.joint(["AT", "HU", "IT", "DE-BY"]).working_days(*whole) == 242


@pytest.mark.parametrize(
    ("day", "countries"),
    [
        (date(2026, 1, 6), ("AT", "IT", "HR")),
        (date(2026, 4, 3), ("HU", "DE")),
        (date(2026, 4, 27), ("SI",)),
        (date(2026, 5, 14), ("AT", "DE")),
        (date(2026, 5, 25), ("AT", "HU", "DE")),
        (date(2026, 6, 2), ("IT",)),
        (date(2026, 6, 4), ("AT", "HR")),
        (date(2026, 6, 25), ("SI",)),
        (date(2026, 8, 20), ("HU",)),
        (date(2026, 8, 21), ("HU",)),
        (date(2026, 10, 23), ("HU",)),
        (date(2026, 10, 26), ("AT",)),
        (date(2026, 12, 8), ("AT", "IT")),
        (date(2026, 12, 24), ("HU",)),
    ],
)
def test_weekdays_that_fall_out_on_one_side_only(day, countries):
    everywhere = HolidayCalendar(["SI", "AT", "HU", "DE", "IT", "HR"])
    assert everywhere.closed_in(day) == countries
    assert not everywhere.is_working_day(day)


def test_corpus_christi_is_free_in_bavaria_but_not_in_all_of_germany():
    assert HolidayCalendar(["DE-BY"]).closed_in(date(2026, 6, 4)) == ("DE-BY",)
    assert HolidayCalendar(["DE"]).closed_in(date(2026, 6, 4)) == ()


def test_carinthian_days_are_notes_that_close_nothing():
    carinthia, styria = HolidayCalendar(["AT-2"]), HolidayCalendar(["AT-6"])
    assert carinthia.on(date(2026, 3, 19)) == [Holiday("carinthia_joseph", "AT-2", HolidayKind.BANK)]
    assert keys(styria, date(2026, 3, 19)) == ["AT-6.styria_joseph"]
    assert keys(carinthia, date(2025, 10, 10)) == ["AT-2.carinthia_plebiscite"]
    assert styria.on(date(2025, 10, 10)) == []
    assert carinthia.is_working_day(date(2026, 3, 19))


def test_an_alias_of_a_subdivision_means_the_same_days():
    assert keys(HolidayCalendar(["AT-K"]), date(2026, 3, 19)) == ["AT-2.carinthia_joseph"]


def test_memorial_days_of_slovenia_are_notes_on_working_days():
    si = HolidayCalendar(["SI"])
    for month, day in ((6, 8), (8, 17), (9, 15), (9, 23), (10, 25), (11, 23)):
        assert [item.kind for item in si.on(date(2026, month, day))] == [HolidayKind.MEMORIAL]
    assert si.is_working_day(date(2026, 6, 8))


def test_the_municipal_holiday_of_kranj_is_a_note_for_kranj_alone():
    day = date(2021, 12, 3)
    assert HolidayCalendar(["SI"]).on(day) == []
    (holiday,) = HolidayCalendar(["SI-Kranj"]).on(day)
    assert holiday.kind is HolidayKind.MUNICIPAL
    assert holiday_name(holiday, Language.SL) == "praznik Mestne občine Kranj"
    assert HolidayCalendar(["SI-Kranj"]).is_working_day(day)


def test_the_immaculate_conception_is_named_for_villach():
    (holiday,) = HolidayCalendar(["AT-2"]).on(date(2021, 12, 8))
    assert holiday_name(holiday, Language.DE) == "Mariä Empfängnis"
    assert holiday_name(holiday, Language.SL) == "brezmadežno spočetje"


def test_two_days_that_the_package_names_alike_have_names_of_their_own():
    si, hu = HolidayCalendar(["SI"]), HolidayCalendar(["HU"])
    assert keys(si, date(2026, 1, 1)) == ["SI.new_year"]
    assert keys(si, date(2026, 1, 2)) == ["SI.new_year_2"]
    assert keys(hu, date(2026, 3, 15)) != keys(hu, date(2026, 10, 23))


def test_two_holidays_on_one_day_are_two():
    assert keys(HolidayCalendar(["HR"]), date(2024, 5, 30)) == ["HR.corpus_christi", "HR.hr_statehood"]


def test_a_day_of_the_whole_country_stands_once_for_two_regions():
    both = HolidayCalendar(["AT-2", "AT-6"])
    assert keys(both, date(2026, 10, 26)) == ["AT.national_day"]


def test_hungarian_working_saturdays_are_working_days_in_hungary_alone():
    assert HolidayCalendar(["HU"]).is_working_day(date(2026, 1, 10))
    assert not HolidayCalendar(["HU", "SI"]).is_working_day(date(2026, 1, 10))


def test_a_country_that_nobody_knows_has_weekends_and_is_named():
    place = HolidayCalendar(["SI", "XX"])
    assert place.unknown == ("XX",)
    assert place.working_days(date(2026, 1, 1), date(2026, 12, 31)) == 254


def test_an_untranslated_country_keeps_the_english_name():
    (holiday,) = HolidayCalendar(["FR"]).on(date(2026, 7, 14))
    assert holiday_name(holiday, Language.SL) == "National Day"


def test_without_countries_monday_to_friday_are_working_days():
    assert HolidayCalendar([]).working_days(date(2026, 1, 1), date(2026, 1, 7)) == 5


def test_counting_over_years_is_counting_day_by_day():
    place = HolidayCalendar(["SI", "AT-2"])
    first, last = date(2023, 11, 17), date(2026, 2, 3)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    working = [day for day in days if place.is_working_day(day)]
    assert place.working_dates(first, last) == working
    assert place.working_days(first, last) == len(working)
    assert place.working_days(last, first) == 0
    assert place.last_working_day(first, last) == working[-1]
    assert place.last_working_day(date(2026, 4, 25), date(2026, 4, 27)) is None


def test_joining_countries_that_are_there_already_changes_nothing():
    place = HolidayCalendar(["SI", " AT ", "", "SI"])
    assert place.countries == ("SI", "AT")
    assert place.joint(["AT"]) is place
    assert place.joint(["HU"]) is place.joint(["HU"])


def test_every_row_of_the_table_has_its_three_names():
    rows = holiday_names.rows()
    assert len(rows) > 100
    assert all(not row.names.missing() and row.key and row.country for row in rows)
    assert len({(row.country, row.key) for row in rows}) == len(rows)
