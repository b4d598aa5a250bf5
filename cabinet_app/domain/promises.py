"""A working group begun from what was agreed on a visit, without typing anything twice."""

import re

from cabinet_app.domain.bodies import Classification, GroupTopic, Membership, Organization
from cabinet_app.domain.cadence import CadenceKind, CadenceRule
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.visits import Visit

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")


def promised_rule(visit: Visit) -> CadenceRule | None:
    """The first sentence of the outcomes that promises meetings, as a rule from the end of the visit on."""
    for text in visit.outcomes.all:
        for sentence in _SENTENCES.split(text):
            from cabinet_app.domain.cadence_text import recognise

            rule = recognise(sentence)
            if rule is not None and rule.kind is not CadenceKind.NONE:
                rule.valid_from = visit.ends_on or visit.starts_on
                return rule
    return None


def group_from(visit: Visit, rule: CadenceRule, document: str, country: str) -> Organization:
    """A group with the rule, the visit's topics and the people of both sides; its name is still to come."""
    rule.source_document = document
    rule.visit_id = visit.id or None
    rule.countries = [country] if country else []
    people = [delegate for side in visit.delegations for delegate in side.delegates if delegate.person_id]
    return Organization(
        classification=Classification.WORKING_GROUP,
        parent_id=visit.host_organization_id,
        memberships=[
            Membership(person_id=one.person_id, function=one.function, starts_on=rule.valid_from)
            for one in people
        ],
        topics=[GroupTopic(text=topic.text) for topic in visit.topics],
        cadence_rules=[rule],
        sources=[SourceRef(document=document, quote=rule.source_quote)],
    )
