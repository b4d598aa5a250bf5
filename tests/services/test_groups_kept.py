"""What groups keep between two looks is never older than the register."""

from datetime import date, datetime

import pytest
from sqlalchemy import event

from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.cadence import CadenceRule
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingStatus
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import same
from cabinet_app.services.groups import Groups

TODAY = date(2026, 11, 20)


@pytest.fixture
def groups(cabinet):
    """The ids of two groups whose boards have been looked at."""
    ids = [
        cabinet.organizations.create(
            Organization(
                names=same(name),
                classification=Classification.WORKING_GROUP,
                cadence_rules=[CadenceRule(valid_from=date(2026, 1, 1))],
            )
        ).record.id
        for name in ("Promet", "Šport")
    ]
    cabinet.groups.boards(TODAY)
    return ids


@pytest.fixture
def meeting(cabinet, groups):
    """Makes a meeting of a group."""

    def make(group_id, day, **facts):
        starts_at = datetime.combine(day, datetime.min.time().replace(hour=17))
        bodies = [MeetingBody(organization_id=group_id)]
        return cabinet.meetings.create(
            Meeting(bodies=bodies, starts_at=starts_at, status=MeetingStatus.HELD, **facts)
        )

    return make


def is_fresh(cabinet):
    """Whether what is kept says the same as groups that have never looked before."""
    kept = [(board.material, board.windows, board.owed) for board in cabinet.groups.boards(TODAY)]
    fresh = Groups(cabinet.organizations).boards(TODAY)
    return kept == [(board.material, board.windows, board.owed) for board in fresh]


def test_a_meeting_that_comes_changes_its_group_and_goes(cabinet, groups, meeting):
    stored = meeting(groups[0], date(2026, 10, 5))
    assert is_fresh(cabinet)
    stored.record.bodies[0].organization_id = groups[1]
    cabinet.meetings.update(stored.record, stored.version)
    assert is_fresh(cabinet)
    cabinet.meetings.delete(stored.record.id)
    assert is_fresh(cabinet)
    cabinet.undo.undo()
    assert is_fresh(cabinet)


def test_a_moved_meeting_says_where_to_even_if_its_successor_is_changed(cabinet, groups, meeting):
    stored = meeting(groups[0], date(2026, 11, 25))
    assert is_fresh(cabinet)
    new = cabinet.meetings.move(stored.record.id, stored.version, datetime(2026, 11, 27, 9))
    assert is_fresh(cabinet)
    new.record.bodies[0].organization_id = groups[1]
    new.record.starts_at = datetime(2026, 11, 30, 9)
    cabinet.meetings.update(new.record, new.version)
    assert is_fresh(cabinet)


def test_a_group_that_is_renamed_or_new(cabinet, groups):
    stored = cabinet.organizations.get(groups[0])
    stored.record.names = same("Prometna varnost")
    cabinet.organizations.update(stored.record, stored.version)
    assert is_fresh(cabinet)
    cabinet.organizations.duplicate(groups[0])
    cabinet.organizations.create(cabinet.organizations.duplicate(groups[1]))
    assert is_fresh(cabinet)


def test_a_colleague_who_stores_several_steps(cabinet, colleague, groups, meeting):
    stored = meeting(groups[0], date(2026, 10, 5))
    assert is_fresh(cabinet)
    colleague.people.create(Person(name=PersonName(given="Ana", family="Novak")))
    record = colleague.meetings.get(stored.record.id)
    record.record.starts_at = datetime(2026, 9, 5, 9)
    colleague.meetings.update(record.record, record.version)
    assert is_fresh(cabinet)


def test_an_edit_that_touches_no_meeting_reads_no_meetings(cabinet, groups, meeting):
    meeting(groups[0], date(2026, 10, 5))
    cabinet.groups.boards(TODAY)
    cabinet.people.create(Person(name=PersonName(given="Ana", family="Novak")))
    read = []
    engine = cabinet.store._reader

    def note(_connection, _cursor, statement, *_rest):
        read.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    cabinet.groups.boards(TODAY)
    event.remove(engine, "before_cursor_execute", note)
    assert not [statement for statement in read if "FROM meeting_body" in statement and "JOIN" in statement]
