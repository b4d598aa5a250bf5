"""Names of persons as they are stored, printed and put in order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts; it is never declined.

    `family_first` is for names spoken and printed family name first (Hungarian, Chinese).
    """

    title_before: str = ""
    given: str = ""
    family: str = ""
    title_after: str = ""
    family_first: bool = False

    @property
    def full(self) -> str:
        """The name without titles, in the order of the person's own language."""
        if self.family_first and _is_han(self.family) and _is_han(self.given):
            return self.family + self.given
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(part for part in parts if part)

    @property
    def with_titles(self) -> str:
        """The name with the titles before it and, after a comma, those behind it."""
        name = " ".join(part for part in (self.title_before, self.full) if part)
        return f"{name}, {self.title_after}" if self.title_after else name

    @property
    def sort_text(self) -> str:
        """Family name, then given name: what lists are ordered by."""
        return " ".join(part for part in (self.family, self.given) if part)

    @property
    def is_empty(self) -> bool:
        return not (self.given or self.family)


def _is_han(text: str) -> bool:
    """Whether the text is in Chinese characters, which are written without blanks."""
    return bool(text) and all("\u3400" <= character <= "\u9fff" for character in text)
