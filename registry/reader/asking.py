"""Asking a model about passages or pairs, one by one: each answer is kept before the next question is put."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from claims.reader.answer import Answer, Fault
from claims.reader.pair import PairAnswer
from claims.reader.reader import Reader
from registry.connection import Registry
from registry.reader.answers import KeptAnswer, keep
from registry.reader.language_model import CallError, LanguageModel
from registry.reader.question import Question

ATTEMPTS = 3
"""How often a question is put before grammar's reading stands."""

PAUSES = (2.0, 8.0)
"""Seconds before the second and the third attempt."""

GIVEN_UP = 3
"""After how many questions in a row that no call came through for nothing more is asked."""

_NO_CALL = frozenset({Fault.TIMEOUT, Fault.RATE_LIMIT, Fault.FAILED_CALL})


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may cost; None is without bound."""

    calls: int | None = None
    tokens: int | None = None


@dataclass(slots=True)
class Asked:
    """What a run of questions came to so far; ``details`` are what clients called the faults of their calls."""

    calls: int = 0
    tokens: int = 0
    answered: int = 0
    faults: Counter[Fault] = field(default_factory=Counter)
    details: Counter[str] = field(default_factory=Counter)


Told = Callable[[int, int], None]
"""Told after each question: its number and how many there are."""


def ask_all(
    registry: Registry,
    questions: Sequence[Question],
    model: LanguageModel,
    limits: Limits,
    asked: Asked,
    told: Told = lambda _number, _total: None,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Puts each question and keeps the answers; ``asked`` is filled as it goes.

    What stops it, Control-C above all, loses no answer that has come. Raises ReaderError where the model has no key.
    """
    unreached = 0
    for number, question in enumerate(questions, 1):
        found = Fault.FAILED_CALL if unreached >= GIVEN_UP else _ask(question, model, limits, asked, sleep)
        if not isinstance(found, Fault):
            with registry.transaction():
                keep(registry.db, [KeptAnswer(question.key, Reader(model.name, question.prompt), found)])
            asked.answered += 1
        else:
            asked.faults[found] += 1
        unreached = unreached + 1 if found in _NO_CALL else 0 if found is not Fault.BUDGET else unreached
        told(number, len(questions))


def _ask(
    question: Question, model: LanguageModel, limits: Limits, asked: Asked, sleep: Callable[[float], None]
) -> Answer | PairAnswer | Fault:
    """The answer to a question, after as many attempts as it takes and the limits allow."""
    fault = Fault.BUDGET
    for attempt in range(ATTEMPTS):
        expected = question.tokens
        if _spent(limits.calls, asked.calls + 1) or _spent(limits.tokens, asked.tokens + expected):
            return fault
        if attempt:
            sleep(PAUSES[attempt - 1])
        asked.calls += 1
        try:
            reply = model.ask(question.instruction, question.content, question.schema)
        except CallError as error:
            fault = error.fault
            asked.details[error.detail] += 1
            asked.tokens += expected if fault is Fault.TIMEOUT else 0
            continue
        asked.tokens += expected if reply.tokens is None else reply.tokens
        found = question.read(reply.text)
        if not isinstance(found, Fault):
            return found
        fault = found
    return fault


def _spent(limit: int | None, wanted: int) -> bool:
    return limit is not None and wanted > limit
