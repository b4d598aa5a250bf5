"""The tab as somebody uses it: list, board, editing, calling a meeting, confirming, excusing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cabinet_app.domain.cadence import CadenceKind, CadenceRule, CadenceUnit, WindowStatus
from cabinet_app.domain.meetings import AgendaItemKind, Meeting, MeetingStatus
from cabinet_app.domain.texts import Language, same
from cabinet_app.gui.groups.board_view import BoardView
from cabinet_app.gui.groups.columns import BOARD

pytestmark = pytest.mark.usefixtures("seed")


def cell(tab, row, key):
    columns = [column.key for column in tab.pane.records.records.columns]
    return tab.pane.records.records.index(row, columns.index(key)).data()


def board_of(tab) -> BoardView:
    tab.pane.views.show_view("board")
    view = tab.pane.views.current_widget()
    assert isinstance(view, BoardView)
    return view


class TestList:
    def test_a_row_says_cadence_last_meeting_and_deadline(self, tab):
        assert cell(tab, 0, "name") == "Gospodarstvo KR–VI"
        assert cell(tab, 0, "rule") == "at least once a month"
        assert cell(tab, 0, "last") == "2\u00a0May"
        assert cell(tab, 0, "due") == "30\u00a0Jun (in 22 days)"
        assert cell(tab, 0, BOARD) == "2 of 3 met"

    def test_the_tooltip_names_the_owner_in_full(self, tab):
        index = tab.pane.records.records.index(0, 0)
        assert "Mestna občina Kranj" in index.data(Qt.ItemDataRole.ToolTipRole)

    def test_the_dots_are_drawn_and_the_months_stand_above_them(self, tab):
        picture = tab.pane.records.grab()
        assert not picture.isNull()
        assert tab._initials.width() > 100

    def test_the_chip_for_late_groups_leaves_the_others_out(self, tab, quarterly):
        tab.pane.reload()
        assert len(tab.pane.ids) == 2
        tab.pane.filter_bar.set_filter("", ("overdue",))
        tab.pane.reload()
        assert quarterly.id not in tab.pane.ids

    def test_a_group_is_found_by_its_member(self, tab):
        tab.pane.filter_bar.set_filter("znidarsic", ())
        tab.pane.reload()
        assert len(tab.pane.ids) == 1

    def test_a_planned_meeting_stands_in_the_place_of_a_deadline(self, tab, register):
        group = register.group("Pisarna", cadence_rules=[])
        register.meeting(group, date(2016, 7, 1), MeetingStatus.PLANNED)
        tab.pane.reload()
        assert cell(tab, list(tab.pane.ids).index(group.id), "due") == "planned 1\u00a0Jul"


class TestBoard:
    def test_it_shows_the_last_twelve_months_with_todays_marked(self, tab, quarterly):
        view = board_of(tab)
        assert view.title.text() == "July\u00a02015 – June\u00a02016"
        assert view.model.rowCount() == 2
        assert view.table._today_column == 12

    def test_a_quarter_spans_three_months(self, tab, quarterly):
        view = board_of(tab)
        row = view.model.row_of(quarterly.id)
        spans = {view.table.columnSpan(row, column) for column in range(1, 13)}
        assert 3 in spans

    def test_every_cell_says_itself_in_words(self, tab, seed):
        view = board_of(tab)
        row = view.model.row_of(seed.id)
        index = view.model.index(row, 10)
        assert view.model.words_at(index) == (
            "Gospodarstvo, April\u00a02016: missed; 2 days late; no meeting was held"
        )
        empty = view.model.index(row, 1)
        assert "no obligation" in view.model.words_at(empty)
        assert "It meets at least once a month" in view.model.words_at(view.model.index(row, 0))
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == view.model.words_at(index)

    def test_arrows_move_and_the_cell_is_announced(self, qtbot, tab, seed):
        view = board_of(tab)
        tab.pane.select(seed.id)
        view.table.setFocus()
        view.table.setCurrentIndex(view.model.index(0, 9))
        qtbot.keyClick(view.table, Qt.Key.Key_Right)
        assert view.table.currentIndex().column() == 10
        if view.table.hasFocus():
            assert "April" in view.table.accessibleDescription()

    def test_pages_turn_the_years(self, qtbot, tab):
        view = board_of(tab)
        qtbot.keyClick(view.table, Qt.Key.Key_PageUp)
        assert view.title.text() == "2015"
        qtbot.keyClick(view.table, Qt.Key.Key_PageDown)
        assert view.title.text() == "2016"
        assert view.table._today_column == 6
        view.back.click()
        assert view.title.text() == "July\u00a02015 – June\u00a02016"
        assert view.back.isHidden()

    def test_the_tab_turns_back_to_today(self, tab):
        view = board_of(tab)
        view.turn(-1)
        tab.show_today()
        assert view.title.text() == "July\u00a02015 – June\u00a02016"

    def test_a_chosen_row_opens_its_group_in_the_editor(self, tab, quarterly):
        view = board_of(tab)
        view.table.setCurrentIndex(view.model.index(view.model.row_of(quarterly.id), 3))
        assert tab.pane.current_id == quarterly.id

    def test_a_window_can_be_excused_from_its_cell(self, tab, seed):
        view = board_of(tab)
        board = view.model.board_at(view.model.row_of(seed.id))
        assert board is not None
        april = next(item for item in board.windows if item.window.start == date(2016, 4, 1))
        view.table.excuse_wanted.emit(board, april)
        standing = tab.pane.editor.standing
        assert not standing.excuse_box.isHidden()
        standing.reason.setText("volitve")
        standing.reason.returnPressed.emit()
        assert tab.pane.editor.rule_field.value()[0].exemptions[0].reason == "volitve"

    def test_the_legend_names_every_sign(self, tab):
        labels = [label.text() for label in board_of(tab).legend.findChildren(QLabel)]
        assert len(labels) == len(WindowStatus)
        assert "○!\u00a0missed" in labels

    def test_weeks_share_the_cell_of_their_month(self, tab, register):
        rule = CadenceRule(unit=CadenceUnit.WEEK, valid_from=date(2016, 5, 2), min_active_workdays=1)
        group = register.group("Kolegij", cadence_rules=[rule])
        for day in (2, 9, 16):
            register.meeting(group, date(2016, 5, day))
        view = board_of(tab)
        may = view.model.cell_at(view.model.index(view.model.row_of(group.id), 11))
        assert may is not None
        assert may.tally == "3/4"
        assert may.status is WindowStatus.BREACHED

    def test_it_can_be_drawn_in_every_state(self, tab, quarterly, register):
        register.meeting(quarterly, date(2016, 5, 1), MeetingStatus.PLANNED)
        view = board_of(tab)
        assert view.grab().width() > 500


def test_a_group_is_opened_by_either_name(tab, seed, quarterly):
    assert tab.open_record("group", quarterly.id)
    assert tab.pane.current_id == quarterly.id
    assert tab.open_record("organization", seed.id)
    assert not tab.open_record("visit", seed.id)


class TestEditing:
    def test_a_new_group_is_written_and_stored(self, qtbot, tab, cabinet):
        tab.pane.new_record()
        editor = tab.pane.editor
        editor.form.rows["names"].fields["names"].set_value(same("Nova skupina"))
        editor.rule_field.add_button.click()
        assert tab.pane.save()
        stored = cabinet.organizations.get(tab.pane.current_id).record
        assert stored.cadence_rules[0].unit is CadenceUnit.MONTH
        assert tab.pane.current_id in tab.pane.ids

    def test_tab_reaches_every_part_of_a_new_group(self, qtbot, tab):
        tab.pane.new_record()
        editor = tab.pane.editor
        reached = []
        for _step in range(40):
            focused = editor.focusWidget()
            assert focused.isVisible()
            reached.append(focused.accessibleName() or getattr(focused, "text", str)())
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
        wanted = ["Name (English)", "Owner", "Add a rule", "Words of the agreement", "Add member"]
        assert [name for name in reached if name in wanted][: len(wanted)] == wanted
        assert any("Short name" in name for name in reached)

    def test_a_group_without_a_name_stays_and_says_so(self, tab):
        tab.pane.new_record()
        assert not tab.pane.save()
        assert tab.pane.editor.form.rows["names"].message.text().startswith("⚠")

    def test_the_pill_tells_the_delay(self, tab, register):
        late = register.group("Zamudna")
        register.meeting(late, date(2016, 3, 10))
        tab.pane.select(late.id)
        assert tab.pane.editor.pill.accessibleName() == "8 days late"

    def test_a_change_of_the_rule_is_previewed_before_it_is_stored(self, tab, seed, cabinet):
        tab.pane.select(seed.id)
        editor = tab.pane.editor
        assert [item.status for item in editor.standing.strip.windows].count(WindowStatus.BREACHED) == 1
        editor.rule_field.sentence.count.setCurrentIndex(1)
        editor.rule_field.sentence.count.activated.emit(1)
        assert [item.status for item in editor.standing.strip.windows].count(WindowStatus.BREACHED) == 3
        assert cabinet.organizations.get(seed.id).record.cadence_rules[0].minimum == 1
        tab.pane.discard()
        assert [item.status for item in editor.standing.strip.windows].count(WindowStatus.BREACHED) == 1

    def test_looking_at_a_group_changes_nothing(self, tab, seed, quarterly):
        tab.pane.select(seed.id)
        assert not tab.pane.editor.is_dirty
        tab.pane.select(quarterly.id)
        assert not tab.pane.editor.is_dirty

    def test_every_field_has_a_name_for_screen_readers(self, tab, seed):
        tab.pane.select(seed.id)
        editor = tab.pane.editor
        editor.rule_field.details_button.setChecked(True)
        nameless = [
            widget
            for widget in editor.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (widget.accessibleName() or getattr(widget, "text", str)())
            and not isinstance(widget.parentWidget(), QLineEdit)
        ]
        assert nameless == []

    def test_a_duplicate_keeps_rule_and_members(self, tab, seed):
        tab.pane.select(seed.id)
        assert tab.pane.duplicate()
        draft = tab.pane.editor.draft()
        assert (draft.id, len(draft.memberships), len(draft.cadence_rules)) == (0, 2, 1)

    def test_a_group_that_met_cannot_be_thrown_away(self, tab, seed, cabinet):
        tab.pane.select(seed.id)
        assert not tab.pane.delete()
        assert cabinet.organizations.get(seed.id)

    def test_an_unused_group_is_deleted_and_brought_back(self, tab, register, toaster):
        group = register.group("Odvečna")
        tab.pane.select(group.id)
        assert tab.pane.delete()
        assert group.id not in tab.pane.ids
        toaster.act()
        tab.pane.reload()
        assert group.id in tab.pane.ids


class TestCalling:
    def test_the_button_begins_a_meeting_with_everything_filled_in(self, tab, seed, begun):
        tab.pane.select(seed.id)
        button = tab.pane.editor.next_meeting.buttons[0]
        assert button.text().startswith("Call for ")
        button.click()
        (record_type, draft), *_ = begun
        assert record_type == "meeting"
        assert isinstance(draft, Meeting)
        assert draft.bodies[0].organization_id == seed.id
        assert draft.number == "3"
        assert draft.agenda[0].kind is AgendaItemKind.MINUTES_APPROVAL
        assert draft.agenda[0].title.en == "Approval of the minutes of meeting no. 2"
        assert draft.starts_at is not None
        assert draft.starts_at.month == 6

    def test_the_last_possible_date_is_told_with_the_days_left(self, tab, seed):
        tab.pane.select(seed.id)
        text = tab.pane.editor.next_meeting.deadline.text()
        assert "Thursday, 30\u00a0June\u00a02016 (in 22 days)" in text
        assert "joint working days left" in text

    def test_if_nothing_is_possible_the_rule_that_blocks_is_named(self, tab, register):
        rule = CadenceRule(valid_from=date(2016, 1, 1), notice_days=60)
        group = register.group("Daljna", cadence_rules=[rule])
        tab.pane.select(group.id)
        panel = tab.pane.editor.next_meeting
        assert panel.buttons == []
        assert panel.why.text().startswith("No date is possible: too short notice")

    def test_another_day_can_be_called_even_so(self, tab, register, begun):
        group = register.group("Prosta", cadence_rules=[])
        tab.pane.select(group.id)
        tab.pane.editor.next_meeting.other.click()
        assert begun[0][1].bodies[0].organization_id == group.id

    def test_a_group_that_is_not_stored_yet_cannot_be_called(self, tab):
        tab.pane.new_record()
        assert tab.pane.editor.next_meeting.other.isHidden()


class TestConfirming:
    @pytest.mark.parametrize(
        ("place", "status"), [(0, MeetingStatus.HELD), (1, MeetingStatus.CANCELLED)], ids=["held", "not held"]
    )
    def test_one_click_says_what_became_of_a_meeting(
        self, tab, seed, register, cabinet, toaster, place, status
    ):
        waiting = register.meeting(seed, date(2016, 6, 2), MeetingStatus.PLANNED)
        tab.pane.select(seed.id)
        unconfirmed = tab.pane.editor.standing.unconfirmed
        assert not unconfirmed.isHidden()
        buttons = [button for button in unconfirmed.findChildren(QWidget) if hasattr(button, "click")]
        buttons[place].click()
        assert cabinet.meetings.get(waiting.id).record.status is status
        assert unconfirmed.isHidden()
        toaster.act()
        assert cabinet.meetings.get(waiting.id).record.status is MeetingStatus.PLANNED
        assert not unconfirmed.isHidden()

    def test_a_meeting_that_is_gone_meanwhile_is_told(self, tab, seed, register, cabinet, toaster):
        from cabinet_app.gui.groups.standing import Unconfirmed

        waiting = register.meeting(seed, date(2016, 6, 2), MeetingStatus.PLANNED)
        panel = Unconfirmed(tab.context, tab)
        panel.show_group(seed.id)
        cabinet.meetings.delete(waiting.id)
        next(button for button in panel.findChildren(QWidget) if hasattr(button, "click")).click()
        assert "no longer exists" in toaster.last


class TestExcusing:
    def test_a_missed_month_is_excused_with_its_reason_and_can_be_taken_back(self, tab, seed, cabinet):
        tab.pane.select(seed.id)
        standing = tab.pane.editor.standing
        april = next(n for n, item in enumerate(standing.strip.windows) if item.window.start.month == 4)
        standing.strip.move_to(april)
        assert standing.words.text() == "April\u00a02016: missed; 2 days late; no meeting was held"
        standing.excuse_button.click()
        standing.reason.setText("predsednik bolan")
        standing._excuse()
        assert standing.strip.windows[april].status is WindowStatus.WAIVED
        assert tab.pane.save()
        exemption = cabinet.organizations.get(seed.id).record.cadence_rules[0].exemptions[0]
        assert (exemption.start, exemption.end) == (date(2016, 4, 1), date(2016, 4, 30))
        cabinet.undo.undo()
        assert cabinet.groups.board(seed.id, date(2016, 6, 8)).summary.breached == 1

    def test_a_window_that_was_met_needs_no_excuse(self, tab, seed):
        tab.pane.select(seed.id)
        standing = tab.pane.editor.standing
        march = next(n for n, item in enumerate(standing.strip.windows) if item.window.start.month == 3)
        standing.strip.move_to(march)
        assert standing.excuse_button.isHidden()
        standing.begin_excuse(standing.strip.windows[march])
        assert standing.excuse_box.isHidden()

    def test_an_excuse_without_a_reason_is_none(self, tab, seed):
        tab.pane.select(seed.id)
        standing = tab.pane.editor.standing
        april = next(item for item in standing.strip.windows if item.window.start.month == 4)
        standing.begin_excuse(april)
        standing._excuse()
        assert tab.pane.editor.rule_field.value()[0].exemptions == []


class TestLookingBack:
    def test_attendance_is_told_with_its_share(self, tab, seed):
        tab.pane.select(seed.id)
        editor = tab.pane.editor
        assert editor.attendance_words.text().startswith("Average attendance 67%")
        assert editor.presences.text() == "Ana Novak\u00a02/2, Ana Žnidaršič\u00a00/1"
        words = [spot.words for spot in editor.attendance.spots()]
        assert words[-1] == "2\u00a0May\u00a02016: 1 of 2 members (50%)"

    def test_the_picture_of_the_years_can_be_walked_through(self, qtbot, tab, seed):
        tab.pane.select(seed.id)
        heat = tab.pane.editor.heat
        qtbot.keyClick(heat, Qt.Key.Key_Right)
        assert "2016" in heat.accessibleDescription()
        assert not heat.grab().isNull()
        assert not tab.pane.editor.attendance.grab().isNull()

    def test_what_was_postponed_is_carried_over(self, tab, seed, register):
        from cabinet_app.domain.meetings import AgendaItem, AgendaItemStatus, Decision

        decision = Decision(text=same("Seznam podjetij"), implementer="Pisarna", due_on=date(2016, 6, 1))
        agenda = [
            AgendaItem(title=same("Prijava"), status=AgendaItemStatus.POSTPONED),
            AgendaItem(title=same("Podjetja"), decisions=[decision]),
        ]
        register.meeting(seed, date(2016, 6, 2), agenda=agenda)
        tab.pane.select(seed.id)
        text = tab.pane.editor.open_matters.text()
        assert "– Prijava (postponed on 2\u00a0Jun\u00a02016)" in text
        assert "– Seznam podjetij (Pisarna, 1\u00a0Jun\u00a02016) ⚠" in text


@pytest.mark.parametrize("t", list(Language), indirect=True)
@pytest.mark.parametrize("width", [1024, 1280])
def test_it_opens_in_every_language_and_width(tab, seed, quarterly, register, width):
    rule = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14, tolerance_days=3, valid_from=date(2016, 3, 1))
    gap = register.group("Razmik", cadence_rules=[rule])
    register.meeting(gap, date(2016, 3, 10))
    tab.resize(width, 640)
    for group in (seed, quarterly, gap):
        assert tab.pane.select(group.id)
        assert not tab.grab().isNull()
    assert not board_of(tab).grab().isNull()
