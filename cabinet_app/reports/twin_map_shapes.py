"""The outlines of the countries, read from the program's own file when the first map is drawn."""

import json
from functools import lru_cache

from cabinet_app.domain.map_shapes import Shapes, read_shapes
from cabinet_app.paths import resources


@lru_cache(maxsize=1)
def map_shapes() -> Shapes:
    """Europe in detail, the world roughly; a public-domain drawing (Natural Earth)."""
    return read_shapes(json.loads((resources() / "map" / "shapes.json").read_text(encoding="ascii")))
