"""The usual first and last item, and numbers that follow the order."""

from cabinet_app.domain.meetings import AgendaItem, AgendaItemKind
from cabinet_app.domain.texts import Language, same
from cabinet_app.gui.meetings.proposal import (
    MINUTES,
    follows_order,
    kept_in_order,
    proposed_agenda,
    renumbered,
)
from cabinet_app.i18n.catalogs import translator


def items(*numbers: str) -> list[AgendaItem]:
    return [AgendaItem(number=number, title=same(f"Točka {place}")) for place, number in enumerate(numbers)]


def numbers(agenda) -> list[str]:
    return [item.number for item in agenda]


def test_the_third_session_begins_with_the_minutes_of_the_second_and_ends_with_any_other_business():
    agenda = proposed_agenda([], "3")
    assert [item.kind for item in agenda] == [
        AgendaItemKind.MINUTES_APPROVAL,
        AgendaItemKind.ANY_OTHER_BUSINESS,
    ]
    assert numbers(agenda) == ["1", "2"]
    for language in Language:
        expected = translator(language).gettext(MINUTES).format(number="2")
        assert agenda[0].title.get(language) == expected


def test_what_stands_there_goes_between():
    own = AgendaItem(number="1", title=same("Pobratenje"))
    agenda = proposed_agenda([own], "3.")
    assert agenda[1].title == same("Pobratenje")
    assert numbers(agenda) == ["1", "2", "3"]
    assert own.number == "1", "the item that was handed in is left alone"


def test_a_first_session_has_no_minutes_to_approve():
    for number in ("1", "", "izredna"):
        assert [item.kind for item in proposed_agenda([], number)] == [AgendaItemKind.ANY_OTHER_BUSINESS]


def test_nothing_is_proposed_twice():
    agenda = proposed_agenda(items("1"), "4")
    assert proposed_agenda(agenda, "4") == agenda


def test_parts_of_an_item_keep_their_level():
    assert numbers(renumbered(items("1", "2.1", "2.2", "7", "3A"))) == ["1", "1.1", "1.2", "2", "3"]


def test_plain_numbers_follow_the_order_with_or_without_a_point():
    assert follows_order(items("1.", "2", "3."))
    assert follows_order([])
    assert not follows_order(items("1", "3"))


def test_numbers_go_with_a_move():
    before = items("1", "2", "3")
    assert numbers(kept_in_order(before, [before[1], before[0], before[2]]) or []) == ["1", "2", "3"]


def test_numbers_close_the_gap_of_an_item_that_went():
    before = items("1", "2", "3")
    assert numbers(kept_in_order(before, [before[0], before[2]]) or []) == ["1", "2"]


def test_an_item_that_came_gets_the_next_number():
    before = items("1", "2")
    assert numbers(kept_in_order(before, [*before, AgendaItem()]) or []) == ["1", "2", "3"]


def test_a_number_typed_by_hand_is_never_overruled():
    before = items("1", "2", "3")
    assert kept_in_order(before, items("1", "2A", "3")) is None
    assert kept_in_order(before, items("1", "1", "3")) is None


def test_free_numbers_are_left_alone():
    before = items("I", "II")
    assert kept_in_order(before, [before[1], before[0]]) is None
