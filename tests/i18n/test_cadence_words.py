"""Rules, judgements and proposals as a careful native secretary would say them."""

from datetime import date, time

import pytest

from cabinet_app.domain.cadence import (
    CadenceKind,
    CadenceRule,
    CadenceUnit,
    JudgedWindow,
    WindowReason,
    WindowStatus,
)
from cabinet_app.domain.cadence_forecast import (
    Blocker,
    DayReason,
    FallenDay,
    Forecast,
    Obstacle,
    Proposal,
    Remark,
)
from cabinet_app.domain.holidays import Holiday, HolidayKind
from cabinet_app.domain.periods import Window, window_of
from cabinet_app.domain.texts import Language
from cabinet_app.i18n import cadence_words, proposal_words
from cabinet_app.i18n.catalogs import translator

SL, DE, EN = (translator(language) for language in Language)
MONTHLY = CadenceRule(preferred_weekday=1, preferred_nth=2, preferred_time=time(17), recess_months=[8])
FORTNIGHTLY = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14, tolerance_days=3)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("t", "sentence"),
    [
        (SL, "Sestane se najmanj 1-krat na mesec, najraje drugi torek ob 17.00; avgusta ne."),
        (
            DE,
            "Tagt mindestens einmal im Monat, am liebsten am zweiten Dienstag um 17.00 Uhr; nicht im August.",
        ),
        (EN, "It meets at least once a month, preferably on the second Tuesday at 17:00; not in August."),
    ],
)
def test_the_rule_is_one_sentence(t, sentence):
    assert plain(cadence_words.rule_sentence(MONTHLY, t)) == sentence


@pytest.mark.parametrize(
    ("t", "sentence"),
    [
        (SL, "Sestane se najmanj na 14 dni; z odstopanjem do 3 dni."),
        (DE, "Tagt mindestens alle 14 Tage; mit einer Toleranz von 3 Tagen."),
        (EN, "It meets at least every 14 days; with a tolerance of 3 days."),
    ],
)
def test_a_longest_gap_is_said_in_days(t, sentence):
    assert cadence_words.rule_sentence(FORTNIGHTLY, t) == sentence


@pytest.mark.parametrize(
    ("weekday", "nth", "words"),
    [
        (1, 2, ("drugi torek", "am zweiten Dienstag", "on the second Tuesday")),
        (2, 1, ("prvo sredo", "am ersten Mittwoch", "on the first Wednesday")),
        (3, -1, ("zadnji četrtek", "am letzten Donnerstag", "on the last Thursday")),
        (5, -1, ("zadnjo soboto", "am letzten Samstag", "on the last Saturday")),
        (2, None, ("v sredo", "am Mittwoch", "on a Wednesday")),
    ],
)
def test_ordinals_agree_with_the_weekday(weekday, nth, words):
    assert tuple(cadence_words.day_words(weekday, nth, t) for t in (SL, DE, EN)) == words


def test_several_recess_months_are_joined():
    rule = CadenceRule(recess_months=[12, 7, 8])
    assert cadence_words.rule_sentence(rule, SL).endswith("; julija, avgusta in decembra ne.")
    assert cadence_words.rule_sentence(rule, DE).endswith("; nicht im Juli, August und Dezember.")
    assert cadence_words.rule_sentence(rule, EN).endswith("; not in July, August and December.")


def test_values_outside_the_calendar_are_passed_over():
    rule = CadenceRule(preferred_weekday=9, recess_months=[0, 13])
    assert cadence_words.rule_sentence(rule, EN) == "It meets at least once a month."
    assert cadence_words.day_words(1, 7, EN) == "on a Tuesday"


def test_grace_and_the_hour_alone_have_their_clauses():
    rule = CadenceRule(unit=CadenceUnit.YEAR, minimum=4, grace_days=5, preferred_time=time(9, 30))
    assert plain(cadence_words.rule_sentence(rule, SL)) == (
        "Sestane se najmanj 4-krat na leto, najraje ob 9.30; z dodatnim rokom 5 dni."
    )
    rule = CadenceRule(preferred_weekday=2)
    assert cadence_words.rule_sentence(rule, SL) == "Sestane se najmanj 1-krat na mesec, najraje v sredo."


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (CadenceRule(), ("najmanj enkrat mesečno", "mindestens einmal im Monat", "at least once a month")),
        (CadenceRule(kind=CadenceKind.NONE), ("po potrebi", "nach Bedarf", "as needed")),
        (
            CadenceRule(unit=CadenceUnit.QUARTER, minimum=2),
            ("najmanj 2-krat na četrtletje", "mindestens 2-mal im Quartal", "at least 2 times a quarter"),
        ),
        (FORTNIGHTLY, ("najmanj na 14 dni", "mindestens alle 14 Tage", "at least every 14 days")),
    ],
)
def test_the_rule_in_a_column(rule, words):
    assert tuple(cadence_words.rule_phrase(rule, t) for t in (SL, DE, EN)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, ("brez zamude", "kein Verzug", "not late")),
        (1, ("zamuda 1 dan", "1 Tag Verzug", "1 day late")),
        (2, ("zamuda 2 dneva", "2 Tage Verzug", "2 days late")),
        (3, ("zamuda 3 dni", "3 Tage Verzug", "3 days late")),
        (5, ("zamuda 5 dni", "5 Tage Verzug", "5 days late")),
        (102, ("zamuda 102 dneva", "102 Tage Verzug", "102 days late")),
    ],
)
def test_days_late_agree_with_their_number(days, words):
    assert tuple(cadence_words.late_words(days, t) for t in (SL, DE, EN)) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (CadenceUnit.WEEK, ("15. teden 2026", "KW 15/2026", "week 15 of 2026")),
        (CadenceUnit.MONTH, ("april 2026", "April 2026", "April 2026")),
        (CadenceUnit.QUARTER, ("2. četrtletje 2026", "2. Quartal 2026", "quarter 2 of 2026")),
        (CadenceUnit.HALF_YEAR, ("1. polletje 2026", "1. Halbjahr 2026", "half-year 1 of 2026")),
        (CadenceUnit.YEAR, ("2026", "2026", "2026")),
    ],
)
def test_windows_have_labels(unit, words):
    window = window_of(unit, date(2026, 4, 8))
    assert tuple(plain(cadence_words.window_label(window, t)) for t in (SL, DE, EN)) == words


def test_a_gap_is_labelled_by_its_days():
    gap = Window(None, date(2026, 3, 10), date(2026, 3, 24))
    assert plain(cadence_words.window_label(gap, SL)) == "10.–24. 3. 2026"


def test_a_running_month_says_until_when():
    may, year = (
        window_of(CadenceUnit.MONTH, date(2016, 5, 20)),
        window_of(CadenceUnit.YEAR, date(2016, 5, 20)),
    )
    assert cadence_words.left_words(may, SL, date(2016, 5, 20)) == "še do 31."
    assert plain(cadence_words.left_words(year, SL, date(2016, 5, 20))) == "še do 31. 12."
    assert plain(cadence_words.left_words(may, EN, date(2016, 5, 20))) == "until 31 May"


@pytest.mark.parametrize("t", [SL, DE, EN])
def test_every_status_kind_and_unit_has_a_word(t):
    words = [cadence_words.status_word(status, t) for status in WindowStatus]
    assert len(set(words)) == len(WindowStatus)
    assert all(cadence_words.kind_word(kind, t) for kind in CadenceKind)
    assert all(cadence_words.unit_word(unit, t) for unit in CadenceUnit)


def judged(reason: WindowReason | None, day: date | None = None, note: str = "") -> JudgedWindow:
    window = window_of(CadenceUnit.MONTH, date(2016, 5, 1))
    return JudgedWindow(window, WindowStatus.BREACHED, 1, reason=reason, reason_date=day, note=note)


def test_reasons_are_said_with_their_day():
    moved = judged(WindowReason.MOVED_OUT, date(2016, 6, 2))
    assert plain(cadence_words.reason_words(moved, SL)) == "prestavljeno na 2. 6. 2016"
    assert cadence_words.reason_words(judged(WindowReason.MOVED_OUT), SL) == "prestavljeno brez novega datuma"
    cancelled = judged(WindowReason.CANCELLED, date(2016, 5, 9))
    assert plain(cadence_words.reason_words(cancelled, DE)) == "die Sitzung am 09.05.2016 wurde abgesagt"
    assert cadence_words.reason_words(judged(WindowReason.EXCUSED, note="volitve"), EN) == "volitve"
    assert cadence_words.reason_words(judged(None), SL) == ""


@pytest.mark.parametrize("reason", [reason for reason in WindowReason if reason is not WindowReason.EXCUSED])
def test_every_reason_has_words(reason):
    assert cadence_words.reason_words(judged(reason, date(2016, 5, 9)), SL)


CORPUS = Holiday("corpus_christi", "AT", HolidayKind.PUBLIC)


def test_a_proposal_says_day_hour_and_why():
    proposal = Proposal(date(2026, 6, 9), time(17), 0, (DayReason(Remark.USUAL_DAY),))
    assert plain(proposal_words.proposal_words(proposal, SL)) == "torek, 9. junij 2026, 17.00 (običajni dan)"
    assert (
        plain(proposal_words.proposal_words(Proposal(date(2026, 6, 9), None, 0), DE))
        == "Dienstag, 9. Juni 2026"
    )


def test_a_fallen_day_names_the_holiday_and_its_country():
    fallen = FallenDay(date(2026, 6, 4), (DayReason(Obstacle.HOLIDAY, holiday=CORPUS),))
    assert (
        plain(proposal_words.fallen_words(fallen, DE)) == "Donnerstag, 4. Juni 2026, nein: Fronleichnam (AT)"
    )
    assert (
        plain(proposal_words.fallen_words(fallen, SL)) == "četrtek, 4. junij 2026, ne: sveto rešnje telo (AT)"
    )


def test_a_stored_name_stands_undeclined_behind_a_colon():
    busy = DayReason(Obstacle.ROOM, "soba 14")
    assert proposal_words.reason_words(busy, SL) == "prostor je zaseden: soba 14"
    beside = DayReason(Remark.NEXT_TO_HOLIDAY, holiday=CORPUS)
    assert proposal_words.reason_words(beside, EN) == "next to a holiday: Corpus Christi (AT)"


def test_an_impossible_month_says_what_blocks_it():
    window = window_of(CadenceUnit.MONTH, date(2026, 6, 1))
    notice = Blocker(Obstacle.NOTICE, 5, DayReason(Obstacle.NOTICE))
    weekend = Blocker(Obstacle.WEEKEND, 2, DayReason(Obstacle.WEEKEND))
    found = Forecast(window, blockers=(notice, weekend))
    assert proposal_words.forecast_words(found, SL) == (
        "Noben datum ni mogoč: prekratek rok za sklic (5 dni), konec tedna (2 dneva)."
    )
    assert proposal_words.forecast_words(Forecast(), SL) == ""


@pytest.mark.parametrize("code", [*Obstacle, *Remark])
def test_every_obstacle_and_remark_has_words(code):
    assert proposal_words.reason_words(DayReason(code), DE)
