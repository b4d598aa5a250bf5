"""Tasks: found, ordered, put on the checklist of a visit, ticked and moved with it."""

from datetime import date, timedelta

import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.meetings import Meeting, MeetingBody
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.projects import Project
from cabinet_app.domain.task_matters import Holder
from cabinet_app.domain.tasks import Task, TaskAnchor, TaskStatus
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.twinning import Agreement, AgreementParty
from cabinet_app.domain.visits import Visit
from cabinet_app.errors import Conflict, FormatError, RecordInUse
from cabinet_app.services.changes import Act
from cabinet_app.services.records import ListQuery
from cabinet_app.services.tasks import shift
from tests.services.statements import selects

TODAY = date(2026, 11, 20)  # a Friday
STATEMENTS_A_LIST_MAY_COST = 9


def query(text="", *chips, sort="", descending=False, language=Language.SL):
    return ListQuery(language, TODAY, text, frozenset(chips), sort, descending)


def away(days):
    return TODAY + timedelta(days=days)


@pytest.fixture
def task(cabinet):
    def make(title="naloga", days=None, **fields):
        due = None if days is None else away(days)
        return cabinet.tasks.create(Task(title=same(title), due_on=due, **fields)).record.id

    return make


@pytest.fixture
def villach_visit(cabinet, villach):
    draft = Visit(starts_on=away(10), ends_on=away(11), partner_place_id=villach.id)
    return cabinet.visits.create(draft).record


@pytest.fixture
def maja(cabinet):
    name = PersonName(title_before="dr.", given="Maja", family="Žagar-Čuček")
    return cabinet.people.create(Person(name=name)).record.id


def test_the_overdue_come_first_then_the_coming_then_those_without_a_day_then_the_done(cabinet, task):
    none, later, overdue = task(), task(days=9), task(days=-9)
    done = task(days=-20, status=TaskStatus.COMPLETED, done_on=away(-15))
    done_later = task(days=-30, status=TaskStatus.COMPLETED, done_on=away(-2))
    assert cabinet.tasks.ids(query()) == [overdue, later, none, done_later, done]
    assert cabinet.tasks.ids(query(descending=True))[:3] == [later, overdue, none]


def test_every_question_of_the_day_has_a_chip(cabinet, task, maja):
    overdue = task(days=-1, responsible_id=maja)
    monday, sunday = task(days=-4, responsible="sekretariat"), task(days=2)
    next_week = task(days=3, responsible="sekretariat")
    done = task(days=-1, status=TaskStatus.COMPLETED, responsible_id=maja)
    cancelled = task(days=-1, status=TaskStatus.CANCELLED, responsible_id=maja)
    assert cabinet.tasks.ids(query("", "open")) == [monday, overdue, sunday, next_week]
    assert cabinet.tasks.ids(query("", "overdue")) == [monday, overdue] == cabinet.tasks.overdue(TODAY)
    assert cabinet.tasks.ids(query("", "this_week")) == [monday, overdue, sunday]
    assert cabinet.tasks.ids(query("", "done")) == [done]
    assert cabinet.tasks.ids(query("", "without_holder", "open")) == [sunday]
    assert cancelled in cabinet.tasks.ids(query())
    with pytest.raises(ValueError, match="mine"):
        cabinet.tasks.ids(query("", "mine"))


def test_a_task_is_found_by_its_holder_and_by_all_it_belongs_to(cabinet, task, maja, villach, villach_visit):
    body = Organization(names=same("Komisija za pobratenja"))
    body_id = cabinet.organizations.create(body).record.id
    meeting = cabinet.meetings.create(
        Meeting(bodies=[MeetingBody(organization_id=body_id)], number="3")
    ).record
    parties = [AgreementParty(place_id=villach.id), AgreementParty(name="Kranj")]
    agreement = cabinet.agreements.create(Agreement(title=same("Listina"), parties=parties)).record
    project = cabinet.projects.create(Project(acronym="CITY II")).record
    by_visit = task("Zastave", visit_id=villach_visit.id)
    by_meeting = task("Sklep", meeting_id=meeting.id)
    by_agreement = task("Prevod", agreement_id=agreement.id)
    by_project = task("Poročilo", project_id=project.id)
    by_town = task("Voščilnica", place_id=villach.id)
    held = task("Darilo", responsible_id=maja)
    assert set(cabinet.tasks.ids(query("villach"))) == {by_visit, by_agreement, by_town}
    assert cabinet.tasks.ids(query("beljak zastave")) == [by_visit]
    assert cabinet.tasks.ids(query("komisija")) == [by_meeting]
    assert cabinet.tasks.ids(query("listina")) == [by_agreement]
    assert cabinet.tasks.ids(query("city")) == [by_project]
    assert cabinet.tasks.ids(query("zagar")) == [held]


def test_a_row_says_who_does_it_and_what_it_belongs_to(cabinet, task, maja, villach, villach_visit):
    first = task("Zastave", 1, visit_id=villach_visit.id, place_id=villach.id, responsible_id=maja)
    second = task("Voščilnica", 2, place_id=villach.id, responsible="sekretariat")
    third = task("Poklic")
    rows = cabinet.tasks.rows([third, first, second], Language.DE)
    assert [row.id for row in rows] == [third, first, second]
    assert (rows[0].holder, rows[0].subject_type, rows[0].subject) == ("", "", "")
    assert rows[1].holder == "dr. Maja Žagar-Čuček"
    assert (rows[1].subject_type, rows[1].subject_id) == ("visit", villach_visit.id)
    assert rows[1].subject == "Villach, 30.11.2026"
    assert (rows[2].holder, rows[2].subject_type, rows[2].subject) == ("sekretariat", "place", "Villach")


def test_a_meeting_without_a_title_is_called_after_its_body(cabinet, task):
    body_id = cabinet.organizations.create(Organization(names=same("Komisija"))).record.id
    meeting = cabinet.meetings.create(
        Meeting(bodies=[MeetingBody(organization_id=body_id)], number="3")
    ).record
    (row,) = cabinet.tasks.rows([task(meeting_id=meeting.id)], Language.SL)
    assert row.subject == "Komisija (3)"


@pytest.mark.parametrize("sort", ["title", "holder", "status", "due"])
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_all_tasks(cabinet, task, maja, sort, descending):
    made = {task("b", 1), task("a", -1, responsible_id=maja), task("c", responsible="Ada"), task("č")}
    assert set(cabinet.tasks.ids(query(sort=sort, descending=descending))) == made


def test_titles_and_holders_stand_in_the_alphabet_and_nobody_last(cabinet, task, maja):
    b, a, nobody = task("č", responsible_id=maja), task("c", responsible="Ada"), task("d")
    assert cabinet.tasks.ids(query(sort="title")) == [a, b, nobody]
    assert cabinet.tasks.ids(query(sort="title", descending=True)) == [nobody, b, a]
    assert cabinet.tasks.ids(query(sort="holder"))[-1] == nobody


def test_a_list_of_tasks_costs_a_few_statements(filled):
    sample = filled(TODAY)
    ids = sample.tasks.ids(query())
    assert ids
    with selects(sample) as asked:
        assert len(sample.tasks.rows(ids, Language.SL)) == len(ids)
    assert len(asked) <= STATEMENTS_A_LIST_MAY_COST


def test_a_checklist_is_put_on_a_visit_in_one_step_and_taken_away_in_one(cabinet, villach_visit):
    drafts = [
        Task(title=same("Zahvala"), offset_days=7, anchor=TaskAnchor.VISIT_END),
        Task(title=same("Povabilo"), offset_days=-60),
        Task(title=same("Kadar utegnemo")),
    ]
    ids = cabinet.tasks.create_for_visit(villach_visit.id, drafts)
    found = [stored.record for stored in cabinet.tasks.of_visit(villach_visit.id)]
    assert [task.title.sl for task in found] == ["Povabilo", "Zahvala", "Kadar utegnemo"]
    assert [task.due_on for task in found] == [away(-50), away(18), None]
    assert set(ids) == {task.id for task in found}
    assert all(draft.id == 0 for draft in drafts)
    cabinet.undo.undo()
    assert cabinet.tasks.of_visit(villach_visit.id) == []


def test_no_checklist_hangs_on_a_visit_that_there_is_not(cabinet):
    with pytest.raises(FormatError):
        cabinet.tasks.create_for_visit(99, [Task(title=same("Zastave"), due_on=TODAY)])


def test_a_visit_with_tasks_is_not_thrown_away_unasked(cabinet, villach_visit):
    cabinet.tasks.create_for_visit(villach_visit.id, [Task(title=same("Zastave"))])
    with pytest.raises(RecordInUse):
        cabinet.visits.delete(villach_visit.id)


def test_a_checklist_goes_with_its_visit_and_comes_back_with_it(cabinet, villach_visit):
    (flags,) = cabinet.tasks.create_for_visit(villach_visit.id, [Task(title=same("Zastave"), offset_days=-1)])
    cabinet.visits.delete(villach_visit.id)
    assert cabinet.tasks.count() == cabinet.visits.count() == 0
    assert cabinet.undo.next_undo().record_type == "visit"
    cabinet.undo.undo()
    assert cabinet.tasks.get(flags).record.visit_id == villach_visit.id


def test_a_task_is_told_from_its_namesakes_by_its_day(cabinet, task):
    (choice,) = cabinet.tasks.choices_of([task("Zastave", 3)], Language.DE)
    assert (choice.title, choice.detail) == ("Zastave", "23.11.2026")


def test_open_tasks_follow_a_moved_visit_within_its_own_step(cabinet, villach_visit):
    drafts = [Task(title=same("Zastave"), offset_days=-1), Task(title=same("Samo"), due_on=away(3))]
    drafts += [Task(title=same("Opravljeno"), offset_days=-60, status=TaskStatus.COMPLETED, done_on=TODAY)]
    flags, alone, done = cabinet.tasks.create_for_visit(villach_visit.id, drafts)
    villach_visit.starts_on = villach_visit.ends_on = away(24)
    with cabinet.journal.step(Act.UPDATE) as step:
        step.put("visit", villach_visit)
        assert shift(step, villach_visit.id, away(24), away(24)) == [flags]
    days = {task_id: cabinet.tasks.get(task_id).record.due_on for task_id in (flags, alone, done)}
    assert days == {flags: away(23), alone: away(3), done: away(-50)}
    cabinet.undo.undo()
    assert cabinet.tasks.get(flags).record.due_on == away(9)
    assert cabinet.visits.get(villach_visit.id).record.starts_on == away(10)


def test_a_tick_is_one_step_that_keeps_the_day(cabinet, task):
    task_id = task(days=-3)
    done = cabinet.tasks.tick(task_id, TODAY, is_done=True).record
    assert (done.status, done.done_on) == (TaskStatus.COMPLETED, TODAY)
    cabinet.undo.undo()
    assert cabinet.tasks.get(task_id).record.done_on is None


def test_two_who_change_one_task_are_told(cabinet, colleague, task):
    stored = cabinet.tasks.get(task(days=1))
    colleague.tasks.tick(stored.record.id, TODAY, is_done=True)
    with pytest.raises(Conflict):
        cabinet.tasks.update(Task(id=stored.record.id, title=same("drugače")), stored.version)


def test_open_matters_are_the_open_tasks_and_those_done_in_a_span(cabinet, task, maja, villach_visit):
    open_one = task("Zastave", 1, responsible_id=maja, visit_id=villach_visit.id)
    in_span = task("Povabilo", status=TaskStatus.COMPLETED, done_on=away(-2))
    task("Davno", status=TaskStatus.COMPLETED, done_on=away(-200))
    task("Opuščeno", status=TaskStatus.CANCELLED)
    (matter,) = cabinet.tasks.matters()
    assert (matter.id, matter.holder) == (open_one, Holder("dr. Maja Žagar-Čuček", maja, "Žagar-Čuček Maja"))
    assert matter.subject.de == "Villach, 30.11.2026"
    assert matter.subject.sl.startswith("Beljak, ")
    found = cabinet.tasks.matters(done_from=away(-10), done_until=TODAY)
    assert {one.id for one in found} == {open_one, in_span}
    assert len(cabinet.tasks.matters(done_until=away(-100))) == 2


def test_a_town_of_its_own_is_shown_where_there_is_no_visit(cabinet, task):
    town = cabinet.places.create(Place(names=same("Rivoli"))).record.id
    (row,) = cabinet.tasks.rows([task(place_id=town)], Language.SL)
    assert (row.subject_type, row.subject) == ("place", "Rivoli")
