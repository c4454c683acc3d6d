"""The tables of a registry, as an ordered list of small migrations; the log's stand in ``decision_tables.py``.

A migration stands in the part it belongs to by its subject and is numbered by its place in the whole list: a new one
goes to the end of the last part, or into a new part at the end of ``PARTS``.

Columns hold what the fields of the same name mean in a claim or a compared pair; offsets are code points of
``documents.text`` unless their name says bytes. Numbers are stored twice: exactly as text (``low``) and as a float
for sorting (``low_number``); dates are text and sort as such. Times are UTC.

What the machine found (``claims``, ``claim_keys``, ``pairs``) can be deleted and found again at any time. What a
person decided is only ever added to: triggers refuse everything else, whoever asks. What stood in texts that have
been replaced (``past_claims``, ``closed_pairs``) is kept until it is pruned.
"""

from __future__ import annotations

from registry.schema import found, log, versions, finding, reader, sound, doubt  # isort: skip  # each adds its migrations as it is imported
from registry.schema.migrations import MIGRATIONS

__all__ = ["APPLICATION_ID", "MIGRATIONS", "PARTS", "SCHEMA_VERSION"]

APPLICATION_ID = 0x436C5267
"""``ClRg``: tells a registry from another program's SQLite file (``PRAGMA application_id``)."""

SCHEMA_VERSION = 21
"""How many migrations this release knows (``PRAGMA user_version``)."""

PARTS = (found, log, versions, finding, reader, sound, doubt)
"""The parts in the order of their migrations."""
