"""Commands that cross the border: import, export, schema."""

import argparse
from pathlib import Path

from cabinet_app.cli.console import Exit, UsageProblem
from cabinet_app.cli.session import Session


def take_in(session: Session, options: argparse.Namespace) -> int:
    """`import FILE…`: each file in one step, whole or not at all; the first refusal ends the command."""
    from cabinet_app.exchange.register import import_register
    from cabinet_app.services.setup import back_up_before_import

    for file in options.files:
        _check_ending(file, session)
    with session.cabinet() as cabinet:
        if not options.dry_run:
            back_up_before_import(session.address, session.now)
        counts = [
            (file, import_register(cabinet, Path(file), only_try=options.dry_run)) for file in options.files
        ]
    if options.json:
        session.console.data(
            [
                {
                    "file": file,
                    "created": intake.created,
                    "changed": intake.changed,
                    "unchanged": intake.unchanged,
                    "refused": 0,
                    "dry_run": options.dry_run,
                }
                for file, intake in counts
            ]
        )
        return Exit.DONE
    told = session.t.gettext("{file}: created {created}, changed {changed}, unchanged {unchanged}, refused 0")
    for file, intake in counts:
        session.console.say(
            told.format(file=file, created=intake.created, changed=intake.changed, unchanged=intake.unchanged)
        )
    if options.dry_run:
        session.console.say(session.t.gettext("This was a trial: nothing was changed."))
    return Exit.DONE


def write_out(session: Session, options: argparse.Namespace) -> int:
    """`export FILE`: the whole register."""
    from cabinet_app.exchange.register import export_register

    _check_ending(options.file, session)
    with session.cabinet() as cabinet:
        count = export_register(cabinet, Path(options.file), session.now)
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


def _check_ending(file: str, session: Session) -> None:
    if Path(file).suffix.lower() != ".json":
        told = session.t.gettext("{file}: this version reads and writes register files ending in .json only.")
        raise UsageProblem(told.format(file=file))
