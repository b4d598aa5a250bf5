"""Tests of run.py: what it prepares, what it starts, and what it says when it cannot."""

import importlib.util
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(name="run")
def _run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kabinet_run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="tree")
def _tree(tmp_path: Path) -> Path:
    """A project of three small files in a folder with a blank and a č; its PySide6 is a paper one."""
    tree = tmp_path / "sveženj č"
    files = {
        "requirements.lock": "# nothing to install\n",
        "PySide6/__init__.py": "",
        "PySide6/QtGui.py": "class QGuiApplication:\n    def __init__(self, arguments): pass\n",
        "PySide6/QtPrintSupport.py": "",
        "PySide6/QtSvg.py": "",
        "PySide6/QtWidgets.py": "",
        "cabinet_app/__init__.py": "",
        "cabinet_app/__main__.py": (
            "import pathlib, sys\n"
            "print('started', sys.argv[1:])\n"
            "if sys.argv[1:2] == ['demo']:\n"
            "    folder = pathlib.Path(sys.argv[2])\n"
            "    folder.mkdir()\n"
            "    folder.joinpath('visits.pdf').touch()\n"
            "sys.exit(4 if 'conflict' in sys.argv else 0)\n"
        ),
        "cabinet_app/i18n/__init__.py": "",
        "cabinet_app/i18n/catalogs.py": (
            "def compile_catalogs(root):\n"
            "    for po in root.glob('*/LC_MESSAGES/*.po'):\n"
            "        po.with_suffix('.mo').write_bytes(b'compiled')\n"
        ),
        "translations/sl/LC_MESSAGES/kabinet.po": "",
    }
    for name, text in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "run.py", tree)
    return tree


def started(tree: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the tree's run.py as a person would, without a display."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden} | variables
    return subprocess.run(
        [sys.executable, str(tree / "run.py"), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def without_pip(run: ModuleType, monkeypatch: pytest.MonkeyPatch, *, pip_works: bool = True) -> list[str]:
    """Replace the two slow steps by notes of their names."""
    acts: list[str] = []

    def create(self: object) -> None:
        acts.append("create")
        environment = run.Environment(self.root)  # type: ignore[attr-defined]
        shutil.rmtree(environment.folder, ignore_errors=True)
        environment.python.parent.mkdir(parents=True)
        environment.python.touch()

    def install(_self: object) -> None:
        acts.append("install")
        if not pip_works:
            raise run.Refusal("no network")

    monkeypatch.setattr(run.Environment, "_create", create)
    monkeypatch.setattr(run.Environment, "_install", install)
    return acts


def test_from_nothing_to_a_started_program_and_a_second_start_without_pip(tree: Path) -> None:
    first = started(tree, "list", "visits")
    assert first.returncode == 0, first.stderr
    assert first.stdout == "started ['list', 'visits']\n"
    assert "Making a Python environment" in first.stderr
    assert (tree / "translations/sl/LC_MESSAGES/kabinet.mo").read_bytes() == b"compiled"

    second = started(tree, "conflict")
    assert second.returncode == 4, "the program's exit code passes through"
    assert second.stdout == "started ['conflict']\n"
    assert second.stderr == "", "nothing to prepare, nothing to say"

    without_display = started(tree)
    assert without_display.returncode == 0
    assert "wrote 1 prints" in without_display.stdout
    assert str(tree / "kabinet-demo") in without_display.stdout
    assert (tree / "kabinet-demo" / "visits.pdf").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="os.geteuid and file modes are POSIX")
def test_an_unreachable_index_is_one_sentence(tree: Path) -> None:
    pinned = "kabinet-has-no-such-package==1.0 --hash=sha256:" + "0" * 64
    (tree / "requirements.lock").write_text(pinned + "\n", encoding="utf-8")
    result = started(
        tree,
        PIP_INDEX_URL="http://127.0.0.1:9/",
        PIP_CONFIG_FILE=os.devnull,
        PIP_EXTRA_INDEX_URL="",
        PIP_FIND_LINKS="",
    )
    assert result.returncode == 3
    assert result.stderr.splitlines()[-1].startswith("The package index cannot be reached")
    assert "Traceback" not in result.stderr
    assert not (tree / ".venv" / "kabinet-installed.txt").exists()


def test_an_unchanged_lock_installs_nothing(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = without_pip(run, monkeypatch)
    run.Environment(tree).prepare()
    run.Environment(tree).prepare()
    assert acts == ["create", "install"]


def test_a_changed_lock_installs_again_into_the_same_environment(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = without_pip(run, monkeypatch)
    run.Environment(tree).prepare()
    (tree / "requirements.lock").write_text("# changed\n", encoding="utf-8")
    run.Environment(tree).prepare()
    assert acts == ["create", "install", "install"]


def test_an_interrupted_installation_starts_afresh(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = without_pip(run, monkeypatch, pip_works=False)
    with pytest.raises(run.Refusal):
        run.Environment(tree).prepare()
    assert broken == ["create", "install"]
    acts = without_pip(run, monkeypatch)
    run.Environment(tree).prepare()
    assert acts == ["create", "install"]


def test_an_interrupted_update_starts_afresh(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_pip(run, monkeypatch)
    run.Environment(tree).prepare()
    (tree / "requirements.lock").write_text("# changed\n", encoding="utf-8")
    without_pip(run, monkeypatch, pip_works=False)
    with pytest.raises(run.Refusal):
        run.Environment(tree).prepare()
    acts = without_pip(run, monkeypatch)
    run.Environment(tree).prepare()
    assert acts == ["create", "install"]


def test_a_moved_project_gets_a_new_environment(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = without_pip(run, monkeypatch)
    run.Environment(tree).prepare()
    moved = tree.rename(tree.with_name("drugje"))
    run.Environment(moved).prepare()
    assert acts == ["create", "install"] * 2


def test_current_catalogues_are_left_alone(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    po = tree / "translations/sl/LC_MESSAGES/kabinet.po"
    mo = po.with_suffix(".mo")
    mo.touch()
    os.utime(po, (1, 1))

    def forbidden(*_: object, **__: object) -> None:
        pytest.fail("a child process was started")

    monkeypatch.setattr(run.subprocess, "run", forbidden)
    run.compile_catalogues(run.Environment(tree))


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 9, 2), (3, 10, 14), (3, 15, 0)])
def test_another_python_is_refused_in_a_sentence(
    version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as refusal:
        runpy.run_path(str(ROOT / "run.py"))
    assert "Kabinet needs Python 3.11" in str(refusal.value)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("WARNING: Retrying … NewConnectionError('…')\nERROR: No matching distribution", "The package index"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left", "The disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM …", "A downloaded package is not the one"),
        ("ERROR: No matching distribution found for pyside6", "There is no ready-made package for Python"),
        ("something odd\nERROR: last words\n", "The packages could not be installed: ERROR: last words"),
        ("", "The packages could not be installed: it gave no reason."),
    ],
)
def test_what_pip_says_becomes_one_sentence(run: ModuleType, output: str, sentence: str) -> None:
    spoken = run.why_pip_failed(output)
    assert spoken.startswith(sentence)
    assert "\n" not in spoken


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
@pytest.mark.parametrize(
    ("variables", "visible"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "minimal:x"}, False),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_a_display_is_recognised(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], visible: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run.has_display() is visible


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system's text is UTF-8")
@pytest.mark.parametrize(
    ("variables", "changed"),
    [
        ({}, {"LC_CTYPE": "C.UTF-8"}),
        ({"LC_ALL": "C", "LANG": "sl_SI.UTF-8"}, {"LC_ALL": "C.UTF-8"}),
        ({"LANG": "POSIX"}, {"LANG": "C.UTF-8"}),
        ({"LANG": "sl_SI.UTF-8"}, {}),
    ],
)
def test_a_machine_without_a_locale_gets_one_that_knows_our_letters(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], changed: dict[str, str]
) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run.utf8_locale() == changed


def test_window_libraries_are_asked_for_only_where_a_window_is_shown(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "libxcb-cursor0" in run.qt_packages(window=True)
    assert "libwayland-cursor0" in run.qt_packages(window=True)
    assert run.qt_packages(window=True).count("libcups2") == 1
    assert run.qt_packages(window=False) == list(run.QT_PACKAGES)


class Machine:
    """A machine whose Qt loads only after its packages were installed."""

    def __init__(self, *, root: bool, sudo: bool = False, apt: bool = True, apt_works: bool = True) -> None:
        self.commands: list[list[str]] = []
        self._installed = False
        self._root = root
        self._sudo = sudo
        self._apt = apt
        self._apt_works = apt_works

    def which(self, name: str) -> str | None:
        present = {"apt-get": self._apt, "sudo": self._sudo}
        return f"/usr/bin/{name}" if present.get(name) else None

    def geteuid(self) -> int:
        return 0 if self._root else 1000

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        if "install" in command:
            self._installed = self._apt_works
            return subprocess.CompletedProcess(
                command, 0 if self._apt_works else 100, "", "E: no such package"
            )
        if "-c" in command:
            stages = "libraries\ndisplay\n" if self._installed else ""
            return subprocess.CompletedProcess(
                command, 0, stages, "" if stages else "libGL.so.1: no such file"
            )
        return subprocess.CompletedProcess(command, 0, "", "")

    def put_under(self, run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> "Machine":
        monkeypatch.setattr(run.subprocess, "run", self.run)
        monkeypatch.setattr(run.shutil, "which", self.which)
        monkeypatch.setattr(run.os, "geteuid", self.geteuid)
        return self


linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system packages are Debian's")


@linux_only
@pytest.mark.parametrize(("root", "prefix"), [(True, "env"), (False, "/usr/bin/sudo")])
def test_missing_libraries_are_added_by_root_or_a_silent_sudo(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch, root: bool, prefix: str
) -> None:
    machine = Machine(root=root, sudo=not root).put_under(run, monkeypatch)
    assert run.check_qt(run.Environment(tree), window=False)
    install = next(command for command in machine.commands if "install" in command)
    assert install[0] == prefix
    assert install[-len(run.QT_PACKAGES) :] == list(run.QT_PACKAGES)


@linux_only
def test_without_root_the_line_for_an_administrator_is_given(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Machine(root=False).put_under(run, monkeypatch)
    with pytest.raises(run.Refusal, match=r"administrator to run: apt-get install .*libgl1 libegl1"):
        run.check_qt(run.Environment(tree), window=False)


@linux_only
def test_without_apt_the_packages_are_named(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Machine(root=True, apt=False).put_under(run, monkeypatch)
    with pytest.raises(run.Refusal, match="Debian has them in libgl1"):
        run.check_qt(run.Environment(tree), window=False)


@linux_only
def test_a_failed_apt_gives_its_reason(run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Machine(root=True, apt_works=False).put_under(run, monkeypatch)
    with pytest.raises(run.Refusal, match="E: no such package"):
        run.check_qt(run.Environment(tree), window=False)


@linux_only
def test_missing_pdf_readers_do_not_stop_the_tests(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Machine(root=False).put_under(run, monkeypatch)
    monkeypatch.setattr(run, "find_library", lambda _name: None)
    run.ensure_test_commands()
    assert "poppler-utils qpdf libical3" in capsys.readouterr().err


def test_a_read_only_folder_is_one_sentence(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied", "/media/cd/.venv")

    monkeypatch.setattr(run.Environment, "prepare", refuse)
    assert run.main([]) == 3
    sentence = capsys.readouterr().err
    assert sentence.startswith("/media/cd/.venv cannot be used (Permission denied)")
    assert sentence.count("\n") == 1


def test_every_check_runs_and_the_tests_come_last(
    run: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[str] = []

    def call(command: list[str], **options: object) -> int:
        called.append(" ".join(command))
        assert isinstance(options["env"], dict)
        assert options["env"]["QT_QPA_PLATFORM"] == "offscreen"
        return 1 if "mypy" in command else 0

    monkeypatch.setattr(run, "check_qt", lambda *_, **__: True)
    monkeypatch.setattr(run, "ensure_test_commands", lambda: None)
    monkeypatch.setattr(run.subprocess, "call", call)
    assert run.check(run.Environment(tree), ["-k", "march"]) == 1
    assert len(called) == 5
    assert called[-1].endswith("-m pytest -n 2 --dist loadfile -k march")
    output = capsys.readouterr()
    assert "mypy --strict         FAILED" in output.out
    assert "ruff check            passed" in output.out
    assert output.err == "Failed before the tests: mypy --strict\n"
