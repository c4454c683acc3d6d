"""What is known of a source before it is read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A source by name, where it is to be found, and what its manifest says of it.

    ``name`` is the ``source`` of the contract: the path relative to the project folder, or the URL. At least one of
    ``path`` and ``url`` is there; the path is read where both are. ``published`` is a year, a month or a day,
    ``language`` a BCP 47 tag. ``extra`` holds the keys that mean nothing here, as they were.
    """

    name: str
    path: Path | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def source_name(path: Path, project: Path) -> str:
    """The name of the source at ``path``: relative to the folder ``project`` if it lies there, else in full.

    Written with slashes. Bytes of a name that are no UTF-8 are written as ``\\xff``, so that any name can be stored.
    """
    found = Path(os.path.normpath(path.absolute()))
    # By its own name first: a link in the project is a source of the project, wherever it leads.
    for place, folder in ((found, Path(os.path.normpath(project.absolute()))), (found.resolve(), project.resolve())):
        if place.is_relative_to(folder):
            found = place.relative_to(folder)
            break
    return os.fsencode(found.as_posix()).decode("utf-8", "backslashreplace")
