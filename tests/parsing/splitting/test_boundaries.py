"""Where in a paragraph one reference ends and the next begins."""

from __future__ import annotations

import pytest

from refcli.parsing.splitting.boundaries import WEIGHTS, odds, signals
from refcli.parsing.splitting.runon import SURE, places, run_on


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Brandt, H. (1999). Fisheries after the collapse. Marine Affairs, 4, 12-30.", "Chukwu, N. (2003). Monitoring fleets. Ocean Review, 11, 201-244."),
        ("Brandt, H., Fisheries after the collapse, Marine Affairs 4 (1999) 12-30;", "E. Dahl, Quotas and quarrels, Havet 2001"),
        ("Okonjo, A. 2003. Ports of call and the long roads inland. Lagos: Delta Press.", "World Bank. 2019. Logistics of landlocked states. Washington: World Bank."),
    ],
)  # fmt: skip
def test_an_entry_ends(before: str, behind: str) -> None:
    assert odds(before, behind) > 0


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Brandt, H. (1999). Fisheries after the collapse.", "Marine Affairs, 4, 12-30."),
        ("Ballance, Robert A. ;", "Maccabe, Arthur B.: The program web. In: SIGPLAN Notices Bd. 25 (1990), S. 257–271."),
        ("Dahl, E. (2001). Quotas and quarrels. In A. Ivanova, L. F.", "Beltrán and J. E. Rangel, Harbours in development (2018), pp. 59-76."),
        ("Rojas, R. (2019), Puertos y aduanas. En Luz Medina (Coordinadora), Integración.", "México, Universidad del Golfo. 1a edición 2019."),
    ],
)  # fmt: skip
def test_an_entry_goes_on(before: str, behind: str) -> None:
    assert odds(before, behind) < 0


def test_every_weight_is_that_of_a_signal_or_a_label() -> None:
    seen = signals("Dahl, E. (2001). Quotas. Havet.", "Ekberg, O. 2002. Reefs. Tideway Press.")
    kinds = {"ends ", "begins ", "sure ", "known "}
    loose = {name for name in WEIGHTS if not name.startswith(tuple(kinds))}
    assert loose - set(seen) <= {"semicolon", "digit", "bracket", "quotation mark", "other sign", "stop"}


def test_places_are_behind_signs_and_numbers() -> None:
    words = "Dahl, E. Quotas; and Moe, R. Reefs 4 Kay"
    assert [words[place.start : place.end] for place in places(words)] == [" ", "; and ", " ", " "]
    assert [words[place.end :][:3] for place in places(words)] == ["Quo", "Moe", "Ree", "Kay"]


def test_a_higher_bar_cuts_less() -> None:
    words = "Dahl, E. (2001). Quotas and quarrels of the north. Bergen: Havet. Ekberg, O. (2002). Artificial reefs in time. Oslo: Tideway."
    assert len(run_on(words)) == 2
    assert len(run_on(words, bar=SURE + 100)) == 1


def test_a_paragraph_that_joins_by_semicolons_is_cut_at_no_stop() -> None:
    entries = [
        "Okonjo, A. (2010). Ports and tides, pp. 20–44. K. Moe and A. Lie (eds.), Harbours of the north, 2011",
        "Dahl, E., and C. N. Moe. 2003. “Quotas and quarrels in the north.” Marine Affairs 8, 22-31",
        "Brandt, H. (1999). Fisheries after the collapse of the fleets. Marine Affairs, 4, 12-30",
        "Ekberg, O. 2004. Reefs in the making. Lund: Tideway Press",
        "Fossum, B. 2014. Fake anchors throughout history. Oslo: Havet",
    ]
    words = "; ".join(entries)
    assert [span.of(words) for span in run_on(words)] == entries
