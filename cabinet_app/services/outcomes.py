"""What became of what was agreed on a visit: the records that name it, each beside its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import AgreementEvent
from cabinet_app.i18n.collation import fold
from cabinet_app.services.headlines import headline
from cabinet_app.services.mapping import ROOT_TABLES, to_record, whole
from cabinet_app.services.searchable import search_text
from cabinet_app.services.usage import uses_of

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

BECOMES: Final = ("task", "organization", "project", "agreement")
"""The types of records that something agreed can become."""


@dataclass(frozen=True, slots=True)
class Became:
    """A record that came of a visit."""

    record_type: str
    id: int
    title: LocalizedText


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one sentence; the last of a list has no sentence and what no other one claims."""

    sentence: LocalizedText
    records: tuple[Became, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A record that names a visit, with its texts folded."""

    became: Became
    text: str


def fates(sentences: Sequence[LocalizedText], made: Sequence[Made]) -> list[Fate]:
    """For each sentence the records made from it; then, without a sentence, what else came of the visit."""
    claimed: set[int] = set()
    told: list[Fate] = []
    for sentence in sentences:
        words = [fold(text).rstrip(" .;") for text in sentence.all]
        mine = [
            one.became
            for one in made
            if one.became.id not in claimed and any(word in one.text for word in words)
        ]
        claimed.update(became.id for became in mine)
        told.append(Fate(sentence, tuple(mine)))
    others = tuple(one.became for one in made if one.became.id not in claimed)
    return [*told, Fate(LocalizedText(), others)] if others else told


def add_step(cabinet: "Cabinet", agreement_id: int, step: AgreementEvent) -> None:
    """Add a step to an agreement, as one step that can be taken back.

    Raises:
        RecordNotFound: there is no such agreement.
    """
    stored = cabinet.agreements.get(agreement_id)
    stored.record.events.append(step)
    cabinet.agreements.update(stored.record, stored.version)


def made_of(cabinet: "Cabinet", visit_id: int) -> list[Made]:
    """The records that name the visit, in the order of `BECOMES`; none for a visit without an id.

    Tasks of the checklist are left out.
    """
    if not visit_id:
        return []
    with cabinet.store.reading() as session:
        uses = [use for use in uses_of(session, "visit", visit_id) if use.record_type in BECOMES]
        made: list[Made] = []
        for use in sorted(uses, key=lambda use: (BECOMES.index(use.record_type), use.record_id)):
            table = ROOT_TABLES[use.record_type]
            row = session.get(table, use.record_id, options=whole(table))
            record = to_record(row, RECORD_TYPES[use.record_type])
            if isinstance(record, Task) and record.offset_days is not None:
                # The checklist prepares the visit; it did not come of it.
                continue
            became = Became(use.record_type, use.record_id, headline(session, record))
            made.append(Made(became, search_text(record)))
    return made
