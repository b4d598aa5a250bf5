"""Message catalogues: the translated sentence of a msgid, and the compiling of .po files to .mo files."""

import functools
import gettext
import importlib.util
import os
import sys
from pathlib import Path

from cabinet_app import paths
from cabinet_app.domain.texts import Language

DOMAIN = "kabinet"


def N_(message: str) -> str:
    """Mark a constant for extraction; the text is looked up later."""
    return message


def pgettext_noop(context: str, message: str) -> tuple[str, str]:
    """Mark a constant with its context for extraction; the text is looked up later."""
    return context, message


def ngettext_noop(singular: str, plural: str) -> tuple[str, str]:
    """Mark a constant with its plural for extraction; `N_` of each would lose the forms between them."""
    return singular, plural


class Translator:
    """The sentences of one language; a msgid without a translation is returned as it is."""

    __slots__ = ("_catalogue", "language")

    def __init__(self, language: Language, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __repr__(self) -> str:
        return f"Translator({self.language.value})"

    def gettext(self, message: str) -> str:
        # The empty msgid holds the catalogue's header, which nobody wants to read.
        return self._catalogue.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return self._catalogue.ngettext(singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        return self._catalogue.pgettext(context, message)


@functools.cache
def translator(language: Language) -> Translator:
    """The translator of `language`; without a compiled catalogue it answers with the msgids."""
    catalogue = gettext.translation(DOMAIN, paths.translations(), languages=[language.value], fallback=True)
    return Translator(language, catalogue)


def compile_catalogs(root: Path) -> list[Path]:
    """Compile every .po (and Qt .ts) under `root` that is newer than its result; returns the new files."""
    written = [mo for po in sorted(root.glob("*/LC_MESSAGES/*.po")) if (mo := _compile_messages(po))]
    written += [qm for ts in sorted(root.glob("*.ts")) if (qm := _compile_qt(ts))]
    return written


def _compile_messages(po: Path) -> Path | None:
    target = po.with_suffix(".mo")
    if _is_current(target, po):
        return None
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po.open("rb") as source:
        catalogue = read_po(source, locale=po.parents[1].name, domain=DOMAIN)
    import tempfile

    with tempfile.NamedTemporaryFile(dir=po.parent, prefix=".", suffix=".mo", delete=False) as draft:
        write_mo(draft, catalogue)
    return _publish(Path(draft.name), target)


def _compile_qt(ts: Path) -> Path | None:
    target = ts.with_suffix(".qm")
    if _is_current(target, ts):
        return None
    draft = target.with_name(f".{target.stem}.{os.getpid()}.qm")
    import subprocess

    subprocess.run(  # noqa: S603 - our own file, a tool of our own environment
        [str(_lrelease()), "-silent", str(ts), "-qm", str(draft)], check=True, stdin=subprocess.DEVNULL
    )
    return _publish(draft, target)


def _lrelease() -> Path:
    """Qt's compiler of .ts files inside the installed package; its start script breaks when moved."""
    package = importlib.util.find_spec("PySide6")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("PySide6")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    return Path(package.submodule_search_locations[0]) / name


def _is_current(target: Path, source: Path) -> bool:
    return target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _publish(draft: Path, target: Path) -> Path:
    """Move a finished file into place, so that a reader never meets half of one."""
    draft.chmod(0o644)
    draft.replace(target)
    return target
