"""Hatch's build hook: compiles the catalogues, so that the wheel speaks Slovenian and German."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):  # type: ignore[misc]  # hatchling is only there while building
    """Runs before the files of the wheel are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch's signature
        sys.path.insert(0, self.root)
        from cabinet_app.i18n.catalogs import compile_catalogs

        compile_catalogs(Path(self.root) / "translations")
