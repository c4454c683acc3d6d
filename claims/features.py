"""Features of a claim to and from JSON, so that stored claims are matched without being read again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from claims.model import Features

_PLAIN = asdict(Features())


def dump_features(features: Features) -> str:
    """``features`` as JSON, those left out that are as by default."""
    filled = {name: value for name, value in asdict(features).items() if value != _PLAIN[name]}
    return json.dumps(filled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load_features(text: str) -> Features:
    """The inverse of :func:`dump_features`."""
    fields: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in json.loads(text).items()}
    return Features(**fields)
