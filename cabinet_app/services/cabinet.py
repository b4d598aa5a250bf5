"""The bundle of everything the cabinet can do with one open register."""

from cabinet_app.db.engine import Store
from cabinet_app.services.agreement_trails import AgreementTrails
from cabinet_app.services.agreements import Agreements
from cabinet_app.services.changes import Changes
from cabinet_app.services.conflicts import Conflicts
from cabinet_app.services.directory import Organizations, People, Places
from cabinet_app.services.gifts import GiftRules, Gifts
from cabinet_app.services.groups import Groups
from cabinet_app.services.history import History
from cabinet_app.services.journal import Journal
from cabinet_app.services.jubilees import Jubilees
from cabinet_app.services.letters import Letters
from cabinet_app.services.meetings import Meetings
from cabinet_app.services.papers import Documents
from cabinet_app.services.partnerships import Partnerships
from cabinet_app.services.projects import Projects
from cabinet_app.services.protocol import PrecedenceSchemes
from cabinet_app.services.records import Records
from cabinet_app.services.series import SeriesService
from cabinet_app.services.tasks import Tasks
from cabinet_app.services.templates import VisitTemplates
from cabinet_app.services.today import Today
from cabinet_app.services.undo import Undo
from cabinet_app.services.visits import Visits


class Cabinet:
    """One register with its services; handed to windows, commands and prints by their constructors."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.changes = Changes()
        self.journal = Journal(store, self.changes)
        self.undo = Undo(self.journal)
        self.history = History(store)
        self.places = Places(self.journal)
        self.organizations = Organizations(self.journal)
        self.groups = Groups(self.organizations)
        self.people = People(self.journal)
        self.partnerships = Partnerships(self.journal)
        self.agreements = Agreements(self.journal)
        self.projects = Projects(self.journal)
        self.visits = Visits(self.journal)
        self.meetings = Meetings(self.journal)
        self.jubilees = Jubilees(self.agreements, self.partnerships, self.places, self.organizations)
        self.agreement_trails = AgreementTrails(self.meetings, self.organizations)
        self.series = SeriesService(self.journal)
        self.conflicts = Conflicts(store, self.changes)
        self.tasks = Tasks(self.journal)
        self.gifts = Gifts(self.journal)
        self.gift_rules = GiftRules(self.journal)
        self.today = Today(self.groups, self.jubilees, self.tasks, self.gifts)
        self.letters = Letters(self.journal)
        self.precedence_schemes = PrecedenceSchemes(self.journal)
        self.visit_templates = VisitTemplates(self.journal)
        self.documents = Documents(self.journal)

    def records(self, record_type: str) -> Records[object]:
        """The service of a record type; `KeyError` if there is no such type."""
        services: dict[str, Records[object]] = {
            service.record_type: service for service in vars(self).values() if isinstance(service, Records)
        }
        return services[record_type]

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()
