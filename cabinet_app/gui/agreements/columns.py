"""The columns of the three lists of the Twinning tab."""

from cabinet_app.domain.anniversaries import anniversary, jubilee
from cabinet_app.domain.places import name_with_native
from cabinet_app.domain.texts import same
from cabinet_app.gui.agreements import words
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import AgreementRow, PartnershipRow, ProjectRow


class PartnershipColumns:
    """What the list says of a partnership."""

    def __init__(self, context: GuiContext) -> None:
        self._t = context.t
        self._today = context.today

    def all(self) -> list[Column[PartnershipRow]]:
        """Partner, country, kind, since, last contact, agreements, verification, status."""
        g = self._t.gettext
        return [
            Column("town", g("Partner"), self.partner, "town", stretch=True),
            Column("country", g("Country"), self._country, "country", width=6, tip=self._country_words),
            Column("kind", g("Kind"), self._kind, "kind", width=12),
            Column("since", g("Since"), self._since, "since", width=9, tip=self._since_words),
            Column(
                "last_contact",
                g("Last contact"),
                self.contact,
                "last_contact",
                width=12,
                tip=self.contact_day,
            ),
            Column("agreements", g("Agreements"), self._agreements, alignment="right", width=9),
            Column("verified", "✓", self._mark, width=2, tone=self._tone, tip=self._word, spoken=self._word),
            Column("status", g("Status"), self._status_word, "status", width=14, status=self._status),
        ]

    def partner(self, row: PartnershipRow) -> str:
        """`Beljak (Villach)`."""
        return name_with_native(same(row.town), row.native_town, self._t.language)

    def contact(self, row: PartnershipRow) -> str:
        """`pred 3 meseci`."""
        return words.ago(row.last_contact, self._today(), self._t)

    def contact_day(self, row: PartnershipRow) -> str:
        """The day itself."""
        if row.last_contact is None:
            return self._t.gettext("No contact has been recorded.")
        return dates.long(row.last_contact, self._t.language)

    def _country(self, row: PartnershipRow) -> str:
        return row.country

    def _country_words(self, row: PartnershipRow) -> str:
        return words.country_names([row.country], self._t) if row.country else ""

    def _kind(self, row: PartnershipRow) -> str:
        return label(row.kind, self._t)

    def _since(self, row: PartnershipRow) -> str:
        return words.short(row.since, self._t)

    def _since_words(self, row: PartnershipRow) -> str:
        return dates.vague(row.since, self._t.language)

    def _agreements(self, row: PartnershipRow) -> str:
        return str(row.agreements) if row.agreements else words.NOTHING

    def _mark(self, row: PartnershipRow) -> str:
        return words.VERIFICATION_MARKS[row.verified]

    def _word(self, row: PartnershipRow) -> str:
        return words.capital(label(row.verified, self._t))

    def _tone(self, row: PartnershipRow) -> str:
        return words.VERIFICATION_TONES[row.verified]

    def _status_word(self, row: PartnershipRow) -> str:
        return label(row.status, self._t)

    def _status(self, row: PartnershipRow) -> StatusSpec:
        return words.status_spec(row.status, self._t)


class AgreementColumns:
    """What the list says of an agreement."""

    def __init__(self, context: GuiContext) -> None:
        self._context = context
        self._t = context.t
        self._today = context.today

    def all(self) -> list[Column[AgreementRow]]:
        """Title, partners, country, instrument, signing, term, verification, status."""
        g, p = self._t.gettext, self._t.pgettext
        return [
            Column("title", g("Title"), self.title, "title", stretch=True),
            Column("partners", g("Partners"), self.partners, width=10, tip=self.partner_names),
            Column("country", g("Country"), self.country, width=7, tip=self._country_words),
            Column("instrument", p("column", "Instrument"), self._instrument, "instrument", width=10),
            Column("signed", p("column", "Signed"), self._signed, "signed", width=12, tip=self.signed_words),
            Column(
                "valid_to",
                p("column", "Valid to"),
                self._valid_to,
                "valid_to",
                width=9,
                tip=self._term_words,
            ),
            Column("verified", "✓", self._mark, width=2, tone=self._tone, tip=self._word, spoken=self._word),
            Column(
                "status",
                g("Status"),
                self._status_word,
                "status",
                width=15,
                status=self._status,
                tip=self._status_tip,
            ),
        ]

    def _rule(self) -> frozenset[int]:
        return self._context.cabinet.agreements.jubilee_years

    def title(self, row: AgreementRow) -> str:
        """The title, or that there is none."""
        return row.title or self._t.gettext("Untitled agreement")

    def partners(self, row: AgreementRow) -> str:
        """The one partner's name, or how many there are: `24 mest`."""
        count = partner_count(row)
        if count == 1 and row.partners:
            return row.partners[0]
        return words.towns(count, self._t) if count else words.NOTHING

    def partner_names(self, row: AgreementRow) -> str:
        """All names there are."""
        return ", ".join(row.partners) or self.partners(row)

    def country(self, row: AgreementRow) -> str:
        """`AT SI HU`."""
        return words.country_codes(row.countries)

    def _country_words(self, row: AgreementRow) -> str:
        return words.country_names(row.countries, self._t)

    def _instrument(self, row: AgreementRow) -> str:
        return label(row.instrument, self._t)

    def _signed(self, row: AgreementRow) -> str:
        signed = words.short(row.signed, self._t)
        return f"{signed} ⚠" if row.is_contested else signed

    def signed_words(self, row: AgreementRow) -> str:
        """The date as exact as it is known, with the round anniversary that next year brings."""
        language, year = self._t.language, self._today().year + 1
        signed = dates.vague(row.signed, language)
        if row.is_contested:
            signed = self._t.gettext("{date}; sources differ").format(date=signed)
        years = jubilee(row.signed, year, self._rule())
        if years is None:
            return signed
        when = dates.long(anniversary(row.signed.day, year), language) if row.signed.day else str(year)
        words = self._t.gettext("{signed}; anniversary {when}: {years}")
        return words.format(signed=signed, when=when, years=dates.years_count(years, language))

    def _valid_to(self, row: AgreementRow) -> str:
        return words.short(row.valid_to, self._t)

    def _term_words(self, row: AgreementRow) -> str:
        return dates.vague(row.valid_to, self._t.language) or self._t.gettext("No end has been agreed.")

    def _mark(self, row: AgreementRow) -> str:
        return words.VERIFICATION_MARKS[row.verified]

    def _word(self, row: AgreementRow) -> str:
        return words.capital(label(row.verified, self._t))

    def _tone(self, row: AgreementRow) -> str:
        return words.VERIFICATION_TONES[row.verified]

    def _status_word(self, row: AgreementRow) -> str:
        return label(words.status_of(row, self._today()), self._t)

    def _status(self, row: AgreementRow) -> StatusSpec:
        return words.status_spec(words.status_of(row, self._today()), self._t)

    def _status_tip(self, row: AgreementRow) -> str:
        said = self._status_word(row)
        return self._t.gettext("{status} (set by hand)").format(status=said) if row.is_by_hand else said


class ProjectColumns:
    """What the list says of a project."""

    def __init__(self, context: GuiContext) -> None:
        self._t = context.t

    def all(self) -> list[Column[ProjectRow]]:
        """Acronym, title, programme, duration, towns, status."""
        g = self._t.gettext
        return [
            Column("acronym", g("Acronym"), self._acronym, "name", width=15),
            Column("title", self._t.pgettext("project", "Name"), self._title, stretch=True),
            Column("programme", g("Programme"), self._programme, "programme", width=13),
            Column("duration", self._t.pgettext("project", "Duration"), self.duration, "starts", width=18),
            Column("towns", g("Towns"), self._towns, alignment="right", width=6),
            Column("status", g("Status"), self._status_word, "status", width=17, status=self._status),
        ]

    def duration(self, row: ProjectRow) -> str:
        """`maj 2016 – dec. 2020`."""
        return words.span(row.starts, row.ends, self._t, is_short=True)

    def _acronym(self, row: ProjectRow) -> str:
        return row.acronym

    def _title(self, row: ProjectRow) -> str:
        return row.title or ("" if row.acronym else self._t.gettext("Untitled project"))

    def _programme(self, row: ProjectRow) -> str:
        return row.programme

    def _towns(self, row: ProjectRow) -> str:
        return str(row.towns) if row.towns else words.NOTHING

    def _status_word(self, row: ProjectRow) -> str:
        return label(row.status, self._t)

    def _status(self, row: ProjectRow) -> StatusSpec:
        return words.status_spec(row.status, self._t)


def partner_count(row: AgreementRow) -> int:
    """How many partners an agreement has: those named, or the number counted where it is greater.

    The counted number includes our own town if it is a party, so one more than those named is no difference.
    """
    named = len(row.partners)
    return row.party_count if row.party_count > named + 1 else named
