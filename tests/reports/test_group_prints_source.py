"""The document of a promise on the sheet of its group."""

from datetime import date

from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.cadence import CadenceRule
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import Language, same
from cabinet_app.reports.composing.groups import _agreed


def test_the_document_named_with_the_rule_is_its_source():
    papers = [SourceRef(document="Novica", quote="najmanj enkrat mesečno")]
    rule = CadenceRule(source_quote="najmanj enkrat mesečno", source_document="Dogovor z dne 25. 2. 2016")
    assert _agreed(rule, papers).documents == ("Dogovor z dne 25. 2. 2016",)
    assert _agreed(CadenceRule(source_quote="najmanj enkrat mesečno"), papers).documents == ("Novica",)
    assert _agreed(CadenceRule(source_quote="enkrat letno"), papers).documents == ()


def test_the_document_is_stored_with_the_rule(cabinet):
    rule = CadenceRule(valid_from=date(2016, 2, 25), source_document="Zapisnik")
    group = Organization(names=same("S"), classification=Classification.WORKING_GROUP, cadence_rules=[rule])
    stored = cabinet.organizations.create(group).record
    assert stored.cadence_rules[0].source_document == "Zapisnik"
    assert cabinet.organizations.choice(stored.id, Language.SL)
