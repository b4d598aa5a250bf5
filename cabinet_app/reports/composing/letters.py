"""The data of a letter from the register."""

import re
from typing import TYPE_CHECKING

from cabinet_app.reports.composing.names import Names, home_of
from cabinet_app.reports.letter_data import LetterData
from cabinet_app.reports.options import ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def compose(cabinet: "Cabinet", options: ReportOptions) -> LetterData:
    """The letter as it was edited.

    Raises:
        RecordNotFound: there is no such letter.
    """
    assert options.record_id is not None
    letter = cabinet.letters.get(options.record_id).record
    names, home = Names(cabinet), home_of(cabinet)
    place = names.place(letter.place_id or (home.place_id if home else None))
    addressee = names.person(letter.addressee_id)
    return LetterData(
        language=letter.language,
        printed_at=options.printed_at,
        place=place.native_name.partition(" / ")[0] or place.names.shown(letter.language) if place else "",
        written_on=letter.written_on,
        our_reference=letter.our_reference,
        recipient=tuple(letter.recipient.splitlines()),
        subject=letter.subject,
        salutation=letter.salutation,
        paragraphs=tuple(re.split(r"\n\s*\n", letter.body.strip())),
        closing=letter.closing,
        signatory=letter.signatory,
        signatory_function=letter.signatory_function,
        addressee=addressee.name.sort_text if addressee else next(iter(letter.recipient.splitlines()), ""),
    )
