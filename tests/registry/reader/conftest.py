from __future__ import annotations

from tests.registry.reader.models import home

__all__ = ["home"]
