"""One seating plan at work, by keyboard and by mouse, over a draft in memory."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import company, per_side
from cabinet_app.domain.seating_moves import seat_at, seat_of
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Reply, SeatingPlan, SeatingShape, SeatingStatus, SeatSide, Visit
from cabinet_app.gui.seating.chip import Chip
from cabinet_app.gui.seating.panel import SeatingPanel
from cabinet_app.gui.seating.scene import lay_out_scene
from cabinet_app.gui.seating.window import SeatingWindow
from cabinet_app.i18n.catalogs import translator
from tests.domain.protocol_visits import order_of, two_sides

TOP, BOTTOM = SeatSide.TOP, SeatSide.BOTTOM
Key = Qt.Key


class Draft:
    """A visit on the desk, with every step kept."""

    def __init__(self, guests: int = 5, hosts: int = 4, interpreters: int = 1, **plan: Any) -> None:
        self._visit = two_sides(guests, hosts, interpreters)
        self._plans: list[SeatingPlan | None] = []
        first = SeatingPlan(**plan)
        self.store(seated(first, company(self._visit, first, order_of(self._visit))))

    def visit(self) -> Visit:
        return self._visit

    def plan(self) -> SeatingPlan | None:
        return self._plans[-1]

    def order(self, visit: Visit) -> list[Ranked]:
        return order_of(visit)

    def store(self, plan: SeatingPlan | None) -> None:
        self._plans.append(plan)

    def undo(self) -> None:
        if len(self._plans) > 1:
            self._plans.pop()

    @property
    def steps(self) -> int:
        return len(self._plans)

    def seat(self, delegate_id: int) -> tuple[SeatSide, int] | None:
        plan = self.plan()
        assert plan
        seat = seat_of(plan, delegate_id)
        return (seat.side, seat.number) if seat else None


@pytest.fixture
def draft() -> Draft:
    return Draft()


@pytest.fixture
def panel(draft: Draft, qtbot: Any) -> Iterator[SeatingPanel]:
    window = SeatingWindow(translator(Language.EN), draft, "Seating")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    yield window.panel
    window.close()


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def chip(panel: SeatingPanel, side: SeatSide, number: int) -> Chip:
    return panel.floor.ground.chairs[side, number]


def drag(start: Chip, target: QPoint) -> None:
    """From the middle of a chip to a point of the screen."""
    middle = start.rect().center()
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=middle)
    for share in (0.3, 1.0):
        here = start.mapFromGlobal(target) - middle
        QTest.mouseMove(start, middle + QPoint(round(here.x() * share), round(here.y() * share)))
        _move(start, middle + QPoint(round(here.x() * share), round(here.y() * share)))
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=start.mapFromGlobal(target))


def _move(widget: Chip, point: QPoint) -> None:
    """QTest moves without a button; a hand that drags holds one."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_the_table_opens_on_the_head_and_says_why_the_head_sits_there(panel: SeatingPanel) -> None:
    assert panel.floor.current == (TOP, 4)
    assert panel.seat_label.text() == "P101"
    assert panel.place_label.text() == "Seat 4, far side"
    assert panel.why_label.text().startswith("In the middle of the long side, opposite the other head")
    assert "Place 1: head of delegation, rank 1 for this visit" in panel.why_label.text()
    assert panel.notes.isHidden()


def test_every_seat_has_a_name_for_screen_readers(panel: SeatingPanel) -> None:
    names = [one.accessibleName() for one in panel.floor.ground.chairs.values()]
    assert all(names)
    assert len(set(names)) == len(names)
    assert chip(panel, TOP, 3).accessibleName() == "Seat 3, far side, P102"


def test_only_the_chosen_seat_is_a_stop_of_the_tabulator(panel: SeatingPanel) -> None:
    stops = [
        place
        for place, one in panel.floor.ground.chairs.items()
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [(TOP, 4)]
    assert QApplication.focusWidget() is chip(panel, TOP, 4)


def test_arrow_keys_choose_and_enter_moves_somebody(panel: SeatingPanel, draft: Draft) -> None:
    press(Key.Key_Left)
    assert panel.floor.current == (TOP, 3)
    assert panel.why_label.text().startswith("Seat 1 to the right of the head of delegation.")
    press(Key.Key_Return)
    assert panel.floor.carried == 102
    assert "Picked up: P102." in panel.said_label.text()
    press(Key.Key_Left, Key.Key_Left, Key.Key_Space)
    assert draft.seat(102) == (TOP, 1)
    assert panel.floor.current == (TOP, 1)
    assert "Placed by hand" in panel.why_label.text()


def test_escape_puts_the_person_back(panel: SeatingPanel, draft: Draft) -> None:
    press(Key.Key_Return, Key.Key_Left, Key.Key_Escape)
    assert panel.floor.carried == 0
    assert panel.window().isVisible()
    assert draft.steps == 1


def test_l_locks_and_a_locked_person_is_not_picked_up(panel: SeatingPanel, draft: Draft) -> None:
    press(Key.Key_L)
    plan = draft.plan()
    assert plan
    seat = seat_at(plan, (TOP, 4))
    assert seat
    assert seat.locked
    assert panel.lock_button.text() == "Unlock the seat"
    assert chip(panel, TOP, 4).accessibleName().endswith("locked")
    press(Key.Key_Return)
    assert panel.floor.carried == 0
    assert "locked" in panel.said_label.text()
    panel.lock_button.click()
    assert panel.lock_button.text() == "Lock the seat"


def test_delete_empties_a_seat_and_the_person_can_be_seated_again(panel: SeatingPanel, draft: Draft) -> None:
    press(Key.Key_Left, Key.Key_Delete)
    assert draft.seat(102) is None
    assert [one.content.name for one in panel.floor.standing] == ["P102"]
    assert "P102: no seat yet." in [link.text() for link in panel.notes.links]
    panel.floor.standing[0].setFocus()
    press(Key.Key_Return, Key.Key_Up, Key.Key_Return)
    assert draft.seat(102) == (TOP, 3)
    assert panel.floor.standing == []


def test_arrow_down_leads_to_those_who_stand(panel: SeatingPanel) -> None:
    press(Key.Key_Delete, Key.Key_Down, Key.Key_Down)
    assert QApplication.focusWidget() is panel.floor.standing[0]


def test_a_person_is_dragged_to_a_seat_and_the_others_stay(panel: SeatingPanel, draft: Draft) -> None:
    before = {place: one.content.delegate_id for place, one in panel.floor.ground.chairs.items()}
    target = chip(panel, TOP, 7)
    drag(chip(panel, TOP, 3), target.mapToGlobal(target.rect().center()))
    assert draft.seat(102) == (TOP, 7)
    after = {place: one.content.delegate_id for place, one in panel.floor.ground.chairs.items()}
    assert {place for place in before if before[place] != after[place]} == {(TOP, 3), (TOP, 7)}


def test_a_person_is_dragged_off_the_table(panel: SeatingPanel, draft: Draft) -> None:
    drag(chip(panel, TOP, 3), panel.mapToGlobal(panel.rect().bottomLeft() - QPoint(-60, 40)))
    assert draft.seat(102) is None


def test_a_click_chooses_and_moves_nobody(panel: SeatingPanel, draft: Draft) -> None:
    QTest.mouseClick(chip(panel, BOTTOM, 4), Qt.MouseButton.LeftButton)
    assert panel.floor.current == (BOTTOM, 4)
    assert panel.seat_label.text() == "P201"
    assert draft.steps == 1


def test_undo_takes_the_last_step_back(panel: SeatingPanel, draft: Draft) -> None:
    press(Key.Key_Left, Key.Key_Delete)
    QTest.keyClick(focused(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert draft.seat(102) == (TOP, 3)
    assert panel.floor.standing == []


def test_seat_by_precedence_keeps_the_locked_seats(panel: SeatingPanel, draft: Draft) -> None:
    panel.floor.choose((TOP, 1))
    panel._move(103, (TOP, 7))
    press(Key.Key_L)
    panel._move(102, (TOP, 1))
    panel.seat_button.click()
    assert draft.seat(103) == (TOP, 7)
    assert draft.seat(102) == (TOP, 3)


def test_a_cancellation_closes_the_gap_and_is_told(panel: SeatingPanel, draft: Draft) -> None:
    draft.visit().delegations[0].delegates[1].reply = Reply.DECLINED
    panel.refresh()
    assert chip(panel, TOP, 3).content.name == "P104"
    told = [link.text() for link in panel.notes.links]
    assert told == ["1 person is no longer at the table; the gap is closed."]


def test_a_note_leads_to_the_person(panel: SeatingPanel) -> None:
    panel._move(101, (TOP, 7))
    panel.floor.choose((BOTTOM, 4))
    panel.notes.links[0].click()
    assert panel.floor.current == (TOP, 7)
    assert chip(panel, TOP, 7).content.is_objected


def test_another_shape_lays_the_table_anew(panel: SeatingPanel, draft: Draft) -> None:
    panel.shape.set_value(SeatingShape.HOSTS_AT_ENDS)
    panel.shape.edited.emit()
    plan = draft.plan()
    assert plan
    assert plan.shape is SeatingShape.HOSTS_AT_ENDS
    assert draft.seat(201) == (SeatSide.LEFT, 1)
    assert panel.place_label.text()


def test_a_number_of_seats_is_kept_and_who_has_none_is_shown(panel: SeatingPanel, draft: Draft) -> None:
    panel.per_side.set_value(3)
    panel.per_side.edited.emit()
    plan = draft.plan()
    assert plan
    assert per_side(plan) == 3
    assert len(panel.floor.standing) == 4
    panel.per_side.set_value(None)
    panel.per_side.edited.emit()
    assert panel.floor.standing == []


def test_interpreters_move_to_the_second_row(panel: SeatingPanel, draft: Draft) -> None:
    panel.behind.click()
    assert draft.seat(106) == (SeatSide.BEHIND_TOP, 3)
    panel.floor.choose((SeatSide.BEHIND_TOP, 3))
    assert panel.why_label.text().startswith("Interpreter in the second row.")


def test_a_plan_is_approved_and_taken_back(panel: SeatingPanel, draft: Draft) -> None:
    for status in (SeatingStatus.APPROVED, SeatingStatus.DRAFT):
        panel.approve_button.click()
        plan = draft.plan()
        assert plan
        assert plan.status is status


def test_drivers_are_named_as_not_at_the_table(panel: SeatingPanel, draft: Draft) -> None:
    from cabinet_app.domain.visits import Delegate, DelegateRole

    driver = Delegate(id=199, role=DelegateRole.DRIVER)
    draft.visit().delegations[0].delegates.append(driver)
    panel.refresh()
    assert panel.away_label.text() == "Not at the table: driver"


def test_an_empty_seat_says_that_nobody_sits_there(panel: SeatingPanel) -> None:
    empty = next(place for place, one in panel.floor.ground.chairs.items() if not one.content.delegate_id)
    panel.floor.choose(empty)
    assert panel.why_label.text() == "Nobody sits here."


def test_text_that_looks_like_markup_is_shown_as_it_was_typed(panel: SeatingPanel, draft: Draft) -> None:
    draft.visit().delegations[0].delegates[0].placeholder = "<b>&amp;"
    draft.visit().delegations[0].delegates[0].function = LocalizedText(en="<i>mayor")
    panel.refresh()
    panel.floor.choose((TOP, 4))
    assert panel.seat_label.text() == "<b>&amp;"
    assert panel.function_label.text() == "<i>mayor"
    assert panel.seat_label.textFormat() is Qt.TextFormat.PlainText
    assert chip(panel, TOP, 4).content.name == "<b>&amp;"


def test_the_window_closes_when_the_plan_is_gone(panel: SeatingPanel, draft: Draft) -> None:
    draft.store(None)
    panel.refresh()
    assert not panel.window().isVisible()


def test_the_scene_is_as_broad_as_the_window_and_no_chairs_overlap() -> None:
    from cabinet_app.domain.seating_geometry import lay_out

    for shape in SeatingShape:
        draft = Draft(31, 15, 1, shape=shape, interpreters_behind=shape is SeatingShape.TALKS)
        plan = draft.plan()
        assert plan
        for width in (400, 1000, 3000):
            scene = lay_out_scene(lay_out(plan), width, 17)
            rects = sorted(scene.chairs.values())
            assert scene.width >= width
            for index, (x, y, w, h) in enumerate(rects):
                assert x >= 0
                assert y >= 0
                assert y + h <= scene.height
                for other_x, other_y, *_ in rects[index + 1 :]:
                    assert other_x >= x + w or abs(other_y - y) >= h


def test_the_whole_table_is_seen_as_soon_as_its_window_opens(panel: SeatingPanel) -> None:
    panel.window().resize(1180, 720)
    QApplication.processEvents()
    stage = panel.floor.scroll_area
    assert not stage.horizontalScrollBar().isVisible()
    assert not stage.verticalScrollBar().isVisible()
    assert stage.height() >= panel.floor.ground.minimumHeight()


def test_a_painted_table_is_light_in_light_and_dark_in_dark(panel: SeatingPanel) -> None:
    picture = panel.floor.ground.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.lightness() > 128
    assert replace(panel.plan) == panel.plan
