"""The lists stand on their indexes: what SQLite plans to do for each statement, asked of a real file."""

import sqlite3
from contextlib import closing, contextmanager
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import event

from cabinet_app.domain.meetings import AgendaItem, Decision, Meeting, MeetingBody
from cabinet_app.domain.texts import Language, same
from cabinet_app.services.meetings import chip_of_body
from cabinet_app.services.records import ListQuery
from cabinet_app.services.search import Search

TODAY = date(2026, 11, 20)
SOME = [1, 2, 3]
NOUNS = ("visits", "partnerships", "agreements", "projects", "meetings", "places", "organizations", "people")
CHIPS = {
    "visits": ("upcoming", "incoming", "outgoing", "without_programme"),
    "partnerships": ("active", "in_preparation", "dormant", "unverified"),
    "agreements": ("in_force", "in_preparation", "ending_this_year"),
    "projects": ("running", "closed"),
    "meetings": ("upcoming", "without_agenda", "cancelled", chip_of_body(1)),
}


def query(text="", chip="", sort="", *, descending=False):
    return ListQuery(Language.SL, TODAY, text, frozenset([chip] if chip else []), sort, descending)


@pytest.fixture
def plans(cabinet):
    """The steps of the plan of every statement that is read inside the block, as one list."""

    @contextmanager
    def watched(engine=None):
        engine = engine or cabinet.store._reader
        statements: list[tuple[str, Any]] = []
        steps: list[str] = []

        def note(_connection, _cursor, statement, parameters, *_rest):
            if statement.startswith("SELECT"):
                statements.append((statement, parameters))

        event.listen(engine, "before_cursor_execute", note)
        yield steps
        event.remove(engine, "before_cursor_execute", note)
        assert statements
        with closing(sqlite3.connect(cabinet.store.path)) as connection:
            for statement, parameters in statements:
                rows = connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                steps.extend(row[3] for row in rows)

    return watched


def sorts(steps):
    return [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step or "LAST" in step]


def scans(steps):
    """Tables read from end to end, by their own rows or by those of an index."""
    return [
        step
        for step in steps
        if step.startswith("SCAN") and not ("(subquery" in step or "CONSTANT ROW" in step)
    ]


@pytest.mark.parametrize(
    ("noun", "index"), [("meetings", "meeting_starts_at"), ("visits", "visit_starts_on")]
)
@pytest.mark.parametrize("descending", [False, True])
def test_a_list_by_day_reads_an_index_and_sorts_nothing(cabinet, plans, noun, index, descending):
    with plans() as steps:
        getattr(cabinet, noun).ids(query(descending=descending))
    (step,) = steps
    assert f"USING COVERING INDEX ix_{index}" in step


@pytest.mark.parametrize(
    ("noun", "index"), [("meetings", "meeting_starts_at"), ("visits", "visit_starts_on")]
)
def test_a_span_of_days_is_searched_in_the_index_of_days(cabinet, plans, noun, index):
    with plans() as steps:
        getattr(cabinet, noun).ids_between(date(2026, 11, 1), date(2026, 11, 30))
    assert f"USING COVERING INDEX ix_{index}" in steps[0]
    assert steps[0].startswith("SEARCH")
    assert not sorts(steps)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("noun", ["places", "organizations", "people"])
def test_the_directory_is_read_in_the_order_of_its_sort_keys(cabinet, plans, noun, descending):
    with plans() as steps:
        getattr(cabinet, noun).ids(query(descending=descending))
    assert "sort_sl" in steps[0]
    assert not [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step]


@pytest.mark.parametrize("noun", NOUNS)
def test_rows_are_fetched_by_their_ids(cabinet, plans, noun):
    with plans() as steps:
        getattr(cabinet, noun).rows(SOME, Language.SL)
    ours = [step for step in scans(steps) if not step.startswith("SCAN organization")]
    assert not ours, "only the municipality itself is looked for"
    assert not [step for step in steps if "AUTOMATIC" in step]


@pytest.mark.parametrize("noun", NOUNS)
def test_no_list_makes_an_index_of_its_own(cabinet, plans, noun):
    service = getattr(cabinet, noun)
    with plans() as steps:
        for chip in ("", *CHIPS.get(noun, ())):
            for text in ("", "seja kranj"):
                service.ids(query(text, chip))
        for sort in ("town", "country", "title", "status", "body", "place", "since", "valid_to", "starts"):
            service.ids(query(sort=sort))
        service.choices("seja kranj", Language.SL)
    assert not [step for step in steps if "AUTOMATIC" in step]


@pytest.mark.parametrize("noun", NOUNS)
def test_what_belongs_to_a_record_is_searched_once_and_not_for_every_row(cabinet, plans, noun):
    with plans() as steps:
        getattr(cabinet, noun).ids(query("seja", sort="title"))
    assert not [step for step in steps if "CORRELATED" in step]


def test_the_meetings_of_a_body_are_found_by_the_body(cabinet, plans):
    with plans() as steps:
        cabinet.meetings.ids(query(chip=chip_of_body(7)))
    assert [step for step in steps if "ix_meeting_body_organization_id" in step]
    assert not scans(steps)


def test_search_ranks_without_an_index_of_its_own(cabinet, plans):
    with plans() as steps:
        Search(cabinet).find("seja kranj", Language.SL)
    assert not [step for step in steps if "AUTOMATIC" in step or "CORRELATED" in step]


def test_a_decision_number_is_looked_up_in_its_index(cabinet, plans):
    meeting = Meeting(
        title=same("Seja"),
        starts_at=datetime(2026, 11, 20, 17),
        bodies=[MeetingBody()],
        agenda=[AgendaItem(decisions=[Decision(number="7/2026")])],
    )
    stored = cabinet.meetings.create(meeting)
    stored.record.bodies[0].organization_id = cabinet.organizations.create(
        cabinet.organizations.kind(names=same("Komisija"))
    ).record.id
    with plans(cabinet.store._writer) as steps:
        cabinet.meetings.update(stored.record, stored.version)
    assert [step for step in steps if "ix_decision_number" in step]
    assert not [step for step in steps if step == "SCAN decision"]
