"""What is put to a model at a time, about a passage or about a pair, and how its answer is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from claims.reader.answer import Answer, Fault, read_answer
from claims.reader.pair import JUDGE_INSTRUCTION, JUDGE_SCHEMA, PairAnswer, PairQuestion, judge_of, read_pair_answer
from claims.reader.passage import Passage
from claims.reader.prompt import SCHEMA, instruction, prompt_version
from registry.reader.cost import tokens_of, tokens_of_pair


@dataclass(frozen=True, slots=True)
class Question:
    """``key`` and ``prompt`` are what the answer is kept under besides the model; ``tokens`` is about what it takes."""

    key: str
    prompt: str
    instruction: str
    schema: Mapping[str, Any]
    content: str
    tokens: int
    read: Callable[[str], Answer | PairAnswer | Fault]


def of_passage(passage: Passage) -> Question:
    """The question what the values of a passage are said of."""
    read = partial(read_answer, numbers=[value.number for value in passage.values])
    tokens = tokens_of(passage)
    return Question(passage.key, prompt_version(), instruction(), SCHEMA, passage.content, tokens, read)


def of_pair(pair: PairQuestion) -> Question:
    """The question whether both sides of a pair speak of the same thing."""
    prompt, tokens = judge_of("").prompt, tokens_of_pair(pair)
    return Question(pair.key, prompt, JUDGE_INSTRUCTION, JUDGE_SCHEMA, pair.content, tokens, read_pair_answer)
