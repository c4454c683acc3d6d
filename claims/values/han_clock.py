"""Times of day in Chinese: 下午5点, 三点十分, 11:00时."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.values.dating import Reading
from claims.values.han_words import SMALL, small
from claims.values.passage import Passage

_PARTS_OF_DAY = "凌晨|清晨|早晨|早上|上午|中午|下午|午后|傍晚|晚上|夜里|夜间|深夜|当晚|晚|早"
_LATE = ("下午", "午后", "傍晚", "晚上", "晚", "夜里", "夜间", "深夜", "当晚")
_CLOCK = re.compile(
    rf" ?(?P<part>{_PARTS_OF_DAY})?(?P<h>\d{{1,2}}|{SMALL})(?:(?P<sign>[:：])(?P<m>[0-5]\d)(?:[:：][0-5]\d)?时?"
    rf"|(?P<word>点钟?|时)(?:(?P<min>\d{{1,2}}|{SMALL})分|(?P<half>半)|整)?)(?!候|间|代|期|刻|以)"
)


def with_clock(passage: Passage, reading: Reading, late: bool = False) -> Reading:
    """The reading of a day with the time of day behind it taken in; ``late`` says that it is in the evening."""
    found = _CLOCK.match(passage.text, reading.end)
    hour = small(found["h"]) if found is not None else 24
    if found is None or hour > 23 or reading.day is None:
        return reading
    minute = int(found["m"]) if found["m"] else 30 if found["half"] else small(found["min"] or "")
    hour += 12 if (late or found["part"] in _LATE) and hour < 12 else 0
    return replace(reading, end=found.end(), clock=f"{hour:02d}:{minute:02d}")


def clock(passage: Passage, at: int) -> int | None:
    """Where a time of day ends that stands alone: 下午5点, 三点十分, 8点半."""
    found = _CLOCK.match(passage.text, at)
    if found is None or passage.char(at) == " " or small(found["h"]) > 24:
        return None
    exact = found["part"] or found["min"] or found["half"] or found["sign"] or (found["word"] == "点钟")
    return found.end() if exact and not (found["sign"] and not found["part"]) else None
