"""Calendars from elsewhere as they were understood, before they meet the register."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.series import MeetingSeries
from cabinet_app.domain.texts import Language


class Weight(StrEnum):
    """Whether something was lost, or only deserves to be known."""

    REFUSED = "refused"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """What was found wrong at a place of a file; `code` has its sentence, `value` the words of the file.

    `component` counts the entries of the file from 1, `line` its lines; 0 is the file as a whole.
    """

    code: str
    value: str = ""
    line: int = 0
    component: int = 0
    weight: Weight = Weight.NOTE
    title: str = ""


class Message(StrEnum):
    """What a scheduling message says, by its METHOD; only a request and a cancellation change anything."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    REPLY = "REPLY"
    COUNTER = "COUNTER"
    DECLINE_COUNTER = "DECLINECOUNTER"
    REFRESH = "REFRESH"
    ADD = "ADD"


@dataclass(slots=True)
class IncomingEvent:
    """One event, or a series with everything that happens in it.

    The places of `meetings` stand in `Meeting.platform` and their people without ids, as the file names
    them. `modified` is when it was last changed there, UTC. `cancels` calls the event off: its one meeting
    says which, by `original_start` in its zone if only one of a series is meant.
    """

    uid: str
    component: int
    line: int
    sequence: int = 0
    modified: datetime | None = None
    series: MeetingSeries | None = None
    meetings: list[Meeting] = field(default_factory=list)
    cancels: bool = False

    @property
    def title(self) -> str:
        """Its first title in any language."""
        titles = (meeting.title for meeting in self.meetings)
        return next((title.shown(Language.SL) for title in titles if not title.is_empty), "")

    @property
    def first(self) -> Meeting | None:
        return self.meetings[0] if self.meetings else None


@dataclass(slots=True)
class IncomingCalendar:
    """A file as it was read. `unknown_zones` are names of zones that no clock knows and no rule explains.

    `first` and `last` are the days it speaks of; a meeting of the same feed between them that it no longer
    names has vanished, unless the file `is_message` about single meetings. `is_ours` says that this program
    wrote it: it can bring back what is missing, but tells nothing new about what stands in the same edition.
    """

    name: str = ""
    feed: str = ""
    events: list[IncomingEvent] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown_zones: list[str] = field(default_factory=list)
    is_message: bool = False
    is_ours: bool = False
    first: date | None = None
    last: date | None = None
