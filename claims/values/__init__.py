"""Reading quantities: every number, rank, date and duration of a text, as intervals with exact places."""

from __future__ import annotations

from claims.model import ValueMention
from claims.values.find import find_values, read_values

__all__ = ["ValueMention", "find_values", "read_values"]
