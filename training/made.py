"""Seed -> values that references are made of: names, titles, outlets, dates, addresses, in the form that an example has.

Nothing is quoted from anywhere: names come from lists of common names, titles from a small grammar of ours, outlets from
the table. `Pools` may be widened by the titles and names of the labelled sets at hand, for training only.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from refcli.data.loader import table
from refcli.data.outlets import PERIODICALS
from refcli.text import fold

_MONTH = re.compile(r"[^\W\d_]{3,}\.?")
_STATES = (
    "CO",
    "MA",
    "NY",
    "CA",
    "D.C.",
    "DC",
    "VA",
    "Md.",
    "MD",
    "Calif.",
    "TX",
    "Conn.",
    "IL",
    "UK",
    "Kenya",
    "Sweden",
    "Kazakhstan",
)
_SMALL = frozenset(("and", "of", "in", "the", "for", "from", "to", "after", "a", "on", "with"))


@cache
def words() -> dict[str, list[str]]:
    """The lists that values are put together from."""
    loaded: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    return loaded


@dataclass(slots=True)
class Pools:
    """What values are drawn from besides the word lists."""

    titles: list[str] = field(default_factory=list)
    families: list[str] = field(default_factory=list)
    givens: list[str] = field(default_factory=list)
    journals: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)

    def widen(self, rows: Iterable[dict[str, Any]]) -> None:
        """With titles, names, journals, places and publishers of labelled references."""
        for row in rows:
            gold = {name: value for name, value in row["gold"].items() if name not in row["ignore"]}
            title = gold.get("title", "")
            if 15 < len(title) < 160 and not re.search(r"[\"“”«»|{}]", title):
                self.titles.append(title)
            self._names(gold.get("author", ()))
            for variable, pool in (("publisher-place", self.places), ("publisher", self.publishers)):
                if re.fullmatch(r"[^\W\d_][^\d():;\"]{2,60}", gold.get(variable, "")):
                    pool.append(gold[variable])
            if gold.get("volume") and 0 < len(gold.get("container-title", "")) < 70:
                self.journals.append(gold["container-title"])

    def _names(self, names: Iterable[dict[str, str]]) -> None:
        for name in names:
            family, given = name.get("family", ""), name.get("given", "")
            if re.fullmatch(r"[^\W\d_][^\W\d_'’-]{1,14}", family) and not family.isupper():
                self.families.append(family)
            if re.fullmatch(r"[^\W\d_]{3,12}(?:-[^\W\d_]{3,12})?", given) and given.istitle():
                self.givens.append(given)


def pick(rng: random.Random, own: Sequence[str], pool: Sequence[str], share: float = 0.5) -> str:
    """One of ours, or one of the pool."""
    return rng.choice(pool) if pool and rng.random() < share else rng.choice(own)


def place(rng: random.Random, pools: Pools) -> str:
    """A city, or a town with its state ("Golden, CO")."""
    if rng.random() < 0.25:
        return f"{rng.choice(words()['family'])}{rng.choice(('', 'ville', 'ton', ' City', ' Springs'))}, {rng.choice(_STATES)}"
    return pick(rng, words()["cities"], pools.places, 0.4)


def body(rng: random.Random) -> str:
    """A ministry, an agency, a think tank, an organisation."""
    w = words()
    if rng.random() < 0.45:
        row = rng.choice([row for row in table("outlets") if row["kind"] not in PERIODICALS])
        return _named(rng, [row["name"]] * 2, row)
    subject, country, place = rng.choice(w["subjects"]), rng.choice(w["countries"]), rng.choice(w["cities"])
    return rng.choice((
        f"Ministry of {subject}", f"Ministry of {subject} of {country}", f"{country} Ministry of {subject}", f"Department of {subject}",
        f"U.S. Department of {subject}", f"Office of {subject}", f"{subject} Policy Institute", f"Institute for {subject} Studies", f"Centre for {subject} Research",
        f"Center for {subject} and Security", f"National Council on {subject}", f"{country} {subject} Agency", f"Government of {country}",
        f"{country} National Statistics Office", f"Committee on {subject}", f"Commission on {subject}", f"{subject} Watch", f"{country} {subject} Forum",
        f"International {subject} Organization", f"Bureau of {subject} Affairs", f"{country}, Ministry of {subject}", f"European {subject} Agency",
        f"Office of the {subject} Commissioner", f"{subject} Working Group", f"Ministerio de {subject}", f"Institut für {subject}", f"Observatoire de {subject}",
        f"{place} Institute of International Relations", f"University of {place}", f"{country} Institute", f"{subject} Canada", f"House of Commons {subject} Committee",
        f"United Nations Office for {subject}", f"UN {subject} Programme", f"World {subject} Organization", f"{rng.choice(w['family'])} Foundation", f"{rng.choice(w['family'])} Institute for {subject}",
    ))  # fmt: skip


def title(rng: random.Random, pools: Pools) -> str:
    """A headline or the name of a paper."""
    if pools.titles and rng.random() < 0.55:
        return rng.choice(pools.titles)
    w = words()
    country, other = rng.sample(w["countries"], 2)
    subject, aim, noun, second, verb, kind = (
        rng.choice(w[key]) for key in ("subjects", "aims", "nouns", "nouns", "verbs", "adjectives")
    )
    short = rng.choice((
        f"{country} {verb} {kind} {noun}", f"{country}'s {kind} {noun} {verb} {second}", f"{kind.capitalize()} {noun} in {country}", f"{noun.capitalize()} and {second}: {aim} in {country}",
        f"The {noun} of {subject.lower()} in {country} and {other}", f"{country}-{other} {noun} {verb} {subject.lower()} {second}", f"{aim.capitalize()} the {noun}", f"Why {country} {verb} {noun}",
        f"What {country} wants from {other}", f"{subject} {noun} {rng.randint(1990, 2024)}", f"How to {aim} {subject.lower()}?", f"{noun.capitalize()} {verb} in {country}, {rng.choice(w['bodies'])} says",
        f"{country} minister {verb} {kind} {noun}", f"{country}: {noun} {verb} after {second}", f"{subject} and {aim} in {country}", f"‘{noun.capitalize()}’ or {second}? {country} between {other} and {rng.choice(w['countries'])}",
    ))  # fmt: skip
    if rng.random() < 0.25:
        short += rng.choice((": ", " – ", ". ")) + rng.choice((f"{kind.capitalize()} {noun} for {aim} {subject.lower()}", f"Lessons from {other}", f"A {kind} {noun}", f"An Assessment of {country}"))  # fmt: skip
    return headline(short) if rng.random() < 0.5 else short


def headline(text: str) -> str:
    """Title Case."""
    return " ".join(w if w in _SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(text.split(" ")))


def outlet(rng: random.Random, kinds: Sequence[str]) -> str:
    """The name or an alias of an outlet of the table, or an invented one."""
    w = words()
    if rng.random() < 0.3:
        place, subject = rng.choice((*w["countries"], *w["cities"])), rng.choice(w["subjects"])
        return rng.choice((
            f"{place} Times", f"The {place} Herald", f"{place} Daily", f"{place} Post", f"The {place} Review", f"{place} Monitor", f"{place} Newsline", f"{place} Weekly", f"{place} News Agency", f"{place} Tribune",
            f"The {place} Observer", f"{place} Gazette", f"{place} Today", f"{subject} Brief", f"{subject} Analyst", f"Daily {subject} Bulletin", f"{subject} Insider", f"{place} Insight", f"{place}.com", f"{subject}Wire",
        ))  # fmt: skip
    row = rng.choice([row for row in table("outlets") if row["kind"] in kinds])
    return _named(rng, [row["name"]] * 3, row)


def _named(rng: random.Random, names: list[str], row: Mapping[str, Any]) -> str:
    """One of the names or of the outlet's aliases."""
    aliases: Sequence[str] = row.get("aliases", ())
    return rng.choice([*names, *aliases])


def url(rng: random.Random, like: str) -> str:
    """An address with the beginning of another."""
    hosts: list[str] = [row["domain"] for row in table("outlets") if row.get("domain")]
    slug = rng.choice("--_").join(rng.choice(words()["nouns"]).replace(" ", "-") for _ in range(rng.randint(1, 4)))
    year, number = rng.randint(2001, 2024), rng.randint(10, 99999)
    tail = rng.choice((f"/{slug}", f"/{year}/{rng.randint(1, 12):02d}/{slug}.html", f"/{slug}/{number}", f"/docs/{slug}.pdf", "", f"/article.php?id={number}", f"/en/{slug}/", f"/{slug}-{number}.htm"))  # fmt: skip
    start = re.match(r"(?:https?://)?(?:www\.)?", like)
    lead = start[0] if start and start[0] else rng.choice(("https://", "www."))
    return (
        (lead if rng.random() < 0.6 else rng.choice(("https://", "https://www.", "http://www.", "www.")))
        + rng.choice(hosts)
        + tail
    )


@cache
def _months() -> dict[str, tuple[str, int]]:
    """Folded word -> language and number, for words that are months."""
    rows = table("months")
    languages = [*(lang for lang in rows if lang != "en"), "en"]
    return {word: (lang, number) for lang in languages for word, number in rows[lang].items() if number < 20}


def date(rng: random.Random, like: str) -> str:
    """Another day written as this one is: "Feb. 2, 2010" -> "Oct. 17, 1998"."""
    months = _months()
    names = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )

    def month(match: re.Match[str]) -> str:
        found = months.get(fold(match[0].rstrip(".")))
        if found is None:
            return match[0]
        if found[0] == "en":
            name = rng.choice(names)
            short = len(match[0].rstrip(".")) < 5 and match[0].rstrip(".") not in ("May", "June", "July", "May")
            name = (name[:3] if name[:4] != "Sept" else "Sept")[: 3 if match[0].islower() else 4] if short else name
            name += "." if match[0].endswith(".") and name != "May" else ""
        else:
            same = [w for w, (lang, _) in months.items() if lang == found[0] and abs(len(w) - len(match[0])) < 3] or [
                match[0]
            ]
            name = rng.choice(same)
            name = name.capitalize() if match[0][0].isupper() else name
        return name.upper() if match[0].isupper() and len(match[0]) > 3 else name

    def number(match: re.Match[str]) -> str:
        digits = match[0]
        if len(digits) == 4 and digits[:2] in ("18", "19", "20"):
            return str(rng.randint(1975, 2025) if rng.random() < 0.95 else rng.randint(1850, 1974))
        return str(rng.randint(1, 12 if int(digits) <= 12 else 28)).zfill(len(digits) if digits[0] == "0" else 1)

    return re.sub(r"\d+", number, _MONTH.sub(month, like))


def digits(rng: random.Random, like: str) -> str:
    """Other digits in the same places."""

    def other(match: re.Match[str]) -> str:
        n = len(match[0])
        if n == 4 and match[0][:2] in ("19", "20"):
            return str(rng.randint(1950, 2025))
        if n == 2 and match[0] < "29":
            return str(rng.randint(10, 28))
        return str(rng.randint(10 ** (n - 1), 10**n - 1)) if n > 1 or rng.random() < 0.7 else str(rng.randint(1, 60))

    return re.sub(r"\d+", other, like)
