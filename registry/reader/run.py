"""One run of the second reader, from the settings to the answers; texts are registered afterwards, with what came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claims.reader.pair import judge_of
from claims.reader.reader import Reader
from registry.config import Settings
from registry.connection import open_registry
from registry.method import Method
from registry.reader.asking import Asked, Limits, Told, ask_all
from registry.reader.language_model import LanguageModel, open_model
from registry.reader.plan import Plan, plan
from registry.reader.question import of_passage
from registry.reader.settings import ReaderSettings
from registry.selection import Submission
from sources.errors import SourceError, UsageError

GRAMMAR, LLM = "grammar", "llm"
READERS = (GRAMMAR, LLM)
"""Who may read: grammar alone, or a language model besides."""


def chosen(
    settings: Settings,
    reader: str | None,
    model: str | None,
    calls: int | None,
    tokens: int | None,
    judge: bool | None = None,
) -> ReaderSettings:
    """What holds of the second reader where the options of a command say this much; the table says the rest.

    Raises UsageError for options that do not go together.
    """
    told = settings.reader
    wanted = reader == LLM or (reader is None and told.model is not None)
    if not wanted:
        if model or judge or calls is not None or tokens is not None:
            raise UsageError(
                "--model, --judge, --max-calls and --max-tokens", "are for a model that reads", "add --reader llm"
            )
        return ReaderSettings()
    if not (model or told.model):
        raise UsageError("--reader llm", "names no model", "add --model NAME; `llm models` lists the names")
    return replace(
        told,
        model=model or told.model,
        max_calls=told.max_calls if calls is None else calls,
        max_tokens=told.max_tokens if tokens is None else tokens,
        judge=told.judge if judge is None else judge,
    )


def method_with(method: Method, reader: str | None, wanted: ReaderSettings) -> Method:
    """How texts are read then: with the model, by grammar alone where that is said, else as the registry has it."""
    if wanted.model:
        judge = judge_of(wanted.model) if wanted.judge else None
        return replace(method, reader=Reader(wanted.model), judge=judge, reader_stated=True)
    return replace(method, reader=None, judge=None, reader_stated=True) if reader == GRAMMAR else method


def planned(
    database: Path, submissions: Sequence[Submission | SourceError], method: Method, wanted: ReaderSettings
) -> tuple[Plan, LanguageModel | None]:
    """What is to be asked, and the model; it is opened only where there is something to ask.

    Raises ReaderError where the library or the model is missing.
    """
    assert method.reader is not None
    found = plan(database, submissions, method, method.reader)
    if not found.passages or wanted.max_calls == 0:
        return found, None
    return found, open_model(method.reader.model, wanted.timeout)


def asked_about(
    database: Path, found: Plan, model: LanguageModel, wanted: ReaderSettings, asked: Asked, told: Told
) -> None:
    """Asks what was planned; the answers stand in the registry at ``database``, which is made where there is none."""
    with open_registry(database, create=True) as registry:
        questions = [of_passage(passage) for passage in found.passages]
        ask_all(registry, questions, model, Limits(wanted.max_calls, wanted.max_tokens), asked, told)
