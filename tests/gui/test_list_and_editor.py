"""Above one another, a view has all the room as long as nothing is chosen."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from cabinet_app.gui.widgets.list_and_editor import ListAndEditor


def parts(qtbot: Any) -> tuple[ListAndEditor, QStackedWidget, QStackedWidget]:
    first, second = QStackedWidget(), QStackedWidget()
    for stack in (first, second):
        stack.addWidget(QWidget())
        stack.addWidget(QWidget())
    both = ListAndEditor(first, second)
    qtbot.addWidget(both)
    both.resize(1000, 500)
    both.show()
    return both, first, second


def test_on_a_narrow_window_a_month_has_all_the_room_until_a_meeting_is_chosen(qtbot):
    both, first, second = parts(qtbot)
    both.fit(1000)
    assert second.isVisible()
    first.setCurrentIndex(1)
    assert second.isHidden()
    second.setCurrentIndex(1)
    assert second.isVisible()
    assert both.sizes()[0] > both.sizes()[1]
    first.setCurrentIndex(0)
    assert both.sizes()[0] < both.sizes()[1]


def test_on_a_wide_window_the_room_of_the_editor_stays(qtbot):
    both, first, second = parts(qtbot)
    both.fit(1000)
    first.setCurrentIndex(1)
    both.fit(1280)
    assert second.isVisible()
