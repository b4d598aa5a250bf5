"""References between records and the marks that fields of records carry for the codec and the store."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an integer field as the id of a record of `record_type`."""

    record_type: str


PlaceId = Annotated[int, Ref("place")]
PersonId = Annotated[int, Ref("person")]
OrganizationId = Annotated[int, Ref("organization")]
PartnershipId = Annotated[int, Ref("partnership")]
AgreementId = Annotated[int, Ref("agreement")]
MeetingId = Annotated[int, Ref("meeting")]
VisitId = Annotated[int, Ref("visit")]


@dataclass(slots=True, kw_only=True)
class SourceRef:
    """Where a fact comes from: the document, the place in it and its words."""

    id: int = 0
    document: str = ""
    locator: str = ""
    quote: str = ""
