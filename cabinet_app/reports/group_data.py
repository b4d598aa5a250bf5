"""What the sheet of a group and the certificate of its cadence are made of."""

from dataclasses import dataclass
from datetime import date, datetime, time

from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.domain.cadence import CadenceRule, JudgedWindow
from cabinet_app.domain.cadence_forecast import Forecast
from cabinet_app.domain.cadence_summary import CadenceSummary
from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import LocalizedText

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class GroupMember:
    """A person's place in the group from one day to another; open ends are None."""

    name: str
    gender: Gender = Gender.UNSTATED
    role: MembershipRole = MembershipRole.MEMBER
    function: LocalizedText = NO_TEXT
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class AgreedRule:
    """A promise and the papers that hold its words."""

    rule: CadenceRule
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting on its day; `is_counted` where a window that was judged counts it."""

    day: date
    at: time | None = None
    place: LocalizedText = NO_TEXT
    number: str = ""
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A group with its promises in the order of time; `sources` are all papers about it."""

    name: LocalizedText
    owner: LocalizedText = NO_TEXT
    is_official: bool = True
    members: tuple[GroupMember, ...] = ()
    topics: tuple[LocalizedText, ...] = ()
    rule: AgreedRule | None = None
    history: tuple[AgreedRule, ...] = ()
    sources: tuple[str, ...] = ()

    def rules_between(self, first: date, last: date) -> tuple[AgreedRule, ...]:
        """The promises that were valid on any of these days."""
        return tuple(
            agreed
            for agreed in self.history
            if (agreed.rule.valid_from or date.min) <= last and (agreed.rule.valid_to or date.max) >= first
        )

    def chair_on(self, day: date) -> GroupMember | None:
        """Who was in the chair on the day."""
        return next(
            (
                member
                for member in self.members
                if member.role is MembershipRole.CHAIR
                and (member.first or date.min) <= day <= (member.last or date.max)
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class GroupSheetData:
    """The sheet of a group over whole months, judged as of `today`.

    `attendance` is the share of members who were there, None where no lists were kept.
    """

    facts: GroupFacts
    first: date
    last: date
    today: date
    printed_at: datetime
    windows: tuple[JudgedWindow, ...]
    summary: CadenceSummary
    forecast: Forecast
    last_meeting: HeldMeeting | None = None
    next_meeting: HeldMeeting | None = None
    deadline: date | None = None
    late: JudgedWindow | None = None
    attendance: float | None = None


@dataclass(frozen=True, slots=True)
class CertificateData:
    """What may be certified about whole months, judged as of `today`; `place` is where it is signed.

    The windows are those that were settled in this time; a meeting that one of them counts may lie outside.
    """

    facts: GroupFacts
    first: date
    last: date
    today: date
    printed_at: datetime
    windows: tuple[JudgedWindow, ...]
    meetings: tuple[HeldMeeting, ...] = ()
    place: LocalizedText = NO_TEXT

    @property
    def inside(self) -> tuple[HeldMeeting, ...]:
        """The meetings that were held in this time."""
        return tuple(meeting for meeting in self.meetings if self.first <= meeting.day <= self.last)

    @property
    def outside(self) -> tuple[HeldMeeting, ...]:
        """Those before or after it that a window of this time counts, such as one in the days of grace."""
        return tuple(meeting for meeting in self.meetings if not self.first <= meeting.day <= self.last)
