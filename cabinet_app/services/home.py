"""Which municipality this register belongs to."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization


def home_organization_id(session: Session) -> int | None:
    """The municipality marked as ours, None if none is."""
    wanted = select(Organization.id).where(Organization.is_home.is_(True), Organization.deleted_at.is_(None))
    return session.scalars(wanted.order_by(Organization.id).limit(1)).first()


def home_place_id(session: Session) -> int | None:
    """The town of our municipality, None if it is not known."""
    wanted = select(Organization.place_id).where(
        Organization.is_home.is_(True), Organization.deleted_at.is_(None), Organization.place_id.is_not(None)
    )
    return session.scalars(wanted.order_by(Organization.id).limit(1)).first()
