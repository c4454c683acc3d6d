"""Features of a claim to and from JSON, so that stored claims are matched without being read again."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from claims.model import Features

_PLAIN = {field.name: field.default for field in fields(Features)}


def dump_features(features: Features) -> str:
    """``features`` as JSON, those left out that are as by default."""
    told = ((name, getattr(features, name)) for name in _PLAIN)
    filled = {name: value for name, value in told if value != _PLAIN[name]}
    return json.dumps(filled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load_features(text: str) -> Features:
    """The inverse of :func:`dump_features`."""
    given: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in json.loads(text).items()}
    return Features(**given)
