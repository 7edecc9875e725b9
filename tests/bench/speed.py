"""Whole processes of refcli and of other programs in turn, on made libraries: seconds, memory, and the ratios.

python -m tests.bench.speed [--papis PROGRAM] [--bibtool PROGRAM] [--rounds N]: bibtexparser is a dependency of our tests; papis
and bibtool are taken when their programs are named. Rounds are interleaved, and the best of each program counts. POSIX only.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

READ = "import sys, bibtexparser as b; b.parse_file(sys.argv[1], parse_stack=[])"
CHANGE = """import sys, bibtexparser as b
from bibtexparser.model import Field
lib = b.parse_file(sys.argv[1], parse_stack=[])
lib.entries_dict['key5000'].set_field(Field('note', '{x}'))
b.write_file(sys.argv[1] + '.out', lib, unparse_stack=[])"""


def timed(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, int]:
    """Seconds of the whole process, and its peak of memory in MB."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return time.perf_counter() - begun, usage.ru_maxrss // 1024


def compared(title: str, commands: Mapping[str, Sequence[str]], rounds: int, environment: Mapping[str, str]) -> None:
    """Print the best of the rounds for each command, and the ratios to the last one."""
    best: dict[str, tuple[float, int]] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best.get(name, (1e9, 0)), timed(command, environment))
    base = best[list(best)[-1]][0]
    print(f"\n{title}")
    for name, (seconds, memory) in best.items():
        print(f"  {name:<42} {seconds:7.2f} s {memory:6} MB   {seconds / base:5.2f}", flush=True)


def papis_folder(folder: Path, entries: int) -> Mapping[str, str]:
    """A papis library of so many documents, and the environment in which papis finds it."""
    docs, config = folder / "docs", folder / "config" / "papis"
    config.mkdir(parents=True)
    (config / "config").write_text(f"[settings]\ndefault-library = main\n[main]\ndir = {docs}\n", encoding="utf-8")
    for i in range(entries):
        (docs / f"key{i}").mkdir(parents=True)
        info = f"ref: key{i}\npapis_id: {i:032x}\nauthor: Lindholm, Eva\ntitle: Energy and security in region {i}\nyear: 2004\njournal: Policy Review\n"
        (docs / f"key{i}" / "info.yaml").write_text(info + f"abstract: {'energy security ' * 20}\n", encoding="utf-8")
    return {
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_DATA_HOME": str(folder / "data"),
    }


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--papis", default="")
    options.add_argument("--bibtool", default="")
    options.add_argument("--rounds", type=int, default=3)
    said = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "10k.bib", folder / "100k.bib"
        for path, entries in ((small, 10_000), (large, 100_000)):
            # Not in this process: a child's peak of memory counts from what its parent had.
            subprocess.run([sys.executable, "-m", "tests.bench.libraries", str(entries), str(path)], check=True)
        here = {"REFCLI_STATE": str(folder / "state"), "PYTHONDONTWRITEBYTECODE": ""}

        def refcli(*words: str, path: Path = small) -> list[str]:
            return [sys.executable, "-m", "refcli", *words, "--library", str(path)]

        change = {
            "refcli set": [
                "sh",
                "-c",
                '"$0" -m refcli set key5000 note=$(date +%N) --library "$1"',
                sys.executable,
                str(small),
            ]
        }
        if said.bibtool:
            change["bibtool -s (rewrites all)"] = [said.bibtool, "-s", "-i", str(small), "-o", str(folder / "out.bib")]
        compared(
            "10,000 entries: one field changed and saved",
            change | {"bibtexparser, read and write": [sys.executable, "-c", CHANGE, str(small)]},
            said.rounds,
            here,
        )
        show: dict[str, Sequence[str]] = {"refcli show KEY": refcli("show", "key5000"), "refcli list": refcli("list")}
        if said.papis:
            here |= papis_folder(folder, 10_000)
            show["papis list ref:KEY, warm"] = [said.papis, "list", "ref:key5000"]
            timed(show["papis list ref:KEY, warm"], here)
        compared("10,000 entries: one shown", show, said.rounds, here)
        compared(
            "100,000 entries",
            {
                "refcli show KEY": refcli("show", "key5000", path=large),
                "refcli set KEY note=x": refcli("set", "key5000", "note=x", path=large),
                "refcli search, three terms": refcli("search", "drought", "year:2004..2007", "title:border", path=large),
                "refcli stats": refcli("stats", path=large),
                "refcli list": refcli("list", path=large),
                "bibtexparser, reading": [sys.executable, "-c", READ, str(large)],
            },
            said.rounds,
            here,
        )  # fmt: skip


if __name__ == "__main__":
    main()
