"""What may be typed after `kabinet`, and the help that says so."""

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, NoReturn, TypeVar

from cabinet_app import __version__
from cabinet_app.cli.console import UsageProblem
from cabinet_app.i18n.catalogs import Translator

LANGUAGES: Final = ("sl", "de", "en")
RECORD_KINDS: Final = (
    "place",
    "organization",
    "person",
    "partnership",
    "agreement",
    "project",
    "visit",
    "series",
    "meeting",
    "task",
    "gift",
    "gift_rule",
    "letter",
    "precedence_scheme",
    "visit_template",
    "document",
)
COMMANDS: Final = (
    "init",
    "sample",
    "check",
    "backup",
    "restore",
    "self-test",
    "list",
    "show",
    "search",
    "import",
    "export",
    "schema",
    "exec",
    "report",
    "occurrences",
    "cadence",
    "conflicts",
    "anniversaries",
    "demo",
)
LATER_COMMANDS: Final = ("person-export", "person-erase")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_NUMBER: Final = re.compile(r"[0-9]{1,16}")
_Value = TypeVar("_Value")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and leaves printing to the program."""

    hint = "kabinet --help"

    def error(self, message: str) -> NoReturn:
        raise UsageProblem(f"{message.rstrip('.')} ({self.hint}).")


def build(t: Translator) -> Parser:
    """The parser of every command, with its help in the language of `t`."""
    common = Parser(add_help=False)
    common.add_argument(
        "--db",
        metavar=t.gettext("FILE"),
        default=argparse.SUPPRESS,
        help=t.gettext("the register: a file or a postgresql:// address"),
    )
    common.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=t.gettext("the language of messages and prints"),
    )
    parser = Parser(
        prog="kabinet",
        description=t.gettext(
            "The desktop program of a mayor's cabinet. Without a command the window opens."
        ),
        parents=[common],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Kabinet {__version__}")
    commands = parser.add_subparsers(
        dest="command", metavar=t.gettext("COMMAND"), title=t.gettext("commands"), parser_class=Parser
    )

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, parents=[common], allow_abbrev=False)

    _add_upkeep(command, t)
    _add_reading(command, t)
    _add_exchange(command, t)
    _add_calendar(command, t)
    commands.add_parser("demo", parents=[common], allow_abbrev=False).add_argument("folder")
    return parser


def check_command(arguments: Sequence[str], t: Translator) -> None:
    """Refuse a command that there is not, or not yet, in words of our own.

    Raises:
        UsageProblem: with the sentence.
    """
    waiting = iter(arguments)
    for argument in waiting:
        if argument in {"--db", "--lang"}:
            next(waiting, None)
        elif not argument.startswith("-"):
            if argument in LATER_COMMANDS:
                told = t.gettext("This version does not have the command {name} yet.")
            elif argument not in COMMANDS:
                told = t.gettext("There is no command {name}; kabinet --help lists them.")
            else:
                return
            raise UsageProblem(told.format(name=argument))


_AddCommand = Callable[[str, str], argparse.ArgumentParser]


def _add_upkeep(command: _AddCommand, t: Translator) -> None:
    command("init", t.gettext("make a new, empty register"))
    command("sample", t.gettext("fill an empty register with sample entries"))
    check = command("check", t.gettext("look for damage, broken rules and contradictions"))
    _json(check, t)
    backup = command("backup", t.gettext("write a verified copy of the register"))
    backup.add_argument("file", metavar=t.gettext("FILE"), help=t.gettext("the copy to write"))
    restore = command("restore", t.gettext("put a verified copy in the place of the register"))
    restore.add_argument("file", metavar=t.gettext("FILE"), help=t.gettext("the copy to put back"))
    command("self-test", t.gettext("try out this installation on a temporary register"))


def _add_reading(command: _AddCommand, t: Translator) -> None:
    records = command("list", t.gettext("list the entries of one kind"))
    records.add_argument(
        "kind", metavar=t.gettext("KIND"), choices=RECORD_KINDS, help=", ".join(RECORD_KINDS)
    )
    _json(records, t)
    show = command("show", t.gettext("show one entry"))
    show.add_argument("kind", metavar=t.gettext("KIND"), choices=RECORD_KINDS, help=", ".join(RECORD_KINDS))
    show.add_argument("id", metavar="ID", type=_typed(_number, t), help=t.gettext("the id of the entry"))
    _json(show, t)
    search = command("search", t.gettext("find entries of every kind by their words"))
    search.add_argument("text", metavar=t.gettext("TEXT"), nargs="+", help=t.gettext("the words looked for"))
    _json(search, t)


def _add_exchange(command: _AddCommand, t: Translator) -> None:
    importing = command("import", t.gettext("take in register files, calendars and lists of partner towns"))
    importing.add_argument(
        "files",
        metavar=t.gettext("FILE"),
        nargs="+",
        help=t.gettext("files ending in .json, .ics, .csv or .xlsx"),
    )
    _group(importing, t.gettext("the group the meetings of a calendar belong to"), t)
    importing.add_argument(
        "--dry-run", action="store_true", help=t.gettext("say what would happen and change nothing")
    )
    _json(importing, t)
    export = command(
        "export", t.gettext("write the whole register, its calendar or its partner towns into a file")
    )
    export.add_argument(
        "file", metavar=t.gettext("FILE"), help=t.gettext("a file ending in .json, .ics, .csv or .xlsx")
    )
    _days(export, t, required=False)
    _group(export, t.gettext("only the calendar of this group"), t)
    export.add_argument("--audience", choices=("guest", "internal"), help=t.gettext("whose copy it is"))
    export.add_argument(
        "--each-day", action="store_true", help=t.gettext("an entry for every day of a visit")
    )
    command("schema", t.gettext("print the JSON Schema of the register file"))
    command("exec", t.gettext("carry out commands given as lines of JSON on standard input"))


def _add_calendar(command: _AddCommand, t: Translator) -> None:
    report = command("report", t.gettext("write a print as a PDF file"))
    report.add_argument("kind", metavar=t.gettext("KIND"), nargs="?", help=t.gettext("the print; see --list"))
    report.add_argument("--list", action="store_true", help=t.gettext("list the prints"))
    report.add_argument("--id", metavar="ID", type=_typed(_number, t), help=t.gettext("the entry to print"))
    _days(report, t, required=False)
    report.add_argument("--paper", choices=("A4", "A3"), help=t.gettext("the size of the sheet"))
    report.add_argument("--audience", choices=("guest", "internal"), help=t.gettext("whose copy it is"))
    report.add_argument(
        "--delegation",
        metavar="ID",
        type=_typed(_number, t),
        help=t.gettext("for which delegation of the visit; its id stands in show visit"),
    )
    report.add_argument(
        "--scope", choices=("all", "in-force"), help=t.gettext("which agreements a register of them holds")
    )
    report.add_argument(
        "--order", choices=("precedence", "alphabet"), help=t.gettext("what a list of people goes by")
    )
    _calendar_choices(report, t)
    report.add_argument("-o", "--output", metavar=t.gettext("FILE"), help=t.gettext("the file to write"))
    _json(report, t)
    happening = command("occurrences", t.gettext("list meetings and visits of a span of days"))
    _days(happening, t, required=True)
    _json(happening, t)
    colliding = command("conflicts", t.gettext("say what collides on a span of days"))
    _days(colliding, t, required=True)
    _json(colliding, t)
    cadence = command("cadence", t.gettext("judge how often groups have met"))
    cadence.add_argument(
        "--on", metavar=t.gettext("DATE"), type=_typed(_day, t), help=t.gettext("the day of judgement")
    )
    _json(cadence, t)
    jubilees = command("anniversaries", t.gettext("list the jubilees of a year"))
    jubilees.add_argument(
        "--year", metavar=t.gettext("YEAR"), type=_typed(_year, t), help=t.gettext("next year unless named")
    )
    jubilees.add_argument(
        "--all", action="store_true", help=t.gettext("suspended, ended and unclear ones as well")
    )
    _json(jubilees, t)


def _calendar_choices(report: argparse.ArgumentParser, t: Translator) -> None:
    report.add_argument(
        "--orientation", choices=("portrait", "landscape"), help=t.gettext("which way the sheet is turned")
    )
    report.add_argument(
        "--person", metavar="ID", type=_typed(_number, t), help=t.gettext("only the meetings of this person")
    )
    report.add_argument(
        "--group",
        metavar="ID",
        type=_typed(_number, t),
        action="append",
        default=[],
        help=t.gettext("only the meetings of this group; may be given several times"),
    )
    report.add_argument(
        "--holidays",
        metavar=t.gettext("COUNTRIES"),
        help=t.gettext("whose holidays a calendar names, as SI,AT-2,HU"),
    )


def _json(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--json", action="store_true", help=t.gettext("answer in JSON"))


def _group(parser: argparse.ArgumentParser, words: str, t: Translator) -> None:
    parser.add_argument("--group", metavar="ID", type=_typed(_number, t), default=None, help=words)


def _days(parser: argparse.ArgumentParser, t: Translator, *, required: bool) -> None:
    for option, name, words in (
        ("--from", "first", t.gettext("the first day, as 2026-02-25")),
        ("--to", "last", t.gettext("the last day, as 2026-02-25")),
    ):
        parser.add_argument(
            option, dest=name, metavar=t.gettext("DATE"), type=_typed(_day, t), required=required, help=words
        )


def _typed(read: Callable[[str, Translator], _Value], t: Translator) -> Callable[[str], _Value]:
    return lambda text: read(text, t)


def _day(text: str, t: Translator) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(
        t.gettext("“{value}” is not a date such as 2026-02-25").format(value=text)
    )


def _year(text: str, t: Translator) -> int:
    if _YEAR.fullmatch(text):
        return int(text)
    raise argparse.ArgumentTypeError(t.gettext("“{value}” is not a year such as 2028").format(value=text))


def _number(text: str, t: Translator) -> int:
    if _NUMBER.fullmatch(text):
        return int(text)
    raise argparse.ArgumentTypeError(t.gettext("“{value}” is not the id of an entry").format(value=text))
