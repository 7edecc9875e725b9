"""Makes a long draft and its list of references: `python long_draft.py WORDS ENTRIES FOLDER`.

`own.md` has the list at its end, as people type it; `shared.md` has none and names `shared.bib`, which holds the same works.
Every fortieth word or so is a mention: in brackets, in prose with and without a year, of an outlet by its day.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path

SYLLABLES = "ba be da do ga ka ko la li ma mi na no pa ra ri sa se ta to va ve za"
GIVEN = "Anna Boris Clara Daniel Elena Farid Gulnara Hugo Irina Jonas Katya Liam Maria Nadia Omar Petra Ruslan Sofia"
WORDS = (
    "the a of in and to for by on with from policy border trade state energy river treaty budget reform export grain "
    "ministry council region port union army election law minister report conflict water pipeline investment between "
    "after before under against growing local foreign security economic public new old former central northern"
)
OUTLETS = ("Eurasia Daily Monitor", "The Economist", "Foreign Affairs", "Financial Times", "Survival")
CITIES = ("London: Hurst", "Oxford: Oxford University Press", "Almaty: Kitap", "New York: Norton")


@dataclass(frozen=True)
class Work:
    """A source: an article with a day, or a book."""

    given: str
    family: str
    year: int
    title: str
    outlet: str
    city: str

    def typed(self) -> str:
        """The entry as a person types it."""
        where = f"{self.outlet}, {self.year % 28 + 1} May {self.year}" if self.outlet else self.city
        return f"{self.family}, {self.given} ({self.year}). {self.title}. {where}."

    def bibtex(self, number: int) -> str:
        """The entry in a library."""
        where = f"journal = {{{self.outlet}}}" if self.outlet else f"publisher = {{{self.city.split(': ')[1]}}}"
        kind = "article" if self.outlet else "book"
        author = f"{self.family}, {self.given}"
        return f"@{kind}{{work{number},\n  author = {{{author}}},\n  title = {{{self.title}}},\n  {where},\n  year = {{{self.year}}}\n}}\n"


def works(count: int, dice: random.Random) -> list[Work]:
    """So many sources; a seventh of the authors wrote more than one."""
    families = [
        "".join(dice.choices(SYLLABLES.split(), k=3)).capitalize() + dice.choice(("v", "n", "r", "s"))
        for _ in range(count)
    ]
    out = []
    for number in range(count):
        family = families[number if number % 7 else dice.randrange(count)]
        title = " ".join(dice.choices(WORDS.split()[16:], k=dice.randint(4, 9))).capitalize()
        outlet = dice.choice(OUTLETS) if number % 2 else ""
        out.append(
            Work(dice.choice(GIVEN.split()), family, dice.randint(1990, 2024), title, outlet, dice.choice(CITIES))
        )
    return sorted(out, key=lambda work: work.family)


def sentence(work: Work | None, dice: random.Random) -> str:
    """A sentence that mentions the work, or none."""
    words = " ".join(dice.choices(WORDS.split(), k=dice.randint(12, 24)))
    if work is None:
        return f"{words.capitalize()}."
    shapes = [
        f"{words.capitalize()} ({work.family}, {work.year}).",
        f"{words.capitalize()} (see {work.family} {work.year}, p. {dice.randint(1, 300)}).",
        f"{work.family} ({work.year}) argues that {words}.",
        f"According to {work.given} {work.family}, {words}.",
        f"As {work.given} {work.family} notes, {words}.",
    ]
    return dice.choice(shapes)


def body(words: int, sources: list[Work], dice: random.Random) -> str:
    """Paragraphs of so many words in all, each source mentioned in turn."""
    paragraphs: list[str] = []
    count = used = 0
    while count < words:
        lines = []
        for place in range(6):
            work = sources[used % len(sources)] if place % 2 else None
            used += work is not None
            lines.append(sentence(work, dice))
        paragraphs.append(" ".join(lines))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def write(words: int, entries: int, folder: Path) -> None:
    """Both drafts and the library, the same for the same numbers."""
    dice = random.Random(entries)
    sources = works(entries, dice)
    text = body(words, sources, dice)
    listed = "\n\n".join(work.typed() for work in sources)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "own.md").write_text(f"{text}\n\n## References\n\n{listed}\n", encoding="utf-8")
    (folder / "shared.md").write_text(f"---\nbibliography: shared.bib\n---\n\n{text}\n", encoding="utf-8")
    library = "\n".join(work.bibtex(number) for number, work in enumerate(sources))
    (folder / "shared.bib").write_text(library, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
