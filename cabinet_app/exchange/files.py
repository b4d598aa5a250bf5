"""Files that are written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cabinet_app.errors import FileNotWritable, IsAFolder


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only.

    Raises:
        FileNotWritable, IsAFolder
    """
    draft = ""
    try:
        if path.is_dir():
            raise IsAFolder(str(path))
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-", suffix=".part")
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except (OSError, ValueError) as error:
        if draft:
            with suppress(OSError):
                Path(draft).unlink(missing_ok=True)
        raise FileNotWritable(str(path), getattr(error, "strerror", None) or str(error)) from error
