"""The editor of a person; what is sensitive stays hidden until somebody asks for it."""

from collections.abc import Iterator, Sequence
from typing import Final

from cabinet_app.domain.address import addressee_of
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import SENSITIVE, Diet, Gender, Person, PersonStatus
from cabinet_app.domain.texts import Language
from cabinet_app.gui.dialogs.directory_photo import PhotoField
from cabinet_app.gui.editor import EditorState, Headline, RecordEditor
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo, EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import CheckField, TextArea, TextField
from cabinet_app.gui.widgets.form import Finding, Form
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import organization_picker, place_picker
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.i18n.address_words import salutation
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.languages import language_choices

NAME_PARTS: Final = ("title_before", "given", "family", "title_after")


class PersonEditor(RecordEditor[Person]):
    """A person's name in its parts, function, home, contacts, and the sensitive block apart."""

    def build(self, form: Form) -> None:
        self._build_name(form)
        self._build_address(form)
        self._build_function()
        self._build_contact()
        self._build_sensitive(form)

    def restore(self, state: EditorState[Person]) -> None:
        """Whoever is opened next, the sensitive data are hidden again."""
        before = self._draft.id if self._draft is not None else 0
        super().restore(state)
        if not before or before != state.draft.id:
            self.show_sensitive(is_shown=False)

    def headline(self, draft: Person) -> Headline:
        return draft.name.with_titles, draft.function.shown(self.t.language), None

    def check(self, draft: Person) -> Sequence[Finding]:
        if draft.name.is_empty:
            return [Finding("family", self.t.gettext("Enter a given or a family name."))]
        return []

    def fill(self, draft: Person) -> None:
        for name, field in self._parts.items():
            field.set_value(getattr(draft.name, name))
        self._family_first.set_value(draft.name.family_first)
        self.photo.show_person(draft.id)
        addressee = addressee_of(draft)
        forms = " · ".join(salutation(addressee, language).rstrip(",") for language in Language)
        self.salutations.setText(self.t.gettext("Letters begin: {forms}").format(forms=forms))

    def collect(self, draft: Person) -> None:
        parts = {name: field.value() for name, field in self._parts.items()}
        draft.name = PersonName(**parts, family_first=self._family_first.value())

    def show_sensitive(self, *, is_shown: bool) -> None:
        """Show or hide the sensitive block; hidden, it keeps what was typed."""
        for key in SENSITIVE:
            self.form.rows[key].set_shown(is_shown)
        self.sensitive_button.setVisible(not is_shown)
        self.hide_button.setVisible(is_shown)

    def _build_name(self, form: Form) -> None:
        g = self.t.gettext
        self.section("name", g("Name"))
        self._parts = {name: TextField() for name in NAME_PARTS}
        words = (g("Title before the name"), g("Given name"), g("Family name"), g("Title after the name"))
        for (name, field), said in zip(self._parts.items(), words, strict=True):
            form.add(name, said, field)
            field.edited.connect(self._edited)
        self._family_first = CheckField(g("The family name is spoken first"))
        self._family_first.edited.connect(self._edited)
        form.add("family_first", "", self._family_first)
        self._family_first.setAccessibleName(g("The family name is spoken first"))
        self.bind("pronunciation", g("Pronunciation"), TextField())
        self.photo = PhotoField(self.context)
        self.bind("photo_id", g("Photograph"), self.photo)

    def _build_address(self, form: Form) -> None:
        g = self.t.gettext
        self.section("address", g("Salutation"))
        self.bind("gender", g("Gender in letters"), EnumCombo(Gender, self._gender))
        hint = g("Only where the person wishes to be addressed otherwise.")
        self.bind("address_form", g("Own form"), LocalizedEdit(self.t), hint=hint)
        self.salutations = PlainLabel(role="small muted", wrap=True)
        form.add_widget(self.salutations)

    def _build_function(self) -> None:
        g, context = self.t.gettext, self.context
        self.section("function", g("Function"))
        self.bind("function", g("Function"), LocalizedEdit(self.t))
        self.bind("organization_id", g("Organization"), organization_picker(context))
        self.bind("place_id", g("Town"), place_picker(context))
        self.bind("precedence", g("Rank"), ChoiceCombo(list(self._ranks())))
        self.bind("in_office_since", g("In office since"), DateEdit(self.t, context.today))
        self.bind("languages", g("Languages"), TagEdit(self.t, language_choices(self.t.language)))

    def _build_contact(self) -> None:
        g = self.t.gettext
        self.section("contact", g("Contact"))
        self.bind("email", g("E-mail"), TextField())
        self.bind("phone", g("Telephone"), TextField())
        self.bind("status", g("Status"), EnumCombo(PersonStatus, self._status))
        self.bind("notes", g("Notes"), TextArea())

    def _build_sensitive(self, form: Form) -> None:
        g = self.t.gettext
        section = self.section("sensitive", g("Sensitive data"))
        self.hide_button = text_button(g("Hide"), self, kind="quiet")
        self.hide_button.clicked.connect(self._hide_sensitive)
        section.add_button(self.hide_button)
        self.sensitive_button = text_button(g("Show sensitive data"), self, icon_name="lock")
        self.sensitive_button.clicked.connect(self._show_sensitive)
        form.add_widget(self.sensitive_button)
        diets = [(diet, label(diet, self.t)) for diet in Diet]
        self.bind("diets", g("Diet"), TagEdit(self.t, diets))
        self.bind("diet_note", g("More about the diet"), TextField())
        self.bind("accessibility", g("Accessibility"), TextField())
        hint = g("No search, list or guests' copy shows these; only security's list has the number.")
        self.bind("document_number", g("Document number"), TextField(), hint=hint)

    def _ranks(self) -> Iterator[tuple[int | None, str]]:
        """The ranks of the scheme in force with the posts that share them."""
        yield None, "—"
        schemes = getattr(self.context.cabinet, "precedence_schemes", None)
        posts: dict[int, list[str]] = {}
        for rank in schemes.in_force().ranks if schemes else ():
            if rank.ranked:
                posts.setdefault(rank.rank, []).append(rank.label.shown(self.t.language))
        for number, words in sorted(posts.items()):
            yield number, f"{number} · {', '.join(filter(None, words))}"

    def _show_sensitive(self) -> None:
        self.show_sensitive(is_shown=True)
        self.jump_to("diets")

    def _hide_sensitive(self) -> None:
        self.show_sensitive(is_shown=False)

    def _gender(self, member: Gender) -> str:
        return label(member, self.t)

    def _status(self, member: PersonStatus) -> str:
        return label(member, self.t)
