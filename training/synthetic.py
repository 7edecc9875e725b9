"""Seed -> policy references with known labels: records of policy kinds written in many habits, then dirtied.

The labelled sets that exist are scholarly; what policy writers cite (newspapers, wires, newsletters, reports, UN
documents, statutes, hearings, press releases, web pages) is made here. Titles are put together from a grammar of
ours, names from lists of common given and family names; no sentence comes from anywhere else.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import TypeAlias

from refcli.data.loader import table
from training import words as w

Segments: TypeAlias = list[tuple[str, str]]


def references(count: int, seed: int) -> Iterator[Segments]:
    """So many labelled references; the same ones for the same seed."""
    rng = random.Random(seed)
    for _ in range(count):
        kind = rng.choices(list(KINDS), weights=[weight for weight, _ in KINDS.values()])[0]
        yield dirty(rng, KINDS[kind][1](rng))


def person(rng: random.Random, habit: str) -> str:
    given, family = rng.choice(w.GIVEN), rng.choice(w.FAMILY)
    middle = f" {rng.choice('ABCDEFGHJKLMNPRSTVW')}." if rng.random() < 0.15 else ""
    if rng.random() < 0.06:
        family = rng.choice(("van der ", "de ", "von ", "al-", "del ", "El ", "bin ")) + family
    if rng.random() < 0.06:
        family = f"{family}-{rng.choice(w.FAMILY)}"
    initial = f"{given[0]}." + (f" {middle.strip()}" if middle else "")
    return {
        "first": f"{given}{middle} {family}",
        "inverted": f"{family}, {given}{middle}",
        "initials": f"{family}, {initial}",
        "bare": f"{family} {given[0]}{middle.strip(' .')}",
        "caps": f"{family.upper()}, {given}",
        "lead": f"{initial} {family}",
    }[habit]


def people(rng: random.Random, habit: str) -> str:
    count = rng.choices((1, 2, 3, 4), weights=(70, 18, 8, 4))[0]
    names = [
        person(rng, habit if i == 0 or habit in ("initials", "bare", "caps", "first", "lead") else "first")
        for i in range(count)
    ]
    if count > 1 and rng.random() < 0.08:
        return names[0] + rng.choice((" et al.", ", et al.", " and others"))
    joint = rng.choice((" and ", " & ", ", and ", ", & ", "; "))
    if count == 1:
        return names[0]
    return (rng.choice((", ", "; ")) if habit != "bare" else ", ").join(names[:-1]) + joint + names[-1]


def body(rng: random.Random) -> str:
    shape = rng.random()
    if shape < 0.45:
        return rng.choice(
            [row["name"] for row in table("outlets") if row["kind"] in ("igo", "ngo", "think-tank", "government")]
        )
    subject, country = rng.choice(w.SUBJECTS), rng.choice(w.COUNTRIES)
    return rng.choice((
        f"Ministry of {subject}", f"Ministry of {subject} of {country}", f"{country} Ministry of {subject}", f"Department of {subject}",
        f"U.S. Department of {subject}", f"Office of {subject}", f"{subject} Policy Institute", f"Institute for {subject} Studies",
        f"Centre for {subject} Research", f"Center for {subject} and Security", f"National Council on {subject}", f"{country} {subject} Agency",
        f"Government of {country}", f"{country} National Statistics Office", f"Committee on {subject}", f"Commission on {subject}",
        f"{subject} Watch", f"{country} {subject} Forum", f"International {subject} Organization", f"Bureau of {subject} Affairs",
        f"{country}, Ministry of {subject}", f"European {subject} Agency", f"Office of the {subject} Commissioner", f"{subject} Working Group",
    ))  # fmt: skip


def title(rng: random.Random, *, long: bool = False) -> str:
    country, other = rng.sample(w.COUNTRIES, 2)
    subject, aim = rng.choice(w.SUBJECTS), rng.choice(w.AIMS)
    short = rng.choice((
        f"{country} {rng.choice(w.VERBS)} {rng.choice(w.ADJECTIVES)} {rng.choice(w.NOUNS)}",
        f"{country}'s {rng.choice(w.ADJECTIVES)} {rng.choice(w.NOUNS)} {rng.choice(w.VERBS)} {rng.choice(w.NOUNS)}",
        f"{rng.choice(w.ADJECTIVES).capitalize()} {rng.choice(w.NOUNS)} in {country}",
        f"{rng.choice(w.NOUNS).capitalize()} and {rng.choice(w.NOUNS)}: {rng.choice(w.AIMS)} in {country}",
        f"The {rng.choice(w.NOUNS)} of {subject.lower()} in {country} and {other}",
        f"{country}-{other} {rng.choice(w.NOUNS)} {rng.choice(w.VERBS)} {subject.lower()} {rng.choice(w.NOUNS)}",
        f"{aim.capitalize()} the {rng.choice(w.NOUNS)}", f"Why {country} {rng.choice(w.VERBS)} {rng.choice(w.NOUNS)}",
        f"What {country} wants from {other}", f"{subject} {rng.choice(w.NOUNS)} {rng.randint(1990, 2024)}", f"How to {rng.choice(w.AIMS)} {subject.lower()}?",
        f"{rng.choice(w.NOUNS).capitalize()} {rng.choice(w.VERBS)} in {country}, {rng.choice(w.BODIES)} says",
        f"{country} minister {rng.choice(w.VERBS)} {rng.choice(w.ADJECTIVES)} {rng.choice(w.NOUNS)}",
        f"{country}: {rng.choice(w.NOUNS)} {rng.choice(w.VERBS)} after {rng.choice(w.NOUNS)}",
    ))  # fmt: skip
    if long or rng.random() < 0.2:
        short += rng.choice((": ", " – ", ". ", ": ")) + rng.choice((
            f"{rng.choice(w.ADJECTIVES).capitalize()} {rng.choice(w.NOUNS)} for {rng.choice(w.AIMS)} {subject.lower()}",
            f"Lessons from {other}", f"A {rng.choice(w.ADJECTIVES)} {rng.choice(w.NOUNS)}", f"An Assessment of {country}",
        ))  # fmt: skip
    if rng.random() < 0.5:
        small = {"and", "of", "in", "the", "for", "from", "to", "after", "a", "on", "with"}
        short = " ".join(
            word if word in small and i else word[:1].upper() + word[1:] for i, word in enumerate(short.split(" "))
        )
    return short


def outlet(rng: random.Random, *kinds: str) -> str:
    if rng.random() < 0.35:
        place = rng.choice((*w.COUNTRIES, *w.CITIES))
        return rng.choice((f"{place} Times", f"The {place} Herald", f"{place} Daily", f"{place} Post", f"The {place} Review", f"{place} Monitor",
            f"{place} Newsline", f"{place} Weekly", f"{place} News Agency", f"{place} Tribune", f"The {place} Observer", f"{place} Gazette",
            f"{place} Today", f"{rng.choice(w.SUBJECTS)} Brief", f"{rng.choice(w.SUBJECTS)} Analyst", f"Daily {rng.choice(w.SUBJECTS)} Bulletin"))  # fmt: skip
    row = rng.choice([row for row in table("outlets") if row["kind"] in kinds])
    return rng.choice((row["name"], row["name"], row["name"], *row.get("aliases", ())))


def date(rng: random.Random, habit: str) -> str:
    year, month, day = rng.randint(1985, 2025), rng.randint(1, 12), rng.randint(1, 28)
    name, short = w.MONTHS[month - 1], w.SHORT[month - 1]
    return {
        "us": f"{name} {day}, {year}", "us-short": f"{short} {day}, {year}", "eu": f"{day} {name} {year}", "eu-short": f"{day} {short} {year}",
        "year": str(year), "month": f"{name} {year}", "month-comma": f"{name}, {year}", "apa": f"{year}, {name} {day}", "apa-month": f"{year}, {name}",
        "iso": f"{year}-{month:02d}-{day:02d}", "dots": f"{day:02d}.{month:02d}.{year}", "slash": f"{month}/{day}/{year}", "letter": f"{year}{rng.choice('abc')}",
        "season": f"{rng.choice(('Spring', 'Summer', 'Fall', 'Winter', 'Autumn'))} {year}", "nd": rng.choice(("n.d.", "undated", "n.d")),
        "several": f"{name} {day}, {day + 1}" + rng.choice((", and other dates", f", {year}", "", f" and {day + 3}, {year}", ", and passim")), "none": f"{name} {day}",
        "range": f"{name} {day}-{day + 2}, {year}", "ordinal": f"{day}th {name} {year}",
    }[habit]  # fmt: skip


def any_date(rng: random.Random) -> str:
    return date(rng, rng.choices(
        ("us", "us-short", "eu", "eu-short", "month", "month-comma", "iso", "dots", "slash", "year", "season", "several", "none", "range", "ordinal"),
        weights=(28, 8, 18, 5, 6, 2, 3, 3, 1, 8, 1, 2, 1, 1, 1))[0])  # fmt: skip


def author(rng: random.Random, share_of_bodies: float = 0.2) -> str:
    if rng.random() < share_of_bodies:
        return body(rng)
    return people(
        rng, rng.choices(("first", "inverted", "initials", "bare", "caps", "lead"), weights=(28, 30, 25, 4, 3, 10))[0]
    )


def url(rng: random.Random) -> str:
    host = rng.choice([row["domain"] for row in table("outlets") if row.get("domain")])
    slug = "-".join(rng.choice(w.NOUNS).replace(" ", "-") for _ in range(rng.randint(1, 4)))
    tail = rng.choice(
        (
            f"/{slug}",
            f"/{rng.randint(2001, 2024)}/{rng.randint(1, 12):02d}/{slug}.html",
            f"/{slug}/{rng.randint(100, 99999)}",
            f"/docs/{slug}.pdf",
            "",
            f"/article.php?id={rng.randint(10, 9999)}",
        )
    )
    return rng.choice(("https://www.", "http://www.", "https://", "www.")) + host + tail


def web(rng: random.Random, chance: float) -> Segments:
    """An address with what leads to it, and the day of the visit."""
    if rng.random() > chance:
        return []
    visit = any_full(rng)
    style = rng.random()
    address = ("url", url(rng))
    if style < 0.35:
        return [("other", rng.choice((". ", ", ", " "))), address]
    if style < 0.5:
        return [
            (
                "other",
                rng.choice((". Available at: ", ", available at ", ". Available from ", ", online at ", ", at ")),
            ),
            address,
        ]
    if style < 0.62:
        return [("other", ". Retrieved "), ("accessed", visit), ("other", ", from "), address]
    if style < 0.7:
        return [("other", rng.choice((". Retrieved from ", ". URL: ", " <", ". Online: "))), address]
    if style < 0.85:
        return [
            ("other", rng.choice((", ", ". ", " "))),
            address,
            (
                "other",
                rng.choice(
                    (" (accessed ", ", accessed ", " [accessed ", " (last accessed ", ", last visited ", " (retrieved ")
                ),
            ),
            ("accessed", visit),
            ("other", rng.choice((")", "", "]"))),
        ]
    return [
        ("other", rng.choice((" Accessed ", ". Accessed on ", ", accessed "))),
        ("accessed", visit),
        ("other", rng.choice((". ", ", ", ": "))),
        address,
    ]


def any_full(rng: random.Random) -> str:
    return date(rng, rng.choices(("us", "eu", "us-short", "eu-short", "iso", "dots"), weights=(4, 4, 1, 1, 1, 1))[0])


def quoted(rng: random.Random, words: str, after: str = ",") -> Segments:
    """A title between marks, the comma in- or outside."""
    style = rng.random()
    left, right = rng.choice((("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»")) if style < 0.75 else (("", ""),))
    if not left:
        return [("title", words), ("other", after + " ")]
    inside = rng.random() < 0.6
    return [("other", left), ("title", words), ("other", (after + right if inside else right + after) + " ")]


def italic(rng: random.Random, label: str, words: str) -> Segments:
    mark = rng.choice(("", "", "", "", "*", "_"))
    return [("other", mark), (label, words), ("other", mark)] if mark else [(label, words)]


def story(rng: random.Random) -> Segments:
    """A newspaper, wire, newsletter or magazine article."""
    name = outlet(rng, "newspaper", "magazine", "newsletter", "wire", "broadcaster", "website")
    style, who = rng.random(), [] if rng.random() < 0.2 else [("author", author(rng, 0.08))]
    if style < 0.36:
        year_first = [
            ("other", " ("),
            ("date", date(rng, rng.choice(("apa", "apa", "apa", "year", "apa-month", "letter", "us")))),
            ("other", rng.choice((").  ", "). ", "), ", "): "))),
        ]
        head = [*who, ("other", rng.choice((".", "", " .", ","))), *year_first] if who else []
        close = rng.choice((". ", ".  ", ", ", "? ", " "))
        tail = [] if who else year_first
        return [
            *head,
            ("title", title(rng)),
            ("other", close),
            *tail,
            *italic(rng, "container", name),
            *section(rng),
            *web(rng, 0.35),
            ("other", rng.choice((".", ".", ""))),
        ]
    if style < 0.8:
        comma = rng.choice((", ", ", ", ". ", ": "))
        head = [*who, ("other", comma)] if who else []
        return [
            *head,
            *quoted(rng, title(rng), rng.choice((",", ",", "."))),
            *italic(rng, "container", name),
            *place_of(rng),
            ("other", rng.choice((", ", " (", ", ", ". "))),
            ("date", any_date(rng)),
            *section(rng),
            *web(rng, 0.3),
            ("other", "."),
        ]
    if style < 0.88:
        return [
            *italic(rng, "container", name),
            ("other", rng.choice((", ", ": ", ". "))),
            *quoted(rng, title(rng)),
            ("date", any_date(rng)),
            *section(rng),
            *web(rng, 0.3),
            ("other", rng.choice((".", ""))),
        ]
    if style < 0.92:
        return [
            ("author", name),
            ("other", rng.choice((", ", ". "))),
            *quoted(rng, title(rng)),
            ("date", any_date(rng)),
            *web(rng, 0.4),
            ("other", "."),
        ]
    return [
        *who,
        ("other", ": "),
        ("title", title(rng)),
        ("other", rng.choice((", in: ", ". In: ", ", "))),
        ("container", name),
        ("other", ", "),
        ("date", any_date(rng)),
        *section(rng),
        ("other", "."),
    ]


def section(rng: random.Random) -> Segments:
    if rng.random() > 0.2:
        return []
    page = rng.choice(
        (
            f"p. {rng.randint(1, 40)}",
            f"{rng.choice('ABC')}{rng.randint(1, 20)}",
            f"pp. {rng.randint(1, 20)}-{rng.randint(21, 40)}",
            f"{rng.randint(1, 40)}",
            f"p. {rng.choice('ABC')}{rng.randint(1, 20)}",
        )
    )
    return [("other", rng.choice((", ", ", sec. A, ", ": ") if rng.random() < 0.2 else (", ",))), ("pages", page)]


def place_of(rng: random.Random) -> Segments:
    return [("other", " ("), ("place", rng.choice(w.CITIES)), ("other", ")")] if rng.random() < 0.08 else []


def report(rng: random.Random) -> Segments:
    """A paper of a think tank, an agency, an organisation; with or without a number."""
    publisher, number = body(rng), serial(rng)
    who = author(rng, 0.45)
    numbered = (
        [("other", rng.choice((" (", ", ", ". "))), ("number", number), ("other", "")] if rng.random() < 0.4 else []
    )
    bracket = [("other", ")")] if numbered and "(" in numbered[0][1] else []
    place = [("place", rng.choice(w.CITIES)), ("other", ": ")] if rng.random() < 0.45 else []
    style = rng.random()
    if style < 0.45:
        when = date(rng, rng.choice(("year", "year", "apa-month", "apa", "letter", "nd")))
        return [
            ("author", who),
            ("other", rng.choice((" (", ". (", "  ("))),
            ("date", when),
            ("other", rng.choice((") ", "). ", "), ", "): "))),
            *italic(rng, "title", title(rng, long=True)),
            *numbered,
            *bracket,
            ("other", rng.choice((". ", ", "))),
            *place,
            ("publisher", publisher),
            *web(rng, 0.5),
            ("other", "."),
        ]
    if style < 0.6:
        when = date(rng, rng.choice(("year", "month", "us", "eu")))
        return [
            ("author", who),
            ("other", ". "),
            ("date", date(rng, "year") if rng.random() < 0.5 else when),
            ("other", ". "),
            *quoted(rng, title(rng, long=True), "."),
            *numbered,
            *bracket,
            ("other", ". "),
            *place,
            ("publisher", publisher),
            *web(rng, 0.4),
            ("other", "."),
        ]
    when = date(rng, rng.choice(("year", "month", "us", "eu", "month-comma")))
    brackets = rng.random() < 0.5
    published = [*place, ("publisher", publisher), ("other", ", "), ("date", when)]
    return [
        ("author", who),
        ("other", rng.choice((", ", ". "))),
        *quoted(rng, title(rng, long=True)),
        *numbered,
        *bracket,
        ("other", " (" if brackets else ", "),
        *published,
        ("other", ")" if brackets else ""),
        *pinpoint(rng),
        *web(rng, 0.4),
        ("other", "."),
    ]


def serial(rng: random.Random) -> str:
    n, year = rng.randint(1, 240), rng.randint(1998, 2024)
    return rng.choice(
        (
            f"Policy Brief No. {n}",
            f"Working Paper {n}",
            f"Report No. {n}",
            f"Occasional Paper {n}",
            f"GAO-{year % 100:02d}-{rng.randint(100, 999)}",
            f"R{rng.randint(40000, 47999)}",
            f"RL{rng.randint(30000, 34999)}",
            f"Europe Report N°{n}",
            f"Research Paper no. {n}",
            f"Discussion Paper {n}/{year}",
            f"RR-{rng.randint(1000, 3000)}",
            f"COM({year}) {n} final",
            f"Briefing {n}",
            f"Special Report {n}",
        )
    )


def pinpoint(rng: random.Random) -> Segments:
    if rng.random() > 0.2:
        return []
    n = rng.randint(1, 300)
    return [("other", ", "), ("pages", rng.choice((f"p. {n}", f"pp. {n}-{n + 5}", f"{n}", f"at {n}", f"{n}–{n + 3}")))]


def un_document(rng: random.Random) -> Segments:
    organ = rng.choice(("S", "S", "A", "E", "A/HRC"))
    year, n = rng.randint(1975, 2024), rng.randint(10, 2600)
    symbol = rng.choice(
        (
            f"{organ}/RES/{n}",
            f"S/RES/{n} ({year})",
            f"A/RES/{rng.randint(30, 78)}/{n % 300}",
            f"{organ}/{year}/{n}",
            f"A/{rng.randint(40, 78)}/{n}",
            f"UN Doc. {organ}/{year}/{n}",
            f"Resolution {n} ({year})",
            f"A/HRC/{rng.randint(1, 55)}/{n % 120}",
            f"E/CN.4/{year}/{n % 99}",
        )
    )
    council = rng.choice(
        (
            "United Nations Security Council",
            "UN Security Council",
            "UN General Assembly",
            "United Nations General Assembly",
            "United Nations",
            "Security Council",
            "UN Human Rights Council",
            "United Nations, Security Council",
        )
    )
    style = rng.random()
    if style < 0.3:
        return [
            ("author", council),
            ("other", rng.choice((", ", ". "))),
            ("title", f"Resolution {n} ({year})"),
            ("other", rng.choice((", ", ". "))),
            ("number", symbol),
            ("other", rng.choice((", ", " ("))),
            ("date", any_full(rng)),
            *web(rng, 0.3),
            ("other", "."),
        ]
    if style < 0.5:
        return [
            ("author", council),
            ("other", " ("),
            ("date", str(year)),
            ("other", "). "),
            (
                "title",
                rng.choice(
                    (
                        title(rng, long=True),
                        f"Resolution {n}: {title(rng)}",
                        f"Report of the Secretary-General on {rng.choice(w.SUBJECTS).lower()}",
                    )
                ),
            ),
            ("other", rng.choice((" (", ", ", ". "))),
            ("number", symbol),
            ("other", rng.choice((").", "."))),
            *web(rng, 0.3),
        ]
    if style < 0.8:
        return [
            ("author", council),
            ("other", ", "),
            *quoted(
                rng,
                rng.choice(
                    (
                        title(rng, long=True),
                        f"Report of the Secretary-General on {rng.choice(w.SUBJECTS).lower()} in {rng.choice(w.COUNTRIES)}",
                        f"Letter dated {date(rng, 'eu')} from the Permanent Representative of {rng.choice(w.COUNTRIES)}",
                    )
                ),
            ),
            ("number", symbol),
            ("other", ", "),
            ("date", any_full(rng)),
            *pinpoint(rng),
            *web(rng, 0.2),
            ("other", "."),
        ]
    return [
        (
            "title",
            rng.choice(
                (
                    f"UN Security Council Resolution {n}",
                    f"UNSC Res. {n}",
                    f"G.A. Res. {n}",
                    f"Security Council resolution {n} ({year})",
                )
            ),
        ),
        ("other", rng.choice((", ", " ("))),
        *([("number", symbol), ("other", ", ")] if rng.random() < 0.5 else []),
        ("date", any_full(rng)),
        ("other", rng.choice((").", "."))),
    ]


def law(rng: random.Random) -> Segments:
    year, n = rng.randint(1950, 2024), rng.randint(1, 2500)
    subject, country = rng.choice(w.SUBJECTS), rng.choice(w.COUNTRIES)
    act = rng.choice(
        (
            f"{subject} Act",
            f"{subject} Act of {year}",
            f"{subject} and Security Act {year}",
            f"{subject} Reform Act",
            f"Law on {subject}",
            f"Law of {country} on {subject}",
        )
    )
    number = rng.choice(
        (
            f"Pub. L. No. {rng.randint(90, 118)}-{n % 400}",
            f"{n % 130} Stat. {n}",
            f"{rng.randint(5, 50)} U.S.C. § {n}",
            f"H.R. {n}",
            f"S. {n}",
            f"No. {n}",
            f"Public Law {rng.randint(90, 118)}-{n % 400}",
        )
    )
    eu = rng.choice(
        (
            f"Regulation (EU) {year}/{n}",
            f"Directive {year}/{n}/EC",
            f"Regulation (EC) No {n}/{year}",
            f"Council Decision {year}/{n}/CFSP",
            f"Council Directive {year}/{n}/EEC",
        )
    )
    style = rng.random()
    if style < 0.35:
        return [
            ("title", act),
            ("other", ", "),
            ("number", number),
            ("other", rng.choice((", ", " ("))),
            ("date", rng.choice((str(year), any_full(rng)))),
            *web(rng, 0.25),
            ("other", rng.choice((").", "."))),
        ]
    if style < 0.6:
        return [
            *(
                [
                    (
                        "author",
                        rng.choice(
                            (
                                "European Union",
                                "European Parliament and Council",
                                "Council of the European Union",
                                "European Commission",
                            )
                        ),
                    ),
                    ("other", rng.choice((", ", ". "))),
                ]
                if rng.random() < 0.5
                else []
            ),
            ("title", eu + rng.choice(("", f" of {date(rng, 'eu')} on {subject.lower()}", f" on {subject.lower()}"))),
            ("other", rng.choice((", ", ". "))),
            ("container", rng.choice(("Official Journal of the European Union", "OJ"))),
            ("other", " "),
            ("volume", f"L {n % 350}"),
            ("other", ", "),
            ("date", rng.choice((str(year), any_full(rng)))),
            *section(rng),
            *web(rng, 0.25),
            ("other", "."),
        ]
    if style < 0.8:
        return [
            (
                "title",
                rng.choice(
                    (
                        f"Treaty on {subject}",
                        f"Convention on {subject}",
                        f"Agreement between {country} and {rng.choice(w.COUNTRIES)} on {subject.lower()}",
                        f"Protocol on {subject}",
                        f"Treaty between {country} and {rng.choice(w.COUNTRIES)} on {title(rng).lower()}",
                    )
                ),
            ),
            ("other", rng.choice((", ", " ("))),
            *([("note", "opened for signature"), ("other", " ")] if rng.random() < 0.15 else []),
            ("date", rng.choice((str(year), any_full(rng), any_full(rng)))),
            *(
                [
                    ("other", ", "),
                    ("volume", str(n)),
                    ("other", " "),
                    ("container", rng.choice(("UNTS", "U.N.T.S.", "U.S.T.", "ILM"))),
                    ("other", " "),
                    ("pages", str(rng.randint(1, 400))),
                ]
                if rng.random() < 0.6
                else []
            ),
            ("other", "."),
        ]
    a, b = (
        rng.choice(w.FAMILY),
        rng.choice((*w.FAMILY, "United States", "Commission", "Secretary of State", *w.COUNTRIES)),
    )
    return [
        ("title", f"{a} v. {b}"),
        ("other", ", "),
        ("volume", str(rng.randint(1, 590))),
        ("other", " "),
        ("container", rng.choice(("U.S.", "F.3d", "F. Supp. 2d", "I.C.J.", "US"))),
        ("other", " "),
        ("pages", str(rng.randint(1, 1300))),
        ("other", " ("),
        ("date", str(year)),
        ("other", ")."),
    ]


def hearing(rng: random.Random) -> Segments:
    committee = rng.choice(
        (
            f"Committee on {rng.choice(w.SUBJECTS)}",
            f"House Committee on {rng.choice(w.SUBJECTS)}",
            f"Senate Committee on {rng.choice(w.SUBJECTS)}",
            f"Subcommittee on {rng.choice(w.SUBJECTS)}",
            "Senate Foreign Relations Committee",
            "House Armed Services Committee",
        )
    )
    style, congress = rng.random(), f"{rng.randint(95, 118)}th Cong."
    if style < 0.5:
        return [
            ("title", title(rng, long=True)),
            ("other", ": "),
            ("note", f"Hearing before the {committee}, {congress}"),
            ("other", rng.choice((" (", ", "))),
            ("date", any_date(rng)),
            ("other", rng.choice((").", ") ", "."))),
            *([("note", f"(testimony of {person(rng, 'first')})"), ("other", ".")] if rng.random() < 0.4 else []),
        ]
    return [
        (
            "author",
            rng.choice(
                (person(rng, "first"), person(rng, "inverted"), f"U.S. Congress, {committee}", f"U.S. {committee}")
            ),
        ),
        ("other", rng.choice((", ", ". "))),
        *quoted(rng, title(rng, long=True)),
        (
            "note",
            rng.choice(
                (
                    f"testimony before the {committee}",
                    f"Statement before the {committee}",
                    f"hearing, {congress}, 1st sess.",
                    f"Hearing before the {committee}",
                )
            ),
        ),
        ("other", ", "),
        ("date", any_full(rng)),
        *web(rng, 0.3),
        ("other", "."),
    ]


def release(rng: random.Random) -> Segments:
    who = body(rng)
    genre = rng.choice(
        (
            "press release",
            "Press release",
            "Press Release",
            "statement",
            "fact sheet",
            "Fact Sheet",
            "news release",
            "media release",
            "remarks",
            "speech",
            "Press release no. " + str(rng.randint(1, 300)),
            "transcript",
        )
    )
    style = rng.random()
    if style < 0.4:
        return [
            ("author", who),
            ("other", " ("),
            ("date", date(rng, rng.choice(("apa", "year", "apa-month")))),
            ("other", "). "),
            *italic(rng, "title", title(rng, long=True)),
            ("other", rng.choice((" [", " (", ", "))),
            ("genre", genre),
            ("other", rng.choice(("]. ", "). ", ". "))),
            *web(rng, 0.5),
        ]
    if style < 0.75:
        return [
            ("author", who),
            ("other", ", "),
            *quoted(rng, title(rng, long=True)),
            ("genre", genre),
            ("other", ", "),
            ("date", any_date(rng)),
            *web(rng, 0.4),
            ("other", "."),
        ]
    return [
        ("author", person(rng, "first") if rng.random() < 0.5 else who),
        ("other", ", "),
        *quoted(rng, title(rng, long=True)),
        ("genre", rng.choice(("Remarks", "Speech", "Address", "speech", "remarks", "lecture"))),
        ("other", rng.choice((" at ", ", "))),
        ("place", rng.choice(w.CITIES)),
        ("other", ", "),
        ("date", any_full(rng)),
        ("other", "."),
        *web(rng, 0.4),
    ]


def page(rng: random.Random) -> Segments:
    """A web page of an organisation or a site."""
    who, site = rng.random() < 0.75, rng.random() < 0.5
    head = [("author", author(rng, 0.7))] if who else []
    when = [
        ("other", " ("),
        ("date", date(rng, rng.choice(("year", "nd", "apa", "year", "apa-month")))),
        ("other", rng.choice(("). ", "), ", ") ", "): "))),
    ]
    name = rng.choice((outlet(rng, "website", "igo", "ngo", "think-tank", "government"), body(rng)))
    place = [("other", rng.choice((". ", ", "))), *italic(rng, "container", name)] if site else []
    tail = web(rng, 1.0)
    if rng.random() < 0.6 and who:
        return [*head, *when, *italic(rng, "title", title(rng)), *place, *tail, ("other", rng.choice((".", "", ".")))]
    dated = [("other", ", "), ("date", any_date(rng))] if rng.random() < 0.6 else []
    quote = quoted(rng, title(rng), rng.choice((",", ".")))
    if not place:
        quote[-1] = ("other", quote[-1][1].rstrip(" ,."))
    else:
        place = place[1:]
    return [
        *head,
        *([("other", rng.choice((", ", ". ", ": ")))] if who else []),
        *quote,
        *place,
        *dated,
        *tail,
        ("other", rng.choice((".", ""))),
    ]


def article(rng: random.Random) -> Segments:
    name, vol, n, first = (
        outlet(rng, "journal", "magazine"),
        rng.randint(1, 120),
        rng.randint(1, 12),
        rng.randint(1, 700),
    )
    if rng.random() < 0.5:
        name = rng.choice(
            (
                "Journal of {} Studies",
                "{} Review",
                "International {} Quarterly",
                "Journal of {}",
                "{} and Society",
                "European Journal of {}",
            )
        ).format(rng.choice(w.SUBJECTS))
    issue = rng.choice(
        (
            [("other", "("), ("issue", str(n)), ("other", ")")],
            [("other", ", "), ("issue", f"no. {n}")],
            [("other", ", "), ("issue", f"No. {n}")],
            [],
        )
    )
    volume = rng.choice((str(vol), f"vol. {vol}", f"Vol. {vol}"))
    pages = rng.choice((f"{first}-{first + 17}", f"{first}–{first + 9}", f"pp. {first}-{first + 22}", f"{first}"))
    doi = (
        [
            ("other", rng.choice((". https://doi.org/", ", doi:", ". doi: "))),
            ("doi", f"10.{rng.randint(1000, 9999)}/{rng.choice('abcdefgh')}{rng.randint(100, 99999)}.{n}"),
        ]
        if rng.random() < 0.25
        else []
    )
    if doi and "http" in doi[0][1]:
        doi = [("other", ". "), ("url", "https://doi.org/" + doi[1][1])]
    if rng.random() < 0.5:
        return [
            ("author", author(rng, 0.03)),
            ("other", " ("),
            ("date", date(rng, rng.choice(("year", "letter", "year", "apa-month")))),
            ("other", rng.choice(("). ", ") ", "): ", "), "))),
            *quoted(rng, title(rng, long=True), rng.choice((".", ","))),
            *italic(rng, "container", name),
            ("other", ", "),
            ("volume", volume),
            *issue,
            ("other", rng.choice((", ", ": "))),
            ("pages", pages),
            *doi,
            ("other", "."),
        ]
    return [
        ("author", author(rng, 0.03)),
        ("other", rng.choice((", ", ". "))),
        *quoted(rng, title(rng, long=True), rng.choice((",", "."))),
        *italic(rng, "container", name),
        ("other", rng.choice((" ", ", "))),
        ("volume", volume),
        *issue,
        ("other", " ("),
        ("date", date(rng, rng.choice(("year", "season", "month")))),
        ("other", rng.choice(("): ", "), "))),
        ("pages", pages),
        *doi,
        ("other", "."),
    ]


def book(rng: random.Random) -> Segments:
    press = rng.choice(w.PRESSES)
    published = rng.choice(
        (
            [("place", rng.choice(w.CITIES)), ("other", ": "), ("publisher", press)],
            [("publisher", press)],
            [("place", rng.choice(w.CITIES)), ("other", ", "), ("publisher", press)],
        )
    )
    edition = (
        [
            ("other", rng.choice((", ", " ("))),
            ("edition", rng.choice(("2nd ed.", "3rd edition", "rev. ed.", "2nd edn"))),
        ]
        if rng.random() < 0.1
        else []
    )
    close = [("other", ")")] if edition and "(" in edition[0][1] else []
    chapter = rng.random() < 0.45
    editors = people(rng, "lead" if rng.random() < 0.5 else "first")
    inner = (
        [
            *quoted(rng, title(rng), rng.choice((",", "."))),
            ("other", rng.choice(("in ", "In ", "In: "))),
            *rng.choice(
                ([("editor", editors), ("other", " "), ("other", rng.choice(("(ed.), ", "(Eds.), ", "(eds.), ")))], [])
            ),
            ("container", title(rng, long=True)),
        ]
        if chapter
        else italic(rng, "title", title(rng, long=True))
    )
    late = [("other", ", "), ("editor", editors)] if False else []
    if rng.random() < 0.5:
        pages = (
            [("other", " ("), ("pages", f"pp. {rng.randint(1, 90)}-{rng.randint(91, 190)}"), ("other", ")")]
            if chapter
            else []
        )
        return [
            ("author", author(rng, 0.05)),
            ("other", rng.choice((" (", ". ("))),
            ("date", date(rng, rng.choice(("year", "letter", "year")))),
            ("other", rng.choice(("). ", "), ", "): "))),
            *inner,
            *edition,
            *close,
            *pages,
            *late,
            ("other", ". "),
            *published,
            ("other", "."),
        ]
    return [
        ("author", author(rng, 0.05)),
        ("other", rng.choice((", ", ". "))),
        *inner,
        *edition,
        *close,
        ("other", " ("),
        *published,
        ("other", ", "),
        ("date", date(rng, "year")),
        ("other", ")"),
        *pinpoint(rng),
        ("other", "."),
    ]


def bare(rng: random.Random) -> Segments:
    """An outlet alone as the source, with the dates that were used."""
    name = outlet(rng, "newsletter", "wire", "newspaper", "broadcaster", "website")
    lead = rng.choice(
        (
            "",
            "",
            "",
            "and as always: ",
            "also: ",
            "plus ",
            "and ",
            "See also ",
            "various issues of ",
            "and, as ever, ",
            "News from ",
        )
    )
    when = rng.choice(
        (
            date(rng, "several"),
            date(rng, "several"),
            date(rng, "none"),
            any_date(rng),
            date(rng, "month"),
            f"various dates, {rng.randint(1995, 2024)}",
            "various issues",
            f"{rng.choice(w.MONTHS)} {rng.randint(1, 9)}, {rng.randint(10, 16)}, {rng.randint(17, 28)}, and other dates",
        )
    )
    return [
        *([("other", lead)] if lead else []),
        ("author", name),
        ("other", rng.choice((", ", ": ", " (", ". "))),
        ("date", when),
        ("other", rng.choice((".", ".", "", ")"))),
    ]


KINDS: dict[str, tuple[int, Callable[[random.Random], Segments]]] = {
    "story": (30, story), "report": (20, report), "un_document": (8, un_document), "law": (8, law), "hearing": (4, hearing), "release": (7, release),
    "page": (14, page), "article": (5, article), "book": (7, book), "bare": (3, bare),
}  # fmt: skip


def dirty(rng: random.Random, segments: Segments) -> Segments:
    """What happens to lists: numbers in front, doubled and odd spaces, lost stops, straight quotes, notes around."""
    segments = [pair for pair in segments if pair[1]]
    roll = rng.random()
    if roll < 0.12:
        segments = [
            (
                "other",
                rng.choice(
                    (
                        f"{rng.randint(1, 140)}. ",
                        f"[{rng.randint(1, 90)}] ",
                        f"{rng.randint(1, 140)} ",
                        f"({rng.randint(1, 90)}) ",
                        f"{rng.randint(1, 99)}",
                    )
                ),
            )
        ] + segments
    elif roll < 0.17:
        segments = [
            ("note", rng.choice(("See", "See also", "See, e.g.,", "Cf.", "Quoted in", "For an overview, see", "see"))),
            ("other", " "),
        ] + segments
    if rng.random() < 0.04:
        segments = [
            *segments,
            ("other", " "),
            (
                "note",
                rng.choice(
                    (
                        "(emphasis added)",
                        "(in Russian).",
                        "Translated by the author.",
                        "Also in the print edition.",
                        "On file with the author.",
                    )
                ),
            ),
        ]
    if rng.random() < 0.12:
        segments = [(label, words.replace(" ", rng.choice(("  ", "\u00a0")), 1)) for label, words in segments]
    if rng.random() < 0.1:
        segments = [
            (label, words.translate({0x201C: 34, 0x201D: 34, 0x2018: 39, 0x2019: 39})) for label, words in segments
        ]
    if rng.random() < 0.05:
        segments = [(label, words.upper() if label in ("author", "title") else words) for label, words in segments]
    if rng.random() < 0.08 and segments[-1] == ("other", "."):
        segments = segments[:-1]
    return segments
