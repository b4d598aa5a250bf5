"""The schema of the first release, frozen."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first house."""
    for table, *parts in TABLES:
        key = sa.PrimaryKeyConstraint("id", name=f"pk_{table}")
        op.create_table(table, *(item for part in parts for item in part), key)
    for table, *indexes in INDEXES:
        for names in (index.split(",") for index in indexes):
            op.create_index("_".join(("ix", table, *names)), table, names)


def columns(
    kind: sa.types.TypeEngine[Any], *names: str, null: bool = False, counted: bool = False
) -> Iterator[sa.Column[Any]]:
    """Columns of one kind; `counted` is a key that the database gives out."""
    for name in names:
        yield sa.Column(name, kind, nullable=null, autoincrement="auto" if counted else False)


def owned(table: str, **targets: str) -> Iterator[sa.ForeignKeyConstraint]:
    """References to the row that owns this one and takes it along when it goes."""
    for name, target in targets.items():
        full = f"fk_{table}_{name}"
        yield sa.ForeignKeyConstraint([name], [f"{target}.id"], name=full, ondelete="CASCADE")


def refers(table: str, **targets: str) -> Iterator[sa.ForeignKeyConstraint]:
    """References that are checked when the transaction ends."""
    for name, target in targets.items():
        full = f"fk_{table}_{name}"
        yield sa.ForeignKeyConstraint(
            [name], [f"{target}.id"], name=full, deferrable=True, initially="DEFERRED"
        )


def rule(name: str, text: str) -> Iterator[sa.CheckConstraint]:
    """A condition on a row."""
    yield sa.CheckConstraint(text, name=name)


def unique(name: str, *names: str) -> Iterator[sa.UniqueConstraint]:
    """Columns that no two rows share."""
    yield sa.UniqueConstraint(*names, name=name)


TEXT = sa.Text()
INTEGER = sa.Integer()
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BOOLEAN = sa.Boolean()
DATE = sa.Date()
MOMENT = sa.DateTime()
TIME = sa.Time()
JSON = sa.JSON()
DOUBLE = sa.Double[float]()

# fmt: off
TABLES: tuple[tuple[Any, ...], ...] = (
    ("agreement", columns(TEXT, "title_sl", "title_de", "title_en"), columns(sa.String(40), "instrument",
     "status"), columns(INTEGER, "party_count", null=True), columns(JSON, "languages", "areas"),
     columns(TEXT, "valid_from_edtf", "valid_from_wording"), columns(DATE, "valid_from_earliest",
     "valid_from_latest", null=True), columns(TEXT, "valid_to_edtf", "valid_to_wording"), columns(DATE,
     "valid_to_earliest", "valid_to_latest", null=True), columns(TEXT, "notice_sl", "notice_de",
     "notice_en", "summary_sl", "summary_de", "summary_en"), columns(sa.String(40), "verified"),
     columns(TEXT, "notes"), columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT, "created_at",
     "updated_at"), columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text", "sort_sl",
     "sort_de", "sort_en")),
    ("journal_entry", columns(INTEGER, "id", counted=True), columns(MOMENT, "at"), columns(TEXT, "actor"),
     columns(sa.String(40), "act"), columns(KEY, "reverts_id", null=True), columns(BOOLEAN, "reverted"),
     refers("journal_entry", reverts_id="journal_entry")),
    ("place", columns(TEXT, "names_sl", "names_de", "names_en", "native_name"), columns(sa.String(40),
     "kind"), columns(TEXT, "country"), columns(KEY, "parent_id", null=True), columns(TEXT, "address"),
     columns(DOUBLE, "latitude", "longitude", null=True), columns(TEXT, "zone", "notes"), columns(KEY,
     "id"), columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT,
     "deleted_at", null=True), columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en"),
     refers("place", parent_id="place")),
    ("project", columns(TEXT, "acronym", "title_sl", "title_de", "title_en", "programme",
     "programme_period", "fund_sl", "fund_de", "fund_en"), columns(sa.String(40), "status"), columns(TEXT,
     "starts_edtf", "starts_wording"), columns(DATE, "starts_earliest", "starts_latest", null=True),
     columns(TEXT, "ends_edtf", "ends_wording"), columns(DATE, "ends_earliest", "ends_latest", null=True),
     columns(TEXT, "purpose_sl", "purpose_de", "purpose_en", "budget"), columns(INTEGER, "town_count",
     null=True), columns(TEXT, "follow_up_sl", "follow_up_de", "follow_up_en", "notes"), columns(KEY, "id"),
     columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at",
     null=True), columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en")),
    ("agreement_source", columns(KEY, "agreement_id"), columns(TEXT, "document", "locator", "quote"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("agreement_source", agreement_id="agreement")),
    ("journal_change", columns(KEY, "journal_entry_id"), columns(sa.String(40), "record_type"),
     columns(INTEGER, "record_id", "version_after"), columns(JSON, "headline"), columns(JSON, "before",
     "after", null=True), columns(KEY, "id"), columns(INTEGER, "position"), owned("journal_change",
     journal_entry_id="journal_entry")),
    ("organization", columns(TEXT, "names_sl", "names_de", "names_en", "short_name_sl", "short_name_de",
     "short_name_en"), columns(sa.String(40), "classification", "status"), columns(BOOLEAN, "is_home"),
     columns(KEY, "parent_id", "place_id", null=True), columns(TEXT, "founded_edtf", "founded_wording"),
     columns(DATE, "founded_earliest", "founded_latest", null=True), columns(TEXT, "dissolved_edtf",
     "dissolved_wording"), columns(DATE, "dissolved_earliest", "dissolved_latest", null=True),
     columns(INTEGER, "member_count", null=True), columns(TEXT, "notes"), columns(KEY, "id"),
     columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at",
     null=True), columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en"), refers("organization",
     parent_id="organization", place_id="place")),
    ("person", columns(TEXT, "title_before", "given_name", "family_name", "title_after"), columns(BOOLEAN,
     "family_first"), columns(sa.String(40), "gender"), columns(TEXT, "function_sl", "function_de",
     "function_en"), columns(KEY, "organization_id", "place_id", null=True), columns(JSON, "languages"),
     columns(TEXT, "email", "phone", "pronunciation"), columns(sa.String(40), "status"), columns(TEXT,
     "notes"), columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"),
     columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text", "sort_sl", "sort_de",
     "sort_en"), refers("person", organization_id="organization", place_id="place")),
    ("project_output", columns(KEY, "project_id"), columns(TEXT, "text_sl", "text_de", "text_en"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("project_output", project_id="project")),
    ("project_phase", columns(KEY, "project_id"), columns(TEXT, "text_sl", "text_de", "text_en"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("project_phase", project_id="project")),
    ("project_source", columns(KEY, "project_id"), columns(TEXT, "document", "locator", "quote"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("project_source", project_id="project")),
    ("project_town", columns(KEY, "project_id"), columns(KEY, "place_id", null=True), columns(KEY, "id"),
     columns(INTEGER, "position"), owned("project_town", project_id="project"), refers("project_town",
     place_id="place")),
    ("agreement_party", columns(KEY, "agreement_id"), columns(KEY, "place_id", "organization_id",
     null=True), columns(TEXT, "name"), columns(KEY, "id"), columns(INTEGER, "position"),
     owned("agreement_party", agreement_id="agreement"), refers("agreement_party",
     organization_id="organization", place_id="place")),
    ("cadence_rule", columns(KEY, "organization_id"), columns(sa.String(40), "kind", "unit"),
     columns(INTEGER, "minimum"), columns(INTEGER, "gap_days", null=True), columns(INTEGER,
     "tolerance_days", "grace_days"), columns(DATE, "valid_from", "valid_to", null=True), columns(JSON,
     "recess_months"), columns(INTEGER, "min_active_workdays"), columns(BOOLEAN, "counts_unquorate"),
     columns(INTEGER, "preferred_weekday", "preferred_nth", null=True), columns(TIME, "preferred_time",
     null=True), columns(JSON, "countries"), columns(TEXT, "source_quote", "source_document"),
     columns(BOOLEAN, "pro_rata"), columns(INTEGER, "notice_days"), columns(KEY, "id"), columns(INTEGER,
     "position"), owned("cadence_rule", organization_id="organization")),
    ("meeting", columns(TEXT, "title_sl", "title_de", "title_en", "number"), columns(sa.String(40), "kind",
     "mode"), columns(TEXT, "platform"), columns(sa.String(40), "status", "visibility"), columns(MOMENT,
     "starts_at", "ends_at", null=True), columns(BOOLEAN, "all_day"), columns(TEXT, "zone"), columns(TIME,
     "opened_at", "closed_at", null=True), columns(KEY, "place_id", "chair_id", "minute_taker_id",
     null=True), columns(DATE, "convened_on", null=True), columns(KEY, "replaces_id", null=True),
     columns(TEXT, "uid"), columns(INTEGER, "sequence"), columns(TEXT, "notes"), columns(KEY, "id"),
     columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at",
     null=True), columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en"), refers("meeting",
     chair_id="person", minute_taker_id="person", place_id="place", replaces_id="meeting"),
     rule("ck_meeting_ends_after_start", "ends_at >= starts_at")),
    ("membership", columns(KEY, "organization_id"), columns(KEY, "person_id", null=True),
     columns(sa.String(40), "role"), columns(TEXT, "function_sl", "function_de", "function_en"),
     columns(BOOLEAN, "votes"), columns(DATE, "starts_on", "ends_on", null=True), columns(KEY, "id"),
     columns(INTEGER, "position"), owned("membership", organization_id="organization"), refers("membership",
     person_id="person")),
    ("organization_source", columns(KEY, "organization_id"), columns(TEXT, "document", "locator", "quote"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("organization_source",
     organization_id="organization")),
    ("organization_topic", columns(KEY, "organization_id"), columns(TEXT, "text_sl", "text_de", "text_en"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("organization_topic",
     organization_id="organization")),
    ("partnership", columns(KEY, "place_id", "organization_id", null=True), columns(sa.String(40), "kind",
     "status"), columns(TEXT, "since_edtf", "since_wording"), columns(DATE, "since_earliest",
     "since_latest", null=True), columns(TEXT, "initiative_sl", "initiative_de", "initiative_en"),
     columns(JSON, "areas"), columns(KEY, "coordinator_id", null=True), columns(sa.String(40), "verified"),
     columns(TEXT, "notes"), columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT, "created_at",
     "updated_at"), columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text", "sort_sl",
     "sort_de", "sort_en"), refers("partnership", coordinator_id="person", organization_id="organization",
     place_id="place")),
    ("project_partner", columns(KEY, "project_id"), columns(sa.String(40), "role"), columns(KEY,
     "organization_id", null=True), columns(TEXT, "name"), columns(KEY, "id"), columns(INTEGER, "position"),
     owned("project_partner", project_id="project"), refers("project_partner",
     organization_id="organization")),
    ("visit", columns(sa.String(40), "direction", "kind", "status"), columns(TEXT, "title_sl", "title_de",
     "title_en", "purpose_sl", "purpose_de", "purpose_en"), columns(DATE, "starts_on", "ends_on",
     null=True), columns(KEY, "partner_place_id", "partner_organization_id", "host_organization_id",
     "responsible_id", null=True), columns(TEXT, "outcomes_sl", "outcomes_de", "outcomes_en"),
     columns(INTEGER, "revision"), columns(TEXT, "notes"), columns(KEY, "id"), columns(INTEGER, "version"),
     columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at", null=True), columns(TEXT,
     "search_text", "sort_sl", "sort_de", "sort_en"), refers("visit", host_organization_id="organization",
     partner_organization_id="organization", partner_place_id="place", responsible_id="person"),
     rule("ck_visit_ends_after_start", "ends_on >= starts_on")),
    ("agenda_item", columns(KEY, "meeting_id"), columns(TEXT, "number", "title_sl", "title_de", "title_en"),
     columns(sa.String(40), "kind", "status"), columns(KEY, "rapporteur_id", null=True), columns(INTEGER,
     "planned_minutes", null=True), columns(BOOLEAN, "is_public"), columns(TEXT, "discussion_sl",
     "discussion_de", "discussion_en"), columns(KEY, "id"), columns(INTEGER, "position"),
     owned("agenda_item", meeting_id="meeting"), refers("agenda_item", rapporteur_id="person")),
    ("agreement_event", columns(KEY, "agreement_id"), columns(sa.String(40), "kind"), columns(TEXT,
     "happened_on_edtf", "happened_on_wording"), columns(DATE, "happened_on_earliest", "happened_on_latest",
     null=True), columns(KEY, "place_id", "meeting_id", null=True), columns(BOOLEAN, "remote"),
     columns(TEXT, "remark_sl", "remark_de", "remark_en"), columns(KEY, "id"), columns(INTEGER, "position"),
     owned("agreement_event", agreement_id="agreement"), refers("agreement_event", meeting_id="meeting",
     place_id="place")),
    ("attendance", columns(KEY, "meeting_id"), columns(KEY, "person_id", null=True), columns(TEXT, "name"),
     columns(sa.String(40), "capacity", "presence"), columns(TEXT, "function_sl", "function_de",
     "function_en"), columns(TIME, "arrived_at", "left_at", null=True), columns(KEY, "id"), columns(INTEGER,
     "position"), owned("attendance", meeting_id="meeting"), refers("attendance", person_id="person")),
    ("cadence_exemption", columns(KEY, "cadence_rule_id"), columns(DATE, "start", "end", null=True),
     columns(TEXT, "reason"), columns(KEY, "id"), columns(INTEGER, "position"), owned("cadence_exemption",
     cadence_rule_id="cadence_rule"), rule("ck_cadence_exemption_ends_after_start", '"end" >= start')),
    ("delegation", columns(KEY, "visit_id"), columns(sa.String(40), "side"), columns(KEY, "organization_id",
     "place_id", null=True), columns(KEY, "id"), columns(INTEGER, "position"), owned("delegation",
     visit_id="visit"), refers("delegation", organization_id="organization", place_id="place")),
    ("meeting_agenda_vote", columns(KEY, "meeting_id"), columns(INTEGER, "present", "in_favour", "against",
     "abstained"), columns(sa.String(40), "method"), columns(TEXT, "stated_result"), columns(BOOLEAN,
     "as_in_original"), columns(KEY, "id"), columns(INTEGER, "position"), owned("meeting_agenda_vote",
     meeting_id="meeting"), rule("ck_meeting_agenda_vote_votes_within_present",
     "in_favour + against + abstained <= present")),
    ("meeting_body", columns(KEY, "meeting_id"), columns(KEY, "organization_id", null=True), columns(KEY,
     "id"), columns(INTEGER, "position"), owned("meeting_body", meeting_id="meeting"),
     refers("meeting_body", organization_id="organization")),
    ("meeting_source", columns(KEY, "meeting_id"), columns(TEXT, "document", "locator", "quote"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("meeting_source", meeting_id="meeting")),
    ("partnership_source", columns(KEY, "partnership_id"), columns(TEXT, "document", "locator", "quote"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("partnership_source",
     partnership_id="partnership")),
    ("programme_item", columns(KEY, "visit_id"), columns(DATE, "day", null=True), columns(TIME, "starts_at",
     "ends_at", null=True), columns(sa.String(40), "kind", "status"), columns(TEXT, "title_sl", "title_de",
     "title_en", "description_sl", "description_de", "description_en"), columns(KEY, "place_id",
     "leader_id", null=True), columns(sa.String(40), "audience"), columns(TEXT, "internal_notes"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("programme_item", visit_id="visit"),
     refers("programme_item", leader_id="person", place_id="place")),
    ("visit_source", columns(KEY, "visit_id"), columns(TEXT, "document", "locator", "quote"), columns(KEY,
     "id"), columns(INTEGER, "position"), owned("visit_source", visit_id="visit")),
    ("visit_topic", columns(KEY, "visit_id"), columns(TEXT, "text_sl", "text_de", "text_en"), columns(KEY,
     "id"), columns(INTEGER, "position"), owned("visit_topic", visit_id="visit")),
    ("agenda_item_vote", columns(KEY, "agenda_item_id"), columns(INTEGER, "present", "in_favour", "against",
     "abstained"), columns(sa.String(40), "method"), columns(TEXT, "stated_result"), columns(BOOLEAN,
     "as_in_original"), columns(KEY, "id"), columns(INTEGER, "position"), owned("agenda_item_vote",
     agenda_item_id="agenda_item"), rule("ck_agenda_item_vote_votes_within_present",
     "in_favour + against + abstained <= present")),
    ("agreement_event_source", columns(KEY, "agreement_event_id"), columns(TEXT, "document", "locator",
     "quote"), columns(KEY, "id"), columns(INTEGER, "position"), owned("agreement_event_source",
     agreement_event_id="agreement_event")),
    ("claimed_date", columns(KEY, "agreement_event_id"), columns(TEXT, "happened_on_edtf",
     "happened_on_wording"), columns(DATE, "happened_on_earliest", "happened_on_latest", null=True),
     columns(TEXT, "claim", "source"), columns(KEY, "id"), columns(INTEGER, "position"),
     owned("claimed_date", agreement_event_id="agreement_event")),
    ("decision", columns(KEY, "agenda_item_id"), columns(TEXT, "number", "text_sl", "text_de", "text_en"),
     columns(sa.String(40), "kind", "status"), columns(TEXT, "implementer"), columns(DATE, "due_on",
     null=True), columns(KEY, "id"), columns(INTEGER, "position"), owned("decision",
     agenda_item_id="agenda_item")),
    ("delegate", columns(KEY, "delegation_id"), columns(KEY, "person_id", null=True), columns(TEXT,
     "placeholder"), columns(sa.String(40), "role"), columns(TEXT, "function_sl", "function_de",
     "function_en"), columns(sa.String(40), "reply"), columns(TEXT, "notes"), columns(KEY, "id"),
     columns(INTEGER, "position"), owned("delegate", delegation_id="delegation"), refers("delegate",
     person_id="person")),
    ("signatory", columns(KEY, "agreement_event_id"), columns(KEY, "person_id", null=True), columns(TEXT,
     "name", "function_sl", "function_de", "function_en"), columns(KEY, "place_id", null=True), columns(KEY,
     "id"), columns(INTEGER, "position"), owned("signatory", agreement_event_id="agreement_event"),
     refers("signatory", person_id="person", place_id="place")),
)
INDEXES: tuple[tuple[str, ...], ...] = (
    ("agreement", "sort_de", "sort_en", "sort_sl"),
    ("journal_entry", "reverts_id"),
    ("place", "parent_id", "sort_de", "sort_en", "sort_sl"),
    ("project", "sort_de", "sort_en", "sort_sl"),
    ("agreement_source", "agreement_id"),
    ("journal_change", "journal_entry_id", "record_type,record_id"),
    ("organization", "parent_id", "place_id", "sort_de", "sort_en", "sort_sl"),
    ("person", "organization_id", "place_id", "sort_de", "sort_en", "sort_sl"),
    ("project_output", "project_id"),
    ("project_phase", "project_id"),
    ("project_source", "project_id"),
    ("project_town", "place_id", "project_id"),
    ("agreement_party", "agreement_id", "organization_id", "place_id"),
    ("cadence_rule", "organization_id"),
    ("meeting", "chair_id", "minute_taker_id", "place_id", "replaces_id", "sort_de", "sort_en", "sort_sl",
     "starts_at,id,ends_at,deleted_at", "uid"),
    ("membership", "organization_id", "person_id"),
    ("organization_source", "organization_id"),
    ("organization_topic", "organization_id"),
    ("partnership", "coordinator_id", "organization_id", "place_id", "sort_de", "sort_en", "sort_sl"),
    ("project_partner", "organization_id", "project_id"),
    ("visit", "host_organization_id", "partner_organization_id", "partner_place_id", "responsible_id",
     "sort_de", "sort_en", "sort_sl", "starts_on,id,ends_on,deleted_at"),
    ("agenda_item", "meeting_id", "rapporteur_id"),
    ("agreement_event", "agreement_id", "meeting_id", "place_id"),
    ("attendance", "meeting_id", "person_id"),
    ("cadence_exemption", "cadence_rule_id"),
    ("delegation", "organization_id", "place_id", "visit_id"),
    ("meeting_agenda_vote", "meeting_id"),
    ("meeting_body", "meeting_id", "organization_id"),
    ("meeting_source", "meeting_id"),
    ("partnership_source", "partnership_id"),
    ("programme_item", "leader_id", "place_id", "visit_id"),
    ("visit_source", "visit_id"),
    ("visit_topic", "visit_id"),
    ("agenda_item_vote", "agenda_item_id"),
    ("agreement_event_source", "agreement_event_id"),
    ("claimed_date", "agreement_event_id"),
    ("decision", "agenda_item_id", "number"),
    ("delegate", "delegation_id", "person_id"),
    ("signatory", "agreement_event_id", "person_id", "place_id"),
)
