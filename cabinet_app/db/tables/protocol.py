"""Precedence schemes, templates of visits, letters."""

from datetime import date, time

from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import (
    Child,
    EnumList,
    RecordRoot,
    children,
    localized,
    parent_key,
    reference,
)
from cabinet_app.domain.protocol import LetterKind, LetterStatus, TieBreaker
from cabinet_app.domain.tasks import TaskAnchor
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Audience, ProgrammeItemKind, VisitDirection, VisitKind


class PrecedenceScheme(RecordRoot, Base):
    __tablename__ = "precedence_scheme"

    names: Mapped[LocalizedText] = localized("names")
    in_force: Mapped[bool]
    tie_breakers: Mapped[list[TieBreaker]] = mapped_column(EnumList(TieBreaker))
    source: Mapped[str]
    ranks: Mapped[list["PrecedenceRank"]] = children("PrecedenceRank")


class PrecedenceRank(Child, Base):
    __tablename__ = "precedence_rank"

    precedence_scheme_id: Mapped[int] = parent_key("precedence_scheme")
    rank: Mapped[int]
    label: Mapped[LocalizedText] = localized("label")
    ranked: Mapped[bool]


class VisitTemplate(RecordRoot, Base):
    __tablename__ = "visit_template"

    names: Mapped[LocalizedText] = localized("names")
    direction: Mapped[VisitDirection]
    kind: Mapped[VisitKind]
    items: Mapped[list["TemplateItem"]] = children("TemplateItem")
    tasks: Mapped[list["TemplateTask"]] = children("TemplateTask")


class TemplateItem(Child, Base):
    __tablename__ = "template_item"

    visit_template_id: Mapped[int] = parent_key("visit_template")
    day: Mapped[int]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    kind: Mapped[ProgrammeItemKind]
    title: Mapped[LocalizedText] = localized("title")
    description: Mapped[LocalizedText] = localized("description")
    audience: Mapped[Audience]


class TemplateTask(Child, Base):
    __tablename__ = "template_task"

    visit_template_id: Mapped[int] = parent_key("visit_template")
    title: Mapped[LocalizedText] = localized("title")
    offset_days: Mapped[int]
    anchor: Mapped[TaskAnchor]
    responsible: Mapped[str]


class Letter(RecordRoot, Base):
    __tablename__ = "letter"

    kind: Mapped[LetterKind]
    status: Mapped[LetterStatus]
    language: Mapped[Language]
    written_on: Mapped[date | None]
    place_id: Mapped[int | None] = reference("place")
    our_reference: Mapped[str]
    addressee_id: Mapped[int | None] = reference("person")
    recipient: Mapped[str]
    salutation: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    closing: Mapped[str]
    signatory_id: Mapped[int | None] = reference("person")
    signatory: Mapped[str]
    signatory_function: Mapped[str]
    visit_id: Mapped[int | None] = reference("visit")
    agreement_id: Mapped[int | None] = reference("agreement")
    sent_on: Mapped[date | None]
