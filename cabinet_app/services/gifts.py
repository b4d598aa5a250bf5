"""The register of gifts and the rules it goes by."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.gifts import Gift as GiftTable
from cabinet_app.db.tables.gifts import GiftRule as GiftRuleTable
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.documents import from_document
from cabinet_app.domain.gift_rules import YearlyList, is_listed, rule_on, yearly_list
from cabinet_app.domain.gifts import Gift, GiftDirection, GiftRule
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.paths import resources
from cabinet_app.services.changes import Act
from cabinet_app.services.headlines import learn_names, organization_names, place_names
from cabinet_app.services.mapping import to_record, without_parts
from cabinet_app.services.records import ListQuery, Records, contains, holders
from cabinet_app.services.rows import GiftRow

CHIP_RECEIVED: Final = "received"
CHIP_GIVEN: Final = "given"
CHIP_TO_LIST: Final = "to_list"
CHIP_WITHOUT_VALUE: Final = "without_value"


class GiftRules(Records[GiftRule]):
    record_type = "gift_rule"

    def in_use(self) -> list[GiftRule]:
        """The rules of this register by the day they begin; what came before its first rule is as shipped."""
        with self.store.reading() as session:
            return rules_in_use(session)

    def replace(self, rules: Sequence[GiftRule]) -> None:
        """Let the register go by these rules and no others of its own, as one step.

        Raises:
            RecordError: a limit or a day is impossible.
        """
        with self.journal.step(Act.UPDATE) as step:
            kept = {rule.id for rule in rules if rule.id}
            present = step.session.scalars(
                select(GiftRuleTable.id).where(GiftRuleTable.deleted_at.is_(None))
            ).all()
            for rule_id in present:
                if rule_id not in kept:
                    step.remove(self.record_type, rule_id)
            for rule in rules:
                step.put(self.record_type, rule)


class Gifts(Records[Gift]):
    record_type = "gift"

    def ids(self, query: ListQuery) -> list[int]:
        """The gifts the query finds, in its order; the latest first unless it says otherwise."""
        statement = self._found(select(GiftTable.id), query.text)
        for chip in query.chips:
            statement = statement.where(self._chip(chip, query.today))
        return self._scalars(_ordered(statement, query))

    def rows(self, ids: Sequence[int], language: Language) -> list[GiftRow]:
        """The gifts as the list shows them, in the order of `ids`."""
        with self.store.reading() as session:
            gifts = without_parts(session, self.record_type, ids)
            names = _Names(session, gifts.values(), language)
            rules = rules_in_use(session)
            found = {gift_id: _row(gift, language, names, rules) for gift_id, gift in gifts.items()}
        return [found[gift_id] for gift_id in ids if gift_id in found]

    def earlier(
        self,
        place_id: int | None,
        people: Collection[int] = (),
        *,
        visit_id: int | None = None,
        besides: int = 0,
    ) -> list[int]:
        """The gifts exchanged with a town, or with one of these people, both ways, the latest first.

        With a visit also those exchanged with the town it is with.
        """
        with self.store.reading() as session:
            town = select(VisitTable.partner_place_id).where(VisitTable.id == visit_id)
            towns = {place_id, session.scalar(town) if visit_id else None} - {None}
        if not towns and not people:
            return []
        with_town = select(VisitTable.id).where(VisitTable.partner_place_id.in_(towns))
        statement = select(GiftTable.id).where(
            GiftTable.deleted_at.is_(None),
            GiftTable.id != besides,
            or_(
                GiftTable.place_id.in_(towns),
                and_(GiftTable.place_id.is_(None), GiftTable.visit_id.in_(with_town)),
                and_(GiftTable.direction == GiftDirection.RECEIVED, GiftTable.donor_id.in_(people)),
                and_(GiftTable.direction == GiftDirection.GIVEN, GiftTable.recipient_id.in_(people)),
            ),
        )
        day = GiftTable.happened_on
        return self._scalars(statement.order_by(day.is_(None), day.desc(), GiftTable.id))

    def of_visit(self, visit_id: int) -> list[int]:
        """The ids of the gifts exchanged on a visit, by day."""
        wanted = select(GiftTable.id).where(GiftTable.deleted_at.is_(None), GiftTable.visit_id == visit_id)
        return self._scalars(wanted.order_by(GiftTable.happened_on, GiftTable.id))

    def yearly(self, year: int) -> YearlyList:
        """The list of a year for the Commission for the Prevention of Corruption."""
        wanted = select(GiftTable.id).where(
            GiftTable.deleted_at.is_(None),
            GiftTable.happened_on.between(date(year, 1, 1), date(year, 12, 31)),
        )
        with self.store.reading() as session:
            rules = rules_in_use(session)
        return yearly_list(self.get_many(self._scalars(wanted)), rules, year)

    def report(self, year: int, day: date) -> int:
        """Note that the list of a year was sent on a day, as one step; answers how many gifts it reported."""
        ids = [gift.id for gift in self.yearly(year).gifts if gift.reported_on is None]
        with self.journal.step(Act.UPDATE) as step:
            for gift_id in ids:
                gift: Gift = to_record(step.find(self.record_type, gift_id), Gift)
                gift.reported_on = day
                step.put(self.record_type, gift)
        return len(ids)

    def _holds(self, word: str) -> ColumnElement[bool]:
        """In the gift itself or in the names of those who gave and got it, of its town and of its visit's."""
        people, towns = holders(PersonTable, word), holders(PlaceTable, word)
        visits = select(VisitTable.id).where(VisitTable.partner_place_id.in_(towns))
        return or_(
            contains(GiftTable, word),
            GiftTable.donor_id.in_(people),
            GiftTable.recipient_id.in_(people),
            GiftTable.official_id.in_(people),
            GiftTable.donor_organization_id.in_(holders(OrganizationTable, word)),
            GiftTable.place_id.in_(towns),
            GiftTable.visit_id.in_(visits),
        )

    def _chip(self, chip: str, today: date) -> ColumnElement[bool]:
        if chip in {CHIP_RECEIVED, CHIP_GIVEN}:
            return GiftTable.direction == GiftDirection(chip)
        if chip == CHIP_WITHOUT_VALUE:
            return GiftTable.value_cents.is_(None)
        if chip == CHIP_TO_LIST:
            with self.store.reading() as session:
                return to_be_listed(rules_in_use(session), date(today.year - 1, 1, 1))
        raise ValueError(chip)


def rules_in_use(session: Session) -> list[GiftRule]:
    """The rules by the day they begin: those of the register, and the shipped ones before its first."""
    rows = session.scalars(select(GiftRuleTable).where(GiftRuleTable.deleted_at.is_(None))).all()
    own: list[GiftRule] = [to_record(row, GiftRule) for row in rows]
    first = min((rule.valid_from or date.min for rule in own), default=date.max)
    shipped = [rule for rule in shipped_rules() if (rule.valid_from or date.min) < first]
    return sorted([*shipped, *own], key=lambda rule: (rule.valid_from or date.min, rule.id))


def to_be_listed(rules: Sequence[GiftRule], since: date) -> ColumnElement[bool]:
    """Gifts received since a day that are worth more than the limit of their own day and not reported yet."""
    spans: list[ColumnElement[bool]] = []
    for place, rule in enumerate(rules):
        begins = max(rule.valid_from or date.min, since)
        following = rules[place + 1].valid_from if place + 1 < len(rules) else None
        span = [GiftTable.happened_on >= begins, GiftTable.value_cents > rule.listed_above_cents]
        span += [GiftTable.happened_on < following] if following else []
        spans.append(and_(*span))
    return and_(GiftTable.direction == GiftDirection.RECEIVED, GiftTable.reported_on.is_(None), or_(*spans))


@cache
def _shipped() -> tuple[dict[str, Any], ...]:
    text = (resources() / "gift_rules.json").read_text(encoding="utf-8")
    return tuple(json.loads(text)["rules"])


def shipped_rules() -> list[GiftRule]:
    """The rules that come with the program; they have no ids until somebody stores them."""
    return [from_document(GiftRule, document) for document in _shipped()]


class _Names:
    """The names that rows of gifts show, read in a statement per kind of record."""

    def __init__(self, session: Session, gifts: Iterable[Gift], language: Language) -> None:
        gifts = list(gifts)
        self._session = session
        self._language = language
        ids = {one for gift in gifts for one in (gift.donor_id, gift.recipient_id, gift.official_id) if one}
        people = select(PersonTable.id, PersonTable.name).where(PersonTable.id.in_(ids))
        self._people: dict[int, PersonName] = dict(iter(session.execute(people)))
        visits = {gift.visit_id for gift in gifts if gift.visit_id}
        towns = select(VisitTable.id, VisitTable.partner_place_id).where(VisitTable.id.in_(visits))
        self._towns: dict[int, int | None] = dict(iter(session.execute(towns)))
        learn_names(session, gifts)

    def donor(self, gift: Gift) -> str:
        organization = organization_names(self._session, gift.donor_organization_id)
        return self._person(gift.donor_id) or organization.shown(self._language) or gift.donor

    def recipient(self, gift: Gift) -> str:
        return self._person(gift.recipient_id) or gift.recipient or self._person(gift.official_id)

    def town(self, gift: Gift) -> str:
        place_id = gift.place_id or self._towns.get(gift.visit_id or 0)
        names: LocalizedText = place_names(self._session, place_id)
        return names.shown(self._language)

    def _person(self, person_id: int | None) -> str:
        name = self._people.get(person_id or 0)
        return name.with_titles if name else ""


def _row(gift: Gift, language: Language, names: _Names, rules: Sequence[GiftRule]) -> GiftRow:
    return GiftRow(
        id=gift.id,
        happened_on=gift.happened_on,
        direction=gift.direction,
        description=gift.description.shown(language),
        occasion=gift.occasion.shown(language),
        donor=names.donor(gift),
        recipient=names.recipient(gift),
        relation=gift.recipient_relation,
        town=names.town(gift),
        value_cents=gift.value_cents,
        valuation=gift.valuation,
        nature=gift.nature,
        owner=gift.owner,
        reported_on=gift.reported_on,
        is_listed=is_listed(gift, rule_on(rules, gift.happened_on)),
    )


def _ordered(statement: Select[int], query: ListQuery) -> Select[int]:
    """By the wanted column, then the latest first; the list turns round where it is sorted by day upwards."""
    day = GiftTable.happened_on
    latest = (day.is_(None), day.desc(), GiftTable.id.desc())
    if query.sort == "happened_on" and not query.descending:
        return statement.order_by(day.is_(None), day, GiftTable.id)
    if query.sort == "town":
        statement = statement.outerjoin(VisitTable, VisitTable.id == GiftTable.visit_id).outerjoin(
            PlaceTable,
            PlaceTable.id == func.coalesce(GiftTable.place_id, VisitTable.partner_place_id),
        )
    columns: dict[str, Any] = {
        "description": getattr(GiftTable, f"sort_{query.language}"),
        "town": getattr(PlaceTable, f"sort_{query.language}"),
        "value": GiftTable.value_cents,
        "direction": GiftTable.direction,
    }
    column = columns.get(query.sort)
    if column is None:
        return statement.order_by(*latest)
    return statement.order_by(column.is_(None), column.desc() if query.descending else column, *latest)
