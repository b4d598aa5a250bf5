"""References between records and the marks that fields of records carry for the codec and the store."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks an integer field as the id of a record of `record_type`."""

    record_type: str


@dataclass(frozen=True, slots=True)
class Private:
    """Marks a text about a person that no search, list or guest copy may show."""


@dataclass(frozen=True, slots=True)
class Part:
    """Marks the id of a part of a record, such as a delegate of a visit; 0 stands for none."""


PartId = Annotated[int, Part()]
PrivateText = Annotated[str, Private()]
PlaceId = Annotated[int, Ref("place")]
PersonId = Annotated[int, Ref("person")]
OrganizationId = Annotated[int, Ref("organization")]
PartnershipId = Annotated[int, Ref("partnership")]
AgreementId = Annotated[int, Ref("agreement")]
MeetingId = Annotated[int, Ref("meeting")]
VisitId = Annotated[int, Ref("visit")]
ProjectId = Annotated[int, Ref("project")]
SeriesId = Annotated[int, Ref("series")]
DocumentId = Annotated[int, Ref("document")]


@dataclass(slots=True, kw_only=True)
class SourceRef:
    """Where a fact comes from: the document, the place in it and its words.

    `fact` is the name of the field it speaks for; empty where it speaks for the whole record.
    """

    id: int = 0
    document: str = ""
    locator: str = ""
    quote: str = ""
    fact: str = ""
