"""What a model answered, held to the schema. What does not fit it is no answer, and says why."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, TypeVar

from claims.model import Modality


class Fault(StrEnum):
    """Why a passage has no answer of a model."""

    TIMEOUT = "time-out"
    RATE_LIMIT = "rate limit"
    FAILED_CALL = "failed call"
    REFUSAL = "refusal"
    BROKEN_JSON = "broken JSON"
    WRONG_SCHEMA = "wrong schema"
    HALF = "half an answer"
    BUDGET = "budget spent"


@dataclass(frozen=True, slots=True)
class ValueReading:
    """What is said of the value of that number; None leaves it to grammar, an empty text says that there is none."""

    n: int
    subject: str | None = None
    attribute: str | None = None
    scope: str | None = None
    as_of: str | None = None
    modality: str | None = None
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class FactReading:
    """A fact without a figure, with the stretch of the passage that states it."""

    subject: str
    attribute: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that fits the schema."""

    values: tuple[ValueReading, ...] = ()
    facts: tuple[FactReading, ...] = ()

    def record(self) -> dict[str, Any]:
        """The answer as JSON has it, without what is left to grammar."""
        values = [{key: word for key, word in asdict(value).items() if word is not None} for value in self.values]
        return {"values": values, "facts": [asdict(fact) for fact in self.facts]}

    def fits(self, numbers: Collection[int]) -> bool:
        """Whether it speaks of every value of a passage and of no other."""
        return {value.n for value in self.values} == set(numbers)


_MOST_FACTS = 40
_LONGEST = 200
_LONGEST_QUOTE = 600
_FENCE = re.compile(r"\A```(?:json)?\s*\n(.*)\n```\Z", re.DOTALL)


def read_answer(text: str, numbers: Collection[int]) -> Answer | Fault:
    """The answer that a model gave in ``text`` on a passage with values of these ``numbers``, or what is wrong."""
    record = record_in(text)
    if isinstance(record, Fault):
        return record
    answer = answer_of(record)
    if answer is None or not {value.n for value in answer.values} <= set(numbers):
        return Fault.WRONG_SCHEMA
    return answer if answer.fits(numbers) else Fault.HALF


def record_in(text: str) -> object | Fault:
    """What a model answered in ``text`` as JSON reads it, or what is wrong."""
    text = text.strip()
    if fenced := _FENCE.match(text):
        text = fenced.group(1)
    if not text.startswith(("{", "[")):
        return Fault.REFUSAL
    try:
        record: object = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return Fault.BROKEN_JSON
    return record


def answer_of(record: object) -> Answer | None:
    """The answer that ``record`` holds, as JSON reads it; None where it does not fit the schema."""
    if not isinstance(record, dict) or record.keys() != {"values", "facts"}:
        return None
    values = _all(record["values"], _value)
    facts = _all(record["facts"], _fact)
    if values is None or facts is None or len(facts) > _MOST_FACTS:
        return None
    if len({value.n for value in values}) < len(values):
        return None
    return Answer(tuple(sorted(values, key=lambda value: value.n)), tuple(facts))


def _once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(members)
    if len(record) < len(members):
        raise ValueError("says something twice")
    return record


T = TypeVar("T")


def _all(items: object, read: Callable[[Mapping[str, object]], T | None]) -> list[T] | None:
    if not isinstance(items, list):
        return None
    found = []
    for item in items:
        one = read(item) if isinstance(item, dict) else None
        if one is None:
            return None
        found.append(one)
    return found


_FIELDS = ("subject", "attribute", "scope", "as_of", "modality", "said_by")


def _value(item: Mapping[str, object]) -> ValueReading | None:
    number = item.get("n")
    if type(number) is not int or item.keys() - {"n", *_FIELDS}:
        return None
    words = {key: item.get(key) for key in _FIELDS}
    if not all(word is None or _is_line(word, _LONGEST) for word in words.values()):
        return None
    if words["modality"] is not None and words["modality"] not in set(Modality):
        return None
    return ValueReading(number, **{key: None if word is None else str(word).strip() for key, word in words.items()})


def _fact(item: Mapping[str, object]) -> FactReading | None:
    if item.keys() != {"subject", "attribute", "value", "quote"}:
        return None
    if not all(_is_line(item[key], _LONGEST) for key in ("subject", "attribute", "value")):
        return None
    quote = item["quote"]
    if not isinstance(quote, str) or len(quote) > _LONGEST_QUOTE or not _is_text(quote):
        return None
    subject, attribute, value = (str(item[key]).strip() for key in ("subject", "attribute", "value"))
    return FactReading(subject, attribute, value, quote.strip())


def _is_line(word: object, longest: int) -> bool:
    """Whether a word is one line of text that any file and screen can hold."""
    return isinstance(word, str) and len(word) <= longest and _is_text(word) and "\n" not in word


def _is_text(text: str) -> bool:
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and c not in "\n\t" for c in text)
