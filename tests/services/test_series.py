"""Series with real rows: begun, changed for some or all, ended, continued; each act is one undo."""

from datetime import date, datetime, timedelta

import pytest

from cabinet_app.domain.meetings import AgendaItem, Meeting, MeetingStatus
from cabinet_app.domain.recurrence import Rule
from cabinet_app.domain.series import Frequency, HolidayPolicy, MeetingSeries
from cabinet_app.domain.series_plan import Scope
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import same
from cabinet_app.errors import Conflict, RecordNotFound, ValueRejected
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.records import Stored
from tests.services.made_series import FIRST, TODAY, WEEK, begin, change, on, rows, shape, starts


def test_a_series_stands_as_rows_for_24_months(cabinet: Cabinet) -> None:
    first = begin(cabinet, until=None).record

    found = rows(cabinet)
    assert found[0].starts_at == FIRST
    assert found[-1].starts_at == datetime(2028, 2, 29, 9)
    assert len(found) == 105
    series = cabinet.series.get(first.series_id or 0).record
    assert series.materialised_until == date(2028, 3, 2)
    assert {one.uid for one in found} == {series.uid}
    assert all(one.original_start == one.starts_at for one in found)
    assert all(one.title == same("Kolegij") for one in found)
    assert found[5].ends_at == found[5].starts_at + timedelta(hours=1)  # type: ignore[operator] # it has one


def test_a_series_is_one_step_that_can_be_taken_back_and_repeated(cabinet: Cabinet) -> None:
    begin(cabinet)
    after = shape(cabinet)

    cabinet.undo.undo()
    assert shape(cabinet) == [[], []]
    cabinet.undo.redo()
    assert shape(cabinet) == after


def test_a_meeting_that_stood_alone_becomes_the_first_of_a_series(cabinet: Cabinet) -> None:
    stored = cabinet.meetings.create(Meeting(title=same("Kolegij"), starts_at=FIRST, agenda=[AgendaItem()]))
    uid = stored.record.uid

    outcome = cabinet.series.begin(stored.record, stored.version, MeetingSeries(weekdays=[1]), TODAY)

    assert outcome.meeting
    assert (outcome.meeting.record.id, outcome.meeting.record.uid) == (stored.record.id, uid)
    assert len(outcome.meeting.record.agenda) == 1
    assert rows(cabinet)[1].agenda == []
    assert rows(cabinet)[1].ends_at is None


def test_the_first_meeting_goes_to_the_first_day_of_the_rule(cabinet: Cabinet) -> None:
    first = begin(cabinet, FIRST, weekdays=[3])

    assert first.record.starts_at == datetime(2026, 3, 5, 9)


def test_a_rule_without_a_day_is_refused_and_nothing_is_stored(cabinet: Cabinet) -> None:
    with pytest.raises(ValueRejected):
        begin(cabinet, weekdays=[])

    assert shape(cabinet) == [[], []]


def test_a_stale_version_is_a_conflict(cabinet: Cabinet) -> None:
    stored = cabinet.meetings.create(Meeting(starts_at=FIRST))
    with pytest.raises(Conflict):
        cabinet.series.begin(stored.record, stored.version + 1, MeetingSeries(weekdays=[1]), TODAY)
    first = begin(cabinet)
    with pytest.raises(Conflict):
        change(cabinet, Stored(first.record, first.version + 1, first.updated_at), Scope.ALL, title=same("x"))


def test_a_meeting_left_out_for_a_holiday_stays_cancelled(cabinet: Cabinet) -> None:
    begin(cabinet, datetime(2026, 4, 20, 9), holiday_policy=HolidayPolicy.SKIP)

    free = on(cabinet, date(2026, 4, 27)).record
    assert free.status is MeetingStatus.CANCELLED
    assert not free.detached


def test_a_meeting_moved_for_a_holiday_remembers_the_day_of_its_rule(cabinet: Cabinet) -> None:
    begin(cabinet, datetime(2026, 4, 20, 9), holiday_policy=HolidayPolicy.NEXT)

    moved = on(cabinet, date(2026, 4, 28)).record
    assert moved.original_start == datetime(2026, 4, 27, 9)


def test_what_was_decided_for_one_holiday_outlives_a_change_of_the_rule(cabinet: Cabinet) -> None:
    day = date(2026, 4, 27)
    first = begin(
        cabinet,
        datetime(2026, 4, 20, 9),
        holiday_policy=HolidayPolicy.ASK,
        decisions={day: HolidayPolicy.SKIP},
    )
    assert on(cabinet, day).record.status is MeetingStatus.CANCELLED

    change(cabinet, first, Scope.ALL, starts_at=datetime(2026, 4, 20, 10), ends_at=datetime(2026, 4, 20, 11))

    assert on(cabinet, day).record.status is MeetingStatus.CANCELLED
    assert on(cabinet, day + WEEK).record.starts_at == datetime(2026, 5, 4, 10)


# This one.


def test_a_change_of_one_meeting_detaches_it(cabinet: Cabinet) -> None:
    begin(cabinet)
    second = on(cabinet, FIRST.date() + WEEK)
    second.record.starts_at = FIRST + WEEK + timedelta(hours=2)
    second.record.ends_at = FIRST + WEEK + timedelta(hours=3)

    after = cabinet.meetings.update(second.record, second.version).record

    assert after.detached
    assert after.sequence == 1
    assert after.original_start == FIRST + WEEK


def test_an_agenda_alone_detaches_nothing(cabinet: Cabinet) -> None:
    stored = begin(cabinet)
    stored.record.agenda = [AgendaItem(title=same("Razno"))]

    after = cabinet.meetings.update(stored.record, stored.version).record

    assert not after.detached
    assert after.sequence == 0


def test_a_deleted_meeting_of_a_series_stays_cancelled(cabinet: Cabinet) -> None:
    first = begin(cabinet).record
    before = shape(cabinet)

    outcome = cabinet.series.cancel(first.id, Scope.ONE, TODAY)

    assert outcome.meeting
    assert outcome.meeting.record.status is MeetingStatus.CANCELLED
    assert outcome.meeting.record.detached
    cabinet.undo.undo()
    assert shape(cabinet) == before


def test_delete_of_the_list_keeps_the_day_of_a_series_too(cabinet: Cabinet) -> None:
    first = begin(cabinet)

    cabinet.meetings.delete(first.record.id, first.version)
    assert cabinet.meetings.get(first.record.id).record.status is MeetingStatus.CANCELLED
    cabinet.meetings.delete(first.record.id)
    with pytest.raises(RecordNotFound):
        cabinet.meetings.get(first.record.id)


def test_a_moved_meeting_hands_its_place_in_the_series_on(cabinet: Cabinet) -> None:
    first = begin(cabinet)

    new = cabinet.meetings.move(first.record.id, first.version, FIRST + timedelta(days=1)).record

    old = cabinet.meetings.get(first.record.id).record
    assert (old.status, old.starts_at) == (MeetingStatus.MOVED, FIRST)
    assert (new.replaces_id, cabinet.meetings.successor(old.id)) == (old.id, new.id)
    assert (new.uid, new.sequence, new.original_start) == (old.uid, old.sequence + 1, FIRST)
    assert new.detached
    assert cabinet.meetings.successor(new.id) == 0


def test_two_meetings_cannot_stand_for_one_day_of_a_rule(cabinet: Cabinet) -> None:
    begin(cabinet)
    second = on(cabinet, FIRST.date() + WEEK)
    second.record.original_start = FIRST

    with pytest.raises(ValueRejected):
        cabinet.meetings.update(second.record, second.version)


def test_a_duplicate_is_a_meeting_of_its_own(cabinet: Cabinet) -> None:
    first = begin(cabinet).record

    copy = cabinet.meetings.duplicate(first.id)

    assert copy.uid not in {"", first.uid}
    assert (copy.sequence, copy.series_id, copy.original_start, copy.detached) == (0, None, None, False)


def test_a_duplicate_of_a_series_is_unknown_to_all(cabinet: Cabinet) -> None:
    series_id = begin(cabinet).record.series_id or 0

    copy = cabinet.series.duplicate(series_id)

    assert copy.uid != cabinet.series.get(series_id).record.uid
    assert copy.materialised_until is None


# This and the following.


def test_this_and_the_following_split_the_series(cabinet: Cabinet) -> None:
    first = begin(cabinet).record
    before = shape(cabinet)
    third = on(cabinet, FIRST.date() + 2 * WEEK)

    outcome = change(
        cabinet,
        third,
        Scope.FOLLOWING,
        starts_at=FIRST + 2 * WEEK + timedelta(hours=1),
        ends_at=FIRST + 2 * WEEK + timedelta(hours=2),
    )

    assert outcome.meeting
    assert outcome.left == ()
    new = outcome.meeting.record
    assert new.id == third.record.id
    assert new.series_id != first.series_id
    assert starts(rows(cabinet, first.series_id)) == ["03.03. 09:00", "10.03. 09:00"]
    assert starts(rows(cabinet, new.series_id))[:2] == ["17.03. 10:00", "24.03. 10:00"]
    assert len(rows(cabinet)) == 13
    old = cabinet.series.get(first.series_id or 0).record
    assert old.until == date(2026, 3, 16)
    assert {one.uid for one in rows(cabinet, new.series_id)} == {
        cabinet.series.get(new.series_id or 0).record.uid
    }
    cabinet.undo.undo()
    assert shape(cabinet) == before


def test_the_ids_of_the_meetings_outlive_the_split(cabinet: Cabinet) -> None:
    begin(cabinet)
    ids = {one.id for one in rows(cabinet)}

    change(cabinet, on(cabinet, FIRST.date() + WEEK), Scope.FOLLOWING, title=same("Razširjeni kolegij"))

    assert {one.id for one in rows(cabinet)} == ids
    assert [one.title.sl for one in rows(cabinet)][:3] == [
        "Kolegij",
        "Razširjeni kolegij",
        "Razširjeni kolegij",
    ]


def test_a_meeting_put_on_another_weekday_takes_the_following_along(cabinet: Cabinet) -> None:
    begin(cabinet)
    second = on(cabinet, FIRST.date() + WEEK)

    change(
        cabinet,
        second,
        Scope.FOLLOWING,
        starts_at=datetime(2026, 3, 11, 9),
        ends_at=datetime(2026, 3, 11, 10),
    )

    assert starts(rows(cabinet))[:4] == ["03.03. 09:00", "11.03. 09:00", "18.03. 09:00", "25.03. 09:00"]


def test_a_count_is_shared_between_the_two_halves(cabinet: Cabinet) -> None:
    first = begin(cabinet, count=5).record

    outcome = change(cabinet, on(cabinet, FIRST.date() + 2 * WEEK), Scope.FOLLOWING, title=same("Drugi del"))

    assert outcome.meeting
    assert cabinet.series.get(outcome.meeting.record.series_id or 0).record.count == 3
    assert cabinet.series.get(first.series_id or 0).record.count is None
    assert len(rows(cabinet)) == 5


def test_from_the_first_one_on_the_series_stays_one(cabinet: Cabinet) -> None:
    first = begin(cabinet)

    change(cabinet, first, Scope.FOLLOWING, rule=Rule(frequency=Frequency.WEEKLY, weekdays=(1,), interval=2))

    assert cabinet.series.count() == 1
    [series] = cabinet.series.all()
    assert series.sequence == 1
    assert starts(rows(cabinet))[:3] == ["03.03. 09:00", "17.03. 09:00", "31.03. 09:00"]


# All.


def test_all_means_all_that_are_still_to_come(cabinet: Cabinet) -> None:
    first = begin(cabinet).record
    later = date(2026, 3, 16)

    change(
        cabinet,
        on(cabinet, FIRST.date() + 3 * WEEK),
        Scope.ALL,
        today=later,
        starts_at=FIRST + 3 * WEEK + timedelta(hours=1),
        ends_at=FIRST + 3 * WEEK + timedelta(hours=2),
    )

    assert starts(rows(cabinet))[:4] == ["03.03. 09:00", "10.03. 09:00", "17.03. 10:00", "24.03. 10:00"]
    assert len(rows(cabinet, first.series_id)) == 2


def test_a_new_title_for_all_splits_nothing(cabinet: Cabinet) -> None:
    begin(cabinet)
    later = date(2026, 3, 16)

    change(cabinet, on(cabinet, FIRST.date() + 3 * WEEK), Scope.ALL, today=later, title=same("Posvet"))

    assert cabinet.series.count() == 1
    assert [one.title.sl for one in rows(cabinet)][:3] == ["Kolegij", "Kolegij", "Posvet"]


def test_a_past_meeting_can_change_those_to_come(cabinet: Cabinet) -> None:
    first = begin(cabinet)

    outcome = change(cabinet, first, Scope.ALL, today=date(2026, 3, 16), title=same("Posvet"))

    assert outcome.meeting
    assert outcome.meeting.record.detached
    assert [one.title.sl for one in rows(cabinet)][:3] == ["Posvet", "Kolegij", "Posvet"]


def test_what_is_written_in_a_meeting_is_left_and_told(cabinet: Cabinet) -> None:
    first = begin(cabinet)
    full = on(cabinet, FIRST.date() + WEEK)
    full.record.agenda = [AgendaItem(title=same("Proračun"))]
    cabinet.meetings.update(full.record, full.version)
    busy = on(cabinet, FIRST.date() + 2 * WEEK)
    cabinet.tasks.create(Task(title=same("Gradivo"), meeting_id=busy.record.id))

    outcome = change(
        cabinet, first, Scope.ALL, starts_at=FIRST + timedelta(hours=1), ends_at=FIRST + timedelta(hours=2)
    )

    assert [left.meeting_id for left in outcome.left] == [full.record.id, busy.record.id]
    assert starts(rows(cabinet))[:4] == ["03.03. 10:00", "10.03. 09:00", "17.03. 09:00", "24.03. 10:00"]
    kept = cabinet.meetings.get(full.record.id).record
    assert kept.detached
    assert kept.original_start == datetime(2026, 3, 10, 10)


def test_what_the_new_rule_has_no_day_for_stands_alone(cabinet: Cabinet) -> None:
    first = begin(cabinet)
    full = on(cabinet, FIRST.date() + WEEK)
    full.record.notes = "Ključ pri vratarju"
    cabinet.meetings.update(full.record, full.version)
    cabinet.series.cancel(on(cabinet, FIRST.date() + 3 * WEEK).record.id, Scope.ONE, TODAY)

    outcome = change(
        cabinet, first, Scope.ALL, rule=Rule(frequency=Frequency.WEEKLY, weekdays=(1,), interval=2)
    )

    assert [left.meeting_id for left in outcome.left] == [full.record.id]
    alone = cabinet.meetings.get(full.record.id).record
    assert (alone.series_id, alone.original_start) == (None, None)
    assert alone.uid != first.record.uid
    # The deleted one of 24 March has no day to keep free any more.
    assert cabinet.meetings.ids_between(date(2026, 3, 24), date(2026, 3, 24)) == []


def test_a_meeting_with_hours_of_its_own_keeps_them_when_only_the_title_changes(cabinet: Cabinet) -> None:
    begin(cabinet)
    second = on(cabinet, FIRST.date() + WEEK)
    second.record.starts_at = FIRST + WEEK + timedelta(hours=2)
    second.record.ends_at = FIRST + WEEK + timedelta(hours=3)
    second = cabinet.meetings.update(second.record, second.version)

    change(cabinet, second, Scope.FOLLOWING, title=same("Posvet"))

    assert starts(rows(cabinet))[1:3] == ["10.03. 11:00", "17.03. 09:00"]
    assert [one.title.sl for one in rows(cabinet)][1:3] == ["Posvet", "Posvet"]


def test_a_convened_meeting_stays_convened(cabinet: Cabinet) -> None:
    first = begin(cabinet)

    outcome = change(cabinet, first, Scope.ALL, status=MeetingStatus.CONVENED, title=same("Posvet"))

    assert outcome.meeting
    assert outcome.meeting.record.status is MeetingStatus.CONVENED
    assert rows(cabinet)[1].status is MeetingStatus.PLANNED


# The end.
