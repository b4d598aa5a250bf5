"""From a parsed command line to the command, and from what it raises to an exit code and one sentence."""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from cabinet_app import paths, settings
from cabinet_app.cli.console import Console, Exit, UsageProblem
from cabinet_app.cli.session import Session
from cabinet_app.errors import Conflict, UserError
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.messages import sentence

Command = Callable[[Session, argparse.Namespace], int]


def run_command(options: argparse.Namespace, console: Console, t: Translator) -> int:
    """Carry out the command; answers its exit code."""
    try:
        session = Session(t, address_of(options), console, settings.load(paths.settings_file()))
        return _command(options.command)(session, options)
    except UsageProblem as problem:
        console.refuse(str(problem))
        return Exit.USAGE
    except UserError as error:
        console.refuse(sentence(error, t))
        return Exit.CONFLICT if isinstance(error, Conflict) else Exit.REFUSED
    except BrokenPipeError:
        raise
    except Exception as bug:  # noqa: BLE001 the last door: a user never sees a traceback
        noted = _note(bug)
        told = t.gettext("A fault in the program stopped the command; it was noted in {file}.")
        console.refuse(told.format(file=noted))
        return Exit.REFUSED


def address_of(options: argparse.Namespace) -> str:
    """The register that was named, else that of the settings, else the usual one."""
    named: str = getattr(options, "db", "")
    chosen = named or settings.load(paths.settings_file()).data_file
    return chosen or str(paths.default_database())


def _command(name: str) -> Command:
    for commands in _GROUPS:
        found = commands().get(name)
        if found is not None:
            return found
    raise LookupError(name)


def _reading() -> Mapping[str, Command]:
    from cabinet_app.cli import reading

    return {"list": reading.list_records, "show": reading.show_record, "search": reading.search}


def _upkeep() -> Mapping[str, Command]:
    from cabinet_app.cli import upkeep

    return {
        "init": upkeep.init,
        "sample": upkeep.sample,
        "check": upkeep.check,
        "backup": upkeep.backup,
        "restore": upkeep.restore,
    }


def _exchange() -> Mapping[str, Command]:
    from cabinet_app.cli import exchange, execute

    return {
        "import": exchange.take_in,
        "export": exchange.write_out,
        "schema": exchange.schema,
        "exec": execute.execute,
    }


def _calendar() -> Mapping[str, Command]:
    from cabinet_app.cli import anniversaries, calendar, conflicts

    return {
        "anniversaries": anniversaries.anniversaries,
        "occurrences": calendar.occurrences,
        "cadence": calendar.cadence,
        "conflicts": conflicts.conflicts,
    }


def _paper() -> Mapping[str, Command]:
    from cabinet_app.cli import paper, proof

    return {"report": paper.report, "self-test": proof.self_test, "demo": proof.demo}


_GROUPS = (_reading, _exchange, _upkeep, _calendar, _paper)


def _note(bug: Exception) -> str:
    """Write down where it happened; neither messages nor values, which may hold names."""
    lines = [f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(bug).__name__}\n"]
    lines += [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}\n"
        for frame in traceback.extract_tb(bug.__traceback__)
    ]
    log = paths.logs_folder() / "kabinet.log"
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(
            os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8"
        ) as file:
            file.writelines(lines)
    except OSError:
        sys.stderr.writelines(lines)
    return str(log)
