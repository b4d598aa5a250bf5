"""The list of letters: columns, chips and the pill that says whether a letter has gone out."""

from cabinet_app.domain.protocol import LetterStatus
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import LetterRow


def status_spec(status: LetterStatus, t: Translator) -> StatusSpec:
    """Draft or sent."""
    if status is LetterStatus.SENT:
        return StatusSpec("✓", label(status, t), "ok")
    return StatusSpec("◐", label(status, t), "warn")


class LetterColumns:
    """Makes the columns; the methods are what they show of a row."""

    def __init__(self, t: Translator) -> None:
        self._t = t

    def columns(self) -> list[Column[LetterRow]]:
        t = self._t
        return [
            Column("written_on", t.gettext("Date"), self._day, "written_on", width=11),
            Column("addressee", t.gettext("Addressee"), self._addressee, "addressee", width=22),
            Column("kind", t.gettext("Kind"), self._kind, "kind", width=18),
            Column("subject", t.gettext("Subject"), self._subject, "subject", stretch=True),
            Column("status", t.gettext("Status"), self._word, "status", status=self._status, width=12),
        ]

    def chips(self) -> list[Chip]:
        t = self._t
        return [
            Chip("drafts", t.gettext("Not sent yet"), group="status"),
            Chip("sent", t.gettext("Sent"), group="status"),
        ]

    def _day(self, row: LetterRow) -> str:
        return dates.numeric(row.written_on, self._t.language) if row.written_on else ""

    def _addressee(self, row: LetterRow) -> str:
        return row.addressee

    def _kind(self, row: LetterRow) -> str:
        return label(row.kind, self._t)

    def _subject(self, row: LetterRow) -> str:
        return row.subject

    def _word(self, row: LetterRow) -> str:
        return label(row.status, self._t)

    def _status(self, row: LetterRow) -> StatusSpec:
        return status_spec(row.status, self._t)
