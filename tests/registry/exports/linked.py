"""Linked data as an independent processor understands it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyld import jsonld


def expanded(document: Mapping[str, Any], context: str, terms: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The nodes of a document whose remote ``context`` stands for ``terms``; a word that is no term is an error."""

    def load(address: str, _options: object) -> dict[str, Any]:
        assert address == context
        return {"contextUrl": None, "documentUrl": address, "document": {"@context": terms}}

    options = {"documentLoader": load, "base": "https://example.org/", "safe": True}
    return list(jsonld.expand(dict(document), options))
