"""Taking sources out."""

from __future__ import annotations

from collections.abc import Sequence

from registry import load
from registry.config import Settings
from registry.connection import open_registry
from registry.ingest import remove_source
from registry.lookup import find_source
from registry.method import Method
from registry.model import Source
from registry.reader.answers import reader_in_force


def remove(settings: Settings, names: Sequence[str]) -> tuple[Source, ...]:
    """Takes the named sources out, one transaction each, and returns them. Decisions stay in the log.

    Raises KeyNotFoundError, before anything is taken out, when a name stands for no source or for several.
    """
    with open_registry(settings.database) as registry:
        found = tuple(dict.fromkeys(find_source(registry.db, name, settings.folder).name for name in names))
        # With the registry's own copy of aliases and watched facts: what stays is to be judged as it was before.
        method = Method(
            load.aliases(registry.db),
            settings.thresholds,
            sheet=load.sheet(registry.db),
            reader=reader_in_force(registry.db),
        )
        removed = []
        for name in found:
            source = load.source_named(registry.db, name)
            if source:
                remove_source(registry, source, method)
                removed.append(source)
    return tuple(removed)
