"""What the registry tells: one file a format, and the tables in which each has its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from registry.reports import claim_list, detail, json_lines, json_list, proposals, text
from registry.reports.report import ClaimDetail, ClaimList, PairDetail, Proposals, Report
from registry.reports.screen import Screen

FORMATS: Mapping[str, Callable[[Report, Screen], Iterator[str]]] = MappingProxyType(
    {
        "text": text.conflicts,
        "json": json_list.write,
        "jsonl": json_lines.write,
    }
)
"""Formats of compared pairs; each gives the lines of the report, without line ends."""

CLAIM_FORMATS: Mapping[str, Callable[[ClaimList, Screen], Iterator[str]]] = MappingProxyType(
    {
        "text": claim_list.claims,
        "json": json_list.write,
        "jsonl": json_lines.write,
    }
)
"""Formats of registered claims."""

DETAIL_FORMATS: Mapping[str, Callable[[ClaimDetail | PairDetail, Screen], Iterator[str]]] = MappingProxyType(
    {
        "text": detail.write,
        "json": detail.write_json,
    }
)
"""Formats of one claim or pair in full."""

PROPOSAL_FORMATS: Mapping[str, Callable[[Proposals, Screen], Iterator[str]]] = MappingProxyType(
    {
        "text": proposals.write,
        "jsonl": json_lines.write,
    }
)
"""Formats of further names of subjects."""
