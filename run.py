#!/usr/bin/env python3
"""Prepares Kabinet on a bare machine and starts it: `python3 run.py`, or checks it: `python3 run.py test`.

Standard library only, because it runs before anything is installed.
"""

import hashlib
import importlib.util
import io
import os
import platform
import shutil
import subprocess
import sys
import time
from ctypes.util import find_library
from pathlib import Path

if not (3, 11) <= sys.version_info < (3, 15):
    sys.exit(
        f"Kabinet needs Python 3.11, 3.12, 3.13 or 3.14; this is Python {platform.python_version()}. "
        "Start run.py with one of those."
    )

ROOT = Path(__file__).resolve().parent
REFUSED = 3

# Found by loading every library of PySide6_Essentials on a minimal Debian 12.
QT_PACKAGES = (
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libxkbcommon0",
    "libbrotli1",
)
XCB_PACKAGES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libcups2",
)
WAYLAND_PACKAGES = ("libwayland-cursor0", "libcups2")
TEST_COMMANDS = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}
TEST_LIBRARIES = {"ical": "libical3"}

# Loads what the program will load; each line printed is a stage that was reached.
PROBE = """
import ctypes, pathlib, sys
import PySide6
from PySide6 import QtGui, QtPrintSupport, QtSvg, QtWidgets
for name in sys.argv[1:]:
    for plugin in pathlib.Path(PySide6.__file__).parent.glob(f"Qt/plugins/platforms/lib{name}.so"):
        ctypes.CDLL(str(plugin))
print("libraries", flush=True)
application = QtGui.QGuiApplication(["probe"])
print("display", flush=True)
"""

COMPILE_CATALOGUES = """
import pathlib, sys
from cabinet_app.i18n.catalogs import compile_catalogs
compile_catalogs(pathlib.Path(sys.argv[1]))
"""


class Refusal(Exception):
    """What is missing and what to do about it, in one sentence."""


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


class Environment:
    """The virtual environment beside run.py and the record of what was installed into it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.lock = root / "requirements.lock"
        self._stamp = self.folder / "kabinet-installed.txt"

    @property
    def scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    def prepare(self) -> None:
        """Make the environment equal to the lock; does nothing when it already is."""
        wanted = self._wanted()
        found = self._found()
        if found == wanted:
            return
        # Without its stamp an installation was interrupted; after a move its scripts no longer start.
        if found[1:] != wanted[1:]:
            self._create()
        self._stamp.unlink(missing_ok=True)
        self._install()
        self._stamp.write_text("\n".join(wanted), encoding="utf-8")

    def variables(self) -> dict[str, str]:
        """The environment variables for a child process that imports our packages."""
        unwanted = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
        kept = {name: value for name, value in os.environ.items() if name not in unwanted}
        return kept | utf8_locale() | {"PYTHONPATH": str(self.root), "PIP_USER": "0"}

    def command(self, *arguments: str) -> list[str]:
        """A command line of the environment's Python that does not look for modules in the current folder."""
        return [str(self.python), "-P", *arguments]

    def _wanted(self) -> list[str]:
        digest = hashlib.sha256(self.lock.read_bytes()).hexdigest()
        return [digest, ".".join(platform.python_version_tuple()[:2]), str(self.folder)]

    def _found(self) -> list[str]:
        if not self.python.exists() or not self._stamp.exists():
            return []
        return self._stamp.read_text(encoding="utf-8").splitlines()

    def _create(self) -> None:
        ensure_venv_module()
        say(f"Making a Python environment in {self.folder} …")
        # Started from inside .venv, sys.executable is among the files about to be replaced.
        python = getattr(sys, "_base_executable", sys.executable)
        made = subprocess.run(
            [python, "-m", "venv", "--clear", str(self.folder)], capture_output=True, text=True, check=False
        )
        if made.returncode:
            raise Refusal(f"The Python environment could not be made: {last_line(made.stdout + made.stderr)}")

    def _install(self) -> None:
        say("Installing the packages of requirements.lock, once; this takes about half a minute …")
        options = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "2"]
        options += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(self.lock)]
        installed = subprocess.run(
            self.command("-m", "pip", "install", *options),
            env=self.variables(),
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if installed.returncode:
            raise Refusal(why_pip_failed(installed.stdout + installed.stderr))


def utf8_locale() -> dict[str, str]:
    """What to change where no locale is set, because Qt complains about every locale that is not UTF-8."""
    chosen = next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "LC_CTYPE")
    if not sys.platform.startswith("linux") or os.environ.get(chosen, "C") not in {"C", "POSIX"}:
        return {}
    return {chosen: "C.UTF-8"}


def ensure_venv_module() -> None:
    """Debian and Ubuntu ship venv's other half in a package of its own."""
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return
    add_system_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise Refusal("This Python cannot make virtual environments: venv or ensurepip is missing.")


def last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "it gave no reason."


def why_pip_failed(output: str) -> str:
    """One sentence for what pip says in many lines."""
    causes = {
        "The disk is full; free about one gigabyte and start again.": ("No space left", "Errno 28"),
        "A downloaded package is not the one named in requirements.lock, so nothing was installed.": (
            "DO NOT MATCH THE HASHES",
        ),
        "The package index cannot be reached; run.py needs the network once, to install its packages.": (
            "NewConnectionError",
            "ConnectTimeoutError",
            "ConnectionError",
            "Connection refused",
            "Temporary failure in name resolution",
            "Name or service not known",
            "ReadTimeoutError",
            "ProxyError",
            "Network is unreachable",
        ),
        f"There is no ready-made package for Python {platform.python_version()} on {platform.platform()}.": (
            "No matching distribution",
        ),
    }
    for sentence, signs in causes.items():
        if any(sign in output for sign in signs):
            return sentence
    return f"The packages could not be installed: {last_line(output)}"


def add_system_packages(packages: list[str]) -> None:
    """Install Debian packages when we may; otherwise say what to ask an administrator for."""
    line = f"apt-get install --no-install-recommends {' '.join(packages)}"
    apt = shutil.which("apt-get")
    if apt is None:
        raise Refusal(f"System libraries are missing; Debian has them in {' '.join(packages)}.")
    prefix = privilege()
    if prefix is None:
        raise Refusal(f"System packages are missing. Please ask an administrator to run: {line}")
    say(f"Installing system packages: {' '.join(packages)} …")
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*command, "update"], capture_output=True, check=False)
    added = subprocess.run(
        [*command, "install", "-y", "--no-install-recommends", *packages],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if added.returncode:
        reason = last_line(added.stdout + added.stderr)
        raise Refusal(f"System packages could not be installed ({reason}). An administrator may try: {line}")


def privilege() -> list[str] | None:
    """What to put before a command that needs root: nothing as root, a sudo that asks nothing, else None."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and not subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode:
        return [sudo, "-n"]
    return None


def has_display() -> bool:
    """Whether a window would be seen; Qt's own headless platforms show nothing."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen:
        return chosen not in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_qt(environment: Environment, *, window: bool) -> bool:
    """Load Qt in a child process, adding system libraries if need be; tells whether a display answered.

    Args:
        environment: where PySide6 is installed.
        window: look for what a visible window needs, too.

    Raises:
        Refusal: libraries are missing and we may not install them.
    """
    stages, message = probe(environment, window=window)
    if "libraries" not in stages and sys.platform.startswith("linux"):
        add_system_packages(qt_packages(window=window))
        stages, message = probe(environment, window=window)
    if "libraries" not in stages:
        raise Refusal(f"Qt cannot be loaded: {message}")
    return "display" in stages


def qt_packages(*, window: bool) -> list[str]:
    packages = list(QT_PACKAGES)
    if window and os.environ.get("DISPLAY"):
        packages += XCB_PACKAGES
    if window and os.environ.get("WAYLAND_DISPLAY"):
        packages += WAYLAND_PACKAGES
    return list(dict.fromkeys(packages))


def probe(environment: Environment, *, window: bool) -> tuple[list[str], str]:
    """The stages the loading of Qt reached, and the loader's last word."""
    variables = environment.variables()
    plugins = ["qoffscreen"]
    if window:
        plugins += ["qxcb"] if os.environ.get("DISPLAY") else []
        plugins += ["qwayland*"] if os.environ.get("WAYLAND_DISPLAY") else []
    else:
        variables["QT_QPA_PLATFORM"] = "offscreen"
    child = subprocess.run(
        environment.command("-c", PROBE, *plugins),
        env=variables,
        cwd=environment.root,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return child.stdout.split(), last_line(child.stderr)


def compile_catalogues(environment: Environment) -> None:
    """Make the .mo and .qm files that are missing or older than their sources."""
    folder = environment.root / "translations"
    sources = {path: path.with_suffix(".mo") for path in folder.glob("*/LC_MESSAGES/*.po")}
    sources |= {path: path.with_suffix(".qm") for path in folder.glob("*.ts")}
    if all(is_current(source, result) for source, result in sources.items()):
        return
    command = environment.command("-c", COMPILE_CATALOGUES, str(folder))
    done = subprocess.run(
        command, env=environment.variables(), capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:  # the program still speaks English then, which is better than not starting
        say(f"The translations could not be prepared: {last_line(done.stderr)}")


def is_current(source: Path, result: Path) -> bool:
    return result.exists() and result.stat().st_mtime_ns >= source.stat().st_mtime_ns


def start(environment: Environment, arguments: list[str]) -> int:
    """Become the program, or, where nobody could see its window, write what it can do into a folder."""
    visible = has_display()
    answered = check_qt(environment, window=visible)
    if not arguments and not (visible and answered):
        return demonstrate(environment)
    command = environment.command("-m", "cabinet_app", *arguments)
    if os.name != "nt":  # signals and the exit code pass through
        os.execve(command[0], command, environment.variables())  # noqa: S606 - the program's own interpreter
    return subprocess.call(command, env=environment.variables())


def demonstrate(environment: Environment) -> int:
    """Fill a sample register and write every print and a picture of every tab into `kabinet-demo/`."""
    folder = environment.root / "kabinet-demo"
    say("There is no display here, so no window can open; a sample register is printed instead …")
    variables = environment.variables() | {"QT_QPA_PLATFORM": "offscreen"}
    code = subprocess.call(environment.command("-m", "cabinet_app", "demo", str(folder)), env=variables)
    if code:
        return code
    prints = sum(1 for _ in folder.rglob("*.pdf"))
    pictures = sum(1 for _ in folder.rglob("*.png"))
    print(
        f"Kabinet is ready. Without a display it wrote {prints} prints (PDF, in Slovenian, German "
        f"and English) and {pictures} pictures of its tabs, "
        f"made from a sample register in a temporary file, to {folder}. "
        "On a desktop the same command opens the window; here the command line works: python3 run.py --help"
    )
    return 0


def check(environment: Environment, arguments: list[str]) -> int:
    """Run every check; the tests come last, so that their closing line closes the output."""
    check_qt(environment, window=False)
    ensure_test_commands()
    variables = environment.variables() | {"QT_QPA_PLATFORM": "offscreen"}
    steps = {
        "ruff check": environment.command("-m", "ruff", "check", "--quiet", "."),
        "ruff format --check": environment.command("-m", "ruff", "format", "--check", "--quiet", "."),
        "mypy --strict": environment.command("-m", "mypy", "--strict"),
        "lint-imports": [str(environment.scripts / "lint-imports"), "--no-logo"],
    }
    rows = []
    for name, command in steps.items():
        print(f"── {name}", flush=True)
        began = time.monotonic()
        code = subprocess.call(command, env=variables, cwd=environment.root)
        rows.append((name, code == 0, time.monotonic() - began))
    print()
    for name, passed, seconds in rows:
        print(f"{name:<22}{'passed' if passed else 'FAILED':<8}{seconds:6.1f} s")
    print("── pytest", flush=True)
    tests = environment.command("-m", "pytest", "-n", "2", "--dist", "loadfile", *arguments)
    code = subprocess.call(tests, env=variables, cwd=environment.root)
    failed = [name for name, passed, _ in rows if not passed]
    if failed:
        say(f"Failed before the tests: {', '.join(failed)}")
    return 1 if code or failed else 0


def ensure_test_commands() -> None:
    """What reads our files back, for PDF and for calendars; without it the tests that need it are skipped."""
    missing = [package for command, package in TEST_COMMANDS.items() if shutil.which(command) is None]
    missing += [package for name, package in TEST_LIBRARIES.items() if find_library(name) is None]
    if missing:
        try:
            add_system_packages(missing)
        except Refusal as refusal:
            say(f"{refusal}\nUntil then the tests that need them are skipped.")


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a path may hold letters the terminal lacks
            stream.reconfigure(errors="backslashreplace")
    environment = Environment(ROOT)
    try:
        environment.prepare()
        compile_catalogues(environment)
        if arguments[:1] == ["test"]:
            return check(environment, arguments[1:])
        return start(environment, arguments)
    except Refusal as refusal:
        say(str(refusal))
    except OSError as error:
        place = error.filename or environment.folder
        say(f"{place} cannot be used ({error.strerror}); copy the project to a folder of your own.")
    except KeyboardInterrupt:
        say("Stopped; start again to go on.")
        return 130
    return REFUSED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
