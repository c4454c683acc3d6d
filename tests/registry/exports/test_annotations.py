"""Web Annotations, read back by a JSON-LD processor and found again in the source text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.connection import memory_registry
from registry.exports.annotations import CONTEXT, annotation_page, source_iri
from registry.load import document
from registry.model import Source
from registry.queries import ClaimFilter, find_claims
from tests.registry.exports.linked import expanded
from tests.registry.samples import claim, keep

OA, RDF = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

TERMS = {
    "id": "@id",
    "type": "@type",
    "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
    "Annotation": f"{OA}Annotation",
    "TextualBody": f"{OA}TextualBody",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "describing": f"{OA}describing",
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "start": f"{OA}start",
    "end": f"{OA}end",
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
}
"""The terms of the model's context that a page may use; a word that is none of them is lost in the expansion."""


def annotations_of(page: dict[str, Any]) -> list[dict[str, Any]]:
    """The annotations of a page as an independent processor understands them."""
    (found,) = expanded(page, CONTEXT, TERMS)
    (items,) = found["https://www.w3.org/ns/activitystreams#items"]
    return list(items["@list"])


def test_every_claim_is_found_again_by_both_selectors() -> None:
    text = "開頭。去年港口有企業三百家，\U0001f6a2今年有340家。结尾。"
    with memory_registry() as registry:
        one = claim(text, "去年港口有企業三百家", "三百家", 300)
        two = claim(text, "\U0001f6a2今年有340家", "340家", 340)
        keep(registry, "港口 report.txt", text, one, two)
        stored = find_claims(registry.db, ClaimFilter())
        source_text = document(registry.db, stored[0].document).text
        annotations = annotations_of(annotation_page(stored))
    assert len(annotations) == 2
    for annotation, made in zip(annotations, (one, two), strict=True):
        assert annotation["@type"] == [f"{OA}Annotation"]
        (target,) = annotation[f"{OA}hasTarget"]
        assert target[f"{OA}hasSource"] == [{"@id": "https://example.org/%E6%B8%AF%E5%8F%A3%20report.txt"}]
        by_quote, by_place = target[f"{OA}hasSelector"]
        (start,), (end,) = by_place[f"{OA}start"], by_place[f"{OA}end"]
        words = [by_quote[f"{OA}{part}"][0]["@value"] for part in ("prefix", "exact", "suffix")]
        assert source_text[start["@value"] : end["@value"]] == words[1] == made.quote
        assert source_text.count("".join(words)) == 1


def test_the_body_says_what_was_read() -> None:
    with memory_registry() as registry:
        keep(registry, "a.txt", "港口有企業三百家", claim("港口有企業三百家", "港口有企業三百家", "三百家", 300))
        (annotation,) = annotations_of(annotation_page(find_claims(registry.db, ClaimFilter())))
    (body,) = annotation[f"{OA}hasBody"]
    assert body[f"{RDF}value"] == [{"@value": "港口: 300 家"}]


@pytest.mark.parametrize(
    ("name", "url", "iri"),
    [
        ("a.txt", "https://example.org/a", "https://example.org/a"),
        ("https://example.org/b", None, "https://example.org/b"),
        ("a b.txt", "javascript:alert(1)", "a%20b.txt"),
        ("a.txt", None, "a.txt"),
    ],
)
def test_where_a_source_is_to_be_found(name: str, url: str | None, iri: str) -> None:
    assert source_iri(Source(1, name, "0" * 64, url=url)) == iri


@given(st.text(max_size=30))
def test_any_name_makes_a_reference_without_spaces(name: str) -> None:
    iri = source_iri(Source(1, Path(name or "x").name, "0" * 64))
    assert iri.isascii()
    assert not set(iri) & set(' <>"\\^`{|}\n')
