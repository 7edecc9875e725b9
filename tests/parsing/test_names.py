"""Names of many cultures and habits, bodies among them: tables of (words, names)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcli.parsing.fields.bodies import is_body
from refcli.parsing.fields.names import read_names


def shown(words: str) -> list[str]:
    return [
        "et al." if name.others else f"[{name.literal}]" if name.literal else f"{name.full_family}|{name.given}"
        for name in read_names(words)
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("van Vliet C, Gleeson PA", ["van Vliet|C.", "Gleeson|P. A."]),
        ("Navarro J. F., White S. D. M.", ["Navarro|J. F.", "White|S. D. M."]),
        ("García Márquez, Gabriel José", ["García Márquez|Gabriel José"]),
        ("Juan Manuel Santos Calderón", ["Santos Calderón|Juan Manuel"]),
        ("BOQUERA OLIVER, J.M", ["BOQUERA OLIVER|J.M"]),
        ("SARAIVA, Miriam Gomes; SHECAIRA, Sérgio (Orgs.)", ["SARAIVA|Miriam Gomes", "SHECAIRA|Sérgio"]),
        ("Maria da Silva Costa", ["da Silva Costa|Maria"]),
        ("Carl von Clausewitz", ["von Clausewitz|Carl"]),
        ("Ursula von der Leyen", ["von der Leyen|Ursula"]),
        ("Qin Jize", ["Qin|Jize"]), ("Kim Jong-un", ["Kim|Jong-un"]), ("Kim Byung Chul", ["Kim|Byung Chul"]),
        ("Ó Dónaill, P., & Tuimaleali‘ifano, S.", ["Ó Dónaill|P.", "Tuimaleali‘ifano|S."]), ("Szijjártó Péter", ["Szijjártó|Péter"]),
        ("Mohammed bin Salman", ["bin Salman|Mohammed"]), ("Abdel Fattah el-Sisi", ["el-Sisi|Abdel Fattah"]),
        ("Торкунов А. В., Лавров С.", ["Торкунов|А. В.", "Лавров|С."]), ("Иванов, Иван Иванович", ["Иванов|Иван Иванович"]),
        ("土田志郎", ["土田志郎|"]),
        ("BUON Olivier, CASELLA COLOMBEAU Sara", ["BUON|Olivier", "CASELLA COLOMBEAU|Sara"]),
        ("EJARQUE (A.), ORENGO (H. A.)", ["EJARQUE|A.", "ORENGO|H. A."]),
        ("Anghel, Elena/ Ralf Drachenberg and Werner Schulz", ["Anghel|Elena", "Drachenberg|Ralf", "Schulz|Werner"]),
        ("D.J. Cecile, S.Chandrasekharan", ["Cecile|D.J.", "Chandrasekharan|S."]),
        ("Nord, David Paul, Rubin, Joan, and Schudson, Michael (eds)", ["Nord|David Paul", "Rubin|Joan", "Schudson|Michael"]),
        ("Depasquale & Daly", ["Depasquale|", "Daly|"]),
        ("Nguyễn Phú Trọng", ["Nguyễn|Phú Trọng"]), ("Le Hong Hiep", ["Le|Hong Hiep"]),
        ("GORDON M. J.", ["GORDON|M. J."]), ("Stuart T. E.", ["Stuart|T. E."]), ("DE NEVE G.", ["DE NEVE|G."]),
        ("LE GOFF, Renée", ["LE GOFF|Renée"]), ("Santos Otero, A. de", ["Santos Otero|A. de"]),
        ("Michael A. BOWES, Li WU, Anke VAN DER HEIDE", ["BOWES|Michael A.", "WU|Li", "VAN DER HEIDE|Anke"]),
        ("Boyle, Frank, Jinhee Kwon, Catherine Ross", ["Boyle|Frank", "Kwon|Jinhee", "Ross|Catherine"]),
        ("Clem, Ralph S., Martin Harry Green", ["Clem|Ralph S.", "Green|Martin Harry"]),
        ("Whitlow, Safran, Tuber, S. Scott", ["Whitlow|Safran", "Tuber|S. Scott"]),
        ("DeGuire, J.R.; Weiler, H.A.", ["DeGuire|J.R.", "Weiler|H.A."]),
        ("Saad ED, Leuf HG", ["Saad|E. D.", "Leuf|H. G."]),
        ("Scholz, Verheugen, Jönsson, and Lehmann", ["Scholz|", "Verheugen|", "Jönsson|", "Lehmann|"]),
        ("Brandt, John Emerich Edward Dalberg", ["Brandt|John Emerich Edward Dalberg"]),
        ("Samantha Power", ["Power|Samantha"]), ("Power, Samantha", ["Power|Samantha"]), ("Daniel Camara", ["Camara|Daniel"]),
        ("Vladimir Brandt’s", ["Brandt|Vladimir"]), ("Laemmle UK", ["Laemmle|U. K."]), ("Carlos Alberto Andrade [ ]", ["Andrade|Carlos Alberto"]),
        ("Marti\u0301n, Jose\u0301 & Pierre Bou", ["Martín|José", "Bou|Pierre"]),
    ],
)  # fmt: skip
def test_persons(words: str, names: list[str]) -> None:
    assert shown(words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Lt. Gen. Robert Ashley Jr.", ["Ashley|Robert"]),
        ("President William Jefferson Clinton", ["Clinton|William Jefferson"]),
        ("Dunn Jr, W. A., & Aris, J. P.", ["Dunn|W. A.", "Aris|J. P."]),
        ("In: S. Friebe und R. Wetzel (Hrsg.)", ["Friebe|S.", "Wetzel|R."]),
        ("ed. François Bédarida and Etienne Fouilloux", ["Bédarida|François", "Fouilloux|Etienne"]),
        ("a cura di Giuseppe Galasso", ["Galasso|Giuseppe"]),
        ("Translated by Michael Howard and Peter Paret", ["Howard|Michael", "Paret|Peter"]),
        ("ELY RATNER ET AL.", ["RATNER|ELY", "et al."]),
        ("Michel Foucault u.a.", ["Foucault|Michel", "et al."]),
        ("Guern, Jr., B. G., Mason EO, Jr., Baker CJ", ["Guern|B. G.", "Mason|E. O.", "Baker|C. J."]),
        ("Gorky, Maxim (Alexei Peshkov), et al., eds.", ["Gorky|Maxim", "et al."]),
        ("Pole, Sara, director", ["Pole|Sara"]),
        ("Rear Admiral Robert Ashley", ["Ashley|Robert"]),
        ("VADM Robert F. Ashley", ["Ashley|Robert F."]),
        ("David Hart QC", ["Hart|David"]),
        ("Jeremy Wright KC MP", ["Wright|Jeremy"]),
        ("Wright MP", ["Wright|M. P."]),
        ("Office of the Director", ["[Office of the Director]"]),
        ("Hernán Jara (compilador)", ["Jara|Hernán"]),
    ],
)
def test_ranks_roles_and_the_others(words: str, names: list[str]) -> None:
    assert shown(words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Reporter ohne Grenzen", ["[Reporter ohne Grenzen]"]),
        ("U.S. DEP’T OF JUST.", ["[U.S. DEP’T OF JUST]"]),
        ("U.S.-CHINA ECON. AND SEC. REV. COMM’N", ["[U.S.-CHINA ECON. AND SEC. REV. COMM’N]"]),
        ("CENTERS FOR DISEASE CONTROL & PREVENTION", ["[CENTERS FOR DISEASE CONTROL & PREVENTION]"]),
        ("Department of Health & Children", ["[Department of Health & Children]"]),
        ("International Committee of the Red Cross", ["[International Committee of the Red Cross]"]),
        ("World Health Organization, UNICEF", ["[World Health Organization]", "[UNICEF]"]),
        ("Ministry of Foreign Affairs and Ministry of Defence", ["[Ministry of Foreign Affairs]", "[Ministry of Defence]"]),
        ("Victorian Equal Chances and Human Rights Commission", ["[Victorian Equal Chances and Human Rights Commission]"]),
        ("Jane Roe and the World Bank", ["Roe|Jane", "[the World Bank]"]),
        ("Elections Canada", ["[Elections Canada]"]),
        ("Alphabet, Inc.", ["[Alphabet, Inc.]"]),
        ("European Commission (EC)", ["[European Commission (EC)]"]),
        ("Imperial War Museums", ["[Imperial War Museums]"]), ("Birleşmiş Milletler", ["[Birleşmiş Milletler]"]),
        ("Gelir İdaresi Başkanlığı", ["[Gelir İdaresi Başkanlığı]"]), ("Kancelaria Prezesa Rady Ministrów", ["[Kancelaria Prezesa Rady Ministrów]"]),
        ("España", ["[España]"]), ("Spain", ["[Spain]"]), ("Bundesnetzagentur", ["[Bundesnetzagentur]"]), ("Socialdepartementet", ["[Socialdepartementet]"]),
        ("ABVE, Associação Brasileira do Veículo Elétrico", ["[ABVE, Associação Brasileira do Veículo Elétrico]"]),
        ("CCSI (Compliance and Capacity Skills International)", ["[CCSI (Compliance and Capacity Skills International)]"]),
        ("Lembaga Ilmu Pengetahuan Indonesia (LIPI)", ["[Lembaga Ilmu Pengetahuan Indonesia (LIPI)]"]),
        ("Organización Internacional del Trabajo [OIT]", ["[Organización Internacional del Trabajo [OIT]]"]),
        ("Transparency International UK", ["[Transparency International UK]"]), ("HM Revenue & Customs", ["[HM Revenue & Customs]"]),
        ("FAO, WHO, & UNICEF", ["[FAO]", "[WHO]", "[UNICEF]"]), ("RFE/RL", ["[RFE/RL]"]),
        ("Министерство иностранных дел Российской Федерации", ["[Министерство иностранных дел Российской Федерации]"]),
    ],
)  # fmt: skip
def test_bodies(words: str, names: list[str]) -> None:
    assert shown(words) == names


@pytest.mark.parametrize(
    "words", ["Power J, Ringo JM", "Graham Allison", "Jan van der Berg", "Angela Stent", "FRIARD, Dominique"]
)
def test_persons_are_no_bodies(words: str) -> None:
    assert not is_body(words)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_words_give_names_or_none(words: str) -> None:
    assert all(name.literal or name.family or name.others for name in read_names(words))
