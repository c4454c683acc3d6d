"""One character ends a line."""

from __future__ import annotations

import re

from sources.offsets import Edit
from sources.span import Span

_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")


def line_ends(text: str) -> list[Edit]:
    """Edits after which every line of ``text`` ends with a single line feed."""
    return [Edit(Span(*match.span()), "\n") for match in _LINE_END.finditer(text)]
