"""What courts, parliaments, gazettes, treaty offices and archives call their papers -> tests of an entry.

Sources: the Bluebook (21st ed.), tables T1 to T4; OSCOLA (4th ed.), sections 2 to 4 and appendix; The National Archives'
guide to its series; the gazettes' own names. Patterns stand in small letters, in which they are looked for.
"""

from __future__ import annotations

from refcli.parsing.evidence import Test, among_words, author_is, either, every, has, inside, no, said

_NO_CONTAINER = no(has("container-title"))
_NO_PERSON: Test = lambda e: not e.authors or bool(e.authors[0].literal)  # noqa: E731
_QUOTED: Test = lambda e: e.quoted  # noqa: E731

# Law

_GAZETTE = either(
    inside(
        r"^(?:the )?(?:stat\.?$|code of federal regulations|fed(?:eral|\.)? ?reg(?:ister|\b)|u\.? ?s\.? ?c\b|c\.? ?f\.? ?r\b|r\.? ?s\.? ?c\b|rlrq|ilcs|o\.? ?j\b|official (?:journal|gazette)|bgbl|bundesgesetzblatt|amtsblatt|banz|bundesanzeiger"
        r"|b\.?o\.?e\b|bolet[ií]n oficial|d[ií][aá]rio oficial|j\.?o(?:rf)?\b|journal officiel|moniteur belge|legilux|mémorial\b|gaceta oficial|government gazette|gazzetta ufficiale|congress\.gov"
        r"|staatsblad|stb\b|staatscourant|dziennik ustaw|dz\. ?u|monitorul oficial|resm[iî] gazete|narodne novine|sfs\b"
        r"|сз рф|рг$|собрание законодательства|официальный интернет-портал правовой|офіційний вісник|відомості верховної)",
        "container-title",
        "publisher",
    ),
    inside(
        r"\b(?:rev|comp|gen|cons)\. ?(?:stat|laws)\b|\b(?:comp\. stat|gen\. laws|stat\. ann)\b|\bcode ann\b|\b(?:admin|civ|penal|gov['’]t|elec|educ|bus\. & prof)\. code\b",
        "container-title",
        "publisher",
        hints=("stat", "laws", "code"),
    ),
)
_LAW_FIRST = inside(
    r"^(?:the )?(?:public law|pub\. ?l\b|act\b|ley\b|decreto|real decreto|gesetz|loi\b|lei\b|law (?:on|of|no)"
    r"|(?:commission |council )?(?:implementing |delegated )?(?:regulation|directive|(?:framework )?decision) (?:\(|no\b|\d)|council (?:common position|joint action) \d"
    r"|directiva\b|regl?amento \(|règlement \(|regolamento \(|richtlinie \d|verordnung \(|verordening \(|constitution\b|constitución|constituição|costituzione\b|grundgesetz|h\. ?r\. ?\d|s\. ?\d"
    r"|legge (?:\w+ )?\d|decreto[ -]le|portaria\b|medida provisória|resolução (?:normativa|n)|instrução normativa|ordonnance\b|décret\b|arrêté\b|code (?:civil|pénal|du|de la|des)\b"
    r"|lagen \(|förordning(?:en)? \(|lov (?:nr|om|av)\b|ustawa\b|rozporządzenie\b|wet (?:van|op)\b|anayasa"
    r"|указ|федеральный закон|закон\b|постанов|приказ|распоряж|розпорядж|наказ\b|конституц[иі]|(?:\w+ )?кодекс\b)",
    "title",
)
_LAW_WITHIN = inside(
    r"\blaw of (?:the )?(?:[\w’']+ )*republic\b|\bact(?: of)?(?:,? \d{4})?$|\bact \d{4}\b|\bact(?=,? (?:§|no\b|cap\b|ss?\. ?\d|section\b|arts?\.|for fiscal year|as amended|\([a-z]+\)$))|\bbill$|\b(?:act|code) of \d{4}"
    r"|\blaw,? (?:no\. ?\d+|\d{4}$)|\border \d{4}$|\b\d+ (?:c\.f\.r|u\.s\.c)\b|\bregulations\b(?: \d{4})?$|\b(?:criminal|penal|civil|tax|labou?r) code\b|\w{6}gesetz(?:buch)?$|\bc\. ?f\. ?r\. ?§|\bu\. ?s\. ?c\. ?§",
    "title",
    hints=("law of", "law ", "law,", " act", "bill", " code", "regulations", "gesetz", "order ", "c.f.r", "u.s.c", "§"),
)
_LAW_GENRE = inside(
    r"^(?:закон|указ|постанов|наказ|приказ|розпорядж|распоряж|loi\b|ley\b|lei\b|legge\b|gesetz\b|décret\b|decreto\b|arrêté\b|portaria\b|verordnung\b|ordonnance\b|ustawa\b|act$|statute\b)",
    "genre",
)
LAW_ELSEWHERE = every(
    either(
        _LAW_GENRE,
        inside(
            r"^(?:loi|ley|legge|lei|lag|lagen|decreto|décret|arrêté|ordonnance|portaria|resolução normativa|reglamento|règlement|rozporządzenie|ustawa|закон|указ|постанова|постановление|наказ|приказ|федеральный закон|конституция|constitución|konstytucja)\b",
            "title",
        ),
    ),
    either(no(_QUOTED), has("number"), lambda e: not e.authors),
)
"""A law of a country whose language is not English; it may stand in a collection that no table has."""
_LAW_NUMBER = inside(r"\bpub(?:lic|\.) l(?:aw|\.)|№ ?\d+-фз|№ ?[\d/]+-вр\b|^act \d+ of|^s\.?i\.? \d{4}/", "number")
_EU_LAW = inside(
    r"^(?:council |commission )?(?:regulation|directive|decision) \(?(?:eu|ec|eec|\d)|^(?:regl?amento|règlement|regolamento|regulamento|verordnung) \((?:ue|ce|eu|eg)\)",
    "title",
)
STATUTE = either(
    every(either(_LAW_FIRST, _LAW_WITHIN), _NO_CONTAINER, either(no(_QUOTED), _NO_PERSON)),
    _EU_LAW,
    _LAW_NUMBER,
)
ORDER = inside(
    r"^(?:exec(?:\.|utive) order|presidential proclamation|proclamation no|public law \d|pub\. ?l\. ?(?:no\. ?)?\d)",
    "title",
    "number",
)
BILL = either(
    inside(r"^(?:h\.? ?r|s|(?:h|s)\.? ?(?:j\. ?|con\. ?)?res)\.? ?\d+$", "number"),
    inside(r"^(?:h\.? ?r|(?:h|s)\.? ?(?:j\. ?|con\. ?)?res)\.? ?\d+$", "title"),
    inside(r"^prop(?:osition|\.) \d{4}(?:/\d\d(?:\d\d)?)?:\d", "number", "title"),
    inside(r"^proposal for an? (?:regulation|directive|decision)\b", "title"),
)
_ABOUT_ANOTHER = inside(
    r"\breport\b|\bletter\b|\bstatement\b|\bcommentary\b|\bguide to\b|\bin connection with\b|\bcompliance with\b|\bto general assembly\b",
    "title",
)
"""The title is of a paper about the resolution or treaty that it names."""
RESOLUTION = either(
    every(
        inside(
            r"\b(?:s|a|sc|ga|unsc|esc|hrc|ag|g\.a\.|s\.c\.)[ /.]*res(?:olution|\.)?\b|/res/|^resolution \d|\bunscr \d|council resolution|\bassembly resolution|\bun resolution|^resoluci[oó]n|^резолюц",
            "title",
            "number",
            hints=("res", "unscr", "резол"),
        ),
        no(_ABOUT_ANOTHER),
    ),
    inside(r"^\d+ ?(?:[a-z] ?)?\([ivxlc]+\)", "number"),
    every(inside(r"\bresolution\b", "genre"), has("number")),
)
SYMBOL = inside(
    r"\bu\.?n\.? doc|\b[ase]/(?:hrc/|c\.\d/|pv\.|inf/|res/)?\d{2,4}(?:/|\b)|\ba/hrc/|\be/cn\.|\binfcirc/|\bgov/\d{4}|\bgc\(\d",
    "number",
)

# Treaties

_TREATY_CITE = among_words(
    r"\b\d+ ?(?:u\. ?n\. ?t\. ?s|unts|u\. ?s\. ?t|ust|t\.i\.a\.s|tias|l\.n\.t\.s|lnts)\b|\b(?:unts|tias|ets|cets|t\.i\.a\.s\.) (?:no\. ?)?\d",
    "t.s", "unts", "ust", "s.t", "ets", "lnts", "tias",
)  # fmt: skip
TREATY_SERIES = either(
    inside(
        r"^(?:u\.? ?n\.? ?t\.? ?s|t\.?i\.?a\.?s|l\.?n\.?t\.?s|c?\.?e\.?t\.?s\b|i\.?l\.?m|u\.? ?s\.? ?t\b)|\btreaty series\b|^treaties and other international",
        "container-title",
        "collection-title",
    ),
    every(_TREATY_CITE, no(lambda e: bool(e.authors) and e.quoted)),
    every(inside(r"\btreaty\b", "genre"), _NO_CONTAINER),
)
_TREATY_TITLE = every(
    either(
        inside(
            r"^(?:the )?(?:treaty|convention|protocol|charter|accord|covenant|pact|memorandum (?:of understanding|on security)|agreement (?:between|on|establishing)|tratado|convenio|vertrag|traité|договор|rome statute(?: of the international criminal court)?$)",
            "title",
        ),
        inside(
            r"\bmemorandum on security assurances\b|\b(?:treaty|convention) (?:on|against|between|concerning|for|of)\b|\b(?:treaty|convention|charter|covenant|final act)(?: \([a-z]+\))?$",
            "title",
            hints=("treaty", "convention", "charter", "covenant", "memorandum", "final act"),
        ),
    ),
    no(_ABOUT_ANOTHER),
)
_AGREEMENT_TITLE = inside(r"\b(?:agreement|pact|accords?)$", "title", hints=("agreement", "pact", "accord"))
TREATY = every(_TREATY_TITLE, either(_NO_CONTAINER, _GAZETTE))
AGREEMENT = every(
    _AGREEMENT_TITLE, either(_NO_CONTAINER, _GAZETTE), no(has("number", "collection-title")), no(_QUOTED), _NO_PERSON
)
GAZETTE = every(_GAZETTE, no(_TREATY_TITLE), no(_AGREEMENT_TITLE))

# Courts

_COURT = r"^(?:bgh|bverfg|bverwg|bag|bsg|bfh|eugh?|egmr|olg \w+|cedh|cjue|cjeu|ecj|ecthr|tedh|tjue|ce|ca \w+|cass\.?(?: .*)?|cons\. const\.?|cour de cassation|conseil d.état|conseil constitutionnel|corte (?:suprema|costituzionale|di cassazione)|tribunal supremo|stf|stj)$"
_VERSUS = r" (?<=[\w.)’\]] )(?:vs?\.?|c/|\./\.) (?:the )?(?-i:(?=[^\W\d_a-zà-ÿ]))"
CASE = either(
    inside(_VERSUS, "title", hints=(" v. ", " v ", " vs", " c/ ", " ./. ")),
    lambda e: bool(e.authors) and " v. " in e.authors[0].literal,
    inside(
        r"^(?:in re|in the matter of|matter of|ex parte)\b|\bcase\b, .* v\b",
        "title",
        hints=("in re", "in the matter", "matter of", "ex parte", "case"),
    ),
    inside(
        r"\breq\. n°|^n° \d\d-\d\d\.\d{3}|^[ivx]+ z[rb] \d+/\d\d|^\d+ (?:bvr|bvl|bvf|azr|str) \d+/|\becli:|^(?:joined )?cases? (?:no\. ?)?[ctf][-‑–]\d|\bapp(?:lication|s?\.) ?nos?\.? \d+/\d|\bicc-\d\d|\bi(?:t|ctr)-\d\d-|\bwt/ds\d|\b(?:pca|icsid|itlos) case no|\[(?:19|20)\d\d\] (?:uksc|ukhl|ewca|ewhc|ukpc|hca|scc|csih|nzsc|ewfc)\b",
        "number",
        "title",
        hints=("ecli", "case", "app", "icc", "it-", "ictr", "wt/ds", "[19", "[20", "n°", " z", " bv", "azr", "str "),
    ),
    inside(r"\becli:|^app(?:lication|s?\.) ?nos?\.? \d+/\d", "note", hints=("ecli:", "app")),
    inside(
        r"^(?:u\.? ?s\.?$|f\.? ?(?:2d|3d|4th|supp)|s\. ?ct|i\.?c\.?j|p\.?c\.?i\.?j|r\.?i\.?a\.?a|e\.?c\.?r|uksc|ukhl|ewca|ewhc|a\.?c\.?$|w\.?l\.?r|q\.?b|e\.?h\.?r\.?r|bverfge|bverwge|bghz|bghst|bage|rgz|lebon$|bull\. (?:civ|crim)|f\. ?cas|parry|eur\. ?ct|s\.c\.r\b|s\.?a\.?$|i\.l\.r\b|all e\.?r|c\.l\.r\b)",
        "container-title",
    ),
    inside(
        r"^(?:judgment|advisory opinion|urteil|urt\.|beschluss|beschl\.|sentencia|sentenza|arrêt|acórdão)\b", "genre"
    ),
    every(
        inside(
            r"^(?:urteil|beschluss|(?:\w*)beschl\.|urt\.|arrêt\b|sentencia|sentenza|acórdão|auto (?:no?\.|n[º°]|\d))",
            "title",
        ),
        _NO_CONTAINER,
    ),
    every(author_is(_COURT), has("number", "genre", "container-title")),
)

# Parliaments

_CONGRESS_REPORT = r"\b(?:h(?:ouse|\.)? ?(?:r\.?)? ?|s(?:enate|\.)? ?|conf\.? |exec\.? )(?:rep(?:t|ort)?\b\.? ?(?:no\. ?)?\d|comm\. print)"
CONGRESS_REPORT = every(
    among_words(r"\bcong\b", "cong"), among_words(_CONGRESS_REPORT, "rep", "comm. print"), no(has("volume"))
)
_RECORD = inside(
    r"^(?:the )?(?:congressional record|daily cong|cong\. ?rec|(?:h[cl]|house of (?:commons|lords)) (?:deb|official report|hansard)|hansard|parliamentary debates|plenarprotokoll|(?:weekly compilation of )?presidential documents|public papers of the president|foreign relations of the united|frus\b|un gaor|un scor)",
    "container-title",
)
_SPOKEN = inside(
    r"\b(?:speech|remarks|address) (?:at|by|to|on|before)\b|^(?:remarks|speech|address|inaugural)\b",
    "title",
    hints=("speech", "remarks", "address", "inaugural"),
)
RECORDED_SPEECH = every(_SPOKEN, either(_RECORD, _GAZETTE))
RECORD = either(
    inside(r"^(?:open )?(?:message|letters?) (?:to|from)\b", "title"),
    every(_RECORD, no(inside(r"\bhearings?\b", "title", "genre"))),
)
_COMMITTEE = r"\b(?:senate|house|congress|joint)\b.*\b(?:sub)?committee\b|\b(?:sub)?committee\b.*\b(?:senate|house of rep|congress)"
HEARING = either(
    among_words(
        r"\bhearings?\b[^.]{0,90}\bbefore\b|^hearing|\btestimony (?:of|before|by)\b|\b(?:prepared )?statement (?:before|for the record)|statenent|\bcommittee\b[^.]{0,80}\bhearings?\b",
        "hearing", "testimony", "statement", "statenent",
    ),
    every(
        among_words(r"\b\d+(?:st|nd|rd|th|d) cong\b.*\bsess", "cong"),
        no(has("number", "collection-title")),
        no(BILL),
        no(ORDER),
    ),
    inside(r"\b(?:testimony|hearing|statement for the record|(?:prepared|written) statement)\b", "genre"),
    every(
        lambda e: e.day,
        no(has("URL", "number")),
        either(inside(_COMMITTEE, "publisher", hints=("committee",)), author_is(_COMMITTEE)),
        no(inside(r"\breports?\b", "title", "genre")),
    ),
)  # fmt: skip

# Interviews and archives

OWN_INTERVIEW = either(
    said(
        r"\bauthors?['’]?s?['’]? (?:\w+ )?interviews?\b|\binterviews? (?:with|by) (?:the )?authors?\b|\b(?:personal|telephone|phone) interviews?\b|(?:^|: )(?:\W*\d+\W+)?interviews? with\b|\binterviewed (?:by|in|on)\b|\binterviews?,",
        "interview",
    ),
    said(
        r"\bauthors?['’]s (?:\w+ )?(?:discussions?|conversations?|correspondence)\b",
        "discussion",
        "conversation",
        "correspondence",
    ),
)
INTERVIEW = either(
    inside(
        r"\binterview(?:s|ed)?\b|\bintervist[ae]\b|\bentrevistas?\b|\bentretiens? avec\b|\boral history\b|^(?:discussion|conversation)s? with\b",
        "genre",
    ),
    inside(
        r"^interviews? (?:with|by|on)\b|^author.s interview|интервью|^oral history\b",
        "title",
        hints=("interview", "интервью", "oral history"),
    ),
    every(
        inside(
            r"^(?:(?!the\b|an?\b)[\w’'-]+ ){0,2}interviews? (?:with|by|mit)\b|^(?:entretien|entrevista|intervista|entrevue)s? (?:avec|con|com)\b",
            "title",
            hints=("interview", "entre", "intervista"),
        ),
        _NO_CONTAINER,
    ),
    inside(r"^oral histor(?:y|ies)\b", "container-title", "collection-title"),
)
FILES = among_words(
    r"(?<!p\.o\. )(?<!po )\b(?:box|folder|carton|rg|fonds?|record group) \d|\b(?:fo|fco|cab|prem|defe|adm|air|wo|co|do|kv|ho|powe) ?\d{1,4}/\d{1,6}\b|\bф\. ?\d+, ?оп\b|\bавп рф\b|\bгарф\b|\brgaspi\b|\brgani\b"
    r"|\b(?:central (?:foreign policy )?|decimal |national security |chronological )files?\b|\bcable \d|wikileaks|\bpublic record office\b|\bbundesarchiv\b|\barchives? (?:nationales|diplomatiques)\b|\barchivo general\b|\bnationaal archief\b|\bunpublished manuscript\b",
    "box ", "folder", "carton", "rg ", "fond", "record ", "fo ", "fo3", "fco ", "cab ", "prem ", "ф.", "рф", "rga", " file", "cable", "wikileaks", "archi", "manuscript",
)  # fmt: skip
_HOLDING = either(
    among_words(
        r"\bnational archives\b|\btna\b|\b(?:presidential|hoover|roosevelt|truman|eisenhower|kennedy|johnson|nixon|ford|carter|reagan|bush|clinton) library\b|\bpapers of\b",
        "archives", "tna", " library", "papers of",
    ),
    inside(r"\barchiv|^(?:grfl|jfkl|lbjl|ddel|hstl|fdrl|nara|tna|pro)\b", "publisher"),
)  # fmt: skip
ARCHIVE = either(
    FILES,
    every(_HOLDING, either(no(has("URL")), has("number", "genre"))),
    inside(r"\bmanuscript\b|^minute by\b|^(?:telegram|cable|memcon|telcon)\b", "genre"),
    every(
        inside(
            r"^(?:telegram|cable)s? (?:from|of|to|no|\d)|^memorandum of (?:a )?(?:telephone )?conversation", "title"
        ),
        _NO_CONTAINER,
    ),
)
MESSAGE = either(
    inside(r"\b(?:(?:personal|private) (?:communication|correspondence)|e-?mail|letter to)\b", "genre"),
    every(
        inside(
            r"^(?:personal|private) (?:communication|correspondence)\b|^e-?mails? (?:to|from|correspondence|exchange|message)\b",
            "title",
        ),
        _NO_CONTAINER,
    ),
)
