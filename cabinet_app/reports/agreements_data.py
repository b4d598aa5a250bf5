"""Everything that stands in the register of partner towns and agreements."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import (
    AgreementEventKind,
    AgreementStatus,
    Instrument,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.reports.options import Scope

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class PartnerName:
    """A partner as it is called in each language and by itself; `country` is an ISO code."""

    names: LocalizedText
    native: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class PartnerTown:
    """A relation with a partner."""

    partner: PartnerName
    kind: PartnershipKind
    status: PartnershipStatus
    since: VagueDate = field(default_factory=VagueDate)
    verified: Verification = Verification.YES


@dataclass(frozen=True, slots=True)
class Claim:
    """What another source says about the day of an act; `words` are for the house only."""

    date: VagueDate
    words: LocalizedText = NO_TEXT
    source: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """A signing, renewal, suspension … with the date chosen and those that other sources give."""

    kind: AgreementEventKind
    date: VagueDate
    place: LocalizedText = NO_TEXT
    remote: bool = False
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementEntry:
    """A paper; `party_count` counts all parties where they are not all named."""

    title: LocalizedText
    instrument: Instrument
    status: AgreementStatus
    partners: tuple[PartnerName, ...] = ()
    party_count: int | None = None
    acts: tuple[Act, ...] = ()
    verified: Verification = Verification.YES


@dataclass(frozen=True, slots=True)
class AgreementsData:
    """The register as of the day it is printed."""

    printed_at: datetime
    towns: tuple[PartnerTown, ...] = ()
    agreements: tuple[AgreementEntry, ...] = ()
    internal: bool = True
    left_out: int = 0
    scope: Scope = Scope.ALL

    def for_public(self) -> "AgreementsData":
        """Without what nobody has verified, and without the house's remarks; `left_out` counts the former."""
        towns = tuple(town for town in self.towns if town.verified is not Verification.NO)
        papers = tuple(entry for entry in self.agreements if entry.verified is not Verification.NO)
        left_out = self.left_out + len(self.towns) + len(self.agreements) - len(towns) - len(papers)
        plain = tuple(
            replace(entry, acts=tuple(replace(act, claims=_wordless(act.claims)) for act in entry.acts))
            for entry in papers
        )
        return replace(self, towns=towns, agreements=plain, internal=False, left_out=left_out)


def _wordless(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(replace(claim, words=NO_TEXT, source="") for claim in claims if not claim.date.is_empty)
