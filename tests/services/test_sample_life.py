"""The invented part of the sample: life around any today, in three languages."""

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.domain.cadence import CadenceUnit, WindowStatus
from cabinet_app.domain.documents import field_types
from cabinet_app.domain.meetings import Meeting, MeetingMode, MeetingStatus, Visibility
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Visit, VisitDirection, VisitStatus
from cabinet_app.services.groups import Groups
from tests.services.sample_register import (
    COMMISSION,
    DAYS,
    JOINT_GROUP,
    PARTY_GROUP,
    SECOND_SESSION,
    TODAY,
    VISIT,
    Register,
)

if TYPE_CHECKING:
    from tests.services.conftest import Filled

STAFF_MEETING, SMART_CITY, TWINNING, YOUTH, CROSS_BORDER, HOLIDAY = 2103, 2104, 2105, 2106, 2107, 2108


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(TODAY)


def _texts(record: Any, path: str = "") -> list[tuple[str, LocalizedText]]:
    found: list[tuple[str, LocalizedText]] = []
    for item in field_types(type(record)):
        value, here = getattr(record, item.name), f"{path}.{item.name}"
        if isinstance(value, LocalizedText):
            found.append((here, value))
        elif item.is_list and item.is_record:
            for index, child in enumerate(value):
                found += _texts(child, f"{here}[{index}]")
    return found


def test_invented_people_are_marked_and_hold_functions_of_their_gender(register: Register) -> None:
    invented = [item for item in register.all("person") if item.notes.startswith("Izmišljena oseba")]
    assert len(invented) == 31
    by_name = {item.name.full: item for item in invented}
    assert by_name["Maja Žagar-Čuček"].function == LocalizedText("županja", "Bürgermeisterin", "Mayor")
    assert by_name["Günther Hüttenbrenner"].function.de == "Stadtrat"
    assert by_name["Őrsi Ágnes"].name.family_first
    assert {item.gender.value for item in invented} == {"f", "m"}


def test_no_published_person_takes_part_in_anything_invented(register: Register) -> None:
    published = {item.id for item in register.all("person") if not item.notes.startswith("Izmišljena")}
    assert len(published) == 12
    for meeting in register.all("meeting"):
        if meeting.starts_at and meeting.starts_at.year > 2021:
            taking_part = {
                meeting.chair_id,
                meeting.minute_taker_id,
                *(a.person_id for a in meeting.attendance),
            }
            assert not taking_part & published
    for visit in register.all("visit"):
        if visit.id != VISIT:
            assert not {d.person_id for side in visit.delegations for d in side.delegates} & published


@pytest.mark.parametrize("today", DAYS)
def test_the_month_of_today_is_full_and_its_neighbours_are_not_empty(today: date) -> None:
    months = Counter(
        (meeting.starts_at.year * 12 + meeting.starts_at.month)
        for meeting in Register(today).all("meeting")
        if meeting.starts_at
    )
    now = today.year * 12 + today.month
    assert 35 <= months[now] <= 55
    assert all(months[now + step] >= 9 for step in (-2, -1, 1))
    assert all(months[now - step] >= 5 for step in range(12))


@pytest.mark.parametrize("today", DAYS)
def test_past_meetings_were_held_and_later_ones_are_planned(today: date) -> None:
    ahead = {MeetingStatus.PLANNED, MeetingStatus.CONVENED, MeetingStatus.CANCELLED, MeetingStatus.MOVED}
    open_since = [
        meeting
        for meeting in Register(today).all("meeting")
        if meeting.starts_at and meeting.starts_at.date() < today and not meeting.status.took_place
    ]
    # one that nobody confirmed; the others fell out or moved
    assert [item.status for item in open_since].count(MeetingStatus.PLANNED) == 1
    assert {item.status for item in open_since} <= ahead
    for meeting in Register(today).all("meeting"):
        if meeting.starts_at and meeting.starts_at.date() > today:
            assert meeting.status in ahead


@pytest.mark.parametrize("today", DAYS)
def test_meetings_of_every_sort_are_there(today: date) -> None:
    meetings: list[Meeting] = Register(today).all("meeting")
    by_id = {meeting.id: meeting for meeting in meetings}

    assert any(item.all_day and item.ends_at and item.starts_at for item in meetings)
    assert {item.visibility for item in meetings} == set(Visibility)
    assert {item.mode for item in meetings} == set(MeetingMode)
    assert any(item.status is MeetingStatus.CANCELLED for item in meetings)
    successors = [item for item in meetings if item.replaces_id]
    assert successors
    assert all(by_id[item.replaces_id or 0].status is MeetingStatus.MOVED for item in successors)
    late = max(item.ends_at for item in meetings if item.ends_at and not item.all_day)
    assert all(
        item.starts_at.date() == item.ends_at.date()
        for item in meetings
        if item.ends_at and not item.all_day and item.starts_at
    )
    assert late.hour <= 23


@pytest.mark.parametrize("today", DAYS)
def test_visits_of_every_status_and_direction_are_there(today: date) -> None:
    visits: list[Visit] = Register(today).all("visit")
    assert {item.status for item in visits} == set(VisitStatus)
    assert {item.direction for item in visits} == set(VisitDirection)
    for visit in visits:
        if visit.status is VisitStatus.UNDER_WAY:
            assert visit.starts_on is not None
            assert visit.ends_on is not None
            assert visit.starts_on <= today <= visit.ends_on
        for item in visit.programme:
            assert visit.starts_on is not None
            assert visit.ends_on is not None
            assert item.day is not None
            assert visit.starts_on <= item.day <= visit.ends_on
            assert not (item.starts_at and item.ends_at) or item.starts_at < item.ends_at


@pytest.mark.parametrize("today", DAYS)
def test_the_cadence_board_shows_each_fate_of_a_promise(today: date, filled: "Filled") -> None:
    boards = {board.group.id: board for board in Groups(filled(today).organizations).boards(today)}
    fates = {key: [window.status for window in board.windows] for key, board in boards.items()}

    assert boards[SMART_CITY].is_overdue
    assert fates[HOLIDAY][-1] is WindowStatus.AT_RISK
    assert fates[JOINT_GROUP].count(WindowStatus.BREACHED) == 1
    assert not boards[JOINT_GROUP].is_overdue
    assert WindowStatus.BREACHED not in fates[TWINNING] + fates[STAFF_MEETING] + fates[CROSS_BORDER]
    assert WindowStatus.EXEMPT in fates[YOUTH]
    assert WindowStatus.BREACHED not in fates[YOUTH]
    assert any(WindowStatus.UNCONFIRMED in windows for windows in fates.values())
    assert fates[PARTY_GROUP] == []
    assert not boards[PARTY_GROUP].is_official
    assert {rule.unit for board in boards.values() for rule in board.group.cadence_rules} >= {
        CadenceUnit.WEEK,
        CadenceUnit.MONTH,
        CadenceUnit.QUARTER,
    }


def test_one_clash_of_rooms_next_week_is_meant_and_says_so(register: Register) -> None:
    first, second = (register.get("meeting", key) for key in (8701, 8702))
    assert first.place_id == second.place_id
    assert first.starts_at < second.starts_at < first.ends_at
    assert "Namerno prekrivanje" in first.notes
    assert "Namerno prekrivanje" in second.notes


def test_the_sessions_of_the_commission_follow_in_number(register: Register) -> None:
    sessions = [
        item
        for item in register.all("meeting")
        if item.bodies[0].organization_id == COMMISSION and item.number and item.starts_at
    ]
    sessions.sort(key=lambda item: item.starts_at)
    assert [item.number for item in sessions] == ["2", "3", "4", "5"]
    for before, item in pairwise(sessions):
        assert item.agenda[0].title.sl == f"Potrditev zapisnika {before.number}. seje."
        assert item.agenda[-1].title == LocalizedText("Razno.", "Allfälliges.", "Any other business.")
    assert sessions[-1].status is MeetingStatus.CONVENED


def test_every_text_is_there_in_three_languages_where_that_is_meant(register: Register) -> None:
    meant_to_lack = {("visit", 7013), ("meeting", SECOND_SESSION)}
    for kind in RECORD_TYPES:
        for record in register.all(kind):
            lacking = [place for place, text in _texts(record) if text.missing()]
            if (kind, record.id) in meant_to_lack:
                assert lacking
            else:
                assert lacking == [], (kind, record.id)


def test_one_visit_shows_what_a_missing_translation_looks_like(register: Register) -> None:
    visit: Visit = register.get("visit", 7013)
    texts = [text for _, text in _texts(visit) if not text.is_empty]
    assert texts
    assert all(text.sl and not text.de and not text.en for text in texts)


def test_three_visits_have_whole_programmes_in_three_languages(register: Register) -> None:
    whole = [item for item in register.all("visit") if len(item.programme) >= 8]
    assert len(whole) >= 3
    assert all(not point.title.missing() for visit in whole for point in visit.programme)


def test_german_is_austrian_and_english_is_british(register: Register) -> None:
    texts = [text for kind in RECORD_TYPES for record in register.all(kind) for _, text in _texts(record)]
    german = "\n".join(text.de for text in texts)
    english = "\n".join(text.en for text in texts)
    for word in ("Verschiedenes", "Jänner 20", "Oberbürgermeister", "Protokollführer"):
        assert word not in german
    for word in ("organization", "program ", "Vice Mayor", "City Senator"):
        assert word not in english


def test_chairs_and_secretaries_are_members_of_their_body(register: Register) -> None:
    roles = Counter(item.role for item in register.body(COMMISSION).memberships if item.starts_on is not None)
    assert (
        roles[MembershipRole.CHAIR]
        == roles[MembershipRole.VICE_CHAIR]
        == roles[MembershipRole.SECRETARY]
        == 1
    )
