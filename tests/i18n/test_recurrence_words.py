"""Rules as a careful secretary says them, in three languages."""

from datetime import date, datetime
from typing import Any

import pytest

from cabinet_app.domain.holidays import Holiday, HolidayKind
from cabinet_app.domain.recurrence import rule_of
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.series_slots import Slot
from cabinet_app.domain.texts import Language
from cabinet_app.i18n import recurrence_words
from cabinet_app.i18n.catalogs import translator

SL, DE, EN = (translator(language) for language in Language)
AT_FIVE = datetime(2026, 3, 3, 17)


def said(t: Any, **values: Any) -> str:
    series = MeetingSeries(starts_at=AT_FIVE, **values)
    return recurrence_words.rule_phrase(rule_of(series), t).replace("\u00a0", " ")


PHRASES = [
    ({"frequency": Frequency.DAILY}, "vsak dan", "jeden Tag", "every day"),
    (
        {"frequency": Frequency.DAILY, "interval": 3},
        "vsak tretji dan",
        "jeden dritten Tag",
        "every third day",
    ),
    ({"weekdays": [1]}, "vsak torek", "jeden Dienstag", "every Tuesday"),
    ({"weekdays": [2]}, "vsako sredo", "jeden Mittwoch", "every Wednesday"),
    ({"weekdays": [1], "interval": 2}, "vsak drugi torek", "jeden zweiten Dienstag", "every second Tuesday"),
    (
        {"weekdays": [5], "interval": 3},
        "vsako tretjo soboto",
        "jeden dritten Samstag",
        "every third Saturday",
    ),
    (
        {"weekdays": [0, 2, 4]},
        "vsak teden v ponedeljek, sredo in petek",
        "jede Woche am Montag, Mittwoch und Freitag",
        "every week on Monday, Wednesday and Friday",
    ),
    (
        {"weekdays": [1, 3], "interval": 2},
        "vsak drugi teden v torek in četrtek",
        "jede zweite Woche am Dienstag und Donnerstag",
        "every second week on Tuesday and Thursday",
    ),
    (
        {"weekdays": [0, 1, 2, 3, 4]},
        "vsak dan od ponedeljka do petka",
        "jeden Tag von Montag bis Freitag",
        "every day from Monday to Friday",
    ),
    (
        {"frequency": Frequency.MONTHLY_WEEKDAY, "weekdays": [1], "nth": 2},
        "drugi torek v mesecu",
        "am zweiten Dienstag jedes Monats",
        "on the second Tuesday of every month",
    ),
    (
        {"frequency": Frequency.MONTHLY_WEEKDAY, "weekdays": [2], "nth": -1, "interval": 3},
        "zadnjo sredo vsakega tretjega meseca",
        "am letzten Mittwoch jedes dritten Monats",
        "on the last Wednesday of every third month",
    ),
    (
        {"frequency": Frequency.MONTHLY_DAY, "month_day": 21},
        "21. dan v mesecu",
        "am 21. jedes Monats",
        "on the 21st of every month",
    ),
    (
        {"frequency": Frequency.MONTHLY_DAY, "month_day": 12, "interval": 2},
        "12. dan vsakega drugega meseca",
        "am 12. jedes zweiten Monats",
        "on the 12th of every second month",
    ),
    (
        {"frequency": Frequency.MONTHLY_DAY, "month_day": -1},
        "zadnji dan v mesecu",
        "am letzten Tag jedes Monats",
        "on the last day of every month",
    ),
    (
        {"frequency": Frequency.WORKING_DAY, "nth": 1},
        "prvi delovni dan v mesecu",
        "am ersten Arbeitstag jedes Monats",
        "on the first working day of every month",
    ),
    (
        {"frequency": Frequency.YEARLY, "month": 12, "month_day": 3},
        "vsako leto 3. decembra",
        "jedes Jahr am 3. Dezember",
        "every year on 3 December",
    ),
    (
        {"frequency": Frequency.YEARLY, "month": 1, "month_day": -1, "interval": 2},
        "vsako drugo leto zadnji dan januarja",
        "jedes zweite Jahr am letzten Tag im Jänner",
        "every second year on the last day of January",
    ),
]


@pytest.mark.parametrize(("values", "sl", "de", "en"), PHRASES)
def test_a_rule_is_said_with_the_right_endings(values: dict[str, Any], sl: str, de: str, en: str) -> None:
    assert [said(t, **values) for t in (SL, DE, EN)] == [sl, de, en]


def test_hour_and_end_belong_to_the_sentence() -> None:
    series = MeetingSeries(starts_at=AT_FIVE, weekdays=[1], interval=2, until=date(2027, 6, 30))

    said = [recurrence_words.rule_sentence(series, t).replace("\u00a0", " ") for t in (SL, DE, EN)]

    assert said == [
        "vsak drugi torek ob 17.00, do 30. 6. 2027",
        "jeden zweiten Dienstag um 17.00 Uhr, bis 30.06.2027",
        "every second Tuesday at 17:00, until 30 Jun 2027",
    ]


@pytest.mark.parametrize(
    ("count", "sl", "de", "en"),
    [
        (1, "vsak torek, 1-krat", "jeden Dienstag, 1-mal", "every Tuesday, 1 time"),
        (2, "vsak torek, 2-krat", "jeden Dienstag, 2-mal", "every Tuesday, 2 times"),
        (10, "vsak torek, 10-krat", "jeden Dienstag, 10-mal", "every Tuesday, 10 times"),
    ],
)
def test_a_count_is_said_as_often_as(count: int, sl: str, de: str, en: str) -> None:
    series = MeetingSeries(starts_at=AT_FIVE, all_day=True, weekdays=[1], count=count)

    assert [recurrence_words.rule_sentence(series, t) for t in (SL, DE, EN)] == [sl, de, en]


def test_a_yearly_29_february_says_in_which_years() -> None:
    values = {"frequency": Frequency.YEARLY, "month": 2, "month_day": 29}

    assert said(SL, **values) == "vsako leto 29. februarja, samo v prestopnih letih"
    assert said(DE, **values) == "jedes Jahr am 29. Februar, nur in Schaltjahren"
    assert said(EN, **values) == "every year on 29 February, in leap years only"


@pytest.mark.parametrize("t", [SL, DE, EN])
@pytest.mark.parametrize(
    "frequency", [one for one in Frequency if one not in {Frequency.DAILY, Frequency.FOREIGN}]
)
def test_a_rule_that_is_not_complete_says_nothing_yet(frequency: Frequency, t: Any) -> None:
    assert recurrence_words.rule_sentence(MeetingSeries(frequency=frequency), t) == ""


def test_a_foreign_rule_says_where_it_comes_from() -> None:
    assert said(SL, frequency=Frequency.FOREIGN) == "po pravilu, prevzetem iz drugega koledarja"


@pytest.mark.parametrize(
    ("count", "words"), [(13, "na 13 dni"), (101, "na 101 dan"), (102, "na 102 dneva"), (103, "na 103 dni")]
)
def test_many_days_are_counted(count: int, words: str) -> None:
    assert said(SL, frequency=Frequency.DAILY, interval=count) == words


def test_a_day_of_the_preview_names_its_holiday_and_what_becomes_of_it() -> None:
    new_year = (Holiday("new_year", "SI", HolidayKind.PUBLIC),)
    day, other = date(2027, 1, 1), date(2027, 1, 4)

    def told(slot: Slot) -> str:
        return recurrence_words.slot_words(slot, EN).replace("\u00a0", " ")

    assert told(Slot(day, day)) == "Friday, 1 January 2027"
    assert told(Slot(day, None, new_year)).startswith("Friday, 1 January 2027 – ")
    assert told(Slot(day, None, new_year)).endswith(": left out")
    assert told(Slot(day, other, new_year)).endswith(": moved to Monday, 4 January 2027")
