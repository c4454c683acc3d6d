"""Times of day in Chinese: 下午5点, 三点十分, 三点一刻, 11:00时."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.lexicon import Lexicon
from claims.values.dating import Reading
from claims.values.han_words import Words, small, words_for
from claims.values.passage import Passage

_BESIDE = 6
_TOOK = re.compile(r"成[绩績]|用[时時]|耗[时時]|历时|歷時|跑出")
_RESULT = re.compile(r"的?(?:好|佳|总|最好)?成[绩績]|的?佳[绩績]|夺|奪|获|完成|完赛|完賽|跑完|率先|撞")


def with_clock(passage: Passage, reading: Reading, words: Words, late: bool = False) -> Reading:
    """The reading of a day with the time of day behind it taken in; ``late`` says that it is in the evening."""
    found = words.clock.match(passage.text, reading.end)
    hour = small(found["h"]) if found is not None else 24
    if found is None or hour > 23 or reading.day is None:
        return reading
    quarters = 15 * small(found["quarter"] or "")
    minute = int(found["m"]) if found["m"] else 30 if found["half"] else quarters or small(found["min"] or "")
    hour += 12 if (late or found["part"] in words.late) and hour < 12 else 0
    return replace(reading, end=found.end(), clock=f"{hour:02d}:{minute:02d}")


def clock(passage: Passage, at: int, lexicon: Lexicon) -> int | None:
    """Where a time of day ends that stands alone: 下午5点, 三点十分, 8点半."""
    found = words_for(lexicon.name).clock.match(passage.text, at)
    if found is None or passage.char(at) == " " or small(found["h"]) > 24 or _is_result(passage, found):
        return None
    exact = found["part"] or found["min"] or found["half"] or found["quarter"] or (found["word"] == "点钟")
    return found.end() if exact else None


def _is_result(passage: Passage, found: re.Match[str]) -> bool:
    """Whether what looks like a time of day is how long a runner took: 成绩为2时27分05秒."""
    if not found["sec"]:
        return False
    before = passage.text[max(0, found.start() - _BESIDE) : found.start()]
    return bool(_TOOK.search(before) or _RESULT.match(passage.text, found.end()))
