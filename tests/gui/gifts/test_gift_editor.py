"""Scenario 13 in the window: a vase and a scarf are entered, the rules speak, the list is made and noted."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from cabinet_app.domain.gifts import Gift, GiftDirection, GiftNature, GiftOwner, GiftRule, Valuation
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.context import PrintRequest
from cabinet_app.gui.delegations.editor import VisitEditor
from cabinet_app.gui.gifts.columns import GiftColumns
from cabinet_app.gui.gifts.earlier import FEW, EarlierGifts
from cabinet_app.gui.gifts.kind import gift_kind
from cabinet_app.gui.gifts.list_commands import GiftListCommands, ListButton
from cabinet_app.gui.gifts.rules_dialog import RulesDialog
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.widgets.form import Severity
from tests.gui.agreements.conftest import TODAY, make_desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(cabinet, qtbot):
    return make_desk(cabinet)


@pytest.fixture
def pane(desk, qtbot):
    made = RecordPane(desk.context, gift_kind(desk.context))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def mayor(cabinet):
    return cabinet.people.create(Person(name=PersonName(given="Jan", family="Kos"))).record.id


@pytest.fixture
def bitola(cabinet):
    return cabinet.places.create(Place(names=same("Bitola"))).record.id


@pytest.fixture
def visit(cabinet, bitola):
    draft = Visit(title=same("Obisk"), starts_on=date(2026, 2, 12), partner_place_id=bitola)
    return cabinet.visits.create(draft).record


@pytest.fixture
def gift(cabinet):
    def make(words="vaza", **fields):
        values = {"happened_on": date(2025, 6, 1), "value_cents": 12000, **fields}
        return cabinet.gifts.create(Gift(description=same(words), **values)).record

    return make


def type_value(editor, text):
    editor.value.line.setText(text)
    editor.value.line.textEdited.emit(text)


def choose(field, value):
    field.set_value(value)
    field.edited.emit()


def notes(editor, field):
    found = editor.validate()
    return [one.message for one in found if one.field == field and one.severity is Severity.NOTE]


def test_a_protocol_gift_is_the_municipalitys_and_listed(pane, mayor):
    pane.new_record(Gift(description=same("vaza"), happened_on=TODAY, official_id=mayor, recipient_id=mayor))
    editor = pane.editor
    type_value(editor, "ca. 120")
    draft = editor.draft()
    assert (draft.value_cents, draft.valuation) == (12000, Valuation.ESTIMATED)
    assert draft.owner is GiftOwner.MUNICIPALITY
    assert editor.listing.text() == "Worth more than €50: it stands in the list for 2026."
    assert notes(editor, "value_cents") == []
    choose(editor.owner, GiftOwner.RECIPIENT)
    assert notes(editor, "owner") == ["A protocol gift belongs to the municipality, whatever its value."]
    assert pane.save()
    assert editor.base.valuation is Valuation.ESTIMATED


def test_the_owner_of_an_occasional_gift_follows_its_value_and_the_limit_warns(pane, mayor):
    scarf = Gift(
        description=same("šal"),
        happened_on=TODAY,
        official_id=mayor,
        recipient="Mojca Kos",
        recipient_relation="soproga",
    )
    pane.new_record(scarf)
    editor = pane.editor
    type_value(editor, "80")
    choose(editor.nature, GiftNature.OCCASIONAL)
    assert editor.draft().owner is GiftOwner.RECIPIENT
    type_value(editor, "120,50")
    assert editor.draft().owner is GiftOwner.MUNICIPALITY
    (warning,) = notes(editor, "value_cents")
    assert warning.startswith("An occasional gift above €100 may not be kept; it goes to the municipality.")
    assert "106/21" in warning
    assert pane.save()


def test_what_is_worth_little_is_kept_but_not_listed(pane):
    pane.new_record(Gift(description=same("knjiga"), happened_on=TODAY))
    type_value(pane.editor, "50")
    assert pane.editor.listing.text() == "Worth no more than €50: kept here, but not in the list."


def test_the_rule_of_the_day_of_the_gift_judges_it(desk, pane):
    rule = GiftRule(valid_from=date(2026, 1, 1), listed_above_cents=20000, occasional_limit_cents=30000)
    desk.cabinet.gift_rules.create(rule)
    pane.new_record(Gift(description=same("vaza"), happened_on=TODAY, nature=GiftNature.OCCASIONAL))
    type_value(pane.editor, "120")
    assert notes(pane.editor, "value_cents") == []
    assert pane.editor.listing.text().startswith("Worth no more than €200")


def test_a_gift_wants_its_description_and_a_value_that_can_be_read(pane):
    pane.new_record(Gift(happened_on=TODAY))
    type_value(pane.editor, "dragoceno")
    assert not pane.save()
    errors = {one.field for one in pane.editor.validate() if one.severity is Severity.ERROR}
    assert errors == {"description", "value_cents"}
    assert pane.editor.value.line.text() == "dragoceno"


def test_of_what_we_give_nobody_asks_whose_it_is(pane):
    pane.new_record(Gift(direction=GiftDirection.GIVEN, description=same("med"), happened_on=TODAY))
    rows = pane.editor.form.rows
    for hidden in ("owner", "nature", "storage", "official_id", "recipient_relation", "reported_on"):
        assert rows[hidden].isHidden(), hidden
    choose(pane.editor.direction, GiftDirection.RECEIVED)
    assert not rows["owner"].isHidden()


def test_the_town_of_the_visit_is_taken_over(pane, visit, bitola):
    pane.new_record(Gift(description=same("vaza"), happened_on=TODAY))
    choose(pane.editor.visit, visit.id)
    assert pane.editor.draft().place_id == bitola
    assert [link.record_id for link in pane.editor.related.records] == [visit.id]


def test_the_same_thing_given_before_is_told_while_choosing(pane, gift, bitola):
    gift("Kranjska klobasa", direction=GiftDirection.GIVEN, place_id=bitola, happened_on=date(2025, 3, 1))
    gift("vaza", place_id=bitola)
    draft = Gift(
        direction=GiftDirection.GIVEN,
        happened_on=TODAY,
        place_id=bitola,
        description=same("kranjska klobasa"),
    )
    pane.new_record(draft)
    editor = pane.editor
    (warning,) = notes(editor, "description")
    assert warning.replace("\u00a0", " ") == "We gave them the same on 1 Mar 2025."
    (given,), (received,) = editor.earlier.given_list.lines, editor.earlier.received_list.lines
    assert given.title.whole_text() == "↑ Kranjska klobasa"
    assert received.title.whole_text() == "↓ vaza"
    assert editor.earlier_section.count == "2"


def test_earlier_gifts_lead_to_their_records_and_many_are_folded(desk, gift, bitola, qtbot):
    gifts = [gift(f"darilo {number}", place_id=bitola) for number in range(FEW + 2)]
    panel = EarlierGifts(desk.context)
    qtbot.addWidget(panel)
    panel.show_exchanged(bitola)
    panel.show()
    lines = panel.received_list.lines
    assert len(lines) == FEW
    lines[0].open_button.click()
    assert desk.opened == [("gift", lines[0].gift_id)]
    panel.more_button.click()
    assert len(panel.received_list.lines) == len(gifts)
    desk.cabinet.gifts.delete(gifts[0].id)
    assert len(panel.received_list.lines) == len(gifts) - 1


def test_a_visit_shows_its_gifts_and_begins_new_ones(desk, visit, gift, bitola, qtbot):
    own, before = gift(visit_id=visit.id, place_id=bitola), gift("kip", place_id=bitola)
    editor = VisitEditor(desk.context)
    qtbot.addWidget(editor)
    editor.load(visit, 1)
    section = next(one for one in editor.form.sections if one.key == "gifts")
    assert section.count == "1"
    panel = editor.findChild(EarlierGifts)
    assert panel is not None
    assert [line.gift_id for line in panel.visit_list.lines] == [own.id]
    assert [line.gift_id for line in panel.received_list.lines] == [before.id]
    button = next(
        one for one in editor.findChildren(type(editor.foot.save_button)) if one.text() == "Gift given"
    )
    button.click()
    ((record_type, draft),) = desk.begun
    assert record_type == "gift"
    assert (draft.direction, draft.visit_id, draft.place_id) == (GiftDirection.GIVEN, visit.id, bitola)
    assert draft.happened_on == visit.starts_on


def test_the_list_says_both_sides_the_value_and_what_is_to_be_reported(desk, gift, mayor):
    scarf = gift(
        "šal",
        official_id=mayor,
        recipient="Mojca Kos",
        recipient_relation="soproga",
        donor="Eva",
        valuation=Valuation.KNOWN,
    )
    sent, small = gift(reported_on=date(2026, 2, 1)), gift(value_cents=None, direction=GiftDirection.GIVEN)
    rows = desk.cabinet.gifts.rows([scarf.id, sent.id, small.id], Language.EN)
    cells: dict[str, Any] = {column.key: column for column in GiftColumns(desk.context.t).columns()}
    first, second, third = rows
    assert (cells["partner"].text(first), cells["value"].text(first)) == ("Eva", "€120.00")
    assert cells["partner"].tip(first) == "Eva → Mojca Kos (soproga)"
    assert (cells["direction"].text(first), cells["direction"].spoken(first)) == ("↓", "received")
    assert cells["list"].status(first).word == "to be reported"
    assert cells["list"].text(second).startswith("reported on ")
    assert cells["list"].status(third) is None
    assert (cells["value"].text(third), cells["partner"].text(third)) == ("–", "–")


def test_the_list_is_noted_as_sent_and_the_toast_takes_it_back(desk, pane, gift):
    listed = gift()
    commands = GiftListCommands(desk.context, pane)
    assert commands.why_not_report() == ""
    commands.report()
    assert desk.cabinet.gifts.get(listed.id).record.reported_on == TODAY
    assert desk.toaster.last == "1 gift of 2025 is noted as reported today."
    assert commands.why_not_report() == "No gift of 2025 is left to be reported."
    commands.report()
    assert len(desk.toaster.said) == 1
    desk.toaster.act()
    assert desk.cabinet.gifts.get(listed.id).record.reported_on is None


def test_the_list_is_exported_as_a_workbook(desk, pane, gift, tmp_path, monkeypatch):
    gift("=vaza")
    target = tmp_path / "seznam"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    GiftListCommands(desk.context, pane).export()
    data = (tmp_path / "seznam.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [cell.value for cell in sheet["I"]][1:] == ["=vaza"]
    assert desk.toaster.last == "1 gift of 2025 was written to seznam.xlsx."


def test_an_export_that_cannot_be_written_or_is_not_wanted_says_why_or_nothing(
    desk, pane, tmp_path, monkeypatch
):
    chosen = [""]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen[0], ""))
    commands = GiftListCommands(desk.context, pane)
    commands.export()
    assert desk.toaster.said == []
    chosen[0] = str(tmp_path / "missing" / "x.xlsx")
    commands.export()
    assert "x.xlsx" in desk.toaster.last
    chosen[0] = str(tmp_path / "y.xlsx")
    commands.export()
    assert desk.toaster.last == "y.xlsx is empty: no gift of 2026 has to be reported."


def test_the_button_offers_what_can_be_done_now(desk, pane, gift):
    button = ListButton(desk.context, pane)
    button.fill()
    words = [(action.text(), action.isEnabled()) for action in button.menu.actions() if action.text()]
    assert words == [
        ("Print list of gifts…", True),
        ("Export list of gifts…", True),
        ("Note that the list of gifts was sent", False),
        ("Rules about gifts…", True),
    ]
    button.menu.actions()[0].trigger()
    assert desk.printed == [PrintRequest("gift", 0, (), kind="gift-list")]
    gift()
    button.fill()
    assert button.menu.actions()[2].isEnabled()


def test_rules_are_edited_in_one_step(desk, qtbot):
    dialog = RulesDialog(desk.context)
    qtbot.addWidget(dialog)
    dialog.table.add_row()
    rules = list(dialog.table.value())
    assert (rules[2].valid_from, rules[2].listed_above_cents, rules[2].due_day) == (TODAY, 5000, 31)
    rules[2].listed_above_cents = 7500
    rules[2].source = "novi pravilnik"
    dialog.table.set_value(rules)
    dialog.save()
    assert dialog.result() == RulesDialog.DialogCode.Accepted
    assert [rule.listed_above_cents for rule in desk.cabinet.gift_rules.in_use()] == [5000, 5000, 7500]
    desk.toaster.act()
    assert len(desk.cabinet.gift_rules.in_use()) == 2


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ([GiftRule()], "Every rule needs the day from which it holds."),
        ([GiftRule(valid_from=TODAY), GiftRule(valid_from=TODAY)], "Two rules begin on the same day."),
        ([GiftRule(valid_from=TODAY, due_month=13)], "13"),
    ],
)
def test_rules_that_cannot_be_are_refused_in_words(desk, qtbot, rules, said):
    dialog = RulesDialog(desk.context)
    qtbot.addWidget(dialog)
    dialog.table.set_value(rules)
    dialog.save()
    assert said in str(dialog.banner.text)
    assert desk.cabinet.gift_rules.count() == 0
