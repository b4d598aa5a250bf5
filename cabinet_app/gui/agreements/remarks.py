"""What one should know about a record of the Twinning tab: amber sentences that never stand in the way."""

from collections.abc import Mapping
from datetime import date

from cabinet_app.domain.agreement_status import IN_FORCE, SIGNINGS, contradicts
from cabinet_app.domain.projects import Project, ProjectStatus
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    Partnership,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.widgets.form import Finding, Severity
from cabinet_app.gui.widgets.localized_edit import LANGUAGE_NAMES
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label

CELEBRATED = SIGNINGS | {AgreementEventKind.RENEWAL, AgreementEventKind.LETTER_OF_INTENT}
"""Acts from which jubilees may be made to count."""
LEAST_PARTIES = 2


def agreement_findings(agreement: Agreement, today: date, t: Translator) -> list[Finding]:
    """Errors and notes about an agreement."""
    findings = []
    if max(len(agreement.parties), agreement.party_count or 0) < LEAST_PARTIES:
        sentence = t.gettext("An agreement needs at least two parties. Add the missing one.")
        findings.append(Finding("parties", sentence))
    if is_reversed(agreement.valid_from, agreement.valid_to):
        findings.append(Finding("valid_to", _end_before_start(t)))
    elif agreement.status_by_hand and agreement.status in IN_FORCE and is_over(agreement.valid_to, today):
        sentence = t.gettext("The term has run out, but the status is still “{status}”.")
        findings.append(_note("valid_to", sentence.format(status=label(agreement.status, t))))
    findings += _status_findings(agreement, today, t)
    events = [line for event in agreement.events for line in named_event_remarks(event, t)]
    if events:
        findings.append(_note("events", "\n⚠ ".join(events)))
    texts = {"title": agreement.title, "notice": agreement.notice, "summary": agreement.summary}
    return [*findings, *untranslated(texts, t), *unverified(agreement.verified, t)]


def _status_findings(agreement: Agreement, today: date, t: Translator) -> list[Finding]:
    if agreement.status_by_hand and not agreement.status_reason.strip():
        sentence = t.gettext("The status was set by hand. Write down why.")
        return [_note("status", sentence)]
    derived = contradicts(agreement, today)
    if derived is None or agreement.status_by_hand:
        return []
    sentence = t.gettext("The status is “{status}”, but from the events follows “{derived}”.")
    return [
        _note(
            "status",
            sentence.format(status=label(agreement.status, t), derived=label(derived, t)),
        )
    ]


def partnership_findings(partnership: Partnership, t: Translator, *, is_new: bool) -> list[Finding]:
    """Notes about a partnership; an untouched new one is spared the reminder that it is empty."""
    findings = []
    if not is_new and not (partnership.place_id or partnership.organization_id):
        findings.append(_note("place_id", t.gettext("Choose the partner town or the partner organization.")))
    texts = {"initiative": partnership.initiative}
    return [*findings, *untranslated(texts, t), *unverified(partnership.verified, t)]


def project_findings(project: Project, today: date, t: Translator) -> list[Finding]:
    """Errors and notes about a project."""
    findings = []
    if is_reversed(project.starts, project.ends):
        findings.append(Finding("ends", _end_before_start(t)))
    elif project.status is ProjectStatus.RUNNING and is_over(project.ends, today):
        sentence = t.gettext("The project has ended, but the status is still “{status}”.")
        findings.append(_note("ends", sentence.format(status=label(project.status, t))))
    if project.town_count is not None and project.town_count < len(project.towns):
        sentence = t.ngettext(
            "{count} town is named below, more than the number given here.",
            "{count} towns are named below, more than the number given here.",
            len(project.towns),
        )
        findings.append(_note("town_count", sentence.format(count=len(project.towns))))
    texts = {
        "title": project.title,
        "fund": project.fund,
        "purpose": project.purpose,
        "follow_up": project.follow_up,
    }
    return [*findings, *untranslated(texts, t)]


def untranslated(texts: Mapping[str, LocalizedText], t: Translator) -> list[Finding]:
    """A note for every text that is written in some of the languages only."""
    sentence = t.gettext("Not written yet: {languages}.")
    return [
        _note(key, sentence.format(languages=", ".join(t.gettext(LANGUAGE_NAMES[one]) for one in missing)))
        for key, text in texts.items()
        if (missing := text.missing())
    ]


def unverified(verified: Verification, t: Translator) -> list[Finding]:
    """A note where nothing has been checked against documents."""
    if verified is not Verification.NO:
        return []
    return [_note("verified", t.gettext("These facts have not been checked against documents yet."))]


def named_event_remarks(event: AgreementEvent, t: Translator) -> list[str]:
    """The remarks on one act with the act in front: `Signing, 1957: …`."""
    when = dates.vague(event.happened_on, t.language)
    name = ", ".join(part for part in (label(event.kind, t), when) if part)
    name = name[:1].upper() + name[1:]
    return [f"{name}: {remark.message}" for remark in event_findings(event, t)]


def event_findings(event: AgreementEvent, t: Translator) -> list[Finding]:
    """Notes about one act, under the fields of its details."""
    findings = []
    differing = conflicting_dates(event)
    if differing:
        named = ", ".join(dates.vague(value, t.language) for value in differing)
        sentence = (
            t.gettext("No date has been chosen yet; sources give {dates}.")
            if event.happened_on.is_empty
            else t.gettext("Another source gives {dates}.")
        )
        findings.append(_note("claimed_dates", sentence.format(dates=named)))
    if event.kind in SIGNINGS and not event.signatories:
        findings.append(_note("signatories", t.gettext("No signatory has been entered.")))
    return findings


def conflicting_dates(event: AgreementEvent) -> list[VagueDate]:
    """Dates claimed elsewhere that cannot be the chosen one: `1965` beside `1957`, but no day of 1957."""
    chosen = event.happened_on
    return [
        claimed.happened_on
        for claimed in event.claimed_dates
        if not claimed.happened_on.is_empty
        and (chosen.is_empty or are_different(chosen, claimed.happened_on))
    ]


def is_over(end: VagueDate, today: date) -> bool:
    """Whether the last day it can be has passed."""
    return end.latest is not None and end.latest < today


def is_reversed(start: VagueDate, end: VagueDate) -> bool:
    """Whether the end lies before the start, however vague they are."""
    return start.earliest is not None and end.latest is not None and end.latest < start.earliest


def are_different(one: VagueDate, other: VagueDate) -> bool:
    """Whether two vague dates cannot mean the same day."""
    return is_reversed(one, other) or is_reversed(other, one)


def _end_before_start(t: Translator) -> str:
    return t.gettext("The end is before the start. Choose a later end.")


def _note(field: str, sentence: str) -> Finding:
    return Finding(field, sentence, Severity.NOTE)
