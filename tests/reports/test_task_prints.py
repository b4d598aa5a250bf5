"""Scenario 24, its half about tasks: what is left to be done, per holder; and the checklist of a visit."""

from datetime import date, datetime

import pytest

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.task_matters import Holder, OpenMatter
from cabinet_app.domain.tasks import Task, TaskAnchor, TaskStatus
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import Visit
from cabinet_app.errors import FieldRequired, RecordNotFound
from cabinet_app.reports import tasks, tasks_checklist
from cabinet_app.reports.catalog import compose, draw, report_kind, write_report
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.options import ReportOptions
from cabinet_app.reports.tasks_data import ChecklistData, ChecklistLine, TasksData

NOW = datetime(2026, 11, 20, 14, 5)
MAJA = Holder("dr. Maja Žagar", 1, "Žagar Maja")
CUK = Holder("mag. Urška Čuk", 2, "Čuk Urška")


def matter(number, words, holder, day=None, **fields):
    due = date(2026, 11, day) if day else None
    return OpenMatter(number, words, holder=holder, due_on=due, **fields)


MATTERS = (
    matter(1, LocalizedText("Zahvala", "Dank", "Thanks"), MAJA, 25, subject=same("Beljak")),
    matter(2, LocalizedText("Program", "Programm", "Programme"), MAJA, 12),
    matter(3, LocalizedText(sl="Samo slovensko"), CUK, 24),
    matter(4, LocalizedText("Naslovi", "Adressen", "Addresses"), Holder()),
    matter(
        5,
        LocalizedText("Povabilo", "Einladung", "Invitation"),
        CUK,
        3,
        status=TaskStatus.COMPLETED,
        done_on=date(2026, 11, 2),
    ),
)
WORDS = {
    Language.SL: (
        "Odprte naloge",
        "4 odprte naloge, 1 zamuja",
        "8 dni zamude",
        "Brez nosilca",
        "opravljeno 2. 11. 2026",
        "INTERNO",
    ),
    Language.DE: (
        "Offene Aufgaben",
        "4 offene Aufgaben, davon 1 überfällig",
        "8 Tage überfällig",
        "Ohne Zuständige",
        "erledigt am 02.11.2026",
        "INTERN",
    ),
    Language.EN: (
        "Open tasks",
        "4 open tasks, 1 of them overdue",
        "8 days overdue",
        "Without a holder",
        "done on 2 Nov 2026",
        "INTERNAL",
    ),
}


@pytest.mark.parametrize("language", list(Language))
def test_tasks_stand_under_their_holders_with_the_overdue_first(language, house, words, pdf):
    data = TasksData(NOW, MATTERS, date(2026, 11, 1), date(2026, 11, 20))
    printed, findings = tasks.render(data, house, words(language))
    text = pdf(printed).text
    for expected in WORDS[language]:
        assert expected in text
    order = ["mag. Urška Čuk", "dr. Maja Žagar", WORDS[language][3]]
    assert [text.index(name) for name in order] == sorted(text.index(name) for name in order)
    programme, thanks = (one.text.get(language) for one in (MATTERS[1], MATTERS[0]))
    after = text[text.index("dr. Maja Žagar") :]
    assert after.index(programme) < after.index(thanks)
    missing = [one.subject for one in findings if one.kind is FindingKind.TEXT_MISSING]
    assert missing == ([] if language is Language.SL else ["Samo slovensko"])


def test_a_print_of_tasks_is_whole_embedded_and_the_same_each_time(house, words, pdf):
    data = TasksData(NOW, MATTERS)
    first, again = (tasks.render(data, house, words(Language.SL))[0] for _ in range(2))
    assert first == again
    made = pdf(first)
    made.check()
    assert all(embedded == "yes" for _name, embedded, _subset in made.fonts)


def test_nothing_to_do_is_said(house, words, pdf):
    text = pdf(tasks.render(TasksData(NOW), house, words(Language.EN))[0]).text
    assert "Nothing is left to be done." in text


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, "as of 20 Nov 2026"),
        (date(2026, 11, 1), None, "with those done since 1 Nov 2026"),
        (None, date(2026, 11, 1), "with those done by 1 Nov 2026"),
    ],
)
def test_the_print_says_whose_completion_it_tells(first, last, said, house, words, pdf):
    text = pdf(tasks.render(TasksData(NOW, MATTERS, first, last), house, words(Language.EN))[0]).text
    assert said in text
    assert ("with those" in text) is bool(first or last)


def test_many_tasks_run_over_pages_and_keep_their_heads(house, words, pdf):
    many = tuple(matter(number, same(f"Naloga {number}"), MAJA, 25) for number in range(80))
    made = pdf(tasks.render(TasksData(NOW, many), house, words(Language.SL))[0])
    assert made.pages > 1
    assert made.text.count("Rok") == made.pages
    assert all(f"Naloga {number}" in made.text for number in range(80))


LINES = (
    ChecklistLine(
        Task(
            title=LocalizedText("Povabilo", "Einladung", "Invitation"),
            offset_days=-60,
            status=TaskStatus.COMPLETED,
            due_on=date(2026, 9, 27),
            done_on=date(2026, 9, 26),
        ),
        "Žiga Zupančič",
    ),
    ChecklistLine(
        Task(title=LocalizedText("Zastave", "Fahnen", "Flags"), offset_days=-14, due_on=date(2026, 11, 12)),
        "hišnik",
    ),
    ChecklistLine(
        Task(title=LocalizedText("Zahvala", "Dank", "Thanks"), offset_days=7, due_on=date(2026, 12, 3))
    ),
    ChecklistLine(Task(title=LocalizedText("Kadar koli", "Irgendwann", "Any time"))),
)
CHECKLIST = ChecklistData(
    NOW,
    LocalizedText("Delovni obisk", "Arbeitsbesuch", "Working visit"),
    LocalizedText("Beljak", "Villach", "Villach"),
    date(2026, 11, 26),
    lines=LINES,
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.SL,
            ("Kontrolni seznam · opravljeno: 1 od 4", "Beljak, 26. november 2026", "čet 12. 11. 2026"),
        ),
        (Language.DE, ("Checkliste · erledigt: 1 von 4", "Villach, 26. November 2026", "Do 12.11.2026")),
        (Language.EN, ("Checklist · done: 1 of 4", "Villach, 26 November 2026", "Thu 12 Nov 2026")),
    ],
)
def test_a_checklist_has_a_box_for_each_task_and_counts_what_is_done(language, expected, house, words, pdf):
    printed, _ = tasks_checklist.render(CHECKLIST, house, words(language))
    text = pdf(printed).text
    for said in (*expected, "T−60", "T−14", "T+7", "hišnik", "Žiga Zupančič"):
        assert said in text
    assert (text.count("☑"), text.count("☐")) == (1, 3)
    titles = [line.task.title.get(language) for line in LINES]
    assert [text.index(title) for title in titles] == sorted(text.index(title) for title in titles)


def test_a_visit_without_tasks_says_so(house, words, pdf):
    empty = ChecklistData(NOW, same("Obisk"))
    assert (
        "This visit has no tasks yet."
        in pdf(tasks_checklist.render(empty, house, words(Language.EN))[0]).text
    )


@pytest.fixture
def visit(cabinet):
    zupan = cabinet.people.create(Person(name=PersonName(given="Žiga", family="Zupančič"))).record.id
    draft = Visit(starts_on=date(2026, 11, 26), title=same("Delovni obisk"), responsible_id=zupan)
    record = cabinet.visits.create(draft).record
    drafts = [
        Task(title=same("Zastave"), offset_days=-1, responsible="hišnik"),
        Task(title=same("Zahvala"), offset_days=7, anchor=TaskAnchor.VISIT_END, responsible_id=zupan),
        Task(title=same("Opuščeno"), status=TaskStatus.CANCELLED),
    ]
    cabinet.tasks.create_for_visit(record.id, drafts)
    return record


def test_the_checklist_of_a_stored_visit_is_printed_without_what_was_called_off(
    cabinet, visit, house, words, pdf
):
    kind = report_kind("checklist")
    options = ReportOptions(NOW, record_id=visit.id)
    data = compose(kind, options, Language.SL, cabinet)
    assert [line.holder for line in data.lines] == ["hišnik", "Žiga Zupančič"]
    report = draw(kind, data, options, Language.SL, house, words(Language.SL))
    assert report.name == "2026-11-26_kontrolni-seznam_interno_sl.pdf"
    text = pdf(report.data).text
    assert "Zastave" in text
    assert "Opuščeno" not in text


def test_a_checklist_needs_a_visit_that_there_is(cabinet):
    with pytest.raises(FieldRequired):
        write_report(report_kind("checklist"), ReportOptions(NOW), Language.SL, HouseStyle(), cabinet)
    with pytest.raises(RecordNotFound):
        write_report(
            report_kind("checklist"), ReportOptions(NOW, record_id=7), Language.SL, HouseStyle(), cabinet
        )


def test_stored_tasks_are_printed_open_or_with_those_done(cabinet, visit, house, words):
    kind = report_kind("tasks")
    done = cabinet.tasks.create(
        Task(title=same("Povabilo"), status=TaskStatus.COMPLETED, done_on=date(2026, 11, 2))
    ).record.id
    still = compose(kind, ReportOptions(NOW), Language.SL, cabinet)
    assert {one.text.sl for one in still.matters} == {"Zastave", "Zahvala"}
    with_done = compose(kind, ReportOptions(NOW, first=date(2026, 11, 1)), Language.SL, cabinet)
    assert done in {one.id for one in with_done.matters}
    report = draw(kind, still, ReportOptions(NOW), Language.DE, house, words(Language.DE))
    assert report.name == "2026-11-20_Aufgaben_intern_de.pdf"
