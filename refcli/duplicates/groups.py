"""References -> groups of those that are one work, with what agrees and what differs in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, TypeAlias

from refcli.duplicates.candidates import candidates
from refcli.duplicates.evidence import Evidence, Judgement, judge, out_of_question
from refcli.duplicates.look import Look, look_at
from refcli.model import Reference

LIKELY: Final = 0.5
SURE: Final = 0.95
_PLAIN: Final = 0.3
"""From here on, pairs that are out of question need no further look."""
_APART: Final = -4.0
"""Two members of a group whose score is below this keep their groups apart, whoever joins them."""
_LARGEST: Final = 30
"""Members of a group: no library has one work so often, but series whose parts are alike; and all pairs of a group are judged."""

Pair: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """References (by index) that are one work. `confidence` is that of the weakest link that holds the group together.

    `agree` and `differ` name fields, each with a word on how where that is not plain ("title (shortened)").
    """

    members: tuple[int, ...]
    confidence: float
    agree: tuple[str, ...]
    differ: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether the group may be merged unseen: nothing differs, and the title (or an identifier) is the same."""
        plain = {"title", "title (spelling)", "doi"} & set(self.agree)
        return self.confidence >= SURE and not self.differ and bool(plain)


def find_duplicates(
    references: Sequence[Reference],
    *,
    apart: Collection[frozenset[int]] = (),
    at_least: float = LIKELY,
    new_from: int = 0,
) -> tuple[Group, ...]:
    """The groups, in the order of their first members. Pairs in `apart` are never joined. Pure; never raises.

    With `new_from` only what stands from there on is compared, with all else and among itself.
    """
    looks = [look_at(reference) for reference in references]
    links = {
        (i, j): judgement
        for i, j in candidates(looks)
        if j >= new_from
        and frozenset((i, j)) not in apart
        and not (at_least >= _PLAIN and out_of_question(looks[i], looks[j]))
        and (judgement := judge(looks[i], looks[j])).confidence >= at_least
    }
    groups = _join(links, lambda i, j: frozenset((i, j)) not in apart and judge(looks[i], looks[j]).score > _APART)
    return tuple(_group(members, confidence, looks) for members, confidence in sorted(groups))


def compare(one: Reference, other: Reference) -> Group:
    """What speaks for the two being one work and against it, however unlikely that is; indexes 0 and 1."""
    looks = (look_at(one), look_at(other))
    return _group((0, 1), judge(*looks).confidence, looks)


def _join(links: Mapping[Pair, Judgement], fits: Callable[[int, int], bool]) -> Iterable[tuple[tuple[int, ...], float]]:
    """Groups with their weakest link: the surest links first, and none between groups of which two members don't fit."""
    groups: dict[int, tuple[tuple[int, ...], float]] = {}
    for (i, j), judgement in sorted(links.items(), key=lambda item: (-item[1].score, item[0])):
        (one, weakest), (other, weak) = groups.get(i, ((i,), 1.0)), groups.get(j, ((j,), 1.0))
        if (
            one == other
            or len(one) + len(other) > _LARGEST
            or not all(fits(a, b) for a in one for b in other if {a, b} != {i, j})
        ):
            continue
        joined = tuple(sorted((*one, *other))), min(weakest, weak, judgement.confidence)
        groups |= dict.fromkeys(joined[0], joined)
    return set(groups.values())


def _group(members: tuple[int, ...], confidence: float, looks: Sequence[Look]) -> Group:
    """A field agrees where it agrees in every pair that states it."""
    found: dict[str, Evidence] = {}
    for i, j in combinations(members, 2):
        for evidence in judge(looks[i], looks[j]).evidence:
            known = found.get(evidence.field)
            if known is None or (evidence.weight, not evidence.words) < (known.weight, not known.words):
                found[evidence.field] = evidence
    agree, differ = ([_told(one) for one in found.values() if one.agrees is wanted] for wanted in (True, False))
    return Group(members, confidence, tuple(agree), tuple(differ))


def _told(evidence: Evidence) -> str:
    return f"{evidence.field} ({evidence.words})" if evidence.words else evidence.field
