"""How long a race took, written with colons: 1:44.21 is minutes and seconds, a time of 2:03:15 hours too."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.values.amount import Amount
from claims.values.numeral import Form
from claims.values.passage import Passage
from claims.values.units import named

_TIMED = re.compile(
    r"(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d(?:\.\d{1,3})?)(?![\d:]|\s?[ap]\.?m\b)"
    r"|(?P<min>\d{1,2}):(?P<sec>[0-5]\d\.\d{1,3})(?![\d:]|\s?[ap]\.?m\b)"
)
_CUES = re.compile(
    r"(?:\b(?:in|clock(?:ed|ing)|time[sd]?|times? (?:of|was|is)|ran|mark of|record(?: of)?)"
    r"|成[绩績][为為是]?|用[时時]|以|跑出了?) ?$"
)
_CUE = 16
"""Characters before the figures in which something tells them from a time of day."""

_SIXTY = 60


def race_time(passage: Passage, start: int) -> Amount | None:
    """The time that the figures from ``start`` on give, None where they are a time of day or none at all."""
    before = passage.char(start - 1)
    found = None if before.isdigit() or before in ":." else _TIMED.match(passage.folded, start)
    if found is None:
        return None
    if found["h"] and not _CUES.search(passage.folded[max(0, start - _CUE) : start]):
        return None
    unit = named("hour" if found["h"] else "minute")
    parts = [found["h"], found["m"], found["s"]] if found["h"] else [found["min"], found["sec"]]
    whole, step = Decimal(0), Decimal(1)
    for place, part in enumerate(parts):
        whole += Decimal(part) / _SIXTY**place
        exponent = Decimal(part).as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / _SIXTY**place
    return Amount(start, found.end(), (start, found.end()), whole, whole, step, unit, Form.FIGURE)
