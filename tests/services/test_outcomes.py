"""Both sides show what became of what was agreed."""

from datetime import date

import pytest

from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.outcomes import agreed_sentences, project_from, promised_in, step_from
from cabinet_app.domain.promises import group_from
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.twinning import Agreement, AgreementParty
from cabinet_app.domain.visits import Visit
from cabinet_app.services.outcomes import add_step, made_of
from cabinet_app.services.outcomes import fates as fates_of

OUTCOMES = LocalizedText(
    sl="1. Kranj se pridruži projektom.\n"
    "2. Skupine se sestanejo najmanj enkrat mesečno.\n"
    "3. Podpišemo listino."
)


@pytest.fixture
def agreed(cabinet, villach):
    visit = Visit(
        starts_on=date(2027, 2, 25), ends_on=date(2027, 2, 25), partner_place_id=villach.id, outcomes=OUTCOMES
    )
    return cabinet.visits.create(visit).record


@pytest.fixture
def sentences(agreed):
    return agreed_sentences(agreed.outcomes)


def fates(cabinet, visit_id, sentences):
    return fates_of(sentences, made_of(cabinet, visit_id))


def titles(fate):
    return [(one.record_type, one.title.sl) for one in fate.records]


def test_nothing_has_become_of_a_fresh_visit(cabinet, agreed, sentences):
    assert [fate.records for fate in fates(cabinet, agreed.id, sentences)] == [(), (), ()]
    assert len(fates(cabinet, 0, sentences)) == 3


def test_each_sentence_shows_what_it_became(cabinet, agreed, sentences):
    first, second, third = sentences
    cabinet.projects.create(project_from(agreed, first, "Obisk", None))
    task = Task(title=same("Pripraviti prijavo"), wording=first.sl, visit_id=agreed.id)
    cabinet.tasks.create(task)
    promise = promised_in(second)
    assert promise is not None
    group = group_from(agreed, promise, "Obisk", "AT")
    group.names = same("Delovna skupina")
    cabinet.organizations.create(group)
    agreement = Agreement(title=same("Listina"), parties=[AgreementParty(name="A"), AgreementParty(name="B")])
    stored = cabinet.agreements.create(agreement).record
    add_step(cabinet, stored.id, step_from(agreed, third, "Obisk"))
    told = fates(cabinet, agreed.id, sentences)
    assert titles(told[0]) == [("task", "Pripraviti prijavo"), ("project", "Kranj se pridruži projektom")]
    assert titles(told[1]) == [("organization", "Delovna skupina")]
    assert titles(told[2]) == [("agreement", "Listina")]
    assert len(told) == 3


def test_what_no_sentence_claims_stands_at_the_end(cabinet, agreed, sentences):
    cabinet.tasks.create(Task(title=same("Drugo"), visit_id=agreed.id))
    told = fates(cabinet, agreed.id, sentences)
    assert told[-1].sentence.is_empty
    assert titles(told[-1]) == [("task", "Drugo")]


def test_what_lies_in_the_bin_came_to_nothing(cabinet, agreed, sentences):
    task = cabinet.tasks.create(Task(title=same("Drugo"), visit_id=agreed.id)).record
    cabinet.tasks.delete(task.id)
    assert len(fates(cabinet, agreed.id, sentences)) == 3


def test_a_step_of_an_agreement_is_taken_back_as_one(cabinet, agreed, sentences):
    agreement = Agreement(title=same("Listina"), parties=[AgreementParty(name="A"), AgreementParty(name="B")])
    stored = cabinet.agreements.create(agreement).record
    add_step(cabinet, stored.id, step_from(agreed, sentences[2], "Obisk"))
    assert cabinet.agreements.get(stored.id).record.events[0].visit_id == agreed.id
    cabinet.undo.undo()
    assert cabinet.agreements.get(stored.id).record.events == []


def test_the_group_knows_the_visit_it_was_promised_on(cabinet, agreed, sentences):
    promise = promised_in(sentences[1])
    assert promise is not None
    group = group_from(agreed, promise, "Obisk", "")
    assert isinstance(group, Organization)
    assert group.classification is Classification.WORKING_GROUP
    assert group.cadence_rules[0].visit_id == agreed.id


def test_what_prepared_the_visit_did_not_come_of_it(cabinet, agreed, sentences):
    cabinet.tasks.create_for_visit(agreed.id, [Task(title=same("Naročiti tolmača"), offset_days=-14)])
    assert [fate.records for fate in fates(cabinet, agreed.id, sentences)] == [(), (), ()]
