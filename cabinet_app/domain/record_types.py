"""The types of records by the names they bear in the register, in references and on the command line."""

from typing import Final

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.gifts import Gift, GiftRule
from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.papers import Document
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.projects import Project
from cabinet_app.domain.protocol import Letter, PrecedenceScheme, VisitTemplate
from cabinet_app.domain.series import MeetingSeries
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.twinning import Agreement, Partnership
from cabinet_app.domain.visits import Visit

RECORD_TYPES: Final[dict[str, type[object]]] = {
    "place": Place,
    "organization": Organization,
    "person": Person,
    "partnership": Partnership,
    "agreement": Agreement,
    "project": Project,
    "visit": Visit,
    "series": MeetingSeries,
    "meeting": Meeting,
    "task": Task,
    "gift": Gift,
    "gift_rule": GiftRule,
    "letter": Letter,
    "precedence_scheme": PrecedenceScheme,
    "visit_template": VisitTemplate,
    "document": Document,
}

AnyRecord = (
    Place
    | Organization
    | Person
    | Partnership
    | Agreement
    | Project
    | Visit
    | MeetingSeries
    | Meeting
    | Task
    | Gift
    | GiftRule
    | Letter
    | PrecedenceScheme
    | VisitTemplate
    | Document
)
