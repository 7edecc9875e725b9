"""Locale XML -> terms, date forms, ordinals and options of a language, merged from the general to the particular.

Source: CSL 1.0.2, "Locale", "Locale Fallback", "Terms", "Ordinal Suffixes".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from refcli.csl.stream import Quotes
from refcli.csl.xml import Element, parse

_PRIMARY = {
    tag.partition("-")[0]: tag
    for tag in """
    af-ZA bg-BG ca-AD cs-CZ cy-GB da-DK de-DE el-GR en-US es-ES et-EE fa-IR fi-FI fr-FR he-IL hi-IN hr-HR hu-HU
    id-ID is-IS it-IT ja-JP km-KH ko-KR lt-LT lv-LV mn-MN ms-MY nb-NO nl-NL nn-NO pl-PL pt-PT ro-RO ru-RU sk-SK
    sl-SI sr-Cyrl-RS sv-SE th-TH tr-TR uk-UA vi-VN zh-CN""".split()  # noqa: SIM905
}
_FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
LocaleLoader = Callable[[str], bytes | None]


class Term(NamedTuple):
    """A term in the singular and the plural, and the gender of its noun."""

    single: str
    multiple: str
    gender: str = ""


class OrdinalSuffix(NamedTuple):
    """The ending of one `ordinal-NN` term and which numbers it fits."""

    text: str
    match: str


@dataclass(slots=True)
class _Part:
    """What one locale element says."""

    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    ordinals: dict[tuple[int, str], OrdinalSuffix] = field(default_factory=dict)
    dates: dict[str, Element] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)


@dataclass
class Locale:
    """All a style can ask of a language."""

    lang: str
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    ordinals: dict[tuple[int, str], OrdinalSuffix] = field(default_factory=dict)
    dates: dict[str, Element] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, lang: str, load: LocaleLoader, own: Iterable[Element] = ()) -> Locale:
        """The locale files of a language under the `cs:locale` elements of a style."""
        lang = primary(lang)
        locale = cls(lang)
        for part in _files(lang, load):
            locale.merge(part)
        base = lang.partition("-")[0]
        for wanted in ("", base, lang):
            for element in own:
                if element.get("xml:lang") == wanted:
                    locale.merge(_read(element))
        return locale

    def merge(self, part: _Part) -> None:
        """Lay a more particular part over what there is; any ordinal replaces all ordinals."""
        self.terms |= part.terms
        self.dates |= part.dates
        self.options |= part.options
        if part.ordinals:
            self.ordinals = part.ordinals

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str | None:
        """A term's words in the form, or in the form it falls back to; None for an unknown one."""
        found = self.lookup(name, form)
        return None if found is None else found.multiple if plural else found.single

    def lookup(self, name: str, form: str = "long") -> Term | None:
        """The term itself."""
        terms = self.terms
        while True:
            found = terms.get((name, form))
            if found is not None or form not in _FALLBACK:
                return found
            form = _FALLBACK[form]

    def gender(self, name: str) -> str:
        """The gender of a noun among the terms, "" where it has none."""
        found = self.terms.get((name, "long"))
        return found.gender if found else ""

    def ordinal(self, number: int, gender: str = "") -> str:
        """The ending that makes a number an ordinal."""
        for step, digits in ((100, 2), (10, 1)):
            rest = number % step
            if digits == 1 or number >= 10 or rest >= 10:
                found = self._suffix(number, rest, digits, gender)
                if found is not None:
                    return found
        return self._plain_suffix(gender)

    def _suffix(self, number: int, rest: int, digits: int, gender: str) -> str | None:
        for one in (gender, "") if gender else ("",):
            found = self.ordinals.get((rest, one))
            if found and _fits(found.match or ("last-digit" if rest < 10 else "last-two-digits"), number, rest, digits):
                return found.text
        return None

    def _plain_suffix(self, gender: str) -> str:
        found = self.ordinals.get((-1, gender)) or self.ordinals.get((-1, ""))
        return found.text if found else ""

    @cached_property
    def quotes(self) -> Quotes:
        """The quotation marks, and where punctuation goes."""
        get = self.term
        outer = (get("open-quote") or "", get("close-quote") or "")
        inner = (get("open-inner-quote") or "", get("close-inner-quote") or "")
        return Quotes(outer, inner, self.options.get("punctuation-in-quote") == "true")

    @cached_property
    def page_dash(self) -> str:
        """What stands between the ends of a range of pages."""
        return self.term("page-range-delimiter") or "–"

    @cached_property
    def first_day_only(self) -> bool:
        """Whether only the first day of a month is an ordinal (French)."""
        return self.options.get("limit-day-ordinals-to-day-1") == "true"


def _fits(match: str, number: int, rest: int, digits: int) -> bool:
    if match == "whole-number":
        return number == rest
    if match == "last-two-digits":
        return digits == 2 or number < 10
    return digits == 1 or (rest < 10 and number % 100 == rest and number < 100)


def primary(lang: str) -> str:
    """A language tag in full: `de` -> `de-DE`; "" -> `en-US`."""
    lang = lang.replace("_", "-").strip()
    return _PRIMARY.get(lang, lang) if lang else "en-US"


def _files(lang: str, load: LocaleLoader) -> Iterable[_Part]:
    """en-US below all, then the primary dialect, then the dialect itself."""
    base = _PRIMARY.get(lang.partition("-")[0], lang)
    seen: list[str] = []
    for one in ("en-US", base, lang):
        if one not in seen:
            seen.append(one)
            data = load(one)
            if data:
                yield _read(parse(data))


def _read(element: Element) -> _Part:
    part = _Part()
    for child in element.children:
        if child.tag == "terms":
            for term in child.children:
                _read_term(term, part)
        elif child.tag == "date":
            part.dates[child.get("form", "text")] = child
        elif child.tag == "style-options":
            part.options |= child.attrs
    return part


def _read_term(term: Element, part: _Part) -> None:
    name, form = (
        term.get("name").replace("_", "-") if term.get("name").startswith("ordinal") else term.get("name"),
        term.get("form", "long"),
    )
    single, multiple = term.text.strip("\n\r\t") if not term.children else "", ""
    for child in term.children:
        if child.tag == "single":
            single = child.text
        elif child.tag == "multiple":
            multiple = child.text
    if name == "ordinal" or (name.startswith("ordinal-") and name[8:].isdecimal()):
        number = int(name[8:]) if name != "ordinal" else -1
        part.ordinals[number, term.get("gender-form")] = OrdinalSuffix(single, term.get("match"))
        return
    if gender := term.get("gender-form"):
        name = f"{name}@{gender}"
    part.terms[name, form] = Term(single, multiple if term.children else single, term.get("gender"))
