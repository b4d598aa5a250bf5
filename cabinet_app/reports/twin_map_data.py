"""Everything that stands on the map of the partner towns."""

from dataclasses import dataclass, replace
from datetime import datetime

from cabinet_app.domain.map_layout import Liveliness, MapTown
from cabinet_app.domain.map_projection import Spot
from cabinet_app.domain.texts import Language
from cabinet_app.domain.twinning import PartnershipKind, Verification
from cabinet_app.reports.agreements_data import PartnerName


@dataclass(frozen=True, slots=True)
class MapPartner:
    """A partner town; `record_id` is that of the partnership, 0 for our own town.

    `is_listed` says that it stands on the public list of twin towns and friendship towns.
    """

    record_id: int
    partner: PartnerName
    spot: Spot | None
    kind: PartnershipKind = PartnershipKind.TWINNING
    liveliness: Liveliness = Liveliness.LIVELY
    verified: Verification = Verification.YES
    is_listed: bool = True

    def town(self, language: Language) -> MapTown:
        """As the map shows it in this language."""
        name = self.partner.names.get(language) or self.partner.native or self.partner.names.shown(language)
        return MapTown(
            self.record_id,
            name.partition(" (")[0],
            self.partner.country,
            self.spot,
            self.kind,
            self.liveliness,
        )


@dataclass(frozen=True, slots=True)
class TwinMapData:
    """Our town, None where nobody has said which it is, and the towns round it."""

    printed_at: datetime
    home: MapPartner | None
    partners: tuple[MapPartner, ...]
    internal: bool = True
    left_out: int = 0

    def for_public(self) -> "TwinMapData":
        """Only the towns of the public list; who of the others is quiet is ours to know."""
        shown = [one for one in self.partners if one.is_listed]
        sure = [one for one in shown if one.verified is not Verification.NO]
        return replace(
            self,
            partners=tuple(replace(one, liveliness=Liveliness.LIVELY) for one in sure),
            internal=False,
            left_out=self.left_out + len(shown) - len(sure),
        )
