"""A promise per calendar window: so many meetings in each week, month, quarter, half-year or year."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from cabinet_app.domain.cadence import CadenceRule, JudgedWindow, WindowReason, WindowStatus, WorkingCalendar
from cabinet_app.domain.cadence_days import AT_RISK_WORKDAYS, MeetingDays, between
from cabinet_app.domain.cadence_pauses import (
    Pause,
    Span,
    active_spans,
    last_workday_in,
    merged,
    pauses_between,
    workdays_in,
)
from cabinet_app.domain.periods import Window, window_of, windows_between

_MET = WindowStatus.MET
_NOTHING_OWED = {
    WindowReason.EXCUSED: WindowStatus.WAIVED,
    WindowReason.RECESS: WindowStatus.EXEMPT,
    WindowReason.PAUSE: WindowStatus.EXEMPT,
}


@dataclass(frozen=True, slots=True)
class _Duty:
    """What is owed in one window: the number, the days on which it can be met, or why nothing is owed."""

    required: int
    deadline: date | None
    active: tuple[Span, ...]
    reason: WindowReason | None = None
    note: str = ""


def judge_periods(
    rule: CadenceRule,
    index: int,
    days: MeetingDays,
    today: date,
    between_days: Span,
    calendar: WorkingCalendar,
) -> list[JudgedWindow]:
    """The windows that share a day with `between_days` and the validity of the rule."""
    valid_from = rule.valid_from or window_of(rule.unit, days.earliest or today).start
    valid_to = rule.valid_to or date.max
    first, last = max(between_days[0], valid_from), min(between_days[1], valid_to)
    if last < first or rule.minimum < 1:
        return []
    windows = windows_between(rule.unit, first, last)
    duties = _Duties(rule, (valid_from, valid_to), (windows[0], windows[-1]), calendar)
    judge = _PeriodJudge(rule, index, days, today, duties)
    return [judge.judged(window) for window in windows]


class _Duties:
    """What the rule demands of each window (semantics 2 and 3 of the calendar design).

    `special` are the first days of the windows that a pause or an end of the validity touches.
    """

    def __init__(
        self, rule: CadenceRule, validity: Span, ends: tuple[Window, Window], calendar: WorkingCalendar
    ) -> None:
        self._rule = rule
        self._valid_from, self._valid_to = validity
        self.calendar = calendar
        # Grace looks at the neighbours of the first and of the last window.
        first, last = (
            (ends[0].previous().start, ends[1].next().end)
            if rule.grace_days
            else (ends[0].start, ends[1].end)
        )
        self._pauses = pauses_between(rule, first, last)
        self._paused = merged(self._pauses)
        ends_of_validity = [(day, day) for day in validity if first <= day <= last]
        self.special = {
            window.start
            for start, end in (*self._paused, *ends_of_validity)
            for window in windows_between(rule.unit, start, end)
        }

    def of(self, window: Window) -> _Duty:
        whole = self._valid_from <= window.start and window.end <= self._valid_to
        if whole and window.start not in self.special:
            deadline = self.calendar.last_working_day(window.start, window.end)
            if deadline is not None:
                return _Duty(self._rule.minimum, deadline, ((window.start, window.end),))
        return self._partial(window)

    def _partial(self, window: Window) -> _Duty:
        start, end = max(window.start, self._valid_from), min(window.end, self._valid_to)
        full = self.calendar.working_days(window.start, window.end)
        valid = self.calendar.working_days(start, end)
        if full == 0:
            return _Duty(0, None, (), WindowReason.NO_WORKING_DAYS)
        enough = max(1, min(self._rule.min_active_workdays, full))
        if valid < enough:
            began = self._valid_from > window.start
            return _Duty(0, None, (), WindowReason.RULE_BEGAN if began else WindowReason.RULE_ENDED)
        active = active_spans(start, end, self._paused)
        workdays = workdays_in(active, self.calendar)
        if workdays < enough:
            pause = self._longest_pause(start, end)
            return _Duty(0, None, (), pause.reason, pause.note)
        required = self._rule.minimum
        if self._rule.pro_rata:
            required = -(-required * workdays // full)
        return _Duty(required, last_workday_in(active, self.calendar), tuple(active))

    def _longest_pause(self, start: date, end: date) -> Pause:
        """The pause that takes most of these days, an excuse before others."""
        within = [pause for pause in self._pauses if pause.start <= end and pause.end >= start]
        if len(within) == 1:
            return within[0]
        return max(
            within, key=lambda pause: (_overlap(pause, start, end), pause.reason is WindowReason.EXCUSED)
        )


def _overlap(pause: Pause, start: date, end: date) -> int:
    return (min(pause.end, end) - max(pause.start, start)).days


@dataclass(frozen=True, slots=True)
class _PeriodJudge:
    rule: CadenceRule
    index: int
    days: MeetingDays
    today: date
    duties: _Duties

    def judged(self, window: Window) -> JudgedWindow:
        held = between(self.days.held, window.start, window.end)
        # Nearly every window of the past is whole and met; the year boards of all groups live from this line.
        if (
            len(held) >= self.rule.minimum
            and not self.rule.grace_days
            and window.start not in self.duties.special
        ):
            deadline = self.duties.calendar.last_working_day(window.start, window.end)
            if deadline is not None:
                return self._met(window, self.rule.minimum, held, deadline)
        return self._judged_with_care(window, held)

    def _met(
        self, window: Window, required: int, held: tuple[date, ...], deadline: date | None
    ) -> JudgedWindow:
        over = self.today > window.end
        planned = () if over else between(self.days.planned, window.start, window.end)
        return JudgedWindow(
            window, _MET, required, held, (), planned, (), None, None, "", deadline, 0, 0, over, self.index
        )

    def _judged_with_care(self, window: Window, held: tuple[date, ...]) -> JudgedWindow:
        duty = self.duties.of(window)
        late: tuple[date, ...] = ()
        if self.rule.grace_days > 0:
            late = self._borrowed(window, duty.required - len(held))
            held = held[self._lent(window) :]
        over = self.today > window.end
        if duty.required and len(held) >= duty.required:
            return self._met(window, duty.required, held, duty.deadline)
        if not duty.required:
            return self._not_required(window, duty, held, over=over)
        if late:
            return self._met_late(window, duty, held, late)
        return self._past(window, duty, held) if over else self._running(window, duty, held)

    def _planned(self, window: Window) -> tuple[date, ...]:
        return () if window.end < self.today else between(self.days.planned, window.start, window.end)

    def _lent(self, window: Window) -> int:
        """How many of its first meetings the window gives to the one before (they count only once)."""
        before = window.previous()
        short = self.duties.of(before).required - len(between(self.days.held, before.start, before.end))
        return len(self._borrowed(before, short))

    def _borrowed(self, window: Window, short: int) -> tuple[date, ...]:
        """The meetings of the grace days, if they fill the window and leave the next one its own number."""
        if short <= 0:
            return ()
        following = window.next()
        own = between(self.days.held, following.start, following.end)
        grace_end = window.end + timedelta(days=self.rule.grace_days)
        spare = len(own) - self.duties.of(following).required
        return own[:short] if min(bisect_right(own, grace_end), spare) >= short else ()

    def _not_required(
        self, window: Window, duty: _Duty, held: tuple[date, ...], *, over: bool
    ) -> JudgedWindow:
        reason = duty.reason or WindowReason.NO_WORKING_DAYS
        return JudgedWindow(
            window,
            _NOTHING_OWED.get(reason, WindowStatus.NOT_REQUIRED),
            0,
            held=held,
            planned=self._planned(window),
            unconfirmed=between(self.days.unconfirmed, window.start, window.end),
            reason=reason,
            note=duty.note,
            is_closed=over,
            rule=self.index,
        )

    def _met_late(
        self, window: Window, duty: _Duty, held: tuple[date, ...], late: tuple[date, ...]
    ) -> JudgedWindow:
        return JudgedWindow(
            window,
            WindowStatus.MET_LATE,
            duty.required,
            held=held,
            late=late,
            deadline=duty.deadline,
            days_late=(late[-1] - window.end).days,
            is_closed=True,
            rule=self.index,
        )

    def _past(self, window: Window, duty: _Duty, held: tuple[date, ...]) -> JudgedWindow:
        unconfirmed = between(self.days.unconfirmed, window.start, window.end)
        status, days_late, closed = WindowStatus.BREACHED, 0, True
        reason, reason_date = self.days.why_none(window.start, window.end)
        reason = reason or (WindowReason.TOO_FEW_HELD if held else WindowReason.NONE_HELD)
        if len(held) + len(unconfirmed) >= duty.required:
            status, reason, reason_date = WindowStatus.UNCONFIRMED, None, None
        elif self.today <= window.end + timedelta(days=self.rule.grace_days):
            status, reason, closed = WindowStatus.AT_RISK, WindowReason.GRACE_RUNNING, False
        else:
            later = bisect_right(self.days.held, window.end)
            ended = self.days.held[later] if later < len(self.days.held) else self.today
            days_late = (ended - window.end).days
        return JudgedWindow(
            window,
            status,
            duty.required,
            held=held,
            unconfirmed=unconfirmed,
            reason=reason,
            reason_date=reason_date,
            deadline=duty.deadline,
            days_late=days_late,
            is_closed=closed,
            rule=self.index,
        )

    def _running(self, window: Window, duty: _Duty, held: tuple[date, ...]) -> JudgedWindow:
        planned = self._planned(window)
        unconfirmed = between(self.days.unconfirmed, window.start, window.end)
        left = workdays_in(
            [(max(first, self.today), last) for first, last in duty.active if last >= self.today],
            self.duties.calendar,
        )
        return JudgedWindow(
            window,
            self._running_status(window, duty, (len(held), len(planned), len(unconfirmed)), left),
            duty.required,
            held=held,
            planned=planned,
            unconfirmed=unconfirmed,
            deadline=duty.deadline,
            days_left=left,
            rule=self.index,
        )

    def _running_status(
        self, window: Window, duty: _Duty, counts: tuple[int, int, int], left: int
    ) -> WindowStatus:
        held, planned, unconfirmed = counts
        if held + planned >= duty.required:
            return WindowStatus.SECURED
        if held + planned + unconfirmed >= duty.required:
            return WindowStatus.UNCONFIRMED
        # Half of a short window is not yet "soon": a week has five working days at its beginning.
        soon = min(AT_RISK_WORKDAYS, workdays_in(duty.active, self.duties.calendar) // 2)
        if window.start <= self.today and left <= soon:
            return WindowStatus.AT_RISK
        return WindowStatus.PLANNED if planned else WindowStatus.OPEN
