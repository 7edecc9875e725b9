"""The odd files of the tests, through refcli and through other programs: one table.

python tests/bench/odd_files.py [PATH OF bibtex-tidy]: bibtexparser is taken when it is installed; bibtex-tidy (npm)
cannot set a field and is asked to change as little as it can.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from refcli.bibtex import BibFile
from tests.bibtex.odd import ODD, Odd
from tests.bibtex.test_odd import parts

GENTLE = [
    "--no-align",
    "--blank-lines",
    "--no-wrap",
    "--no-sort",
    "--no-tidy-comments",
    "--no-escape",
    "--no-remove-dupe-fields",
    "--no-lowercase",
    "--no-remove-empty-fields",
    "--quiet",
]
LAYOUTS = [
    [indent, comma, align]
    for indent in ("--space=2", "--space=4", "--tab")
    for comma in ("--trailing-commas", "--no-trailing-commas")
    for align in ("--no-align", "--align=14")
]
"""Each file is given to bibtex-tidy in each of these layouts, and the best counts."""


def refcli(path: Path, odd: Odd, setting: Sequence[str]) -> bytes:
    """What refcli leaves of the file."""
    command = [sys.executable, "-m", "refcli", "set", odd.key, *setting, "--library", str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=60)
    return path.read_bytes()


def bibtexparser(path: Path, odd: Odd, setting: Sequence[str]) -> bytes:
    """What bibtexparser leaves of it with all middleware off."""
    code = (
        "import sys, bibtexparser as b; from bibtexparser.model import Field\n"
        "path, key, name, value = sys.argv[1:5]\n"
        "lib = b.parse_file(path, parse_stack=[])\n"
        "if name: lib.entries_dict[key].set_field(Field(name, '{' + value + '}'))\n"
        "b.write_file(path, lib, unparse_stack=[])\n"
    )
    name, _, value = (setting[0] if setting else "").partition("=")
    subprocess.run(
        [sys.executable, "-c", code, str(path), odd.key, name, value], capture_output=True, check=True, timeout=60
    )
    return path.read_bytes()


def tidy(program: str) -> Callable[[Path, Odd, Sequence[str]], bytes]:
    """What bibtex-tidy leaves of it."""

    def run(path: Path, odd: Odd, setting: Sequence[str]) -> bytes:
        for layout in LAYOUTS:
            path.write_bytes(odd.data)
            options = [option for option in GENTLE if layout[2] == "--no-align" or option != "--no-align"]
            subprocess.run([program, str(path), *options, *layout], capture_output=True, check=True, timeout=60)
            if path.read_bytes() == odd.data:
                break
        return path.read_bytes()

    return run


def verdict(odd: Odd, run: Callable[[Path, Odd, Sequence[str]], bytes], setting: Sequence[str]) -> str:
    """`kept`: all other bytes are there; `keys`: all items are; `lost N`; or how it failed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "odd.bib"
        path.write_bytes(odd.data)
        try:
            new = run(path, odd, setting)
        except subprocess.CalledProcessError as error:
            why = (error.stderr or b"").decode(errors="replace").strip().splitlines()[-1:] or ["?"]
            return f"fails{'' if path.read_bytes() == odd.data else ', file changed'}: {why[0][:50]}"
        gone, came = parts(odd.data, new)
        if not gone and (bool(came) == bool(setting)):
            return "kept"
        try:
            file = BibFile.of(new)
        except Exception:
            return "unreadable"
        missing = [key for key in odd.keys if key not in {file.key(block) for block in file.entries}]
        return f"lost {len(missing)}" if missing else "rewritten"


def main() -> None:
    """Print the table."""
    programs: dict[str, tuple[Callable[[Path, Odd, Sequence[str]], bytes], Sequence[str]]] = {
        "refcli set": (refcli, ["pages=1--2"]),
        "bibtexparser set": (bibtexparser, ["pages=1--2"]),
        "bibtexparser no-op": (bibtexparser, []),
    }
    if len(sys.argv) > 1:
        programs["bibtex-tidy"] = (tidy(sys.argv[1]), [])
    print(f"{'file':<24}" + "".join(f"{name:<22}" for name in programs))
    totals = dict.fromkeys(programs, 0)
    for name, odd in ODD.items():
        row = {program: verdict(odd, run, setting) for program, (run, setting) in programs.items()}
        for program, word in row.items():
            totals[program] += word == "kept"
        print(f"{name:<24}" + "".join(f"{word[:20]:<22}" for word in row.values()), flush=True)
    print(f"{f'kept, of {len(ODD)}':<24}" + "".join(f"{count:<22}" for count in totals.values()))


if __name__ == "__main__":
    main()
