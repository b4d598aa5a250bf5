"""What the mayor reads before a visit."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import AgreementStatus, Instrument
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import DelegateRole, VisitDirection
from cabinet_app.i18n.greetings import Greetings
from cabinet_app.reports.delegation_list_data import NO_TEXT, VisitHead


@dataclass(frozen=True, slots=True)
class BriefPerson:
    """Somebody the mayor meets; `languages` are ISO codes, `photo` a PNG or JPEG."""

    name: str
    function: LocalizedText = NO_TEXT
    role: DelegateRole = DelegateRole.MEMBER
    gender: Gender = Gender.UNSTATED
    pronunciation: str = ""
    languages: tuple[str, ...] = ()
    photo: bytes | None = None


@dataclass(frozen=True, slots=True)
class BriefAgreement:
    title: LocalizedText
    instrument: Instrument
    signed: VagueDate
    status: AgreementStatus


@dataclass(frozen=True, slots=True)
class BriefVisit:
    title: LocalizedText
    direction: VisitDirection
    first_day: date | None
    last_day: date | None
    outcomes: LocalizedText = NO_TEXT


@dataclass(frozen=True, slots=True)
class BriefMatter:
    """A task or a decision that is still open; `decided_on` belongs to decisions."""

    text: LocalizedText
    holder: str = ""
    due_on: date | None = None
    decided_on: date | None = None
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class BriefGift:
    description: LocalizedText
    happened_on: date | None = None
    recipient: str = ""


class Gap(StrEnum):
    """What is still missing before the visit."""

    PRONUNCIATION = "pronunciation"
    REPLY = "reply"
    NAME = "name"
    PROGRAMME = "programme"
    TOPICS = "topics"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A gap and whom it concerns."""

    gap: Gap
    subject: str = ""


@dataclass(frozen=True, slots=True)
class BriefingData:
    """All of it, complete; a print leaves out what two pages do not hold. `reader` is the mayor's gender."""

    head: VisitHead
    title: LocalizedText = NO_TEXT
    purpose: LocalizedText = NO_TEXT
    people: tuple[BriefPerson, ...] = ()
    topics: tuple[LocalizedText, ...] = ()
    agreements: tuple[BriefAgreement, ...] = ()
    visits: tuple[BriefVisit, ...] = ()
    matters: tuple[BriefMatter, ...] = ()
    decisions: tuple[BriefMatter, ...] = ()
    given: tuple[BriefGift, ...] = ()
    received: tuple[BriefGift, ...] = ()
    greetings: Greetings | None = None
    missing: tuple[MissingFact, ...] = ()
    reader: Gender = Gender.UNSTATED
