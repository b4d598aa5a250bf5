"""Texts that a reader sees in Slovenian, German or English."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages of the house; German as used in Austria, English as used in Britain."""

    SL = "sl"
    DE = "de"
    EN = "en"

    @property
    def tag(self) -> str:
        """The BCP 47 tag for documents and spelling."""
        return {"sl": "sl-SI", "de": "de-AT", "en": "en-GB"}[self.value]


_LANGUAGES = tuple(Language)


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One text in up to three languages; an empty string means that it has not been written yet."""

    sl: str = ""
    de: str = ""
    en: str = ""

    def get(self, language: Language) -> str:
        """The text in exactly this language, empty if it is missing."""
        text: str = getattr(self, language.value)
        return text

    def best(self, language: Language) -> tuple[str, Language | None]:
        """The text to show in `language` and the language it really is in; (`""`, None) if there is none."""
        for candidate in (language, *_LANGUAGES):
            text = self.get(candidate)
            if text:
                return text, candidate
        return "", None

    def shown(self, language: Language) -> str:
        """The text for a screen in `language`, from another language if it is missing there."""
        return self.best(language)[0]

    def missing(self) -> tuple[Language, ...]:
        """The languages without a text, if there is a text at all."""
        return () if self.is_empty else tuple(language for language in Language if not self.get(language))

    def with_text(self, language: Language, text: str) -> "LocalizedText":
        """The same with the text of one language replaced."""
        texts = {"sl": self.sl, "de": self.de, "en": self.en} | {language.value: text}
        return LocalizedText(**texts)

    @property
    def is_empty(self) -> bool:
        return not (self.sl or self.de or self.en)

    @property
    def all(self) -> tuple[str, ...]:
        """The texts that exist, for search."""
        return tuple(text for text in (self.sl, self.de, self.en) if text)


def same(text: str) -> LocalizedText:
    """A text that reads alike in the three languages, such as a proper name."""
    return LocalizedText(text, text, text)
