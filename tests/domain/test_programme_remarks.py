"""Overlaps, pauses and strays of a programme, also with several delegations and across midnight."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.programme_hours import end_of, lasts_past_midnight, now_and_next
from cabinet_app.domain.programme_remarks import Remark, RemarkKind, programme_remarks
from cabinet_app.domain.visits import Audience, ProgrammeItem, ProgrammeItemStatus, Visit
from tests.domain.visit_samples import FRIDAY, LA_CIOTAT, OLDHAM, THURSDAY, item, two_delegations, visit


def kinds(of: Visit) -> list[RemarkKind]:
    return [remark.kind for remark in programme_remarks(of)]


def only(of: Visit) -> Remark:
    (remark,) = programme_remarks(of)
    return remark


def test_two_items_of_different_delegations_may_go_on_at_once() -> None:
    tour = item("10:00", "12:00", "Tour", delegation_ids=[OLDHAM])
    trip = item("10:00", "12:00", "Trip", delegation_ids=[LA_CIOTAT])
    assert kinds(visit(tour, trip, delegations=two_delegations())) == []


def test_an_item_for_everybody_overlaps_one_for_a_single_delegation() -> None:
    tour = item("10:00", "12:00", "Tour", delegation_ids=[OLDHAM])
    lunch = item("11:30", "13:00", "Lunch")
    remark = only(visit(tour, lunch, delegations=two_delegations()))
    assert (remark.kind, remark.item, remark.other) == (RemarkKind.OVERLAP, tour, lunch)


def test_an_item_whose_delegation_is_gone_is_for_everybody_again() -> None:
    tour = item("10:00", "12:00", "Tour", delegation_ids=[999])
    trip = item("10:30", "12:00", "Trip", delegation_ids=[LA_CIOTAT])
    assert kinds(visit(tour, trip, delegations=two_delegations())) == [RemarkKind.OVERLAP]


def test_a_pause_is_told_for_the_delegation_that_waits() -> None:
    talks = item("09:00", "10:00")
    tour = item("10:00", "13:00", "Tour", delegation_ids=[OLDHAM])
    lunch = item("13:00", "14:00", "Lunch")
    remark = only(visit(talks, tour, lunch, delegations=two_delegations()))
    assert remark.kind is RemarkKind.GAP
    assert remark.delegation is not None
    assert remark.delegation.id == LA_CIOTAT


def test_a_pause_of_everybody_is_told_once() -> None:
    remark = only(visit(item("09:00", "10:00"), item("12:00"), delegations=two_delegations()))
    assert (remark.kind, remark.delegation) == (RemarkKind.GAP, None)


def test_an_hour_is_no_pause_worth_telling_and_a_minute_more_is() -> None:
    assert kinds(visit(item("09:00", "10:00"), item("11:00"))) == []
    assert kinds(visit(item("09:00", "10:00"), item("11:01"))) == [RemarkKind.GAP]


def test_what_only_the_house_does_fills_no_pause_of_the_guests() -> None:
    setting_up = item("10:00", "12:00", "Setting up", audience=Audience.INTERNAL)
    found = visit(item("09:00", "10:00"), setting_up, item("12:00", "13:00", "Lunch"))
    assert kinds(found) == [RemarkKind.GAP]


def test_a_reason_in_words_silences_an_overlap() -> None:
    found = visit(item("09:00", "11:00"), item("10:00", "12:00", "Tour", clash_note="spouses only"))
    assert kinds(found) == []


def test_a_dinner_may_end_after_midnight() -> None:
    dinner = item("20:00", "00:30", "Dinner")
    assert lasts_past_midnight(dinner)
    assert end_of(dinner, THURSDAY) == datetime(2027, 2, 26, 0, 30)
    assert kinds(visit(dinner)) == []
    assert kinds(visit(item("10:00", "09:00"))) == [RemarkKind.REVERSED]


def test_days_are_named_only_where_there_are_several() -> None:
    clash = [item("09:00", "11:00"), item("10:00", "11:00", "Tour")]
    assert only(visit(*clash)).day is None
    found = programme_remarks(visit(*clash, item("09:00", day=FRIDAY), last=FRIDAY))
    assert [remark.day for remark in found] == [THURSDAY]


def test_an_item_outside_the_days_of_the_visit_is_told_with_its_day() -> None:
    remark = only(visit(item("09:00", day=date(2027, 3, 1))))
    assert remark.kind is RemarkKind.OUTSIDE
    assert remark.start == datetime(2027, 3, 1)


@given(
    st.lists(
        st.builds(
            ProgrammeItem,
            day=st.just(THURSDAY),
            starts_at=st.times(),
            ends_at=st.one_of(st.none(), st.times()),
            status=st.sampled_from(ProgrammeItemStatus),
        ),
        max_size=6,
        unique_by=lambda each: each.starts_at,
    )
)
def test_the_order_of_the_rows_changes_nothing_that_is_said(items: list[ProgrammeItem]) -> None:
    assert sorted(kinds(visit(*items))) == sorted(kinds(visit(*reversed(items))))


def moments(found: Visit, hour: str, day: date = THURSDAY) -> tuple[list[str], str]:
    answer = now_and_next(found, datetime.fromisoformat(f"{day.isoformat()} {hour}"))
    assert answer is not None
    return [each.title.en for each in answer.now], answer.next.title.en if answer.next else ""


def test_a_running_visit_knows_what_is_on_and_what_comes_next() -> None:
    tour, lab = item("10:30", "11:30", "Tour"), item("09:00", "10:00", "Lab", day=FRIDAY)
    found = visit(item("09:00", "10:00"), tour, lab, last=FRIDAY)
    assert moments(found, "09:30") == (["Talks"], "Tour")
    assert moments(found, "10:00") == ([], "Tour")
    assert moments(found, "12:00") == ([], "Lab")
    assert moments(found, "18:00", FRIDAY) == ([], "")


def test_an_item_without_an_end_lasts_until_the_next_but_no_more_than_an_hour() -> None:
    found = visit(item("09:00"), item("09:30", "10:00", "Tour"), item("11:00", title="Talk"))
    assert moments(found, "09:29") == (["Talks"], "Tour")
    assert moments(found, "09:30") == (["Tour"], "Talk")
    assert moments(found, "11:59") == (["Talk"], "")
    assert moments(found, "12:00") == ([], "")


def test_nothing_is_on_before_and_after_the_days_of_a_visit() -> None:
    assert now_and_next(visit(item("09:00")), datetime(2027, 2, 26, 9)) is None
    assert now_and_next(Visit(programme=[item("09:00")]), datetime(2027, 2, 25, 9)) is None
