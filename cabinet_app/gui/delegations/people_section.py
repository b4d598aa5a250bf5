"""The part of a visit in which its delegations stand."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import DelegationSide, Visit, VisitDirection
from cabinet_app.gui.delegations.people import DelegationsEdit, Origin
from cabinet_app.gui.delegations.sections import TextPlace, VisitSection
from cabinet_app.gui.widgets.child_table import ChildTable


class PeopleSection(VisitSection):
    """Guests, hosts and others."""

    def build(self) -> None:
        self.heading = self.section("delegations", self.t.gettext("Members"))
        self.people = DelegationsEdit(self.context, self.facts)
        self.bind_table("delegations", self.heading, self.people)

    def fill(self, draft: Visit) -> None:
        self.people.propose_origins(self._origins(draft))
        self.people.follow(draft)
        count = sum(len(delegation.delegates) for delegation in draft.delegations)
        self.heading.set_count(str(count or ""))

    def tables(self) -> Sequence[tuple[QWidget, ChildTable[Any]]]:
        return [pair for block in self.people.blocks for pair in block.tables()]

    def keys(self) -> Sequence[str]:
        return ("delegations",)

    def go_to(self, where: TextPlace, language: Language) -> None:
        self.people.go_to(where.number, where.place, where.attribute, language)

    def _origins(self, draft: Visit) -> dict[DelegationSide, Origin]:
        """Whose people the guests and the hosts are, as far as the visit tells."""
        home = self.facts.home()
        partner: Origin = (draft.partner_place_id, draft.partner_organization_id)
        if draft.direction is VisitDirection.OUTGOING:
            at_home: Origin = (home.place_id, home.id) if home else (None, None)
            return {DelegationSide.GUEST: at_home, DelegationSide.HOST: partner}
        if draft.direction is VisitDirection.INCOMING:
            ours: Origin = (home.place_id if home else None, draft.host_organization_id)
            return {DelegationSide.GUEST: partner, DelegationSide.HOST: ours}
        return {}
