"""Which municipality this register belongs to."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization


def home_organizations() -> Select[int]:
    """The ids of the municipalities marked as ours; one, as a rule."""
    return select(Organization.id).where(Organization.is_home.is_(True), Organization.deleted_at.is_(None))


def home_places() -> Select[int | None]:
    """The ids of their towns."""
    return select(Organization.place_id).where(
        Organization.is_home.is_(True), Organization.deleted_at.is_(None), Organization.place_id.is_not(None)
    )


def home_organization_id(session: Session) -> int | None:
    """The municipality marked as ours, None if none is."""
    return session.scalars(home_organizations().order_by(Organization.id).limit(1)).first()


def home_place_id(session: Session) -> int | None:
    """The town of our municipality, None if it is not known."""
    return session.scalars(home_places().order_by(Organization.id).limit(1)).first()
