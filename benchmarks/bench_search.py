"""CPU time of the search over everything as it is typed: `python -m benchmarks.bench_search [--meetings N]`.

The anchor looks through the folded texts of the meetings alone with the bare sqlite3 module.
"""

import argparse
import sqlite3

from benchmarks import big_register
from benchmarks.measuring import Table, Work, cpu
from cabinet_app.domain.texts import Language
from cabinet_app.services.search import Search

TYPED = ("k", "no", "nov", "novak", "sport", "grosswang", "sport mladih", "gornja lipa", "009876", "xyzzy")
GOAL = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=10_000)
    size = parser.parse_args().meetings
    with big_register.opened_copy(size) as cabinet:
        assert cabinet.store.path
        bare = sqlite3.connect(cabinet.store.path)
        scan = "SELECT count(*) FROM meeting WHERE search_text LIKE ?"
        anchor = cpu(lambda: bare.execute(scan, ("%xyzzy%",)).fetchall())
        search = Search(cabinet)

        def typed(text: str) -> Work:
            return lambda: search.find(text, Language.SL)

        table = Table(f"first 50 hits, {size:,} meetings", "sqlite3, LIKE over the meetings' texts", anchor)
        table.add_all(((f"typed {text!r}", typed(text)) for text in TYPED), GOAL)
        table.show()
        bare.close()


if __name__ == "__main__":
    main()
