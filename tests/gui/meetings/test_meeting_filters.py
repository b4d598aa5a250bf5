"""The seams of the services that the meetings' tab looks through."""

from datetime import date, datetime

from cabinet_app.domain.meetings import MeetingBody
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.visits import Visit
from cabinet_app.services.meetings import chip_of_body
from cabinet_app.services.records import ListQuery

TODAY = date(2021, 12, 10)


def ids(house, *chips):
    return house.cabinet.meetings.ids(ListQuery(Language.SL, TODAY, chips=frozenset(chips)))


def test_a_body_filter_leaves_the_meetings_it_leads_or_takes_part_in(house):
    own = house.meeting(datetime(2021, 12, 1, 9))
    bodies = [MeetingBody(organization_id=house.council), MeetingBody(organization_id=house.commission)]
    joint = house.meeting(datetime(2021, 12, 2, 9), bodies=bodies)
    other = house.meeting(datetime(2021, 12, 3, 9), bodies=bodies[:1])
    assert ids(house, chip_of_body(house.commission)) == [own, joint]
    assert ids(house, chip_of_body(house.council)) == [joint, other]


def test_a_body_filter_keeps_meetings_without_a_date(house):
    undated = house.meeting(None)
    assert ids(house, chip_of_body(house.commission)) == [undated]


def test_visits_between_two_days_are_those_that_touch_them(cabinet):
    def visit(first: int, last: int | None = None) -> int:
        ends_on = date(2021, 12, last) if last else None
        draft = Visit(title=same("Obisk"), starts_on=date(2021, 12, first), ends_on=ends_on)
        return int(cabinet.visits.create(draft).record.id)

    before, into, inside, out = visit(8), visit(8, 10), visit(11), visit(12, 14)
    cabinet.visits.create(Visit(title=same("Brez datuma")))
    found = cabinet.visits.ids_between(date(2021, 12, 10), date(2021, 12, 12))
    assert found == [into, inside, out]
    assert before not in found


def test_a_deleted_visit_is_in_no_month(cabinet):
    gone = cabinet.visits.create(Visit(title=same("Obisk"), starts_on=TODAY)).record.id
    cabinet.visits.delete(gone)
    assert cabinet.visits.ids_between(TODAY, TODAY) == []
