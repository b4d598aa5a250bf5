"""Series of meetings."""

from datetime import date, datetime

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import Child, RecordRoot, children, localized, parent_key, reference
from cabinet_app.domain.meetings import MeetingKind, MeetingMode, Visibility
from cabinet_app.domain.series import Frequency, HolidayPolicy
from cabinet_app.domain.texts import LocalizedText


class MeetingSeries(RecordRoot, Base):
    __tablename__ = "series"

    title: Mapped[LocalizedText] = localized("title")
    kind: Mapped[MeetingKind]
    mode: Mapped[MeetingMode]
    platform: Mapped[str]
    visibility: Mapped[Visibility]
    place_id: Mapped[int | None] = reference("place")
    chair_id: Mapped[int | None] = reference("person")
    starts_at: Mapped[datetime | None]
    duration_minutes: Mapped[int]
    all_day: Mapped[bool]
    zone: Mapped[str]
    frequency: Mapped[Frequency]
    interval: Mapped[int]
    weekdays: Mapped[list[int]] = mapped_column(JSON)
    nth: Mapped[int | None]
    month_day: Mapped[int | None]
    month: Mapped[int | None]
    until: Mapped[date | None]
    count: Mapped[int | None]
    holiday_policy: Mapped[HolidayPolicy]
    countries: Mapped[list[str]] = mapped_column(JSON)
    materialised_until: Mapped[date | None]
    uid: Mapped[str]
    sequence: Mapped[int]
    feed: Mapped[str]
    foreign_rule: Mapped[str]
    raw_properties: Mapped[str]
    notes: Mapped[str]
    bodies: Mapped[list["SeriesBody"]] = children("SeriesBody")


class SeriesBody(Child, Base):
    __tablename__ = "series_body"

    series_id: Mapped[int] = parent_key("series")
    organization_id: Mapped[int | None] = reference("organization")
