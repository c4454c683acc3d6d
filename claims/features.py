"""Features of a claim to and from JSON, so that stored claims are matched without being read again."""

from __future__ import annotations

import json
from dataclasses import asdict

from claims.model import Features


def dump_features(features: Features) -> str:
    """``features`` as JSON, empty ones left out."""
    filled = {name: value for name, value in asdict(features).items() if value}
    return json.dumps(filled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load_features(text: str) -> Features:
    """The inverse of :func:`dump_features`."""
    return Features(**{name: tuple(v) if isinstance(v, list) else v for name, v in json.loads(text).items()})
