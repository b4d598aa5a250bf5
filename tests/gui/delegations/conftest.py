"""The tab of delegations over a real register on 22 February 2016, with the keyboard at hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.delegations.editor import VisitEditor
from cabinet_app.gui.delegations.tab import DelegationsTab
from cabinet_app.gui.theme.theme import Theme, ThemeChoice
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from tests.gui.fakes import FakeCabinet, FakeToaster, make_context
from tests.gui.hands import Hands

TODAY = date(2016, 2, 22)


@dataclass
class Known:
    """Ids of what the register knows before anybody types."""

    kranj: int
    villach: int
    home: int
    petra: int


@dataclass
class Desk:
    """The tab, its editor and who sits before it."""

    tab: DelegationsTab
    hands: Hands
    toaster: FakeToaster
    context: GuiContext
    printed: list[PrintRequest] = field(default_factory=list)

    @property
    def editor(self) -> VisitEditor:
        return cast("VisitEditor", self.tab.pane.editor)

    def message(self, key: str) -> str:
        """What stands under a field."""
        row = self.editor.form.rows[key]
        return "" if row.message.isHidden() else row.message.text().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def known(cabinet: Cabinet) -> Known:
    """Kranj, its municipality, Villach and a guest who has a function in three languages."""
    kranj = Place(names=LocalizedText("Kranj", "Krainburg", "Kranj"), native_name="Kranj", country="SI")
    villach = Place(names=LocalizedText("Beljak", "Villach", "Villach"), native_name="Villach", country="AT")
    kranj_id = cabinet.places.create(kranj).record.id
    villach_id = cabinet.places.create(villach).record.id
    home = Organization(names=same("Mestna občina Kranj"), is_home=True, place_id=kranj_id)
    petra = Person(
        name=PersonName(title_before="dr.", given="Petra", family="Oberrauner"),
        gender=Gender.FEMALE,
        function=LocalizedText("prva podžupanja", "erste Vizebürgermeisterin", "First Deputy Mayor"),
        place_id=villach_id,
    )
    home_id = cabinet.organizations.create(home).record.id
    return Known(kranj_id, villach_id, home_id, cabinet.people.create(petra).record.id)


@pytest.fixture
def make_desk(cabinet: Cabinet, qtbot: Any) -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []

    def make(language: Language = Language.EN, size: tuple[int, int] = (1280, 740)) -> Desk:
        toaster, printed = FakeToaster(), list[PrintRequest]()
        fake = make_context(cast("FakeCabinet", cabinet), translator(language), toaster=toaster)
        context = replace(fake, today=lambda: TODAY, print_records=printed.append)
        tab = DelegationsTab(context)
        qtbot.addWidget(tab)
        tab.resize(*size)
        tab.show()
        tab.activateWindow()
        qtbot.waitActive(tab)
        desks.append(Desk(tab, Hands(tab), toaster, context, printed))
        return desks[-1]

    yield make
    desks.clear()


@pytest.fixture
def desk(known: Known, make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The look of the program, on which the widths of buttons and fields depend."""
    font = qapp.font()
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield
    theme.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)
