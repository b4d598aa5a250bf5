"""A real register with a few groups, and the tab on top of it."""

import dataclasses
from datetime import date, datetime, time, timedelta

import pytest

from cabinet_app.domain.bodies import Classification, Membership, MembershipRole, Organization
from cabinet_app.domain.cadence import CadenceRule, CadenceUnit
from cabinet_app.domain.meetings import Attendance, Meeting, MeetingBody, MeetingStatus, Presence
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.i18n.catalogs import translator
from tests.gui.fakes import FakeToaster, make_context

TODAY = date(2016, 6, 8)


class Register:
    """Puts groups and meetings into a cabinet."""

    def __init__(self, cabinet):
        self.cabinet = cabinet

    def group(self, name="Gospodarstvo", **facts):
        facts.setdefault("cadence_rules", [CadenceRule(valid_from=date(2016, 2, 25), recess_months=[8])])
        draft = Organization(names=same(name), classification=Classification.WORKING_GROUP, **facts)
        return self.cabinet.organizations.create(draft).record

    def person(self, family):
        return self.cabinet.people.create(Person(name=PersonName(given="Ana", family=family))).record

    def meeting(self, group, day, status=MeetingStatus.HELD, **facts):
        starts_at = datetime.combine(day, time(17))
        return self.cabinet.meetings.create(
            Meeting(
                bodies=[MeetingBody(organization_id=group.id)],
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=1),
                status=status,
                **facts,
            )
        ).record


@pytest.fixture
def register(cabinet):
    return Register(cabinet)


@pytest.fixture
def seed(register):
    """The seed's own group: agreed on 25 February, met on 10 March and 2 May, not in April."""
    chair, member = register.person("Novak"), register.person("Žnidaršič")
    memberships = [
        Membership(person_id=chair.id, role=MembershipRole.CHAIR, function=LocalizedText(sl="vodja")),
        Membership(person_id=member.id, starts_on=date(2016, 4, 1)),
    ]
    owner = register.cabinet.organizations.create(Organization(names=same("Mestna občina Kranj"))).record
    group = register.group(memberships=memberships, parent_id=owner.id, short_name=same("Gospodarstvo KR–VI"))
    register.meeting(group, date(2016, 3, 10), attendance=[Attendance(person_id=chair.id)], number="1")
    attendance = [
        Attendance(person_id=chair.id),
        Attendance(person_id=member.id, presence=Presence.EXCUSED),
    ]
    register.meeting(group, date(2016, 5, 2), attendance=attendance, number="2")
    return group


@pytest.fixture
def quarterly(register):
    group = register.group("Turizem", cadence_rules=[CadenceRule(unit=CadenceUnit.QUARTER)])
    register.meeting(group, date(2016, 1, 20))
    register.meeting(group, date(2016, 4, 20))
    return group


@pytest.fixture(params=[Language.EN])
def t(request):
    return translator(request.param)


@pytest.fixture
def toaster():
    return FakeToaster()


@pytest.fixture
def begun():
    """The drafts that were handed to other tabs."""
    return []


@pytest.fixture
def context(cabinet, t, toaster, begun):
    def new_record(record_type, draft):
        begun.append((record_type, draft))
        return True

    made = make_context(cabinet, t, toaster=toaster)
    return dataclasses.replace(made, today=lambda: TODAY, new_record=new_record)


@pytest.fixture
def tab(qtbot, context):
    from cabinet_app.gui.groups.tab import GroupsTab

    made = GroupsTab(context)
    qtbot.addWidget(made)
    made.resize(1280, 740)
    made.show()
    qtbot.waitExposed(made)
    return made
