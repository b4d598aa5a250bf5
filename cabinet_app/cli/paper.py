"""The command that prints: report."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cabinet_app.cli.console import Exit, UsageProblem
from cabinet_app.cli.session import Session
from cabinet_app.exchange.files import write_whole

if TYPE_CHECKING:
    from cabinet_app.reports.kind import ReportKind
    from cabinet_app.reports.options import ReportOptions


def report(session: Session, options: argparse.Namespace) -> int:
    """`report --list` or `report KIND`: a print as a PDF file."""
    from cabinet_app.reports.catalog import home_names, write_report
    from cabinet_app.reports.house import house_style

    if options.list:
        return _list(session, as_json=options.json)
    kind = _kind(options, session)
    with session.cabinet() as cabinet:
        house = house_style(session.settings.municipality, home_names(cabinet))
        printed = write_report(kind, _chosen(options, session), session.language, house, cabinet)
    path = Path(options.output or printed.name)
    write_whole(path, printed.data)
    findings = [finding.sentence(session.t) for finding in printed.findings]
    if options.json:
        session.console.data({"file": str(path), "findings": findings})
        return Exit.DONE
    session.console.say(session.t.gettext("The print was written: {file}").format(file=path))
    for finding in findings:
        session.console.say(finding)
    return Exit.DONE


def _list(session: Session, *, as_json: bool) -> int:
    from cabinet_app.reports.catalog import REPORTS

    if as_json:
        session.console.data(
            [
                {
                    "kind": kind.id,
                    "title": session.t.gettext(kind.title),
                    "options": sorted(option.value for option in kind.options),
                    "record_type": kind.record_type,
                }
                for kind in REPORTS.values()
            ]
        )
    else:
        session.console.table([(kind.id, session.t.gettext(kind.title)) for kind in REPORTS.values()])
    return Exit.DONE


def _kind(options: argparse.Namespace, session: Session) -> "ReportKind":
    from cabinet_app.reports.catalog import REPORTS
    from cabinet_app.reports.options import Option

    kind = REPORTS.get(options.kind or "")
    if kind is None:
        told = session.t.gettext("There is no print “{name}”; choose one of these: {kinds}.")
        raise UsageProblem(told.format(name=options.kind or "", kinds=", ".join(REPORTS)))
    if kind.offers(Option.RECORD) and options.id is None:
        told = session.t.gettext("The print “{name}” needs the id of an entry: --id ID.")
        raise UsageProblem(told.format(name=kind.id))
    if options.first and options.last and options.last < options.first:
        raise UsageProblem(session.t.gettext("The last day is before the first one."))
    return kind


def _chosen(options: argparse.Namespace, session: Session) -> "ReportOptions":
    from cabinet_app.reports.house import Orientation, Paper
    from cabinet_app.reports.options import Audience, ListOrder, ReportOptions, Scope

    return ReportOptions(
        printed_at=session.now,
        record_id=options.id,
        first=options.first,
        last=options.last,
        paper=Paper(options.paper or session.settings.paper),
        orientation=Orientation(options.orientation) if options.orientation else None,
        audience=Audience(options.audience or Audience.GUEST.value),
        countries=tuple(code.strip() for code in (options.holidays or "").split(",") if code.strip()),
        groups=tuple(options.group),
        person_id=options.person,
        delegation_id=options.delegation,
        order=ListOrder(options.order or ListOrder.PRECEDENCE.value),
        scope=Scope(options.scope or Scope.ALL.value),
    )
