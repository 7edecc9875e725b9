"""Names of drafts -> reports: reads the draft, the libraries that it names, and what the writer knows of already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from refcli.cli.console import note
from refcli.cli.errors import Exit, Problem
from refcli.cli.parts import has_parts, main_of, parts_of
from refcli.cli.sources import read_bytes
from refcli.documents import Document, Unreadable, read
from refcli.drafts import Listed, own_list
from refcli.lint import LintSettings, Report, Suppression, check

STDIN = "-"
BESIDE = ".refcli-ignore"
"""Behind a draft's name: the list of what is known in it, for files that hold no comment (a Word file of another's)."""


@dataclass(slots=True)
class Checker:
    """What `refcli lint` was asked for; one draft after another."""

    settings: LintSettings
    library: Path | None = None
    since: str = ""
    stdin_filename: str = ""
    mains: dict[str, Document] = field(default_factory=dict)
    """Names of files that were read in by another, and that one."""

    def with_parts(self, drafts: Sequence[str]) -> list[str]:
        """The drafts, each followed by the files that it reads in; says which of these are not there."""
        out: list[str] = []
        for name in drafts:
            main = self._readable(name) if has_parts(name) else None
            parts = parts_of(main, self._readable) if main is not None else []
            missing = [part for part in parts if not Path(part).is_file()]
            if missing:
                note(f"{name}: reads in what is not there, and was not checked: {', '.join(missing)}")
            found = [part for part in parts if part not in missing and part not in drafts]
            self.mains |= {part: main for part in found if main is not None}
            out += [name, *found]
        return list(dict.fromkeys(out))

    def _readable(self, name: str) -> Document | None:
        try:
            return self.document(name)
        except Problem:
            return None

    def report(self, document: Document) -> Report:
        """What is found in a draft and is neither known nor old. Raises Problem."""
        return self._narrow(self.judge(document))

    def _narrow(self, report: Report) -> Report:
        """The report without what is old or known."""
        if self.since:
            from refcli.cli.since import since_revision  # noqa: PLC0415 - only --since asks git

            report = since_revision(report, self.since)
        if self.settings.baseline:
            report = self._without_known(report, Path(self.settings.baseline))
        return report

    def document(self, name: str) -> Document:
        """The draft; standard input under the name that it was given."""
        called = self.stdin_filename if name == STDIN and self.stdin_filename else name
        match read(read_bytes(name), called):
            case Unreadable(why=why):
                raise Problem(f"{called}: {why}")
            case Document() as document:
                return document

    def judge(self, document: Document) -> Report:
        """All that is found in a draft."""
        listed, trouble = self._listed(document)
        return check(document, listed, self.settings, _beside(document.name), trouble)

    def write_baseline(self, drafts: Sequence[str], path: Path) -> int:
        """Write what is found now as known; says how much that is."""
        from refcli.lint.baseline import dump  # noqa: PLC0415 - rare

        reports = [self.judge(self.document(name)) for name in drafts]
        found = {relative_name(report.document.name, path.parent): report.findings for report in reports}
        try:
            path.write_text(dump(found), encoding="utf-8")
        except OSError as error:
            raise Problem(f"{path}: cannot be written: {error.strerror or error}.") from None
        note(f"{path}: {sum(map(len, found.values()))} findings are known now.")
        return Exit.FINE

    def _without_known(self, report: Report, path: Path) -> Report:
        from refcli.lint.baseline import fresh, load  # noqa: PLC0415 - rare

        try:
            known = load(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise Problem(
                f"{path}: no such baseline; make it with refcli lint --write-baseline {path} DRAFT..."
            ) from None
        except (OSError, ValueError) as error:
            raise Problem(f"{path}: cannot be used: {error}.") from None
        marks = known.get(relative_name(report.document.name, path.parent))
        return replace(report, findings=fresh(report.findings, marks)) if marks else report

    def _listed(self, document: Document) -> tuple[tuple[Listed, ...] | None, str]:
        """The library that a draft is checked against, None for its own list; and why it cannot be."""
        if self.library is not None:
            if not self.library.exists():
                raise Problem(f"{self.library}: no such library.")
            return _entries([self.library]), ""
        if not document.bibliography:
            return self._listed_elsewhere(document)
        paths = [Path(document.name).parent / name for name in document.bibliography]
        missing = next((path for path in paths if not path.is_file()), None)
        if missing is not None:
            return (), f"{missing.name}, which the draft names as its library, is not there"
        other = next((path for path in paths if path.suffix.lower() in (".yml", ".yaml")), None)
        if other is not None:
            return (), f"{other.name} is a YAML library, and only BibTeX and CSL-JSON are read"
        return _entries(paths), ""

    def _listed_elsewhere(self, document: Document) -> tuple[tuple[Listed, ...] | None, str]:
        """What the main file of a draft in several files lists. Its own list serves its parts too, as a library does."""
        if document.parts:
            own = own_list(document)
            return (own.entries, own.trouble) if own.entries else (None, "")
        main = self.mains.get(document.name) or main_of(document, self._readable)
        return (None, "") if main is None or own_list(document).entries else self._listed(main)


def relative_name(name: str, folder: Path) -> str:
    """A file's name as a folder's files call it, with "/"."""
    try:
        return Path(name).resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return Path(name).as_posix()


def _entries(paths: Sequence[Path]) -> tuple[Listed, ...]:
    found = [entry for path in paths for entry in _read(path)]
    return tuple(replace(entry, index=i) for i, entry in enumerate(found))


def _read(path: Path) -> list[Listed]:
    if path.suffix.lower() == ".json":
        from refcli.cli.references import read_references  # noqa: PLC0415 - rare

        return [Listed(0, work, work.get("title"), None, work.id) for work in read_references(str(path))]
    from refcli.library import read_library  # noqa: PLC0415 - a draft with a list of its own needs no BibTeX

    library = read_library(path)
    return [Listed(0, entry.reference, library.file.text(entry.span), None, entry.key) for entry in library.entries]


def _beside(name: str) -> tuple[Suppression, ...]:
    """What the list beside a draft says, where there is one."""
    path = Path(name + BESIDE)
    if name == STDIN or not path.is_file():
        return ()
    from refcli.lint.suppress import beside  # noqa: PLC0415 - rare

    try:
        return beside(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"{path}: cannot be read: {error}.") from None
