"""What came with version 2: the new tables, and the old ones with what they gained."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the new tables, then give the old ones their new columns, empty."""
    known = set(sa.inspect(op.get_bind()).get_table_names())
    for table, *parts in TABLES:
        if table not in known:
            op.create_table(table, *definition(table, parts))
            make_indexes(table)
    for table, *parts in TABLES:
        if table in known:
            extend(table, parts)


def extend(table: str, parts: list[Any]) -> None:
    """Give an old table its new columns; on SQLite, which cannot drop a default, by building it anew."""
    items = list(definition(table, parts))
    columns = [item for item in items if isinstance(item, sa.Column)]
    old = frozenset(column["name"] for column in sa.inspect(op.get_bind()).get_columns(table))
    added = [column for column in columns if column.name not in old]
    if op.get_bind().dialect.name == "sqlite":
        rebuild(table, items, added)
        return
    for column in added:
        name, default = column.name, None if column.nullable else EMPTY[type(column.type)]
        op.add_column(table, sa.Column(name, column.type, nullable=column.nullable, server_default=default))
        op.alter_column(table, name, server_default=None)
    for key in (item for item in items if isinstance(item, sa.ForeignKeyConstraint)):
        (name,) = key.column_keys
        if name not in old:
            target = key.elements[0].target_fullname.partition(".")[0]
            op.create_foreign_key(
                str(key.name), table, target, [name], ["id"], deferrable=True, initially="DEFERRED"
            )
    make_indexes(table, old)


def rebuild(table: str, items: list[Any], added: list[sa.Column[Any]]) -> None:
    """Copy the rows into a table of the new form and let it take the old one's place."""
    op.create_table(f"new_{table}", *items)
    kept = [item.name for item in items if isinstance(item, sa.Column) and item not in added]
    filled = {item.name: EMPTY[type(item.type)] for item in added if not item.nullable}
    into = ", ".join([*kept, *filled])
    values = ", ".join([*kept, *(f"'{value}'" for value in filled.values())])
    op.execute(f"INSERT INTO new_{table} ({into}) SELECT {values} FROM {table}")  # noqa: S608
    op.drop_table(table)
    op.rename_table(f"new_{table}", table)
    make_indexes(table)


def definition(table: str, parts: list[Any]) -> Iterator[Any]:
    """The columns and constraints of a table."""
    for part in parts:
        yield from part
    yield sa.PrimaryKeyConstraint("id", name=f"pk_{table}")


def make_indexes(table: str, old: frozenset[str] = frozenset()) -> None:
    """The indexes of a table, those left out whose columns were all there before."""
    for names in (index.split(",") for name, *indexes in INDEXES if name == table for index in indexes):
        if not old.issuperset(names):
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
BYTES = sa.LargeBinary()
# What stands in a new column of an old row.
EMPTY: dict[type[sa.types.TypeEngine[Any]], str] = {
    sa.Text: "",
    sa.Integer: "0",
    sa.BigInteger: "0",
    sa.Boolean: "0",
    sa.JSON: "[]",
}

# fmt: off
TABLES: tuple[tuple[Any, ...], ...] = (
    ("agreement", columns(TEXT, "title_sl", "title_de", "title_en"), columns(sa.String(40), "instrument",
     "status"), columns(BOOLEAN, "status_by_hand"), columns(TEXT, "status_reason"), columns(KEY,
     "jubilees_from"), columns(INTEGER, "copies", null=True), columns(TEXT, "term_sl", "term_de", "term_en",
     "text_sl", "text_de", "text_en"), columns(INTEGER, "party_count", null=True), columns(JSON,
     "languages", "areas"), columns(TEXT, "valid_from_edtf", "valid_from_wording"), columns(DATE,
     "valid_from_earliest", "valid_from_latest", null=True), columns(TEXT, "valid_to_edtf",
     "valid_to_wording"), columns(DATE, "valid_to_earliest", "valid_to_latest", null=True), columns(TEXT,
     "notice_sl", "notice_de", "notice_en", "summary_sl", "summary_de", "summary_en"),
     columns(sa.String(40), "verified"), columns(TEXT, "notes"), columns(KEY, "id"), columns(INTEGER,
     "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at", null=True),
     columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en")),
    ("file_content", columns(KEY, "id"), columns(sa.String(64), "sha256"), columns(BYTES, "content")),
    ("gift_rule", columns(DATE, "valid_from", null=True), columns(INTEGER, "listed_above_cents",
     "occasional_limit_cents", "due_month", "due_day"), columns(TEXT, "source"), columns(KEY, "id"),
     columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at",
     null=True), columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en")),
    ("precedence_scheme", columns(TEXT, "names_sl", "names_de", "names_en"), columns(BOOLEAN, "in_force"),
     columns(JSON, "tie_breakers"), columns(TEXT, "source"), columns(KEY, "id"), columns(INTEGER,
     "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at", null=True),
     columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en")),
    ("project", columns(TEXT, "acronym", "title_sl", "title_de", "title_en", "programme",
     "programme_period", "fund_sl", "fund_de", "fund_en"), columns(sa.String(40), "status"), columns(TEXT,
     "starts_edtf", "starts_wording"), columns(DATE, "starts_earliest", "starts_latest", null=True),
     columns(TEXT, "ends_edtf", "ends_wording"), columns(DATE, "ends_earliest", "ends_latest", null=True),
     columns(TEXT, "purpose_sl", "purpose_de", "purpose_en", "budget"), columns(INTEGER, "town_count",
     null=True), columns(KEY, "visit_id", null=True), columns(TEXT, "follow_up_sl", "follow_up_de",
     "follow_up_en", "notes"), columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT,
     "created_at", "updated_at"), columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text",
     "sort_sl", "sort_de", "sort_en"), refers("project", visit_id="visit")),
    ("visit_template", columns(TEXT, "names_sl", "names_de", "names_en"), columns(sa.String(40),
     "direction", "kind"), columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT, "created_at",
     "updated_at"), columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text", "sort_sl",
     "sort_de", "sort_en")),
    ("agreement_source", columns(KEY, "agreement_id"), columns(TEXT, "document", "locator", "quote",
     "fact"), columns(KEY, "id"), columns(INTEGER, "position"), owned("agreement_source",
     agreement_id="agreement")),
    ("person", columns(TEXT, "title_before", "given_name", "family_name", "title_after"), columns(BOOLEAN,
     "family_first"), columns(sa.String(40), "gender"), columns(TEXT, "function_sl", "function_de",
     "function_en"), columns(KEY, "organization_id", "place_id", null=True), columns(JSON, "languages"),
     columns(TEXT, "email", "phone", "pronunciation", "address_form_sl", "address_form_de",
     "address_form_en"), columns(INTEGER, "precedence", null=True), columns(DATE, "in_office_since",
     null=True), columns(KEY, "photo_id", null=True), columns(sa.String(40), "status"), columns(TEXT,
     "notes"), columns(JSON, "diets"), columns(TEXT, "diet_note", "accessibility", "document_number"),
     columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"),
     columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text", "sort_sl", "sort_de",
     "sort_en"), refers("person", organization_id="organization", photo_id="document", place_id="place")),
    ("precedence_rank", columns(KEY, "precedence_scheme_id"), columns(INTEGER, "rank"), columns(TEXT,
     "label_sl", "label_de", "label_en"), columns(BOOLEAN, "ranked"), columns(KEY, "id"), columns(INTEGER,
     "position"), owned("precedence_rank", precedence_scheme_id="precedence_scheme")),
    ("project_source", columns(KEY, "project_id"), columns(TEXT, "document", "locator", "quote", "fact"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("project_source", project_id="project")),
    ("template_item", columns(KEY, "visit_template_id"), columns(INTEGER, "day"), columns(TIME, "starts_at",
     "ends_at", null=True), columns(sa.String(40), "kind"), columns(TEXT, "title_sl", "title_de",
     "title_en", "description_sl", "description_de", "description_en"), columns(sa.String(40), "audience"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("template_item",
     visit_template_id="visit_template")),
    ("template_task", columns(KEY, "visit_template_id"), columns(TEXT, "title_sl", "title_de", "title_en"),
     columns(INTEGER, "offset_days"), columns(sa.String(40), "anchor"), columns(TEXT, "responsible"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("template_task",
     visit_template_id="visit_template")),
    ("organization_source", columns(KEY, "organization_id"), columns(TEXT, "document", "locator", "quote",
     "fact"), columns(KEY, "id"), columns(INTEGER, "position"), owned("organization_source",
     organization_id="organization")),
    ("series", columns(TEXT, "title_sl", "title_de", "title_en"), columns(sa.String(40), "kind", "mode"),
     columns(TEXT, "platform"), columns(sa.String(40), "visibility"), columns(KEY, "place_id", "chair_id",
     null=True), columns(MOMENT, "starts_at", null=True), columns(INTEGER, "duration_minutes"),
     columns(BOOLEAN, "all_day"), columns(TEXT, "zone"), columns(sa.String(40), "frequency"),
     columns(INTEGER, "interval"), columns(JSON, "weekdays"), columns(INTEGER, "nth", "month_day", "month",
     null=True), columns(DATE, "until", null=True), columns(INTEGER, "count", null=True),
     columns(sa.String(40), "holiday_policy"), columns(JSON, "countries"), columns(DATE,
     "materialised_until", null=True), columns(TEXT, "uid"), columns(INTEGER, "sequence"), columns(TEXT,
     "feed", "foreign_rule", "raw_properties", "notes"), columns(KEY, "id"), columns(INTEGER, "version"),
     columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at", null=True), columns(TEXT,
     "search_text", "sort_sl", "sort_de", "sort_en"), refers("series", chair_id="person",
     place_id="place")),
    ("visit", columns(sa.String(40), "direction", "kind", "status"), columns(TEXT, "title_sl", "title_de",
     "title_en", "purpose_sl", "purpose_de", "purpose_en"), columns(DATE, "starts_on", "ends_on",
     null=True), columns(KEY, "partner_place_id", "partner_organization_id", "host_organization_id",
     "responsible_id", null=True), columns(TEXT, "outcomes_sl", "outcomes_de", "outcomes_en", "press_sl",
     "press_de", "press_en"), columns(KEY, "project_id", null=True), columns(INTEGER, "revision"),
     columns(DATE, "revised_on", null=True), columns(TEXT, "revision_note_sl", "revision_note_de",
     "revision_note_en", "notes"), columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT,
     "created_at", "updated_at"), columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text",
     "sort_sl", "sort_de", "sort_en"), refers("visit", host_organization_id="organization",
     partner_organization_id="organization", partner_place_id="place", project_id="project",
     responsible_id="person"), rule("ck_visit_ends_after_start", "ends_on >= starts_on")),
    ("booking", columns(KEY, "visit_id"), columns(sa.String(40), "kind"), columns(KEY, "place_id",
     "person_id", null=True), columns(TEXT, "name"), columns(MOMENT, "starts_at", "ends_at", null=True),
     columns(TEXT, "notes"), columns(KEY, "id"), columns(INTEGER, "position"), owned("booking",
     visit_id="visit"), refers("booking", person_id="person", place_id="place")),
    ("cadence_rule", columns(KEY, "organization_id"), columns(sa.String(40), "kind", "unit"),
     columns(INTEGER, "minimum"), columns(INTEGER, "gap_days", null=True), columns(INTEGER,
     "tolerance_days", "grace_days"), columns(DATE, "valid_from", "valid_to", null=True), columns(JSON,
     "recess_months"), columns(INTEGER, "min_active_workdays"), columns(BOOLEAN, "counts_unquorate"),
     columns(INTEGER, "preferred_weekday", "preferred_nth", null=True), columns(TIME, "preferred_time",
     null=True), columns(JSON, "countries"), columns(TEXT, "source_quote", "source_document"), columns(KEY,
     "visit_id", null=True), columns(BOOLEAN, "pro_rata"), columns(INTEGER, "notice_days"), columns(KEY,
     "id"), columns(INTEGER, "position"), owned("cadence_rule", organization_id="organization"),
     refers("cadence_rule", visit_id="visit")),
    ("dispatch", columns(KEY, "visit_id"), columns(DATE, "sent_on", null=True), columns(INTEGER,
     "revision"), columns(TEXT, "recipient", "means"), columns(KEY, "id"), columns(INTEGER, "position"),
     owned("dispatch", visit_id="visit")),
    ("gift", columns(sa.String(40), "direction"), columns(DATE, "happened_on", null=True), columns(TEXT,
     "description_sl", "description_de", "description_en", "occasion_sl", "occasion_de", "occasion_en"),
     columns(KEY, "donor_id", "donor_organization_id", null=True), columns(TEXT, "donor", "donor_address"),
     columns(KEY, "official_id", "recipient_id", null=True), columns(TEXT, "recipient",
     "recipient_relation"), columns(INTEGER, "value_cents", null=True), columns(sa.String(40), "valuation",
     "nature", "owner"), columns(TEXT, "storage"), columns(DATE, "reported_on", null=True), columns(KEY,
     "visit_id", "place_id", null=True), columns(TEXT, "notes"), columns(KEY, "id"), columns(INTEGER,
     "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at", null=True),
     columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en"), refers("gift", donor_id="person",
     donor_organization_id="organization", official_id="person", place_id="place", recipient_id="person",
     visit_id="visit")),
    ("letter", columns(sa.String(40), "kind", "status", "language"), columns(DATE, "written_on", null=True),
     columns(KEY, "place_id", null=True), columns(TEXT, "our_reference"), columns(KEY, "addressee_id",
     null=True), columns(TEXT, "recipient", "salutation", "subject", "body", "closing"), columns(KEY,
     "signatory_id", null=True), columns(TEXT, "signatory", "signatory_function"), columns(KEY, "visit_id",
     "agreement_id", null=True), columns(DATE, "sent_on", null=True), columns(KEY, "id"), columns(INTEGER,
     "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at", null=True),
     columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en"), refers("letter", addressee_id="person",
     agreement_id="agreement", place_id="place", signatory_id="person", visit_id="visit")),
    ("meeting", columns(TEXT, "title_sl", "title_de", "title_en", "number"), columns(sa.String(40), "kind",
     "mode"), columns(TEXT, "platform"), columns(sa.String(40), "status", "visibility"), columns(MOMENT,
     "starts_at", "ends_at", null=True), columns(BOOLEAN, "all_day"), columns(TEXT, "zone"), columns(TIME,
     "opened_at", "closed_at", null=True), columns(KEY, "place_id", "chair_id", "minute_taker_id",
     null=True), columns(DATE, "convened_on", null=True), columns(KEY, "replaces_id", null=True),
     columns(TEXT, "uid"), columns(INTEGER, "sequence"), columns(KEY, "series_id", null=True),
     columns(MOMENT, "original_start", null=True), columns(BOOLEAN, "detached", "transparent"),
     columns(TEXT, "clash_note", "description_sl", "description_de", "description_en"), columns(KEY,
     "project_id", null=True), columns(TEXT, "feed", "raw_properties", "notes"), columns(KEY, "id"),
     columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"), columns(MOMENT, "deleted_at",
     null=True), columns(TEXT, "search_text", "sort_sl", "sort_de", "sort_en"), refers("meeting",
     chair_id="person", minute_taker_id="person", place_id="place", project_id="project",
     replaces_id="meeting", series_id="series"), rule("ck_meeting_ends_after_start",
     "ends_at >= starts_at")),
    ("partnership_source", columns(KEY, "partnership_id"), columns(TEXT, "document", "locator", "quote",
     "fact"), columns(KEY, "id"), columns(INTEGER, "position"), owned("partnership_source",
     partnership_id="partnership")),
    ("programme_item", columns(KEY, "visit_id"), columns(DATE, "day", null=True), columns(TIME, "starts_at",
     "ends_at", null=True), columns(sa.String(40), "kind", "status"), columns(TEXT, "title_sl", "title_de",
     "title_en", "description_sl", "description_de", "description_en"), columns(KEY, "place_id",
     "leader_id", "interpreter_id", null=True), columns(JSON, "delegation_ids", "delegate_ids"),
     columns(TEXT, "dress_sl", "dress_de", "dress_en", "transport_sl", "transport_de", "transport_en",
     "vehicle", "clash_note"), columns(sa.String(40), "audience"), columns(TEXT, "internal_notes"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("programme_item", visit_id="visit"),
     refers("programme_item", interpreter_id="person", leader_id="person", place_id="place")),
    ("seating_plan", columns(KEY, "visit_id"), columns(TEXT, "title_sl", "title_de", "title_en"),
     columns(sa.String(40), "shape", "status"), columns(KEY, "item_id"), columns(INTEGER, "per_side",
     null=True), columns(BOOLEAN, "interpreters_behind"), columns(TEXT, "notes"), columns(KEY, "id"),
     columns(INTEGER, "position"), owned("seating_plan", visit_id="visit")),
    ("series_body", columns(KEY, "series_id"), columns(KEY, "organization_id", null=True), columns(KEY,
     "id"), columns(INTEGER, "position"), owned("series_body", series_id="series"), refers("series_body",
     organization_id="organization")),
    ("visit_source", columns(KEY, "visit_id"), columns(TEXT, "document", "locator", "quote", "fact"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("visit_source", visit_id="visit")),
    ("agreement_event", columns(KEY, "agreement_id"), columns(sa.String(40), "kind"), columns(TEXT,
     "happened_on_edtf", "happened_on_wording"), columns(DATE, "happened_on_earliest", "happened_on_latest",
     null=True), columns(KEY, "place_id", null=True), columns(MOMENT, "local_time", null=True), columns(KEY,
     "meeting_id", null=True), columns(KEY, "decision_id"), columns(KEY, "visit_id", null=True),
     columns(BOOLEAN, "remote"), columns(TEXT, "remark_sl", "remark_de", "remark_en"), columns(KEY, "id"),
     columns(INTEGER, "position"), owned("agreement_event", agreement_id="agreement"),
     refers("agreement_event", meeting_id="meeting", place_id="place", visit_id="visit")),
    ("delegate", columns(KEY, "delegation_id"), columns(KEY, "person_id", null=True), columns(TEXT,
     "placeholder"), columns(sa.String(40), "role"), columns(TEXT, "function_sl", "function_de",
     "function_en"), columns(sa.String(40), "reply"), columns(INTEGER, "precedence", null=True),
     columns(TEXT, "precedence_reason"), columns(BOOLEAN, "needs_interpreter"), columns(TEXT, "plate",
     "lodging", "order_number", "order_task_sl", "order_task_de", "order_task_en", "transport", "payer",
     "advance", "notes"), columns(KEY, "id"), columns(INTEGER, "position"), owned("delegate",
     delegation_id="delegation"), refers("delegate", person_id="person")),
    ("document", columns(TEXT, "title_sl", "title_de", "title_en", "file_name", "media_type"),
     columns(INTEGER, "size"), columns(sa.String(64), "sha256"), columns(TEXT, "language", "dated_edtf",
     "dated_wording"), columns(DATE, "dated_earliest", "dated_latest", null=True), columns(KEY,
     "agreement_id", "visit_id", "meeting_id", "project_id", "person_id", null=True), columns(TEXT,
     "notes"), columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"),
     columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text", "sort_sl", "sort_de",
     "sort_en"), refers("document", agreement_id="agreement", meeting_id="meeting", person_id="person",
     project_id="project", visit_id="visit")),
    ("invitation", columns(KEY, "meeting_id"), columns(KEY, "person_id", null=True), columns(TEXT, "name",
     "email"), columns(sa.String(40), "role", "reply"), columns(KEY, "id"), columns(INTEGER, "position"),
     owned("invitation", meeting_id="meeting"), refers("invitation", person_id="person")),
    ("meeting_source", columns(KEY, "meeting_id"), columns(TEXT, "document", "locator", "quote", "fact"),
     columns(KEY, "id"), columns(INTEGER, "position"), owned("meeting_source", meeting_id="meeting")),
    ("seat", columns(KEY, "seating_plan_id"), columns(sa.String(40), "side"), columns(INTEGER, "number"),
     columns(KEY, "delegate_id"), columns(BOOLEAN, "locked"), columns(KEY, "id"), columns(INTEGER,
     "position"), owned("seat", seating_plan_id="seating_plan")),
    ("task", columns(TEXT, "title_sl", "title_de", "title_en"), columns(sa.String(40), "status"),
     columns(DATE, "due_on", null=True), columns(INTEGER, "offset_days", null=True), columns(sa.String(40),
     "anchor"), columns(KEY, "responsible_id", null=True), columns(TEXT, "responsible"), columns(DATE,
     "done_on", null=True), columns(KEY, "visit_id", "meeting_id", null=True), columns(KEY, "decision_id"),
     columns(KEY, "agreement_id", "project_id", "place_id", null=True), columns(TEXT, "wording", "notes"),
     columns(KEY, "id"), columns(INTEGER, "version"), columns(MOMENT, "created_at", "updated_at"),
     columns(MOMENT, "deleted_at", null=True), columns(TEXT, "search_text", "sort_sl", "sort_de",
     "sort_en"), refers("task", agreement_id="agreement", meeting_id="meeting", place_id="place",
     project_id="project", responsible_id="person", visit_id="visit")),
    ("agreement_event_source", columns(KEY, "agreement_event_id"), columns(TEXT, "document", "locator",
     "quote", "fact"), columns(KEY, "id"), columns(INTEGER, "position"), owned("agreement_event_source",
     agreement_event_id="agreement_event")),
    ("event_place", columns(KEY, "agreement_event_id"), columns(KEY, "place_id", null=True), columns(MOMENT,
     "local_time", null=True), columns(KEY, "id"), columns(INTEGER, "position"), owned("event_place",
     agreement_event_id="agreement_event"), refers("event_place", place_id="place")),
    ("travel_leg", columns(KEY, "delegate_id"), columns(sa.String(40), "direction", "mode"), columns(MOMENT,
     "happens_at", null=True), columns(TEXT, "number", "origin", "destination", "notes"), columns(KEY,
     "id"), columns(INTEGER, "position"), owned("travel_leg", delegate_id="delegate")),
)
INDEXES: tuple[tuple[str, ...], ...] = (
    ("agreement", "sort_de", "sort_en", "sort_sl"),
    ("file_content", "sha256"),
    ("gift_rule", "sort_de", "sort_en", "sort_sl"),
    ("precedence_scheme", "sort_de", "sort_en", "sort_sl"),
    ("project", "sort_de", "sort_en", "sort_sl", "visit_id"),
    ("visit_template", "sort_de", "sort_en", "sort_sl"),
    ("agreement_source", "agreement_id"),
    ("person", "organization_id", "photo_id", "place_id", "sort_de", "sort_en", "sort_sl"),
    ("precedence_rank", "precedence_scheme_id"),
    ("project_source", "project_id"),
    ("template_item", "visit_template_id"),
    ("template_task", "visit_template_id"),
    ("organization_source", "organization_id"),
    ("series", "chair_id", "place_id", "sort_de", "sort_en", "sort_sl"),
    ("visit", "host_organization_id", "partner_organization_id", "partner_place_id", "project_id",
     "responsible_id", "sort_de", "sort_en", "sort_sl", "starts_on,id,ends_on,deleted_at"),
    ("booking", "person_id", "place_id", "visit_id"),
    ("cadence_rule", "organization_id", "visit_id"),
    ("dispatch", "visit_id"),
    ("gift", "donor_id", "donor_organization_id", "happened_on,id,deleted_at", "official_id", "place_id",
     "recipient_id", "sort_de", "sort_en", "sort_sl", "visit_id"),
    ("letter", "addressee_id", "agreement_id", "place_id", "signatory_id", "sort_de", "sort_en", "sort_sl",
     "visit_id"),
    ("meeting", "chair_id", "minute_taker_id", "place_id", "project_id", "replaces_id", "series_id",
     "sort_de", "sort_en", "sort_sl", "starts_at,id,ends_at,deleted_at", "uid"),
    ("partnership_source", "partnership_id"),
    ("programme_item", "interpreter_id", "leader_id", "place_id", "visit_id"),
    ("seating_plan", "visit_id"),
    ("series_body", "organization_id", "series_id"),
    ("visit_source", "visit_id"),
    ("agreement_event", "agreement_id", "meeting_id", "place_id", "visit_id"),
    ("delegate", "delegation_id", "person_id"),
    ("document", "agreement_id", "meeting_id", "person_id", "project_id", "sha256", "sort_de", "sort_en",
     "sort_sl", "visit_id"),
    ("invitation", "meeting_id", "person_id"),
    ("meeting_source", "meeting_id"),
    ("seat", "seating_plan_id"),
    ("task", "agreement_id", "due_on,id,status,deleted_at", "meeting_id", "place_id", "project_id",
     "responsible_id", "sort_de", "sort_en", "sort_sl", "visit_id"),
    ("agreement_event_source", "agreement_event_id"),
    ("event_place", "agreement_event_id", "place_id"),
    ("travel_leg", "delegate_id"),
)
