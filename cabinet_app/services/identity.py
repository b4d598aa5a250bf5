"""New ids: unique across files without asking anybody, growing with time, and exact in JSON (below 2**53)."""

import secrets
import threading
import time
import uuid

_EPOCH_MS = 1_577_836_800_000  # 2020-01-01
_RANDOM_BITS = 11


class IdSource:
    """Gives ids of the milliseconds since 2020 and eleven random bits, each greater than the one before."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def __call__(self) -> int:
        milliseconds = int(time.time() * 1000) - _EPOCH_MS
        candidate = (milliseconds << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
        with self._lock:
            self._last = max(candidate, self._last + 1)
            return self._last


new_id = IdSource()


def new_uid() -> str:
    """The identity of a meeting or series in the calendars of others (UID); it is kept for ever."""
    return f"{uuid.uuid4()}@kabinet"
