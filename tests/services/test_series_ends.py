"""Series come to an end, go on when time has passed, and are read back from their rows."""

from datetime import date, datetime, timedelta

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.meetings import MeetingBody
from cabinet_app.domain.recurrence import Rule, rule_of
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.series_plan import Scope
from cabinet_app.domain.texts import same
from cabinet_app.services.cabinet import Cabinet
from tests.services.made_series import FIRST, TODAY, WEEK, begin, on, rows, shape, starts


def test_a_series_ends_after_a_meeting(cabinet: Cabinet) -> None:
    first = begin(cabinet).record
    before = shape(cabinet)
    full = on(cabinet, FIRST.date() + 3 * WEEK)
    full.record.notes = "Zadnji"
    cabinet.meetings.update(full.record, full.version)

    outcome = cabinet.series.end_after(on(cabinet, FIRST.date() + WEEK).record.id, TODAY)

    assert starts(rows(cabinet)) == ["03.03. 09:00", "10.03. 09:00", "24.03. 09:00"]
    assert [left.meeting_id for left in outcome.left] == [full.record.id]
    assert cabinet.series.get(first.series_id or 0).record.until == date(2026, 3, 10)
    cabinet.undo.undo()
    cabinet.undo.undo()
    assert shape(cabinet) == before


def test_the_following_are_deleted_and_the_series_ends(cabinet: Cabinet) -> None:
    begin(cabinet)

    outcome = cabinet.series.cancel(on(cabinet, FIRST.date() + 2 * WEEK).record.id, Scope.FOLLOWING, TODAY)

    assert outcome.meeting is None
    assert starts(rows(cabinet)) == ["03.03. 09:00", "10.03. 09:00"]


def test_with_the_last_meeting_the_series_goes(cabinet: Cabinet) -> None:
    first = begin(cabinet)
    before = shape(cabinet)
    cabinet.meetings.move(first.record.id, first.version, FIRST + timedelta(days=1))

    outcome = cabinet.series.cancel(on(cabinet, FIRST.date() + 2 * WEEK).record.id, Scope.ALL, TODAY)

    assert cabinet.series.count() == 0
    # What somebody put on another day is not thrown away with the rest.
    assert starts(rows(cabinet)) == ["03.03. 09:00", "04.03. 09:00"]
    assert all(one.series_id is None for one in rows(cabinet))
    assert len(outcome.left) == 1
    cabinet.undo.undo()
    cabinet.undo.undo()
    assert shape(cabinet) == before


def test_meetings_that_have_been_outlive_the_deletion_of_all(cabinet: Cabinet) -> None:
    begin(cabinet)

    cabinet.series.cancel(on(cabinet, FIRST.date() + 2 * WEEK).record.id, Scope.ALL, date(2026, 3, 16))

    assert starts(rows(cabinet)) == ["03.03. 09:00", "10.03. 09:00"]
    assert cabinet.series.count() == 1


# Going on.


def test_a_series_is_continued_when_months_have_passed(cabinet: Cabinet) -> None:
    begin(cabinet, until=None)
    # What is taken back is the last thing somebody did, not what the program did on its own.
    label = cabinet.undo.next_undo()

    assert cabinet.series.continue_all(TODAY + timedelta(days=20)) == 0
    assert cabinet.series.continue_all(date(2026, 5, 4)) == 9
    assert rows(cabinet)[-1].starts_at == datetime(2028, 5, 2, 9)
    assert cabinet.undo.next_undo() == label
    assert cabinet.series.continue_all(date(2026, 5, 4)) == 0


def test_a_series_that_has_ended_is_not_continued(cabinet: Cabinet) -> None:
    begin(cabinet, count=3)
    begin(cabinet)
    number = len(rows(cabinet))

    assert cabinet.series.continue_all(date(2027, 5, 4)) == 0
    assert len(rows(cabinet)) == number


def test_a_series_entered_by_itself_gets_its_meetings_with_the_next_start(cabinet: Cabinet) -> None:
    council = cabinet.organizations.create(Organization(names=same("Svet"))).record.id
    stored = cabinet.series.create(
        MeetingSeries(
            frequency=Frequency.WORKING_DAY,
            nth=1,
            starts_at=FIRST,
            bodies=[MeetingBody(organization_id=council)],
        )
    )

    assert cabinet.series.continue_all(TODAY) == 24
    assert stored.record.uid
    found = rows(cabinet)
    assert starts(found)[0] == "01.04. 09:00"
    assert all([body.organization_id for body in one.bodies] == [council] for one in found)


def test_a_rule_from_elsewhere_is_continued_as_it_says(cabinet: Cabinet) -> None:
    cabinet.series.create(
        MeetingSeries(
            frequency=Frequency.FOREIGN,
            foreign_rule="RRULE:FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=2",
            starts_at=FIRST,
            materialised_until=date(2027, 12, 31),
        )
    )

    assert cabinet.series.continue_all(TODAY) == 2
    assert starts(rows(cabinet)) == ["06.01. 09:00", "03.02. 09:00"]


def test_a_foreign_rule_that_nobody_can_follow_gives_nothing(cabinet: Cabinet) -> None:
    cabinet.series.create(
        MeetingSeries(frequency=Frequency.FOREIGN, foreign_rule="RRULE:FREQ=SECONDLY", starts_at=FIRST)
    )

    assert cabinet.series.continue_all(TODAY) == 0


def test_the_rule_of_a_stored_series_is_read_back(cabinet: Cabinet) -> None:
    first = begin(cabinet, frequency=Frequency.MONTHLY_WEEKDAY, weekdays=[1], nth=2, until=None)

    rule = rule_of(cabinet.series.get(first.record.series_id or 0).record)

    assert rule == Rule(frequency=Frequency.MONTHLY_WEEKDAY, weekdays=(1,), nth=2)
