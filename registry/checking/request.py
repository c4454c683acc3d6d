"""What a check is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claims.model import Severity


@dataclass(frozen=True, slots=True)
class Request:
    """The words of ``claims check``, parsed.

    ``paths`` are files and folders; without any the sources of the project are meant. ``draft`` is what stood on
    standard input, ``draft_name`` the path it is to stand for. ``database`` is the registry to check against, None
    where one is to be built. ``since`` is a git revision. ``fail_on`` is None for never. ``baseline`` is a file of
    known findings; with ``update_baseline`` it need not be there, with ``allow_stale`` entries that fit nothing are
    no fault.
    """

    paths: tuple[Path, ...] = ()
    draft: bytes | None = None
    draft_name: Path | None = None
    database: Path | None = None
    since: str | None = None
    fail_on: Severity | None = Severity.MEDIUM
    baseline: Path | None = None
    update_baseline: bool = False
    allow_stale: bool = False
