"""Build hook: refcli/data/*.yaml -> refcli/data/compiled/*.json, because reading YAML costs start-up time and JSON does not."""

import json
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTables(BuildHookInterface):
    """Runs for the wheel and for an editable install alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write each table of the data room as JSON."""
        folder = Path(self.root, "refcli", "data")
        compiled = folder / "compiled"
        compiled.mkdir(exist_ok=True)
        for path in sorted(folder.glob("*.yaml")):
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            (compiled / f"{path.stem}.json").write_text(text, encoding="utf-8")
