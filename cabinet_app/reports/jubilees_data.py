"""Everything that stands on the list of jubilees."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from cabinet_app.domain.anniversaries import Jubilee
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import Verification
from cabinet_app.reports.agreements_data import PartnerName


@dataclass(frozen=True, slots=True)
class JubileeEntry:
    """One jubilee; `title` is that of the paper, empty where only the relation is known."""

    partners: tuple[PartnerName, ...]
    title: LocalizedText
    jubilee: Jubilee
    status: StrEnum
    verified: Verification = Verification.YES


@dataclass(frozen=True, slots=True)
class JubileesOfYear:
    """What is celebrated, what depends on the source, what has no date."""

    year: int
    celebrated: tuple[JubileeEntry, ...] = ()
    contested: tuple[JubileeEntry, ...] = ()
    undated: tuple[JubileeEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class JubileesData:
    """The jubilees of one year or of several that follow one another."""

    printed_at: datetime
    years: tuple[JubileesOfYear, ...]
    rule: frozenset[int]
    internal: bool = True
    left_out: int = 0

    def for_public(self) -> "JubileesData":
        """Only what is celebrated and verified, by the date that counts; `left_out` counts the unverified."""
        left_out = sum(entry.verified is Verification.NO for year in self.years for entry in year.celebrated)
        years = tuple(
            JubileesOfYear(year.year, tuple(_plain(entry) for entry in year.celebrated if _is_sure(entry)))
            for year in self.years
        )
        return replace(self, years=years, internal=False, left_out=self.left_out + left_out)


def _is_sure(entry: JubileeEntry) -> bool:
    return entry.verified is not Verification.NO


def _plain(entry: JubileeEntry) -> JubileeEntry:
    jubilee = entry.jubilee
    own = tuple(other for other in jubilee.others if not other.is_claim)
    return replace(entry, jubilee=replace(jubilee, others=own))
