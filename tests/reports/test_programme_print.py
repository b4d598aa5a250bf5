"""The programme of the visit of 25 February 2016, as guests and as the house read it."""

from dataclasses import replace
from datetime import date

import pytest

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import VisitDirection, VisitKind
from cabinet_app.reports import programme
from cabinet_app.reports.programme_data import ProgrammeDay
from tests.reports import samples


@pytest.fixture
def text(words, house, pdf):
    def read(language=Language.SL, **options):
        data = samples.visit(**options)
        return pdf(programme.render(data, house, words(language))[0]).text

    return read


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.SL,
            (
                "PROGRAM DELOVNEGA OBISKA",
                "delegacija mesta Beljak",
                "četrtek, 25. februar 2016",
                "prva podžupanja",
            ),
        ),
        (
            Language.DE,
            (
                "PROGRAMM DES ARBEITSBESUCHES",
                "Delegation der Stadt Villach",
                "Donnerstag, 25. Februar 2016",
                "erste Vizebürgermeisterin",
            ),
        ),
        (
            Language.EN,
            ("PROGRAMME OF THE WORKING VISIT", "Villach", "Thursday, 25 February 2016", "First Deputy Mayor"),
        ),
    ],
)
def test_it_says_what_the_scenario_asks_for_in_each_language(text, language, expected):
    printed = text(language)
    for words_ in expected:
        assert words_ in printed


def test_a_woman_who_interprets_is_named_so(text):
    assert "tolmačka" in text()
    assert "Dolmetscherin" in text(Language.DE)


def test_times_are_written_as_each_language_writes_them(text):
    assert "9.00–10.30" in text()
    assert "09:00–10:30" in text(Language.EN)


def test_the_guests_copy_holds_nothing_that_is_only_ours(text):
    for language in Language:
        printed = text(language, internal=False)
        for secret in (*samples.SECRETS, "INTERNO", "INTERN", "Priprava dvorane"):
            assert secret not in printed


def test_our_copy_holds_all_of_it_and_is_marked(text):
    printed = text()
    assert "INTERNO" in printed
    for secret in samples.SECRETS:
        assert secret in printed


def test_both_copies_carry_the_same_revision(text):
    for internal in (True, False):
        printed = text(internal=internal, revision=1)
        assert "Sprememba št. 1" in printed
        assert "Različica 2" in printed


def test_the_change_carries_its_date(text):
    assert "Sprememba št. 1, 22. 2. 2016" in text(revision=1)


def test_a_first_edition_speaks_of_no_change(text):
    printed = text(revision=0)
    assert "Sprememba" not in printed
    assert "Različica 1" in printed


def test_every_kind_of_visit_has_its_title(words):
    for language in Language:
        titles = {programme.title(replace(samples.visit(), kind=kind), words(language)) for kind in VisitKind}
        assert len(titles) == len(VisitKind)


def test_a_visit_of_ours_names_the_town_we_go_to(words, house, pdf):
    data = replace(samples.visit(), direction=VisitDirection.OUTGOING)
    assert "obisk v mestu Beljak" in pdf(programme.render(data, house, words(Language.SL))[0]).text


def test_several_days_have_a_heading_each_and_one_range(words, house, pdf):
    data = samples.visit()
    days = (*data.days, ProgrammeDay(date(2016, 2, 26), data.days[0].entries[1:2]))
    longer = replace(data, days=days, last_day=date(2016, 2, 26))
    text = pdf(programme.render(longer, house, words(Language.SL))[0]).text
    assert "25.–26. februar 2016" in text
    assert "petek, 26. februar 2016" in text


def test_a_programme_without_items_says_so(words, house, pdf):
    text = pdf(programme.render(replace(samples.visit(), days=()), house, words(Language.SL))[0]).text
    assert "Program še ni določen." in text


def test_many_guests_print_in_full(words, house, pdf):
    data = samples.visit()
    many = tuple(replace(data.sides[0].people[0], name=f"Gost Številka{number:03}") for number in range(120))
    printed = pdf(
        programme.render(
            replace(data, sides=(replace(data.sides[0], people=many), data.sides[1])),
            house,
            words(Language.SL),
        )[0]
    )
    assert all(f"Številka{number:03}" in printed.text for number in range(120))
    assert f"stran 1 od {printed.pages}" in printed.text


def test_many_short_topics_stand_in_two_columns_and_all_are_there(words, house, pdf):
    topics = tuple(LocalizedText(sl=f"tema{number}") for number in range(7))
    text = pdf(programme.render(replace(samples.visit(), topics=topics), house, words(Language.SL))[0]).text
    assert all(f"tema{number}" in text for number in range(7))
