"""Clean entries -> lists as people and programs lay them out, dirt included, with the true places of the entries.

A list is made of pieces; a piece is text that is an entry, or text that is none. A shape turns entries into pieces; dirt
changes the words of entries or puts more between them; `put_together` gives the text and the spans.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable, Sequence
from typing import NamedTuple

from refcli.text import Span


class Piece(NamedTuple):
    """Some text of the list, and whether it is an entry."""

    text: str
    entry: bool


Shape = Callable[[random.Random, Sequence[str]], list[Piece]]


def put_together(pieces: Sequence[Piece]) -> tuple[str, list[Span]]:
    """The text, and where its entries stand."""
    out, spans, at = [], [], 0
    for piece in pieces:
        if piece.entry:
            spans.append(Span(at, at + len(piece.text)))
        out.append(piece.text)
        at += len(piece.text)
    return "".join(out), spans


def _wrapped(entry: str, width: int, indent: str, *, hyphens: bool = False) -> str:
    """The entry on lines of at most that width; the further ones indented."""
    lines = textwrap.wrap(entry, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=True) or [
        entry
    ]
    if hyphens:
        lines = _hyphenated(lines, indent)
    return "\n".join(lines)


def _hyphenated(lines: list[str], indent: str) -> list[str]:
    """Some words broken over two lines, as a typesetter does."""
    for i in range(len(lines) - 1):
        word = lines[i + 1].lstrip().split(" ")[0]
        if len(word) >= 8 and word.isalpha() and len(lines[i]) % 3 == 0:
            lines[i] += f" {word[:4]}-"
            lines[i + 1] = indent + word[4:] + lines[i + 1].lstrip()[len(word) :]
    return lines


def _joined(entries: Sequence[str], between: str, marks: Callable[[int], str] = lambda _: "") -> list[Piece]:
    out = []
    for i, entry in enumerate(entries):
        out += [Piece(marks(i), False), Piece(entry, True), Piece(between, False)]
    return out


def one_a_line(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    return _joined(entries, "\n")


def blank_between(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    return _joined(entries, "\n\n")


def hanging(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    width, indent = rng.randint(58, 105), " " * rng.choice([2, 3, 4, 5, 8])
    gap = rng.choice(["\n", "\n", "\n\n"])
    return _joined([_wrapped(entry, width, indent) for entry in entries], gap)


def hanging_tabs(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    return _joined([_wrapped(entry, rng.choice([70, 84]), "\t") for entry in entries], "\n")


def flush_blank(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    width = rng.randint(58, 105)
    return _joined([_wrapped(entry, width, "") for entry in entries], "\n\n")


def flush(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    width = rng.randint(58, 105)
    return _joined([_wrapped(entry, width, "") for entry in entries], "\n")


def flush_hyphens(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    width = rng.randint(50, 90)
    return _joined([_wrapped(entry, width, "", hyphens=True) for entry in entries], "\n")


def first_line_indent(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    width, indent = rng.randint(60, 95), " " * rng.choice([2, 4, 5])
    return _joined([_wrapped(entry, width, "") for entry in entries], "\n", lambda _: indent)


def double_spaced(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    width, indent = rng.randint(60, 90), rng.choice(["", "    ", "     "])
    return _joined([_wrapped(entry, width, indent).replace("\n", "\n\n") for entry in entries], "\n\n")


_NUMBERS: tuple[Callable[[int], str], ...] = (
    "{}. ".format, "[{}] ".format, "({}) ".format, "{}) ".format, "{} ".format, "{}.".format, "{}\t".format, "[{}]".format,
    "{}.\t".format, "  {}.   ".format, "- [{}] ".format, "\\[{}\\] ".format, "**{}.** ".format, "{}\\. ".format,
)  # fmt: skip


def numbered(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    mark = rng.choice(_NUMBERS)
    return _joined(entries, rng.choice(["\n", "\n\n"]), lambda i: mark(i + 1))


def numbered_wrapped(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    mark, width = rng.choice(_NUMBERS), rng.randint(58, 100)
    indent = " " * rng.choice([0, 0, 3, 4, 6])
    return _joined(
        [_wrapped(entry, width, indent) for entry in entries], rng.choice(["\n", "\n", "\n\n"]), lambda i: mark(i + 1)
    )


def numbered_apart(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """The number on a line of its own, as PDF extraction leaves it."""
    mark = rng.choice(["{}.\n", "[{}]\n", "{}\n"])
    width = rng.randint(60, 95)
    return _joined([_wrapped(entry, width, "") for entry in entries], "\n", lambda i: mark.format(i + 1))


def superscripts(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    high = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    mark = rng.choice(
        [
            lambda i: str(i + 1).translate(high) + " ",
            lambda i: str(i + 1).translate(high),
            lambda i: f"<sup>{i + 1}</sup> ",
            lambda i: f"^{i + 1}^ ",
            lambda i: str(i + 1),
        ]
    )
    return _joined(entries, rng.choice(["\n", "\n\n"]), mark)


def footnote_definitions(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    return _joined(entries, rng.choice(["\n", "\n\n"]), lambda i: f"[^{i + 1}]: ")


def bullets(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    mark = rng.choice(["- ", "* ", "• ", "– ", "·\t", "•\t", "  - ", "\\- ", "o "])
    if rng.random() < 0.5:
        entries = [_wrapped(entry, rng.randint(64, 96), rng.choice(["  ", ""])) for entry in entries]
    return _joined(entries, rng.choice(["\n", "\n", "\n\n"]), lambda _: mark)


def run_on(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """Several in one paragraph."""
    semicolons = rng.random() < 0.5
    out = []
    for i, entry in enumerate(entries):
        last = i + 1 == len(entries)
        out += [Piece(entry.rstrip(".") if semicolons and not last else entry, True)]
        out += [Piece("\n" if last or i % 5 == 4 else "; " if semicolons else " ", False)]
    return out


def keyed(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    return _joined(
        entries, "\n", lambda i: f"[{(re.sub(r'[^A-Za-z]', '', entries[i])[:3] or 'Ref').title()}{i % 90 + 10}] "
    )


def web_links(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """A publisher's page: after each entry a line of links."""
    links = rng.choice(
        [
            "Google Scholar",
            "[Google Scholar] [CrossRef]",
            "Article\nGoogle Scholar",
            "CrossRef Full Text | Google Scholar",
            "View in Article",
        ]
    )
    return _joined(entries, f"\n{links}\n" + rng.choice(["", "\n"]))


def wiki_backlinks(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    mark = rng.choice(["^ ", "↑ ", "^ a b ", "^ Jump up to: a b c "])
    return _joined(entries, "\n", lambda i: mark if i % 3 else "^ " if mark.startswith("^") else mark)


def returned(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """Footnotes of a web page, with the arrow back."""
    return _joined(entries, " ↩︎\n" if rng.random() < 0.5 else " ↩\n\n", lambda i: f"{i + 1}. ")


def html_paragraphs(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    open_, close = rng.choice([("<p>", "</p>\n"), ("<li>", "</li>\n"), ("", "<br>\n"), ("", "<br />\n")])
    return _joined(entries, close, lambda _: open_)


def two_spaces(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """Markdown's hard line breaks at the end of each line."""
    return _joined([entry + "" for entry in entries], "  \n")


def quoted_block(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    return _joined(entries, "\n>\n", lambda _: "> ")


def odd_blanks(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    return _joined(entries, "\n\n\n", lambda i: "\u00a0" if i % 4 == 0 else " " * (i % 3))


SHAPES: tuple[Shape, ...] = (
    one_a_line, blank_between, hanging, hanging_tabs, flush_blank, flush, flush_hyphens, first_line_indent, double_spaced,
    numbered, numbered_wrapped, numbered_apart, superscripts, footnote_definitions, bullets, run_on, keyed, web_links,
    wiki_backlinks, returned, html_paragraphs, two_spaces, quoted_block, odd_blanks,
)  # fmt: skip


def narrow_column(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """A column of a page set in two, as text taken from a PDF has it: short lines, broken words, indents kept or lost."""
    width, indent = rng.randint(34, 48), rng.choice(["", "", "  ", "    "])
    pieces = _joined([_wrapped(entry, width, indent, hyphens=True) for entry in entries], "\n")
    return page_breaks(rng, pieces)


def inline_numbers(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """All in one paragraph, each with its number: "[1] ... [2] ..."."""
    mark = rng.choice(["[{}] ", "({}) ", "{}. ", "{}) ", "[{}]"])
    return _filled(rng, _joined(entries, rng.choice([" ", " ", "; "]), lambda i: mark.format(i + 1)))


def run_on_filled(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """Paragraphs of five, filled to a width."""
    return _filled(rng, run_on(rng, entries))


def _filled(rng: random.Random, pieces: list[Piece]) -> list[Piece]:
    """Line ends in place of the spaces at a width."""
    width, column, out = rng.choice([60, 72, 90, 10_000]), 0, []
    for piece in pieces:
        words: list[str] = []
        for word in re.split(r"( )", piece.text):
            end = word == " " and column > width
            words.append("\n" if end else word)
            column = 0 if end or "\n" in word else column + len(word)
        out.append(Piece("".join(words), piece.entry))
    return out


def blanks_anywhere(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """Wrapped, and the blank lines between entries lost in places."""
    width, indent = rng.randint(60, 100), rng.choice(["", "", "    "])
    out = []
    for entry in entries:
        out += [Piece(_wrapped(entry, width, indent), True), Piece(rng.choice(["\n", "\n\n", "\n\n\n"]), False)]
    return out


def many_pages(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """Short pages with the author's name and the title above them by turns, each with the page number beside it."""
    width, indent = rng.randint(60, 90), rng.choice(["", "   ", "     "])
    pieces = _joined([_wrapped(entry, width, indent) for entry in entries], rng.choice(["\n", "\n\n"]))
    heads, page, count, out = ("Jane Okoro", "Rivers without Borders"), rng.randint(10, 200), 0, []
    for piece in pieces:
        text = ""
        for line in piece.text.splitlines(keepends=True):
            text += line
            count += line.endswith("\n")
            if line.endswith("\n") and count > 14:
                head = heads[page % 2]
                text += f"\n\f{page}{' ' * 30}{head}\n\n" if page % 2 else f"\n\f{head}{' ' * 30}{page}\n\n"
                count, page = 0, page + 1
        out.append(Piece(text, piece.entry))
    return out


def dashes_hanging(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """Sorted by author, further works of the same one behind dashes, hanging indents, no blank lines."""
    width, indent = rng.randint(60, 95), rng.choice(["", "    "])
    return _joined(
        [_wrapped(entry, width, indent) for entry in same_author_dashes(rng, sorted(entries, key=str.casefold))], "\n"
    )


def glued_superscripts(rng: random.Random, entries: Sequence[str]) -> list[Piece]:
    """Footnotes of a PDF: the number glued to the first word, lines wrapped without an indent."""
    width = rng.randint(64, 100)
    return _joined([_wrapped(entry, width, "") for entry in entries], rng.choice(["\n", "\n\n"]), lambda i: str(i + 1))


HARSH: tuple[Shape, ...] = (
    narrow_column, inline_numbers, run_on_filled, blanks_anywhere, many_pages, dashes_hanging, glued_superscripts,
)  # fmt: skip
"""What nobody lays out by hand, but conversion leaves."""


def page_breaks(rng: random.Random, pieces: list[Piece]) -> list[Piece]:
    """Page numbers and running heads every 30 to 45 lines, between entries and inside them."""
    every, page, count = rng.randint(30, 45), rng.randint(3, 180), 0
    head = rng.choice(["", "Bibliography", "The Politics of Water", "POLICY PAPER NO. 14", "REFERENCES"])
    feed = rng.choice(["", "\f"])
    out = []
    for piece in pieces:
        text = ""
        for line in piece.text.splitlines(keepends=True):
            count += line.endswith("\n")
            text += line
            if line.endswith("\n") and count >= every:
                number = rng.choice([f"{page}", f"{' ' * 40}{page}", f"- {page} -", f"Page {page}"])
                title = f"{feed}{head}\n\n" if head else feed
                text += f"\n{number}\n\n{title}"
                count, page = 0, page + 1
        out.append(Piece(text, piece.entry))
    return out


def same_author_dashes(rng: random.Random, entries: Sequence[str]) -> list[str]:
    """Every third entry by the author of the one before it."""
    dash = rng.choice(["———. ", "———, ", "---. ", "——— ", "_____. ", "—. ", "______ "])
    out = []
    for i, entry in enumerate(entries):
        behind = re.search(r"[.,] (?=\(?(?:19|20)\d\d|[“\"‘])", entry[:160])
        out.append(dash + entry[behind.end() :] if i % 3 == 2 and behind else entry)
    return out


def smudged(rng: random.Random, entries: Sequence[str]) -> list[str]:
    """Spaces lost and doubled, quotes and dashes changed, ligatures."""
    out = []
    for entry in entries:
        words = entry.split(" ")
        for _ in range(1 + len(words) // 15):
            i = rng.randrange(max(1, len(words) - 1))
            words[i] = words[i] + (" " if rng.random() < 0.5 else "")
        text = " ".join(words)
        if rng.random() < 0.3:
            text = text.replace(", ", ",", 1)
        text = text.replace("fi", "ﬁ").replace("fl", "ﬂ") if rng.random() < 0.3 else text
        out.append(text.strip())
    return out


_PART_NAMES = (
    ("Primary sources", "Secondary sources"), ("Books", "Articles"), ("**Official documents**", "**Literature**"),
    ("### Reports", "### News"), ("A. Documents", "B. Books and articles"), ("Government publications:", "Other works:"),
)  # fmt: skip


def parted(rng: random.Random, shape: Shape, entries: Sequence[str]) -> list[Piece]:
    """Two parts under headings of their own."""
    one, two = rng.choice(_PART_NAMES)
    half = len(entries) // 2
    return [
        Piece(f"{one}\n\n", False), *shape(rng, entries[:half]),
        Piece(f"\n{two}\n\n", False), *shape(rng, entries[half:]),
    ]  # fmt: skip
