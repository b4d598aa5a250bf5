"""Open matters in groups by holder."""

from datetime import date

from cabinet_app.domain.task_matters import Holder, MatterKind, OpenMatter, by_holder
from cabinet_app.domain.tasks import TaskStatus
from cabinet_app.domain.texts import Language, same
from cabinet_app.i18n.collation import sort_key

TODAY = date(2026, 11, 20)


def matter(number, holder="", day=None, **fields):
    due = date(2026, 11, day) if day else None
    return OpenMatter(number, same(f"naloga {number}"), holder=Holder(holder), due_on=due, **fields)


def order(name):
    return sort_key(name, Language.SL)


def test_the_most_urgent_comes_first_and_what_has_no_day_last():
    (group,) = by_holder([matter(1, "A"), matter(2, "A", 25), matter(3, "A", 12)], order)
    assert [one.id for one in group.open] == [3, 2, 1]
    assert group.open[0].is_overdue(TODAY)
    assert not group.open[1].is_overdue(TODAY)


def test_holders_stand_in_the_alphabet_and_nobody_last():
    groups = by_holder([matter(1), matter(2, "Žagar"), matter(3, "Čuk"), matter(4, "Cvet")], order)
    assert [group.holder.name for group in groups] == ["Cvet", "Čuk", "Žagar", ""]
    assert groups[-1].holder.is_nobody


def test_people_stand_by_their_family_names_whatever_their_titles():
    people = [
        Holder("mag. Urška Čuk", 1, "Čuk Urška"),
        Holder("dr. Ana Novak", 2, "Novak Ana"),
        Holder("hišnik"),
    ]
    matters = [OpenMatter(number, same("x"), holder=holder) for number, holder in enumerate(people)]
    assert [group.holder.name for group in by_holder(matters, order)] == [
        "mag. Urška Čuk",
        "hišnik",
        "dr. Ana Novak",
    ]


def test_what_is_done_stands_apart_by_the_day_it_was_done():
    done = [
        matter(1, "A", status=TaskStatus.COMPLETED, done_on=date(2026, 11, 9)),
        matter(2, "A", status=TaskStatus.COMPLETED, done_on=date(2026, 11, 3)),
    ]
    (group,) = by_holder([*done, matter(3, "A", 1)], order)
    assert [one.id for one in group.done] == [2, 1]
    assert [one.id for one in group.open] == [3]


def test_a_decision_of_a_meeting_stands_among_the_tasks():
    decision = matter(1, "A", 12, kind=MatterKind.DECISION)
    (group,) = by_holder([matter(2, "A", 25), decision], order)
    assert group.open[0].kind is MatterKind.DECISION
