"""Jubilees in words: when, how many years, from which date they count and which others there are."""

from cabinet_app.domain.anniversaries import Jubilee, OtherDate
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator


def years_words(jubilee: Jubilee, t: Translator) -> str:
    """`20 let`; nothing where no round number is celebrated."""
    return dates.years_count(jubilee.years, t.language) if jubilee.years is not None else ""


def day_words(jubilee: Jubilee, t: Translator) -> str:
    """`torek, 25. julij 2028`, `oktober 2025`, `2028`: as exact as the date that counts."""
    if jubilee.day:
        return dates.long(jubilee.day, t.language)
    if jubilee.month:
        return dates.month_title(jubilee.year, jubilee.month, t.language)
    return str(jubilee.year)


def month_words(jubilee: Jubilee, t: Translator) -> str:
    """The heading a jubilee stands under: its month, or that none is known."""
    if jubilee.month:
        return dates.month_title(jubilee.year, jubilee.month, t.language)
    return t.gettext("Only the year is known")


def counted_words(jubilee: Jubilee, t: Translator) -> str:
    """The date that counts: `25. 7. 2008`, `1957 (šteje)` where sources differ."""
    if jubilee.counted.is_empty:
        return t.gettext("no date")
    counted = dates.vague(jubilee.counted, t.language)
    if any(other.is_claim for other in jubilee.others):
        return t.gettext("{date} (this one counts)").format(date=counted)
    return counted


def other_words(other: OtherDate, t: Translator) -> str:
    """`drug vir: 1965 (60 let)`, `drugi podpis: 28. julij 2008`."""
    when = dates.vague(other.when, t.language)
    if not other.is_claim:
        return t.gettext("second signing: {date}").format(date=when)
    if other.years is None:
        return t.gettext("another source: {date}").format(date=when)
    years = dates.years_count(other.years, t.language)
    return t.gettext("another source: {date} ({years})").format(date=when, years=years)


def sentence(title: str, jubilee: Jubilee, t: Translator) -> str:
    """One line: `torek, 25. julij 2028: 20 let – Listina o sodelovanju Kranj – Beljak`."""
    years = years_words(jubilee, t)
    return (
        f"{day_words(jubilee, t)}: {years} – {title}" if years else f"{counted_words(jubilee, t)} – {title}"
    )


def rule_words(rule: frozenset[int]) -> str:
    """`1, 5, 10, 15 …` as one writes it into a field."""
    return ", ".join(str(years) for years in sorted(rule))


def rule_from(text: str) -> frozenset[int]:
    """The numbers of years somebody typed, whatever stands between them; those from 1 to 999."""
    digits = "".join(sign if sign.isascii() and sign.isdigit() else " " for sign in text)
    return frozenset(years for word in digits.split() if 1 <= (years := int(word[:9])) <= _LONGEST)


_LONGEST = 999
