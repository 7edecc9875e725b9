"""refcli.yaml / [tool.refcli] -> the settings of each room.

The nearest folder upwards that has one of the two decides (refcli.yaml first); nothing is merged from further up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from refcli.problem import Problem

if TYPE_CHECKING:
    from refcli.data.outlets import Outlet
    from refcli.lint import LintSettings

FILES = ("refcli.yaml", "pyproject.toml")


class ConfigError(Problem):
    """A configuration file that cannot be used; the sentence names the file, the key and what would do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file can say. `library` is absolute; `keys` is "" for the usual pattern; `file` is where it was said, None for the defaults."""

    library: Path | None = None
    style: str = "apa"
    locale: str = ""
    keys: str = ""
    lint_said: LintSettings | None = None
    outlets: tuple[Outlet, ...] = ()
    file: Path | None = None

    @property
    def lint(self) -> LintSettings:
        """Those of the linter; its room is entered only where it is asked for."""
        from refcli.lint import LintSettings  # noqa: PLC0415 - it imports drafts and parsing, which most commands need not

        return self.lint_said or LintSettings()


def load(start: Path) -> Settings:
    """The settings that hold in a folder. Raises ConfigError for a file that cannot be read or says unknown things."""
    for folder in (start, *start.parents):
        for name in FILES:
            if (path := folder / name).is_file() and (said := _read(path)) is not None:
                return _settings(path, said)
    return Settings()


def _read(path: Path) -> Mapping[str, Any] | None:
    """What the file says of refcli; None when it is a pyproject.toml without [tool.refcli]."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}); mend it or move it away.") from error
    if path.name == "pyproject.toml":
        return _read_toml(path, text) if "tool.refcli" in text else None
    import yaml  # noqa: PLC0415 - most folders have no such file, and YAML costs start-up time

    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ConfigError(f"{path}: is no YAML: {' '.join(str(error).split())}") from error
    if said is None:
        return {}
    if not isinstance(said, dict):
        raise ConfigError(f'{path}: should be a list of settings such as "style: chicago".')
    return said


def _read_toml(path: Path, text: str) -> Mapping[str, Any] | None:
    import tomllib  # noqa: PLC0415 - as above

    try:
        said = tomllib.loads(text).get("tool", {}).get("refcli")
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is no TOML: {error}") from error
    if said is not None and not isinstance(said, dict):
        raise ConfigError(f"{path}: [tool.refcli] should be a table.")
    return said


def _settings(path: Path, said: Mapping[str, Any]) -> Settings:
    known = {"library": str, "style": str, "locale": str, "keys": str, "lint": dict, "outlets": list}
    _check(path, said, known)
    values: dict[str, Any] = {key: said[key] for key in ("style", "locale", "keys") if key in said}
    if "library" in said:
        values["library"] = (path.parent / Path(said["library"]).expanduser()).resolve()
    outlets = tuple(_outlet(path, row) for row in said.get("outlets", ()))
    lint = _lint(path, said["lint"]) if "lint" in said else None
    return Settings(**values, lint_said=lint, outlets=outlets, file=path)


def _outlet(path: Path, row: Any) -> Outlet:
    from refcli.data.faults import faults  # noqa: PLC0415 - few have outlets of their own
    from refcli.data.outlets import Outlet  # noqa: PLC0415 - as above

    why = (
        next(faults(row), "")
        if isinstance(row, dict)
        else 'should have a name and a kind, as in "{name: The Wire, kind: website}"'
    )
    if why:
        name = row.get("name", row) if isinstance(row, dict) else row
        raise ConfigError(f'{path}: outlet "{name}": {why}.')
    return Outlet.from_row(row)


def _lint(path: Path, said: Mapping[str, Any]) -> LintSettings:
    from refcli.lint import LintSettings, wrong  # noqa: PLC0415 - as above

    known = {
        "profile": str,
        "select": list,
        "extend-select": list,
        "ignore": list,
        "per-file-ignores": dict,
        "baseline": str,
    }
    _check(path, said, known, within="lint.")
    values: dict[str, Any] = {
        key.replace("-", "_"): tuple(map(str, value)) if known[key] is list else value for key, value in said.items()
    }
    if "per_file_ignores" in values:
        _check(
            path, values["per_file_ignores"], dict.fromkeys(values["per_file_ignores"], list), "lint.per-file-ignores."
        )
        values["per_file_ignores"] = {key: tuple(map(str, value)) for key, value in values["per_file_ignores"].items()}
    if "baseline" in values:
        values["baseline"] = str((path.parent / Path(values["baseline"]).expanduser()).resolve())
    settings = LintSettings(**values)
    why = wrong(settings)
    if why:
        raise ConfigError(f"{path}: lint: {why}")
    return settings


def _check(path: Path, said: Mapping[str, Any], known: Mapping[str, type], within: str = "") -> None:
    for key, value in said.items():
        if key not in known:
            raise ConfigError(f'{path}: unknown setting "{within}{key}"; known are {", ".join(known)}.')
        if not isinstance(value, known[key]):
            kind = {"str": "text", "dict": "a table", "list": "a list"}[known[key].__name__]
            raise ConfigError(f'{path}: "{within}{key}" should be {kind}.')
