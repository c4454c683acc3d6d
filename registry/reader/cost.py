"""About how many tokens a question takes, before any model is asked: every model counts in its own way."""

from __future__ import annotations

import json
from functools import lru_cache

from claims.reader.pair import JUDGE_INSTRUCTION, JUDGE_SCHEMA, PairQuestion
from claims.reader.passage import Passage
from claims.reader.prompt import SCHEMA, instruction

_LETTERS = 4
"""Latin letters to a token; a Chinese character is about one."""

_ANSWER = 60
"""Tokens that come back for each value."""

_FACTS = 120
"""Tokens that come back besides."""


_OPINION = 20
"""Tokens that come back on a pair."""


def tokens_of_pair(pair: PairQuestion) -> int:
    """About how many tokens one question on ``pair`` takes, the answer included."""
    return _tokens(JUDGE_INSTRUCTION) + _tokens(json.dumps(JUDGE_SCHEMA)) + _tokens(pair.content) + _OPINION


def tokens_of(passage: Passage) -> int:
    """About how many tokens one question on ``passage`` takes, the answer included."""
    return _asked() + _tokens(passage.content) + _ANSWER * len(passage.values) + _FACTS


@lru_cache(maxsize=1)
def _asked() -> int:
    return _tokens(instruction()) + _tokens(json.dumps(SCHEMA))


def _tokens(text: str) -> int:
    han = sum(not c.isascii() for c in text)
    return han + (len(text) - han) // _LETTERS
