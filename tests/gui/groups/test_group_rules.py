"""The rule as a sentence: in every language, with its kinds, details, history and recognised words."""

from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from cabinet_app.domain.cadence import CadenceKind, CadenceRule, CadenceUnit, Exemption
from cabinet_app.domain.texts import Language
from cabinet_app.gui.groups.recognising import RecogniseField
from cabinet_app.gui.groups.rule_details import RuleDetails
from cabinet_app.gui.groups.rule_field import RuleField
from cabinet_app.gui.groups.rule_sentence import RuleSentence
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.i18n.cadence_words import rule_sentence
from cabinet_app.i18n.catalogs import translator

EVERY_LANGUAGE = pytest.mark.parametrize("t", list(Language), indirect=True)


def choose(combo: ChoiceCombo[Any], value):
    combo.set_value(value)
    assert combo.value() == value
    combo.activated.emit(combo.currentIndex())


def fields_of(widget, rule):
    """What the sentence says after a rule was shown in it."""
    widget.set_rule(rule)
    written = CadenceRule()
    widget.write(written)
    return written


class TestSentence:
    @pytest.fixture
    def sentence(self, qtbot, t):
        made = RuleSentence(t)
        qtbot.addWidget(made)
        made.resize(460, 120)
        made.show()
        return made

    @EVERY_LANGUAGE
    @pytest.mark.parametrize("unit", list(CadenceUnit))
    @pytest.mark.parametrize("minimum", [1, 2, 4, 30])
    def test_what_is_shown_is_what_is_written(self, sentence, unit, minimum):
        rule = CadenceRule(
            unit=unit,
            minimum=minimum,
            preferred_weekday=1,
            preferred_nth=2,
            preferred_time=time(17),
            recess_months=[7, 8],
        )
        assert fields_of(sentence, rule) == rule

    @EVERY_LANGUAGE
    def test_a_longest_gap_keeps_its_days_and_tolerance(self, sentence):
        rule = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=21, tolerance_days=3)
        written = fields_of(sentence, rule)
        assert (written.kind, written.gap_days, written.tolerance_days) == (CadenceKind.MAX_GAP, 21, 3)
        assert sentence.days.isVisible()
        assert not sentence.unit.isVisible()

    @EVERY_LANGUAGE
    def test_as_needed_has_neither_number_nor_period(self, sentence):
        sentence.set_rule(CadenceRule(kind=CadenceKind.NONE))
        shown = [sentence.kind, sentence.weekday, sentence.at]
        hidden = [sentence.count, sentence.unit, sentence.days, sentence.recess, sentence.nth]
        assert all(widget.isVisible() for widget in shown)
        assert not any(widget.isVisible() for widget in hidden)

    def test_the_place_in_the_month_appears_with_a_weekday(self, sentence):
        sentence.set_rule(CadenceRule())
        assert not sentence.nth.isVisible()
        choose(sentence.weekday, 2)
        assert sentence.nth.isVisible()
        choose(sentence.unit, CadenceUnit.WEEK)
        assert not sentence.nth.isVisible()

    @pytest.mark.parametrize("t", [Language.SL], indirect=True)
    @pytest.mark.parametrize(
        ("weekday", "nth", "words"),
        [
            (1, 2, ("drugi", "torek")),
            (2, 2, ("drugo", "sredo")),
            (5, -1, ("zadnjo", "soboto")),
            (1, None, ("v", "torek")),
        ],
    )
    def test_the_ordinal_agrees_with_the_weekday(self, sentence, weekday, nth, words):
        sentence.set_rule(CadenceRule(preferred_weekday=weekday, preferred_nth=nth))
        assert (sentence.nth.currentText(), sentence.weekday.currentText()) == words

    @pytest.mark.parametrize("t", [Language.SL], indirect=True)
    def test_another_weekday_changes_the_gender_and_keeps_the_place(self, sentence):
        sentence.set_rule(CadenceRule(preferred_weekday=1, preferred_nth=3))
        choose(sentence.weekday, 3)
        assert sentence.nth.currentText() == "tretji"
        choose(sentence.weekday, 2)
        assert sentence.nth.currentText() == "tretjo"

    @pytest.mark.parametrize("t", [Language.SL], indirect=True)
    @pytest.mark.parametrize(("days", "word"), [("1", "dan"), ("2", "dneva"), ("3", "dni"), ("14", "dni")])
    def test_the_word_for_days_agrees_with_the_number(self, qtbot, sentence, days, word):
        sentence.set_rule(CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=21))
        sentence.days.clear()
        qtbot.keyClicks(sentence.days, days)
        assert sentence._day_word.text() == word

    def test_the_words_stand_in_the_order_of_the_sentence(self, sentence):
        sentence.set_rule(CadenceRule(preferred_weekday=1, preferred_nth=2))
        parts = [
            widget.text() if isinstance(widget, QLabel | QPushButton) else widget.accessibleName()
            for widget in (sentence._flow.itemAt(n).widget() for n in range(sentence._flow.count()))
        ]
        assert parts[:2] == ["It", "meets"]
        assert parts.index("Period") < parts.index("preferably") < parts.index("Preferred time")
        assert parts[-1] == "none"

    def test_a_gap_without_days_is_a_problem(self, sentence):
        sentence.set_rule(CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14))
        assert sentence.problem() == ""
        sentence.days.clear()
        assert sentence.problem().startswith("Say after how many days")

    def test_recess_months_are_ticked_in_a_menu(self, qtbot, sentence):
        sentence.set_rule(CadenceRule())
        assert sentence.recess.text() == "none"
        with qtbot.waitSignal(sentence.edited):
            sentence.recess.menu().actions()[7].trigger()
        assert sentence.recess.text() == "August"
        written = CadenceRule()
        sentence.write(written)
        assert written.recess_months == [8]

    def test_hidden_fields_leave_the_rule_as_it_was(self, sentence):
        sentence.set_rule(CadenceRule())
        rule = CadenceRule(gap_days=30, tolerance_days=2)
        sentence.write(rule)
        assert (rule.gap_days, rule.tolerance_days) == (30, 2)


class TestRecognising:
    @pytest.mark.parametrize(
        ("words", "unit", "minimum"),
        [
            ("Skupina se sestane najmanj enkrat mesečno.", CadenceUnit.MONTH, 1),
            ("mindestens einmal im Monat", CadenceUnit.MONTH, 1),
            ("štirikrat letno", CadenceUnit.YEAR, 4),
            ("quarterly", CadenceUnit.QUARTER, 1),
        ],
    )
    def test_the_words_of_an_agreement_are_taken_over_with_enter(self, qtbot, t, words, unit, minimum):
        field = RecogniseField(t)
        qtbot.addWidget(field)
        field.line.setText(words)
        assert field.said.text().startswith("Recognised: It meets")
        with qtbot.waitSignal(field.taken) as taken:
            qtbot.keyClick(field.line, Qt.Key.Key_Return)
        rule = taken.args[0]
        assert (rule.unit, rule.minimum, rule.source_quote) == (unit, minimum, words)
        assert field.line.text() == ""

    def test_other_words_are_no_rule(self, qtbot, t):
        field = RecogniseField(t)
        qtbot.addWidget(field)
        field.line.setText("Lepo vreme danes")
        assert field.said.text() == "No rule is recognised in these words yet."
        assert field.button.isHidden()


class TestDetails:
    @pytest.fixture
    def details(self, qtbot, context):
        made = RuleDetails(context)
        qtbot.addWidget(made)
        return made

    def test_what_is_shown_is_what_is_written(self, details):
        rule = CadenceRule(
            valid_from=date(2016, 2, 25),
            valid_to=date(2020, 12, 31),
            grace_days=5,
            notice_days=14,
            min_active_workdays=3,
            countries=["SI", "AT-2"],
            counts_unquorate=True,
            pro_rata=True,
            exemptions=[Exemption(start=date(2018, 11, 1), end=date(2018, 11, 30), reason="volitve")],
            source_quote="najmanj enkrat mesečno",
        )
        details.set_rule(rule)
        written = CadenceRule()
        details.write(written)
        assert written == rule
        assert details.problem() == ""

    def test_grace_belongs_to_periods_only(self, details):
        details.set_rule(CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14))
        assert details.grace.parentWidget().isHidden() or not details.grace.isVisible()

    @pytest.mark.parametrize(
        ("typed", "codes"), [("si at-2; HU", ["SI", "AT-2", "HU"]), ("", []), ("SI, SI", ["SI"])]
    )
    def test_countries_are_written_as_codes(self, details, typed, codes):
        details.countries.setText(typed)
        written = CadenceRule()
        details.write(written)
        assert written.countries == codes

    def test_a_country_by_name_is_not_understood(self, details):
        details.countries.setText("Avstrija")
        assert "AVSTRIJA" in details.problem()

    def test_a_rule_cannot_end_before_it_begins(self, details):
        details.set_rule(CadenceRule(valid_from=date(2016, 2, 1), valid_to=date(2016, 1, 1)))
        assert details.problem().startswith("The rule ends before it begins")


class TestRuleField:
    @pytest.fixture
    def field(self, qtbot, context):
        made = RuleField(context)
        qtbot.addWidget(made)
        made.show()
        return made

    def test_without_a_rule_one_can_be_added(self, field):
        assert field.add_button.isVisible()
        assert not field.sentence.isVisible()
        field.add_button.click()
        assert field.value() == [CadenceRule(valid_from=date(2016, 6, 8))]
        assert field.said.text() == "It meets at least once a month. Valid from 8\u00a0Jun\u00a02016."

    def test_the_sentence_below_follows_the_fields(self, field, t):
        field.set_value([CadenceRule()])
        choose(field.sentence.unit, CadenceUnit.QUARTER)
        assert field.said.text() == rule_sentence(field.value()[0], t)

    def test_a_new_rule_closes_the_old_one_on_the_day_before(self, field):
        field.set_value([CadenceRule(id=7, valid_from=date(2016, 2, 25), source_quote="enkrat mesečno")])
        field.new_button.click()
        assert field.change_day.value() == date(2016, 7, 1)
        begin = next(button for button in field._change.findChildren(QPushButton) if "Begin" in button.text())
        begin.click()
        old, new = field.value()
        assert (old.id, old.valid_to) == (7, date(2016, 6, 30))
        assert (new.id, new.valid_from, new.valid_to, new.source_quote) == (0, date(2016, 7, 1), None, "")
        assert field.rule is not None
        assert field.rule.valid_from == date(2016, 7, 1)

    def test_a_new_rule_cannot_begin_before_the_present_one(self, field):
        field.set_value([CadenceRule(valid_from=date(2016, 2, 25))])
        assert not field.begin_rule(date(2016, 2, 1))
        field.new_button.click()
        field.change_day.set_value(date(2016, 2, 1))
        field._begin()
        assert field._change_problem.text() == "Choose a day after the present rule began."
        assert len(field.value()) == 1

    def test_earlier_rules_are_listed_and_can_be_opened(self, field):
        earlier = CadenceRule(valid_from=date(2014, 1, 1), valid_to=date(2016, 2, 24), unit=CadenceUnit.YEAR)
        field.set_value([earlier, CadenceRule(valid_from=date(2016, 2, 25))])
        assert [link.text()[:30] for link in field._links] == ["It meets at least once a year."]
        field._links[0].click()
        assert field.rule == earlier
        choose(field.sentence.count, 2)
        assert [rule.minimum for rule in field.value()] == [2, 1]

    def test_a_rule_can_be_removed(self, field):
        field.set_value([CadenceRule()])
        field.remove_button.click()
        assert field.value() == []
        assert field.none.isVisible()

    def test_recognised_words_fill_the_sentence_and_keep_the_validity(self, field):
        field.set_value([CadenceRule(valid_from=date(2016, 2, 25), countries=["AT"], notice_days=3)])
        field.recognise.line.setText("vsaka dva tedna")
        field.recognise.button.click()
        (rule,) = field.value()
        assert (rule.kind, rule.gap_days) == (CadenceKind.MAX_GAP, 14)
        assert (rule.valid_from, rule.countries, rule.notice_days) == (date(2016, 2, 25), ["AT"], 3)
        assert rule.source_quote == "vsaka dva tedna"

    def test_recognised_words_make_the_first_rule(self, field):
        field.recognise.line.setText("najmanj enkrat mesečno, najraje drugi torek ob 17.00")
        field.recognise.button.click()
        (rule,) = field.value()
        assert (rule.preferred_weekday, rule.preferred_nth, rule.preferred_time) == (1, 2, time(17))
        assert rule.valid_from == date(2016, 6, 8)

    def test_details_are_folded_until_they_are_wanted(self, field):
        field.set_value([CadenceRule()])
        assert not field.details.isVisible()
        field.details_button.click()
        assert field.details.isVisible()
        field.details.grace.setText("5")
        field.details.grace.edited.emit()
        assert field.value()[0].grace_days == 5

    def test_an_excuse_goes_to_the_rule_that_judged_the_window(self, field):
        rules = [
            CadenceRule(valid_from=date(2014, 1, 1), valid_to=date(2016, 2, 24)),
            CadenceRule(valid_from=date(2016, 2, 25)),
        ]
        field.set_value(rules)
        field.exempt(0, date(2015, 8, 1), date(2015, 8, 31), "poplava")
        assert [len(rule.exemptions) for rule in field.value()] == [1, 0]

    def test_what_was_set_is_not_shared(self, field):
        rule = CadenceRule()
        field.set_value([rule])
        choose(field.sentence.count, 3)
        assert rule.minimum == 1


@pytest.mark.parametrize("language", list(Language))
def test_the_sentence_holds_every_field_in_every_language(qtbot, language):
    sentence = RuleSentence(translator(language))
    qtbot.addWidget(sentence)
    sentence.show()
    sentence.set_rule(CadenceRule(preferred_weekday=0))
    for widget in (
        sentence.kind,
        sentence.count,
        sentence.unit,
        sentence.nth,
        sentence.weekday,
        sentence.recess,
    ):
        assert widget.isVisible()
