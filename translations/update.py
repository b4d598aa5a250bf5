"""Bring kabinet.pot and the catalogues up to date with the sentences in the source.

    python translations/update.py           extract the sentences, drop the unused, list the gaps
    python translations/update.py --check   change nothing; fail if files are out of date or incomplete
    python translations/update.py --fill FOLDER             fill gaps from a translator's JSON files in FOLDER
    python translations/update.py --fill FOLDER --replace   and let the JSON files win over the catalogues

A translator's file maps a sentence to its translations, a plural to all its forms:
    {"Save": {"sl": "Shrani", "de": "Speichern"},
     "{count} day": {"plural": "{count} days", "sl": ["…", "…", "…", "…"], "de": ["…", "…"]}}
A context stands before its sentence, parted by U+0004. English is the sentence itself.
"""  # noqa: INP001 - a tool beside its files, no package

import argparse
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
LANGUAGES = ("sl", "de", "en")
KEYWORDS: dict[str, Any] = {
    "gettext": None,
    "N_": None,
    "ngettext": (1, 2),
    "ngettext_noop": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_noop": ((1, "c"), 2),
    # Short names of gettext and pgettext where a table of columns or a menu would drown in them.
    "g": None,
    "p": ((1, "c"), 2),
}
PLURAL_FORMS = {
    "sl": "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
    "de": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
}
FORMS = {"sl": 4, "de": 2, "en": 2}

Key = tuple[str, str, str]  # context, sentence, plural
Words = str | tuple[str, ...]


@dataclass
class Fragments:
    """What translators gave: per language the words of each sentence, and where two of them disagree."""

    words: dict[str, dict[Key, Words]] = field(default_factory=lambda: {lang: {} for lang in LANGUAGES})
    problems: list[str] = field(default_factory=list)

    def read(self, folder: Path) -> None:
        for file in sorted(folder.glob("*.json")):
            for raw, entry in json.loads(file.read_text("utf-8")).items():
                context, _, sentence = raw.rpartition("\x04")
                key = (context, sentence, entry.get("plural", ""))
                for lang in LANGUAGES:
                    if lang in entry:
                        self._take(file.name, lang, key, entry[lang])

    def _take(self, source: str, lang: str, key: Key, given: str | list[str]) -> None:
        words = given if isinstance(given, str) else tuple(given)
        if (key[2] != "") != isinstance(words, tuple) or (key[2] and len(words) != FORMS[lang]):
            self.problems.append(f"{source}: {lang}: wrong number of forms for {key[1]!r}")
        elif self.words[lang].setdefault(key, words) != words:
            self.problems.append(
                f"{source}: {lang}: {key[1]!r} is translated in two ways; the first is taken"
            )


def key_of(message: Message) -> Key:
    ids = message.id if isinstance(message.id, (tuple, list)) else (message.id, "")
    return message.context or "", ids[0], ids[1]


def is_complete(words: Words) -> bool:
    return bool(words) and all(form for form in (words if isinstance(words, tuple) else (words,)))


def sentences_in_source(root: Path) -> set[Key]:
    """Every marked sentence of the program."""
    with (HERE / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    found: set[Key] = set()
    package = root / "cabinet_app"
    methods = [(pattern.removeprefix("cabinet_app/"), method) for pattern, method in methods]
    for _file, _line, message, _comments, context in extract_from_dir(package, methods, options, KEYWORDS):
        ids = message if isinstance(message, tuple) else (message, "")
        if ids[0]:
            found.add((context or "", ids[0], ids[1]))
    return found


def clashes(keys: set[Key]) -> list[str]:
    """Sentences that a catalogue cannot hold: the same one with and without a plural, or with two plurals."""
    seen = Counter((context, sentence) for context, sentence, _ in keys)
    return [
        f"said with different plurals: {sentence!r}"
        for (_, sentence), count in sorted(seen.items())
        if count > 1
    ]


def words_in(catalogue: Path) -> dict[Key, Words]:
    """The finished translations of one .po file."""
    if not catalogue.exists():
        return {}
    with catalogue.open("rb") as source:
        messages = read_po(source, ignore_obsolete=True)
    return {key_of(message): _words(message) for message in messages if message.id and not message.fuzzy}


def _words(message: Message) -> Words:
    string = message.string
    return tuple(string) if isinstance(string, (tuple, list)) else string or ""


def translated(
    lang: str, keys: set[Key], fragments: Fragments, known: dict[Key, Words], *, replace: bool
) -> dict[Key, Words]:
    """The words of every sentence in one language, empty where nobody has translated it."""
    result: dict[Key, Words] = {}
    for key in keys:
        itself: Words = (key[1], key[2]) if key[2] else key[1]
        if lang == "en":
            result[key] = itself
            continue
        old, new = known.get(key, ""), fragments.words[lang].get(key, "")
        empty: Words = ("",) * FORMS[lang] if key[2] else ""
        first, second = (new, old) if replace else (old, new)
        result[key] = next((words for words in (first, second) if is_complete(words)), empty)
    return result


def po_text(words: dict[Key, Words], lang: str = "") -> bytes:
    """A catalogue as text, sorted and without places or dates, so that it changes only with its words."""
    catalogue = Catalog(locale=lang or None, fuzzy=False)
    for (context, sentence, plural), string in sorted(words.items(), key=lambda item: (item[0][1], item[0])):
        catalogue.add((sentence, plural) if plural else sentence, string, context=context or None)
    body = io.BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True)
    header = ["Project-Id-Version: kabinet"]
    header += [f"Language: {lang}", f"Plural-Forms: {PLURAL_FORMS[lang]}"] if lang else []
    header += [
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    lines = ['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in header), "", ""]
    return "\n".join(lines).encode() + body.getvalue().rstrip(b"\n") + b"\n"


def catalogue_of(lang: str) -> Path:
    return HERE / lang / "LC_MESSAGES" / "kabinet.po"


def planned(
    keys: set[Key], fragments: Fragments, *, replace: bool = False
) -> Iterator[tuple[Path, bytes, list[Key]]]:
    """Each file as it should be, and the sentences it still lacks."""
    template: dict[Key, Words] = {key: ("", "") if key[2] else "" for key in keys}
    yield HERE / "kabinet.pot", po_text(template), []
    for lang in LANGUAGES:
        file = catalogue_of(lang)
        words = translated(lang, keys, fragments, words_in(file), replace=replace)
        yield (
            file,
            po_text(words, lang),
            sorted(key for key, string in words.items() if not is_complete(string)),
        )


def main(arguments: list[str] | None = None) -> int:
    """Update or check; 0 if everything is complete, 1 if something is missing or out of date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, only tell")
    parser.add_argument("--fill", type=Path, metavar="FOLDER", help="a folder of translators' JSON files")
    parser.add_argument("--replace", action="store_true", help="the JSON files win over the catalogues")
    chosen = parser.parse_args(arguments)
    fragments = Fragments()
    if chosen.fill:
        fragments.read(chosen.fill)
    keys = sentences_in_source(HERE.parent)
    report = [*fragments.problems, *clashes(keys)]
    for file, text, missing in planned(keys, fragments, replace=chosen.replace):
        report += [f"{file.parents[1].name}: no translation of {_shown(key)}" for key in missing]
        if not file.exists() or file.read_bytes() != text:
            if chosen.check:
                report.append(f"{file.relative_to(HERE)} is out of date")
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)
    unused = {key for lang in LANGUAGES for key in fragments.words[lang]} - keys
    hints = [f"given, but not in the source: {_shown(key)}" for key in sorted(unused)]
    sys.stdout.write(
        "".join(f"{line}\n" for line in [*hints, *report, f"{len(keys)} sentences in the source."])
    )
    return 1 if report else 0


def _shown(key: Key) -> str:
    context, sentence, plural = key
    return f"{sentence!r}{f' (plural {plural!r})' if plural else ''}{f' [{context}]' if context else ''}"


if __name__ == "__main__":
    sys.exit(main())
