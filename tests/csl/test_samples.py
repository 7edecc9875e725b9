"""Each house style has a page of samples (docs/styles/NAME.md): its differences, and one set of sources rendered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from refcli.csl import Cite, Cluster, Markdown, Processor, house_style
from refcli.csl.kinds import kinds
from refcli.data.loader import locale_xml, style_xml, table
from refcli.model import Reference

ROOT = Path(__file__).resolve().parents[2]
HOUSES = sorted(path.stem for path in (ROOT / "styles").glob("*.yaml"))
SOURCES = Path(__file__).with_name("works") / "sources.json"


def page(name: str) -> str:
    """The page of a house style."""
    house = yaml.safe_load((ROOT / "styles" / f"{name}.yaml").read_text(encoding="utf-8"))
    references = [Reference.from_json(item) for item in json.loads(SOURCES.read_text(encoding="utf-8"))]
    style = house_style(house, style_xml, kinds(table("source_kinds")))
    engine = Processor(style, references, locale_xml)
    output = Markdown()
    entries = [engine.render(entry.node, output) for entry in engine.bibliography()]
    clusters = [Cluster((Cite(ref.id, locator="7"),), number) for number, ref in enumerate(references, start=1)]
    clusters.append(Cluster((Cite(references[0].id, locator="8"), Cite(references[14].id)), len(clusters) + 1))
    cited = [engine.render(one.node, output) for one in engine.cite(clusters)]
    lists = [_listed(lines) for lines in (_differences(house), entries, cited)]
    return (
        f"# `{name}`: {house['title']}\n\nFollows: {house['manual']}. Base: the stock style `{house['base']}`.\n\n"
        f"What it does differently, and where the manual asks for it:\n\n{lists[0]}\n\n"
        f"## Reference list\n\n{lists[1]}\n\n## Citations\n\n"
        f"Page 7 of each source, in the order of the samples; then two sources once more.\n\n{lists[2]}\n"
    )


def _differences(house: dict[str, Any]) -> list[str]:
    found = []
    for change in house["changes"]:
        action = next(key for key in change if key not in ("section", "why", "as", "entry", "note"))
        what = f"{action} `{change['kind']}`" if action == "kind" else action
        found.append(f"{change['section']}: {what}" + (f". {change['why']}" if "why" in change else ""))
    return list(dict.fromkeys(found))


def _listed(lines: list[str]) -> str:
    return "\n".join(f"- {line.strip()}" for line in lines)


@pytest.mark.parametrize("name", HOUSES)
def test_samples(name: str, request: pytest.FixtureRequest) -> None:
    """The page shows what the style prints today; `pytest --update` writes it anew."""
    path = ROOT / "docs" / "styles" / f"{name}.md"
    if request.config.getoption("--update"):
        path.write_text(page(name), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page(name)


@pytest.mark.parametrize("name", HOUSES)
def test_policy_sources_come_out_right(name: str) -> None:
    """A resolution is no public law and keeps its symbol; nobody is lost; no fragment leaves holes."""
    text = page(name)
    assert "Pub. L." not in text
    assert "S/RES/1373" in text
    listed, cited = text.partition("## Reference list")[2].split("## Citations")
    assert listed.count("\n- ") >= 21, "Chicago's notes leave speeches out of the list"
    assert cited.count("\n- ") == 23
    assert all(line.count("(") == line.count(")") for line in text.splitlines())
    assert not any(hole in text for hole in (" ,", ",,", "()", " .", "“”", "  ", ", ("))
