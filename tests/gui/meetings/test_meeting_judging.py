"""What is wrong with a meeting and what one should know about it."""

from datetime import date, datetime

from cabinet_app.domain.meetings import (
    AgendaItem,
    Attendance,
    Capacity,
    Decision,
    Meeting,
    MeetingStatus,
    Presence,
    VoteEvent,
)
from cabinet_app.domain.texts import same
from cabinet_app.gui.meetings.attendance import from_members, voting_present
from cabinet_app.gui.meetings.copying import fresh_copy
from cabinet_app.gui.meetings.judging import day_notes, errors, notes
from cabinet_app.gui.widgets.form import Severity
from cabinet_app.services.cabinet import Cabinet

TODAY = date(2021, 12, 20)


def at(hour: int, minute: int = 0, day: int = 14) -> datetime:
    return datetime(2021, 12, day, hour, minute)


def present(count: int) -> list[Attendance]:
    return [Attendance(name=f"Član {number}") for number in range(count)]


def voted(*votes: VoteEvent, **values) -> Meeting:
    values.setdefault("status", MeetingStatus.HELD)
    item = AgendaItem(number="2", title=same("Pobratenje"), votes=list(votes))
    return Meeting(starts_at=at(17), agenda=[AgendaItem(), item], **values)


def test_an_end_before_the_start_is_refused_at_the_end(t):
    (finding,) = errors(Meeting(starts_at=at(17), ends_at=at(16)), t)
    assert (finding.field, finding.severity) == ("ends_at", Severity.ERROR)
    assert errors(Meeting(starts_at=at(17), ends_at=at(17)), t) == []


def test_more_votes_than_present_are_refused_at_the_vote_of_their_item(t):
    (finding,) = errors(voted(VoteEvent(present=4, in_favour=4, against=1)), t)
    assert finding.field == "votes[1]"
    assert "2 Pobratenje: 5 votes were cast, but only 4 were present." in finding.message
    assert errors(voted(VoteEvent(present=4, in_favour=2)), t) == []


def test_the_vote_on_the_agenda_is_judged_too(t):
    meeting = Meeting(agenda_votes=[VoteEvent(present=1, in_favour=2)])
    assert errors(meeting, t)[0].field == "votes[-1]"


def test_a_decision_number_may_stand_once(t):
    agenda = [AgendaItem(decisions=[Decision(number="4")]) for _ in range(2)]
    (finding,) = errors(Meeting(agenda=agenda), t)
    assert finding.field == "decisions[1]"
    assert errors(Meeting(agenda=[AgendaItem(decisions=[Decision(), Decision()])]), t) == []


def test_five_listed_and_four_voting_is_told_and_stops_nothing(t):
    meeting = voted(VoteEvent(present=4, in_favour=4), attendance=present(5))
    assert errors(meeting, t) == []
    (finding,) = notes(meeting, TODAY, t)
    assert (finding.field, finding.severity) == ("votes[1]", Severity.NOTE)
    assert "5 voting members are listed as present, but 4" in finding.message


def test_nothing_is_told_once_it_is_confirmed_as_in_the_original(t):
    vote = VoteEvent(present=4, in_favour=4, as_in_original=True)
    assert notes(voted(vote, attendance=present(5)), TODAY, t) == []


def test_without_a_list_nothing_contradicts_a_vote(t):
    assert notes(voted(VoteEvent(present=4, in_favour=4)), TODAY, t) == []


def test_only_voting_members_who_came_count_as_present():
    listed = [
        *present(2),
        Attendance(capacity=Capacity.STAFF),
        Attendance(presence=Presence.EXCUSED),
        Attendance(presence=Presence.ABSENT),
    ]
    assert voting_present(listed) == 2


def test_a_planned_meeting_of_yesterday_asks_whether_it_took_place(t):
    (finding,) = notes(Meeting(starts_at=at(17, day=19)), TODAY, t)
    assert finding.field == "status"
    assert finding.message.startswith("Did the meeting take place?")
    assert notes(Meeting(starts_at=at(8, day=20)), TODAY, t) == []
    assert notes(Meeting(starts_at=at(8, day=19), status=MeetingStatus.CANCELLED), TODAY, t) == []


def test_a_meeting_held_in_the_future_is_odd(t):
    assert notes(Meeting(starts_at=at(8, day=21), status=MeetingStatus.HELD), TODAY, t)[0].field == "status"


def test_holidays_are_named_and_weekends_told(t):
    christmas, sunday = date(2021, 12, 25), date(2021, 12, 19)
    told = day_notes([christmas, sunday, TODAY], {christmas: "Christmas Day"}, t)
    assert [words.replace("\u00a0", " ") for words in told] == [
        "Saturday, 25 December 2021 is a public holiday: Christmas Day.",
        "Sunday, 19 December 2021 is at the weekend.",
    ]


def test_the_members_of_that_day_are_listed_with_their_vote(house, cabinet: Cabinet):
    members = cabinet.organizations.get(house.commission).record.memberships
    members[1].ends_on = date(2021, 12, 1)
    listed = from_members(members, TODAY)
    assert [one.person_id for one in listed] == [house.people[0], house.people[2]]
    assert [one.capacity for one in listed] == [Capacity.VOTING, Capacity.STAFF]


def test_a_copy_is_a_meeting_still_to_come():
    meeting = voted(
        VoteEvent(present=4, in_favour=4),
        number="2",
        uid="x",
        attendance=[Attendance(presence=Presence.EXCUSED)],
        agenda_votes=[VoteEvent(present=4)],
    )
    copy = fresh_copy(meeting)
    assert (copy.number, copy.status, copy.uid, copy.agenda_votes) == ("", MeetingStatus.PLANNED, "", [])
    assert all(not item.votes for item in copy.agenda)
    assert copy.attendance[0].presence is Presence.PRESENT
