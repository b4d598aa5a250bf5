"""The last possible date of a promise and up to five dates for the next meeting, with the reasons as data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from cabinet_app.domain.cadence import (
    CadenceKind,
    CadenceRule,
    Gathering,
    JudgedWindow,
    Window,
    WindowReason,
    WindowStatus,
)
from cabinet_app.domain.cadence_habits import Habit, habit_of
from cabinet_app.domain.cadence_pauses import ONE_DAY, pauses_between
from cabinet_app.domain.holidays import Holiday, HolidayCalendar, HolidayKind

PROPOSALS = 5
_OVERDUE_SEARCH_DAYS = 28
_UNSETTLED = frozenset({WindowStatus.OPEN, WindowStatus.PLANNED, WindowStatus.AT_RISK})


class BusyKind(StrEnum):
    """What stands on a day; the first four forbid a meeting, the others only speak against it."""

    PERSON = "person"
    ROOM = "room"
    BLOCKED = "blocked"
    PRIVATE = "private"
    OTHER_GROUP = "other_group"
    SCHOOL_HOLIDAYS = "school_holidays"

    @property
    def forbids(self) -> bool:
        return self not in {BusyKind.OTHER_GROUP, BusyKind.SCHOOL_HOLIDAYS}


@dataclass(frozen=True, slots=True)
class Busy:
    """Something on a day; `what` is the stored name of the person, room, group or occasion."""

    kind: BusyKind
    what: str = ""


class Obstacle(StrEnum):
    """Why a day is not possible."""

    NOTICE = "notice"
    SAME_DAY = "same_day"
    HOLIDAY = "holiday"
    PAUSE = "pause"
    PERSON = "person"
    ROOM = "room"
    BLOCKED = "blocked"
    PRIVATE = "private"
    WEEKEND = "weekend"


class Remark(StrEnum):
    """What speaks for or against a possible day."""

    USUAL_DAY = "usual_day"
    USUAL_WEEKDAY = "usual_weekday"
    BRIDGE_DAY = "bridge_day"
    NEXT_TO_HOLIDAY = "next_to_holiday"
    BANK_DAY = "bank_day"
    OTHER_GROUP = "other_group"
    SCHOOL_HOLIDAYS = "school_holidays"


# How many days of distance from the usual day a remark weighs.
_WEIGHTS = {
    Remark.BRIDGE_DAY: 6,
    Remark.NEXT_TO_HOLIDAY: 2,
    Remark.BANK_DAY: 4,
    Remark.OTHER_GROUP: 2,
    Remark.SCHOOL_HOLIDAYS: 4,
}


@dataclass(frozen=True, slots=True)
class DayReason:
    """An obstacle or a remark with its facts: the holiday, or the stored name of who or what is busy."""

    code: Obstacle | Remark
    what: str = ""
    holiday: Holiday | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible day, the usual hour, and what speaks for and against it; a lower score is better."""

    day: date
    at: time | None
    score: int
    reasons: tuple[DayReason, ...] = ()


@dataclass(frozen=True, slots=True)
class FallenDay:
    """A usual day that is not possible."""

    day: date
    reasons: tuple[DayReason, ...]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A rule that forbids days, how many of the days looked at, and one of its reasons."""

    obstacle: Obstacle
    days: int
    example: DayReason


@dataclass(frozen=True, slots=True)
class Forecast:
    """The window that still lacks a meeting and what can be done about it; `window` is None if none does.

    `first` and `deadline` bound the days that were looked at. `blockers` are filled only if nothing is
    possible, the one that forbids most days first.
    """

    window: Window | None = None
    first: date | None = None
    deadline: date | None = None
    habit: Habit | None = None
    proposals: tuple[Proposal, ...] = ()
    fallen: tuple[FallenDay, ...] = ()
    blockers: tuple[Blocker, ...] = ()


def last_possible_date(judged: Iterable[JudgedWindow]) -> date | None:
    """The deadline of the first window that still lacks a meeting, None if nothing is owed."""
    item = _open_window(judged)
    return item.deadline if item else None


def proposals(
    rule: CadenceRule,
    judged: Sequence[JudgedWindow],
    gatherings: Iterable[Gathering],
    calendar: HolidayCalendar,
    today: date,
    busy: Mapping[date, Sequence[Busy]] | None = None,
) -> Forecast:
    """Dates for the first window that lacks a meeting: hard rules sort out, soft ones order; deterministic.

    `busy` tells what stands on a day for the mandatory people and the room. The countries of the rule are
    joined to the calendar of the house.
    """
    item = _open_window(judged)
    if item is None:
        return Forecast()
    first, last = _search_span(rule, item, today)
    habit = habit_of(rule, gatherings, today)
    desk = _Desk(rule, item, calendar.joint(rule.countries), today, busy or {}, (first, last))
    possible: list[Proposal] = []
    fallen: list[FallenDay] = []
    blocked: dict[Obstacle, list[DayReason]] = {}
    usual = set(habit.days(first, last)) if habit else set()
    for day in (first + timedelta(days=number) for number in range((last - first).days + 1)):
        obstacles = desk.obstacles(day)
        if not obstacles:
            possible.append(desk.proposal(day, habit))
        elif day in usual:
            fallen.append(FallenDay(day, obstacles))
        for code in {reason.code: reason for reason in obstacles}.values():
            blocked.setdefault(Obstacle(code.code), []).append(code)
    possible.sort(key=lambda proposal: (proposal.score, proposal.day))
    return Forecast(
        item.window,
        first,
        last,
        habit,
        tuple(possible[:PROPOSALS]),
        tuple(fallen),
        () if possible else _blockers(blocked),
    )


def _blockers(blocked: Mapping[Obstacle, list[DayReason]]) -> tuple[Blocker, ...]:
    """By the number of days; weekends last, nobody can do anything about them."""
    order = list(Obstacle)
    found = [Blocker(obstacle, len(reasons), reasons[0]) for obstacle, reasons in blocked.items()]
    return tuple(
        sorted(
            found,
            key=lambda item: (item.obstacle is Obstacle.WEEKEND, -item.days, order.index(item.obstacle)),
        )
    )


def _open_window(judged: Iterable[JudgedWindow]) -> JudgedWindow | None:
    for item in sorted(judged, key=lambda item: item.window.start):
        if item.status in _UNSETTLED and not item.is_closed:
            return item
        if item.window.unit is None and item.status is WindowStatus.BREACHED and not item.held:
            return item
    return None


def _search_span(rule: CadenceRule, item: JudgedWindow, today: date) -> tuple[date, date]:
    """The days to look at: from today or the start of the window to the deadline, or behind a past one."""
    gap = rule.kind is CadenceKind.MAX_GAP
    first = max(today, item.window.start + (ONE_DAY if gap else timedelta()))
    last = item.deadline or item.window.end
    if item.reason is WindowReason.GRACE_RUNNING:
        last = item.window.end + timedelta(days=rule.tolerance_days if gap else rule.grace_days)
    if last < first:
        last = item.window.end
    if item.status is WindowStatus.BREACHED:
        last = first + timedelta(days=max(0, rule.notice_days) + _OVERDUE_SEARCH_DAYS)
    return first, last


@dataclass(frozen=True, slots=True)
class _Desk:
    rule: CadenceRule
    item: JudgedWindow
    calendar: HolidayCalendar
    today: date
    busy: Mapping[date, Sequence[Busy]]
    span: tuple[date, date]

    def obstacles(self, day: date) -> tuple[DayReason, ...]:
        """Everything that forbids the day."""
        found = [
            DayReason(Obstacle(busy.kind), busy.what) for busy in self.busy.get(day, ()) if busy.kind.forbids
        ]
        if day < self.today + timedelta(days=self.rule.notice_days):
            found.append(DayReason(Obstacle.NOTICE))
        if day in self.item.planned or day in self.item.held:
            found.append(DayReason(Obstacle.SAME_DAY))
        if not self.calendar.is_working_day(day):
            public = [holiday for holiday in self.calendar.on(day) if holiday.kind is HolidayKind.PUBLIC]
            found += [DayReason(Obstacle.HOLIDAY, holiday=holiday) for holiday in public]
            if not public:
                found.append(DayReason(Obstacle.WEEKEND))
        found += [
            DayReason(Obstacle.PAUSE, pause.note)
            for pause in pauses_between(self.rule, *self.span)
            if pause.start <= day <= pause.end
        ]
        order = list(Obstacle)
        return tuple(sorted(found, key=lambda reason: order.index(Obstacle(reason.code))))

    def proposal(self, day: date, habit: Habit | None) -> Proposal:
        """A possible day with its score: days from the usual one, and the weights of the remarks."""
        reasons = self._remarks(day)
        score = sum(_WEIGHTS[Remark(reason.code)] for reason in reasons)
        if self.item.status is WindowStatus.BREACHED:
            # Every further day is a day later still; the usual day is worth little then.
            score += 2 * (day - self.span[0]).days
        if habit:
            distance = habit.distance(day, self.item.window.start, self.item.window.end)
            score += distance
            if distance == 0:
                reasons.insert(0, DayReason(Remark.USUAL_DAY))
            elif day.weekday() == habit.weekday:
                reasons.insert(0, DayReason(Remark.USUAL_WEEKDAY))
        return Proposal(day, habit.at if habit else self.rule.preferred_time, score, tuple(reasons))

    def _remarks(self, day: date) -> list[DayReason]:
        before, after = day - ONE_DAY, day + ONE_DAY
        found: list[DayReason] = []
        if not (self.calendar.is_working_day(before) or self.calendar.is_working_day(after)):
            found.append(DayReason(Remark.BRIDGE_DAY))
        else:
            found += [
                DayReason(Remark.NEXT_TO_HOLIDAY, holiday=holiday)
                for neighbour in (before, after)
                for holiday in self.calendar.on(neighbour)
                if holiday.kind is HolidayKind.PUBLIC
            ][:1]
        found += [
            DayReason(Remark.BANK_DAY, holiday=holiday)
            for holiday in self.calendar.on(day)
            if holiday.kind is HolidayKind.BANK
        ]
        found += [
            DayReason(Remark(busy.kind), busy.what)
            for busy in self.busy.get(day, ())
            if not busy.kind.forbids
        ]
        return found
