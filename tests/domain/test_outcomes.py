"""What was agreed, sentence by sentence, and what a sentence can become without typing it again."""

from datetime import date

from cabinet_app.domain.cadence import CadenceUnit
from cabinet_app.domain.outcomes import (
    agreed_sentences,
    agreement_from,
    project_from,
    promised_in,
    step_from,
)
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import AgreementEventKind
from cabinet_app.domain.visits import Visit

SENTENCE = LocalizedText(sl="Kranj se bo pridružil čezmejnim projektom.", de="Kranj schließt sich an.")


def visit(**more):
    days = {"starts_on": date(2027, 2, 25), "ends_on": date(2027, 2, 26)}
    return Visit(**({"id": 7, "partner_place_id": 2} | days | more))


def test_numbered_lines_are_matters_without_their_numbers():
    text = LocalizedText(sl="1. Prvi projekt. Še stavek.\n2) Drugi.\n– Tretji.\n\n")
    assert [one.sl for one in agreed_sentences(text)] == ["Prvi projekt. Še stavek.", "Drugi.", "Tretji."]


def test_one_line_has_a_matter_in_each_sentence():
    text = LocalizedText(sl="Zbora bosta gostovala. Skrbnik je dr. Novak, prvič 3. maja.")
    assert [one.sl for one in agreed_sentences(text)] == [
        "Zbora bosta gostovala.",
        "Skrbnik je dr. Novak, prvič 3. maja.",
    ]


def test_languages_with_as_many_matters_stand_side_by_side():
    text = LocalizedText(sl="1. Ena.\n2. Dve.", de="1. Eins.\n2. Zwei.")
    assert [(one.sl, one.de) for one in agreed_sentences(text)] == [("Ena.", "Eins."), ("Dve.", "Zwei.")]


def test_languages_that_do_not_agree_are_not_mixed():
    text = LocalizedText(sl="1. Ena.\n2. Dve.", de="1. Eins.\n2. Zwei.\n3. Drei.")
    assert agreed_sentences(text) == [LocalizedText(sl="Ena."), LocalizedText(sl="Dve.")]


def test_nothing_agreed_is_no_sentence():
    assert agreed_sentences(LocalizedText()) == []
    assert agreed_sentences(LocalizedText(en="  \n ")) == []


def test_a_promise_of_meetings_is_recognised_in_any_language():
    rule = promised_in(LocalizedText(sl="Sestanki bodo potekali najmanj enkrat mesečno."))
    assert rule is not None
    assert rule.unit is CadenceUnit.MONTH
    assert promised_in(LocalizedText(de="Die Arbeitsgruppen tagen mindestens einmal im Monat.")) is not None
    assert promised_in(SENTENCE) is None


def test_a_project_knows_its_visit_its_towns_and_the_words_it_comes_from():
    project = project_from(visit(), SENTENCE, "Obisk 25. 2. 2027", 1)
    assert project.visit_id == 7
    assert [town.place_id for town in project.towns] == [1, 2]
    assert project.title.sl == "Kranj se bo pridružil čezmejnim projektom"
    assert project.purpose == SENTENCE
    assert (project.sources[0].document, project.sources[0].quote) == ("Obisk 25. 2. 2027", SENTENCE.sl)


def test_a_long_sentence_makes_a_short_title():
    project = project_from(visit(), LocalizedText(sl="Beseda " * 40), "", None)
    assert project.title.sl.endswith("Beseda …")
    assert len(project.title.sl) < 100


def test_a_step_of_an_agreement_was_done_on_the_last_day_of_the_visit():
    step = step_from(visit(), SENTENCE, "Obisk")
    assert step.kind is AgreementEventKind.INITIATIVE
    assert (step.happened_on.edtf, step.visit_id, step.remark) == ("2027-02-26", 7, SENTENCE)
    agreement = agreement_from(visit(), step, 1)
    assert [party.place_id for party in agreement.parties] == [1, 2]
    assert agreement.events == [step]


def test_a_visit_without_days_or_town_still_becomes_something():
    bare = Visit(partner_organization_id=9)
    step = step_from(bare, SENTENCE, "")
    assert step.happened_on.is_empty
    assert step.visit_id is None
    assert [party.organization_id for party in agreement_from(bare, step, None).parties] == [9]
    assert project_from(bare, SENTENCE, "", None).starts.is_empty
