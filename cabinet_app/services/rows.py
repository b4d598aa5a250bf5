"""Rows of lists: what a list shows of a record, frozen and ready to be drawn. Knows no database."""

from dataclasses import dataclass
from datetime import date, datetime

from cabinet_app.domain.bodies import Classification
from cabinet_app.domain.cadence import CadenceRule, JudgedWindow
from cabinet_app.domain.meetings import MeetingKind, MeetingMode, MeetingStatus, Visibility
from cabinet_app.domain.places import PlaceKind
from cabinet_app.domain.projects import ProjectStatus
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
    """`partners` are the other parties' names, `party_count` all parties, named or only counted."""

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
