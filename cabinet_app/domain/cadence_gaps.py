"""A promise of a longest gap: the days between two meetings that followed one another."""

from dataclasses import dataclass
from datetime import date

from cabinet_app.domain.cadence import CadenceRule, JudgedWindow, WindowReason, WindowStatus, WorkingCalendar
from cabinet_app.domain.cadence_days import AT_RISK_WORKDAYS, MeetingDays, between
from cabinet_app.domain.cadence_pauses import (
    ONE_DAY,
    Span,
    active_spans,
    due_day,
    last_workday_in,
    merged,
    paused_days,
    pauses_between,
    workdays_in,
)
from cabinet_app.domain.periods import Window

_MAX_GAP_DAYS = 3660


def judge_gaps(
    rule: CadenceRule,
    index: int,
    days: MeetingDays,
    today: date,
    between_days: Span,
    calendar: WorkingCalendar,
) -> list[JudgedWindow]:
    """The closed gaps and the running one: windows from one meeting to the next or to the day it is due."""
    start = rule.valid_from or (days.held[0] if days.held else None)
    if start is None or not rule.gap_days or not 1 <= rule.gap_days <= _MAX_GAP_DAYS:
        return []
    first, last = between_days
    horizon = date(min(max(last, today, start).year + 11, date.max.year), 12, 31)
    judge = _GapJudge(rule, index, merged(pauses_between(rule, start, horizon)), days, today, calendar)
    judged: list[JudgedWindow] = []
    base = start
    for day in sorted(set(between(days.held, start, rule.valid_to or date.max))):
        if day > base:
            judged.append(judge.closed(base, day))
            base = day
    judged.append(judge.running(base))
    return [item for item in judged if item.window.start <= last and item.window.end >= first]


@dataclass(frozen=True, slots=True)
class _GapJudge:
    rule: CadenceRule
    index: int
    paused: list[Span]
    days: MeetingDays
    today: date
    calendar: WorkingCalendar

    def _due(self, base: date) -> date:
        return due_day(base, self.rule.gap_days or 0, self.paused)

    def _limit(self, base: date) -> date:
        return due_day(base, (self.rule.gap_days or 0) + max(0, self.rule.tolerance_days), self.paused)

    def _late(self, base: date, day: date) -> int:
        """By how many running days the day lies behind the due day of the gap."""
        running = (day - base).days - paused_days(base, day, self.paused)
        return max(0, running - (self.rule.gap_days or 0))

    def closed(self, base: date, day: date) -> JudgedWindow:
        broken = day > self._limit(base)
        reason, reason_date = (
            self.days.why_none(base + ONE_DAY, self._limit(base)) if broken else (None, None)
        )
        return JudgedWindow(
            Window(None, base, day),
            WindowStatus.BREACHED if broken else WindowStatus.MET,
            1,
            held=(day,),
            reason=(reason or WindowReason.GAP_TOO_LONG) if broken else None,
            reason_date=reason_date,
            deadline=self._deadline(base),
            days_late=self._late(base, day) if broken else 0,
            is_closed=True,
            rule=self.index,
        )

    def _deadline(self, base: date) -> date:
        """The due day, moved back to a working day: forward would break the promise."""
        due = self._due(base)
        return last_workday_in(active_spans(base + ONE_DAY, due, self.paused), self.calendar) or due

    def running(self, base: date) -> JudgedWindow:
        due, limit = self._due(base), self._limit(base)
        planned = between(self.days.planned, base + ONE_DAY, limit)
        unconfirmed = between(self.days.unconfirmed, base + ONE_DAY, limit)
        from_today = max(self.today, base + ONE_DAY)
        left = (
            workdays_in(active_spans(from_today, due, self.paused), self.calendar) if from_today <= due else 0
        )
        status, reason, reason_date = self._running_status(base, left)
        overdue = status is WindowStatus.BREACHED
        return JudgedWindow(
            Window(None, base, max(due, self.today) if overdue else due),
            status,
            0 if status is WindowStatus.NOT_REQUIRED else 1,
            planned=planned,
            unconfirmed=unconfirmed,
            reason=reason,
            reason_date=reason_date,
            deadline=self._deadline(base),
            days_left=left,
            days_late=self._late(base, self.today) if overdue else 0,
            is_closed=overdue or (status is WindowStatus.NOT_REQUIRED and self.today > limit),
            rule=self.index,
        )

    def _running_status(self, base: date, left: int) -> tuple[WindowStatus, WindowReason | None, date | None]:
        limit = self._limit(base)
        if self.rule.valid_to and limit > self.rule.valid_to:
            return WindowStatus.NOT_REQUIRED, WindowReason.RULE_ENDED, None
        if between(self.days.planned, base + ONE_DAY, limit):
            return WindowStatus.SECURED, None, None
        if self._hangs_on_unconfirmed(base):
            return WindowStatus.UNCONFIRMED, None, None
        if self.today > limit:
            reason, reason_date = self.days.why_none(base + ONE_DAY, limit)
            return WindowStatus.BREACHED, reason or WindowReason.GAP_TOO_LONG, reason_date
        return self._waiting_status(base, left)

    def _waiting_status(self, base: date, left: int) -> tuple[WindowStatus, WindowReason | None, date | None]:
        due = self._due(base)
        if self.today > due:
            return WindowStatus.AT_RISK, WindowReason.GRACE_RUNNING, None
        whole = workdays_in(active_spans(base + ONE_DAY, due, self.paused), self.calendar)
        if self.today >= base and left <= min(AT_RISK_WORKDAYS, whole // 2):
            return WindowStatus.AT_RISK, None, None
        # A meeting planned behind the limit does not secure the gap, but it is something.
        return (WindowStatus.PLANNED if self.days.planned else WindowStatus.OPEN), None, None

    def _hangs_on_unconfirmed(self, base: date) -> bool:
        reached = base
        for day in self.days.unconfirmed:
            if reached < day <= self._limit(reached):
                reached = day
        return reached > base and self.today <= self._limit(reached)
