"""Everything that stands on the list of twin towns and friendship towns."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from cabinet_app.domain.twinning import PartnershipKind, PartnershipStatus, Verification
from cabinet_app.i18n.catalogs import N_
from cabinet_app.reports.agreements_data import PartnerTown

LIVING: Final = frozenset({PartnershipStatus.ACTIVE, PartnershipStatus.DORMANT})
GROUPS: Final = (
    (N_("Twin towns"), frozenset({PartnershipKind.TWINNING})),
    (N_("Friendship towns"), frozenset({PartnershipKind.FRIENDSHIP, PartnershipKind.COOPERATION})),
)
"""The two lists that a town shows; a town with which only a charter of cooperation was signed is a friend."""
LISTED: Final = frozenset(kind for _words, kinds in GROUPS for kind in kinds)


@dataclass(frozen=True, slots=True)
class TwinTownsData:
    """The towns as of the day; `left_out` counts those that no source vouches for."""

    printed_at: datetime
    towns: tuple[PartnerTown, ...]
    internal: bool = True
    left_out: int = 0

    def for_public(self) -> "TwinTownsData":
        """Only the towns with which we live in twinning or friendship and that are verified."""
        listed = [town for town in self.towns if town.kind in LISTED and town.status in LIVING]
        sure = tuple(town for town in listed if town.verified is not Verification.NO)
        unsure = sum(town.verified is Verification.NO for town in self.towns)
        return replace(self, towns=sure, internal=False, left_out=self.left_out + unsure)
