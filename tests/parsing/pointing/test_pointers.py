"""What points back to a work, which one it means, and at which place; what is a work of its own."""

from __future__ import annotations

import pytest

from refcli.parsing import Entry, Parsed, Unparsed, find_entries, parse_entries, works_of
from refcli.parsing.pointing.pointers import Pointer, pointer
from refcli.parsing.pointing.resolve import resolve
from refcli.text import Span


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("Ibid.", Pointer()),
        ("Ibid., p. 45.", Pointer(locator="p. 45")),
        ("*Ibid.*, pp. 3–4.", Pointer(locator="pp. 3–4")),
        ("(ibid., 12)", Pointer(locator="12")),
        ("Id. at 5.", Pointer(locator="5")),
        ("Id.", Pointer()),
        ("See also id. at 4 (emphasis added).", Pointer(locator="4")),
        ("Idem, 12-13", Pointer(locator="12-13")),
        ("Ibid. The author adds that it was never ratified.", Pointer()),
        ("Ebd., S. 5", Pointer(locator="S. 5")),
        ("Там же. С. 15.", Pointer(locator="С. 15")),
        ("Ibíd., pág. 8", Pointer(locator="pág. 8")),
        ("同上", Pointer()),
        ("Loc. cit.", Pointer()),
        ("McDermott, op. cit., p. 4.", Pointer("McDermott", "", "p. 4")),
        ("R. McDermott, op.cit., pp. 3-4", Pointer("R. McDermott", "", "pp. 3-4")),
        ("Müller, a. a. O., S. 17.", Pointer("Müller", "", "S. 17")),
        ("Тренин Д. Указ. соч. С. 34.", Pointer("Тренин Д", "", "С. 34")),
        ("supra note 12, at 5", Pointer("", "12", "5")),
        ("Supra note 3.", Pointer("", "3")),
        ("See note 12 above.", Pointer("", "12")),
        ("above n 12, 45", Pointer("", "12", "45")),
        ("Hamdan, supra note 4, at 560.", Pointer("Hamdan", "4", "560")),
        ("McDermott, Kazakhstan’s Reform, supra note 12, ¶ 4.", Pointer("McDermott, Kazakhstan’s Reform", "12", "¶ 4")),
        ("Crawford (n 3) 212–13.", Pointer("Crawford", "3", "212–13")),
        ("Cf. Anghie (n 2) 22.", Pointer("Anghie", "2", "22")),
        ("Koh, supra, at 2603.", Pointer("Koh", "", "2603")),
    ],
)  # fmt: skip
def test_words_that_point_back(words: str, means: Pointer) -> None:
    assert pointer(words) == means


@pytest.mark.parametrize(
    "words",
    [
        "ID cards in Kenya. Nairobi: KHRC, 2012.", "Identity politics. London: Verso, 2003.", "Supra, Ana. 2004. The law of rivers.",
        "Idea of Justice, The. 2009.", "Ders., Die Macht der Straße, Berlin 1999.", "Idem, “Base Politics”, Foreign Affairs, 2005.",
        "Smith, J. (2004). Title. London: X. See supra note 3.", "Ebden, P. 2001. Ports.", "",
    ],
)  # fmt: skip
def test_words_that_do_not(words: str) -> None:
    assert pointer(words) is None


NOTES = """Notes

1. Roger McDermott, Kazakhstan's Military Reform: A Case Study (Conflict Studies Research Centre, 2002), p. 3.
2. Ibid., p. 45.
3. Hamdan v. Rumsfeld, 548 U.S. 557 (2006).
4. Id. at 560.
5. Harold Hongju Koh, Why Do Nations Obey International Law?, 106 YALE L.J. 2599 (1997).
6. McDermott, op. cit., p. 4.
7. Hamdan, 548 U.S. at 580.
8. McDermott, Kazakhstan's Military Reform, p. 12.
9. Koh, supra note 5, at 2603.
10. See Koh (n 5) 2611.
11. Smith, op. cit., p. 3.
12. Harold Hongju Koh, The Trump Administration and International Law (Oxford University Press, 2018), p. 9.
13. Koh, op. cit., p. 7.
14. Supra note 77.
15. Convention on Cluster Munitions, Dublin, 30 May 2008 [hereinafter CCM].
16. CCM, supra note 15, art. 2.
"""


def by_number(text: str) -> dict[str, Parsed | Unparsed]:
    return {item.entry.number: item for item in parse_entries(find_entries(text).entries)}


@pytest.mark.parametrize(
    ("note", "means", "locator"),
    [
        ("2", "1", "p. 45"), ("4", "3", "560"), ("6", "1", "p. 4"), ("7", "3", "580"), ("8", "1", "p. 12"), ("9", "5", "2603"),
        ("10", "5", "2611"), ("16", "15", "art. 2"),
    ],
)  # fmt: skip
def test_resolved(note: str, means: str, locator: str) -> None:
    notes = by_number(NOTES)
    item = notes[note]
    assert isinstance(item, Unparsed)
    assert item.means == notes[means].entry
    assert item.locator == locator
    assert item.why.startswith("mentions again “")


@pytest.mark.parametrize(
    ("note", "why"),
    [
        ("11", "points to “Smith”, which is none of the entries before it"),
        ("13", "points to “Koh”, which is several of the entries before it"),
        ("14", "points to note 77, which is none of the entries before it"),
    ],
)
def test_not_resolved(note: str, why: str) -> None:
    item = by_number(NOTES)[note]
    assert item == Unparsed(item.entry, why)


def test_works_of_their_own_stay() -> None:
    notes = by_number(NOTES)
    assert [number for number, item in notes.items() if isinstance(item, Parsed)] == ["1", "3", "5", "12", "15"]


def entry(text: str, number: str = "") -> Entry:
    return Entry(text, Span(0, len(text)), number)


def test_ibid_of_the_first_and_behind_several() -> None:
    first = parse_entries([entry("Ibid., 4.")])[0]
    assert isinstance(first, Unparsed)
    assert first.why == "points to the entry before it, and it is the first"
    works = works_of(entry(TWO, "7"))
    items = list(resolve([*parse_entries(works), Unparsed(entry("Ibid.", "8"), "")]))
    last = items[-1]
    assert isinstance(last, Unparsed)
    assert last.means is None
    assert "has several works" in last.why


TWO = (
    "See Human Rights Watch, World Report 2020 (New York, 2020), at 45; see also Freedom House, Freedom in the World 2020 "
    "(Washington, 2020), at 12."
)


@pytest.mark.parametrize(
    ("note", "works"),
    [
        (TWO, ["See Human Rights Watch, World Report 2020 (New York, 2020), at 45", "see also Freedom House, Freedom in the World 2020 (Washington, 2020), at 12."]),
        ("Ibid.; but see Farid Amini, Oil and Order (Doha: Pearl Books, 2010), 44–46.", ["Ibid.", "but see Farid Amini, Oil and Order (Doha: Pearl Books, 2010), 44–46."]),
        ("Martti Koskenniemi, ‘The Politics of International Law’ (1990) 1 EJIL 4; Dapo Akande, ‘Immunities’ (2010) 21 EJIL 815.", ["Martti Koskenniemi, ‘The Politics of International Law’ (1990) 1 EJIL 4", "Dapo Akande, ‘Immunities’ (2010) 21 EJIL 815."]),
        ("Amini, “Order at Sea,” 27; Dahl, *Quotas and Quarrels*, 238; Moe, \"The Reefs,\" 503.", ["Amini, “Order at Sea,” 27", "Dahl, *Quotas and Quarrels*, 238", "Moe, \"The Reefs,\" 503."]),
        ("Amini, who was there in May, 27; Dahl, who came a day later, 28.", None),
        ("Smith J; Doe K; Roe L. Water and war. J Peace Res 2004;3(2):12-9.", None),
        ("Olcott, Martha. The Kazakhs. Stanford: Hoover Institution Press, 1995; see also section 3 above.", None),
        ("Ports of call; a history of the Baltic. Riga: Zvaigzne, 2004.", None),
    ],
)  # fmt: skip
def test_a_note_with_several_works(note: str, works: list[str] | None) -> None:
    found = works_of(entry(note, "7"))
    assert [work.text for work in found] == (works or [note])
    assert all(work.span.of(note) == work.text for work in found)
    if works:
        assert all(work.within == entry(note, "7") for work in found)


def test_idem_stands_for_the_author_before() -> None:
    text = "Cooley, Alexander. Great Games, Local Rules. Oxford: OUP, 2012.\n\nIdem, “Base Politics,” Foreign Affairs, November 2005.\n"
    read = parse_entries(find_entries("References\n\n" + text).entries)
    assert [str(item.reference.authors[0]) for item in read if isinstance(item, Parsed)] == ["Alexander Cooley"] * 2
