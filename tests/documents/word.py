"""WordprocessingML, piece by piece -> the bytes of a Word file."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Q2"><w:name w:val="My quotation"/><w:basedOn w:val="Q"/></w:style></w:styles>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def run(words: str, settings: str = "") -> str:
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", settings: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    return f"<w:p><w:pPr>{named}{settings}</w:pPr>{inner}</w:p>"


def field(instruction: str, *results: str) -> str:
    """A complex field: its code in two pieces, as Word likes to cut them, and what it shows."""
    cut = len(instruction) // 2
    codes = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (instruction[:cut], instruction[cut:]))
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return signs[0] + codes + signs[1] + "".join(map(run, results)) + signs[2]


def note(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def docx(
    *blocks: str,
    footnotes: dict[int, str] | None = None,
    endnotes: dict[int, str] | None = None,
    comments: dict[int, str] | None = None,
    parts: dict[str, str | bytes] | None = None,
) -> bytes:
    body = "".join(blocks)
    files: dict[str, str | bytes] = {
        "_rels/.rels": RELATIONS,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    }
    for kind, stories in (("footnote", footnotes), ("endnote", endnotes), ("comment", comments)):
        told = "".join(
            f'<w:{kind} w:id="{number}">{paragraph(words)}</w:{kind}>' for number, words in (stories or {}).items()
        )
        files[f"word/{kind}s.xml"] = (
            f'<w:{kind}s {W}><w:{kind} w:id="-1" w:type="separator">{paragraph("---")}</w:{kind}>{told}</w:{kind}s>'
        )
    files |= parts or {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
