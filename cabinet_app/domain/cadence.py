"""How often a body has promised to meet, and what a judgement of that promise says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Protocol

from cabinet_app.domain.periods import CadenceUnit, Window
from cabinet_app.domain.references import VisitId

__all__ = [
    "CadenceKind",
    "CadenceRule",
    "CadenceUnit",
    "Exemption",
    "Gathering",
    "GatheringStatus",
    "JudgedWindow",
    "Window",
    "WindowReason",
    "WindowStatus",
    "WorkingCalendar",
]


class CadenceKind(StrEnum):
    """What is promised: a number per calendar window, a longest gap in days, or nothing (as needed)."""

    PER_PERIOD = "per_period"
    MAX_GAP = "max_gap"
    NONE = "none"


@dataclass(slots=True, kw_only=True)
class Exemption:
    """Days on which the promise rests: excused where a reason is given, else a plain pause.

    Both ends are included; an end that is None is open.
    """

    id: int = 0
    start: date | None = None
    end: date | None = None
    reason: str = ""


@dataclass(slots=True, kw_only=True)
class CadenceRule:
    """The promise of a body, valid from one day to another; a change of the promise is a new rule.

    `tolerance_days` belongs to the longest gap, `grace_days` to the calendar window: a meeting in the first
    days of the next window may count for the one before. `recess_months` are months of every year, 1 to 12.
    `countries` are those of the parties, as ISO codes with or without a subdivision ("AT-2" is Carinthia).
    `source_quote` is the sentence in which it was promised, `source_document` the document that holds it,
    `visit_id` the visit on which it was promised.
    """

    id: int = 0
    kind: CadenceKind = CadenceKind.PER_PERIOD
    unit: CadenceUnit = CadenceUnit.MONTH
    minimum: int = 1
    gap_days: int | None = None
    tolerance_days: int = 0
    grace_days: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    recess_months: list[int] = field(default_factory=list)
    exemptions: list[Exemption] = field(default_factory=list)
    min_active_workdays: int = 10
    counts_unquorate: bool = False
    preferred_weekday: int | None = None
    preferred_nth: int | None = None
    preferred_time: time | None = None
    countries: list[str] = field(default_factory=list)
    source_quote: str = ""
    source_document: str = ""
    visit_id: VisitId | None = None
    pro_rata: bool = False
    notice_days: int = 7


class GatheringStatus(StrEnum):
    """What became of a meeting, as far as the promise is concerned."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    MOVED = "moved"
    NOT_QUORATE = "not_quorate"


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting as the judge sees it: `start` is the local day on which it really began.

    A moved meeting stands twice: MOVED on its old day with `moved_to`, PLANNED or HELD on the new one.
    """

    start: date
    status: GatheringStatus
    at: time | None = None
    moved_to: date | None = None


class WindowStatus(StrEnum):
    """What a window says about the promise; the words of the product and of the calendar design in one list.

    | here | 1-product | 5-calendar 4.2 | meaning |
    |---|---|---|---|
    | NOT_REQUIRED | | NOT_REQUIRED | the rule began or ended here and left too few working days |
    | EXEMPT | exempt | NOT_REQUIRED | the recess or a pause of the rule left too few working days |
    | WAIVED | waived | EXCUSED | somebody excused it and gave the reason |
    | MET | met | MET | enough meetings were held |
    | MET_LATE | met | MET_LATE | enough with those of the grace days of the next window |
    | SECURED | secured | PLANNED | not over; enough are held or planned |
    | PLANNED | planned | OPEN | not over; something is planned, but not enough |
    | OPEN | | OPEN | not over; nothing is planned |
    | AT_RISK | at risk | DUE | not enough planned, five joint working days left or fewer; or in grace days |
    | UNCONFIRMED | unconfirmed | | it hangs on a planned meeting of the past that nobody confirmed |
    | BREACHED | breached | MISSED | over, and not enough were held |
    """

    NOT_REQUIRED = "not_required"
    EXEMPT = "exempt"
    WAIVED = "waived"
    MET = "met"
    MET_LATE = "met_late"
    SECURED = "secured"
    PLANNED = "planned"
    OPEN = "open"
    AT_RISK = "at_risk"
    UNCONFIRMED = "unconfirmed"
    BREACHED = "breached"


class WindowReason(StrEnum):
    """Why a window has its status, where the status alone does not say it."""

    RULE_BEGAN = "rule_began"
    RULE_ENDED = "rule_ended"
    RECESS = "recess"
    PAUSE = "pause"
    EXCUSED = "excused"
    NO_WORKING_DAYS = "no_working_days"
    NONE_HELD = "none_held"
    TOO_FEW_HELD = "too_few_held"
    MOVED_OUT = "moved_out"
    CANCELLED = "cancelled"
    NOT_QUORATE = "not_quorate"
    GRACE_RUNNING = "grace_running"
    GAP_TOO_LONG = "gap_too_long"


@dataclass(frozen=True, slots=True)
class JudgedWindow:
    """A window and what became of the promise in it.

    `held` are the days that count, `late` those of the next window that count here by grace, `planned` days
    from today on, `unconfirmed` planned days that have passed. `deadline` is the last joint working day on
    which a meeting would still do, `days_left` the working days from today to it. `days_late` runs from the
    end of the window (of a gap: from its due day) to the next held meeting or today. `reason_date` is the day
    a meeting was moved to or cancelled on, `note` the wording of the excuse; `rule` is the index of the
    rule in the list that was judged. `is_closed`: nothing that is held from now on can change it.
    """

    window: Window
    status: WindowStatus
    required: int
    held: tuple[date, ...] = ()
    late: tuple[date, ...] = ()
    planned: tuple[date, ...] = ()
    unconfirmed: tuple[date, ...] = ()
    reason: WindowReason | None = None
    reason_date: date | None = None
    note: str = ""
    deadline: date | None = None
    days_left: int = 0
    days_late: int = 0
    is_closed: bool = False
    rule: int = 0

    @property
    def is_required(self) -> bool:
        return self.required > 0


class WorkingCalendar(Protocol):
    """The working days common to the parties; `holidays.HolidayCalendar` is one."""

    def is_working_day(self, day: date) -> bool: ...

    def working_days(self, first: date, last: date) -> int:
        """How many there are from `first` to `last`, both included."""

    def last_working_day(self, first: date, last: date) -> date | None:
        """The last one from `first` to `last`, both included."""

    def joint(self, countries: Sequence[str]) -> "WorkingCalendar":
        """The days that are working days here and in these countries."""
