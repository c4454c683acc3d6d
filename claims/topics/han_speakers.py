"""Chinese clauses that tell who says what follows, and nothing of it: 校长叶青岚昨天回应称，…"""

from __future__ import annotations

from claims.topics.reading import Reading
from claims.topics.tokens import Pos
from claims.topics.words import load_words
from sources.span import Span

_LONGEST = 26
"""Characters of such a clause: a longer one tells something itself."""


def only_says(reading: Reading, clause: Span) -> bool:
    """Whether a clause ends in a verb of saying, so that what it names is who speaks."""
    if len(clause) > _LONGEST or reading.text[clause.end : clause.end + 1] not in ("，", ",", "：", ":", "“", "「"):
        return False
    words = load_words()
    inside = [t for t in reading.tokens_in(clause) if t.pos is not Pos.PUNCTUATION]
    return bool(inside) and inside[-1].text in words.speakers | words.attributing
