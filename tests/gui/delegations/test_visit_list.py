"""The list of visits: columns in three languages, months, chips, filters and empty states."""

from collections.abc import Callable
from datetime import date

import pytest

from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import ProgrammeItem, Visit, VisitDirection, VisitKind, VisitStatus
from cabinet_app.gui.delegations.columns import VisitColumns
from cabinet_app.gui.delegations.words import GLYPHS, status_spec, subtitle_of, title_of
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.rows import VisitRow
from tests.gui.delegations.conftest import Desk, Known

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def row(**values: object) -> VisitRow:
    given = {
        "id": 1,
        "starts_on": date(2016, 2, 25),
        "ends_on": date(2016, 2, 25),
        "town": "Beljak",
        "native_town": "Villach",
        "country": "AT",
        "title": "Delovni obisk",
        "kind": VisitKind.WORKING,
        "direction": VisitDirection.INCOMING,
        "status": VisitStatus.CONFIRMED,
        "programme_items": 0,
        "head": "",
    }
    return VisitRow(**(given | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "when", "country"),
    [
        (Language.SL, "25. 2. 2016", "Avstrija"),
        (Language.DE, "25.02.2016", "Österreich"),
        (Language.EN, "25 Feb 2016", "Austria"),
    ],
)
def test_a_row_reads_as_each_language_writes(language: Language, when: str, country: str) -> None:
    columns = VisitColumns(translator(language))
    assert plain(columns.when(row())) == when
    assert columns.country(row()) == "AT"
    assert columns.country_long(row()) == country


def test_several_days_are_one_range() -> None:
    columns = VisitColumns(translator(Language.SL))
    assert plain(columns.when(row(starts_on=date(2026, 3, 3), ends_on=date(2026, 3, 5)))) == "3.–5. 3. 2026"


def test_a_town_shows_the_name_it_calls_itself_by_where_that_differs() -> None:
    columns = VisitColumns(translator(Language.SL))
    assert columns.town(row()) == "Beljak (Villach)"
    assert columns.town(row(town="Villach")) == "Villach"
    assert columns.town(row(town="", native_town="Villach")) == "Villach"


def test_a_visit_without_a_title_is_called_by_its_kind() -> None:
    assert VisitColumns(translator(Language.EN)).title(row(title="")) == "working visit"


def test_visits_stand_under_their_month_and_those_without_a_day_apart() -> None:
    columns = VisitColumns(translator(Language.EN))
    assert plain(columns.month(row())) == "February 2016"
    assert columns.month(row(starts_on=None)) == "Without a date"
    assert columns.when(row(starts_on=None)) == "–"


def test_every_status_has_a_glyph_of_its_own_besides_its_word() -> None:
    glyphs = [glyph for glyph, _tone in GLYPHS.values()]
    assert set(GLYPHS) == set(VisitStatus)
    assert len(set(glyphs)) == len(glyphs)
    assert status_spec(VisitStatus.CONFIRMED, translator(Language.EN)).text == "● confirmed"


def test_the_second_line_says_where_when_and_which_way() -> None:
    visit = Visit(starts_on=date(2016, 2, 25), ends_on=date(2016, 2, 25))
    line = subtitle_of(visit, "Beljak (Villach), Avstrija", translator(Language.SL))
    assert plain(line) == "Beljak (Villach), Avstrija · 25. februar 2016 · gostimo"


def test_without_a_title_a_visit_is_called_by_place_and_day() -> None:
    visit = Visit(starts_on=date(2026, 4, 14))
    t = translator(Language.SL)
    assert plain(title_of(visit, "Amberg", t)) == "Amberg, 14. 4. 2026"
    visit.title = same("Gospodarska delegacija")
    assert title_of(visit, "Amberg", t) == "Gospodarska delegacija"


def test_an_empty_register_invites_to_enter_the_first_visit(desk: Desk) -> None:
    assert desk.tab.pane.left.currentWidget() is desk.tab.pane.first_run


def test_the_tab_opens_on_the_visits_to_come(
    known: Known, cabinet: Cabinet, make_desk: Callable[..., Desk]
) -> None:
    past = cabinet.visits.create(Visit(starts_on=date(2015, 5, 1), ends_on=date(2015, 5, 1))).record.id
    coming = cabinet.visits.create(Visit(starts_on=date(2016, 2, 25))).record.id
    pane = make_desk().tab.pane
    assert list(pane.ids) == [coming]
    pane.filter_bar.clear()
    assert list(pane.ids) == [past, coming]


def test_the_chips_ask_the_daily_questions(
    known: Known, cabinet: Cabinet, make_desk: Callable[..., Desk]
) -> None:
    day = date(2016, 3, 1)
    items = [ProgrammeItem(title=same("Talks"))]
    ours = cabinet.visits.create(Visit(starts_on=day, programme=items)).record.id
    theirs = cabinet.visits.create(Visit(starts_on=day, direction=VisitDirection.OUTGOING)).record.id
    pane = make_desk().tab.pane
    for chip, expected in (("incoming", [ours]), ("outgoing", [theirs]), ("without_programme", [theirs])):
        pane.filter_bar.set_filter("", (chip,))
        assert list(pane.ids) == expected


def test_a_visit_is_found_by_town_guest_or_purpose_without_accents(
    known: Known, cabinet: Cabinet, make_desk: Callable[..., Desk]
) -> None:
    visit = Visit(
        title=LocalizedText(sl="Obisk prve podžupanje"),
        starts_on=date(2016, 2, 25),
        partner_place_id=known.villach,
    )
    stored = cabinet.visits.create(visit).record.id
    pane = make_desk().tab.pane
    for words in ("beljak", "villach", "podzupanje"):
        pane.filter_bar.set_filter(words, ())
        assert list(pane.ids) == [stored]
    pane.filter_bar.set_filter("lyon", ())
    assert pane.left.currentWidget() is pane.no_hits


def test_what_was_just_saved_is_shown_even_if_a_filter_would_hide_it(
    known: Known, cabinet: Cabinet, make_desk: Callable[..., Desk]
) -> None:
    cabinet.visits.create(Visit(starts_on=date(2016, 3, 1)))
    pane = make_desk().tab.pane
    pane.new_record(Visit(title=same("Chronicle"), starts_on=date(2010, 1, 11)))
    assert pane.save()
    assert pane.current_id in pane.ids
    assert pane.records.current_id() == pane.current_id


def test_printing_asks_for_the_visit_in_front(desk: Desk, cabinet: Cabinet) -> None:
    stored = cabinet.visits.create(Visit(title=same("Talks"), starts_on=date(2016, 2, 25))).record.id
    desk.tab.pane.select(stored)
    desk.tab.pane.print_button.click()
    assert [(request.record_type, request.record_id) for request in desk.printed] == [("visit", stored)]
