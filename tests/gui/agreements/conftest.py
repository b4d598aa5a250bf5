from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementParty,
    AgreementStatus,
    Partnership,
    PartnershipStatus,
    Signatory,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.actions import ActionRegistry
from cabinet_app.gui.agreements.tab import TwinningTab
from cabinet_app.gui.background import Background
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.filled_register import filled_register
from tests.gui.fakes import FakeToaster

TODAY = date(2026, 2, 22)


@dataclass
class Desk:
    """The tab on a real register, and everything it asks the window for."""

    cabinet: Cabinet
    context: GuiContext
    toaster: FakeToaster
    opened: list[tuple[str, int]] = field(default_factory=list)
    begun: list[tuple[str, Any]] = field(default_factory=list)
    printed: list[PrintRequest] = field(default_factory=list)


def make_desk(cabinet: Cabinet, language: Language = Language.EN) -> Desk:
    toaster = FakeToaster()
    opened: list[tuple[str, int]] = []
    begun: list[tuple[str, Any]] = []
    printed: list[PrintRequest] = []

    def open_record(record_type: str, record_id: int) -> bool:
        opened.append((record_type, record_id))
        return True

    def new_record(record_type: str, draft: object) -> bool:
        begun.append((record_type, draft))
        return True

    context = GuiContext(
        cabinet=cabinet,
        t=translator(language),
        settings=Settings(),
        actions=ActionRegistry(),
        background=Background(),
        toaster=toaster,
        today=lambda: TODAY,
        open_record=open_record,
        new_record=new_record,
        print_records=printed.append,
    )
    return Desk(cabinet, context, toaster, opened, begun, printed)


@pytest.fixture
def desk(cabinet: Cabinet, qtbot: Any) -> Desk:
    return make_desk(cabinet)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Cabinet]:
    """A copy of the sample register."""
    cabinet = Cabinet(open_store(filled_register(tmp_path / "sample.kabinet", TODAY)))
    yield cabinet
    cabinet.close()


_SHOWN: list[TwinningTab] = []


@pytest.fixture(autouse=True)
def _shown_tabs_live_as_long_as_their_test() -> Iterator[None]:
    yield
    _SHOWN.clear()


def show(desk: Desk, qtbot: Any, kind: str = "partnership") -> TwinningTab:
    """The tab in a window of its own, with a kind in front."""
    tab = TwinningTab(desk.context)
    qtbot.addWidget(tab)
    tab.resize(1280, 760)
    with qtbot.waitActive(tab):
        tab.show()
        tab.activateWindow()
    tab.show_kind(kind)
    _SHOWN.append(tab)
    return tab


def pane_of(desk: Desk, qtbot: Any, kind: str = "partnership") -> Any:
    """The pane of a kind in a tab that is shown; untyped, for each kind has an editor of its own."""
    return show(desk, qtbot, kind).pane


def town(cabinet: Cabinet, sl: str, de: str = "", country: str = "AT") -> int:
    names = LocalizedText(sl=sl, de=de or sl, en=de or sl)
    return cabinet.places.create(Place(names=names, native_name=de or sl, country=country)).record.id


def villach(cabinet: Cabinet) -> tuple[int, int, int]:
    """Ids of the town, of its partnership and of its charter."""
    here, there = town(cabinet, "Kranj", country="SI"), town(cabinet, "Beljak", "Villach")
    partnership = Partnership(
        place_id=there,
        status=PartnershipStatus.ACTIVE,
        since=VagueDate("2008"),
        verified=Verification.YES,
    )
    agreement = Agreement(
        title=same("Charter of cooperation"),
        status=AgreementStatus.IN_FORCE,
        parties=[AgreementParty(place_id=here), AgreementParty(place_id=there)],
        events=[
            AgreementEvent(
                happened_on=VagueDate("2008-07-25"),
                place_id=here,
                signatories=[Signatory(name="Damijan Perne")],
            )
        ],
        verified=Verification.YES,
    )
    stored = cabinet.partnerships.create(partnership).record.id
    return there, stored, cabinet.agreements.create(agreement).record.id
