"""Drafts in several files: a main file -> the files that it reads in, and the other way round."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from refcli.documents import Document, read

_MOST = 60
_ENDINGS = {"latex": ".tex", "typst": ".typ"}
_PROJECTS = ("_quarto.yml", "index.qmd", "index.Rmd")
"""Where Quarto and bookdown keep what holds for all chapters."""
Read = Callable[[str], Document | None]


def has_parts(name: str) -> bool:
    """Is it of a kind that can read in other files?"""
    return Path(name).suffix.lower() in _ENDINGS.values()


def parts_of(document: Document, read: Read) -> list[str]:
    """The names of the files that a draft reads in, and that these read in, each once."""
    found, waiting = {document.name: None}, [document]
    while waiting:
        for path in _paths(waiting.pop(0)):
            part = read(str(path)) if str(path) not in found and path.is_file() else None
            found[str(path)] = None
            waiting += [part] if part is not None else []
    return [name for name in found if name != document.name]


def main_of(document: Document, read: Read) -> Document | None:
    """The file that names the library for a draft that is a part of it: the one that reads it in, beside it or in the folder
    above; the project's for a chapter of Quarto or bookdown.
    """
    ending, path = _ENDINGS.get(document.format, ""), Path(document.name)
    if path.suffix.lower() in (".qmd", ".rmd"):
        return _project(path)
    for folder in (path.parent, path.parent / "..") if ending and path.is_file() else ():
        for other in sorted(folder.glob(f"*{ending}"))[:_MOST]:
            main = read(str(other)) if not other.samefile(path) and path.stem in _text(other) else None
            if main is not None and any(part.is_file() and part.samefile(path) for part in _paths(main)):
                return main
    return None


def _project(path: Path) -> Document | None:
    for folder in (path.parent, path.parent / ".."):
        for other in (folder / name for name in _PROJECTS):
            text = _text(other) if other.is_file() else ""
            front = text if text.startswith("---") else f"---\n{text}\n---\n"
            main = read(front.encode(), f"{other}.md")
            if isinstance(main, Document) and main.bibliography:
                return main
    return None


def _paths(document: Document) -> list[Path]:
    return [Path(document.name).parent / name for name in document.parts]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
