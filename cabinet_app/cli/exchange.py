"""Commands that cross the border: import, export, schema; the ending of a file says which way it takes."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cabinet_app.cli.console import Exit, UsageProblem
from cabinet_app.cli.session import Session

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


@dataclass(slots=True)
class TakenIn:
    """What became of one file; `more` stands in the JSON answer only, `told` are sentences about entries."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    more: dict[str, Any] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


Importer = Callable[[Session, "Cabinet", Path, argparse.Namespace], TakenIn]
Exporter = Callable[[Session, "Cabinet", Path, argparse.Namespace], int]


def take_in(session: Session, options: argparse.Namespace) -> int:
    """`import FILE…`: each file in one step, whole or not at all; the first refusal ends the command."""
    from cabinet_app.services.setup import back_up_before_import

    importers = [_importer(file, session) for file in options.files]
    with session.cabinet() as cabinet:
        if not options.dry_run:
            back_up_before_import(session.address, session.now)
        found = [
            importer(session, cabinet, Path(file), options)
            for file, importer in zip(options.files, importers, strict=True)
        ]
    if options.json:
        session.console.data(
            [
                _document(file, one, is_trial=options.dry_run)
                for file, one in zip(options.files, found, strict=True)
            ]
        )
    else:
        _tell(session, options, found)
    return Exit.FINDINGS if any(one.refused for one in found) else Exit.DONE


def write_out(session: Session, options: argparse.Namespace) -> int:
    """`export FILE`: the whole register, or its calendar."""
    exporter = _exporter(options.file, session)
    with session.cabinet() as cabinet:
        count = exporter(session, cabinet, Path(options.file), options)
    told = session.t.ngettext(
        "{count} entry was written to {file}.", "{count} entries were written to {file}.", count
    )
    session.console.say(told.format(count=count, file=options.file))
    return Exit.DONE


def schema(session: Session, _options: argparse.Namespace) -> int:
    """`schema`: the JSON Schema of the register file."""
    from cabinet_app.exchange.register_schema import register_schema

    session.console.data(register_schema())
    return Exit.DONE


def _document(file: str, taken: TakenIn, *, is_trial: bool) -> dict[str, Any]:
    return {
        "file": file,
        "created": taken.created,
        "changed": taken.changed,
        "unchanged": taken.unchanged,
        "refused": taken.refused,
        "dry_run": is_trial,
        **taken.more,
    }


def _tell(session: Session, options: argparse.Namespace, found: list[TakenIn]) -> None:
    message = session.t.gettext(
        "{file}: created {created}, changed {changed}, unchanged {unchanged}, refused {refused}"
    )
    for file, taken in zip(options.files, found, strict=True):
        session.console.say(
            message.format(
                file=file,
                created=taken.created,
                changed=taken.changed,
                unchanged=taken.unchanged,
                refused=taken.refused,
            )
        )
        for sentence in taken.told:
            session.console.say(f"  {sentence}")
    if options.dry_run:
        session.console.say(session.t.gettext("This was a trial: nothing was changed."))


def _import_register(
    _session: Session, cabinet: "Cabinet", path: Path, options: argparse.Namespace
) -> TakenIn:
    from cabinet_app.exchange.register import import_register

    intake = import_register(cabinet, path, only_try=options.dry_run)
    return TakenIn(intake.created, intake.changed, intake.unchanged)


def _import_calendar(
    session: Session, cabinet: "Cabinet", path: Path, options: argparse.Namespace
) -> TakenIn:
    from cabinet_app.cli.calendar_files import import_calendar

    return import_calendar(session, cabinet, path, options)


def _export_register(session: Session, cabinet: "Cabinet", path: Path, _options: argparse.Namespace) -> int:
    from cabinet_app.exchange.register import export_register

    return export_register(cabinet, path, session.now)


def _export_calendar(session: Session, cabinet: "Cabinet", path: Path, options: argparse.Namespace) -> int:
    from cabinet_app.cli.calendar_files import export_calendar

    return export_calendar(session, cabinet, path, options)


def _import_towns(session: Session, cabinet: "Cabinet", path: Path, options: argparse.Namespace) -> TakenIn:
    from cabinet_app.cli.town_files import import_towns

    return import_towns(session, cabinet, path, options)


def _export_towns(session: Session, cabinet: "Cabinet", path: Path, options: argparse.Namespace) -> int:
    from cabinet_app.cli.town_files import export_towns

    return export_towns(session, cabinet, path, options)


_IMPORTERS: dict[str, Importer] = {
    ".json": _import_register,
    ".ics": _import_calendar,
    ".ical": _import_calendar,
    ".vcs": _import_calendar,
    ".csv": _import_towns,
    ".xlsx": _import_towns,
}
_EXPORTERS: dict[str, Exporter] = {
    ".json": _export_register,
    ".ics": _export_calendar,
    ".csv": _export_towns,
    ".xlsx": _export_towns,
}


def _importer(file: str, session: Session) -> Importer:
    found = _IMPORTERS.get(Path(file).suffix.lower())
    if found is None:
        raise UsageProblem(_wrong_ending(file, list(_IMPORTERS), session))
    return found


def _exporter(file: str, session: Session) -> Exporter:
    found = _EXPORTERS.get(Path(file).suffix.lower())
    if found is None:
        raise UsageProblem(_wrong_ending(file, list(_EXPORTERS), session))
    return found


def _wrong_ending(file: str, endings: list[str], session: Session) -> str:
    told = session.t.gettext("{file}: the name of the file has to end in one of {endings}.")
    return told.format(file=file, endings=", ".join(endings))
