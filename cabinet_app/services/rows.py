"""Rows of lists: what a list shows of a record, frozen and ready to be drawn. Knows no database."""

from dataclasses import dataclass, field
from datetime import date, datetime

from cabinet_app.domain.bodies import Classification
from cabinet_app.domain.cadence import CadenceRule, JudgedWindow
from cabinet_app.domain.gifts import GiftDirection, GiftNature, GiftOwner, Valuation
from cabinet_app.domain.meetings import MeetingKind, MeetingMode, MeetingStatus, Visibility
from cabinet_app.domain.places import PlaceKind
from cabinet_app.domain.projects import ProjectStatus
from cabinet_app.domain.protocol import LetterKind, LetterStatus
from cabinet_app.domain.tasks import TaskStatus
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import (
    AgreementStatus,
    Instrument,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import VisitDirection, VisitKind, VisitStatus


@dataclass(frozen=True, slots=True)
class PlaceRow:
    id: int
    name: str
    country: str
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    id: int
    name: str
    classification: Classification
    place: str
    owner: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: int
    name: str
    function: str
    organization: str
    place: str


@dataclass(frozen=True, slots=True)
class VisitRow:
    """`town` is the partner's name in the list's language, `native_town` the one it calls itself by."""

    id: int
    starts_on: date | None
    ends_on: date | None
    town: str
    native_town: str
    country: str
    title: str
    kind: VisitKind
    direction: VisitDirection
    status: VisitStatus
    programme_items: int
    head: str


@dataclass(frozen=True, slots=True)
class PartnershipRow:
    """`last_contact` is the last day of the latest visit or meeting that took place with the partner."""

    id: int
    town: str
    native_town: str
    country: str
    kind: PartnershipKind
    status: PartnershipStatus
    since: VagueDate
    last_contact: date | None
    agreements: int
    verified: Verification


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """`partners` are the other parties' names, `party_count` all parties, named or only counted.

    `signed` is the date of the first signing, `is_contested` says that a source gives it another year or day.
    `status` is as it was stored; `is_by_hand` says that somebody set it against the events.
    """

    id: int
    title: str
    partners: tuple[str, ...]
    countries: tuple[str, ...]
    party_count: int
    instrument: Instrument
    status: AgreementStatus
    signed: VagueDate
    valid_to: VagueDate
    verified: Verification
    valid_from: VagueDate = field(default_factory=VagueDate)
    is_contested: bool = False
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class ProjectRow:
    id: int
    acronym: str
    title: str
    programme: str
    starts: VagueDate
    ends: VagueDate
    status: ProjectStatus
    towns: int


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """`body` is the name of the body that leads; times are the wall clock's in the meeting's zone."""

    id: int
    starts_at: datetime | None
    ends_at: datetime | None
    all_day: bool
    body_id: int | None
    body: str
    body_short: str
    number: str
    title: str
    place: str
    kind: MeetingKind
    mode: MeetingMode
    status: MeetingStatus
    visibility: Visibility
    agenda_items: int
    in_series: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """`windows` are those of the last twelve months as judged, `late` the missed one, `owed` the next one.

    `short_name` is the name where there is none. A group of a political party is not official: it stays out
    of the prints of the house unless asked for.
    """

    id: int
    name: str
    short_name: str
    owner: str
    is_official: bool
    rule: CadenceRule | None
    last_held: date | None
    next_planned: date | None
    due: date | None
    owed: JudgedWindow | None
    late: JudgedWindow | None
    windows: tuple[JudgedWindow, ...]
    rate: float | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """`subject` names the record of `subject_type` that the task belongs to; empty where it stands alone."""

    id: int
    title: str
    due_on: date | None
    done_on: date | None
    status: TaskStatus
    holder: str
    subject_type: str
    subject_id: int
    subject: str


@dataclass(frozen=True, slots=True)
class GiftRow:
    """`donor` and `recipient` are the names of those who gave and got it, `town` is that of the other side.

    `is_listed`: worth more than the limit of its day, so that it stands in the yearly list.
    """

    id: int
    happened_on: date | None
    direction: GiftDirection
    description: str
    occasion: str
    donor: str
    recipient: str
    relation: str
    town: str
    value_cents: int | None
    valuation: Valuation
    nature: GiftNature
    owner: GiftOwner
    reported_on: date | None
    is_listed: bool


@dataclass(frozen=True, slots=True)
class LetterRow:
    """`addressee` is the person's name, else the first line of the address."""

    id: int
    written_on: date | None
    kind: LetterKind
    language: Language
    subject: str
    status: LetterStatus
    sent_on: date | None
    addressee: str
