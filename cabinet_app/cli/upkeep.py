"""Commands that look after the file: init, sample, check, backup, restore."""

import argparse
from pathlib import Path

from cabinet_app.cli.console import Exit
from cabinet_app.cli.session import Session


def init(session: Session, _options: argparse.Namespace) -> int:
    """`init`: a new, empty register; refuses a file that holds anything."""
    from cabinet_app.services.setup import create_register

    create_register(session.address)
    told = session.t.gettext("A new register was made: {file}")
    session.console.say(told.format(file=session.shown_address))
    return Exit.DONE


def sample(session: Session, _options: argparse.Namespace) -> int:
    """`sample`: the sample register, in a file that is empty or does not exist yet."""
    from cabinet_app.services.sample import fill_sample

    with session.cabinet(create=True) as cabinet:
        count = fill_sample(cabinet, session.today)
    told = session.t.ngettext(
        "{count} sample entry was put into {file}.", "{count} sample entries were put into {file}.", count
    )
    session.console.say(told.format(count=count, file=session.shown_address))
    return Exit.DONE


def check(session: Session, options: argparse.Namespace) -> int:
    """`check`: everything that is damaged, broken or contradicts itself; exit code 1 if there is anything."""
    from cabinet_app.i18n.finding_words import finding_sentence
    from cabinet_app.services.checking import check as findings_of

    with session.cabinet() as cabinet:
        findings = findings_of(cabinet, session.today)
    told = [
        finding_sentence(
            finding.trouble.value,
            finding.headline.shown(session.language) or str(finding.record_id or ""),
            finding.place,
            finding.values,
            session.t,
        )
        for finding in findings
    ]
    if options.json:
        session.console.data(
            [
                {
                    "trouble": finding.trouble.value,
                    "type": finding.record_type,
                    "id": finding.record_id,
                    "title": finding.headline.shown(session.language),
                    "place": finding.place,
                    "values": list(finding.values),
                    "sentence": sentence,
                }
                for finding, sentence in zip(findings, told, strict=True)
            ]
        )
    else:
        for sentence in told:
            session.console.say(sentence)
        if not told:
            session.console.say(session.t.gettext("Nothing is wrong."))
    return Exit.FINDINGS if findings else Exit.DONE


def backup(session: Session, options: argparse.Namespace) -> int:
    """`backup FILE`: a verified copy."""
    from cabinet_app.services.setup import back_up_to

    back_up_to(session.address, Path(options.file), session.now)
    session.console.say(
        session.t.gettext("The backup was written and verified: {file}").format(file=options.file)
    )
    return Exit.DONE


def restore(session: Session, options: argparse.Namespace) -> int:
    """`restore FILE`: the copy in the place of the register; what it replaces is kept."""
    from cabinet_app.services.setup import restore_from

    kept = restore_from(Path(options.file), session.address, session.now)
    session.console.say(session.t.gettext("The register was restored from {file}.").format(file=options.file))
    if kept:
        session.console.say(session.t.gettext("What it replaced is kept in {file}.").format(file=kept))
    return Exit.DONE
