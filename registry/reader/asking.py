"""Asking a model about passages, one by one: each answer is kept before the next question is put."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from claims.reader.answer import Answer, Fault, read_answer
from claims.reader.passage import Passage
from claims.reader.prompt import SCHEMA, instruction
from claims.reader.reader import Reader
from registry.connection import Registry
from registry.reader.answers import KeptAnswer, keep
from registry.reader.cost import tokens_of
from registry.reader.language_model import CallError, LanguageModel

ATTEMPTS = 3
"""How often a passage is asked about before grammar's reading stands."""

PAUSES = (2.0, 8.0)
"""Seconds before the second and the third attempt."""

GIVEN_UP = 3
"""After how many passages in a row that no call came through for nothing more is asked."""

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
"""Told after each passage: its number and how many there are."""


def ask_all(
    registry: Registry,
    passages: Sequence[Passage],
    model: LanguageModel,
    limits: Limits,
    asked: Asked,
    told: Told = lambda _number, _total: None,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Asks about each passage and keeps the answers; ``asked`` is filled as it goes.

    What stops it, Control-C above all, loses no answer that has come. Raises ReaderError where the model has no key.
    """
    reader, unreached = Reader(model.name), 0
    for number, passage in enumerate(passages, 1):
        found = Fault.FAILED_CALL if unreached >= GIVEN_UP else _ask(passage, model, limits, asked, sleep)
        if isinstance(found, Answer):
            with registry.transaction():
                keep(registry.db, [KeptAnswer(passage.key, reader, found)])
            asked.answered += 1
        else:
            asked.faults[found] += 1
        unreached = unreached + 1 if found in _NO_CALL else 0 if found is not Fault.BUDGET else unreached
        told(number, len(passages))


def _ask(
    passage: Passage, model: LanguageModel, limits: Limits, asked: Asked, sleep: Callable[[float], None]
) -> Answer | Fault:
    """The answer on a passage, after as many attempts as it takes and the limits allow."""
    fault = Fault.BUDGET
    for attempt in range(ATTEMPTS):
        expected = tokens_of(passage)
        if _spent(limits.calls, asked.calls + 1) or _spent(limits.tokens, asked.tokens + expected):
            return fault
        if attempt:
            sleep(PAUSES[attempt - 1])
        asked.calls += 1
        try:
            reply = model.ask(instruction(), passage.content, SCHEMA)
        except CallError as error:
            fault = error.fault
            asked.details[error.detail] += 1
            asked.tokens += expected if fault is Fault.TIMEOUT else 0
            continue
        asked.tokens += expected if reply.tokens is None else reply.tokens
        found = read_answer(reply.text, [value.number for value in passage.values])
        if isinstance(found, Answer):
            return found
        fault = found
    return fault


def _spent(limit: int | None, wanted: int) -> bool:
    return limit is not None and wanted > limit
