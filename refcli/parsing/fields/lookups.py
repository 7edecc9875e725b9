"""Words around a day -> is it the day on which a page was looked at, which is never the day of publication?"""

from __future__ import annotations

import re

from refcli.text import rare

_LEADS = (
    r"(?:last |zuletzt |ultimo |último |son )?(?:accessed|retrieved|visited|viewed|checked|(?<=[\[(])cited|abgerufen|zugriff|besucht|consultée?|consultado|consultato|consulta|geraadpleegd|bekeken|hämtad|besökt|lest|luettu"
    r"|acess(?:o|ado)|acces(?:o|so|at)|dostęp|erişim(?: tarihi)?|diakses|(?:дата )?обращения|дата звернення|доступ)"
)
_LEAD = re.compile(rf"(?<!\w){_LEADS}(?: (?:on|le|am|el|em|op|den|dnia|z dnia|il|pada))?:? *\Z", re.IGNORECASE)
_WHOLE = rare(
    rf"\W*{_LEADS}(?: (?:on|le|am|el|em|op|den|dnia|z dnia|il|pada))?:?\s+(?P<day>\S*\d.*)", re.IGNORECASE | re.DOTALL
)


def leads_to_look_up(before: str) -> bool:
    """ "Acesso em: ", "(дата звернення: ", "accessed on "."""
    return _LEAD.search(before) is not None


def looked_up(words: str) -> str:
    """The words of the day in "Geraadpleegd op 3 mei 2012"; "" where they say something else."""
    whole = _WHOLE.fullmatch(words)
    return whole["day"] if whole else ""
