"""LaTeX's names of letters and signs -> the letters; source: The LaTeX Companion, 2nd ed., tables 7.32 and 7.33."""

from __future__ import annotations

import re
import unicodedata

MARKS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
          "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331"}  # fmt: skip
SIGNS = {"ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
         "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "textendash": "–",
         "textemdash": "—", "ldots": "…", "dots": "…", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
         "textquotedblright": "”", "S": "§", "P": "¶", "pounds": "£", "texteuro": "€", "euro": "€", "textbackslash": "\\",
         "textasciitilde": "~", "textasciicircum": "^", "textdegree": "°", "textunderscore": "_", "LaTeX": "LaTeX",
         "TeX": "TeX", "quad": " ", "qquad": " ", "space": " ", "newblock": " ", "guillemotleft": "«", "guillemotright": "»",
         "copyright": "©", "textregistered": "®", "texttrademark": "™", "textellipsis": "…", "slash": "/", "BibTeX": "BibTeX",
         "textquotesingle": "'", "textquotedbl": '"', "guilsinglleft": "‹", "guilsinglright": "›", "quotedblbase": "„", "quotesinglbase": "‚", "lq": "‘", "rq": "’",
         "textbar": "|", "textless": "<", "textgreater": ">", "textcopyright": "©", "textbullet": "•", "textdollar": "$", "textpercent": "%", "textsection": "§",
         "textasteriskcentered": "*", "textordfeminine": "ª", "textordmasculine": "º", "textexclamdown": "¡", "textquestiondown": "¿", "textnumero": "№",
         "textonehalf": "½", "times": "×", "cdot": "·", "backslash": "\\", "degree": "°", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "mu": "μ",
         "pi": "π", "sigma": "σ", "omega": "ω", "NG": "Ŋ", "ng": "ŋ", "newline": " "}  # fmt: skip
_LETTER = re.compile(r"\\?([^\W\d_])\W*\Z")


def accented(words: str) -> str:
    """The letter of an accent command: `\\"{u}` is ü, `\\'\\i` is í (written with its dot)."""
    letter = _LETTER.search(words[2:])
    return unicodedata.normalize("NFC", letter[1] + MARKS[words[1]]) if letter else ""
