"""Build hook: refcli/data/*.yaml -> refcli/data/tables.json, because reading YAML costs start-up time and JSON does not."""

import json
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTables(BuildHookInterface):
    """Runs for the wheel and for an editable install alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write all tables of the data room as one JSON object, file stem -> content."""
        folder = Path(self.root, "refcli", "data")
        tables = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))}
        text = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
        (folder / "tables.json").write_text(text, encoding="utf-8")
