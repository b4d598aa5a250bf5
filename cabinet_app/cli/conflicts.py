"""The command that says what collides."""

import argparse
from typing import Any

from cabinet_app.cli.console import Exit, UsageProblem
from cabinet_app.cli.session import Session


def conflicts(session: Session, options: argparse.Namespace) -> int:
    """`conflicts --from D --to D`: what collides on these days; the exit code says whether anything does.

    Clashes that somebody has accepted with a reason are told and do not count.
    """
    from cabinet_app.i18n.conflict_words import dated_clash_words

    if options.last < options.first:
        raise UsageProblem(session.t.gettext("The last day is before the first one."))
    with session.cabinet() as cabinet:
        found = cabinet.conflicts.between(options.first, options.last)
    if options.json:
        session.console.data([_plain(clash, session) for clash in found])
    else:
        for clash in found:
            session.console.say(dated_clash_words(clash, session.t))
        if not found:
            session.console.say(session.t.gettext("Nothing collides on these days."))
    return Exit.FINDINGS if any(not clash.note for clash in found) else Exit.DONE


def _plain(clash: Any, session: Session) -> dict[str, Any]:  # noqa: ANN401 the service is not imported for its type
    from cabinet_app.i18n.conflict_words import dated_clash_words

    return {
        "first": _side(clash.first, session),
        "second": _side(clash.second, session),
        "wanted": [
            {"kind": one.kind.value, "name": one.name.shown(session.language)} for one in clash.wanted
        ],
        "accepted": clash.note,
        "words": dated_clash_words(clash, session.t),
    }


def _side(side: Any, session: Session) -> dict[str, Any]:  # noqa: ANN401 as above
    return {
        "type": side.record_type,
        "id": side.record_id,
        "title": side.title.shown(session.language),
        "item": side.item.shown(session.language),
        "start": side.start.isoformat(),
        "end": side.end.isoformat(),
    }
