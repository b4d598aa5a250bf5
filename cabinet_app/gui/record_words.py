"""What the window says about each kind of record, in whole sentences built anew in every language."""

from dataclasses import dataclass

from cabinet_app.i18n.catalogs import N_, Translator, ngettext_noop


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The msgids of one kind of record; `count` is the singular and plural of "{count} visits"."""

    plural: str
    new: str
    count: tuple[str, str]
    first_run: str
    choose: str
    saved: str
    created: str
    deleted: str
    new_title: str

    def counted(self, t: Translator, count: int) -> str:
        """`14 delegations`."""
        return t.ngettext(*self.count, count).format(count=count)


RECORD_WORDS = {
    "visit": RecordWords(
        plural=N_("Delegations"),
        new=N_("New delegation"),
        count=ngettext_noop("{count} delegation", "{count} delegations"),
        first_run=N_("Delegations and visits will stand here. Enter the first one."),
        choose=N_("Choose a delegation or press Ctrl+N."),
        saved=N_("Delegation “{title}” has been saved."),
        created=N_("Delegation “{title}” has been entered."),
        deleted=N_("Delegation “{title}” has been deleted."),
        new_title=N_("Untitled delegation"),
    ),
    "partnership": RecordWords(
        plural=N_("Partnerships"),
        new=N_("New partnership"),
        count=ngettext_noop("{count} partnership", "{count} partnerships"),
        first_run=N_("Partner towns will stand here. Enter the first one."),
        choose=N_("Choose a partnership or press Ctrl+N."),
        saved=N_("Partnership “{title}” has been saved."),
        created=N_("Partnership “{title}” has been entered."),
        deleted=N_("Partnership “{title}” has been deleted."),
        new_title=N_("Untitled partnership"),
    ),
    "agreement": RecordWords(
        plural=N_("Agreements"),
        new=N_("New agreement"),
        count=ngettext_noop("{count} agreement", "{count} agreements"),
        first_run=N_("Agreements and charters will stand here. Enter the first one."),
        choose=N_("Choose an agreement or press Ctrl+N."),
        saved=N_("Agreement “{title}” has been saved."),
        created=N_("Agreement “{title}” has been entered."),
        deleted=N_("Agreement “{title}” has been deleted."),
        new_title=N_("Untitled agreement"),
    ),
    "project": RecordWords(
        plural=N_("Projects"),
        new=N_("New project"),
        count=ngettext_noop("{count} project", "{count} projects"),
        first_run=N_("Joint projects will stand here. Enter the first one."),
        choose=N_("Choose a project or press Ctrl+N."),
        saved=N_("Project “{title}” has been saved."),
        created=N_("Project “{title}” has been entered."),
        deleted=N_("Project “{title}” has been deleted."),
        new_title=N_("Untitled project"),
    ),
    "meeting": RecordWords(
        plural=N_("Meetings"),
        new=N_("New meeting"),
        count=ngettext_noop("{count} meeting", "{count} meetings"),
        first_run=N_("Meetings will stand here. Enter the first one."),
        choose=N_("Choose a meeting or press Ctrl+N."),
        saved=N_("Meeting “{title}” has been saved."),
        created=N_("Meeting “{title}” has been entered."),
        deleted=N_("Meeting “{title}” has been deleted."),
        new_title=N_("Untitled meeting"),
    ),
    "group": RecordWords(
        plural=N_("Working groups"),
        new=N_("New group"),
        count=ngettext_noop("{count} working group", "{count} working groups"),
        first_run=N_(
            "Working groups and the rule of how often they meet will stand here. Enter the first one."
        ),
        choose=N_("Choose a working group or press Ctrl+N."),
        saved=N_("Working group “{title}” has been saved."),
        created=N_("Working group “{title}” has been entered."),
        deleted=N_("Working group “{title}” has been deleted."),
        new_title=N_("Untitled working group"),
    ),
    "task": RecordWords(
        plural=N_("Tasks"),
        new=N_("New task"),
        count=ngettext_noop("{count} task", "{count} tasks"),
        first_run=N_("What has to be done, by whom and until when, will stand here. Enter the first task."),
        choose=N_("Choose a task or press Ctrl+N."),
        saved=N_("Task “{title}” has been saved."),
        created=N_("Task “{title}” has been entered."),
        deleted=N_("Task “{title}” has been deleted."),
        new_title=N_("Untitled task"),
    ),
    "letter": RecordWords(
        plural=N_("Letters"),
        new=N_("New letter"),
        count=ngettext_noop("{count} letter", "{count} letters"),
        first_run=N_("Letters will stand here. Begin the first one."),
        choose=N_("Choose a letter or press Ctrl+N."),
        saved=N_("Letter “{title}” has been saved."),
        created=N_("Letter “{title}” has been entered."),
        deleted=N_("Letter “{title}” has been deleted."),
        new_title=N_("Untitled letter"),
    ),
    "gift": RecordWords(
        plural=N_("Gifts"),
        new=N_("New gift"),
        count=ngettext_noop("{count} gift", "{count} gifts"),
        first_run=N_("Gifts received and given will stand here. Enter the first one."),
        choose=N_("Choose a gift or press Ctrl+N."),
        saved=N_("Gift “{title}” has been saved."),
        created=N_("Gift “{title}” has been entered."),
        deleted=N_("Gift “{title}” has been deleted."),
        new_title=N_("Untitled gift"),
    ),
    "organization": RecordWords(
        plural=N_("Organizations"),
        new=N_("New organization"),
        count=ngettext_noop("{count} organization", "{count} organizations"),
        first_run=N_("Organizations will stand here. Enter the first one."),
        choose=N_("Choose an organization or press Ctrl+N."),
        saved=N_("Organization “{title}” has been saved."),
        created=N_("Organization “{title}” has been entered."),
        deleted=N_("Organization “{title}” has been deleted."),
        new_title=N_("Untitled organization"),
    ),
    "person": RecordWords(
        plural=N_("People"),
        new=N_("New person"),
        count=ngettext_noop("{count} person", "{count} people"),
        first_run=N_("People will stand here. Enter the first one."),
        choose=N_("Choose a person or press Ctrl+N."),
        saved=N_("Person “{title}” has been saved."),
        created=N_("Person “{title}” has been entered."),
        deleted=N_("Person “{title}” has been deleted."),
        new_title=N_("Unnamed person"),
    ),
    "place": RecordWords(
        plural=N_("Places"),
        new=N_("New place"),
        count=ngettext_noop("{count} place", "{count} places"),
        first_run=N_("Towns, venues and rooms will stand here. Enter the first one."),
        choose=N_("Choose a place or press Ctrl+N."),
        saved=N_("Place “{title}” has been saved."),
        created=N_("Place “{title}” has been entered."),
        deleted=N_("Place “{title}” has been deleted."),
        new_title=N_("Unnamed place"),
    ),
}
