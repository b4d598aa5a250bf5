"""What a print found out about its own material, for the reader before it goes out."""

from dataclasses import dataclass
from enum import StrEnum

from cabinet_app.i18n.catalogs import Translator


class FindingKind(StrEnum):
    TEXT_MISSING = "text_missing"
    LETTER_MISSING = "letter_missing"
    NAME_SMALL = "name_small"
    ENTRIES_CONTINUED = "entries_continued"
    ROWS_LEFT_OUT = "rows_left_out"
    GROUPS_LEFT_OUT = "groups_left_out"
    POINTS_LEFT_OUT = "points_left_out"
    NO_LIST = "no_list"
    GIFTS_WITHOUT_VALUE = "gifts_without_value"
    GIFTS_WITHOUT_OFFICIAL = "gifts_without_official"


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
            FindingKind.NAME_SMALL: t.gettext("Too long for its card, printed smaller: {subject}"),
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
            FindingKind.POINTS_LEFT_OUT: t.ngettext(
                "{count} point is left out for lack of room.",
                "{count} points are left out for lack of room.",
                self.count,
            ),
            FindingKind.GROUPS_LEFT_OUT: t.ngettext(
                "{count} group of a political party is left out; choose it to print it.",
                "{count} groups of political parties are left out; choose them to print them.",
                self.count,
            ),
            FindingKind.NO_LIST: t.gettext("No gift of {subject} has to be reported: no list is sent."),
            FindingKind.GIFTS_WITHOUT_VALUE: t.ngettext(
                "{count} gift has no value, so that nobody can say whether it belongs in the list.",
                "{count} gifts have no value, so that nobody can say whether they belong in the list.",
                self.count,
            ),
            FindingKind.GIFTS_WITHOUT_OFFICIAL: t.ngettext(
                "{count} gift names no official.", "{count} gifts name no official.", self.count
            ),
        }
        return words[self.kind].format(subject=self.subject, count=self.count)
