"""CPU time of judging 500 groups over ten years, against a bare loop over as many windows; prints."""

import time
from datetime import date, timedelta

from cabinet_app.domain.cadence import CadenceRule, Gathering, GatheringStatus
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.holidays import HolidayCalendar
from cabinet_app.domain.periods import CadenceUnit, windows_between

GROUPS = 500
FIRST, LAST, TODAY = date(2017, 1, 1), date(2026, 12, 31), date(2026, 10, 12)


def group(number: int) -> tuple[list[CadenceRule], list[Gathering]]:
    """A group that meets about monthly and pauses in August."""
    rule = CadenceRule(valid_from=FIRST + timedelta(days=number % 300), recess_months=[8], countries=["AT-2"])
    days = (FIRST + timedelta(days=number % 29 + 31 * step) for step in range(118))
    return [rule], [
        Gathering(day, GatheringStatus.HELD if day < TODAY else GatheringStatus.PLANNED) for day in days
    ]


def main() -> None:
    """Measure three times and print the best."""
    groups = [group(number) for number in range(GROUPS)]
    calendar = HolidayCalendar(["SI"])
    started = time.process_time()
    judge(*groups[0], TODAY, FIRST, LAST, calendar)
    print(f"first group, holidays of ten years worked out: {time.process_time() - started:.3f} s")
    best = windows = 0.0
    for _ in range(3):
        started = time.process_time()
        windows = sum(len(judge(*each, TODAY, FIRST, LAST, calendar)) for each in groups)
        taken = time.process_time() - started
        best = min(best or taken, taken)
    started = time.process_time()
    anchor = sum(window.days for _ in groups for window in windows_between(CadenceUnit.MONTH, FIRST, LAST))
    bare = time.process_time() - started
    print(
        f"{GROUPS} groups, {windows} windows: {best:.3f} s CPU,"
        f" {best / bare:.1f} x a bare loop ({anchor} days)"
    )


if __name__ == "__main__":
    main()
