"""The Twinning tab: partnerships, agreements and projects behind one switch."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.projects import Project
from cabinet_app.domain.twinning import Agreement, Partnership
from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.agreements import words
from cabinet_app.gui.agreements.agreement_editor import AgreementEditor
from cabinet_app.gui.agreements.columns import AgreementColumns, PartnershipColumns, ProjectColumns
from cabinet_app.gui.agreements.partnership_editor import PartnershipEditor
from cabinet_app.gui.agreements.project_editor import ProjectEditor
from cabinet_app.gui.agreements.twinning_actions import agreement_actions, partnership_actions
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.record_kind import RecordKind, ViewSpec
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.record_tab import RecordTab
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.record_model import Sorting
from cabinet_app.services.rows import AgreementRow, PartnershipRow, ProjectRow


def partnership_kind(context: GuiContext) -> RecordKind[PartnershipRow, Partnership]:
    """The relations with partner towns, by town."""
    from cabinet_app.services import partnerships as service

    t = context.t

    def editor(parent: QWidget) -> PartnershipEditor:
        return PartnershipEditor(context, parent)

    def actions(pane: RecordPane[PartnershipRow, Partnership]) -> list[ActionSpec]:
        return partnership_actions(context, pane)

    def town_map(pane: RecordPane[Any, Any], parent: QWidget) -> QWidget:
        from cabinet_app.gui.map.map_view import MapView

        return MapView(context, pane, parent)

    def counted(ids: Sequence[int]) -> str:
        return partnerships_counted(context, ids)

    return RecordKind(
        key="partnership",
        service=context.cabinet.partnerships.as_of(context.today),
        columns=PartnershipColumns(context).all(),
        editor=editor,
        new_draft=Partnership,
        search_hint=t.gettext("Town or organization"),
        chips=[
            Chip(service.CHIP_ACTIVE, t.pgettext("partnerships", "Active"), group="status"),
            Chip(service.CHIP_IN_PREPARATION, t.pgettext("partnerships", "Being prepared"), group="status"),
            Chip(
                service.CHIP_DORMANT,
                t.pgettext("partnerships", "Dormant > 2 years"),
                tip=t.gettext(
                    "No visit, meeting, signing or joint project in the last two years, "
                    "and neither suspended nor ended"
                ),
            ),
            Chip(service.CHIP_UNVERIFIED, t.pgettext("partnerships", "Not verified")),
        ],
        sorting=Sorting("town"),
        views=[ViewSpec("map", t.pgettext("view", "Map"), "map", town_map, "twin-map")],
        actions=actions,
        counted=counted,
    )


def agreement_kind(context: GuiContext) -> RecordKind[AgreementRow, Agreement]:
    """The papers, the latest signed first."""
    from cabinet_app.services import agreements as service

    t = context.t

    def editor(parent: QWidget) -> AgreementEditor:
        return AgreementEditor(context, parent)

    def actions(pane: RecordPane[AgreementRow, Agreement]) -> list[ActionSpec]:
        return agreement_actions(context, pane)

    def jubilees(pane: RecordPane[Any, Any], parent: QWidget) -> QWidget:
        from cabinet_app.gui.agreements.jubilees_view import JubileesView

        return JubileesView(context, pane, parent)

    def counted(ids: Sequence[int]) -> str:
        return agreements_counted(context, ids)

    return RecordKind(
        key="agreement",
        service=context.cabinet.agreements,
        columns=AgreementColumns(context).all(),
        editor=editor,
        new_draft=context.cabinet.agreements.begun,
        search_hint=t.gettext("Town or agreement"),
        chips=[
            Chip(service.CHIP_IN_FORCE, t.pgettext("agreements", "Valid"), group="status"),
            Chip(service.CHIP_IN_PREPARATION, t.pgettext("agreements", "Under way"), group="status"),
            Chip(service.CHIP_ENDING_THIS_YEAR, t.pgettext("agreements", "Ending this year")),
            Chip(
                service.CHIP_JUBILEE_NEXT_YEAR,
                t.gettext("Jubilee {year}").format(year=context.today().year + 1),
                tip=t.gettext("A round number of years since the signing; neither suspended nor ended"),
            ),
        ],
        sorting=Sorting("signed", descending=True),
        views=[ViewSpec("jubilees", t.gettext("Jubilees"), "calendar-days", jubilees, "jubilees")],
        actions=actions,
        counted=counted,
    )


def project_kind(context: GuiContext) -> RecordKind[ProjectRow, Project]:
    """Projects with partners abroad, by name."""
    from cabinet_app.services import projects as service

    t = context.t

    def editor(parent: QWidget) -> ProjectEditor:
        return ProjectEditor(context, parent)

    return RecordKind(
        key="project",
        service=context.cabinet.projects,
        columns=ProjectColumns(context).all(),
        editor=editor,
        new_draft=Project,
        search_hint=t.gettext("Project, programme or town"),
        chips=[
            Chip(service.CHIP_RUNNING, t.pgettext("projects", "Running"), group="status"),
            Chip(service.CHIP_CLOSED, t.pgettext("projects", "Closed"), group="status"),
        ],
        sorting=Sorting("name"),
    )


def partnerships_counted(context: GuiContext, ids: Sequence[int]) -> str:
    """`22 partnerstev · 22 mest`: a partner that is no town is no town."""
    t = context.t
    records = t.ngettext("{count} partnership", "{count} partnerships", len(ids)).format(count=len(ids))
    return f"{records} · {words.towns(context.cabinet.partnerships.towns(ids), t)}"


def agreements_counted(context: GuiContext, ids: Sequence[int]) -> str:
    """`15 sporazumov · 38 mest`: a paper with six towns is one paper and six towns."""
    t, found = context.t, context.cabinet.agreements.counted(ids)
    papers = t.ngettext("{count} agreement", "{count} agreements", found.documents)
    parts = [papers.format(count=found.documents), words.towns(found.towns, t)]
    if found.unnamed:
        unnamed = t.ngettext("{count} party not named", "{count} parties not named", found.unnamed)
        parts.append(unnamed.format(count=found.unnamed))
    return " · ".join(parts)


class TwinningTab(RecordTab):
    """Three kinds of record; links between them jump from one to the other."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        makers: list[Callable[[GuiContext], RecordKind[Any, Any]]]
        makers = [partnership_kind, agreement_kind, project_kind]
        super().__init__(context, "twinning", [make(context) for make in makers], parent)
