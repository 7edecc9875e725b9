"""Bytes of a zip -> the parts of a Word file, as XML; archives that would unpack to more than any draft are refused."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from refcli.xml import Element, XMLError, parse

_LARGEST = 80_000_000
"""Bytes of one part: some 3 million words of Word's XML."""


class PackageError(Exception):
    """The archive holds no Word document that we can read; the sentence goes on from the file's name."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file: its main part, and the others by name."""

    archive: ZipFile
    folder: str
    main: Element

    def part(self, name: str) -> Element | None:
        """A part beside the main one; None where there is none."""
        return _parse(self.archive, posixpath.join(self.folder, name))

    def stories(self, name: str, tag: str) -> Mapping[str, Element]:
        """The notes or comments of a part by their id; separators are none."""
        root = self.part(name)
        found = [child for child in root.children if child.tag == tag] if root else []
        return {story.get("id"): story for story in found if story.get("type", "normal") == "normal"}

    def custom(self) -> list[Element]:
        """What other programs keep in the file as XML, as far as it is well-formed."""
        names = [name for name in self.archive.namelist() if name.startswith("customXml/item") and "Props" not in name]
        return [root for name in names[:50] if (root := _lenient(self.archive, name)) is not None]


def open_package(data: bytes) -> Package:
    """The Word file in these bytes. Raises PackageError, a sentence without its subject."""
    try:
        archive = ZipFile(BytesIO(data))
        names = archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise PackageError("is a damaged archive: open it in Word and save it again") from None
    main = _main(archive)
    if main not in names:
        raise PackageError(_other(names))
    root = _parse(archive, main)
    if root is None or root.tag != "document":
        raise PackageError("holds no Word document: open it in Word and save it as .docx")
    return Package(archive, posixpath.dirname(main), root)


def _main(archive: ZipFile) -> str:
    """The part that the package calls its document."""
    root = _parse(archive, "_rels/.rels")
    for relation in root.children if root else ():
        if relation.get("Type").endswith("/officeDocument"):
            return relation.get("Target").lstrip("/")
    return "word/document.xml"


def _other(names: list[str]) -> str:
    if "content.xml" in names:
        return "is an OpenDocument file: save it as .docx first"
    return "is a zip archive without a Word document in it: name a .docx, or the files that it holds"


def _parse(archive: ZipFile, name: str) -> Element | None:
    """A part as a tree, None where there is none."""
    try:
        with archive.open(name) as stream:
            data = stream.read(_LARGEST + 1)
    except KeyError:
        return None
    except Exception as error:  # zlib, zipfile and struct each have errors of their own for damage
        raise PackageError(f"is a damaged archive ({name}: {error}): open it in Word and save it again") from None
    if len(data) > _LARGEST:
        raise PackageError(f"unpacks to more than {_LARGEST // 1_000_000} MB ({name}): no draft is that long")
    try:
        return parse(data)
    except XMLError as error:
        raise PackageError(f"is damaged ({name}: {error.message}): open it in Word and save it again") from None


def _lenient(archive: ZipFile, name: str) -> Element | None:
    try:
        return _parse(archive, name)
    except PackageError:
        return None
