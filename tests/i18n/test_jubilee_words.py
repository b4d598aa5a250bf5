"""Jubilees, trails and sources as a secretary would say them."""

from datetime import date, datetime

import pytest

from cabinet_app.domain.agreement_trail import Lack, StepState, TrailStep, legal_trail
from cabinet_app.domain.anniversaries import OtherDate, dated_jubilee
from cabinet_app.domain.meetings import VoteEvent
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import Agreement
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n import agreement_words, jubilee_words
from cabinet_app.i18n.catalogs import translator

SL, DE, EN = (translator(language) for language in (Language.SL, Language.DE, Language.EN))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


VILLACH = dated_jubilee(VagueDate("2008-07-25"), 2028)


@pytest.mark.parametrize(
    ("t", "years", "day"),
    [
        (SL, "20 let", "torek, 25. julij 2028"),
        (DE, "20 Jahre", "Dienstag, 25. Juli 2028"),
        (EN, "20 years", "Tuesday, 25 July 2028"),
    ],
)
def test_the_day_is_told_with_its_weekday(t, years, day):
    assert plain(jubilee_words.years_words(VILLACH, t)) == years
    assert plain(jubilee_words.day_words(VILLACH, t)) == day


@pytest.mark.parametrize(
    ("since", "year", "words"),
    [("2027", 2028, "1 leto"), ("2023", 2028, "5 let"), ("1928", 2028, "100 let"), ("2026", 2028, "")],
)
def test_years_are_counted_in_the_form_their_number_asks_for(since, year, words):
    assert plain(jubilee_words.years_words(dated_jubilee(VagueDate(since), year), SL)) == words


def test_two_and_three_years_have_their_forms_under_a_rule_that_has_them():
    forms = [dated_jubilee(VagueDate(str(2028 - years)), 2028, {2, 3}) for years in (2, 3)]
    assert [plain(jubilee_words.years_words(one, SL)) for one in forms] == ["2 leti", "3 leta"]


def test_a_month_or_a_year_is_never_made_a_day():
    october = dated_jubilee(VagueDate("1975-10"), 2025)
    assert plain(jubilee_words.day_words(october, SL)) == "oktober 2025"
    assert jubilee_words.day_words(dated_jubilee(VagueDate("1958"), 2028), SL) == "2028"
    assert jubilee_words.month_words(dated_jubilee(VagueDate("1958"), 2028), EN) == "Only the year is known"


def test_the_date_that_counts_is_told_from_the_others():
    others = [OtherDate(VagueDate("1968"), True, 60), OtherDate(VagueDate("2008-07-28"), False, 20)]
    found = dated_jubilee(VagueDate("1958"), 2028, others=others)
    assert jubilee_words.counted_words(found, EN) == "1958 (this one counts)"
    assert jubilee_words.counted_words(VILLACH, EN).replace("\u00a0", " ") == "25 July 2008"
    assert plain(jubilee_words.other_words(others[0], EN)) == "another source: 1968 (60 years)"
    assert plain(jubilee_words.other_words(others[1], EN)) == "second signing: 28 July 2008"
    assert jubilee_words.counted_words(dated_jubilee(VagueDate(), 2028), EN) == "no date"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("1, 5, 10", {1, 5, 10}),
        ("10 25;50", {10, 25, 50}),
        ("", set()),
        ("0, -7, abc, 25", {7, 25}),
        ("99999999999999999999", set()),
    ],
)
def test_a_rule_is_read_as_people_type_it(text, rule):
    assert jubilee_words.rule_from(text) == rule
    assert jubilee_words.rule_from(jubilee_words.rule_words(frozenset(rule))) == rule


def test_the_next_step_and_what_it_lacks_are_sentences():
    trail = legal_trail(Agreement(), date(2026, 1, 1))
    assert agreement_words.trail_sentences(trail, EN) == [
        "Next step: the initiative.",
        "Nobody has entered where the initiative came from.",
    ]
    for step in TrailStep:
        assert agreement_words.step_word(step, EN)
    for state in StepState:
        assert agreement_words.state_word(state, EN)
    assert len({agreement_words._LACKS[lack] for lack in Lack}) == len(Lack)


def test_a_vote_is_told_as_in_the_minutes():
    vote = VoteEvent(present=4, in_favour=4)
    assert agreement_words.vote_words(vote, SL) == "4 PRISOTNI: 4 ZA"
    assert agreement_words.vote_words(None, SL) == ""


def test_the_hour_at_each_place_has_its_date_where_dates_differ():
    here, there = datetime(2021, 12, 13, 22), datetime(2021, 12, 14, 5)
    told = agreement_words.local_times([("Kranj", here), ("Zhangjiakou", there)], SL)
    assert [plain(words) for words in told] == [
        "Kranj: 13. 12. 2021, 22.00",
        "Zhangjiakou: 14. 12. 2021, 5.00",
    ]
    same_day = agreement_words.local_times([("Kranj", here), ("London", here.replace(hour=21))], SL)
    assert [plain(words) for words in same_day] == ["Kranj: 22.00", "London: 21.00"]
    assert agreement_words.local_times([("Kranj", None)], SL) == ["Kranj"]


def test_a_source_is_told_with_its_place_and_words():
    source = SourceRef(document="Gorenjski glas", locator="p. 3", quote="v ponedeljek")
    assert agreement_words.source_tip([source], EN) == "Source: Gorenjski glas, p. 3: “v ponedeljek”"
    assert agreement_words.source_words(SourceRef(document="minutes"), EN) == "minutes"


def test_a_session_names_its_body_undeclined():
    words = agreement_words.session_words("2", "Komisija", datetime(2021, 12, 14, 17), EN)
    assert plain(words) == "session 2 · Komisija · 14 Dec 2021"
