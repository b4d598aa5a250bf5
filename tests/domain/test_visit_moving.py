"""Moving a visit, changes of a sent programme, templates."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.protocol import TemplateItem, VisitTemplate
from cabinet_app.domain.tasks import Task, TaskAnchor
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.visit_moving import Cargo, cargo_of, moved
from cabinet_app.domain.visit_revision import (
    holders_of_older,
    latest_of_each,
    marked_as_changed,
    sent_to,
    was_sent,
)
from cabinet_app.domain.visit_templates import filled, template_of
from cabinet_app.domain.visits import (
    Booking,
    Delegate,
    Delegation,
    Dispatch,
    ProgrammeItem,
    ProgrammeItemStatus,
    TravelLeg,
    Visit,
)
from tests.domain.visit_samples import FRIDAY, THURSDAY, item, visit

NINE = datetime(2027, 2, 25, 9)


def full_visit() -> Visit:
    leg = TravelLeg(happens_at=datetime(2027, 2, 24, 22, 15), number="JP 113")
    return visit(
        item("09:00", "10:00"),
        item("09:00", day=FRIDAY),
        item("11:00", day=None),
        last=FRIDAY,
        bookings=[Booking(name="minibus", starts_at=NINE, ends_at=datetime(2027, 2, 26, 18)), Booking()],
        delegations=[Delegation(delegates=[Delegate(legs=[leg, TravelLeg()])])],
    )


def test_everything_that_has_a_day_goes_along_and_the_hours_stay() -> None:
    before = full_visit()
    after = moved(before, THURSDAY + timedelta(days=7))
    assert (after.starts_on, after.ends_on) == (date(2027, 3, 4), date(2027, 3, 5))
    assert [each.day for each in after.programme] == [date(2027, 3, 4), date(2027, 3, 5), None]
    assert [each.starts_at for each in after.programme] == [each.starts_at for each in before.programme]
    assert after.bookings[0].starts_at == datetime(2027, 3, 4, 9)
    assert after.bookings[0].ends_at == datetime(2027, 3, 5, 18)
    assert after.delegations[0].delegates[0].legs[0].happens_at == datetime(2027, 3, 3, 22, 15)
    assert before == full_visit()


@given(st.integers(min_value=-3000, max_value=3000))
def test_moving_there_and_back_changes_nothing(days: int) -> None:
    before = full_visit()
    there = moved(before, THURSDAY + timedelta(days=days))
    assert moved(there, THURSDAY) == before


def test_a_shorter_visit_keeps_its_items_even_where_they_no_longer_fit() -> None:
    after = moved(full_visit(), date(2027, 3, 4), date(2027, 3, 4))
    assert after.ends_on == date(2027, 3, 4)
    assert after.programme[1].day == date(2027, 3, 5)


def test_a_visit_without_a_day_is_given_one() -> None:
    after = moved(Visit(programme=[item("09:00", day=None)]), THURSDAY)
    assert (after.starts_on, after.ends_on, after.programme[0].day) == (THURSDAY, THURSDAY, None)


def test_what_goes_along_is_counted() -> None:
    assert cargo_of(full_visit()) == Cargo(items=2, bookings=1, legs=1)


def test_a_change_counts_up_and_says_when_and_what() -> None:
    note = LocalizedText(sl="nova ura")
    changed = marked_as_changed(Visit(revision=1), FRIDAY, note)
    assert (changed.revision, changed.revised_on, changed.revision_note) == (2, FRIDAY, note)


def test_who_was_sent_an_older_programme_is_known_until_sent_the_new_one() -> None:
    found = sent_to(Visit(), ["Stadt Villach", " Hotel Creina ", ""], THURSDAY, "e-mail")
    assert was_sent(found)
    assert holders_of_older(found) == []
    changed = marked_as_changed(found, FRIDAY, LocalizedText())
    assert [each.recipient for each in holders_of_older(changed)] == ["Stadt Villach", "Hotel Creina"]
    told = sent_to(changed, ["stadt  villach"], FRIDAY, "e-mail")
    assert [each.recipient for each in holders_of_older(told)] == ["Hotel Creina"]


def test_the_newest_programme_of_each_recipient_counts_whatever_the_order() -> None:
    sent = [Dispatch(recipient="Hotel", revision=2), Dispatch(recipient="hotel", revision=0)]
    assert [each.revision for each in latest_of_each(sent)] == [2]


def test_a_template_puts_its_items_after_those_that_are_there_and_makes_room_for_its_days() -> None:
    template = VisitTemplate(
        items=[TemplateItem(title=same("Talks")), TemplateItem(day=2, title=same("Tour"))]
    )
    empty = filled(visit(), template)
    assert [each.day for each in empty.programme] == [THURSDAY, THURSDAY + timedelta(days=2)]
    assert empty.ends_on == THURSDAY + timedelta(days=2)
    begun = filled(visit(item("09:00", title="Mass")), template)
    assert [each.title.en for each in begun.programme] == ["Mass", "Talks", "Tour"]
    assert begun.ends_on == THURSDAY


def test_a_visit_without_a_day_gets_items_without_days() -> None:
    template = VisitTemplate(items=[TemplateItem(day=1, title=same("Tour"))])
    assert filled(Visit(), template).programme == [ProgrammeItem(title=same("Tour"))]


def test_a_template_of_a_visit_has_its_hours_and_tasks_and_nobodys_name() -> None:
    dropped = item("12:00", title="Fair", status=ProgrammeItemStatus.DROPPED)
    found = visit(
        item("09:00", day=FRIDAY, title="Tour"),
        item("09:00", "10:00", leader_id=5, internal_notes="secret", place_id=7),
        dropped,
    )
    tasks = [
        Task(title=same("Thank"), offset_days=3, anchor=TaskAnchor.VISIT_END, responsible_id=5),
        Task(title=same("Book"), offset_days=-10),
        Task(title=same("Ring")),
    ]
    template = template_of(found, tasks, same("Ours"))
    assert [(each.day, each.title.en) for each in template.items] == [(0, "Talks"), (1, "Tour")]
    assert [(each.offset_days, each.title.en) for each in template.tasks] == [(3, "Thank"), (-10, "Book")]
    again = filled(visit(), template).programme[0]
    assert (again.leader_id, again.place_id, again.internal_notes) == (None, None, "")
