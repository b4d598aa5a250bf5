"""Commands that show that an installation works: self-test, and demo for those who judge by looking."""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cabinet_app.cli.console import Exit
from cabinet_app.cli.session import Session
from cabinet_app.domain.texts import Language
from cabinet_app.exchange.files import write_whole
from cabinet_app.paths import HOME_VARIABLE

if TYPE_CHECKING:
    from cabinet_app.reports.catalog import Report
    from cabinet_app.services.cabinet import Cabinet

_SELF_TEST_PRINT: Final = "agreements"


def self_test(session: Session, _options: argparse.Namespace) -> int:
    """`self-test`: store, sample, prints and window, on a register that is thrown away."""
    with _trial(session) as cabinet:
        for language in Language:
            printed = _print(_SELF_TEST_PRINT, cabinet, session, language)
            if not printed.data.startswith(b"%PDF-"):
                raise RuntimeError("the print is no PDF")
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from cabinet_app.gui.snapshots import self_test_window

        self_test_window(cabinet, session.language)
    session.console.say(session.t.gettext("The register, the prints in three languages and the window work."))
    return Exit.DONE


def demo(session: Session, options: argparse.Namespace) -> int:
    """`demo FOLDER`: every print in three languages and a picture of every tab, from the sample register."""
    from cabinet_app.reports.catalog import REPORTS
    from cabinet_app.services.setup import new_folder

    folder = new_folder(Path(options.folder))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prints = 0
    with _trial(session) as cabinet:
        for kind in REPORTS:
            for language in Language:
                printed = _print(kind, cabinet, session, language)
                write_whole(folder / printed.name, printed.data)
                prints += 1
        from cabinet_app.gui.snapshots import write_pictures

        for language in Language:
            write_pictures(cabinet, folder, language, "light")
        write_pictures(cabinet, folder, session.language, "dark")
    pictures = len(list(folder.glob("*.png")))
    told = session.t.gettext(
        "The folder {folder} now holds {prints} prints (PDF, in three languages) and {pictures} pictures "
        "of the window (PNG), all made from the sample register in a temporary file; your own register "
        "was not touched."
    )
    session.console.say(told.format(folder=folder, prints=prints, pictures=pictures))
    return Exit.DONE


@contextmanager
def _trial(session: Session) -> Iterator["Cabinet"]:
    """The sample register in a temporary folder that is also the home of settings and logs."""
    from cabinet_app.services.sample import fill_sample
    from cabinet_app.services.setup import open_cabinet

    before = os.environ.get(HOME_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="kabinet-") as folder:
        os.environ[HOME_VARIABLE] = folder
        try:
            cabinet = open_cabinet(Path(folder) / "sample.kabinet", create=True)
            try:
                fill_sample(cabinet, session.today)
                yield cabinet
            finally:
                cabinet.close()
        finally:
            if before is None:
                del os.environ[HOME_VARIABLE]
            else:
                os.environ[HOME_VARIABLE] = before


def _print(name: str, cabinet: "Cabinet", session: Session, language: Language) -> "Report":
    """One print; where it is about one record, about the one with the most to show."""
    from cabinet_app.reports.catalog import REPORTS, home_names, write_report
    from cabinet_app.reports.house import house_style
    from cabinet_app.reports.options import Option, ReportOptions

    kind = REPORTS[name]
    record_id = _telling_record(kind.record_type, cabinet) if kind.offers(Option.RECORD) else None
    house = house_style(session.settings.municipality, home_names(cabinet))
    options = ReportOptions(printed_at=session.now, record_id=record_id)
    return write_report(kind, options, language, house, cabinet)


def _telling_record(record_type: str, cabinet: "Cabinet") -> int | None:
    """The record whose document is the longest."""
    from cabinet_app.domain.documents import to_document

    records = cabinet.records(record_type).stored(cabinet.records(record_type).all_ids())
    lengths = {len(str(to_document(one.record))): one.record.id for one in records}  # type: ignore[attr-defined] # every record has one
    return lengths[max(lengths)] if lengths else None
