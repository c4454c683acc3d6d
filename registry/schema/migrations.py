"""The list that each part of the schema adds its migrations to, in the order in which the parts are imported."""

from __future__ import annotations

from sqlite_utils import Migrations

MIGRATIONS = Migrations("registry")
