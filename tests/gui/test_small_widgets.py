import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.visits import VisitKind
from cabinet_app.gui.widgets.banner import Banner, Link
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo, EnumCombo
from cabinet_app.gui.widgets.empty_state import EmptyState
from cabinet_app.gui.widgets.fields import CheckField, NumberField, TextArea, TextField
from cabinet_app.gui.widgets.filter_bar import Chip, FilterBar
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.form import FieldRow, Finding, Form, Severity, field_of
from cabinet_app.gui.widgets.labels import (
    ElidedLabel,
    PlainLabel,
    doubled,
    escaped_tip,
    icon_button,
    text_button,
)
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.gui.widgets.toast import Toast

pytestmark = pytest.mark.usefixtures("theme")


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_label_shows_markup_as_it_was_typed(qtbot):
    label = shown(qtbot, PlainLabel("<b>Ana</b> <img src='file:///etc/passwd'>"))
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() > 150


def test_a_label_that_was_cut_tells_the_whole_in_its_tooltip(qtbot):
    label = shown(qtbot, ElidedLabel())
    label.resize(60, 20)
    label.set_text("Komisija za medobčinsko & mednarodno sodelovanje")
    assert label.text().endswith("…")
    assert "&amp; mednarodno" in label.toolTip()
    label.resize(800, 20)
    assert label.toolTip() == ""


def test_texts_for_buttons_and_tooltips_are_made_harmless():
    assert doubled("R&D") == "R&&D"
    assert escaped_tip("<i>") == "<span>&lt;i&gt;</span>"
    assert escaped_tip("") == ""


def test_a_button_with_an_icon_only_has_a_name_and_is_large_enough(qtbot):
    button = shown(qtbot, icon_button("trash-2", "Remove"))
    assert button.accessibleName() == "Remove"
    assert button.sizeHint().height() >= 24


@pytest.mark.parametrize(
    ("field", "value"),
    [(TextField, "Villach"), (TextArea, "one\ntwo"), (NumberField, 12), (CheckField, True)],
)
def test_setting_a_value_is_no_editing(qtbot, field, value):
    widget = shown(qtbot, field())
    with qtbot.assertNotEmitted(widget.edited):
        widget.set_value(value)
    assert widget.value() == value


def test_typing_is_editing(qtbot):
    widget = shown(qtbot, TextField())
    with qtbot.waitSignal(widget.edited):
        qtbot.keyClicks(widget, "a")
    area = shown(qtbot, TextArea())
    with qtbot.waitSignal(area.edited):
        qtbot.keyClicks(area, "a")


def test_numbers_take_digits_only_and_can_be_empty(qtbot):
    widget = shown(qtbot, NumberField(largest=20))
    qtbot.keyClicks(widget, "1a9")
    assert widget.value() == 19
    qtbot.keyClick(widget, Qt.Key.Key_Up)
    qtbot.keyClick(widget, Qt.Key.Key_Up)
    assert widget.value() == 20
    widget.clear()
    assert widget.value() is None


def test_the_wheel_does_not_change_a_combo_without_the_focus(qtbot):
    combo = shown(qtbot, EnumCombo(VisitKind, str))
    combo.set_value(VisitKind.STUDY)
    assert combo.value() is VisitKind.STUDY
    assert combo.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_combo_keeps_its_value_when_the_choices_change(qtbot):
    combo = shown(qtbot, ChoiceCombo([(1, "one"), (2, "two")]))
    combo.set_value(2)
    combo.set_choices([(2, "two"), (3, "three")])
    assert combo.value() == 2


def test_tags_are_added_and_taken_off(qtbot, t):
    tags = shown(qtbot, TagEdit(t, [("sl", "Slovenian"), ("de", "German"), ("en", "English")]))
    tags.set_value(["en"])
    tags._menu.actions()[0].setChecked(True)
    with qtbot.waitSignal(tags.edited):
        tags._menu.triggered.emit(tags._menu.actions()[0])
    assert tags.value() == ["sl", "en"]
    with qtbot.waitSignal(tags.edited):
        qtbot.mouseClick(tags._tags[0], Qt.MouseButton.LeftButton)
    assert tags.value() == ["en"]


def test_a_line_is_broken_where_the_room_ends(qtbot):
    box = QWidget()
    flow = FlowLayout(box)
    for _ in range(6):
        flow.addWidget(text_button("Without programme"))
    shown(qtbot, box)
    assert flow.heightForWidth(300) > flow.heightForWidth(2000)


@pytest.fixture
def bar(qtbot, t):
    chips = [
        Chip("upcoming", "Upcoming"),
        Chip("in", "We host", group="d"),
        Chip("out", "We travel", group="d"),
    ]
    made = FilterBar(t, hint="Town", chips=chips)
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.show()
    return made


def test_typing_asks_once_after_a_pause(bar, qtbot):
    asked = []
    bar.changed.connect(lambda: asked.append(bar.text()))
    qtbot.keyClicks(bar.search, "beljak")
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["beljak"]


def test_chips_of_a_group_exclude_one_another(bar, qtbot):
    for key in ("upcoming", "in", "out"):
        qtbot.mouseClick(bar._buttons[key], Qt.MouseButton.LeftButton)
    assert bar.chips() == {"upcoming", "out"}


def test_clear_is_there_only_while_something_is_filtered(bar, qtbot):
    assert bar.clear_button.isHidden()
    bar.set_filter("x", ["in"])
    assert bar.clear_button.isVisible()
    with qtbot.waitSignal(bar.changed):
        bar.clear()
    assert (bar.text(), bar.chips(), bar.clear_button.isHidden()) == ("", frozenset(), True)


def test_an_unknown_remembered_chip_is_forgotten(bar):
    bar.set_filter("", ["gone"])
    assert bar.chips() == frozenset()


def test_escape_empties_the_search_and_down_leaves_it(bar, qtbot):
    bar.set_filter("x", [])
    qtbot.keyClick(bar.search, Qt.Key.Key_Escape)
    assert bar.text() == ""
    with qtbot.waitSignal(bar.left_downwards):
        qtbot.keyClick(bar.search, Qt.Key.Key_Down)


def test_further_buttons_stand_before_the_primary_one(bar):
    bar.add_right(text_button("New", kind="primary"))
    bar.add_right(text_button("Merge…"))
    row = bar._row
    assert [row.itemAt(n).widget().text() for n in (row.count() - 2, row.count() - 1)] == ["Merge…", "New"]


def test_an_empty_state_says_one_sentence_and_the_way_on(qtbot):
    done = []
    state = shown(qtbot, EmptyState("Nothing yet.", icon_name="list"))
    button = state.add_button("New", lambda: done.append(1), kind="primary")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]


@pytest.fixture
def host(qtbot):
    return shown(qtbot, QWidget())


def test_a_toast_goes_by_itself(host, qtbot):
    toast = Toast(host, shown_ms=30)
    toast.show_toast("Saved.")
    assert toast.text == "Saved."
    qtbot.waitUntil(toast.isHidden)


def test_a_toast_waits_while_the_pointer_is_on_it(host, qtbot):
    toast = Toast(host, shown_ms=30)
    toast.show_toast("Saved.", "Undo", lambda: None)
    toast.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    qtbot.wait(120)
    assert toast.text == "Saved."
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(toast.isHidden)


def test_a_toast_waits_while_its_button_has_the_focus(host, qtbot):
    toast = Toast(host, shown_ms=30)
    toast.show_toast("Saved.", "Undo", lambda: None)
    toast._button.setFocus()
    qtbot.wait(120)
    assert toast.text == "Saved."


def test_the_action_of_a_toast_is_done_once(host, qtbot):
    done = []
    toast = Toast(host)
    toast.show_toast("Deleted.", "Undo", lambda: done.append(1))
    qtbot.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    toast._perform()
    assert done == [1]


def test_a_banner_lists_errors_as_links(host, qtbot):
    went = []
    banner = Banner(host)
    banner.show_message(
        "danger",
        "Not saved:",
        [Link("Date: R&D", lambda: went.append(1), is_line=True), Link("Discard", lambda: None)],
    )
    assert banner.isVisible()
    assert [link.text() for link in banner.links] == ["Date: R&&D", "Discard"]
    qtbot.mouseClick(banner.links[0], Qt.MouseButton.LeftButton)
    assert went == [1]
    banner.clear()
    assert banner.isHidden()


@pytest.fixture
def form(qtbot):
    made = Form()
    holder = QWidget()
    QVBoxLayout(holder).addWidget(made)
    made.add("title", "&Title", TextField())
    made.add_line("Date", {"starts_on": TextField(), "ends_on": TextField()}, between="–")
    made.add_wide("notes", "Notes", TextArea(), hint="Only for us.")
    shown(qtbot, holder)
    yield made
    holder.hide()


def test_a_label_gives_its_field_the_name(form):
    row = form.rows["title"]
    assert row.label.buddy() is row.fields["title"]
    assert row.fields["title"].accessibleName() == "Title"


def test_an_error_is_said_under_its_field_and_drawn_around_it_alone(form):
    form.show_findings([Finding("ends_on", "The end is before the start.")])
    row = form.rows["ends_on"]
    assert row.message.text() == "⚠ The end is before the start."
    assert row.fields["ends_on"].property("invalid") is True
    assert not row.fields["starts_on"].property("invalid")
    assert form.rows["title"].message.isHidden()
    form.show_findings([])
    assert row.message.isHidden()
    assert not row.fields["ends_on"].property("invalid")


def test_a_note_is_amber_and_draws_no_border(form):
    form.show_findings([Finding("title", "Two visits that day.", Severity.NOTE)])
    row = form.rows["title"]
    assert row.message.property("warn") is True
    assert not row.fields["title"].property("invalid")


def test_an_error_is_said_before_a_note(form):
    form.show_findings([Finding("title", "note", Severity.NOTE), Finding("title", "error")])
    assert form.rows["title"].message.text() == "⚠ error"


def test_a_hint_comes_back_when_the_message_goes(form):
    form.show_findings([Finding("notes", "Too long.")])
    form.show_findings([])
    assert form.rows["notes"].message.text() == "Only for us."


def test_a_finding_inside_a_table_belongs_to_the_table():
    assert field_of(Finding("programme[2].starts_at", "…")) == "programme"


def test_a_field_can_be_gone_to_by_its_name(form):
    form.window().activateWindow()
    assert form.focus_field("ends_on")
    assert not form.focus_field("nowhere")
    assert form.key_at(form.rows["ends_on"].fields["ends_on"]) == "ends_on"


def test_a_field_is_hidden_together_with_its_label(form):
    row: FieldRow = form.rows["title"]
    row.set_shown(False)
    assert row.isHidden()
    assert row.label.isHidden()
