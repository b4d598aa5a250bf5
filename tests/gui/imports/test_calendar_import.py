"""A calendar is shown before it is taken in: what becomes of its entries, what is asked, one step to undo."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.imports.calendar_export import CalendarExportDialog
from cabinet_app.gui.imports.calendar_import import CalendarImportDialog
from cabinet_app.gui.theme.theme import Theme
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.changes import Change
from tests.exchange.ics_samples import vcalendar, vevent
from tests.gui.fakes import FakeToaster, make_context

Show = Callable[..., CalendarImportDialog]
SITTING = vevent("DTSTART;TZID=Europe/Ljubljana:20261201T100000", "DURATION:PT1H", "SUMMARY:Sitting")
BROKEN = vevent("DTSTART:soon", "SUMMARY:When?", uid="2")
BOOK = vevent("DTSTART;TZID=Europe/Ljubljana:20261210T170000", "DURATION:PT1H", "SUMMARY:Book", uid="3")


@pytest.fixture
def office(cabinet: Cabinet, theme: Theme, toaster: FakeToaster) -> GuiContext:
    return make_context(cast("Any", cabinet), translator(Language.EN), toaster=toaster)


@pytest.fixture
def show(office: GuiContext, qtbot: QtBot, tmp_path: Path) -> Show:
    def shown(*parts: str) -> CalendarImportDialog:
        path = tmp_path / "in.ics"
        path.write_bytes(vcalendar(*parts, head=("X-WR-CALNAME:Office",)))
        dialog = CalendarImportDialog(office, path)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(dialog, qtbot)
        return dialog

    return shown


def settle(dialog: CalendarImportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog._context.background.is_busy and not dialog._pause.isActive())


def fates(dialog: CalendarImportDialog) -> list[str]:
    return sorted(row.fate for row in dialog._rows.values())


def test_the_entries_say_what_becomes_of_them_and_why(show: Show, cabinet: Cabinet):
    dialog = show(SITTING, BROKEN)
    assert fates(dialog) == ["created", "refused"]
    assert dialog.name.text() == "Office (in.ics)"
    assert dialog.counts.text() == "Entries: 1 new, 0 changed, 0 unchanged, 1 left out."
    assert dialog.reason.text() == "The start “soon” cannot be read. (entry 2, line 13)"
    assert cabinet.meetings.count() == 0


def test_what_was_shown_is_taken_in_told_and_can_be_taken_back(
    show: Show, cabinet: Cabinet, toaster: FakeToaster, qtbot: QtBot
):
    told: list[Change] = []
    cabinet.changes.subscribe(told.append)
    dialog = show(SITTING)
    dialog.take_button.click()
    settle(dialog, qtbot)
    assert cabinet.meetings.count() == 1
    assert toaster.last == "Imported: 1 new, 0 changed, 0 unchanged."
    assert [change.touches("meeting") for change in told] == [True]
    toaster.act()
    assert cabinet.meetings.count() == 0


def test_an_unknown_time_zone_is_asked_about_once_and_remembered(show: Show, cabinet: Cabinet, qtbot: QtBot):
    event = vevent("DTSTART;TZID=Office time:20261201T100000", "SUMMARY:A")
    dialog = show(event)
    field = dialog.zones.fields["Office time"]
    field.set_value("Europe/London")
    field.edited.emit()
    settle(dialog, qtbot)
    dialog.take_in()
    settle(dialog, qtbot)
    assert cabinet.meetings.all()[0].zone == "Europe/London"
    assert not show(event).zones.isVisible()


def test_a_meeting_that_may_be_known_is_asked_about(show: Show, cabinet: Cabinet, qtbot: QtBot):
    known = Meeting(
        title=LocalizedText(sl="Book"),
        starts_at=datetime(2026, 12, 10, 17),
        ends_at=datetime(2026, 12, 10, 18),
    )
    known_id = cabinet.meetings.create(known).record.id
    dialog = show(BOOK)
    assert dialog.same_field.isVisible()
    dialog.same_field.set_value(known_id)
    dialog.same_field.edited.emit()
    settle(dialog, qtbot)
    dialog.take_in()
    settle(dialog, qtbot)
    assert [one.uid for one in cabinet.meetings.all()] == ["3"]


def test_vanished_meetings_go_only_if_that_is_chosen(show: Show, cabinet: Cabinet, qtbot: QtBot):
    gone = Meeting(
        title=LocalizedText(sl="Old"), starts_at=datetime(2026, 12, 5, 9), uid="old", feed="Office"
    )
    cabinet.meetings.create(gone)
    dialog = show(SITTING, BOOK)
    assert fates(dialog) == ["created", "created", "gone"]
    assert dialog.gone_field.isVisible()
    dialog.remove_all.setChecked(True)
    dialog.remove_all.edited.emit()
    settle(dialog, qtbot)
    dialog.take_in()
    settle(dialog, qtbot)
    assert {one.uid for one in cabinet.meetings.all()} == {"1@test", "3"}


def test_the_list_can_be_narrowed(show: Show):
    dialog = show(SITTING, BROKEN, BOOK)
    dialog.filter.set_value("refused")
    dialog.filter.edited.emit()
    assert dialog.list.records.rowCount() == 1


def test_what_is_no_calendar_is_said_and_nothing_can_be_imported(
    office: GuiContext, qtbot: QtBot, tmp_path: Path
):
    path = tmp_path / "x.ics"
    path.write_text("Dear all", encoding="utf-8")
    dialog = CalendarImportDialog(office, path)
    qtbot.addWidget(dialog)
    settle(dialog, qtbot)
    assert "it holds no calendar" in dialog.counts.text()
    assert not dialog.take_button.isEnabled()


def test_closing_stops_what_is_under_way(show: Show, cabinet: Cabinet, qtbot: QtBot):
    dialog = show(SITTING)
    dialog.take_in()
    dialog.reject()
    settle(dialog, qtbot)
    assert cabinet.meetings.count() in {0, 1}


def test_the_calendar_is_written_as_chosen(
    office: GuiContext, cabinet: Cabinet, toaster: FakeToaster, qtbot: QtBot, tmp_path: Path
):
    cabinet.meetings.create(Meeting(title=LocalizedText(sl="Seja"), starts_at=datetime(2026, 12, 5, 9)))
    dialog = CalendarExportDialog(office, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reader.set_value(True)
    assert dialog.choices().is_internal
    dialog.write(tmp_path / "out.ics")
    qtbot.waitUntil(lambda: not office.background.is_busy)
    assert toaster.last == "1 entry has been exported."
    assert "SUMMARY:Seja" in (tmp_path / "out.ics").read_text(encoding="utf-8")
    dialog.write(tmp_path / "missing" / "out.ics")
    qtbot.waitUntil(lambda: not office.background.is_busy)
    assert "cannot be written" in dialog.fault.text()
