"""Groups as the list, the board and other programs are told about them."""

from datetime import date, datetime, time, timedelta

import pytest

from cabinet_app.domain.bodies import Classification, Membership, MembershipRole, Organization
from cabinet_app.domain.cadence import CadenceKind, CadenceRule, CadenceUnit, WindowStatus
from cabinet_app.domain.cadence_forecast import Obstacle, Remark
from cabinet_app.domain.meetings import (
    AgendaItem,
    AgendaItemKind,
    AgendaItemStatus,
    Attendance,
    Decision,
    Meeting,
    MeetingBody,
    MeetingStatus,
    Presence,
)
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import Visit, VisitStatus
from cabinet_app.services import groups as names
from cabinet_app.services.records import ListQuery

TODAY = date(2016, 6, 8)


def a_group(cabinet, name="Gospodarstvo", **facts):
    facts.setdefault("cadence_rules", [CadenceRule(valid_from=date(2016, 2, 25), recess_months=[8])])
    draft = Organization(names=same(name), classification=Classification.WORKING_GROUP, **facts)
    return cabinet.organizations.create(draft).record


def a_person(cabinet, family):
    return cabinet.people.create(Person(name=PersonName(given="Ana", family=family))).record


def a_meeting(cabinet, group, day, status=MeetingStatus.HELD, at=time(17), **facts):
    starts_at = datetime.combine(day, at)
    facts.setdefault("ends_at", starts_at + timedelta(hours=1))
    bodies = [MeetingBody(organization_id=group.id)]
    return cabinet.meetings.create(Meeting(bodies=bodies, starts_at=starts_at, status=status, **facts)).record


def query(**facts):
    return ListQuery(language=Language.SL, today=TODAY, **facts)


class TestJudging:
    def test_the_seeds_own_example_shows_one_missed_month(self, cabinet):
        group = a_group(cabinet)
        for day in (date(2016, 3, 10), date(2016, 5, 2)):
            a_meeting(cabinet, group, day)
        board = cabinet.groups.board(group.id, TODAY, date(2016, 2, 1), date(2016, 8, 31))
        assert [item.status for item in board.windows] == [
            WindowStatus.NOT_REQUIRED,
            WindowStatus.MET,
            WindowStatus.BREACHED,
            WindowStatus.MET,
            WindowStatus.OPEN,
            WindowStatus.OPEN,
            WindowStatus.EXEMPT,
        ]
        assert board.summary.rate == pytest.approx(2 / 3)

    def test_what_is_owed_lies_beyond_the_month_that_is_met(self, cabinet):
        group = a_group(cabinet)
        a_meeting(cabinet, group, date(2016, 6, 2))
        board = cabinet.groups.board(group.id, TODAY)
        assert board.owed is not None
        assert board.owed.deadline == date(2016, 7, 29)
        assert all(item.window.start <= date(2016, 6, 30) for item in board.windows)

    def test_a_group_that_met_after_its_missed_month_is_no_longer_late(self, cabinet):
        group = a_group(cabinet)
        a_meeting(cabinet, group, date(2016, 3, 10))
        assert cabinet.groups.board(group.id, date(2016, 5, 10)).is_overdue
        a_meeting(cabinet, group, date(2016, 5, 12))
        assert not cabinet.groups.board(group.id, date(2016, 6, 8)).is_overdue

    def test_a_change_of_the_rule_leaves_the_old_windows_to_the_old_rule(self, cabinet):
        rules = [
            CadenceRule(valid_from=date(2016, 1, 1), valid_to=date(2016, 3, 31)),
            CadenceRule(valid_from=date(2016, 4, 1), unit=CadenceUnit.QUARTER),
        ]
        group = a_group(cabinet, cadence_rules=rules)
        board = cabinet.groups.board(group.id, TODAY, date(2016, 1, 1), date(2016, 6, 30))
        units = [item.window.unit for item in board.windows]
        assert units == [*[CadenceUnit.MONTH] * 3, CadenceUnit.QUARTER]
        assert board.rule is not None
        assert board.rule.unit is CadenceUnit.QUARTER

    def test_the_rule_that_begins_later_is_not_in_force_yet(self, cabinet):
        rules = [
            CadenceRule(valid_from=date(2016, 1, 1), valid_to=date(2016, 12, 31)),
            CadenceRule(valid_from=date(2017, 1, 1), unit=CadenceUnit.YEAR),
        ]
        board = cabinet.groups.board(a_group(cabinet, cadence_rules=rules).id, TODAY)
        assert board.rule is not None
        assert board.rule.unit is CadenceUnit.MONTH

    def test_a_draft_is_judged_with_the_meetings_that_the_group_has(self, cabinet):
        group = a_group(cabinet)
        a_meeting(cabinet, group, date(2016, 5, 2))
        draft = cabinet.organizations.get(group.id).record
        draft.cadence_rules[0].minimum = 2
        assert cabinet.groups.preview(draft, TODAY).windows[-2].status is WindowStatus.BREACHED
        assert cabinet.groups.board(group.id, TODAY).windows[-2].status is WindowStatus.MET

    def test_a_draft_that_is_not_stored_yet_has_no_meetings(self, cabinet):
        board = cabinet.groups.preview(Organization(cadence_rules=[CadenceRule()]), TODAY)
        assert board.gatherings == ()

    def test_a_group_without_a_rule_owes_nothing(self, cabinet):
        board = cabinet.groups.board(a_group(cabinet, cadence_rules=[]).id, TODAY)
        assert (board.rule, board.owed, board.windows) == (None, None, ())
        assert board.forecast.proposals == ()


class TestKeeping:
    def test_a_group_is_judged_once_until_something_changes(self, cabinet):
        group = a_group(cabinet)
        first = cabinet.groups.board(group.id, TODAY)
        assert cabinet.groups.board(group.id, TODAY) is first
        a_meeting(cabinet, group, date(2016, 6, 2))
        again = cabinet.groups.board(group.id, TODAY)
        assert again is not first
        assert again.summary.last_held == date(2016, 6, 2)

    def test_what_a_colleague_stores_is_seen(self, cabinet, colleague):
        group = a_group(cabinet)
        assert cabinet.groups.board(group.id, TODAY).summary.last_held is None
        a_meeting(colleague, group, date(2016, 6, 2))
        assert cabinet.groups.board(group.id, TODAY).summary.last_held == date(2016, 6, 2)

    def test_what_was_undone_is_judged_anew(self, cabinet):
        group = a_group(cabinet)
        a_meeting(cabinet, group, date(2016, 6, 2))
        assert cabinet.groups.board(group.id, TODAY).summary.last_held
        cabinet.undo.undo()
        assert cabinet.groups.board(group.id, TODAY).summary.last_held is None


class TestList:
    def test_groups_stand_by_the_name_that_is_shown(self, cabinet):
        one = a_group(cabinet, "Delovna skupina za čezmejne projekte", short_name=same("Žalec"))
        other = a_group(cabinet, "Turizem", short_name=same("Čezmejno"))
        assert cabinet.groups.ids(query()) == [other.id, one.id]
        assert cabinet.groups.ids(query(sort="name", descending=True)) == [one.id, other.id]

    def test_a_group_is_found_by_a_member_and_by_its_owner(self, cabinet):
        owner = cabinet.organizations.create(Organization(names=same("Mesto Beljak"))).record
        person = a_person(cabinet, "Žnidaršič")
        group = a_group(cabinet, parent_id=owner.id, memberships=[Membership(person_id=person.id)])
        a_group(cabinet, "Turizem")
        assert cabinet.groups.ids(query(text="znidarsic")) == [group.id]
        assert cabinet.groups.ids(query(text="beljak gospod")) == [group.id]
        assert cabinet.groups.ids(query(text="znidarsic turizem")) == []

    def test_any_body_with_a_rule_is_a_group(self, cabinet):
        body = Organization(
            names=same("Komisija"), classification=Classification.COMMISSION, cadence_rules=[CadenceRule()]
        )
        stored = cabinet.organizations.create(body).record
        cabinet.organizations.create(Organization(names=same("Svet"), classification=Classification.COUNCIL))
        assert cabinet.groups.ids(query()) == [stored.id]

    @pytest.mark.parametrize(
        ("chip", "found"),
        [
            (names.CHIP_OVERDUE, ["Zamuja"]),
            (names.CHIP_THIS_MONTH, ["Zamuja"]),
            (names.CHIP_DORMANT, ["Zamuja"]),
            (names.CHIP_MUNICIPAL, ["Redna", "Zamuja"]),
        ],
    )
    def test_chips_answer_the_daily_questions(self, cabinet, chip, found):
        party = Organization(names=same("Stranka"), classification=Classification.PARTY)
        party = cabinet.organizations.create(party).record
        a_group(cabinet, "Zamuja")
        regular = a_group(cabinet, "Redna")
        partisan = a_group(cabinet, "Strankina", parent_id=party.id)
        for group in (regular, partisan):
            for month in (3, 4, 5, 6):
                a_meeting(cabinet, group, date(2016, month, 7))
        ids = cabinet.groups.ids(query(chips=frozenset({chip})))
        assert [row.name for row in cabinet.groups.rows(ids, Language.SL, TODAY)] == found

    def test_groups_can_be_put_in_order_by_deadline_last_meeting_and_cadence(self, cabinet):
        quarterly = a_group(cabinet, "Četrtletna", cadence_rules=[CadenceRule(unit=CadenceUnit.QUARTER)])
        monthly = a_group(cabinet, "Mesečna", cadence_rules=[CadenceRule()])
        as_needed = a_group(cabinet, "Po potrebi", cadence_rules=[CadenceRule(kind=CadenceKind.NONE)])
        fortnight = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14, valid_from=date(2016, 6, 1))
        often = a_group(cabinet, "Pogosta", cadence_rules=[fortnight])
        a_meeting(cabinet, monthly, date(2016, 6, 2))
        a_meeting(cabinet, quarterly, date(2016, 3, 2))
        by_rule = cabinet.groups.ids(query(sort="rule"))
        assert by_rule == [as_needed.id, quarterly.id, monthly.id, often.id]
        assert cabinet.groups.ids(query(sort="last", descending=True))[0] == monthly.id
        assert cabinet.groups.ids(query(sort="due"))[0] == often.id
        assert set(cabinet.groups.ids(query(sort="owner"))) == set(by_rule)

    def test_a_chip_that_nobody_knows_is_a_mistake(self, cabinet):
        a_group(cabinet)
        with pytest.raises(ValueError, match="nonsense"):
            cabinet.groups.ids(query(chips=frozenset({"nonsense"})))

    def test_rows_come_in_the_order_that_was_asked_for(self, cabinet):
        ids = [a_group(cabinet, name).id for name in ("A", "B", "C")]
        rows = cabinet.groups.rows(ids[::-1], Language.SL, TODAY)
        assert [row.id for row in rows] == ids[::-1]
        assert [row.short_name for row in rows] == ["C", "B", "A"]


class TestForecast:
    def forecast(self, cabinet, group):
        return cabinet.groups.board(group.id, TODAY).forecast_in(Language.SL)

    def group_with_chair(self, cabinet, **facts):
        chair = a_person(cabinet, "Novak")
        members = [Membership(person_id=chair.id, role=MembershipRole.CHAIR)]
        rule = CadenceRule(
            valid_from=date(2016, 1, 1), preferred_weekday=1, preferred_time=time(17), notice_days=0
        )
        return chair, a_group(cabinet, cadence_rules=[rule], memberships=members, **facts)

    def test_the_usual_day_is_proposed_and_the_holiday_is_not(self, cabinet):
        _chair, group = self.group_with_chair(cabinet)
        days = [item.day for item in self.forecast(cabinet, group).proposals]
        assert days[:3] == [date(2016, 6, 14), date(2016, 6, 21), date(2016, 6, 28)]
        assert all(day.weekday() < 5 for day in days)

    def test_a_day_on_which_the_chair_sits_elsewhere_at_that_hour_is_out(self, cabinet):
        chair, group = self.group_with_chair(cabinet)
        other = a_group(cabinet, "Druga", memberships=[Membership(person_id=chair.id)])
        a_meeting(cabinet, other, date(2016, 6, 21), MeetingStatus.PLANNED, time(16, 30))
        forecast = self.forecast(cabinet, group)
        fallen = {item.day: item.reasons for item in forecast.fallen}
        reasons = fallen[date(2016, 6, 21)]
        assert [(reason.code, reason.what) for reason in reasons] == [(Obstacle.PERSON, "Ana Novak")]

    def test_a_meeting_at_another_hour_only_speaks_against_the_day(self, cabinet):
        chair, group = self.group_with_chair(cabinet)
        other = a_group(cabinet, "Druga", memberships=[Membership(person_id=chair.id)])
        a_meeting(cabinet, other, date(2016, 6, 21), MeetingStatus.PLANNED, time(9))
        forecast = cabinet.groups.board(group.id, date(2016, 6, 21)).forecast
        assert forecast.fallen == ()
        proposal = next(item for item in forecast.proposals if item.day == date(2016, 6, 21))
        assert (Remark.OTHER_GROUP, "Druga") in [(reason.code, reason.what) for reason in proposal.reasons]

    def test_who_has_excused_himself_from_the_other_meeting_is_free(self, cabinet):
        chair, group = self.group_with_chair(cabinet)
        other = a_group(cabinet, "Druga", memberships=[Membership(person_id=chair.id)])
        excused = [Attendance(person_id=chair.id, presence=Presence.EXCUSED)]
        a_meeting(cabinet, other, date(2016, 6, 21), MeetingStatus.PLANNED, attendance=excused)
        assert self.forecast(cabinet, group).fallen == ()

    def test_a_cancelled_meeting_makes_nobody_busy(self, cabinet):
        chair, group = self.group_with_chair(cabinet)
        other = a_group(cabinet, "Druga", memberships=[Membership(person_id=chair.id)])
        a_meeting(cabinet, other, date(2016, 6, 21), MeetingStatus.CANCELLED)
        assert self.forecast(cabinet, group).fallen == ()

    def test_a_visit_of_the_house_takes_its_days_from_the_groups_of_the_house_only(self, cabinet):
        party = cabinet.organizations.create(
            Organization(names=same("Stranka"), classification=Classification.PARTY)
        ).record
        _chair, group = self.group_with_chair(cabinet)
        _other, partisan = self.group_with_chair(cabinet, parent_id=party.id)
        place = cabinet.places.create(Place(names=same("Beljak"))).record
        cabinet.visits.create(
            Visit(
                starts_on=date(2016, 6, 20),
                ends_on=date(2016, 6, 22),
                partner_place_id=place.id,
                status=VisitStatus.CONFIRMED,
            )
        )
        fallen = {item.day: item.reasons[0] for item in self.forecast(cabinet, group).fallen}
        reason = fallen[date(2016, 6, 21)]
        assert (reason.code, reason.what) == (Obstacle.BLOCKED, "Beljak")
        assert self.forecast(cabinet, partisan).fallen == ()

    def test_the_usual_room_must_be_free(self, cabinet):
        _chair, group = self.group_with_chair(cabinet)
        room = cabinet.places.create(Place(names=same("Mala dvorana"), kind=PlaceKind.ROOM)).record
        for month in (4, 5):
            a_meeting(cabinet, group, date(2016, month, 12), place_id=room.id)
        other = a_group(cabinet, "Druga")
        a_meeting(cabinet, other, date(2016, 6, 21), MeetingStatus.PLANNED, place_id=room.id)
        fallen = {item.day: item.reasons[0] for item in self.forecast(cabinet, group).fallen}
        reason = fallen[date(2016, 6, 21)]
        assert (reason.code, reason.what) == (Obstacle.ROOM, "Mala dvorana")

    def test_in_a_large_body_one_member_elsewhere_forbids_nothing(self, cabinet):
        people = [a_person(cabinet, f"Član{number}") for number in range(12)]
        rule = CadenceRule(
            valid_from=date(2016, 1, 1), preferred_weekday=1, preferred_time=time(17), notice_days=0
        )
        members = [Membership(person_id=person.id) for person in people]
        council = a_group(cabinet, "Svet", cadence_rules=[rule], memberships=members)
        other = a_group(cabinet, "Druga", memberships=[Membership(person_id=people[0].id)])
        a_meeting(cabinet, other, date(2016, 6, 21), MeetingStatus.PLANNED)
        assert self.forecast(cabinet, council).fallen == ()
        half = a_group(cabinet, "Polovica", memberships=members[:6])
        a_meeting(cabinet, half, date(2016, 6, 28), MeetingStatus.PLANNED)
        fallen = [item.day for item in self.forecast(cabinet, council).fallen]
        assert fallen == [date(2016, 6, 28)]

    def test_if_no_date_is_possible_the_rule_that_blocks_is_named(self, cabinet):
        rule = CadenceRule(valid_from=date(2016, 1, 1), notice_days=60)
        forecast = self.forecast(cabinet, a_group(cabinet, cadence_rules=[rule]))
        assert forecast.proposals == ()
        assert forecast.blockers[0].obstacle is Obstacle.NOTICE


class TestConvening:
    def test_the_draft_holds_what_is_usual(self, cabinet):
        chair = a_person(cabinet, "Novak")
        members = [Membership(person_id=chair.id, role=MembershipRole.CHAIR)]
        group = a_group(cabinet, memberships=members)
        room = cabinet.places.create(Place(names=same("Sejna soba"), kind=PlaceKind.ROOM)).record
        for number, month in enumerate((4, 5), 1):
            a_meeting(cabinet, group, date(2016, month, 12), number=str(number), place_id=room.id)
        board = cabinet.groups.board(group.id, TODAY)
        draft = cabinet.groups.convening(board, date(2016, 6, 21), "3")
        assert draft.starts_at == datetime(2016, 6, 21, 17, 0)
        assert draft.ends_at == datetime(2016, 6, 21, 18, 0)
        assert (draft.number, draft.place_id, draft.chair_id) == ("3", room.id, chair.id)
        assert [body.organization_id for body in draft.bodies] == [group.id]
        assert [item.kind for item in draft.agenda] == [
            AgendaItemKind.MINUTES_APPROVAL,
            AgendaItemKind.ANY_OTHER_BUSINESS,
        ]
        assert "2" in draft.agenda[0].title.en
        assert all(item.title.missing() == () for item in draft.agenda)
        assert cabinet.meetings.create(draft).record.id

    def test_the_first_meeting_has_no_minutes_to_approve(self, cabinet):
        board = cabinet.groups.board(a_group(cabinet).id, TODAY)
        draft = cabinet.groups.convening(board, date(2016, 6, 21))
        assert [item.kind for item in draft.agenda] == [AgendaItemKind.ANY_OTHER_BUSINESS]
        assert draft.starts_at == datetime(2016, 6, 21, 9, 0)

    def test_minutes_without_a_number_are_named_by_their_day(self, cabinet):
        group = a_group(cabinet)
        a_meeting(cabinet, group, date(2016, 5, 12))
        board = cabinet.groups.board(group.id, TODAY)
        draft = cabinet.groups.convening(board, date(2016, 6, 21))
        assert "2016" in draft.agenda[0].title.sl

    def test_postponed_items_come_up_again(self, cabinet):
        group = a_group(cabinet)
        item = AgendaItem(title=same("Skupna prijava"), status=AgendaItemStatus.POSTPONED)
        a_meeting(cabinet, group, date(2016, 5, 12), agenda=[item])
        board = cabinet.groups.board(group.id, TODAY)
        draft = cabinet.groups.convening(board, date(2016, 6, 21))
        assert [one.number for one in draft.agenda] == ["1", "2", "3"]
        assert draft.agenda[1].title == same("Skupna prijava")


class TestCarriedOver:
    def test_an_item_that_came_up_again_is_no_longer_carried(self, cabinet):
        group = a_group(cabinet)
        postponed = AgendaItem(title=same("Prijava"), status=AgendaItemStatus.POSTPONED)
        a_meeting(cabinet, group, date(2016, 4, 12), agenda=[postponed])
        assert [item.text for item in cabinet.groups.carried_over(group.id)] == [same("Prijava")]
        a_meeting(cabinet, group, date(2016, 5, 12), agenda=[AgendaItem(title=same("Prijava"))])
        assert cabinet.groups.carried_over(group.id) == []

    def test_a_decision_with_a_deadline_is_carried_until_it_is_carried_out(self, cabinet):
        group = a_group(cabinet)
        decision = Decision(text=same("Pripravi seznam."), implementer="Pisarna", due_on=date(2016, 6, 1))
        agenda = [AgendaItem(title=same("Seznam"), decisions=[decision])]
        a_meeting(cabinet, group, date(2016, 4, 12), agenda=agenda)
        matter = cabinet.groups.carried_over(group.id)[0]
        assert matter.is_decision
        assert (matter.implementer, matter.is_late(TODAY)) == ("Pisarna", True)


class TestAttendance:
    def test_only_meetings_during_a_membership_count(self, cabinet):
        old, new = a_person(cabinet, "Stara"), a_person(cabinet, "Nova")
        members = [
            Membership(person_id=old.id, ends_on=date(2016, 3, 31)),
            Membership(person_id=new.id, starts_on=date(2016, 4, 1)),
        ]
        group = a_group(cabinet, memberships=members)
        a_meeting(cabinet, group, date(2016, 3, 10), attendance=[Attendance(person_id=old.id)])
        a_meeting(
            cabinet,
            group,
            date(2016, 5, 10),
            attendance=[Attendance(person_id=new.id, presence=Presence.ABSENT)],
        )
        attendance = cabinet.groups.attendance(group.id)
        assert [(item.present, item.expected) for item in attendance.meetings] == [(1, 1), (0, 1)]
        assert attendance.share == pytest.approx(0.5)
        assert {key: (one.present, one.meetings) for key, one in attendance.members.items()} == {
            old.id: (1, 1),
            new.id: (0, 1),
        }

    def test_guests_and_meetings_without_a_list_are_no_denominators(self, cabinet):
        member, guest = a_person(cabinet, "Članica"), a_person(cabinet, "Gostja")
        members = [
            Membership(person_id=member.id),
            Membership(person_id=guest.id, role=MembershipRole.GUEST),
        ]
        group = a_group(cabinet, memberships=members)
        a_meeting(cabinet, group, date(2016, 3, 10))
        present = [Attendance(person_id=member.id), Attendance(person_id=guest.id)]
        a_meeting(cabinet, group, date(2016, 4, 10), attendance=present)
        planned = [Attendance(person_id=member.id)]
        a_meeting(cabinet, group, date(2016, 7, 10), MeetingStatus.PLANNED, attendance=planned)
        attendance = cabinet.groups.attendance(group.id)
        assert [(item.present, item.expected) for item in attendance.meetings] == [(1, 1)]

    def test_a_group_nobody_knows_has_no_attendance(self, cabinet):
        assert cabinet.groups.attendance(0).share is None


class TestUnconfirmed:
    def test_a_planned_meeting_of_the_past_waits_for_an_answer(self, cabinet):
        group = a_group(cabinet)
        waiting = a_meeting(cabinet, group, date(2016, 5, 10), MeetingStatus.PLANNED)
        a_meeting(cabinet, group, date(2016, 6, 10), MeetingStatus.PLANNED)
        a_meeting(cabinet, group, date(2016, 4, 10), MeetingStatus.CANCELLED)
        assert [item.id for item in cabinet.groups.unconfirmed(group.id, TODAY)] == [waiting.id]
        assert cabinet.groups.unconfirmed(0, TODAY) == []


class TestOverview:
    def test_it_tells_everything_that_other_programs_ask_for(self, cabinet):
        group = a_group(cabinet)
        a_meeting(cabinet, group, date(2016, 3, 10))
        a_meeting(cabinet, group, date(2016, 6, 15), MeetingStatus.PLANNED)
        (told,) = cabinet.groups.overview(TODAY, Language.SL)
        document = told.document()
        assert document["id"] == group.id
        assert document["rule"]["kind"] == "per_period"
        assert (document["rule"]["n"], document["rule"]["unit"]) == (1, "month")
        assert set(document["rule"]["text"]) == {"sl", "de", "en"}
        assert document["rate"] == pytest.approx(1 / 3)
        months = {window["from"]: window for window in document["windows"]}
        assert months["2016-03-01"]["held"] == ["2016-03-10"]
        assert months["2016-03-01"]["to"] == "2016-03-31"
        assert months["2016-04-01"]["status"] == "breached"
        assert months["2016-04-01"]["reason"] == "none_held"
        assert months["2016-06-01"]["planned"] == ["2016-06-15"]
        assert document["last_possible"] == "2016-07-29"
        assert document["proposals"]
        assert set(document["proposals"][0]) == {"date", "time", "score", "reasons"}

    def test_it_is_plain_json_in_every_language(self, cabinet):
        import json

        a_group(cabinet)
        rule = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14, valid_from=date(2016, 1, 1))
        a_group(cabinet, "Druga", cadence_rules=[rule])
        a_group(cabinet, "Tretja", cadence_rules=[])
        for language in Language:
            documents = [one.document() for one in cabinet.groups.overview(TODAY, language)]
            assert json.loads(json.dumps(documents)) == documents
            rules = {one["name"]: one["rule"] for one in documents}
            assert rules["Tretja"] is None
            assert (rules["Druga"]["n"], rules["Druga"]["unit"]) == (14, "day")


def test_the_owner_names_the_group_of_a_party(cabinet):
    party = cabinet.organizations.create(
        Organization(names=LocalizedText(sl="Stranka"), classification=Classification.PARTY)
    ).record
    board = cabinet.groups.board(a_group(cabinet, parent_id=party.id).id, TODAY)
    assert board.owner.sl == "Stranka"
    assert not board.is_official
