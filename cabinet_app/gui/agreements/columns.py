"""The columns of the three lists of the Twinning tab."""

from cabinet_app.domain.places import name_with_native
from cabinet_app.domain.texts import same
from cabinet_app.domain.twinning import Verification
from cabinet_app.gui.agreements import words
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import AgreementRow, PartnershipRow, ProjectRow


def partnership_columns(context: GuiContext) -> list[Column[PartnershipRow]]:
    """Partner, country, kind, since, last contact, agreements, verification, status."""
    t = context.t

    def partner(row: PartnershipRow) -> str:
        return name_with_native(same(row.town), row.native_town, t.language)

    def country(row: PartnershipRow) -> str:
        return row.country

    def country_in_words(row: PartnershipRow) -> str:
        return words.country_names([row.country], t) if row.country else ""

    def kind(row: PartnershipRow) -> str:
        return label(row.kind, t)

    def since(row: PartnershipRow) -> str:
        return words.vague_or_nothing(row.since, t)

    def contact(row: PartnershipRow) -> str:
        return words.ago(row.last_contact, context.today(), t)

    def contact_day(row: PartnershipRow) -> str:
        if row.last_contact is None:
            return t.gettext("No contact has been recorded.")
        return dates.long(row.last_contact, t.language)

    def agreements(row: PartnershipRow) -> str:
        return str(row.agreements) if row.agreements else words.NOTHING

    def status_word(row: PartnershipRow) -> str:
        return label(row.status, t)

    def status(row: PartnershipRow) -> StatusSpec:
        return words.status_spec(row.status, t)

    return [
        Column("town", t.gettext("Partner"), text=partner, sort_key="town", stretch=True),
        Column("country", t.gettext("Country"), country, "country", width=7, tip=country_in_words),
        Column("kind", t.gettext("Kind"), text=kind, sort_key="kind", width=14),
        Column("since", t.gettext("Since"), text=since, sort_key="since", width=13),
        Column("last_contact", t.gettext("Last contact"), text=contact, width=14, tip=contact_day),
        Column("agreements", t.gettext("Agreements"), text=agreements, alignment="right", width=9),
        _verification_column(context),
        Column("status", t.gettext("Status"), status_word, "status", width=17, status=status),
    ]


def agreement_columns(context: GuiContext) -> list[Column[AgreementRow]]:
    """Title, partners, country, instrument, signing, term, verification, status."""
    t = context.t

    def title(row: AgreementRow) -> str:
        return row.title or t.gettext("Untitled agreement")

    def partners(row: AgreementRow) -> str:
        count = partner_count(row)
        return row.partners[0] if count == 1 and row.partners else words.towns(count, t) if count else ""

    def partner_names(row: AgreementRow) -> str:
        return ", ".join(row.partners) or partners(row)

    def country(row: AgreementRow) -> str:
        return words.country_codes(row.countries)

    def country_in_words(row: AgreementRow) -> str:
        return words.country_names(row.countries, t)

    def instrument(row: AgreementRow) -> str:
        return label(row.instrument, t)

    def signed(row: AgreementRow) -> str:
        return words.vague_or_nothing(row.signed, t)

    def valid_to(row: AgreementRow) -> str:
        return words.vague_or_nothing(row.valid_to, t)

    def status_word(row: AgreementRow) -> str:
        return label(row.status, t)

    def status(row: AgreementRow) -> StatusSpec:
        return words.status_spec(row.status, t)

    return [
        Column("title", t.gettext("Title"), text=title, sort_key="title", stretch=True),
        Column("partners", t.gettext("Partners"), text=partners, width=13, tip=partner_names),
        Column("country", t.gettext("Country"), text=country, width=8, tip=country_in_words),
        Column("instrument", t.gettext("Instrument"), text=instrument, sort_key="instrument", width=16),
        Column("signed", t.gettext("Signed"), text=signed, sort_key="signed", width=13),
        Column("valid_to", t.gettext("Valid until"), text=valid_to, sort_key="valid_to", width=11),
        _verification_column(context),
        Column("status", t.gettext("Status"), status_word, "status", width=14, status=status),
    ]


def project_columns(context: GuiContext) -> list[Column[ProjectRow]]:
    """Acronym, title, programme, duration, towns, status."""
    t = context.t

    def acronym(row: ProjectRow) -> str:
        return row.acronym

    def title(row: ProjectRow) -> str:
        return row.title or ("" if row.acronym else t.gettext("Untitled project"))

    def programme(row: ProjectRow) -> str:
        return row.programme

    def duration(row: ProjectRow) -> str:
        return words.span(row.starts, row.ends, t)

    def towns(row: ProjectRow) -> str:
        return str(row.towns) if row.towns else words.NOTHING

    def status_word(row: ProjectRow) -> str:
        return label(row.status, t)

    def status(row: ProjectRow) -> StatusSpec:
        return words.status_spec(row.status, t)

    return [
        Column("acronym", t.gettext("Acronym"), text=acronym, sort_key="name", width=17),
        Column("title", t.gettext("Title"), text=title, stretch=True),
        Column("programme", t.gettext("Programme"), text=programme, sort_key="programme", width=18),
        Column("duration", t.gettext("Duration"), text=duration, sort_key="starts", width=22),
        Column("towns", t.gettext("Towns"), text=towns, alignment="right", width=5),
        Column("status", t.gettext("Status"), status_word, "status", width=12, status=status),
    ]


def partner_count(row: AgreementRow) -> int:
    """How many partners an agreement has: those named, or the number counted where it is greater.

    The counted number includes our own town if it is a party, so one more than those named is no difference.
    """
    named = len(row.partners)
    return row.party_count if row.party_count > named + 1 else named


def _verification_column(context: GuiContext) -> Column[PartnershipRow | AgreementRow]:
    t = context.t

    def mark(row: PartnershipRow | AgreementRow) -> str:
        return words.VERIFICATION_MARKS[row.verified]

    def word(row: PartnershipRow | AgreementRow) -> str:
        return words.capital(label(row.verified, t))

    def tone(row: PartnershipRow | AgreementRow) -> str:
        return words.VERIFICATION_TONES.get(row.verified, words.VERIFICATION_TONES[Verification.PARTLY])

    title = t.pgettext("verification", "✓")
    return Column("verified", title, mark, width=2, tone=tone, tip=word, spoken=word)
