"""Element -> renderer, by tag. A renderer has one method, `render(context)`, which returns a node or None.

Each kind of element is a module of this package; `COMPILERS` names them all. While it renders, an element tells the
context which variables it asked for and whether they had a value; a group looks at that when its children are done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.elements.choose import compile_choose
from refcli.csl.elements.date import compile_date
from refcli.csl.elements.group import compile_group
from refcli.csl.elements.label import compile_label
from refcli.csl.elements.names import compile_names
from refcli.csl.elements.number import compile_number
from refcli.csl.elements.text import compile_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from refcli.csl.elements.base import Renderer
    from refcli.csl.style import Style
    from refcli.csl.xml import Element

COMPILERS: dict[str, Callable[[Element, Style], Renderer]] = {
    "text": compile_text,
    "number": compile_number,
    "date": compile_date,
    "names": compile_names,
    "label": compile_label,
    "group": compile_group,
    "choose": compile_choose,
}
