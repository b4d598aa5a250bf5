"""Printing from the window: the choices, the live pages beside them, and what is remembered."""

import json
from datetime import date, datetime

import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import ProgrammeItem, Visit
from cabinet_app.gui.context import PrintRequest
from cabinet_app.gui.dialogs.print_choices import PrintChoices
from cabinet_app.gui.dialogs.print_dialog import PrintDialog
from cabinet_app.i18n.catalogs import translator
from cabinet_app.reports.options import Audience
from tests.gui.fakes import make_context

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def visit(cabinet):
    names = LocalizedText("Beljak", "Villach", "Villach")
    villach = cabinet.places.create(Place(names=names, native_name="Villach", country="AT")).record
    items = [ProgrammeItem(day=date(2016, 2, 25), title=same("Pozdrav"))]
    return cabinet.visits.create(
        Visit(starts_on=date(2016, 2, 25), partner_place_id=villach.id, programme=items)
    ).record


@pytest.fixture
def context(qapp, cabinet):
    return make_context(cabinet, translator(Language.EN))


@pytest.fixture
def open_dialog(qtbot, context):
    opened = []

    def open_(request=None):
        dialog = PrintDialog(context, request)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        return dialog

    yield open_
    context.background.wait()
    for dialog in opened:
        dialog.reject()


def made(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=15000)
    return dialog.report


def choose(dialog, kind):
    dialog.choices.kind_field.set_value(kind)
    dialog.choices._kind_chosen()
    dialog.refresh()


def test_the_visit_that_was_open_is_printed_at_once(qtbot, open_dialog, visit):
    dialog = open_dialog(PrintRequest("visit", visit.id, [visit.id]))
    report = made(qtbot, dialog)
    assert report.data.startswith(b"%PDF")
    assert report.name.startswith("2016-02-25_")
    assert dialog.panel.page_count == 1


def test_without_a_visit_the_dialog_asks_for_one(open_dialog):
    dialog = open_dialog()
    assert dialog.report is None
    assert "Choose the visit" in dialog.panel._message.text()
    assert not dialog._save.isEnabled()


def test_another_language_makes_another_print(qtbot, open_dialog, visit):
    dialog = open_dialog(PrintRequest("visit", visit.id, []))
    made(qtbot, dialog)
    dialog.choices.language_field.set_value(Language.DE)
    dialog.choices.language_field.edited.emit()
    qtbot.waitUntil(
        lambda: dialog.report is not None and dialog.report.name.endswith("_de.pdf"), timeout=15000
    )


def test_only_the_fields_of_the_kind_are_shown(open_dialog, visit):
    dialog = open_dialog(PrintRequest("visit", visit.id, []))
    choices = dialog.choices
    assert choices.record_fields["visit"].isVisibleTo(dialog)
    assert not choices.paper_field.isVisibleTo(dialog)
    choose(dialog, "calendar-month")
    assert not choices.record_fields["visit"].isVisibleTo(dialog)
    assert choices.paper_field.isVisibleTo(dialog)
    assert choices.holidays_field.isVisibleTo(dialog)
    assert not choices.countries_field.isVisibleTo(dialog)


@pytest.mark.parametrize("kind", ["agreements", "calendar-month", "cadence"])
def test_every_kind_can_be_chosen_and_previewed(qtbot, open_dialog, kind):
    dialog = open_dialog()
    choose(dialog, kind)
    assert made(qtbot, dialog).data.startswith(b"%PDF")


@pytest.mark.parametrize("kind", ["group-sheet", "cadence-certificate"])
def test_a_print_of_a_group_asks_for_the_group_and_not_for_a_visit(qtbot, open_dialog, cabinet, visit, kind):
    group = cabinet.organizations.create(Organization(names=same("Skupina"))).record
    dialog = open_dialog(PrintRequest("organization", group.id, []))
    assert dialog.choices.kind().id == "group-sheet"
    choose(dialog, kind)
    assert dialog.choices.record_fields["organization"].isVisibleTo(dialog)
    assert not dialog.choices.record_fields["visit"].isVisibleTo(dialog)
    options = dialog.choices.options(datetime(2026, 1, 1))
    assert options.record_id == group.id
    assert (options.last.year - options.first.year) * 12 + options.last.month - options.first.month == 11
    assert made(qtbot, dialog).data.startswith(b"%PDF")
    choose(dialog, "programme")
    assert dialog.choices.options(datetime(2026, 1, 1)).record_id is None


def test_findings_stand_in_words_beside_the_preview(qtbot, open_dialog, cabinet):
    place = cabinet.places.create(Place(names=same("Kranj"))).record
    visit = cabinet.visits.create(
        Visit(title=LocalizedText(de="Nur deutsch"), starts_on=date(2026, 1, 1), partner_place_id=place.id)
    ).record
    dialog = open_dialog(PrintRequest("visit", visit.id, []))
    made(qtbot, dialog)
    assert "Nur deutsch" in dialog._findings.text()
    assert dialog._save.isEnabled()


def test_choices_are_remembered_per_print_and_the_partners_language_too(open_dialog, context, visit):
    dialog = open_dialog(PrintRequest("visit", visit.id, []))
    dialog.choices.language_field.set_value(Language.DE)
    dialog.choices.audience_field.set_value(Audience.INTERNAL)
    dialog.choices.remember()
    remembered = json.loads(context.settings.windows["print.programme"])
    assert remembered["audience"] == "internal"
    assert context.settings.partner_languages == {str(visit.partner_place_id): "de"}
    again = open_dialog(PrintRequest("visit", visit.id, []))
    assert again.choices.language() is Language.DE
    assert again.choices.audience_field.value() is Audience.INTERNAL


def test_spoilt_settings_do_no_harm(open_dialog, context, visit):
    context.settings.windows["print.programme"] = '{"audience": 7, "language": "xx", "groups": "no"'
    context.settings.windows["print.cadence"] = "[1, 2]"
    dialog = open_dialog(PrintRequest("visit", visit.id, []))
    choose(dialog, "cadence")
    assert dialog.choices.options(datetime(2026, 1, 1)).groups == ()


def test_a_dialog_closed_while_it_works_leaves_in_peace(open_dialog, visit):
    dialog = open_dialog(PrintRequest("visit", visit.id, []))
    dialog.reject()
    assert dialog.panel.page_count == 0


def test_the_prints_of_the_record_in_front_come_first(context):
    choices = PrintChoices(context, PrintRequest("partnership", 0, []))
    kinds = choices.kind_field._values
    assert kinds[:4] == ["dossier", "agreements", "twin-towns", "twin-map"]
    assert sorted(kinds) == sorted(PrintChoices(context, None).kind_field._values)
    assert PrintChoices(context, PrintRequest("project", 0, [])).kind().id == "projects"
    assert PrintChoices(context, PrintRequest("meeting", 0, [])).kind_field._values[0] == "calendar-month"


def test_tab_goes_from_the_print_down_the_choices_to_the_buttons(qtbot, open_dialog):
    dialog = open_dialog(PrintRequest("agreement", 0, []))
    choices = dialog.choices
    assert dialog.focusWidget() is choices.kind_field
    met, widget = [], choices.kind_field
    while (widget := widget.nextInFocusChain()) is not choices.kind_field:
        met.append(widget)
    wanted = [
        choices.record_fields["agreement"].focusProxy(),
        choices.language_field,
        choices.paper_field,
        choices.scope_field,
        dialog._close,
        dialog._save,
        dialog._print,
    ]
    places = [met.index(widget) for widget in wanted]
    assert places == sorted(places)
