"""Gifts in words: their values, what is worth a warning, the list of the year."""

from datetime import date
from typing import Final

from cabinet_app.domain.gift_amounts import Amount
from cabinet_app.domain.gift_rules import GiftTrouble
from cabinet_app.domain.gifts import GiftRule, Valuation
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.date_words import NBSP
from cabinet_app.i18n.numbers import money, number

_CENTS: Final = 100


def sum_words(cents: int, language: Language) -> str:
    """A sum within a sentence, without cents where there are none: `100 €`, `€100`, `49,90 €`."""
    if cents % _CENTS:
        return money(Amount(cents).euros, language)
    whole = number(Amount(cents).euros, language, 0)
    return f"€{whole}" if language is Language.EN else f"{whole}{NBSP}€"


def value_words(cents: int | None, valuation: Valuation, t: Translator) -> str:
    """The value as a list shows it: `120,00 €`, `ca. 120,00 €` where it is estimated; a dash for none."""
    if cents is None:
        return "–"
    amount = money(Amount(cents).euros, t.language)
    if valuation is Valuation.ESTIMATED:
        return t.pgettext("value of a gift", "about {amount}").format(amount=amount)
    return amount


def typed_value(cents: int, valuation: Valuation, t: Translator) -> str:
    """The value as one would type it into its field: `120`, `ca. 120,50`."""
    figure = number(Amount(cents).euros, t.language, 2 if cents % _CENTS else 0)
    if valuation is Valuation.ESTIMATED:
        return t.pgettext("value of a gift, typed", "about {amount}").format(amount=figure)
    return figure


def trouble_sentence(trouble: GiftTrouble, rule: GiftRule | None, t: Translator) -> str:
    """What somebody should know about a gift, with the limit and its source where one was passed."""
    if trouble is GiftTrouble.ABOVE_OCCASIONAL_LIMIT and rule is not None:
        sentence = t.gettext(
            "An occasional gift above {limit} may not be kept; it goes to the municipality. Source: {source}"
        )
        limit = sum_words(rule.occasional_limit_cents, t.language)
        return sentence.format(limit=limit, source=rule.source or t.gettext("rules about gifts"))
    return {
        GiftTrouble.ABOVE_OCCASIONAL_LIMIT: "",
        GiftTrouble.PROTOCOL_GIFT_KEPT: t.gettext(
            "A protocol gift belongs to the municipality, whatever its value."
        ),
        GiftTrouble.NO_VALUE: t.gettext("Enter at least an estimated value; without one nobody can list it."),
        GiftTrouble.NO_OFFICIAL: t.gettext("The list needs the official for whom the gift is entered."),
        GiftTrouble.NO_DAY: t.gettext("Enter the day; the list is made by years."),
        GiftTrouble.NO_RULE: t.gettext("No rule about gifts holds on this day."),
    }[trouble]


def listing_sentence(rule: GiftRule | None, day: date | None, t: Translator, *, is_listed: bool) -> str:
    """Whether a gift stands in the yearly list, and why; empty where that cannot be said."""
    if rule is None or day is None:
        return ""
    limit = sum_words(rule.listed_above_cents, t.language)
    if is_listed:
        return t.gettext("Worth more than {limit}: it stands in the list for {year}.").format(
            limit=limit, year=day.year
        )
    return t.gettext("Worth no more than {limit}: kept here, but not in the list.").format(limit=limit)
