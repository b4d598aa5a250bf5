"""31 guests in three alphabets and 40 items: entered, seated, on every paper, no secret told to guests."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtTest import QTest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.protocol import LetterKind
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import DelegationSide, SeatSide, Visit
from cabinet_app.gui.delegations.editor import VisitEditor
from cabinet_app.gui.delegations.seating_section import SeatingSection
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.i18n.catalogs import translator
from cabinet_app.reports.catalog import REPORTS, Report, report_kind, write_report
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.house import Paper
from cabinet_app.reports.options import Audience, Option, ReportOptions
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.letter_writing import LetterWriter
from cabinet_app.settings import Settings
from tests.blank_register import blank_register
from tests.gui.hands import Hands
from tests.journeys.large_visit import (
    BITOLA,
    FIRST,
    LAST,
    SECRETS,
    ZHANGJIAKOU,
    Scene,
    forty_items,
    gift,
    large_visit,
    names,
    scene,
    seat_everybody,
)
from tests.reports.conftest import HOUSE

PRINTED = datetime(2027, 4, 12, 9)
GUEST, HOST = DelegationSide.GUEST, DelegationSide.HOST
OURS = ("reception-list", "security-list", "kitchen-list", "briefing", "travel-orders", "checklist")
"""Papers of a visit that stay in the house; all others are for guests unless printed for us."""
CARDS = ("place-cards", "badges", "table-tents")
Look = Callable[[bytes], Any]


@dataclass(frozen=True)
class Large:
    """The register with the visit in it, its gift given and everybody seated."""

    cabinet: Cabinet
    visit: Visit

    def write(self, kind: str, language: Language, **chosen: Any) -> Report:
        options = ReportOptions(PRINTED, **({"record_id": self.visit.id} | chosen))
        return write_report(report_kind(kind), options, language, HOUSE, self.cabinet)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Large]:
    cabinet = Cabinet(open_store(blank_register(tmp_path_factory.mktemp("large") / "register.kabinet")))
    known = scene(cabinet)
    stored = cabinet.visits.create(large_visit(known))
    stored.record.seating_plans = seat_everybody(cabinet, stored.record)
    visit = cabinet.visits.update(stored.record, stored.version).record
    cabinet.gifts.create(gift(known, visit.id))
    yield Large(cabinet, visit)
    cabinet.close()


def visit_kinds() -> list[str]:
    return [kind.id for kind in REPORTS.values() if kind.record_type == "visit"]


def guest_copies() -> list[tuple[str, dict[str, Any]]]:
    """Every print of a visit that a guest may hold, for all and for each delegation."""
    found: list[tuple[str, dict[str, Any]]] = []
    for kind in visit_kinds():
        if kind in OURS:
            continue
        found.append((kind, {}))
        if kind not in CARDS and report_kind(kind).offers(Option.DELEGATION):
            found += [(kind, {"delegation_id": each}) for each in (BITOLA, ZHANGJIAKOU)]
    return found


@pytest.mark.parametrize("language", Language)
def test_no_guest_copy_of_any_kind_tells_what_is_only_ours(
    large: Large, pdf: Look, language: Language
) -> None:
    for kind, chosen in guest_copies():
        text = pdf(large.write(kind, language, **chosen).data).squeezed
        told = [secret for secret in SECRETS if secret.replace(" ", "") in text]
        assert told == [], (kind, chosen)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", visit_kinds())
def test_every_print_of_the_visit_is_whole_in_its_fonts_and_letters(
    large: Large, pdf: Look, kind: str, language: Language
) -> None:
    report = large.write(kind, language, audience=Audience.INTERNAL, paper=Paper.A4)
    assert [each for each in report.findings if each.kind is FindingKind.LETTER_MISSING] == []
    printed = pdf(report.data)
    assert all(embedded == "yes" for _name, embedded, _subset in printed.fonts)
    assert printed.text.strip()
    assert report.name.startswith("2027-04-20_")


@pytest.mark.parametrize("kind", [*CARDS, "reception-list", "security-list", "seating-plan", "programme"])
def test_all_thirty_one_guests_stand_on_it(large: Large, pdf: Look, kind: str) -> None:
    guests = names(large.cabinet, large.visit, GUEST)
    assert len(guests) == 31
    squeezed = pdf(large.write(kind, Language.DE, paper=Paper.A3).data).squeezed
    missing = [name for name in guests if name.replace(" ", "") not in squeezed]
    if kind == "seating-plan":
        # Where chairs are narrow a long name stands in two lines, which other chairs may come between.
        missing = [name for name in missing if any(part not in squeezed for part in name.split())]
    assert missing == []
    assert "张伟" in guests
    assert "Őry Ernő" in guests


@pytest.mark.parametrize("language", Language)
def test_the_forty_items_are_on_our_copy_and_the_guests_read_only_theirs(
    large: Large, pdf: Look, language: Language
) -> None:
    word = {Language.SL: "Točka", Language.DE: "Punkt", Language.EN: "Item"}[language]
    ours = pdf(large.write("programme", language, audience=Audience.INTERNAL).data).text
    assert all(f"{word} {number}" in ours for number in range(40) if number != 5)
    assert "internal-secret" in ours
    bitola = pdf(large.write("programme", language, delegation_id=BITOLA).data).text
    assert f"{word} 6" in bitola
    assert f"{word} 7 " not in bitola
    joint = pdf(large.write("programme-joint", language).data).text
    assert all(f"{word} {number}" in joint for number in range(40) if number != 5)


@pytest.mark.parametrize("language", Language)
def test_the_briefing_keeps_its_two_pages_and_is_marked_as_ours(
    large: Large, pdf: Look, language: Language
) -> None:
    printed = pdf(large.write("briefing", language).data)
    assert printed.pages <= 2
    assert {Language.SL: "INTERNO", Language.DE: "INTERN", Language.EN: "INTERNAL"}[language] in printed.text
    for secret in ("AB1234567", "hazelnut-secret", "+389 70 111 222", "135"):
        assert secret not in printed.text


def test_everybody_gets_a_letter_and_no_letter_tells_a_secret(large: Large, pdf: Look) -> None:
    writer = LetterWriter(large.cabinet, PRINTED.date())
    letters = writer.for_all_guests(LetterKind.WELCOME, large.visit)
    assert len(letters) == 31
    ids = large.cabinet.letters.create_all(letters[:3] + letters[-2:])
    for record_id in ids:
        report = large.write("letter", Language.EN, record_id=record_id)
        printed = pdf(report.data)
        assert [secret for secret in SECRETS if secret in printed.text] == []
        assert all(embedded == "yes" for _name, embedded, _subset in printed.fonts)
        assert report.findings == ()
    large.cabinet.undo.undo()


class _Silent:
    """Answers every request of the window by doing nothing."""

    def __getattr__(self, _name: str) -> Any:
        return self._nothing

    def _nothing(self, *_arguments: object) -> None: ...


@pytest.fixture
def known(cabinet: Cabinet) -> Scene:
    return scene(cabinet)


@pytest.fixture
def window(cabinet: Cabinet, known: Scene, qtbot: Any) -> Iterator[MainWindow]:
    made = MainWindow(translator(Language.SL), Settings(), cast("Any", _Silent()), today=PRINTED.date)
    qtbot.addWidget(made)
    made.attach(cabinet, Path("/somewhere/office.kabinet"))
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.detach()


def choose(hands: Hands, text: str) -> None:
    """Type into a cell what finds a person, take it and go on in the table."""
    hands.type(text)
    hands.enter()
    QTest.qWait(20)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_visit_is_entered_in_the_window_seated_and_stored(
    window: MainWindow, cabinet: Cabinet, known: Scene
) -> None:
    pane = window.pane
    assert pane is not None
    hands = Hands(window)
    hands.press("Ctrl+N")
    editor = cast("VisitEditor", pane.editor)
    hands.type("Praznik Mestne občine Kranj")
    hands.tab()
    choose(hands, "битола")
    hands.go_to(editor.starts_on.line)
    hands.type("20.4.2027")
    hands.tab()
    hands.go_to(editor.ends_on.line)
    hands.press("Ctrl+A")
    hands.type("22.4.2027")
    hands.tab()
    guests = editor.people.blocks[0].table
    for typed in ("çağlar", "ристовски", "张伟"):
        hands.go_to(guests.add_button)
        hands.press("Ctrl+Shift+N")
        choose(hands, typed)
        hands.enter()
    draft = editor.draft()
    found = [known.people[family] for family in ("Çağlar", "Ристовски", "张")]
    assert [one.person_id for one in draft.delegations[0].delegates] == found
    whole = large_visit(known)
    draft.delegations, draft.programme = whole.delegations, forty_items(known)
    editor.replace_values(draft, ("delegations", "programme"))
    assert pane.save()
    section = editor.part(SeatingSection)
    section.plans.model.add()
    assert pane.save()
    visit = cabinet.visits.get(pane.current_id).record
    assert (visit.starts_on, visit.ends_on, len(visit.programme)) == (FIRST, LAST, 40)
    assert visit.partner_place_id == known.places["Bitola"]
    assert len(names(cabinet, visit, GUEST)) == 31
    (plan,) = visit.seating_plans
    sitting = {seat.delegate_id for seat in plan.seats if seat.delegate_id}
    assert len(sitting) == 43
    centre = [seat for seat in plan.seats if seat.side is SeatSide.BOTTOM and seat.delegate_id]
    assert visit.delegations[2].delegates[0].id in {seat.delegate_id for seat in centre}
    cabinet.undo.undo()
    assert cabinet.visits.get(visit.id).record.seating_plans == []
