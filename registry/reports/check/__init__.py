"""What a check tells: one file a format, and the table in which each has its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from registry.checking.finding import CheckReport
from registry.reports.check import github, gitlab, junit, markdown, page, records, sarif, text
from registry.reports.screen import Screen

Writer = Callable[[CheckReport, Screen], Iterator[str]]
"""Gives the lines of a report, without line ends."""

CHECK_FORMATS: Mapping[str, Writer] = MappingProxyType(
    {
        "text": text.write,
        "json": records.write_list,
        "jsonl": records.write_lines,
        "markdown": markdown.write,
        "sarif": sarif.write,
        "junit": junit.write,
        "github": github.write,
        "gitlab": gitlab.write,
        "html": page.write,
    }
)
"""Formats of a check."""

FINDINGS_ALONE = frozenset({"json", "jsonl", "gitlab"})
"""Formats that hold findings and have no place for anything else."""
