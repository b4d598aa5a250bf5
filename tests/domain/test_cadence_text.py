"""Promises as documents of the three languages word them."""

from datetime import time

import pytest

from cabinet_app.domain.cadence import CadenceKind, CadenceUnit
from cabinet_app.domain.cadence_text import recognise

W, M, Q, H, Y = CadenceUnit


@pytest.mark.parametrize(
    ("words", "unit", "minimum"),
    [
        ("najmanj enkrat mesečno", M, 1),
        ("mindestens einmal im Monat", M, 1),
        ("at least once a month", M, 1),
        ("zato bodo sestanki delovnih skupin potekali najmanj enkrat mesečno.Aktualno", M, 1),
        ("Najmanj 1-krat na mesec", M, 1),
        ("dvakrat na mesec", M, 2),
        ("vsak mesec", M, 1),
        ("monatlich", M, 1),
        ("jeden Monat", M, 1),
        ("in every calendar month", M, 1),
        ("na tri mesece", Q, 1),
        ("enkrat na tri mesece", Q, 1),
        ("dvakrat na tri mesece", Q, 2),
        ("četrtletno", Q, 1),
        ("najmanj 2-krat v četrtletju", Q, 2),
        ("vierteljährlich", Q, 1),
        ("zweimal pro Quartal", Q, 2),
        ("alle drei Monate", Q, 1),
        ("quarterly", Q, 1),
        ("polletno", H, 1),
        ("ob vsaki polletni", H, 1),
        ("halbjährlich", H, 1),
        ("half-yearly", H, 1),
        ("once every six months", H, 1),
        ("štirikrat letno", Y, 4),
        ("viermal jährlich", Y, 4),
        ("4x pro Jahr", Y, 4),
        ("4 times a year", Y, 4),
        ("four times a year", Y, 4),
        ("enkrat letno", Y, 1),
        ("twice a year", Y, 2),
        ("tedensko", W, 1),
        ("jede Woche", W, 1),
        ("once a week", W, 1),
        ("po potrebi, najmanj pa dvakrat letno", Y, 2),
    ],
)
def test_words_for_a_number_per_calendar_window(words, unit, minimum):
    rule = recognise(words)
    assert rule is not None
    assert (rule.kind, rule.unit, rule.minimum) == (CadenceKind.PER_PERIOD, unit, minimum)
    assert rule.source_quote == words


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("vsaka dva tedna", 14),
        ("na dva tedna", 14),
        ("vsakih štirinajst dni", 14),
        ("štirinajstdnevno", 14),
        ("vsak drugi teden", 14),
        ("alle zwei Wochen", 14),
        ("alle 14 Tage", 14),
        ("vierzehntägig", 14),
        ("jede zweite Woche", 14),
        ("every two weeks", 14),
        ("every other week", 14),
        ("fortnightly", 14),
        ("vsake tri tedne", 21),
        ("najmanj enkrat na vsakih 30 dni", 30),
        ("vsaka dva meseca", 62),
        ("every two months", 62),
        ("vsake štiri mesece", 123),
        ("vsak drugi torek", 14),
    ],
)
def test_words_for_a_longest_gap(words, days):
    rule = recognise(words)
    assert rule is not None
    assert (rule.kind, rule.gap_days, rule.tolerance_days) == (CadenceKind.MAX_GAP, days, 3)


@pytest.mark.parametrize("words", ["po potrebi", "nach Bedarf", "as needed", "when required"])
def test_as_needed_promises_nothing_and_is_still_a_rule(words):
    rule = recognise(words)
    assert rule is not None
    assert rule.kind is CadenceKind.NONE


@pytest.mark.parametrize(
    "words", ["", "the committee", "v letu 2021", "im Jahr 2008", "premaknjeno na torek", "v mesecu maju"]
)
def test_other_words_are_no_rule(words):
    assert recognise(words) is None


@pytest.mark.parametrize(
    ("words", "weekday", "nth", "hour", "recess"),
    [
        ("vsak drugi torek v mesecu ob 17. uri, razen avgusta", 1, 2, time(17), [8]),
        ("jeden zweiten Dienstag im Monat um 17 Uhr, außer im Juli und im August", 1, 2, time(17), [7, 8]),
        ("every last Thursday of the month at 5.30 p.m., except in August", 3, -1, time(17, 30), [8]),
        ("vsako sredo ob 9.30", 2, None, time(9, 30), []),
        ("ob ponedeljkih, enkrat tedensko", 0, None, None, []),
    ],
)
def test_preferred_day_hour_and_recess_are_read_along(words, weekday, nth, hour, recess):
    rule = recognise(words)
    assert rule is not None
    assert (rule.preferred_weekday, rule.preferred_nth, rule.preferred_time) == (weekday, nth, hour)
    assert rule.recess_months == recess


def test_no_break_spaces_and_capitals_do_not_matter():
    rule = recognise("NAJMANJ ENKRAT\u00a0MESEČNO")
    assert rule is not None
    assert rule.unit is CadenceUnit.MONTH


def test_an_hour_that_no_clock_shows_is_left_out():
    rule = recognise("mesečno ob 27. uri")
    assert rule is not None
    assert rule.preferred_time is None
