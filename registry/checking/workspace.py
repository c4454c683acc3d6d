"""A registry in memory in which drafts stand where they would stand once published."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from registry import ingest, load
from registry.checking.request import Request
from registry.checking.sides import Draft, sides_of
from registry.config import Settings
from registry.connection import Registry, memory_registry, registry_copy
from registry.decision_file import read_decision_file
from registry.decision_transfer import import_entries
from registry.model import Source
from registry.project import method_of
from registry.reader.answer_file import read_answer_file
from registry.reader.answers import add_new
from sources.errors import SourceError


@dataclass(frozen=True, slots=True)
class Workspace:
    """A registry that holds both sides of a check, compared.

    ``checked`` are the sources of the changed side; ``whole`` says that there are no others.
    """

    registry: Registry
    checked: tuple[Source, ...]
    failures: tuple[SourceError, ...]
    whole: bool


@contextmanager
def workspace(settings: Settings, request: Request) -> Iterator[Workspace]:
    """Both sides of the check that ``request`` asks for; what is registered is read and never written.

    Every checked source is compared with all others, and no two of the others with each other.
    """
    sides = sides_of(settings, request)
    method = method_of(settings)
    with registry_copy(request.database) if request.database else memory_registry() as registry:
        # What is compared in a registry is compared under its own names where the project has none.
        method = ingest.in_force(registry, method) if request.database else method
        if not request.database:
            _import_answers(registry, settings)
        ingest.refresh(registry, method)
        # A registry has compared its sources already, so that only what is new in it is left.
        comparing = request.database is not None
        for draft in sides.drafts:
            ingest.add_source(registry, draft.submission, draft.document, method, comparing=comparing)
        checked = tuple(_registered(registry, draft) for draft in sides.drafts if draft.checked)
        sheet = load.sheet_source(registry.db)
        if sheet and sides.sheet_checked:
            checked = (sheet, *checked)
        if not comparing:
            documents = tuple(dict.fromkeys(source.document for source in checked))
            ingest.compare_with_all(registry, documents, method)
            if settings.decisions and settings.decisions.exists():
                import_entries(registry, read_decision_file(settings.decisions))
        whole = {source.name for source in checked} == {source.name for source in load.sources(registry.db)}
        yield Workspace(registry, checked, sides.failures, whole and not sides.failures)


def _import_answers(registry: Registry, settings: Settings) -> None:
    """Takes the answers of the second reader from the project's file, where there are both."""
    file = settings.reader.answers
    if file and file.exists():
        with registry.transaction():
            add_new(registry.db, read_answer_file(file))


def _registered(registry: Registry, draft: Draft) -> Source:
    source = load.source_named(registry.db, draft.name)
    assert source is not None
    return source
