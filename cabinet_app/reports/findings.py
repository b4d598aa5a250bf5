"""What a print found out about its own material, for the reader before it goes out."""

from dataclasses import dataclass
from enum import StrEnum

from cabinet_app.i18n.catalogs import Translator


class FindingKind(StrEnum):
    TEXT_MISSING = "text_missing"
    LETTER_MISSING = "letter_missing"
    ENTRIES_CONTINUED = "entries_continued"
    ROWS_LEFT_OUT = "rows_left_out"
    GROUPS_LEFT_OUT = "groups_left_out"


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation; `subject` is the text or letter it is about, `count` how many."""

    kind: FindingKind
    subject: str = ""
    count: int = 1

    def sentence(self, t: Translator) -> str:
        """The observation in the language of the reader."""
        words = {
            FindingKind.TEXT_MISSING: t.gettext("Not translated into the language of the print: {subject}"),
            FindingKind.LETTER_MISSING: t.gettext("No font has this letter: {subject}"),
            FindingKind.ENTRIES_CONTINUED: t.ngettext(
                "{count} entry is listed in full on the continuation page.",
                "{count} entries are listed in full on the continuation page.",
                self.count,
            ),
            FindingKind.ROWS_LEFT_OUT: t.ngettext(
                "{count} unverified record is left out of the public copy.",
                "{count} unverified records are left out of the public copy.",
                self.count,
            ),
            FindingKind.GROUPS_LEFT_OUT: t.ngettext(
                "{count} group of a political party is left out; choose it to print it.",
                "{count} groups of political parties are left out; choose them to print them.",
                self.count,
            ),
        }
        return words[self.kind].format(subject=self.subject, count=self.count)
