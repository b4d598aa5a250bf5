"""Every error that a user can mend has its sentence in the three languages."""

import importlib
import inspect
import pkgutil
import string
from typing import Any

import pytest

import cabinet_app
from cabinet_app import errors
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.errors import FormatError, UserError
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.messages import _BY_VALUE, REASONS, SENTENCES, one_line, reason, sentence

EXAMPLES: dict[str, Any] = {
    "size": 53_000_000,
    "limit": 52_428_800,
    "field": "notes",
    "start": "2026-02-02",
    "end": "2026-02-01",
    "count": 1,
    "cast": 5,
    "present": 4,
    "number": "7/2026",
    "value": "x",
    "record_type": "visit",
    "record_id": 5,
    "users": ("Beljak, 25. 2. 2016", "Gradec"),
    "seen": 1,
    "stored": 2,
    "headline": LocalizedText("Beljak", "Villach", "Villach"),
    "place": "records.visit[2].starts_on",
    "reason": "not_a_date",
    "path": "/home/kabinet.sqlite",
    "findings": ("row 5 missing from index",),
    "version": 9,
    "ours": 1,
    "kind": "network",
    "name": "cifs",
    "advice": "server",
    "saved": False,
    "setting": "synchronous",
    "wanted": "FULL",
    "found": "0",
    "text": "jutro",
}


def mendable() -> list[type[UserError]]:
    for module in pkgutil.walk_packages(cabinet_app.__path__, "cabinet_app."):
        if not module.name.startswith(
            ("cabinet_app.gui", "cabinet_app.db.migrations", "cabinet_app.__main__")
        ):
            importlib.import_module(module.name)
    found: list[type[UserError]] = []
    waiting: list[type[UserError]] = [UserError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind not in {UserError, errors.RecordError, errors.StoreError} and kind.__module__.startswith(
            "cabinet_app"
        ):
            found.append(kind)
    return found


def example(kind: type[UserError]) -> UserError:
    names = [one for one in inspect.signature(kind.__init__).parameters.values() if one.name in EXAMPLES]
    if kind is errors.BackupBroken:
        return errors.BackupBroken("/home/copy", "checksum")
    plain = [EXAMPLES[one.name] for one in names if one.kind is not one.KEYWORD_ONLY]
    return kind(*plain, **{one.name: EXAMPLES[one.name] for one in names if one.kind is one.KEYWORD_ONLY})


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", mendable(), ids=lambda kind: kind.__name__)
def test_every_mendable_error_has_a_sentence(kind: type[UserError], language: Language):
    told = sentence(example(kind), translator(language))
    assert told
    assert kind.__name__ not in told
    assert "{" not in told
    assert "\n" not in told
    assert told.endswith(".")


def test_every_sentence_names_only_what_its_error_knows():
    known = {kind.__name__: kind for kind in mendable()}
    groups = {name: [message] for name, message in SENTENCES.items()}
    groups |= {name: list(messages.values()) for name, (_, messages) in _BY_VALUE.items()}
    for name, messages in groups.items():
        details = set(example(known[name]).details)
        for message in messages:
            assert {part for _, part, _, _ in string.Formatter().parse(message) if part} <= details, name


@pytest.mark.parametrize("saved", [True, False, None])
def test_what_became_of_the_last_change_is_said(saved: bool | None):
    told = {
        sentence(errors.StorageFault("/x", "EIO", saved=state), translator(Language.EN))
        for state in (True, False, None)
    }
    assert len(told) == 3
    assert sentence(errors.StorageFault("/x", "EIO", saved=saved), translator(Language.EN)) in told


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", list(REASONS))
def test_every_refusal_of_a_file_names_file_place_and_reason(code: str, language: Language):
    error = FormatError("records.visit[2].starts_on", code, "x")
    error.file = "/home/in.json"
    told = sentence(error, translator(language))
    assert "/home/in.json" in told
    assert "records.visit[2].starts_on" in told
    assert reason(error, translator(language)) in told
    assert "_" not in code or code not in told


def test_file_and_place_are_named_where_there_are_any():
    t = translator(Language.EN)
    error = FormatError("", "too_deep")
    assert sentence(error, t) == "The entry was refused: it is nested too deeply."
    error.file = "a.json"
    assert sentence(error, t) == "The file a.json was refused: it is nested too deeply."
    assert "data.x" in sentence(FormatError("data.x", "missing"), t)
    assert sentence(FormatError("", "of_a_later_version"), t) == "The entry was refused: of_a_later_version."


def test_every_reason_that_is_raised_has_its_words():
    import re
    from pathlib import Path

    source = "".join(path.read_text(encoding="utf-8") for path in Path(cabinet_app.__path__[0]).rglob("*.py"))
    raised = set(re.findall(r'FormatError\([^)]*?, "(\w+)"', source)) | set(
        re.findall(r'^\s+"(not_a_\w+)"', source, re.MULTILINE)
    )
    assert len(raised) > 15
    assert raised <= set(REASONS)


def test_an_error_of_a_plugin_is_named_by_its_kind():
    class Strange(UserError):
        pass

    assert sentence(Strange(), translator(Language.EN)) == "This could not be done (Strange)."
    Strange.__module__ = "elsewhere"


def test_what_others_wrote_stays_on_one_line_and_within_bounds():
    assert one_line("a\r\nb\x1b[2J\u202ec\u00a0d") == "a  b [2J c\u00a0d"
    assert len(one_line("x" * 10_000)) == 500
    told = sentence(errors.FileMissing("/x\n" + "y" * 10_000), translator(Language.EN))
    assert "\n" not in told
    assert len(told) < 600
