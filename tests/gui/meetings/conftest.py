from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

import pytest

from cabinet_app.domain.bodies import Classification, Membership, MembershipRole, Organization
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingKind, MeetingStatus
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.gui.actions import ActionRegistry
from cabinet_app.gui.background import Background
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.meetings.editor import MeetingEditor
from cabinet_app.gui.meetings.tab import MeetingsTab
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.gui.fakes import FakeToaster
from tests.gui.meetings.series_desk import meeting_pane

TODAY = date(2021, 12, 10)
SERIES_TODAY = date(2026, 3, 2)
Pane = RecordPane[Any, Meeting]


@dataclass
class House:
    """A commission with three members, a council, and a hall."""

    cabinet: Cabinet
    commission: int
    council: int
    hall: int
    people: list[int]

    def meeting(self, starts_at: datetime | None, **values: Any) -> int:
        """Store a meeting of the commission; its id."""
        values.setdefault("bodies", [MeetingBody(organization_id=self.commission)])
        draft = Meeting(starts_at=starts_at, **values)
        return self.cabinet.meetings.create(draft).record.id

    def session(self, number: str, starts_at: datetime, **values: Any) -> int:
        """Store a numbered session that has been held."""
        values.setdefault("status", MeetingStatus.HELD)
        return self.meeting(starts_at, number=number, kind=MeetingKind.ORDINARY, **values)


@pytest.fixture
def house(cabinet: Cabinet) -> House:
    people = [
        cabinet.people.create(Person(name=PersonName(given=given, family=family))).record.id
        for given, family in (("Vida", "Zupan"), ("Anton", "Jereb"), ("Maja", "Kos"))
    ]
    roles = (MembershipRole.CHAIR, MembershipRole.MEMBER, MembershipRole.SECRETARY)
    commission = Organization(
        names=LocalizedText("Komisija za mednarodno sodelovanje", "Kommission", "Commission"),
        short_name=same("KMS"),
        classification=Classification.COMMISSION,
        memberships=[
            Membership(person_id=one, role=role, votes=role is not MembershipRole.SECRETARY)
            for one, role in zip(people, roles, strict=True)
        ],
    )
    council = Organization(names=same("Mestni svet"), classification=Classification.COUNCIL)
    return House(
        cabinet,
        cabinet.organizations.create(commission).record.id,
        cabinet.organizations.create(council).record.id,
        cabinet.places.create(Place(names=same("Dvorana"), kind=PlaceKind.ROOM)).record.id,
        people,
    )


@dataclass
class Desk:
    """What a tab asks the window for."""

    context: GuiContext
    toaster: FakeToaster
    opened: list[tuple[str, int]] = field(default_factory=list)
    printed: list[PrintRequest] = field(default_factory=list)


def make_desk(cabinet: Cabinet, language: Language = Language.EN, today: date = TODAY) -> Desk:
    toaster = FakeToaster()
    opened: list[tuple[str, int]] = []
    printed: list[PrintRequest] = []

    def open_record(record_type: str, record_id: int) -> bool:
        opened.append((record_type, record_id))
        return True

    context = GuiContext(
        cabinet=cabinet,
        t=translator(language),
        settings=Settings(),
        actions=ActionRegistry(),
        background=Background(),
        toaster=toaster,
        today=lambda: today,
        open_record=open_record,
        new_record=lambda _record_type, _draft: False,
        print_records=printed.append,
    )
    return Desk(context, toaster, opened, printed)


@pytest.fixture
def desk(cabinet: Cabinet, qtbot: Any) -> Desk:
    return make_desk(cabinet)


@pytest.fixture
def show(desk: Desk, qtbot: Any, theme: Any) -> Iterator[Callable[..., MeetingsTab]]:
    """Shows the tab in a window of its own, the month in front and under the keyboard."""
    shown: list[MeetingsTab] = []

    def make(other: Desk | None = None, width: int = 1280, height: int = 760) -> MeetingsTab:
        tab = MeetingsTab((other or desk).context)
        shown.append(tab)
        qtbot.addWidget(tab)
        tab.resize(width, height)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        if tab.month_view is not None:
            tab.month_view.setFocus()
        return tab

    yield make
    shown.clear()


@pytest.fixture
def show_pane(
    cabinet: Cabinet, qtbot: Any, theme: Any
) -> Iterator[Callable[..., tuple[Pane, MeetingEditor, Desk]]]:
    shown: list[Pane] = []

    def make(language: Language = Language.EN, **state: Any) -> tuple[Pane, MeetingEditor, Desk]:
        desk = make_desk(cabinet, language, SERIES_TODAY)
        pane = meeting_pane(desk.context)
        pane.resize(1280, 800)
        pane.show()
        shown.append(pane)
        return pane, cast("MeetingEditor", pane.editor), desk

    yield make
    for pane in shown:
        pane.hide()
        pane.deleteLater()
