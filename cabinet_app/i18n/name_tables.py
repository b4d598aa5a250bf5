"""Names of countries and languages from the tables in resources, in the three languages."""

import functools
from collections.abc import Mapping

from cabinet_app import paths
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n.collation import fold, sort_key


class NameTable:
    """Codes and their names; loaded from a table of tab-separated columns code, sl, de, en."""

    __slots__ = ("_by_name", "names")

    def __init__(self, names: Mapping[str, LocalizedText], also: Mapping[str, str]) -> None:
        self.names = dict(names)
        self._by_name = {fold(name): code for code, text in names.items() for name in text.all} | dict(also)

    def name(self, code: str, lang: Language) -> str:
        """The name in `lang`; a code that the table does not know is its own name."""
        text = self.names.get(code)
        return text.get(lang) if text else code

    def code(self, name: str) -> str:
        """The code of a name in any of the languages, or of the code itself; empty if nobody bears it."""
        typed = fold(name)
        if typed in self._by_name:
            return self._by_name[typed]
        return next((code for code in self.names if fold(code) == typed), "")

    def sorted(self, lang: Language) -> list[tuple[str, str]]:
        """(code, name) in the alphabet of `lang`, for choices."""
        pairs = [(code, text.get(lang)) for code, text in self.names.items()]
        return sorted(pairs, key=lambda pair: sort_key(pair[1], lang))


@functools.cache
def name_table(file: str, also: tuple[tuple[str, str], ...] = ()) -> NameTable:
    """The table of one file in resources; `also` adds folded names people use besides."""
    lines = (paths.resources() / file).read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return NameTable({code: LocalizedText(sl, de, en) for code, sl, de, en in rows}, dict(also))
