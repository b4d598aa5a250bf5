"""One group judged: its windows, its figures, what it owes next and when that could be met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.cadence import CadenceKind, CadenceRule, Gathering, JudgedWindow, WindowStatus
from cabinet_app.domain.cadence_forecast import Forecast
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.cadence_summary import CadenceSummary, summary
from cabinet_app.domain.holidays import HolidayCalendar
from cabinet_app.domain.periods import window_of
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.services.gatherings import GroupMeeting

_LACKING = frozenset(
    {WindowStatus.OPEN, WindowStatus.PLANNED, WindowStatus.AT_RISK, WindowStatus.UNCONFIRMED}
)

Forecaster = Callable[["GroupBoard", Language], Forecast]


@dataclass(frozen=True, slots=True)
class GroupMaterial:
    """What is known of a group before it is judged. Shared by every judgement: look, do not change."""

    group: Organization
    owner: LocalizedText
    is_official: bool
    meetings: tuple[GroupMeeting, ...]
    gatherings: tuple[Gathering, ...]


@dataclass(frozen=True, slots=True)
class GroupBoard:
    """A group with its meetings and every window of the span that was judged as of `today`.

    `rule` is the one in force on that day, else the next or the last one; None if the group promised nothing.
    `owed` is the first window that still lacks a meeting, if need be the one after the present one.
    """

    material: GroupMaterial
    today: date
    rule: CadenceRule | None
    windows: tuple[JudgedWindow, ...]
    ahead: tuple[JudgedWindow, ...]
    summary: CadenceSummary
    owed: JudgedWindow | None
    _forecaster: Forecaster = field(repr=False, compare=False)

    @property
    def group(self) -> Organization:
        return self.material.group

    @property
    def owner(self) -> LocalizedText:
        return self.material.owner

    @property
    def is_official(self) -> bool:
        """Whether it is a group of the house and not one of a political party."""
        return self.material.is_official

    @property
    def gatherings(self) -> tuple[Gathering, ...]:
        return self.material.gatherings

    @property
    def forecast(self) -> Forecast:
        """Dates for the next meeting, with names in Slovenian; worked out when asked for."""
        return self.forecast_in(Language.SL)

    def forecast_in(self, language: Language) -> Forecast:
        """The same with the names of people, rooms and groups in this language."""
        return self._forecaster(self, language)

    @property
    def judged(self) -> tuple[JudgedWindow, ...]:
        """The windows of the span and those after it up to the next one that will be owed."""
        return (*self.windows, *self.ahead)

    @property
    def late(self) -> JudgedWindow | None:
        """The missed window that makes the group late today: the last closed one, or a gap grown too long."""
        for item in self.windows:
            if item.status is WindowStatus.BREACHED and not item.is_closed:
                return item
        closed = [item for item in self.windows if item.is_closed and item.is_required]
        return closed[-1] if closed and closed[-1].status is WindowStatus.BREACHED else None

    @property
    def is_overdue(self) -> bool:
        return self.late is not None


def judged_board(
    material: GroupMaterial,
    calendar: HolidayCalendar,
    today: date,
    span: tuple[date, date],
    forecaster: Forecaster,
) -> GroupBoard:
    """The group judged over the span, and onwards as far as the next window that it will owe."""
    rules = material.group.cadence_rules
    rule = rule_in_force(rules, today)
    first, last = span
    end = max(last, _next_end(rule, today))
    judged = judge(rules, material.gatherings, today, first, end, calendar)
    windows = tuple(item for item in judged if item.window.start <= last)
    return GroupBoard(
        material,
        today,
        rule,
        windows,
        tuple(item for item in judged if item.window.start > last),
        summary(windows, material.gatherings, today),
        _owed(judged),
        forecaster,
    )


def rule_in_force(rules: Sequence[CadenceRule], day: date) -> CadenceRule | None:
    """The rule that is valid on the day; else the next one to begin, else the last one that ended."""
    ordered = sorted(rules, key=_begin)
    valid = [
        rule for rule in ordered if _begin(rule) <= day and (rule.valid_to is None or rule.valid_to >= day)
    ]
    coming = [rule for rule in ordered if _begin(rule) > day]
    return valid[-1] if valid else coming[0] if coming else ordered[-1] if ordered else None


def _begin(rule: CadenceRule) -> date:
    return rule.valid_from or date.min


def _next_end(rule: CadenceRule | None, today: date) -> date:
    """The end of the window after the present one; a gap is known without looking ahead."""
    if rule is None or rule.kind is not CadenceKind.PER_PERIOD:
        return today
    return max(window_of(rule.unit, today).next().end, today + timedelta(days=1))


def _owed(judged: Sequence[JudgedWindow]) -> JudgedWindow | None:
    running = [item for item in judged if not item.is_closed]
    lacking = (item for item in running if item.status in _LACKING or item.status is WindowStatus.BREACHED)
    unsettled = (item for item in judged if item.status is WindowStatus.UNCONFIRMED)
    return next(lacking, None) or next(unsettled, None)
