"""The sentences of the certificate: only what the windows say, each with its number in its right form."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cabinet_app.domain.cadence import CadenceKind, CadenceRule, CadenceUnit, JudgedWindow, WindowStatus
from cabinet_app.domain.people import Gender
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import reason_words, window_label
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports.group_data import CertificateData, HeldMeeting

_UNITS: Final = {
    CadenceUnit.WEEK: N_("A period is a calendar week from Monday to Sunday."),
    CadenceUnit.MONTH: N_("A period is a calendar month."),
    CadenceUnit.QUARTER: N_("A period is a calendar quarter."),
    CadenceUnit.HALF_YEAR: N_("A period is half a calendar year."),
    CadenceUnit.YEAR: N_("A period is a calendar year."),
}
_MOST_LISTED: Final = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """The windows by what they say; only those that are over are counted, the others are `running`."""

    kept: tuple[JudgedWindow, ...]
    late: tuple[JudgedWindow, ...]
    missed: tuple[JudgedWindow, ...]
    exempt: tuple[JudgedWindow, ...]
    waived: tuple[JudgedWindow, ...]
    not_required: tuple[JudgedWindow, ...]
    unconfirmed: tuple[JudgedWindow, ...]
    running: tuple[JudgedWindow, ...]

    @property
    def settled(self) -> int:
        """How many windows can be judged at all: kept, kept late or missed."""
        return len(self.kept) + len(self.late) + len(self.missed)

    @property
    def required(self) -> int:
        """How many windows that are over required a meeting."""
        return self.settled + len(self.unconfirmed)


def counted(windows: Sequence[JudgedWindow]) -> Counted:
    """The windows sorted by what the certificate says of them."""

    def closed(status: WindowStatus) -> tuple[JudgedWindow, ...]:
        return tuple(item for item in windows if item.is_closed and item.status is status)

    return Counted(
        kept=closed(WindowStatus.MET),
        late=closed(WindowStatus.MET_LATE),
        missed=closed(WindowStatus.BREACHED),
        exempt=closed(WindowStatus.EXEMPT),
        waived=closed(WindowStatus.WAIVED),
        not_required=closed(WindowStatus.NOT_REQUIRED),
        unconfirmed=closed(WindowStatus.UNCONFIRMED),
        running=tuple(item for item in windows if not item.is_closed),
    )


def subject_sentence(data: CertificateData, t: Translator) -> str:
    """What the certificate is about: the group, its owner, the time."""
    words = {
        "group": data.facts.name.shown(t.language),
        "owner": data.facts.owner.shown(t.language),
        "first": dates.genitive(data.first, t.language),
        "last": dates.genitive(data.last, t.language),
    }
    if words["owner"]:
        sentence = t.gettext(
            "This certificate concerns the group “{group}” (owner: {owner}) "
            "and the time from {first} to {last}."
        )
    else:
        sentence = t.gettext(
            "This certificate concerns the group “{group}” and the time from {first} to {last}."
        )
    return sentence.format(**words)


def result_sentence(found: Counted, t: Translator) -> str:
    """The one sentence that will be quoted."""
    if not found.settled:
        return t.gettext("No period that required a meeting can be judged yet; no share is certified.")
    kept = len(found.kept) + len(found.late)
    sentence = t.ngettext(
        "The agreement was kept in {kept} of {count} period.",
        "The agreement was kept in {kept} of {count} periods.",
        found.settled,
    )
    return sentence.format(kept=kept, count=found.settled)


def count_sentences(found: Counted, t: Translator) -> list[str]:
    """How many windows required a meeting and what became of them; those that do not count with a reason."""
    if not (found.required or found.exempt or found.waived or found.not_required or found.running):
        return []
    sentences = [_required(found.required, t)]
    if found.settled:
        sentences += [_kept(len(found.kept), t), _late(len(found.late), t), _missed(len(found.missed), t)]
    sentences += [_unconfirmed(found.unconfirmed, t), _exempt(found.exempt, t), _waived(found.waived, t)]
    sentences += [_not_required(found.not_required, t), _running(found.running, t)]
    return [sentence for sentence in sentences if sentence]


def _required(count: int, t: Translator) -> str:
    if not count:
        return t.gettext("In this time no period that is over required a meeting.")
    return t.ngettext(
        "A meeting was required in {count} period that is over.",
        "A meeting was required in {count} periods that are over.",
        count,
    ).format(count=count)


def _kept(count: int, t: Translator) -> str:
    if not count:
        return t.gettext("No period was kept in time.")
    return t.ngettext(
        "The group kept {count} period in time.", "The group kept {count} periods in time.", count
    ).format(count=count)


def _late(count: int, t: Translator) -> str:
    if not count:
        return ""
    return t.ngettext(
        "It kept {count} period late, in the days of grace.",
        "It kept {count} periods late, in the days of grace.",
        count,
    ).format(count=count)


def _missed(count: int, t: Translator) -> str:
    if not count:
        return t.gettext("No period was missed.")
    return t.ngettext("It missed {count} period.", "It missed {count} periods.", count).format(count=count)


def _unconfirmed(windows: Sequence[JudgedWindow], t: Translator) -> str:
    count = len(windows)
    sentence = t.ngettext(
        "For {count} period it is not confirmed whether the meeting was held, so it is not counted: "
        "{periods}.",
        "For {count} periods it is not confirmed whether the meeting was held, so they are not counted: "
        "{periods}.",
        count,
    )
    return sentence.format(count=count, periods=periods_words(windows, t)) if count else ""


def _exempt(windows: Sequence[JudgedWindow], t: Translator) -> str:
    count = len(windows)
    sentence = t.ngettext(
        "The agreement exempts {count} period: {periods}.",
        "The agreement exempts {count} periods: {periods}.",
        count,
    )
    return sentence.format(count=count, periods=periods_words(windows, t)) if count else ""


def _waived(windows: Sequence[JudgedWindow], t: Translator) -> str:
    count = len(windows)
    sentence = t.ngettext(
        "The group was excused for {count} period: {periods}.",
        "The group was excused for {count} periods: {periods}.",
        count,
    )
    return sentence.format(count=count, periods=periods_words(windows, t)) if count else ""


def _not_required(windows: Sequence[JudgedWindow], t: Translator) -> str:
    count = len(windows)
    sentence = t.ngettext(
        "No meeting was required in {count} period: {periods}.",
        "No meeting was required in {count} periods: {periods}.",
        count,
    )
    return sentence.format(count=count, periods=periods_words(windows, t)) if count else ""


def _running(windows: Sequence[JudgedWindow], t: Translator) -> str:
    count = len(windows)
    sentence = t.ngettext(
        "Not counted is {count} period that is not over yet: {periods}.",
        "Not counted are {count} periods that are not over yet: {periods}.",
        count,
    )
    return sentence.format(count=count, periods=_listed(windows, t)) if count else ""


def periods_words(windows: Iterable[JudgedWindow], t: Translator) -> str:
    """The windows by name, those with the same reason together: `julij 2026, avgust 2026 (premor)`."""
    groups: dict[str, list[JudgedWindow]] = {}
    for item in windows:
        groups.setdefault(reason_words(item, t), []).append(item)
    parts = (
        f"{_listed(items, t)} ({reason})" if reason else _listed(items, t) for reason, items in groups.items()
    )
    return "; ".join(parts)


def _listed(windows: Sequence[JudgedWindow], t: Translator) -> str:
    labels = [window_label(item.window, t) for item in windows]
    if len(labels) > _MOST_LISTED and all(_follow(windows)):
        return t.gettext("{first} to {last}").format(first=labels[0], last=labels[-1])
    return ", ".join(labels)


def _follow(windows: Sequence[JudgedWindow]) -> Iterable[bool]:
    return ((after.window.start - before.window.end).days <= 1 for before, after in pairwise(windows))


def held_sentence(count: int, t: Translator) -> str:
    """How many meetings were held in the time certified."""
    if not count:
        return t.gettext("No meeting was held in this time.")
    return t.ngettext(
        "In this time {count} meeting was held.", "In this time {count} meetings were held.", count
    ).format(count=count)


def outside_sentence(meetings: Sequence[HeldMeeting], t: Translator) -> str:
    """Meetings before or after the time certified that count for one of its windows all the same."""
    if not meetings:
        return ""
    days = ", ".join(dates.numeric(meeting.day, t.language) for meeting in meetings)
    sentence = t.ngettext(
        "Outside this time {count} meeting was held that counts for a period of this certificate: {days}.",
        "Outside this time {count} meetings were held that count for periods of this certificate: {days}.",
        len(meetings),
    )
    return sentence.format(count=len(meetings), days=days)


def without_meeting_sentence(missed: Sequence[JudgedWindow], t: Translator) -> str:
    """The missed windows as months, where each is a month and saw no meeting at all."""
    if not missed or any(item.held or item.window.unit is not CadenceUnit.MONTH for item in missed):
        return ""
    count = len(missed)
    return t.ngettext(
        "There was {count} month without a meeting.", "There were {count} months without a meeting.", count
    ).format(count=count)


def method_sentences(data: CertificateData, t: Translator) -> list[str]:
    """How the result was computed, as far as it matters for these promises and windows."""
    rules = [agreed.rule for agreed in data.facts.rules_between(data.first, data.last)]
    day = dates.genitive(data.today, t.language)
    sentences = [
        t.gettext("The certificate was computed from the register of meetings as it stood on {date}.").format(
            date=day
        )
    ]
    sentences += _about_periods(data, t)
    for rule in rules:
        sentences += _about_rule(rule, t)
    if len(rules) > 1:
        sentences.append(t.gettext("Every period was judged by the agreement that was in force then."))
    if any(
        item.is_closed and item.status in {WindowStatus.NOT_REQUIRED, WindowStatus.EXEMPT}
        for item in data.windows
    ):
        sentences.append(t.gettext("A period in which too few working days are left requires no meeting."))
    sentences.append(t.gettext("Cancelled and postponed meetings do not count as held."))
    sentences.append(
        t.gettext("The certificate says nothing about the content or the results of the meetings.")
    )
    return list(dict.fromkeys(sentences))


def _about_periods(data: CertificateData, t: Translator) -> list[str]:
    units = dict.fromkeys(item.window.unit for item in data.windows)
    sentences = [t.gettext(_UNITS[unit]) for unit in units if unit is not None]
    if sentences:
        sentences.append(
            t.gettext(
                "A meeting counts for the period in which it really began; "
                "a surplus of meetings is not carried over to another period."
            )
        )
        sentences.append(t.gettext("A period belongs to this certificate if its last day lies in this time."))
    if None in units:
        sentences.append(
            t.gettext("A period is the time from one held meeting to the next; days of recess do not run.")
        )
        sentences.append(
            t.gettext(
                "It belongs to this certificate if the next meeting, or the day on which it was due, "
                "lies in this time."
            )
        )
    return sentences


def _about_rule(rule: CadenceRule, t: Translator) -> list[str]:
    sentences = []
    if rule.grace_days > 0 and rule.kind is CadenceKind.PER_PERIOD:
        words = t.ngettext(
            "A meeting on the first day of the next period may count for the period before, "
            "if the next one has enough of its own.",
            "A meeting in the first {count} days of the next period may count for the period before, "
            "if the next one has enough of its own.",
            rule.grace_days,
        )
        sentences.append(words.format(count=rule.grace_days))
    if rule.kind is not CadenceKind.NONE:
        quorum = N_("Meetings without a quorum do not count.")
        if rule.counts_unquorate:
            quorum = N_("Meetings without a quorum count as well.")
        sentences.append(t.gettext(quorum))
    return sentences


def chair_title(gender: Gender | None, t: Translator) -> str:
    """Who signs for the group, in the gender of the person, in both where it is not known."""
    if gender is Gender.FEMALE:
        return t.pgettext("feminine", "Chair of the group")
    if gender is Gender.MALE:
        return t.pgettext("masculine", "Chair of the group")
    return t.gettext("Chair of the group")
