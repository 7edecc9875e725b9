"""python -m tests.measure.teaching: what 100 corrections of one house's lists bring on 50 more of the same house.

Three houses with habits that no model has seen: outlet first and author last; Polish with »«; field tags as databases export them.
Values come from training/made.py; the labels are known by construction.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from refcli.parsing.labelling.labels import label, use_taught
from refcli.parsing.learning import Correction, correction, teach
from refcli.parsing.learning.corrections import fields_of
from training.handmade import parts
from training.made import Pools, body, date, digits, outlet, title, url, words

_POOLS = Pools()
_NEWS, _JOURNALS = ("newspaper", "wire", "magazine", "website"), ("journal",)


def _authors(rng: random.Random, shape: str, joint: str) -> str:
    if rng.random() < 0.15:
        return body(rng)
    names = [(rng.choice(words()["given"]), rng.choice(words()["family"])) for _ in range(rng.choice((1, 1, 1, 2)))]
    return joint.join(
        shape.format(given=given, family=family, initial=given[0], capitals=family.upper()) for given, family in names
    )


def _values(rng: random.Random, shape: str, joint: str) -> dict[str, str]:
    return {
        "author": _authors(rng, shape, joint), "title": title(rng, _POOLS), "news": outlet(rng, _NEWS), "journal": outlet(rng, _JOURNALS),
        "body": body(rng), "city": rng.choice(words()["cities"]), "year": str(rng.randint(1995, 2024)), "day": date(rng, "3 March 2015"),
        "dots": date(rng, "12.04.2015"), "volume": str(rng.randint(2, 90)), "issue": str(rng.randint(1, 6)), "pages": digits(rng, "114-137"),
        "page": str(rng.randint(1, 40)), "number": digits(rng, "WP 12/2015"), "url": url(rng, "https://www."),
    }  # fmt: skip


HOUSES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "outlet first": ("{given} {family}", " & ", (
        "{{container:{news}}} ({{place:{city}}}), {{date:{day}}}: {{title:{title}}} [{{author:{author}}}]",
        "{{publisher:{body}}}: {{title:{title}}} ({{number:{number}}}), {{place:{city}}} {{date:{year}}} [{{author:{author}}}]",
        "{{container:{journal}}} {{volume:{volume}}}/{{issue:{issue}}} ({{date:{year}}}), {{pages:{pages}}}: {{title:{title}}} [{{author:{author}}}]",
        "{{title:{title}}}, {{url:{url}}}, {{accessed:{day}}} [{{author:{author}}}]",
    )),
    "Polish": ("{capitals} {initial}.", ", ", (
        "{{author:{author}}}, »{{title:{title}}}«, w: {{container:{news}}} z {{date:{dots}}}, s. {{pages:{page}}}",
        "{{author:{author}}}, {{title:{title}}}, {{genre:raport}} {{number:{number}}}, {{publisher:{body}}}, {{place:{city}}} {{date:{year}}}",
        "{{author:{author}}}, »{{title:{title}}}«, {{container:{journal}}} {{date:{year}}}, {{volume:t. {volume}}}, {{issue:z. {issue}}}, {{pages:s. {pages}}}",
        "{{author:{author}}}, {{title:{title}}}, dostęp: {{url:{url}}} ({{accessed:{dots}}})",
    )),
    "field tags": ("{family} {initial}", "; ", (
        "AU {{author:{author}}} TI {{title:{title}}} SO {{container:{news}}} PY {{date:{day}}} PG {{pages:{page}}} UR {{url:{url}}}",
        "AU {{author:{author}}} TI {{title:{title}}} PB {{publisher:{body}}} PL {{place:{city}}} PY {{date:{year}}} NO {{number:{number}}}",
        "TI {{title:{title}}} SO {{container:{news}}} PY {{date:{day}}}",
    )),
}  # fmt: skip


def corrections(house: str, count: int, seed: int) -> list[Correction]:
    """So many references of a house, rightly labelled."""
    shape, joint, forms = HOUSES[house]
    rng = random.Random(f"{house} {seed}")
    out = []
    while len(out) < count:
        found = parts(rng.choice(forms).format(**_values(rng, shape, joint)))
        made = correction({"text": "".join(said for _, said in found), "segments": [list(pair) for pair in found]})
        out += [made] if isinstance(made, Correction) else []
    return out


def right(kept: list[Correction], labels: Callable[[Correction], list[str]]) -> int:
    """How many have all fields right."""
    return sum(fields_of(one.text, one.tokens, labels(one)) == one.fields for one in kept)


def main() -> None:
    """Print the table."""
    for house in HOUSES:
        found = corrections(house, 150, 1)
        read: Callable[[Correction], list[str]] = lambda one: label(one.text, one.tokens).labels  # noqa: E731
        before, start = right(found[100:], read), time.perf_counter()
        taught = teach(found[:100])
        seconds = time.perf_counter() - start
        use_taught(taught.model)
        after = right(found[100:], read)
        use_taught(None)
        changed = taught.others - taught.others_same
        print(
            f"{house:14} 50 kept back, all fields right: {before} -> {after}; left out of 100: {taught.before.right} -> {taught.after.right};"
            f" of {taught.others} others read otherwise: {changed}; model {len(taught.model) // 1024} KiB; {seconds:.1f} s"
        )


if __name__ == "__main__":
    main()
