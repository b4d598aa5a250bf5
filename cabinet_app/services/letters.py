"""Letters: the list of them, those of a visit or an agreement, and many stored as one step."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select

from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.protocol import Letter as LetterTable
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.protocol import Letter, LetterStatus
from cabinet_app.domain.texts import Language
from cabinet_app.services.changes import Act
from cabinet_app.services.records import ListQuery, Records, contains, holders
from cabinet_app.services.rows import LetterRow

CHIP_DRAFTS: Final = "drafts"
CHIP_SENT: Final = "sent"
_CHIPS: Final = {CHIP_DRAFTS: LetterStatus.DRAFT, CHIP_SENT: LetterStatus.SENT}


class Letters(Records[Letter]):
    record_type = "letter"

    def ids(self, query: ListQuery) -> list[int]:
        """The letters the query finds, in its order; the latest first unless it says otherwise."""
        return self.ids_where(query)

    def ids_where(self, query: ListQuery, *conditions: ColumnElement[bool]) -> list[int]:
        """The same, narrowed by conditions on the table."""
        statement = self._found(select(LetterTable.id), query.text).where(*conditions)
        for chip in query.chips:
            statement = statement.where(LetterTable.status == _CHIPS[chip])
        columns: dict[str, Any] = {
            "kind": LetterTable.kind,
            "addressee": getattr(PersonTable, f"sort_{query.language}"),
            "subject": self._sort_column(query.language),
            "status": LetterTable.status,
        }
        column = columns.get(query.sort, LetterTable.written_on)
        if query.sort == "addressee":
            statement = statement.outerjoin(PersonTable, PersonTable.id == LetterTable.addressee_id)
        order = column.desc() if query.descending else column
        return self._scalars(statement.order_by(column.is_(None), order, LetterTable.id))

    def rows(self, ids: Sequence[int], language: Language) -> list[LetterRow]:  # noqa: ARG002 - as every list
        """The letters as the list shows them, in the order of `ids`."""
        wanted = (
            select(
                LetterTable.id,
                LetterTable.written_on,
                LetterTable.kind,
                LetterTable.language,
                LetterTable.subject,
                LetterTable.status,
                LetterTable.sent_on,
                PersonTable.name,
                LetterTable.recipient,
            )
            .outerjoin(PersonTable, PersonTable.id == LetterTable.addressee_id)
            .where(LetterTable.id.in_(ids))
        )
        with self.store.reading() as session:
            found = {
                letter_id: LetterRow(
                    id=letter_id,
                    written_on=written_on,
                    kind=kind,
                    language=in_language,
                    subject=subject,
                    status=status,
                    sent_on=sent_on,
                    addressee=_addressee(name, recipient),
                )
                for letter_id, written_on, kind, in_language, subject, status, sent_on, name, recipient in (
                    session.execute(wanted)
                )
            }
        return [found[letter_id] for letter_id in ids if letter_id in found]

    def of_visit(self, visit_id: int) -> list[Letter]:
        """The letters that belong to a visit, in the order in which they were written."""
        return self._belonging(LetterTable.visit_id == visit_id)

    def of_agreement(self, agreement_id: int) -> list[Letter]:
        """The letters that belong to an agreement, in the order in which they were written."""
        return self._belonging(LetterTable.agreement_id == agreement_id)

    def create_all(self, letters: Sequence[Letter]) -> list[int]:
        """Store new letters as one step that is taken back as one; answers their ids."""
        with self.journal.step(Act.CREATE) as step:
            for letter in letters:
                step.put(self.record_type, letter, 0)
        return [letter.id for letter in letters]

    def _belonging(self, condition: ColumnElement[bool]) -> list[Letter]:
        wanted = select(LetterTable.id).where(condition, LetterTable.deleted_at.is_(None))
        return self.get_many(self._scalars(wanted.order_by(LetterTable.written_on, LetterTable.id)))

    def _holds(self, word: str) -> ColumnElement[bool]:
        return or_(contains(LetterTable, word), LetterTable.addressee_id.in_(holders(PersonTable, word)))


class LettersOf(Letters):
    """The letters of one visit or one agreement; everything else is as with all letters."""

    def __init__(
        self, letters: Letters, *, visit_id: int | None = None, agreement_id: int | None = None
    ) -> None:
        super().__init__(letters.journal)
        self.visit_id = visit_id
        self.agreement_id = agreement_id

    def ids(self, query: ListQuery) -> list[int]:
        """Only those that belong to it."""
        if self.agreement_id is not None:
            return self.ids_where(query, LetterTable.agreement_id == self.agreement_id)
        return self.ids_where(query, LetterTable.visit_id == self.visit_id)


def _addressee(name: PersonName | None, recipient: str) -> str:
    return recipient.partition("\n")[0] if name is None or name.is_empty else name.with_titles
