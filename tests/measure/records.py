"""A seed -> records of invented articles as databases export them, dirt included, labelled with the work that each is of.

`python -m tests.measure.records [SEED...]` prints precision, recall and seconds of finding the duplicates among them, beside
those of equal title and year. No record has a DOI. A companion article, a comment, an erratum, a meeting abstract, a
protocol, an update and the next part are works of their own, however near.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from refcli.bibtex import BibEntry, read
from refcli.duplicates import find_duplicates
from refcli.model import Reference
from refcli.text import fold_key

FAMILIES = """Smith Jones Li Wang Zhang García Müller Schröder O'Brien van_der_Berg de_Vries Nguyễn Kowalski Novák Petrov Kuznetsova Yılmaz Okafor
Mensah Silva Gonçalves Rossi Bianchi Dubois Lefèvre Hansen Sørensen Lindström Virtanen Nagy Popescu Dimitriou Cohen Haddad Khan Patel Sharma Kim Park
Tanaka Suzuki Tran Santos Reyes Fernández Martínez-López Brown Taylor Wilson MacDonald Campbell Anderson Clark Lewis Walker Young Hall Allen Wright
Scott Green Baker Hill Moore Ward Turner Cooper Morgan Bell Murphy Bailey Cox Richardson Howard Wood Watson Brooks Bennett Gray Hughes Price Myers
Ross Foster Jenkins Perry Powell Long Butler Barnes Fisher Henderson Coleman Simmons Graham Reynolds Griffin Wallace West Cole Hayes Gibson""".split()  # noqa: SIM905
GIVEN = """Anna Peter Maria John Wei Elena Carlos Fatima Ivan Yuki Thomas Sarah Ahmed Laura Jean-Pierre Olga Kwame Priya Lars Sofia David Emma Michael Nora
Paul Ruth Samuel Tara Viktor William Zoe Hannah George Ines Kofi Marek Daniel Eva Robert Susan Mark Julia Andrew Karen""".split()  # noqa: SIM905
JOURNALS = [row.split("|") for row in """The Journal of Clinical Investigation|J Clin Invest|J. Clin. Invest.
British Journal of Psychiatry|Br J Psychiatry|Br. J. Psychiatry
The New England Journal of Medicine|N Engl J Med|New Engl. J. Med.
Social Science & Medicine|Soc Sci Med|Soc. Sci. Med.
Journal of Affective Disorders|J Affect Disord|J. Affect. Disord.
Health Policy and Planning|Health Policy Plan|Health Policy Plann.
International Journal of Epidemiology|Int J Epidemiol|Int. J. Epidemiol.
Cochrane Database of Systematic Reviews|Cochrane Database Syst Rev|Cochrane Database Syst. Rev.
Journal of the American Medical Association|JAMA|JAMA
BMC Public Health|BMC Public Health|BMC Public Health
The Lancet|Lancet|Lancet
European Journal of Political Research|Eur J Polit Res|Eur. J. Polit. Res.
World Development|World Dev|World Dev.
Energy Policy|Energy Policy|Energy Policy
Journal of Peace Research|J Peace Res|J. Peace Res.
American Journal of Respiratory and Critical Care Medicine|Am J Respir Crit Care Med|Am. J. Respir. Crit. Care Med.
Acta Psychiatrica Scandinavica|Acta Psychiatr Scand|Acta Psychiatr. Scand.
Deutsche Medizinische Wochenschrift|Dtsch Med Wochenschr|Dtsch. Med. Wochenschr.
Zhonghua Yi Xue Za Zhi|Zhonghua Yi Xue Za Zhi|Zhonghua Yi Xue Za Zhi
Diabetes Care|Diabetes Care|Diabetes Care
Information Systems Research|Inf Syst Res|Inform. Syst. Res.
MIS Quarterly: Management Information Systems|MIS Q|MIS Quart.
Journal of Public Economics|J Public Econ|J. Public Econ.
Proceedings of the National Academy of Sciences of the United States of America|Proc Natl Acad Sci U S A|Proc. Natl. Acad. Sci.
Circulation|Circulation|Circulation
Stroke; a journal of cerebral circulation|Stroke|Stroke
Journal of Development Studies|J Dev Stud|J. Dev. Stud.
Psychological Medicine|Psychol Med|Psychol. Med.
Archives of Internal Medicine|Arch Intern Med|Arch. Intern. Med.
Global Environmental Change|Glob Environ Change|Global Environ. Chang.""".splitlines()]  # fmt: skip
THINGS = """cognitive therapy|oral iron supplements|cash transfers|telephone counselling|low-dose aspirin|a school-based programme|insulin pump therapy|tobacco taxes
|carbon pricing|home blood pressure monitoring|β-blockers|vitamin D3|peer support|inhaled corticosteroids|electronic health records|foreign aid|mobile phone reminders
|exercise training|statin treatment|deep brain stimulation|computerised decision support|village savings groups|hospital mergers|IL-6 inhibition|solar subsidies
|community policing|fluoxetine|lung function testing|election monitoring|water chlorination""".replace("\n", "").split("|")  # fmt: skip
ENDS = """depression|quality of life|mortality|school attendance|glycaemic control|blood pressure|household income|readmission|smoking cessation|anaemia|turnout|fatigue
|birth weight|treatment adherence|trust in government|CO2 emissions|sleep|hospital costs|asthma exacerbations|returns to work|pain|oestrogen levels|child growth|conflict
|tumour growth|cognition""".replace("\n", "").split("|")
GROUPS = """older adults|pregnant women|adolescents|patients with heart failure|rural Kenya|primary care|low-income countries|type 2 diabetes|children under five|veterans
|northern Ghana|Germany and France|stroke survivors|female students|breast cancer survivors|migrant workers|urban India|women|men|nursing homes|sub-Saharan Africa
|haemodialysis patients""".replace("\n", "").split("|")  # fmt: skip
SHAPES = [
    "Effect of {thing} on {end} in {group}: a randomised controlled trial", "{thing} and {end} in {group}", "{thing} for {end} in {group}: systematic review and meta-analysis",
    "Does {thing} improve {end}? Evidence from {group}", "The impact of {thing} on {end} among {group}", "{end} after {thing}: a cohort study in {group}",
    "Cost-effectiveness of {thing} in {group}", "Predictors of {end} in {group}", "Prevalence and correlates of {end} among {group}: a cross-sectional study",
    "{thing} versus usual care for {end}", "Long-term outcomes of {thing} in {group}", "Barriers to {thing} in {group}: a qualitative study", "Association between {thing} and {end}: 10-year follow-up",
    "{thing} in the management of {end}", "Trends in {end} among {group}, 1990-2010",
]  # fmt: skip
GENERIC = ["Editorial", "Treatment of depression", "Letter to the editor", "Health inequalities", "Introduction to the special issue", "In reply", "Asthma"]  # fmt: skip


@dataclass(frozen=True)
class Work:
    """An article as it was published."""

    number: int
    authors: tuple[tuple[str, str], ...]
    title: str
    journal: Sequence[str]
    year: int
    volume: int
    issue: int
    first: int
    last: int
    letter: str = ""


Dice = random.Random
_Change = Callable[[Work, Dice], Work]


def works(dice: Dice, count: int) -> list[Work]:
    """So many works, two in five of them near to another one."""
    out: list[Work] = []
    plain: list[Work] = []
    while len(out) < count:
        number = len(out)
        if plain and dice.random() < 0.4:
            out.append(replace(dice.choice(_NEAR)(dice.choice(plain), dice), number=number))
        else:
            plain.append(_new(dice, number))
            out.append(plain[-1])
    return out


def _new(dice: Dice, number: int) -> Work:
    slots = {"thing": dice.choice(THINGS), "end": dice.choice(ENDS), "group": dice.choice(GROUPS)}
    title = dice.choice(SHAPES).format(**slots) if dice.random() < 0.95 else dice.choice(GENERIC)
    first = dice.randint(1, 1800)
    makers = tuple(
        (dice.choice(FAMILIES).replace("_", " "), _given(dice)) for _ in range(dice.choice((1, 2, 2, 3, 3, 4, 5, 6, 8)))
    )
    return Work(number, makers, title[0].upper() + title[1:], dice.choice(JOURNALS), dice.randint(1985, 2022),
                dice.randint(2, 90), dice.randint(1, 12), first, first + dice.randint(1, 18))  # fmt: skip


def _given(dice: Dice) -> str:
    return " ".join((dice.choice(GIVEN), *([dice.choice("ABCDEFGHJKLMPRSTW")] if dice.random() < 0.5 else [])))


def _elsewhere(work: Work, dice: Dice, years: Sequence[int] = (0, 0, 1)) -> Work:
    """Pages, issue and perhaps journal of another article of that time."""
    first, later = dice.randint(1, 1800), dice.choice(years)
    journal = work.journal if dice.random() < 0.5 else dice.choice(JOURNALS)
    return replace(work, journal=journal, year=work.year + later, volume=work.volume + later, issue=dice.randint(1, 12),
                   first=first, last=first + dice.randint(1, 15))  # fmt: skip


def _companion(work: Work, dice: Dice) -> Work:
    """The same people on another outcome, group or treatment."""
    for words in dice.sample((THINGS, ENDS, GROUPS), 3):
        for word in words:
            if word in work.title:
                return replace(_elsewhere(work, dice), title=work.title.replace(word, dice.choice([other for other in words if other != word])))  # fmt: skip
    return replace(_elsewhere(work, dice), title=f"{work.title} II")


def _retitled(*forms: str, same_people: bool = True, years: Sequence[int] = (0, 1)) -> _Change:
    def change(work: Work, dice: Dice) -> Work:
        out = replace(
            _elsewhere(work, dice, years), title=dice.choice(forms).format(work.title, work.title.split(":")[0])
        )
        return out if same_people else replace(out, authors=_new(dice, 0).authors)

    return change


def _abstract(work: Work, dice: Dice) -> Work:
    """The same words at a meeting the year before, in a supplement."""
    first = dice.randint(1, 600)
    return replace(work, journal=dice.choice(JOURNALS), year=work.year - dice.choice((0, 1)), volume=work.volume + dice.randint(1, 9), issue=1,
                   first=first, last=first, letter=dice.choice("SA"))  # fmt: skip


_NEAR: Sequence[_Change] = (
    _companion, _companion, _companion, _abstract, _retitled("Erratum: {0}", "{0} (vol 12, pg 3, 2001)", "Correction to: {0}"),
    _retitled("Comment on: {0}", "{1}: a comment", "Re: {0}", same_people=False), _retitled("{1}: study protocol", "Protocol for {0}", years=(-2, -1)),
    _retitled("{0}", years=(3, 4)), _retitled("{1}: part 2", "{0} - II"), _retitled("{0}", same_people=False, years=(0, 2, 5)),
)  # fmt: skip


@dataclass(frozen=True)
class Habit:
    """How a database writes: authors, title, journal (0 full, 1 Medline's, 2 ISO's), pages, and how often it leaves a field out."""

    author: Callable[[str, str], str]
    title: Callable[[str], str]
    journal: int
    short_pages: bool
    most: int = 99
    missing: float = 0.04
    upper: bool = False


def _initials(given: str, stop: str, joint: str = "") -> str:
    return joint.join(part[0] + stop for part in given.replace("-", " ").split())


def _sentence(title: str) -> str:
    return title + "."


def _capitals(title: str) -> str:
    return " ".join(word if len(word) < 4 or not word[0].islower() else word.capitalize() for word in title.split())


HABITS = (
    Habit(lambda family, given: f"{family}, {_initials(given, '')}", _sentence, 1, short_pages=True),
    Habit(lambda family, given: f"{family}, {_initials(given, '.')}", str, 0, short_pages=False),
    Habit(lambda family, given: f"{family}, {_initials(given, '.', ' ')}", _capitals, 2, short_pages=False, missing=0.08),
    Habit(lambda family, given: f"{family}, {given}", _capitals, 0, short_pages=False),
    Habit(lambda family, given: f"{family}, {_initials(given, '')}", str.upper, 0, short_pages=False, upper=True),
    Habit(lambda family, given: f"{_initials(given, '')} {family}", str, 0, short_pages=False, most=3, missing=0.25),
    Habit(lambda family, given: f"{family}, {given.split()[0]}", _sentence, 0, short_pages=True, missing=0.15),
)  # fmt: skip
_SPELLINGS = [("β", "beta"), ("haem", "hem"), ("anaem", "anem"), ("glycaem", "glycem"), ("oestr", "estr"), ("tumour", "tumor"), ("programme", "program"),
              ("counselling", "counseling"), ("computerised", "computerized"), ("randomised", "randomized"), ("CO2", "CO₂"), ("ageing", "aging"), ("-", " "), (" and ", " & ")]  # fmt: skip


def record(work: Work, habit: Habit, dice: Dice) -> dict[str, str]:
    """The work as that database has it, with its slips."""
    authors = [habit.author(*name) for name in work.authors[: habit.most]]
    if len(authors) > 1 and dice.random() < 0.03:
        authors[0], authors[1] = authors[1], authors[0]
    if len(work.authors) > habit.most:
        authors.append("others")
    early = dice.random() < 0.05
    fields = {
        "author": " and ".join(authors),
        "title": _slipped(habit.title(work.title), dice),
        "journal": work.journal[habit.journal],
        "year": str(work.year - (1 if early else 0)),
        "volume": str(work.volume),
        "number": "" if dice.random() < 0.15 else str(work.issue),
        "pages": _pages(work, habit, dice),
    }
    if habit.upper:
        fields |= {
            name: fields[name].upper().replace(" AND ", " and ").replace("OTHERS", "others")
            for name in ("author", "journal")
        }
    for name in fields:
        if name != "title" and dice.random() < habit.missing * (1 if name in ("volume", "number", "pages") else 0.4):
            fields[name] = ""
    return {name: value for name, value in fields.items() if value}


def _slipped(title: str, dice: Dice) -> str:
    if dice.random() < 0.2:
        for old, new in dice.sample(_SPELLINGS, 8):
            title = title.replace(old, new)
    if dice.random() < 0.05:
        at = dice.randrange(1, len(title))
        title = title[:at] + dice.choice(("", title[at] * 2, "e")) + title[at + 1 :]
    if ":" in title and dice.random() < 0.05:
        title = title.rsplit(":", 1)[0]
    if len(title) > 60 and dice.random() < 0.03:
        title = title[: dice.randint(45, 58)]
    if dice.random() < 0.03:
        title = dice.choice(("[{}]", "{} [German]", "{} [Review] [32 refs]")).format(title)
    return title


def _pages(work: Work, habit: Habit, dice: Dice) -> str:
    first, last = str(work.first), str(work.last)
    if dice.random() < 0.03:
        first = first[:-1] + dice.choice("0123456789")
    if work.first == work.last:
        return work.letter + first
    if habit.short_pages and len(first) == len(last):
        same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first) - 1)
        last = last[same:]
    return f"{work.letter}{first}--{last}"


def records(seed: int, count: int = 1600) -> tuple[list[Reference], list[int]]:
    """The references, shuffled, and the work of each: a third have one to three other records."""
    dice = random.Random(seed)
    rows: list[tuple[int, dict[str, str]]] = []
    for work in works(dice, count):
        times = dice.choices((1, 2, 3, 4), (62, 26, 8, 4))[0]
        rows += [(work.number, record(work, habit, dice)) for habit in dice.sample(HABITS, times)]
    dice.shuffle(rows)
    text = "\n".join(
        f"@article{{r{i},\n"
        + "".join(f"  {name} = {{{value.replace('&', chr(92) + '&')}}},\n" for name, value in fields.items())
        + "}\n"
        for i, (_, fields) in enumerate(rows)
    )
    found = [entry.reference for entry in read(text) if isinstance(entry, BibEntry)]
    assert len(found) == len(rows)
    return found, [number for number, _ in rows]


def pairs(groups: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """All pairs within the groups."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def truth(labels: Sequence[int]) -> set[tuple[int, int]]:
    """The pairs of records of one work."""
    groups: dict[int, list[int]] = {}
    for i, label in enumerate(labels):
        groups.setdefault(label, []).append(i)
    return pairs(groups.values())


def equal_title_and_year(references: Sequence[Reference]) -> Iterator[list[int]]:
    """What a simple script would take for one work."""
    groups: dict[tuple[str, str], list[int]] = {}
    for i, reference in enumerate(references):
        groups.setdefault((fold_key(reference.get("title")), str(reference.issued or "")), []).append(i)
    return iter(groups.values())


def figures(found: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> tuple[float, float]:
    """Precision and recall of pairs."""
    hits = len(found & wanted)
    return hits / max(1, len(found)), hits / max(1, len(wanted))


def main(seeds: Sequence[int]) -> None:
    """Print the figures for each seed."""
    for seed in seeds:
        references, labels = records(seed)
        wanted = truth(labels)
        begun = time.perf_counter()
        groups = find_duplicates(references)
        seconds = time.perf_counter() - begun
        found = pairs(group.members for group in groups)
        sure = pairs(group.members for group in groups if group.sure)
        line = " | ".join(
            "{} P {:.4f} R {:.4f}".format(name, *figures(pair_set, wanted))
            for name, pair_set in (
                ("refcli", found),
                ("surely", sure),
                ("equal title and year", pairs(equal_title_and_year(references))),
            )
        )
        print(f"seed {seed}: {len(references)} records, {len(wanted)} pairs, {seconds:.1f} s | {line}")
        if "--verbose" in sys.argv:
            for kind, some in (("false", found - wanted), ("missed", wanted - found), ("SURE", sure - wanted)):
                for i, j in sorted(some):
                    print(kind, *(f"\n    {_line(references[k])}" for k in (i, j)))


def _line(reference: Reference) -> str:
    fields = ("title", "container-title", "volume", "issue", "page")
    return " | ".join(
        ("; ".join(map(str, reference.authors)), str(reference.issued or ""), *(reference.get(name) for name in fields))
    )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:] if word.isdecimal()] or [1, 2, 3])
