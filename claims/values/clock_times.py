"""What a time of day is, where it stands without a day: 3.42 a.m., 18:00, 下午三点半."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import TIME_MARK, ValueMention
from claims.values.han_words import small, words_for
from claims.values.roles import Role

_FIGURES = re.compile(
    r"(?P<h>\d{1,2})(?:[:：.](?P<m>[0-5]\d))?(?:[:：][0-5]\d)? ?(?:(?P<half>[ap])\.? ?m\b)?", re.IGNORECASE
)
_A_RUN = re.compile(r"\d[:：]\d\d[:：]\d\d")
"""What is rather how long a run took (2:11:44) than a time of day, which has two figures for the hour."""

_MIDNIGHT = 24


def with_time(mention: ValueMention) -> ValueMention:
    """A mention of a time of day with that time as its value (``T03:42``); any other as it is."""
    if mention.role != Role.CLOCK.value or _A_RUN.fullmatch(mention.surface):
        return mention
    time = _in_figures(mention.surface) or _in_chinese(mention.surface)
    return replace(mention, role=None, quantity=replace(mention.quantity, low=time, high=time)) if time else mention


def _in_figures(surface: str) -> str | None:
    found = _FIGURES.match(surface)
    if found is None or not (found["m"] or found["half"]):
        return None
    hour, half = int(found["h"]), (found["half"] or "").lower()
    return _time(hour % 12 + 12 * (half == "p") if half else hour, int(found["m"] or 0))


def _in_chinese(surface: str) -> str | None:
    words = words_for("zh")
    found = words.clock.match(surface)
    if found is None:
        return None
    hour = small(found["h"])
    minute = (
        int(found["m"] or 0)
        or 30 * bool(found["half"])
        or 15 * small(found["quarter"] or "")
        or small(found["min"] or "")
    )
    return _time(hour + 12 if found["part"] in words.late and hour < 12 else hour, minute)


def _time(hour: int, minute: int) -> str | None:
    return f"{TIME_MARK}{hour % _MIDNIGHT:02d}:{minute:02d}" if hour <= _MIDNIGHT else None
