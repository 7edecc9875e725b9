"""Labelled references -> what the reader makes of them, one JSON line each: python -m training.measure GOLD.jsonl > PRED.jsonl"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from refcli.parsing import Entry, Parsed, parse_entry
from refcli.text import Span
from training.corpus import rows


def main() -> None:
    """Each row's text read alone; rows that could not be read have no fields."""
    for row in rows(Path(sys.argv[1])):
        read = parse_entry(Entry(row["text"], Span(0, len(row["text"]))))
        record: dict[str, object] = {"id": row["id"], "fields": {}}
        if isinstance(read, Parsed):
            record["fields"] = read.reference.to_json()
            record["segments"] = [[segment.label, segment.text] for segment in read.segments]
            record["confidence"] = round(read.confidence, 3)
        print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
