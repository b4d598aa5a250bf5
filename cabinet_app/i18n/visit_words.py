"""What is said about programmes and visits: remarks, what is on, changes and who was sent which."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from cabinet_app.domain.programme_hours import NowAndNext
from cabinet_app.domain.programme_remarks import GAP, Remark, RemarkKind
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Delegation, Dispatch, ProgrammeItem, TravelLeg
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator, translator
from cabinet_app.i18n.labels import label

TownOf = Callable[[Delegation], str]


def item_title(item: ProgrammeItem, t: Translator) -> str:
    """What a programme item is called in a sentence; its kind while it has no title."""
    return item.title.shown(t.language) or label(item.kind, t)


def remark_sentence(remark: Remark, t: Translator, town_of: TownOf) -> str:
    """One remark; begins with its day where the programme has several."""
    prefix = f"{dates.day_month(remark.day, t.language)} " if remark.day else ""
    return prefix + _remark(remark, t, town_of)


def _remark(remark: Remark, t: Translator, town_of: TownOf) -> str:
    g = t.gettext
    if remark.kind is RemarkKind.GAP:
        return _gap(remark, t, town_of)
    if remark.kind is RemarkKind.UNTITLED:
        return g("Item {number} has no title.").format(number=remark.number)
    assert remark.item
    title = item_title(remark.item, t)
    if remark.kind is RemarkKind.REVERSED:
        return g("“{title}” ends before it begins.").format(title=title)
    assert remark.start
    if remark.kind is RemarkKind.OUTSIDE:
        day = dates.numeric(remark.start.date(), t.language)
        return g("“{title}” ({date}) is outside the days of the visit.").format(title=title, date=day)
    assert remark.other
    return g("“{first}” is not over yet when “{second}” begins at {time}.").format(
        first=title, second=item_title(remark.other, t), time=_hour(remark.start, t)
    )


def _gap(remark: Remark, t: Translator, town_of: TownOf) -> str:
    assert remark.start
    assert remark.end
    start, end = _hour(remark.start, t), _hour(remark.end, t)
    if remark.delegation is None:
        return t.gettext("Nothing is planned from {start} to {end}.").format(start=start, end=end)
    sentence = t.gettext("{delegation}: nothing is planned from {start} to {end}.")
    return sentence.format(delegation=town_of(remark.delegation), start=start, end=end)


def gap_hint(t: Translator) -> str:
    """From which length on a pause is mentioned."""
    minutes = int(GAP.total_seconds() // 60)
    return t.gettext("Pauses of more than {minutes} minutes are pointed out.").format(minutes=minutes)


def now_line(found: NowAndNext, today: date, t: Translator) -> str:
    """`Now: Reception until 9.45 · Next: 9.45 Talks`; what there is of it."""
    said = []
    if found.now:
        names = ", ".join(item_title(item, t) for item in found.now)
        ends = [item.ends_at for item in found.now]
        if len(found.now) == 1 and ends[0]:
            sentence = t.gettext("Now: {items}, until {time}")
            said.append(sentence.format(items=names, time=dates.time(ends[0], t.language)))
        else:
            said.append(t.gettext("Now: {items}").format(items=names))
    if found.next:
        item = found.next
        when = dates.time(item.starts_at, t.language) if item.starts_at else ""
        if item.day and item.day != today:
            when = f"{dates.day_month(item.day, t.language)} {when}".strip()
        sentence = t.gettext("Next: {time} {item}")
        said.append(sentence.format(time=when, item=item_title(item, t)))
    return " · ".join(said) or t.gettext("The programme of the visit is over.")


def change_line(revision: int, day: date, t: Translator) -> str:
    """`Change No. 1, 12 Mar 2027` as it stands on the print; empty for the first version."""
    if not revision:
        return ""
    words = t.gettext("Change No. {number}").format(number=revision)
    return f"{words}, {dates.numeric(day, t.language)}"


def leg_words(leg: TravelLeg, t: Translator) -> str:
    """`arrival 25 Feb 2027 8.15, plane JP 113, Munich – Brnik`; what there is of it."""
    when = dates.timestamp(leg.happens_at, t.language) if leg.happens_at else ""
    way = " – ".join(part for part in (leg.origin, leg.destination) if part)
    by = " ".join(part for part in (label(leg.mode, t), leg.number) if part)
    first = " ".join(part for part in (label(leg.direction, t), when) if part)
    return ", ".join(part for part in (first, by, way, leg.notes) if part)


def version_words(revision: int, t: Translator) -> str:
    """What a revision is called in a sentence."""
    if not revision:
        return t.gettext("first version")
    return t.gettext("Change No. {number}").format(number=revision)


def older_sentences(older: Sequence[Dispatch], t: Translator) -> list[str]:
    """Who still holds which older programme, a sentence for each."""
    sentence = t.gettext("{recipient} has: {version}, sent on {date}.")
    undated = t.gettext("{recipient} has: {version}.")
    return [
        (sentence if dispatch.sent_on else undated).format(
            recipient=dispatch.recipient,
            version=version_words(dispatch.revision, t),
            date=dates.numeric(dispatch.sent_on, t.language) if dispatch.sent_on else "",
        )
        for dispatch in older
    ]


def moved_note(old_first: date, old_last: date, first: date, last: date) -> LocalizedText:
    """What stands on the print after a visit was moved, in the three languages."""
    return LocalizedText(*(_moved(translator(each), old_first, old_last, first, last) for each in Language))


def _moved(t: Translator, old_first: date, old_last: date, first: date, last: date) -> str:
    before = dates.date_range(old_first, old_last, t.language)
    after = dates.date_range(first, last, t.language)
    return t.gettext("New date: {after} (before: {before})").format(after=after, before=before)


def listed(counts: Iterable[tuple[int, str, str]], t: Translator) -> str:
    """`5 items, 2 tasks`: counts with their words (singular and plural msgid), those of nothing left out."""
    return ", ".join(t.ngettext(one, many, count).format(count=count) for count, one, many in counts if count)


def _hour(moment: datetime, t: Translator) -> str:
    return dates.time(moment.time(), t.language)
