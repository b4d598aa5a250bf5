from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementParty,
    AgreementStatus,
    Instrument,
    Partnership,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Visit, VisitStatus
from cabinet_app.gui.agreements.columns import AgreementColumns
from cabinet_app.gui.agreements.tab import TwinningTab
from cabinet_app.gui.widgets.form import Severity
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.records import ListQuery
from cabinet_app.services.rows import AgreementRow
from tests.gui.agreements.conftest import TODAY, make_desk, pane_of, show, town, villach

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KINDS = ("partnership", "agreement", "project")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_will_stand_there_while_it_is_empty(desk, qtbot, kind):
    tab = show(desk, qtbot, kind)
    assert tab.pane.left.currentWidget() is tab.pane.first_run
    assert not tab.pane.ids


@pytest.mark.parametrize("kind", KINDS)
def test_opening_a_record_of_the_sample_changes_nothing_in_it(sample, qtbot, kind):
    desk = make_desk(sample)
    tab = show(desk, qtbot, kind)
    for record_id in tab.pane.ids:
        assert tab.pane.select(record_id)
        assert not tab.pane.editor.is_dirty, tab.pane.editor.title_label.whole_text()
        assert all(one.severity is Severity.NOTE for one in tab.pane.editor.validate())
        assert tab.pane.editor.title_label.whole_text()


def test_the_chips_ask_the_daily_questions(sample, qtbot):
    tab = show(make_desk(sample), qtbot)
    for kind in KINDS:
        tab.show_kind(kind)
        whole = len(tab.pane.ids)
        for chip in tab.pane.kind.chips:
            tab.pane.filter_bar.set_filter("", (chip.key,))
            assert len(tab.pane.ids) <= whole
        tab.pane.filter_bar.clear()
        assert len(tab.pane.ids) == whole


def test_a_partnership_is_entered_by_keyboard_with_a_town_created_in_place(desk, qtbot):
    tab = show(desk, qtbot)
    pane = tab.pane
    pane.new_record()
    editor: Any = pane.editor
    line = editor.town.picker.line
    assert QApplication.focusWidget() is line
    qtbot.keyClicks(line, "Amberg")
    qtbot.waitUntil(editor.town.picker._popup.isVisible)
    qtbot.keyClick(editor.town.picker._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(editor.town.value()))
    assert editor.town.panel.isVisible()
    qtbot.keyClicks(editor.town.panel.native, "Amberg (Oberpfalz)")
    assert pane.save()
    place = desk.cabinet.places.get(editor.town.value()).record
    assert place.names.en == "Amberg"
    assert place.native_name == "Amberg (Oberpfalz)"
    assert len(pane.ids) == 1
    assert editor.title_label.whole_text() == "Amberg (Amberg (Oberpfalz))"


def test_a_new_partnership_is_not_scolded_for_being_empty(desk, qtbot):
    pane = pane_of(desk, qtbot)
    pane.new_record()
    assert pane.editor.form.rows["place_id"].message.isHidden()


def test_the_editor_leads_to_the_agreements_and_visits_of_the_town(desk, qtbot):
    there, partnership, agreement = villach(desk.cabinet)
    visit = desk.cabinet.visits.create(
        Visit(
            partner_place_id=there,
            starts_on=date(2016, 2, 25),
            status=VisitStatus.CONCLUDED,
            title=same("Working visit"),
        )
    ).record.id
    pane = pane_of(desk, qtbot)
    assert pane.select(partnership)
    story = pane.editor.story
    assert [record.record_id for record in story.agreements.records] == [agreement]
    assert [record.record_id for record in story.visits.records] == [visit]
    assert [point.when.edtf for point in story.timeline.points] == ["2008-07-25", "2016-02-25"]
    story.agreements._buttons[0].click()
    story.visits._buttons[0].click()
    assert desk.opened == [("agreement", agreement), ("visit", visit)]


def test_a_visit_entered_meanwhile_appears_with_its_town(desk, qtbot):
    there, partnership, _agreement = villach(desk.cabinet)
    pane = pane_of(desk, qtbot)
    pane.select(partnership)
    assert not pane.editor.story.visits.records
    desk.cabinet.visits.create(Visit(partner_place_id=there, starts_on=date(2026, 3, 1)))
    assert len(pane.editor.story.visits.records) == 1


def test_a_new_visit_begins_with_the_town_of_the_partnership(desk, qtbot):
    there, partnership, _agreement = villach(desk.cabinet)
    pane = pane_of(desk, qtbot)
    pane.select(partnership)
    pane.editor.visit_button.click()
    pane.editor.agreement_button.click()
    (kind, visit), (other, agreement) = desk.begun
    assert (kind, visit.partner_place_id) == ("visit", there)
    assert (other, agreement.parties[-1].place_id) == ("agreement", there)


def test_the_last_contact_and_the_number_of_agreements_stand_in_the_list(desk, qtbot):
    there, _partnership, _agreement = villach(desk.cabinet)
    desk.cabinet.visits.create(
        Visit(partner_place_id=there, starts_on=date(2016, 2, 25), status=VisitStatus.CONCLUDED)
    )
    pane = pane_of(desk, qtbot)
    cells = {column.key: column.text(pane.records.records.row(0)) for column in pane.records.records.columns}
    assert cells["town"] == "Villach"
    assert cells["last_contact"] == "10 years ago"
    assert cells["agreements"] == "1"


def test_an_agreement_with_one_party_is_not_stored_and_says_why_at_its_parties(desk, qtbot):
    here = town(desk.cabinet, "Kranj")
    pane = pane_of(desk, qtbot, "agreement")
    pane.new_record(Agreement(title=same("Charter"), parties=[AgreementParty(place_id=here)]))
    assert not pane.save()
    assert "at least two parties" in pane.editor.form.rows["parties"].message.text()
    assert not pane.editor.banner.isHidden()
    draft = pane.editor.draft()
    draft.parties.append(AgreementParty(name="Rivoli"))
    pane.editor._fields["parties"].set_value(draft.parties)
    assert pane.save()
    assert pane.editor.banner.isHidden()


def test_our_own_town_is_a_party_of_a_new_agreement(sample, qtbot):
    pane = pane_of(make_desk(sample), qtbot, "agreement")
    pane.new_record()
    assert pane.editor.subtitle_label.whole_text().startswith("Kranj")
    assert len(pane.editor.draft().parties) == 1


def test_the_charter_of_rivoli_keeps_its_months_and_both_signings(desk, qtbot):
    here, there = town(desk.cabinet, "Kranj"), town(desk.cabinet, "Rivoli")
    pane = pane_of(desk, qtbot, "agreement")
    pane.new_record(
        Agreement(
            title=same("Twinning"), parties=[AgreementParty(place_id=here), AgreementParty(place_id=there)]
        )
    )
    events = pane.editor.events
    for place, (text, at) in enumerate([("October 1975", there), ("November 1975", here)]):
        events.table.add_row()
        events.table.commit()
        model = events.table.model
        date_field = model.columns[1].editor(pane)
        qtbot.addWidget(date_field)
        qtbot.keyClicks(date_field.line, text)
        model.set_value_at(model.index(place, 1), date_field.value())
        model.set_value_at(model.index(place, 2), at)
    assert pane.save()
    stored = desk.cabinet.agreements.get(pane.current_id).record
    assert [event.happened_on.edtf for event in stored.events] == ["1975-10", "1975-11"]
    row = desk.cabinet.agreements.rows([pane.current_id], Language.EN)[0]
    assert row.signed.edtf == "1975-10"
    assert "Oct 1975" in events.timeline.description.replace("\u00a0", " ")


def test_what_was_written_in_the_details_is_stored_with_the_agreement(desk, qtbot):
    _there, _partnership, agreement = villach(desk.cabinet)
    pane = pane_of(desk, qtbot, "agreement")
    pane.select(agreement)
    qtbot.keyClicks(pane.editor.events.details.remark.editor, "counter-signed in Villach")
    assert pane.editor.is_dirty
    assert pane.save()
    assert not pane.editor.is_dirty
    stored = desk.cabinet.agreements.get(agreement).record
    assert stored.events[0].remark.en == "counter-signed in Villach"
    assert stored.events[0].signatories[0].name == "Damijan Perne"


@pytest.mark.parametrize("kind", KINDS)
def test_a_deleted_record_comes_back_by_its_toast(sample, qtbot, kind):
    desk = make_desk(sample)
    pane = pane_of(desk, qtbot, kind)
    before = list(pane.ids)
    gone = next(one for one in before if pane.select(one) and pane.delete())
    assert gone not in pane.ids
    desk.toaster.act()
    assert list(pane.ids) == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_duplicate_is_a_record_of_its_own(sample, qtbot, kind):
    pane = pane_of(make_desk(sample), qtbot, kind)
    count = len(pane.ids)
    pane.select(pane.ids[0])
    first = pane.current_id
    assert pane.duplicate()
    assert pane.save()
    assert pane.current_id != first
    assert len(pane.ids) == count + 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_for_those_who_listen(sample, qtbot, kind):
    pane = pane_of(make_desk(sample), qtbot, kind)
    pane.select(pane.ids[0])
    nameless = [
        widget
        for widget in pane.editor.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or widget.property("text"))
    ]
    assert not nameless


def test_printing_hands_over_the_agreements_that_are_shown(desk, qtbot):
    _there, _partnership, agreement = villach(desk.cabinet)
    pane = pane_of(desk, qtbot, "agreement")
    pane.select(agreement)
    pane.print_button.click()
    assert [(one.record_type, one.record_id, list(one.ids)) for one in desk.printed] == [
        ("agreement", agreement, [agreement])
    ]


def test_a_link_jumps_from_the_partnership_to_its_agreement(cabinet, qtbot):
    _there, partnership, agreement = villach(cabinet)
    desk = make_desk(cabinet)
    tab = show(desk, qtbot)
    tab.pane.select(partnership)
    assert tab.open_record("agreement", agreement)
    assert tab.pane.kind.key == "agreement"
    assert tab.pane.current_id == agreement


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1280, 740), (1024, 580)])
def test_the_tab_stands_in_every_language_and_size(sample, qtbot, language, size):
    tab = TwinningTab(make_desk(sample, language).context)
    qtbot.addWidget(tab)
    tab.resize(*size)
    tab.show()
    for kind in KINDS:
        tab.show_kind(kind)
        tab.pane.select(tab.pane.ids[-1])
        assert not tab.grab().isNull()
        assert tab.minimumSizeHint().width() <= size[0]


def test_a_town_with_a_name_in_one_language_is_completed_without_leaving(desk, qtbot):
    place = town(desk.cabinet, "Beljak", "Villach")
    stored = desk.cabinet.partnerships.create(
        Partnership(place_id=place, status=PartnershipStatus.ACTIVE, since=VagueDate("2008"))
    )
    pane = pane_of(desk, qtbot)
    pane.select(stored.record.id)
    field = pane.editor.town
    field.names_button.click()
    field.panel.names.set_value(LocalizedText(sl="Beljak", de="Villach", en="Villach (Carinthia)"))
    field.panel.names.edited.emit()
    field.panel.save_button.click()
    assert desk.cabinet.places.get(place).record.names.en == "Villach (Carinthia)"
    assert pane.editor.title_label.whole_text() == "Villach (Carinthia)"
    assert not pane.editor.is_dirty


def test_the_services_know_the_keys_of_columns_and_chips(sample, qtbot):
    tab = show(make_desk(sample), qtbot)
    panes: list[Any] = list(tab.panes.values())
    for pane in panes:
        for column in pane.kind.columns:
            query = ListQuery(Language.SL, TODAY, sort=column.sort_key, descending=True)
            assert len(pane.kind.service.ids(query)) == pane.kind.service.count()


def test_a_round_anniversary_of_next_year_is_told_at_the_date_of_signing(desk):
    columns = AgreementColumns(
        replace(desk.context, today=lambda: date(2027, 6, 1), t=translator(Language.SL))
    )
    row = AgreementRow(
        1, "Listina", (), (), 2, Instrument.PROTOCOL, AgreementStatus.SIGNED,
        VagueDate("2008-07-25"), VagueDate(), Verification.YES,
    )  # fmt: skip
    told = columns.signed_words(row).replace("\u00a0", " ")
    assert told == "25. julij 2008; obletnica torek, 25. julij 2028: 20 let"
    told = columns.signed_words(replace(row, signed=VagueDate("1958")))
    assert told == "1958; obletnica 2028: 70 let"
    assert columns.signed_words(replace(row, signed=VagueDate("1957"))) == "1957"
