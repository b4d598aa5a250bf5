"""What stands in the dossier of a partnership."""

from dataclasses import dataclass
from datetime import datetime

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import Area, PartnershipKind, PartnershipStatus, Verification
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.reports.briefing_data import BriefAgreement, BriefGift, BriefMatter, BriefVisit
from cabinet_app.reports.delegation_list_data import NO_TEXT


@dataclass(frozen=True, slots=True)
class DossierPerson:
    """Somebody at the partner's; contacts are for the house only, as the whole paper is."""

    name: str
    function: LocalizedText = NO_TEXT
    contact: str = ""


@dataclass(frozen=True, slots=True)
class DossierProject:
    name: LocalizedText
    first: VagueDate
    last: VagueDate


@dataclass(frozen=True, slots=True)
class ClaimedSigning:
    """Another date that a source gives for a signing."""

    title: LocalizedText
    happened_on: VagueDate
    claim: str = ""


@dataclass(frozen=True, slots=True)
class DossierData:
    """Everything about one partnership; the print leaves out what a page does not hold."""

    printed_at: datetime
    name: LocalizedText
    kind: PartnershipKind
    status: PartnershipStatus
    native_name: str = ""
    country: str = ""
    since: VagueDate = VagueDate()  # noqa: RUF009 - frozen
    areas: tuple[Area, ...] = ()
    coordinator: str = ""
    verified: Verification = Verification.PARTLY
    initiative: LocalizedText = NO_TEXT
    people: tuple[DossierPerson, ...] = ()
    agreements: tuple[BriefAgreement, ...] = ()
    claims: tuple[ClaimedSigning, ...] = ()
    visits: tuple[BriefVisit, ...] = ()
    projects: tuple[DossierProject, ...] = ()
    matters: tuple[BriefMatter, ...] = ()
    given: tuple[BriefGift, ...] = ()
    received: tuple[BriefGift, ...] = ()
    sources: tuple[str, ...] = ()
