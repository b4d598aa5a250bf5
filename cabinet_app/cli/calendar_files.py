"""Calendar files on the command line: what was taken in and why not, entry by entry."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cabinet_app.cli.exchange import TakenIn
from cabinet_app.cli.session import Session
from cabinet_app.i18n import dates
from cabinet_app.i18n.ics_words import problem_sentence, told

if TYPE_CHECKING:
    from cabinet_app.domain.incoming import Problem
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.calendar_import import ImportPlan
    from cabinet_app.services.calendar_matching import Lookalike


def import_calendar(session: Session, cabinet: "Cabinet", path: Path, options: argparse.Namespace) -> TakenIn:
    """`import FILE.ics [--group ID] [--zone NAME]`: one step; with `--dry-run` only the plan is made."""
    from cabinet_app.exchange.ics_import import CalendarFile, plan_file, take_in
    from cabinet_app.services.calendar_import import Fate, ImportChoices

    if options.group:
        cabinet.organizations.get(options.group)
    file = CalendarFile(path, session.today, session.settings.zones, choices=ImportChoices(options.group))
    plan = plan_file(cabinet, file)
    if not options.dry_run:
        take_in(cabinet, plan)
    return TakenIn(
        plan.count(Fate.CREATED),
        plan.count(Fate.CHANGED),
        plan.count(Fate.UNCHANGED) + plan.count(Fate.CONFLICT),
        plan.count(Fate.REFUSED),
        _more(plan, session),
        _told(plan, session),
    )


def export_calendar(session: Session, cabinet: "Cabinet", path: Path, options: argparse.Namespace) -> int:
    """`export FILE.ics [--from D] [--to D] [--group ID] [--audience A] [--each-day]`."""
    from cabinet_app.exchange.ics_export import CalendarChoices
    from cabinet_app.exchange.ics_export import export_calendar as write_calendar

    if options.group:
        cabinet.organizations.get(options.group)
    choices = CalendarChoices(
        first=options.first,
        last=options.last,
        body_ids=frozenset({options.group} if options.group else ()),
        is_internal=options.audience == "internal",
        is_each_day=options.each_day,
        language=session.language,
    )
    return write_calendar(cabinet, path, choices, session.now)


def _more(plan: "ImportPlan", session: Session) -> dict[str, Any]:
    from cabinet_app.services.calendar_import import Fate

    return {
        "conflicts": plan.count(Fate.CONFLICT),
        "meetings": sum(line.meetings for line in plan.lines),
        "calendar": plan.calendar.name,
        "problems": [_problem(one, session) for line in plan.lines for one in line.reasons]
        + [_problem(one, session) for one in plan.problems],
        "unknown_zones": plan.calendar.unknown_zones,
        "vanished": [_lookalike(one, session) for one in plan.vanished],
        "perhaps_known": [
            {"uid": line.uid, **_lookalike(line.lookalike, session)} for line in plan.lines if line.lookalike
        ],
    }


def _problem(problem: "Problem", session: Session) -> dict[str, Any]:
    return {
        "component": problem.component,
        "line": problem.line,
        "reason": problem.code,
        "refused": problem.weight.value == "refused",
        "title": problem.title,
        "sentence": problem_sentence(problem, session.t),
    }


def _lookalike(one: "Lookalike", session: Session) -> dict[str, Any]:
    return {
        "id": one.meeting_id,
        "title": one.title.shown(session.language),
        "start": one.starts_at.isoformat(),
    }


def _told(plan: "ImportPlan", session: Session) -> list[str]:
    t = session.t
    found = [told(problem, t) for line in plan.lines for problem in line.reasons]
    found += [told(problem, t) for problem in plan.problems]
    zone = t.gettext("The time zone “{name}” is not known; Europe/Ljubljana was taken for it.")
    found += [zone.format(name=name) for name in plan.calendar.unknown_zones]
    gone = t.gettext("“{title}” of {date} is no longer in this calendar; it stays in the register.")
    found += [
        gone.format(
            title=one.title.shown(session.language),
            date=dates.numeric(one.starts_at.date(), session.language),
        )
        for one in plan.vanished
    ]
    twin = t.gettext("“{title}” of {date} stands in the register already under another identity.")
    found += [
        twin.format(title=line.title, date=dates.numeric(line.lookalike.starts_at.date(), session.language))
        for line in plan.lines
        if line.lookalike
    ]
    return found
