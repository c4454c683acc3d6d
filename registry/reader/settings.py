"""``[reader]`` of ``claims.toml``: which language model reads besides grammar, and what it may cost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from registry.toml_file import check_keys, table_at
from sources.errors import ConfigError

ANSWERS_NAME = "answers.jsonl"

READER_KEYS: dict[str, str] = {
    "model": "a model by its name in the `llm` library",
    "max_calls": "how many calls one run of `claims add` may make",
    "max_tokens": "how many tokens one run may use, what is sent and what comes back together",
    "answers": "the file that answers are kept in; `claims reader import` and `claims check` read it",
    "judge": "whether the model is asked about pairs that matching is not sure of, true or false",
    "timeout": "how many seconds a call may take",
}
"""The keys of the table."""


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """What the table says; without a ``model`` there is no second reader. None is without bound.

    ``answers`` is a full path, None where there is no table; the file need not be there.
    """

    model: str | None = None
    max_calls: int | None = None
    max_tokens: int | None = None
    timeout: int = 120
    answers: Path | None = None
    judge: bool = False


def read_reader_settings(file: Path, table: object) -> ReaderSettings:
    """The settings of the table. Raises ConfigError for an unknown key and a value of the wrong type or range."""
    known = table_at(file, table, "reader")
    check_keys(file, known, READER_KEYS, "reader.")
    numbers = {key: _number(file, known[key], key) for key in ("max_calls", "max_tokens", "timeout") if key in known}
    model = known.get("model")
    if known and (not isinstance(model, str) or not model.strip()):
        raise ConfigError(str(file), "`reader.model` names no model", 'write model = "NAME"; `llm models` lists them')
    answers = known.get("answers", ANSWERS_NAME)
    if not isinstance(answers, str) or not answers:
        raise ConfigError(str(file), "`reader.answers` is not a path", 'write answers = "a/path"')
    judge = known.get("judge", False)
    if not isinstance(judge, bool):
        raise ConfigError(str(file), "`reader.judge` is neither true nor false", "correct it")
    return ReaderSettings(model, **numbers, answers=file.parent / answers if known else None, judge=judge)


def _number(file: Path, value: object, key: str) -> int:
    if type(value) is not int or value < (1 if key == "timeout" else 0):
        raise ConfigError(str(file), f"`reader.{key}` is no whole number that makes sense", "correct it")
    return value
