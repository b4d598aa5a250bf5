"""The protocol officer's own tools: precedence schemes, templates of visits, letters."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from cabinet_app.domain.references import AgreementId, PersonId, PlaceId, VisitId
from cabinet_app.domain.tasks import TaskAnchor
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Audience, ProgrammeItemKind, VisitDirection, VisitKind


class TieBreaker(StrEnum):
    """What decides between two of the same rank."""

    SENIORITY = "seniority"
    ALPHABET = "alphabet"


@dataclass(slots=True, kw_only=True)
class PrecedenceRank:
    """One rank: 1 is the highest; several posts may share one. `ranked` is off for those outside it."""

    id: int = 0
    rank: int = 1
    label: LocalizedText = field(default_factory=LocalizedText)
    ranked: bool = True


@dataclass(slots=True, kw_only=True)
class PrecedenceScheme:
    """The order of precedence of a house; `in_force` marks the one that is used."""

    id: int = 0
    names: LocalizedText = field(default_factory=LocalizedText)
    in_force: bool = True
    tie_breakers: list[TieBreaker] = field(
        default_factory=lambda: [TieBreaker.SENIORITY, TieBreaker.ALPHABET]
    )
    source: str = ""
    ranks: list[PrecedenceRank] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class TemplateItem:
    """An item of the programme: `day` counts from the first day of the visit, which is 0."""

    id: int = 0
    day: int = 0
    starts_at: time | None = None
    ends_at: time | None = None
    kind: ProgrammeItemKind = ProgrammeItemKind.TALKS
    title: LocalizedText = field(default_factory=LocalizedText)
    description: LocalizedText = field(default_factory=LocalizedText)
    audience: Audience = Audience.GUEST


@dataclass(slots=True, kw_only=True)
class TemplateTask:
    """A task of the checklist, `offset_days` from the first or the last day of the visit."""

    id: int = 0
    title: LocalizedText = field(default_factory=LocalizedText)
    offset_days: int = 0
    anchor: TaskAnchor = TaskAnchor.VISIT_START
    responsible: str = ""


@dataclass(slots=True, kw_only=True)
class VisitTemplate:
    """What a visit of a kind usually holds."""

    id: int = 0
    names: LocalizedText = field(default_factory=LocalizedText)
    direction: VisitDirection = VisitDirection.INCOMING
    kind: VisitKind = VisitKind.WORKING
    items: list[TemplateItem] = field(default_factory=list)
    tasks: list[TemplateTask] = field(default_factory=list)


class LetterKind(StrEnum):
    WELCOME = "welcome"
    THANKS = "thanks"
    CONGRATULATION = "congratulation"
    INVITATION = "invitation"


class LetterStatus(StrEnum):
    DRAFT = "draft"
    SENT = "sent"


@dataclass(slots=True, kw_only=True)
class Letter:
    """A letter in one language, kept as it was edited; `recipient` is the block of the address."""

    id: int = 0
    kind: LetterKind = LetterKind.WELCOME
    status: LetterStatus = LetterStatus.DRAFT
    language: Language = Language.SL
    written_on: date | None = None
    place_id: PlaceId | None = None
    our_reference: str = ""
    addressee_id: PersonId | None = None
    recipient: str = ""
    salutation: str = ""
    subject: str = ""
    body: str = ""
    closing: str = ""
    signatory_id: PersonId | None = None
    signatory: str = ""
    signatory_function: str = ""
    visit_id: VisitId | None = None
    agreement_id: AgreementId | None = None
    sent_on: date | None = None
