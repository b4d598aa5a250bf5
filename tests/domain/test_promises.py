"""A working group begun from what was agreed on a visit."""

from datetime import date, time

from cabinet_app.domain.cadence import CadenceUnit
from cabinet_app.domain.promises import group_from, promised_rule
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Delegate, Delegation, ProgrammeItem, Visit, VisitTopic

AGREED = (
    "Mestna občina Kranj se bo enkrat pridružila čezmejnim projektom. "
    "Sestanki delovnih skupin bodo potekali najmanj enkrat mesečno."
)


def visit(**fields):
    return Visit(starts_on=date(2016, 2, 25), ends_on=date(2016, 2, 25), **fields)


def test_the_sentence_that_promises_meetings_becomes_the_rule():
    rule = promised_rule(visit(outcomes=LocalizedText(AGREED)))
    assert rule
    assert (rule.unit, rule.minimum, rule.valid_from) == (CadenceUnit.MONTH, 1, date(2016, 2, 25))
    assert rule.source_quote == "Sestanki delovnih skupin bodo potekali najmanj enkrat mesečno."


def test_without_a_promise_there_is_no_rule():
    assert promised_rule(visit()) is None
    assert promised_rule(visit(outcomes=LocalizedText("Srečali se bomo po potrebi."))) is None


def test_topics_people_and_source_are_taken_over():
    agreed = visit(
        outcomes=LocalizedText(AGREED),
        host_organization_id=5,
        topics=[VisitTopic(text=LocalizedText("e-uprava"))],
        delegations=[
            Delegation(delegates=[Delegate(person_id=7, function=LocalizedText("prva podžupanja"))]),
            Delegation(delegates=[Delegate(placeholder="(tolmač)")]),
        ],
        programme=[ProgrammeItem(starts_at=time(9))],
    )
    rule = promised_rule(agreed)
    assert rule
    group = group_from(agreed, rule, "Obisk (Beljak)", "AT")
    assert [topic.text.sl for topic in group.topics] == ["e-uprava"]
    assert [(one.person_id, one.function.sl) for one in group.memberships] == [(7, "prva podžupanja")]
    assert group.parent_id == 5
    assert (group.cadence_rules[0].source_document, group.cadence_rules[0].countries) == (
        "Obisk (Beljak)",
        ["AT"],
    )
    assert group.sources[0].quote == rule.source_quote
