"""Makes fonts and translations while hatchling builds a wheel or an editable install."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):
    """Runs `resources/build.py`, by path: nothing of the project is importable while it is being built."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":  # a source archive carries the sources only
            return
        build = _load(Path(self.root) / "resources" / "build.py")
        build.make_fonts()
        build.compile_translations()


def _load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("gatebook_build", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
