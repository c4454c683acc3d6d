"""Times of day in Chinese: 下午5点, 三点十分, 三点一刻, 11:00时."""

from __future__ import annotations

from dataclasses import replace

from claims.lexicon import Lexicon
from claims.values.dating import Reading
from claims.values.han_words import Words, small, words_for
from claims.values.passage import Passage


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
    if found is None or passage.char(at) == " " or small(found["h"]) > 24:
        return None
    exact = found["part"] or found["min"] or found["half"] or found["quarter"] or (found["word"] == "点钟")
    return found.end() if exact else None
