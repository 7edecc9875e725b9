"""What citation managers and people write, read as CSL: one entry a row, and what it should say."""

from typing import Any

import pytest

from refcli.bibtex import BibEntry, BibFile, Reader, read


def csl(text: str, *, protect: bool = False) -> dict[str, Any]:
    """The first entry as CSL-JSON, without its id."""
    found = [
        entry for entry in Reader.of(BibFile.of(text.encode()), protect=protect).all() if isinstance(entry, BibEntry)
    ]
    out = found[0].reference.to_json()
    del out["id"]
    return out


def date(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        # Zotero's BibLaTeX and Better BibTeX
        ("@article{a, title={T}, journaltitle={The Times}, date={2004-08-11}, entrysubtype={newspaper}, langid={british}}",
         {"type": "article-newspaper", "title": "T", "container-title": "The Times", "issued": date(2004, 8, 11), "language": "en-GB"}),
        ("@online{a, title={T}, url={https://x.org/a\\_b}, urldate={2020-01-02}, titleaddon={The Site}, date={2019}}",
         {"type": "webpage", "title": "T", "URL": "https://x.org/a_b", "accessed": date(2020, 1, 2), "container-title": "The Site", "issued": date(2019)}),
        ("@report{a, title={T}, type={Policy Brief}, number={7}, institution={{Crisis Group}}, location={Brussels}, date={2020-05}}",
         {"type": "report", "title": "T", "genre": "Policy Brief", "number": "7", "publisher": "Crisis Group", "publisher-place": "Brussels", "issued": date(2020, 5)}),
        ("@legislation{a, title={Helsinki Act}, number={S/RES/1373}, date={2001-09-28}, institution={UN Security Council}}",
         {"type": "legislation", "title": "Helsinki Act", "number": "S/RES/1373", "issued": date(2001, 9, 28), "authority": "UN Security Council"}),
        ("@jurisdiction{a, title={X v. Y}, institution={Supreme Court}, journaltitle={U.S.}, volume={5}, pages={137}, date={1803}}",
         {"type": "legal_case", "title": "X v. Y", "authority": "Supreme Court", "container-title": "U.S.", "volume": "5", "page": "137", "issued": date(1803)}),
        ("@thesis{a, title={T}, type={phdthesis}, institution={LSE}, date={2010}, pubstate={forthcoming}}",
         {"type": "thesis", "title": "T", "genre": "PhD thesis", "publisher": "LSE", "issued": date(2010), "status": "forthcoming"}),
        ("@article{a, author={family=Gaulle, given=Charles, prefix=de, useprefix=true and Ames, Ann}, title={T}}",
         {"type": "article-journal", "author": [{"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"}, {"family": "Ames", "given": "Ann"}], "title": "T"}),
        ("@book{a, title={T}, subtitle={S}, series={Adelphi}, number={400}, date={2008/2009}}",
         {"type": "book", "title": "T: S", "collection-title": "Adelphi", "collection-number": "400", "issued": {"date-parts": [[2008], [2009]]}}),
        # Mendeley
        ("@article{a, author={Ames, Ann}, title={{The Whole Title}}, month={aug}, year={2004}, mendeley-groups={Energy}}",
         {"type": "article-journal", "author": [{"family": "Ames", "given": "Ann"}], "title": "The Whole Title", "issued": date(2004, 8)}),
        ("@misc{a, title={{T}}, url={http://x.org}, urldate={2019-3-1}}",
         {"type": "webpage", "title": "T", "URL": "http://x.org", "accessed": date(2019, 3, 1)}),
        # JabRef and hand-written
        ("@Article{a, Title={T}, Year={2004}, Month=aug, Day={11}, Pages={1--2}, Number={3}}",
         {"type": "article-journal", "title": "T", "issued": date(2004, 8, 11), "page": "1–2", "issue": "3"}),
        ('@misc{a, title={T}, howpublished={\\url{https://x.org/~b}}, note={Accessed 2 May}}',
         {"type": "webpage", "title": "T", "URL": "https://x.org/~b", "note": "Accessed 2 May"}),
        ('@article{a, month = aug # "~11", year = 2004}', {"type": "article-journal", "issued": date(2004, 8, 11)}),
        ('@article{a, month = "11~" # aug, year = 2004}', {"type": "article-journal", "issued": date(2004, 8, 11)}),
        ("@article{a, month = {July/August}, year = 2004}", {"type": "article-journal", "issued": {"date-parts": [[2004, 7], [2004, 8]]}}),
        ("@article{a, month = {Spring}, year = 2004}", {"type": "article-journal", "issued": {"date-parts": [[2004]], "season": 1}}),
        ("@article{a, year = {2004--2005}}", {"type": "article-journal", "issued": {"date-parts": [[2004], [2005]]}}),
        ("@article{a, year = {in press}}", {"type": "article-journal", "issued": {"literal": "in press"}}),
        ("@techreport{a, institution={RAND}, number={RR-1}, type={Research Report}}",
         {"type": "report", "publisher": "RAND", "number": "RR-1", "genre": "Research Report"}),
        ("@book{a, editor={Ames, Ann}, editortype={compiler}, title={T}}", {"type": "book", "compiler": [{"family": "Ames", "given": "Ann"}], "title": "T"}),
        ("@article{a, author={M{\\\"u}ller, J.~A. and {\\'E}tat Fran{\\c c}ais and others}}",
         {"type": "article-journal", "author": [{"family": "Müller", "given": "J. A."}, {"family": "Français", "given": "État"}, {"others": True}]}),
        ("@hearing{a, title={T}, institution={Senate}}", {"type": "hearing", "title": "T", "authority": "Senate"}),
        # strings, crossref, xdata
        ('@article{a, journal = edm # " Extra", title={T}}\n@string{edm = {Eurasia} # " Daily"}',
         {"type": "article-journal", "container-title": "Eurasia Daily Extra", "title": "T"}),
        ("@incollection{a, title={Part}, crossref={b}, pages={3}}\n@book{b, title={Whole}, editor={Boll, Ina}, year=2001, publisher={P}}",
         {"type": "chapter", "title": "Part", "page": "3", "container-title": "Whole", "editor": [{"family": "Boll", "given": "Ina"}], "publisher": "P", "issued": date(2001)}),
        ("@inproceedings{a, title={Part}, crossref={b}}\n@proceedings{b, title={Vol.}, booktitle={Whole}, year=2001}",
         {"type": "paper-conference", "title": "Part", "container-title": "Whole", "issued": date(2001)}),
        ("@report{a, title={T}, xdata={p,q}, date={2020}}\n@xdata{p, institution={I}, xdata={q}}\n@xdata{q, location={Here}, year={1999}}",
         {"type": "report", "title": "T", "publisher": "I", "publisher-place": "Here", "issued": date(2020)}),
        ("@misc{a, crossref={a}, title={Itself}}", {"type": "document", "title": "Itself"}),
    ],
)  # fmt: skip
def test_an_entry_says(text: str, says: dict[str, Any]) -> None:
    assert csl(text) == says


@pytest.mark.parametrize(
    ("latex", "marked"),
    [
        ("The {NATO} Summit", 'The <span class="nocase">NATO</span> Summit'), ("{The Whole}", "The Whole"), ("{{Twice}}", "Twice"),
        ("{U}kraine and {iPhone}s", '<span class="nocase">Ukraine</span> and <span class="nocase">iPhones</span>'),
        ("{\\\"U}ber {\\'E}tats", "Über États"), ("\\emph{The {Times}} today", "<i>The Times</i> today"), ("plain", "plain"), ("a {b {c}} d", 'a <span class="nocase">b c</span> d'),
        ("\\enquote{Hope} and \\textsc{eu}", "“Hope” and <sc>eu</sc>"), ("{NATO}", "NATO"), ("{NATO} and {EU}", '<span class="nocase">NATO</span> and <span class="nocase">EU</span>'),
    ],
)  # fmt: skip
def test_protected_words_are_nocase_when_asked_for(latex: str, marked: str) -> None:
    assert csl(f"@book{{a, title = {{{latex}}}}}", protect=True)["title"] == marked


@pytest.mark.parametrize(
    ("latex", "address"),
    [
        ("https://x.org/a_b%20c?d=1&e=2#f~g", "https://x.org/a_b%20c?d=1&e=2#f~g"), ("https://x.org/a\\_b\\%20\\&\\#", "https://x.org/a_b%20&#"),
        ("\\url{https://x.org/a_b}", "https://x.org/a_b"), ("{https://x.org}", "https://x.org"), ("https://x.org/\\~{}me", "https://x.org/~me"),
        ("https://x.org/{\\_}a", "https://x.org/_a"), ("https://x.org/\\textasciitilde{}me", "https://x.org/~me"),
    ],
)  # fmt: skip
def test_addresses_are_kept_as_they_work(latex: str, address: str) -> None:
    assert csl(f"@book{{a, url = {{{latex}}}}}")["URL"] == address


def test_xdata_lends_and_is_no_reference() -> None:
    assert [entry.key for entry in read("@xdata{x, note={n}}\n@misc{a, xdata={x}}") if isinstance(entry, BibEntry)] == [
        "a"
    ]
