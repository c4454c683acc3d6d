"""Against whom a match was played: what tells the matches of one side apart."""

from __future__ import annotations

from claims.topics.naming import folded
from claims.topics.reading import Reading
from claims.topics.words import load_words


def opponents_in(reading: Reading) -> tuple[str, ...]:
    """The folded words of the names that stand behind ``beat``, ``lost to``, ``a draw with`` in an English sentence
    about a match, sorted; empty for any other sentence."""
    words = load_words()
    if reading.chinese or not any(t.text.lower() in words.matches for t in reading.tokens):
        return ()
    found: set[str] = set()
    for phrase in reading.phrases:
        before = reading.tokens[phrase.first - 1].text.lower() if phrase.first else ""
        if phrase.is_name and before in words.opposing:
            found.update(folded(t.text) for t in phrase.tokens)
    return tuple(sorted(found))
