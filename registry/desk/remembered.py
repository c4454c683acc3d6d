"""Answers that are kept until the database changes: counts that every page of the queue shows."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlite_utils import Database

T = TypeVar("T")

KEPT = 100
"""Answers that one thread keeps; when there are more, all are dropped."""


class _Kept(threading.local):
    """Each thread of Datasette reads through a connection of its own, and keeps what was read through that one."""

    def __init__(self) -> None:
        self.answers: dict[Hashable, tuple[tuple[Any, int], Any]] = {}


_KEPT = _Kept()


def remembered(db: Database, question: Hashable, ask: Callable[[], T]) -> T:
    """What ``ask`` gives, from memory where nobody has written since to what ``db``, which only reads, is open on."""
    # The connection itself: its id may be that of another one as soon as it is gone.
    state = (db.conn, int(db.execute("PRAGMA data_version").fetchone()[0]))
    known = _KEPT.answers.get(question)
    if known and known[0] == state:
        answer: T = known[1]
        return answer
    if len(_KEPT.answers) >= KEPT:
        _KEPT.answers.clear()
    found = ask()
    _KEPT.answers[question] = (state, found)
    return found
