"""The judgement of a promise: every window with its status, over several rules that follow one another."""

from collections.abc import Iterable, Sequence
from datetime import date

from cabinet_app.domain.cadence import CadenceKind, CadenceRule, Gathering, JudgedWindow, WorkingCalendar
from cabinet_app.domain.cadence_days import MeetingDays
from cabinet_app.domain.cadence_gaps import judge_gaps
from cabinet_app.domain.cadence_windows import judge_periods
from cabinet_app.domain.periods import Window


def judge(
    rules: Sequence[CadenceRule],
    gatherings: Iterable[Gathering],
    today: date,
    first: date,
    last: date,
    calendar: WorkingCalendar,
) -> list[JudgedWindow]:
    """Every window that shares a day with `first`..`last` and with the validity of a rule, in order.

    A meeting counts for the window that contains its local start day, once; surplus never carries over.
    `today` splits past from future: what is marked as held after it counts as planned, so that an earlier day
    can be judged again. `calendar` holds the working days of the house; the countries of a rule are joined to
    it. A rule without `valid_from` is judged from the window of the first known meeting. The gatherings must
    not be cut off at `first`: the neighbouring windows and the gaps depend on those before and after.
    """
    known = list(gatherings)
    judged: list[JudgedWindow] = []
    for index, rule in enumerate(rules):
        days = MeetingDays.of(known, today, counts_unquorate=rule.counts_unquorate)
        joint = calendar.joint(rule.countries) if rule.countries else calendar
        if rule.kind is CadenceKind.PER_PERIOD:
            judged += judge_periods(rule, index, days, today, (first, last), joint)
        elif rule.kind is CadenceKind.MAX_GAP:
            judged += judge_gaps(rule, index, days, today, (first, last), joint)
    return judged if len(rules) == 1 else _one_rule_per_window(judged, rules)


def _one_rule_per_window(judged: list[JudgedWindow], rules: Sequence[CadenceRule]) -> list[JudgedWindow]:
    """Leave a window in which the rule changes to the rule valid on more of its days, else the later one."""
    best: dict[tuple[object, ...], JudgedWindow] = {}
    for item in judged:
        window = item.window
        key = (window.unit, window.start) if window.unit else (None, item.rule, window.start)
        other = best.get(key)
        if other is None or _claim(rules[item.rule], item) > _claim(rules[other.rule], other):
            best[key] = item
    return sorted(best.values(), key=lambda item: (item.window.start, item.window.end, item.rule))


def _claim(rule: CadenceRule, item: JudgedWindow) -> tuple[int, date, int]:
    return valid_days(rule, item.window), rule.valid_from or date.min, item.rule


def valid_days(rule: CadenceRule, window: Window) -> int:
    """On how many days of the window the rule is valid."""
    start = max(window.start, rule.valid_from or window.start)
    end = min(window.end, rule.valid_to or window.end)
    return max(0, (end - start).days + 1)
