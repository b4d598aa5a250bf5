"""A thousand random groups against a slow judge that walks day by day, written from the design alone."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cabinet_app.domain.cadence import (
    CadenceKind,
    CadenceRule,
    CadenceUnit,
    Exemption,
    Gathering,
    GatheringStatus,
    WindowStatus,
)
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.periods import window_of

ONE = timedelta(days=1)
FIRST, LAST = date(2023, 11, 1), date(2025, 3, 31)
FREE = {date(2024, 1, 1), date(2024, 5, 1), date(2024, 12, 25), date(2025, 1, 1)}
S = WindowStatus
NOTHING_OWED = {S.NOT_REQUIRED, S.EXEMPT, S.WAIVED}


class PlainCalendar:
    """Monday to Friday without a few holidays, counted one by one."""

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5 and day not in FREE

    def working_days(self, first: date, last: date) -> int:
        return sum(self.is_working_day(first + ONE * n) for n in range((last - first).days + 1))

    def last_working_day(self, first: date, last: date) -> date | None:
        found = [
            first + ONE * n for n in range((last - first).days + 1) if self.is_working_day(first + ONE * n)
        ]
        return found[-1] if found else None

    def joint(self, countries):
        return self


CALENDAR = PlainCalendar()
some_day = st.dates(FIRST, LAST)
gatherings = st.lists(
    st.builds(
        Gathering,
        some_day,
        st.sampled_from([GatheringStatus.HELD] * 4 + [GatheringStatus.PLANNED] * 2 + list(GatheringStatus)),
    ),
    max_size=25,
)
exemptions = st.lists(
    st.builds(
        lambda start, length, reason: Exemption(start=start, end=start + length * ONE, reason=reason),
        some_day,
        st.integers(0, 60),
        st.sampled_from(["", "volitve"]),
    ),
    max_size=3,
)
per_period = st.builds(
    CadenceRule,
    unit=st.sampled_from(list(CadenceUnit)),
    minimum=st.integers(1, 4),
    grace_days=st.sampled_from([0, 0, 3, 7]),
    valid_from=some_day,
    valid_to=st.one_of(st.none(), some_day),
    recess_months=st.lists(st.integers(1, 12), max_size=2),
    exemptions=exemptions,
    counts_unquorate=st.booleans(),
    pro_rata=st.booleans(),
)
max_gap = st.builds(
    CadenceRule,
    kind=st.just(CadenceKind.MAX_GAP),
    gap_days=st.integers(1, 70),
    tolerance_days=st.integers(0, 5),
    valid_from=some_day,
    recess_months=st.lists(st.integers(1, 12), max_size=2),
    exemptions=exemptions,
)


def span(first: date, last: date) -> list[date]:
    return [first + ONE * n for n in range((last - first).days + 1)]


def rests(rule: CadenceRule, day: date) -> bool:
    excused = any(item.start <= day <= item.end for item in rule.exemptions if item.start and item.end)
    return day.month in rule.recess_months or excused


def counting(rule: CadenceRule, known: list[Gathering], today: date) -> list[date]:
    wanted = {GatheringStatus.HELD} | ({GatheringStatus.NOT_QUORATE} if rule.counts_unquorate else set())
    return sorted(item.start for item in known if item.status in wanted)


def owed(rule: CadenceRule, days: list[date]) -> int:
    """How many meetings the window that consists of these days demands."""
    full = [day for day in days if CALENDAR.is_working_day(day)]
    valid_from, valid_to = rule.valid_from or date.min, rule.valid_to or date.max
    active = [day for day in full if valid_from <= day <= valid_to and not rests(rule, day)]
    if not active or len(active) < min(rule.min_active_workdays, len(full)):
        return 0
    if rule.pro_rata:
        return next(n for n in range(1, rule.minimum + 1) if n * len(full) >= rule.minimum * len(active))
    return rule.minimum


def slow_status(  # noqa: PLR0911 - the list of the design, line by line
    rule: CadenceRule, known: list[Gathering], today: date, start: date
) -> set[WindowStatus]:
    """The statuses that the design allows for the window that begins on `start`."""
    window = window_of(rule.unit, start)
    before, after = window.previous(), window.next()
    held = [day for day in counting(rule, known, today) if day <= today]
    need = {each.start: owed(rule, span(each.start, each.end)) for each in (before, window, after)}
    own = {each.start: [day for day in held if each.contains(day)] for each in (before, window, after)}
    required, count = need[window.start], len(own[window.start])
    if required == 0:
        return NOTHING_OWED
    if count >= required:
        return {S.MET}
    spare = len(own[after.start]) - need[after.start]
    near = [day for day in own[after.start] if (day - window.end).days <= rule.grace_days]
    if rule.grace_days and min(spare, len(near)) >= required - count:
        return {S.MET_LATE}
    waiting = [
        item.start for item in known if item.status is GatheringStatus.PLANNED and window.contains(item.start)
    ]
    unconfirmed = sum(day < today for day in waiting)
    later = [day for day in counting(rule, known, today) if day > today and window.contains(day)]
    planned = sum(day >= today for day in waiting) + len(later)
    if today > window.end:
        if count + unconfirmed >= required:
            return {S.UNCONFIRMED}
        return {S.AT_RISK} if (today - window.end).days <= rule.grace_days else {S.BREACHED}
    if count + planned >= required:
        return {S.SECURED}
    if count + planned + unconfirmed >= required:
        return {S.UNCONFIRMED}
    return {S.AT_RISK, S.PLANNED if planned else S.OPEN}


@settings(max_examples=700, deadline=None)
@given(per_period, gatherings, some_day)
def test_the_fast_judge_agrees_with_the_slow_one(rule, known, today):
    items = judge([rule], known, today, FIRST, LAST, CALENDAR)
    valid = [day for day in span(FIRST, LAST) if rule.valid_from <= day <= (rule.valid_to or date.max)]
    assert [item.window for item in items] == sorted(
        {window_of(rule.unit, day) for day in valid}, key=lambda window: window.start
    )
    for item in items:
        assert item.status in slow_status(rule, known, today, item.window.start), item
        if item.status is S.AT_RISK and today <= item.window.end:
            assert item.days_left <= 5
            assert item.window.start <= today


@settings(max_examples=200, deadline=None)
@given(per_period, gatherings, some_day)
def test_a_meeting_counts_only_once(rule, known, today):
    items = judge([rule], known, today, FIRST, LAST, CALENDAR)
    used = [day for item in items for day in (*item.held, *item.late)]
    available = [day for day in counting(rule, known, today) if day <= today]
    assert all(used.count(day) <= available.count(day) for day in used)


@settings(max_examples=300, deadline=None)
@given(max_gap, gatherings, some_day)
def test_gaps_agree_with_counting_day_by_day(rule, known, today):
    items = judge([rule], known, today, FIRST, date(2030, 1, 1), CALENDAR)
    held = sorted({day for day in counting(rule, known, today) if rule.valid_from <= day <= today})
    base, broken = rule.valid_from, []
    for day in held:
        if day > base:
            running = sum(not rests(rule, between) for between in span(base + ONE, day))
            broken.append(running > rule.gap_days + rule.tolerance_days)
            base = day
    closed = [item for item in items if item.held]
    assert [item.status is S.BREACHED for item in closed] == broken
    running = sum(not rests(rule, day) for day in span(base + ONE, today)) if today > base else 0
    last = items[-1]
    if last.status is S.BREACHED:
        assert running > rule.gap_days + rule.tolerance_days
        assert last.days_late == running - rule.gap_days
    elif last.status is not S.UNCONFIRMED:
        assert running <= rule.gap_days + rule.tolerance_days or rests(rule, today)


@settings(max_examples=100, deadline=None)
@given(per_period, gatherings, some_day, some_day, some_day)
def test_the_judgement_of_a_window_does_not_depend_on_the_span_that_is_asked(rule, known, today, first, last):
    whole = {item.window: item for item in judge([rule], known, today, FIRST, LAST, CALENDAR)}
    for item in judge([rule], known, today, first, last, CALENDAR):
        assert whole[item.window] == item
