"""Commands about days: occurrences, cadence."""

import argparse
from dataclasses import asdict
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from cabinet_app.cli.console import Exit, UsageProblem
from cabinet_app.cli.session import Session
from cabinet_app.i18n import dates

if TYPE_CHECKING:
    from cabinet_app.domain.cadence import JudgedWindow
    from cabinet_app.services.groups import GroupBoard


def occurrences(session: Session, options: argparse.Namespace) -> int:
    """`occurrences --from D --to D`: meetings and visits that touch these days, by their start."""
    from cabinet_app.services.occurrences import occurrences as occurrences_of

    if options.last < options.first:
        raise UsageProblem(session.t.gettext("The last day is before the first one."))
    with session.cabinet() as cabinet:
        found = occurrences_of(cabinet, options.first, options.last, session.language)
    if options.json:
        session.console.data([_plain(asdict(one)) for one in found])
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
        boards = cabinet.groups.boards(options.on or session.today)
    if options.json:
        session.console.data([_board(board, session) for board in boards])
        return Exit.DONE
    for board in boards:
        told = _board(board, session)
        session.console.say(f"{told['name']}: {told['rule_words']}")
        session.console.table([("", window["label"], window["status_words"]) for window in told["windows"]])
        if told["last_possible"]:
            last = session.t.gettext("  last possible day: {date}")
            day = date.fromisoformat(told["last_possible"])
            session.console.say(last.format(date=dates.numeric(day, session.language)))
    if not boards:
        session.console.say(session.t.gettext("There are no groups."))
    return Exit.DONE


def _board(board: "GroupBoard", session: Session) -> dict[str, Any]:
    from cabinet_app.i18n.cadence_words import rule_sentence

    owed, rule = board.owed, board.rule
    return {
        "id": board.group.id,
        "name": board.group.names.shown(session.language),
        "owner": board.owner.shown(session.language),
        "official": board.is_official,
        "rule": _plain(asdict(rule)) if rule else None,
        "rule_words": rule_sentence(rule, session.t) if rule else session.t.gettext("No rule is set."),
        "overdue": board.is_overdue,
        "last_held": _plain(board.summary.last_held),
        "next_planned": _plain(board.summary.next_planned),
        "last_possible": _plain(owed.deadline) if owed else None,
        "windows": [_window(window, session) for window in board.windows],
        "proposals": [
            {"date": one.day.isoformat(), "time": _plain(one.at), "score": one.score}
            for one in board.forecast.proposals
        ],
    }


def _window(judged: "JudgedWindow", session: Session) -> dict[str, Any]:
    from cabinet_app.i18n.cadence_words import reason_words, status_word, window_label

    return {
        "start": judged.window.start.isoformat(),
        "end": judged.window.end.isoformat(),
        "label": window_label(judged.window, session.t),
        "status": judged.status.value,
        "status_words": status_word(judged.status, session.t),
        "reason": judged.reason.value if judged.reason else None,
        "reason_words": reason_words(judged, session.t),
        "required": judged.required,
        "held": [day.isoformat() for day in judged.held],
        "planned": [day.isoformat() for day in judged.planned],
        "deadline": _plain(judged.deadline),
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
