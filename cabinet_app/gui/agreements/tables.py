"""The small tables inside records of the Twinning tab: parties, signatories, sources and the like."""

from typing import Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.projects import ProjectOutput, ProjectPartner, ProjectPartnerRole, ProjectTown
from cabinet_app.domain.twinning import AgreementParty, ClaimedDate, EventPlace, Signatory
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.agreements.moment_edit import MomentEdit
from cabinet_app.gui.agreements.words import short
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.names import Names
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import VagueDateEdit
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import organization_picker, person_picker, place_picker
from cabinet_app.gui.widgets.source_table import text_cell
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label


class Tables:
    """Makes the tables of one editor."""

    def __init__(self, context: GuiContext, names: Names) -> None:
        self._context = context
        self._t = context.t
        self._names = names

    def parties(self) -> ChildTable[AgreementParty]:
        """Towns, organizations or only names."""
        g = self._t.gettext
        columns: list[ChildColumn[AgreementParty]] = [
            ChildColumn("place_id", g("Town"), self.town_of, self.town_cell, width=18),
            ChildColumn("organization_id", g("Organization"), self._organization_of, self._organization, 18),
            ChildColumn("name", g("Only a name"), _name_of, text_cell, stretch=True),
        ]
        return ChildTable(self._t, columns, AgreementParty, add_text=g("Add party"), name=g("Parties"))

    def claimed_dates(self) -> ChildTable[ClaimedDate]:
        """Other dates of the same act, each with who says so."""
        g = self._t.gettext
        columns: list[ChildColumn[ClaimedDate]] = [
            ChildColumn("happened_on", g("Date"), self.date_of, self.date_cell, width=14),
            ChildColumn("claim", g("What it says"), _claim_of, text_cell, stretch=True),
            ChildColumn("source", g("Source"), _source_of, text_cell, width=18),
        ]
        return ChildTable(
            self._t,
            columns,
            ClaimedDate,
            add_text=g("Add another claimed date"),
            name=g("Other claimed dates"),
        )

    def places(self) -> ChildTable[EventPlace]:
        """Where else the same act was done, each place with its own clock."""
        g = self._t.gettext
        columns: list[ChildColumn[EventPlace]] = [
            ChildColumn("place_id", g("Place"), self.town_of, self.town_cell, stretch=True),
            ChildColumn("local_time", g("Local time"), self._moment_of, self._moment_cell, width=24),
        ]
        return ChildTable(
            self._t, columns, EventPlace, add_text=g("Add place"), name=g("Further places"), can_move=False
        )

    def signatories(self) -> ChildTable[Signatory]:
        """Who signed, with the post held then."""
        g = self._t.gettext
        columns: list[ChildColumn[Signatory]] = [
            ChildColumn("person_id", g("Person"), self._person_of, self._person, width=13),
            ChildColumn("name", g("Only a name"), _name_of, text_cell, width=12),
            ChildColumn("function", g("Post held then"), self._function_of, self._localized, stretch=True),
            ChildColumn("place_id", g("For the town"), self.town_of, self.town_cell, width=10),
        ]
        return ChildTable(self._t, columns, Signatory, add_text=g("Add signatory"), name=g("Signatories"))

    def partners(self) -> ChildTable[ProjectPartner]:
        """The consortium of a project."""
        g = self._t.gettext
        columns: list[ChildColumn[ProjectPartner]] = [
            ChildColumn("role", g("Role"), self._role_of, self._role, width=14),
            ChildColumn(
                "organization_id", g("Organization"), self._organization_of, self._organization, stretch=True
            ),
            ChildColumn("name", g("Only a name"), _name_of, text_cell, width=12),
        ]
        return ChildTable(self._t, columns, ProjectPartner, add_text=g("Add partner"), name=g("Partners"))

    def towns(self) -> ChildTable[ProjectTown]:
        """The towns that take part in a project."""
        g = self._t.gettext
        columns: list[ChildColumn[ProjectTown]] = [
            ChildColumn("place_id", g("Town"), self.town_of, self.town_cell, stretch=True)
        ]
        return ChildTable(self._t, columns, ProjectTown, add_text=g("Add town"), name=g("Towns"))

    def outputs(self, name: str, add_text: str) -> ChildTable[ProjectOutput]:
        """Phases or results in words."""
        columns: list[ChildColumn[ProjectOutput]] = [
            ChildColumn("text", name, self._text_of, self._localized, stretch=True)
        ]
        return ChildTable(self._t, columns, ProjectOutput, add_text=add_text, name=name)

    # What cells say and how they are edited.

    def town_of(self, row: Any) -> str:  # noqa: ANN401 - any row with a place
        """The name of the row's place."""
        return self._names.of("place", row.place_id)

    def town_cell(self, parent: QWidget) -> QWidget:
        """Chooses a town, or creates it."""
        return place_picker(self._context, parent)

    def date_of(self, row: Any) -> str:  # noqa: ANN401 - any row with a vague date
        """The row's date at its own precision."""
        happened_on: VagueDate = row.happened_on
        return "" if happened_on.is_empty else short(happened_on, self._t)

    def date_cell(self, parent: QWidget) -> QWidget:
        """A date as people write it."""
        return VagueDateEdit(self._t, self._context.today, parent, has_echo=False)

    def _moment_of(self, row: EventPlace) -> str:
        moment = row.local_time
        if moment is None:
            return ""
        day, clock = dates.numeric(moment.date(), self._t.language), moment.time()
        return f"{day}, {dates.time(clock, self._t.language)}"

    def _moment_cell(self, parent: QWidget) -> QWidget:
        return MomentEdit(self._t, self._context.today, parent)

    def _organization_of(self, row: Any) -> str:  # noqa: ANN401 - any row with an organization
        return self._names.of("organization", row.organization_id)

    def _organization(self, parent: QWidget) -> QWidget:
        return organization_picker(self._context, parent)

    def _person_of(self, row: Signatory) -> str:
        return self._names.of("person", row.person_id)

    def _person(self, parent: QWidget) -> QWidget:
        return person_picker(self._context, parent)

    def _function_of(self, row: Signatory) -> str:
        return row.function.shown(self._t.language)

    def _text_of(self, row: ProjectOutput) -> str:
        return row.text.shown(self._t.language)

    def _localized(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self._t, parent)

    def _role_of(self, row: ProjectPartner) -> str:
        return label(row.role, self._t)

    def _role_word(self, role: ProjectPartnerRole) -> str:
        return label(role, self._t)

    def _role(self, parent: QWidget) -> QWidget:
        return EnumCombo(ProjectPartnerRole, self._role_word, parent)


def _name_of(row: Any) -> str:  # noqa: ANN401 - any row with a name
    return str(row.name)


def _claim_of(row: ClaimedDate) -> str:
    return row.claim


def _source_of(row: ClaimedDate) -> str:
    return row.source
