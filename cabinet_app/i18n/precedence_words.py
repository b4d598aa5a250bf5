"""Why somebody stands where they stand in the order of precedence, in words."""

from cabinet_app.domain.people import Gender
from cabinet_app.domain.precedence import Decider, Ground, Ranked
from cabinet_app.domain.precedence_proposals import post_of
from cabinet_app.domain.visits import DelegateRole
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.delegate_words import is_only_function
from cabinet_app.i18n.labels import label


def place_sentence(one: Ranked, t: Translator) -> str:
    """`2. mesto: podžupanja (rang 4), na funkciji od 2019`."""
    reasons = ", ".join(reason for reason in (_standing(one, t), _tie(one, t)) if reason)
    if not one.is_ranked:
        return t.gettext("Outside the ranking: {reasons}").format(reasons=reasons)
    return t.gettext("Place {place}: {reasons}").format(place=one.place, reasons=reasons)


def printed_name(one: Ranked, t: Translator) -> str:
    """The name for paper; words that stand for a name unknown yet are said in the language of the print.

    `(tolmač)` of somebody whose function is `tolmač` becomes `Dolmetscher` on a German print.
    """
    if one.person:
        return one.name
    repeats = is_only_function(one.delegate.placeholder, one.function)
    return one.function.shown(t.language) if repeats else one.name


def short_place(one: Ranked, t: Translator) -> str:
    """`2.`, or a dash for somebody outside the ranking."""
    return t.gettext("{place}.").format(place=one.place) if one.is_ranked else "–"


def rank_words(one: Ranked, t: Translator) -> str:
    """The post in the scheme and its rank: `podžupanja (rang 4)`."""
    gender = one.person.gender if one.person else Gender.UNSTATED
    post = post_of(one.label.shown(t.language), gender)
    if one.rank is None:
        return post
    if not post:
        return t.gettext("rank {rank}").format(rank=one.rank)
    return t.gettext("{post} (rank {rank})").format(post=post, rank=one.rank)


def _standing(one: Ranked, t: Translator) -> str:
    if one.ground is Ground.OUTSIDE:
        gender = one.person.gender if one.person else Gender.UNSTATED
        is_companion = one.delegate.role is DelegateRole.MEMBER
        words = post_of(one.label.shown(t.language), gender) if is_companion else ""
        return words or label(one.delegate.role, t)
    if one.ground is Ground.NONE:
        words = t.gettext("no rank given")
    elif one.ground is Ground.OVERRIDE:
        words = t.gettext("rank {rank} for this visit").format(rank=one.rank)
        if one.delegate.precedence_reason:
            words = t.gettext("{words} ({reason})").format(words=words, reason=one.delegate.precedence_reason)
    elif one.ground is Ground.FUNCTION:
        words = t.gettext("{rank}, proposed from the function").format(rank=rank_words(one, t))
    else:
        words = rank_words(one, t)
    if one.is_head:
        return t.gettext("head of delegation, {words}").format(words=words)
    return words


def _tie(one: Ranked, t: Translator) -> str:
    """What decided between equals; the day of taking office is told wherever it is known."""
    if one.ground is Ground.OUTSIDE:
        return ""
    since = t.gettext("in office since {year}").format(year=one.since.year) if one.since else ""
    if one.decided_by is Decider.ALPHABET:
        return ", ".join(part for part in (since, t.gettext("then by the alphabet")) if part)
    if one.decided_by is Decider.ORDER:
        return ", ".join(part for part in (since, t.gettext("then in the order of entry")) if part)
    return since
