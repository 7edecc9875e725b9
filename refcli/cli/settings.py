"""The folder that we are in -> the settings that hold there, the user's own outlets made known."""

from __future__ import annotations

from pathlib import Path

from refcli.config import Settings, load
from refcli.data.outlets import add_outlets


def settings_here() -> Settings:
    """What `refcli.yaml` or `pyproject.toml` says, for commands that read text. Raises ConfigError."""
    settings = load(Path.cwd())
    add_outlets(settings.outlets)
    return settings
