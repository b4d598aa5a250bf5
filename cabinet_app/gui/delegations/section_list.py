"""The parts of the editor of a visit, in their order on the screen, of Tab and of the anchors."""

from typing import Final

from cabinet_app.gui.delegations.basics import BasicsSection
from cabinet_app.gui.delegations.bookings_section import BookingsSection
from cabinet_app.gui.delegations.checklist_section import ChecklistSection
from cabinet_app.gui.delegations.gifts_section import GiftsSection
from cabinet_app.gui.delegations.house import NotesSection
from cabinet_app.gui.delegations.matters import OutcomesSection, TopicsSection
from cabinet_app.gui.delegations.now_section import NowSection
from cabinet_app.gui.delegations.people_section import PeopleSection
from cabinet_app.gui.delegations.programme_section import ProgrammeSection
from cabinet_app.gui.delegations.seating_section import SeatingSection
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.delegations.sending_section import SendingSection
from cabinet_app.gui.delegations.translations_section import TranslationsSection

SECTIONS: Final[tuple[type[VisitSection], ...]] = (
    NowSection,
    BasicsSection,
    PeopleSection,
    ProgrammeSection,
    SeatingSection,
    BookingsSection,
    ChecklistSection,
    GiftsSection,
    TopicsSection,
    OutcomesSection,
    TranslationsSection,
    SendingSection,
    NotesSection,
)
