"""Which plural form a whole number takes in each language."""

from cabinet_app.domain.texts import Language


def plural_index(count: int, lang: Language) -> int:
    """Index of the form: sl one, two, few, other (0-3); de and en one, other (0-1). The sign is ignored."""
    count = abs(count)
    if lang is not Language.SL:
        return 0 if count == 1 else 1
    return {1: 0, 2: 1, 3: 2, 4: 2}.get(count % 100, 3)


def pick(count: int, lang: Language, forms: tuple[str, ...]) -> str:
    """The form of `forms` that `count` takes; a shorter Slovenian tuple repeats its last form."""
    return forms[min(plural_index(count, lang), len(forms) - 1)]
