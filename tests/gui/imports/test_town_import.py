"""A list of towns is shown before it is taken in: columns, lines, doubts, and one step to undo."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, same
from cabinet_app.exchange.sheets.reading import read_table
from cabinet_app.exchange.sheets.town_columns import Column
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.imports.town_import import TownImport
from cabinet_app.gui.theme.theme import Theme
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from tests.gui.fakes import FakeToaster, make_context

Show = Callable[..., TownImport]


@pytest.fixture
def office(cabinet: Cabinet, theme: Theme, toaster: FakeToaster) -> GuiContext:
    return make_context(cast("Any", cabinet), translator(Language.EN), toaster=toaster)


@pytest.fixture
def show(office: GuiContext, qtbot: QtBot, tmp_path: Path) -> Show:
    def shown(*lines: str) -> TownImport:
        path = tmp_path / "towns.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        dialog = TownImport(office, read_table(path), path.name)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(dialog, qtbot)
        return dialog

    return shown


def settle(dialog: TownImport, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog._context.background.is_busy and not dialog._pause.isActive())


def outcomes(dialog: TownImport) -> list[str]:
    assert dialog.plan
    return [row.outcome.value for row in dialog.plan.rows]


def test_the_lines_say_what_becomes_of_them_and_nothing_is_stored_yet(show: Show, cabinet: Cabinet):
    dialog = show("Town;Country;Year", "Rivoli;Italy;1975", "Nowhere;Atlantis;1999")
    assert outcomes(dialog) == ["created", "refused"]
    assert dialog.counts.text() == "Lines: 1 new, 0 changed, 0 unchanged, 1 left out."
    dialog.list.select(3)
    assert dialog.reason.text() == "Line 3, Nowhere: “Atlantis” does not fit the column “Country”."
    assert cabinet.partnerships.count() == 0


def test_what_was_shown_is_taken_in_and_can_be_taken_back(show: Show, cabinet: Cabinet, toaster: FakeToaster):
    dialog = show("Town;Country;Year", "Rivoli;Italy;1975")
    dialog.take_button.click()
    assert (cabinet.partnerships.count(), cabinet.agreements.count()) == (1, 1)
    assert toaster.last == "Imported: 3 new, 0 changed, 0 unchanged."
    toaster.act()
    assert (cabinet.partnerships.count(), cabinet.agreements.count()) == (0, 0)


def test_a_column_of_an_unknown_name_is_chosen_once_and_remembered(show: Show, qtbot: QtBot):
    dialog = show("Wer;Country;Was", "Rivoli;Italy;etwas")
    assert dialog.plan is not None
    assert not dialog.take_button.isEnabled()
    field = dialog.form.fields[0]
    field.set_value(Column.TOWN)
    field.edited.emit()
    settle(dialog, qtbot)
    assert outcomes(dialog) == ["created"]
    dialog.take_button.click()
    again = show("Wer;Country;Was", "Senta;Serbia;etwas")
    assert again.form.columns() == {0: Column.TOWN, 1: Column.COUNTRY}


def test_a_town_of_nearly_the_same_name_is_asked_about(show: Show, cabinet: Cabinet, qtbot: QtBot):
    villach = cabinet.places.create(Place(names=same("Villach"), country="AT")).record
    dialog = show("Town;Country", "Vilach;AT")
    dialog.list.select(2)
    assert dialog.same_field.isVisible()
    dialog.same_field.set_value(villach.id)
    dialog.same_field.edited.emit()
    settle(dialog, qtbot)
    dialog.take_button.click()
    assert [one.place_id for one in cabinet.partnerships.all()] == [villach.id]


def test_every_field_has_a_name_for_a_screen_reader(show: Show):
    dialog = show("Town;", "Rivoli;x")
    assert dialog.list.accessibleName()
    assert dialog.same_field.accessibleName()
