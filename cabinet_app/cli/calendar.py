"""Commands about days: occurrences, cadence."""

import argparse
from dataclasses import asdict
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from cabinet_app.cli.console import Exit, UsageProblem
from cabinet_app.cli.session import Session
from cabinet_app.i18n import dates

if TYPE_CHECKING:
    from cabinet_app.services.occurrences import Occurrence


def occurrences(session: Session, options: argparse.Namespace) -> int:
    """`occurrences --from D --to D`: meetings and visits that touch these days, by their start."""
    from cabinet_app.services.occurrences import occurrences as occurrences_of

    if options.last < options.first:
        raise UsageProblem(session.t.gettext("The last day is before the first one."))
    with session.cabinet() as cabinet:
        found = occurrences_of(cabinet, options.first, options.last, session.language)
    if options.json:
        session.console.data([_plain(asdict(one) | _moments(one)) for one in found])
    elif found:
        session.console.table(
            [(_when(one.start, one.end, session), one.title, one.status, one.source) for one in found]
        )
    else:
        session.console.say(session.t.gettext("Nothing stands on these days."))
    return Exit.DONE


def cadence(session: Session, options: argparse.Namespace) -> int:
    """`cadence [--on D]`: every group with its rule, its windows and dates for the next meeting."""
    with session.cabinet() as cabinet:
        groups = cabinet.groups.overview(options.on or session.today, session.language)
    if options.json:
        session.console.data([group.document() for group in groups])
        return Exit.DONE
    for group in groups:
        rule = group.rule.text[session.language] if group.rule else session.t.gettext("No rule is set.")
        session.console.say(f"{group.name}: {rule}")
        session.console.table([("", window.label, window.words) for window in group.windows])
        if group.last_possible:
            last = session.t.gettext("  last possible day: {date}")
            day = dates.numeric(group.last_possible, session.language)
            session.console.say(last.format(date=day))
    if not groups:
        session.console.say(session.t.gettext("There are no groups."))
    return Exit.DONE


def _moments(one: "Occurrence") -> dict[str, str]:
    """Start and end with the distance of their clock from UTC; days stay days."""
    return {
        name: value.replace(tzinfo=ZoneInfo(one.zone)).isoformat()
        for name, value in (("start", one.start), ("end", one.end))
        if isinstance(value, datetime) and one.zone
    }


def _when(start: date | datetime, end: date | datetime, session: Session) -> str:
    language = session.language
    if isinstance(start, datetime) and isinstance(end, datetime):
        return f"{dates.numeric(start.date(), language)} {dates.time(start.time(), language)}"
    return dates.date_range(start, end, language)


def _plain(value: Any) -> Any:  # noqa: ANN401 the values of frozen rows
    """Days and hours in ISO 8601, all else as JSON takes it."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value
