"""One run of the judge, from what is in doubt to the comparisons that its answers change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from registry.connection import Registry, memory_registry, registry_copy
from registry.ingest import add_source, in_force, refresh
from registry.method import Method
from registry.reader.asking import Asked, Limits, Told, ask_all
from registry.reader.doubts import Doubts, doubts
from registry.reader.language_model import LanguageModel, open_model
from registry.reader.question import of_pair
from registry.reader.settings import ReaderSettings
from registry.selection import Submission
from sources import files
from sources.errors import SourceError


def rehearsed(
    database: Path, submissions: Sequence[Submission | SourceError], method: Method, wanted: ReaderSettings
) -> tuple[Doubts, LanguageModel | None]:
    """What would be asked about pairs once ``submissions`` are registered at ``database``; nothing is written there.

    Texts are read with the answers that are there. Raises ReaderError where the library or the model is missing.
    """
    with registry_copy(database) if database.exists() else memory_registry() as registry:
        method = in_force(registry, method)
        refresh(registry, method)
        for item in submissions:
            if isinstance(item, Submission):
                try:
                    document = files.load(item.ref)
                except SourceError:  # whoever registers it says so
                    continue
                add_source(registry, item, document, method)
        return opened(registry, method, wanted)


def opened(registry: Registry, method: Method, wanted: ReaderSettings) -> tuple[Doubts, LanguageModel | None]:
    """What is to be asked about the pairs of a registry, and the model; it is opened only where there is something.

    Raises ReaderError where the library or the model is missing.
    """
    assert method.judge is not None
    found = doubts(registry.db, method.judge)
    if not found.questions or wanted.max_calls == 0:
        return found, None
    return found, open_model(method.judge.model, wanted.timeout)


def asked_about_pairs(
    registry: Registry,
    found: Doubts,
    model: LanguageModel,
    wanted: ReaderSettings,
    before: Asked,
    asked: Asked,
    told: Told,
) -> None:
    """Asks about the pairs, within what the questions ``before`` have left of the limits of the run."""
    limits = Limits(_left(wanted.max_calls, before.calls), _left(wanted.max_tokens, before.tokens))
    ask_all(registry, [of_pair(pair) for pair in found.questions], model, limits, asked, told)


def _left(limit: int | None, spent: int) -> int | None:
    return None if limit is None else max(limit - spent, 0)
