"""Places: towns, venues and rooms."""

from sqlalchemy.orm import Mapped

from cabinet_app.db.base import Base
from cabinet_app.db.columns import RecordRoot, localized, reference
from cabinet_app.domain.places import PlaceKind
from cabinet_app.domain.texts import LocalizedText


class Place(RecordRoot, Base):
    __tablename__ = "place"

    names: Mapped[LocalizedText] = localized("names")
    native_name: Mapped[str]
    kind: Mapped[PlaceKind]
    country: Mapped[str]
    parent_id: Mapped[int | None] = reference("place")
    address: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    zone: Mapped[str]
    notes: Mapped[str]
