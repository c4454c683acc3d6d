"""The date a source was published on, at the precision it is known."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def check_published(text: str) -> str:
    """``text`` if it is a year, a month or a day of the calendar, written ``2025``, ``2025-04`` or ``2025-04-09``.

    Raises ValueError, whose message says what is expected, for anything else.
    """
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a date as 2025, 2025-04 or 2025-04-09")
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise ValueError(f"{text!r} is not in the calendar") from None
    return text
