"""The program from outside: languages, exit codes, refusals in one sentence, and a quick start."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from cabinet_app import __version__, paths, settings
from cabinet_app.cli import dispatch
from cabinet_app.domain.texts import Language
from cabinet_app.main import language_of, system_language
from tests.blank_register import blank_register
from tests.cli.conftest import Kabinet

ROOT = Path(__file__).resolve().parents[2]


def process(*arguments: str, home: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "KABINET_HOME": str(home), **variables}
    return subprocess.run(
        [sys.executable, "-m", "cabinet_app", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )


def home_with_a_register(folder: Path) -> Path:
    """A home whose usual register is there and empty."""
    blank_register(folder / "kabinet.sqlite")
    return folder


def test_the_version_is_said_without_loading_the_store_the_window_or_paper(tmp_path: Path):
    code = (
        "import sys\nfrom cabinet_app.main import main\nmain(['--version'])\n"
        "heavy = {'sqlalchemy', 'alembic', 'PySide6', 'reportlab', 'babel', 'holidays', 'platformdirs'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "KABINET_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [f"Kabinet {__version__}", "[]"]


def test_a_command_loads_neither_window_nor_paper(tmp_path: Path):
    code = (
        "import sys\nfrom cabinet_app.main import main\n"
        f"file = {str(tmp_path / 'x.kabinet')!r}\n"
        "codes = [main(['--db', file, 'init']), main(['--db', file, 'list', 'visit', '--json'])]\n"
        "print(codes, sorted({'PySide6', 'reportlab', 'pypdfium2'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[0, 0] []"


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["bogus", "--json"],
        ["list"],
        ["list", "unicorn"],
        ["list", "visit", "--bogus"],
        ["show", "visit"],
        ["show", "visit", "abc"],
        ["show", "visit", "-5"],
        ["show", "visit", "9" * 40],
        ["occurrences"],
        ["occurrences", "--from", "2026-02-25"],
        ["occurrences", "--from", "25. 2. 2026", "--to", "2026-03-01"],
        ["occurrences", "--from", "2026-02-30", "--to", "2026-03-01"],
        ["occurrences", "--from", "2026-03-02", "--to", "2026-03-01"],
        ["cadence", "--on", "jutri"],
        ["list", "visit", "--lang", "fr"],
        ["import"],
        ["import", "x.vcf"],
        ["import", "x.docx"],
        ["export", "x.vcf"],
        ["report", "nonsense"],
        ["report"],
        ["report", "programme"],
        ["report", "agreements", "--paper", "A5"],
        ["conflicts", "--from", "2026-01-01"],
        ["anniversaries", "--year", "26"],
        ["person-export", "5", "x"],
        ["person-erase", "5"],
        ["init", "extra"],
        ["demo"],
    ],
)
def test_wrong_usage_ends_with_two_and_one_line(kabinet: Kabinet, arguments: list[str]):
    called = kabinet(*arguments)
    assert called.code == 2
    assert called.out == ""
    assert len(called.err.splitlines()) == 1
    assert "Traceback" not in called.err


def test_a_command_of_a_later_version_is_named(kabinet: Kabinet):
    assert kabinet("person-erase").err == "This version does not have the command person-erase yet.\n"
    assert kabinet("bogus").err == "There is no command bogus; kabinet --help lists them.\n"


def test_options_may_stand_before_and_after_the_command(kabinet: Kabinet, register: Path):
    for arguments in (["--lang", "de", "check"], ["check", "--lang", "de"], ["check", "--lang=de"]):
        assert kabinet(*arguments).code == 0
    after = kabinet("list", "visit", "--db", str(register))
    before = kabinet("--db", str(register), "list", "visit")
    assert (after.code, before.code) == (0, 0)
    assert kabinet("list", "visit", "--db", "/no/such/folder/x").code == 3


@pytest.mark.parametrize("language", list(Language))
def test_help_is_there_for_every_command(kabinet: Kabinet, language: Language):
    from cabinet_app.cli.parser import COMMANDS

    whole = kabinet("--help", "--lang", language)
    assert whole.code == 0
    for command in COMMANDS:
        assert command == "demo" or command in whole.out
        assert kabinet(command, "--help", "--lang", language).code == 0


def test_every_command_of_the_parser_is_carried_out_by_somebody():
    from cabinet_app.cli.parser import COMMANDS

    for command in COMMANDS:
        assert callable(dispatch._command(command))
    with pytest.raises(LookupError):
        dispatch._command("bogus")


def test_the_language_is_asked_for_or_set_or_the_systems_or_slovenian(monkeypatch: pytest.MonkeyPatch):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert language_of([]) is Language.SL
    monkeypatch.setenv("LANG", "C")
    assert system_language() is Language.SL
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert language_of([]) is Language.EN
    monkeypatch.setenv("LC_ALL", "fr_FR:de_AT")
    assert language_of([]) is Language.DE
    settings.save(settings.Settings(ui_language=Language.SL), paths.settings_file())
    assert language_of([]) is Language.SL
    assert language_of(["list", "--lang", "en"]) is Language.EN
    assert language_of(["--lang=de"]) is Language.DE
    assert language_of(["--lang"]) is Language.SL
    assert language_of(["--lang", "fr"]) is Language.SL


def test_the_register_is_named_or_set_or_the_usual_one(
    kabinet: Kabinet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    import argparse

    assert dispatch.address_of(argparse.Namespace(db="x")) == "x"
    assert dispatch.address_of(argparse.Namespace()) == str(paths.default_database())
    settings.save(settings.Settings(data_file=str(tmp_path / "mine")), paths.settings_file())
    assert dispatch.address_of(argparse.Namespace()) == str(tmp_path / "mine")


def test_the_usual_register_is_made_in_a_folder_of_its_own(tmp_path: Path):
    home = tmp_path / "dom č š ž"
    assert process("init", home=home).returncode == 0
    database = home / "kabinet.sqlite"
    assert database.stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700
    assert process("list", "visit", home=home).returncode == 0


def test_output_is_utf_8_whatever_the_locale_says(tmp_path: Path):
    home = home_with_a_register(tmp_path)
    line = '{"op":"create","type":"place","data":{"names":{"sl":"Žiri Битола"}}}\n'
    done = subprocess.run(
        [sys.executable, "-m", "cabinet_app", "exec"],
        cwd=ROOT,
        env={**os.environ, "KABINET_HOME": str(home)},
        input=line.encode(),
        capture_output=True,
        check=True,
    )
    assert b'"ok": true' in done.stdout
    for variables in ({"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}):
        listed = process("list", "place", "--lang", "sl", home=home, **variables)
        assert "Žiri Битола" in listed.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_reader_who_leaves_is_no_fault(tmp_path: Path):
    done = subprocess.run(
        f"{sys.executable} -m cabinet_app schema | head -c 10",
        shell=True,
        cwd=ROOT,
        env={**os.environ, "KABINET_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_an_interruption_ends_without_a_traceback(tmp_path: Path):
    home = home_with_a_register(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-m", "cabinet_app", "exec"],
        cwd=ROOT,
        env={**os.environ, "KABINET_HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that were started in the background hand down that Ctrl+C is ignored.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 no thread runs
    ) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(b'{"op":"list","type":"visit"}\n')
        running.stdin.flush()
        assert running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert err == b""
    assert running.returncode == 130


def test_a_fault_of_the_program_is_noted_without_any_value(
    kabinet: Kabinet, register: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    def broken(*_: object) -> None:
        raise ZeroDivisionError("Petra Oberrauner")

    monkeypatch.setattr("cabinet_app.services.search.Search.find", broken)
    called = kabinet("search", "Oberrauner")
    assert called.code == 3
    assert len(called.err.splitlines()) == 1
    log = paths.logs_folder() / "kabinet.log"
    assert str(log) in called.err
    noted = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in noted
    assert "reading.py" in noted
    assert "Oberrauner" not in noted + called.err + called.out
    assert log.stat().st_mode & 0o777 == 0o600


def test_without_a_command_the_window_opens(
    kabinet: Kabinet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    import types

    opened: list[object] = []

    def run(address: str, language: Language | None) -> int:
        opened.append((address, language))
        return 0

    window = types.ModuleType("cabinet_app.gui.application")
    window.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "cabinet_app.gui.application", window)
    assert kabinet().code == 0
    assert kabinet("--lang", "de").code == 0
    address = str(tmp_path / "register.kabinet")
    assert opened == [(address, None), (address, Language.DE)]


def test_of_two_languages_the_last_one_is_spoken():
    assert language_of(["--lang", "sl", "list", "visit", "--lang=de"]) is Language.DE
    assert language_of(["--lang=en", "--lang", "sl"]) is Language.SL
