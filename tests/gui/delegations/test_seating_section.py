"""The seating plans in the editor of a visit, and the order of precedence of the house, over a register."""

from collections.abc import Callable
from datetime import date, time
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.protocol import TieBreaker
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    ProgrammeItem,
    ProgrammeItemKind,
    Reply,
    SeatingShape,
    SeatSide,
    Visit,
)
from cabinet_app.gui.delegations.seating_actions import seating_actions
from cabinet_app.gui.delegations.seating_section import SeatingSection
from cabinet_app.gui.dialogs.precedence import PrecedenceDialog
from cabinet_app.services.cabinet import Cabinet

TALKS, MEAL = ProgrammeItemKind.TALKS, ProgrammeItemKind.MEAL


@pytest.fixture
def visit_id(cabinet: Cabinet, known: Any) -> int:
    """Three guests, two hosts, talks and a dinner."""
    people = [
        cabinet.people.create(
            Person(name=PersonName(given="Ana", family=family), function=function)
        ).record.id
        for family, function in (
            ("Kos", LocalizedText("mestna svetnica", "Gemeinderätin", "city councillor")),
            ("Oman", LocalizedText("podžupanja", "Vizebürgermeisterin", "deputy mayor")),
        )
    ]
    visit = Visit(
        title=same("Obisk"),
        starts_on=date(2016, 2, 25),
        partner_place_id=known.villach,
        delegations=[
            Delegation(
                delegates=[
                    Delegate(person_id=known.petra, role=DelegateRole.HEAD),
                    *(Delegate(person_id=person) for person in people),
                ]
            ),
            Delegation(
                side=DelegationSide.HOST,
                delegates=[
                    Delegate(placeholder="H1", role=DelegateRole.HEAD),
                    Delegate(placeholder="H2"),
                ],
            ),
        ],
        programme=[
            ProgrammeItem(day=date(2016, 2, 25), starts_at=time(9), kind=TALKS, title=same("Talks")),
            ProgrammeItem(day=date(2016, 2, 25), starts_at=time(19), kind=MEAL, title=same("Dinner")),
        ],
    )
    return cabinet.visits.create(visit).record.id


@pytest.fixture
def section(desk: Any, visit_id: int) -> SeatingSection:
    desk.tab.pane.select(visit_id)
    found = desk.editor.part(SeatingSection)
    assert isinstance(found, SeatingSection)
    return found


def names(section: SeatingSection, side: SeatSide, row: int = 0) -> list[str]:
    """Who sits on a side of a plan, from left to right."""
    visit = section.draft()
    people = {one.delegate.id: one.name for one in section.order(visit)}
    seats = [seat for seat in section.plans.model.rows[row].seats if seat.side is side]
    return [people.get(seat.delegate_id, "") for seat in sorted(seats, key=_number)]


def _number(seat: Any) -> int:
    return int(seat.number)


def test_a_new_plan_is_laid_by_precedence_for_the_first_talks(section: SeatingSection) -> None:
    section.plans.model.add()
    [plan] = section.plans.model.rows
    assert section.draft().programme[0].id == plan.item_id
    assert names(section, SeatSide.TOP) == ["Ana Oman", "dr. Petra Oberrauner", "Ana Kos"]


def test_a_second_plan_is_for_the_dinner(section: SeatingSection) -> None:
    section.plans.model.add()
    section.plans.model.add()
    plan = section.plans.model.rows[1]
    assert plan.item_id == section.draft().programme[1].id
    assert plan.shape is SeatingShape.HOST_ALONE


def test_the_window_edits_the_draft_which_is_saved_with_the_visit(
    section: SeatingSection, desk: Any, cabinet: Cabinet, visit_id: int
) -> None:
    section.open_current()
    plan = section.plans.model.rows[0]
    window = section.open_table(plan.id)
    panel = window.panel
    moved = next(one.delegate.id for one in section.order(section.draft()) if one.name == "Ana Kos")
    panel.floor.moved.emit(moved, (SeatSide.TOP, 1))
    assert names(section, SeatSide.TOP) == ["Ana Kos", "dr. Petra Oberrauner", "Ana Oman"]
    assert desk.editor.is_dirty
    panel.undo_button.click()
    assert names(section, SeatSide.TOP) == ["Ana Oman", "dr. Petra Oberrauner", "Ana Kos"]
    panel.floor.moved.emit(moved, (SeatSide.TOP, 1))
    desk.tab.pane.save()
    [stored] = cabinet.visits.get(visit_id).record.seating_plans
    first = next(seat for seat in stored.seats if (seat.side, seat.number) == (SeatSide.TOP, 1))
    assert first.delegate_id == moved
    assert section.open_table(stored.id) is window, "a window that is open comes to the front"
    window.close()


def test_who_declines_in_the_form_leaves_the_open_table(section: SeatingSection, desk: Any) -> None:
    section.open_current()
    window = section.open_table(section.plans.model.rows[0].id)
    blocks = desk.editor.people.blocks
    rows = list(blocks[0].table.model.rows)
    rows[1].reply = Reply.DECLINED
    blocks[0].table.model.replace_all(rows)
    told = [link.text() for link in window.panel.notes.links]
    assert told == ["1 person is no longer at the table; the gap is closed."]
    assert told[0] in [finding.message for finding in desk.editor.validate()]
    window.close()


def test_a_plan_that_is_removed_closes_its_window(section: SeatingSection) -> None:
    section.open_current()
    window = section.open_table(section.plans.model.rows[0].id)
    section.plans.model.remove(0)
    assert not window.isVisible()


def test_another_visit_closes_the_tables_of_the_first(
    section: SeatingSection, desk: Any, cabinet: Cabinet
) -> None:
    section.open_current()
    desk.tab.pane.save()
    window = section.open_table(section.plans.model.rows[0].id)
    other = cabinet.visits.create(Visit(title=same("Drugi"), starts_on=date(2016, 3, 1))).record.id
    desk.tab.pane.select(other)
    assert not window.isVisible()


def test_the_menu_lays_the_table_and_opens_the_order_of_precedence(
    section: SeatingSection, desk: Any
) -> None:
    seating, precedence = seating_actions(desk.context, desk.tab.pane)
    assert seating.reason is not None
    assert seating.reason() == ""
    seating.act()
    assert len(section.plans.model.rows) == 1
    precedence.act()
    dialog = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, PrecedenceDialog))
    dialog.reject()


@pytest.fixture
def dialog(desk: Any, qtbot: Any) -> Callable[[], PrecedenceDialog]:
    def make() -> PrecedenceDialog:
        made = PrecedenceDialog(desk.context)
        qtbot.addWidget(made)
        return made

    return make


def test_the_first_save_makes_the_shipped_order_our_own(
    dialog: Callable[[], PrecedenceDialog], cabinet: Cabinet
) -> None:
    first = dialog()
    rows = list(first.ranks.value())
    rows[0].rank = 20
    first.ranks.model.replace_all(rows)
    first.ties.set_value((TieBreaker.ALPHABET,))
    first.save()
    own = cabinet.precedence_schemes.in_force()
    assert own.id
    assert own.tie_breakers == [TieBreaker.ALPHABET]
    assert [rank.rank for rank in own.ranks] == [*range(2, 16), 20], "kept in the order of the ranks"
    second = dialog()
    second.restore()
    second.save()
    again = cabinet.precedence_schemes.in_force()
    assert again.id == own.id
    assert [rank.rank for rank in again.ranks] == list(range(1, 16))


def test_a_rank_without_words_is_not_stored(dialog: Callable[[], PrecedenceDialog], cabinet: Cabinet) -> None:
    shown = dialog()
    shown.ranks.model.add()
    shown.save()
    assert shown.banner.text == "Rank 16 has no words. Write them or remove the row."
    assert cabinet.precedence_schemes.in_force().id == 0
    shown.ranks.model.undo()
    shown.names.set_value(LocalizedText())
    shown.save()
    assert shown.banner.text == "Give the order of precedence a name."


def test_another_order_of_the_house_changes_the_table_by_the_next_seating(
    section: SeatingSection, dialog: Callable[[], PrecedenceDialog]
) -> None:
    section.plans.model.add()
    shown = dialog()
    rows = list(shown.ranks.value())
    councillor = next(rank for rank in rows if rank.label.en.startswith("city councillor"))
    councillor.rank = 2
    shown.ranks.model.replace_all(rows)
    shown.save()
    window = section.open_table(section.plans.model.rows[0].id)
    window.panel.seat_button.click()
    assert names(section, SeatSide.TOP) == ["Ana Kos", "dr. Petra Oberrauner", "Ana Oman"]
    window.close()


@pytest.mark.parametrize("language", [Language.SL, Language.DE])
def test_the_section_and_the_window_are_named_in_the_other_languages(
    make_desk: Callable[..., Any], visit_id: int, language: Language
) -> None:
    desk = make_desk(language)
    desk.tab.pane.select(visit_id)
    section = cast("SeatingSection", desk.editor.part(SeatingSection))
    section.open_current()
    window = section.open_table(section.plans.model.rows[0].id)
    for widget in window.findChildren(type(window.panel.seat_button)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.text() or widget.accessibleName()
    window.close()
