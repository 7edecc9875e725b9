"""Fixture files -> one JSON line each: what the engine makes of them.

python tests/csl/render.py FIXTURE...
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.csl.fixture import run


def main(paths: list[str]) -> None:
    """Print a line for every fixture."""
    for name in paths:
        path = Path(name)
        output, warnings = run(path)
        print(json.dumps({"name": path.stem, "output": output, "warnings": warnings}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
