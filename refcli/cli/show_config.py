"""The folder that we are in -> the settings that hold there, and the file that says so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from refcli.cli.console import say
from refcli.cli.settings import settings_here
from refcli.cli.store import shown
from refcli.config import FILES, Settings


def run(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Show the settings that hold in this folder, and where they are said.

    Settings stand in refcli.yaml, or under [tool.refcli] in pyproject.toml, in this folder or the nearest one above.

    \b
    Examples:
      refcli config
      refcli config --json
    """
    settings = settings_here()
    values = _values(settings)
    if as_json:
        import json  # noqa: PLC0415 - only here

        say(json.dumps({"file": str(settings.file) if settings.file else None, **values}, ensure_ascii=False, indent=2))
        return
    import yaml  # noqa: PLC0415 - YAML costs start-up time

    where = (
        f"from {shown(settings.file)}" if settings.file else f"nothing is set: no {' or '.join(FILES)} here or above"
    )
    say(f"# {where}")
    say(yaml.safe_dump(values, allow_unicode=True, sort_keys=False).rstrip("\n"))


def _values(settings: Settings) -> dict[str, Any]:
    """The settings as a file would say them."""
    lint = settings.lint
    return {
        "library": shown(settings.library) if isinstance(settings.library, Path) else None,
        "style": settings.style,
        "locale": settings.locale or None,
        "keys": settings.keys or None,
        "lint": {
            "profile": lint.profile,
            "select": list(lint.select),
            "extend-select": list(lint.extend_select),
            "ignore": list(lint.ignore),
            "per-file-ignores": {pattern: list(codes) for pattern, codes in lint.per_file_ignores.items()},
            "baseline": shown(Path(lint.baseline)) if lint.baseline else None,
        },
        "outlets": [outlet.name for outlet in settings.outlets],
    }
