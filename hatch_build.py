"""Build hook: refcli/data/*.yaml -> refcli/data/compiled/*.json, because reading YAML costs start-up time and JSON does not."""

import json
import sys
from importlib import import_module
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
            _write(compiled / f"{path.stem}.json", content)
            if path.stem == "outlets":
                _write(compiled / "outlets.prepared.json", self._prepared(content))

    def _prepared(self, rows: Any) -> Any:
        """What the package itself makes of the outlets' names: it needs nothing but the standard library for that."""
        sys.path.insert(0, self.root)
        try:
            return import_module("refcli.data.directory").Directory(rows).prepared()
        finally:
            sys.path.remove(self.root)


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
