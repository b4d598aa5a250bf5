"""The map beside the list, the jubilees of a year, the years and the story of a partner, what is counted."""

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.gifts import Gift
from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementParty,
    AgreementStatus,
    ClaimedDate,
    Partnership,
    PartnershipKind,
    PartnershipStatus,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Visit, VisitStatus
from tests.gui.agreements.conftest import TODAY, Desk, make_desk, pane_of, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def place(desk: Desk, name: str, country: str, latitude: float | None, longitude: float | None) -> int:
    made = Place(names=same(name), country=country, latitude=latitude, longitude=longitude)
    return desk.cabinet.places.create(made).record.id


@pytest.fixture
def towns(desk: Desk) -> dict[str, int]:
    """Kranj, with Villach and Zhangjiakou as partners on the map and Senta without coordinates."""
    ids = {
        "Kranj": place(desk, "Kranj", "SI", 46.2389, 14.3556),
        "Villach": place(desk, "Villach", "AT", 46.6103, 13.8558),
        "Zhangjiakou": place(desk, "Zhangjiakou", "CN", 40.8244, 114.8875),
        "Senta": place(desk, "Senta", "RS", None, None),
    }
    desk.cabinet.organizations.create(Organization(names=same("Kranj"), place_id=ids["Kranj"], is_home=True))
    kinds = {"Villach": PartnershipKind.COOPERATION}
    statuses = {"Zhangjiakou": PartnershipStatus.FROZEN}
    for name in ("Villach", "Zhangjiakou", "Senta"):
        partnership = Partnership(
            place_id=ids[name],
            kind=kinds.get(name, PartnershipKind.TWINNING),
            status=statuses.get(name, PartnershipStatus.ACTIVE),
        )
        ids[f"{name} partnership"] = desk.cabinet.partnerships.create(partnership).record.id
    return ids


def map_of(desk: Desk, qtbot: Any) -> Any:
    pane = pane_of(desk, qtbot)
    pane.views.show_view("map")
    view: Any = pane.views.current_widget()
    qtbot.waitUntil(lambda: view.map.plan is not None)
    return view


def test_the_map_shows_the_towns_of_the_list_and_lists_the_lost_ones(desk, qtbot, towns):
    view = map_of(desk, qtbot)
    assert [dot.town.name for dot in view.map.dots()] == ["Villach", "Zhangjiakou"]
    assert view.map.plan.inset is not None
    assert "coordinates are not entered: Senta." in view.note.text()
    assert "town with a charter of cooperation" in view.legend.accessibleDescription()
    assert "suspended, ended or unclear" in view.legend.accessibleDescription()


def test_a_filter_thins_the_map(desk, qtbot, towns):
    view = map_of(desk, qtbot)
    view._pane.filter_bar.set_filter("villach", ())
    assert [dot.town.name for dot in view.map.dots()] == ["Villach"]
    assert view.map.plan.inset is None


def test_arrow_keys_and_clicks_choose_a_town(desk, qtbot, towns):
    view = map_of(desk, qtbot)
    qtbot.keyClick(view.map, Qt.Key.Key_Right)
    assert view._pane.current_id == towns["Villach partnership"]
    assert "Villach, Austria: town with a charter of cooperation" in view.map.accessibleDescription()
    qtbot.keyClick(view.map, Qt.Key.Key_Right)
    assert view._pane.current_id == towns["Zhangjiakou partnership"]
    qtbot.keyClick(view.map, Qt.Key.Key_Right)
    assert view._pane.current_id == towns["Villach partnership"]
    inset = view.map.plan.inset
    (far,) = [dot for dot in inset.dots if dot.town.record_id]
    at = QPointF(inset.box.left + far.at[0] + 1, inset.box.top + far.at[1] + 1)
    click = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        at,
        view.map.mapToGlobal(at),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.map, click)
    assert view._pane.current_id == towns["Zhangjiakou partnership"]


def test_the_map_is_painted_again_when_the_window_changes(desk, qtbot, towns):
    view = map_of(desk, qtbot)
    before = view.map.plan
    view.window().resize(900, 640)
    qtbot.waitUntil(lambda: view.map.plan is not before)
    assert view.map.plan.main.box.width == view.map.width()
    assert not view.grab().isNull()
    tip = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    assert QApplication.sendEvent(view.map, tip)


def test_without_our_own_town_there_is_a_sentence(desk, qtbot):
    villach = place(desk, "Villach", "AT", 46.6, 13.9)
    desk.cabinet.partnerships.create(Partnership(place_id=villach))
    pane = pane_of(desk, qtbot)
    pane.views.show_view("map")
    view: Any = pane.views.current_widget()
    assert "no map can be drawn" in view.note.text()
    assert not view.map.dots()


def paper(desk: Desk, towns: dict[str, int], partner: str, when: str, *claims: str, **more: Any) -> int:
    event = AgreementEvent(
        happened_on=VagueDate(when),
        claimed_dates=[ClaimedDate(happened_on=VagueDate(claim)) for claim in claims],
    )
    values = {"status": AgreementStatus.IN_FORCE, **more}
    agreement = Agreement(
        title=same(f"Charter {partner}"),
        parties=[AgreementParty(place_id=towns["Kranj"]), AgreementParty(place_id=towns[partner])],
        events=[event],
        **values,
    )
    return desk.cabinet.agreements.create(agreement).record.id


def jubilees_of(desk: Desk, qtbot: Any) -> Any:
    pane = pane_of(desk, qtbot, "agreement")
    pane.views.show_view("jubilees")
    view: Any = pane.views.current_widget()
    view.show_ids(pane.ids)
    return view


def lines(view: Any) -> list[str]:
    return [button.text().replace("\u00a0", " ") for button in view.buttons]


def test_next_year_s_jubilees_come_first_and_any_other_year_is_typed(desk, qtbot, towns):
    villach = paper(desk, towns, "Villach", "2008-07-25")
    paper(desk, towns, "Senta", "1957", "1965")
    view = jubilees_of(desk, qtbot)
    assert view.year == TODAY.year + 1
    assert lines(view) == ["70 years · Charter Senta"]
    view.year_field.setText("2028")
    view.year_field.edited.emit()
    assert lines(view) == ["20 years · Tuesday, 25 July 2028 · Charter Villach", "Charter Senta"]
    view.buttons[0].click()
    assert view._pane.current_id == villach
    assert lines(view)[0].startswith("▸ 20 years")
    view.years.chosen.emit("2026")
    assert view.year == 2026


def test_resting_ones_come_when_asked_for(desk, qtbot, towns):
    paper(desk, towns, "Villach", "2017", status=AgreementStatus.FROZEN)
    view = jubilees_of(desk, qtbot)
    assert lines(view) == ["Senta"], "no paper and no date"
    view.resting.setChecked(True)
    view.resting.edited.emit()
    assert lines(view)[0] == "10 years · Charter Villach"


def test_the_jubilees_go_to_the_printer_with_their_year(desk, qtbot, towns):
    paper(desk, towns, "Villach", "2017")
    view = jubilees_of(desk, qtbot)
    view.print_button.click()
    (request,) = desk.printed
    assert (request.kind, request.month) == ("jubilees", date(2027, 1, 1))


def test_printing_begins_with_what_is_on_the_screen(desk, qtbot, towns):
    paper(desk, towns, "Villach", "2017")
    tab = show(desk, qtbot)
    tab.pane.print_records()
    tab.pane.views.show_view("map")
    tab.pane.print_records()
    tab.show_kind("agreement")
    tab.pane.views.show_view("jubilees")
    tab.pane.print_records()
    assert [request.kind for request in desk.printed] == ["", "twin-map", "jubilees"]


def test_a_partnership_without_a_paper_has_its_jubilee_too(desk, qtbot, towns):
    stored = desk.cabinet.partnerships.get(towns["Senta partnership"])
    stored.record.since = VagueDate("1977")
    desk.cabinet.partnerships.update(stored.record, stored.version)
    view = jubilees_of(desk, qtbot)
    senta = next(button for button in view.buttons if "50 years" in button.text())
    senta.click()
    assert desk.opened == [("partnership", towns["Senta partnership"])]


def test_the_status_bar_counts_papers_and_towns(desk, qtbot, towns):
    paper(desk, towns, "Villach", "2008")
    three = [AgreementParty(place_id=towns[name]) for name in ("Kranj", "Villach", "Senta")]
    desk.cabinet.agreements.create(Agreement(title=same("Protocol"), parties=three, party_count=6))
    tab = show(desk, qtbot, "agreement")
    assert tab.pane.count_text() == "2 agreements · 2 towns · 3 parties not named"
    tab.show_kind("partnership")
    assert tab.pane.count_text() == "3 partnerships · 3 towns"


def test_the_story_of_a_partner_leads_to_everything_that_happened(desk, qtbot, towns):
    charter = paper(desk, towns, "Villach", "2008-07-25")
    visit = desk.cabinet.visits.create(
        Visit(partner_place_id=towns["Villach"], starts_on=date(2016, 2, 25), status=VisitStatus.CONCLUDED)
    ).record.id
    meeting = desk.cabinet.meetings.create(
        Meeting(
            title=same("Talks"),
            starts_at=datetime(2025, 3, 4, 10),
            place_id=towns["Villach"],
            status=MeetingStatus.HELD,
        )
    ).record.id
    gift = Gift(happened_on=date(2016, 2, 25), place_id=towns["Villach"], description=same("vase"))
    gift_id = desk.cabinet.gifts.create(gift).record.id
    pane = pane_of(desk, qtbot)
    pane.select(towns["Villach partnership"])
    story = pane.editor.story
    assert story.last.text().replace("\u00a0", " ") == "Last contact: Tuesday, 4 March 2025, 12 months ago"
    assert [year.total for year in story.years.years][-2:] == [1, 0]
    assert "2016: 1 visit; 2017: no contact" in story.years.description
    assert [point.when.edtf for point in story.timeline.points] == [
        "2008-07-25", "2016-02-25", "2016-02-25", "2025-03-04",
    ]  # fmt: skip
    for _ in range(4):
        qtbot.keyClick(story.timeline, Qt.Key.Key_Return)
        qtbot.keyClick(story.timeline, Qt.Key.Key_Right)
    assert set(desk.opened) == {
        ("agreement", charter), ("visit", visit), ("gift", gift_id), ("meeting", meeting)
    }  # fmt: skip
    assert [record.record_type for record in story.others.records] == ["meeting", "gift"]


def test_a_suspension_of_a_year_stands_after_the_signing_of_its_january(desk, qtbot, towns):
    agreement = Agreement(
        title=same("Charter"),
        parties=[AgreementParty(place_id=towns["Kranj"]), AgreementParty(place_id=towns["Villach"])],
        status=AgreementStatus.FROZEN,
        events=[
            AgreementEvent(kind=AgreementEventKind.FREEZE, happened_on=VagueDate("2022")),
            AgreementEvent(happened_on=VagueDate("2022-01-31")),
            AgreementEvent(kind=AgreementEventKind.COUNCIL_DECISION, happened_on=VagueDate("2021-12")),
            AgreementEvent(kind=AgreementEventKind.COMMISSION_OPINION, happened_on=VagueDate("2021-12-14")),
        ],
    )
    stored = desk.cabinet.agreements.create(agreement).record.id
    pane = pane_of(desk, qtbot, "agreement")
    pane.select(stored)
    assert [point.when.edtf for point in pane.editor.events.timeline.points] == [
        "2021-12-14", "2021-12", "2022-01-31", "2022",
    ]  # fmt: skip


def test_a_visit_that_is_entered_wakes_a_dormant_partner(desk, qtbot, towns):
    pane = pane_of(desk, qtbot)
    pane.filter_bar.set_filter("", ("dormant",))
    assert len(pane.ids) == 2
    desk.cabinet.visits.create(
        Visit(
            partner_place_id=towns["Villach"],
            starts_on=date(2026, 2, 1),
            status=VisitStatus.CONCLUDED,
        )
    )
    assert list(pane.ids) == [towns["Senta partnership"]]


@pytest.mark.parametrize("language", list(Language))
def test_the_sample_s_views_speak_every_language(sample, qtbot, language):
    desk = make_desk(sample, language)
    tab = show(desk, qtbot)
    tab.pane.views.show_view("map")
    view: Any = tab.pane.views.current_widget()
    qtbot.waitUntil(lambda: view.map.plan is not None)
    assert len(view.map.dots()) == 22
    assert not view.map.plan.unplaced
    tab.show_kind("agreement")
    tab.pane.views.show_view("jubilees")
    jubilees: Any = tab.pane.views.current_widget()
    assert len(jubilees.buttons) > 3


def test_return_on_the_map_leads_into_the_partnership_of_the_town(sample, qtbot):
    pane = show(make_desk(sample), qtbot).pane
    pane.views.show_view("map")
    shown: Any = pane.views.current_widget()
    town_map = shown.map
    pane.select(pane.ids[0])
    qtbot.keyClick(town_map, Qt.Key.Key_Right)
    assert pane.current_id != pane.ids[0]
    qtbot.keyClick(town_map, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert pane.editor.isAncestorOf(focused)
