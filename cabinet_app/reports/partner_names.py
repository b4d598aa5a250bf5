"""Names of partners on paper: in the language of the print, with what they call themselves behind."""

from cabinet_app.i18n.collation import sort_key
from cabinet_app.i18n.countries import country_name
from cabinet_app.reports.agreements_data import PartnerName
from cabinet_app.reports.styles import BODY, MUTED, STRONG, Style
from cabinet_app.reports.text import NBSP, Run
from cabinet_app.reports.typesetter import Typesetter


class PartnerNames:
    """Sets and sorts the names of one print."""

    def __init__(self, setter: Typesetter) -> None:
        self._setter = setter
        self._keys: dict[str, str] = {}

    def name(self, partner: PartnerName, style: Style = STRONG) -> list[Run]:
        """`Beljak Villach`: the town's name, and what it calls itself where that differs."""
        setter = self._setter
        shown = partner.names.get(setter.language)
        if not shown and partner.native:
            return setter.plain(partner.native, style, bound=False)
        runs = setter.localized(partner.names, style)
        if native := other_names(partner.native, shown):
            runs += setter.plain(f" {native}", BODY.but(colour=MUTED), bound=False)
        return runs

    def country(self, partner: PartnerName) -> str:
        """The country in the language of the print."""
        return country_name(partner.country, self._setter.language) if partner.country else ""

    def key(self, partner: PartnerName) -> str:
        """Where the name stands in the alphabet of the print."""
        return self.words_key(partner.names.shown(self._setter.language) or partner.native)

    def words_key(self, words: str) -> str:
        """Where words stand in the alphabet of the print."""
        if words not in self._keys:
            self._keys[words] = sort_key(words, self._setter.language)
        return self._keys[words]


def other_names(native: str, shown: str) -> str:
    """Of the names a town calls itself by (`Pula / Pola`) those that the print does not show already."""
    outer, _, inner = shown.partition(" (")
    said = {shown, outer, inner.removesuffix(")")}
    return " / ".join(name.replace(" ", NBSP) for name in native.split(" / ") if name and name not in said)
