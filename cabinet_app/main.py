"""The composition root: reads the arguments, then opens the window or carries out one command."""

import os
import sys
from collections.abc import Sequence

from cabinet_app.cli.argparse_words import argparse_speaks
from cabinet_app.cli.console import Console, Exit, UsageProblem, standard_console
from cabinet_app.cli.parser import LANGUAGES, build, check_command
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import Translator, translator


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments; answers the exit code. Never ends in a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    console = standard_console()
    t = translator(language_of(arguments))
    try:
        return int(_run(arguments, console, t))
    except SystemExit as end:  # argparse has printed its help or the version
        return int(end.code or 0) if isinstance(end.code, int | None) else Exit.USAGE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has left; closing must not complain about it once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


def _run(arguments: list[str], console: Console, t: Translator) -> int:
    try:
        check_command(arguments, t)
        with argparse_speaks(t.language):
            options = build(t).parse_args(arguments)
    except UsageProblem as problem:
        console.refuse(str(problem))
        return Exit.USAGE
    if options.command is None:
        from cabinet_app.cli.dispatch import address_of
        from cabinet_app.gui.application import run

        return run(address_of(options), t.language if hasattr(options, "lang") else None)
    from cabinet_app.cli.dispatch import run_command

    return run_command(options, console, t)


def language_of(arguments: Sequence[str]) -> Language:
    """The language asked for last, else that of the settings, else that of the system, else Slovenian."""
    for place, argument in reversed(list(enumerate(arguments))):
        wanted = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
        if wanted in LANGUAGES:
            return Language(wanted)
    from cabinet_app import paths, settings

    return settings.load(paths.settings_file()).ui_language or system_language()


def system_language() -> Language:
    """The first language of the system's that we speak."""
    names = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform in {"win32", "darwin"}:
        import locale

        names.append(locale.getlocale()[0] or "")
    for name in ":".join(names).split(":"):
        code = {"slovenian": "sl", "german": "de", "english": "en"}.get(
            name.partition("_")[0].lower(), name[:2]
        )
        if code in LANGUAGES:
            return Language(code)
    return Language.SL


if __name__ == "__main__":
    sys.exit(main())
