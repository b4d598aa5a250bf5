"""The sentences of Python's own argument parser in the languages of the house."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from cabinet_app import paths
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import DOMAIN, N_

# As they stand in the argparse of Python 3.11 to 3.14; a sentence we do not list stays English.
SENTENCES = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)


@contextmanager
def argparse_speaks(language: Language) -> Iterator[None]:
    """Let argparse find its sentences in our catalogue: it asks that of the process, in `LANGUAGE`."""
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(paths.translations()))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language.value
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before
