"""The numbers of a registry: tables for people, one object for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from registry.agreement import Agreement
from registry.model import Judgement, Status
from registry.records import Record
from registry.reports.screen import Screen, clipped, clipped_left, columns, plain
from registry.reports.wording import counted
from registry.stats import EditorStats, RuleStats, Stats

_STATUSES = tuple(Status)
_SOURCES = 20
"""How many sources the text shows, those with the most findings; JSON has all."""

_WIDEST = 48
"""Columns of a cell at most."""


def write(stats: Stats, screen: Screen) -> Iterator[str]:
    """The numbers as tables; one that would be empty is left out."""
    totals = stats.totals
    yield (
        f"{counted(totals.sources, 'source')}, {counted(totals.claims, 'claim')}, "
        f"{counted(stats.topics, 'topic')} on which several claims speak"
    )
    yield from _queue(stats)
    verdicts = [[verdict.value, *_by_status(found), sum(found.values())] for verdict, found in stats.verdicts.items()]
    yield from _table(screen, "Compared pairs", ["verdict", *_STATUSES, "in all"], verdicts)
    rules = [_rule(name, rule) for name, rule in stats.rules.items()]
    headings = ["rule", *_STATUSES, "judged", "right", "95 %", "two editors", "same", "κ"]
    yield from _table(screen, "Findings by rule", headings, rules)
    most = sorted(stats.sources.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    # Paths are told apart by their ends.
    sources = [
        [clipped_left(name, _WIDEST), *_by_status(found), sum(found.values())] for name, found in most[:_SOURCES]
    ]
    more = f", the {_SOURCES} with most of {len(most)}" if len(most) > _SOURCES else ""
    yield from _table(screen, f"Findings by source{more}", ["source", *_STATUSES, "in all"], sources)
    editors = [_editor(name, editor) for name, editor in stats.editors.items()]
    headings = ["editor", "decided", "by kind", "taken back", "verified", "given to them"]
    yield from _table(screen, "Editors", headings, editors)


def write_json(stats: Stats, _screen: Screen) -> Iterator[str]:
    """The numbers as one JSON object, shares as 0–1."""
    return iter(json.dumps(record(stats), ensure_ascii=False, indent=2).splitlines())


def record(stats: Stats) -> Record:
    """The numbers as scripts read them."""
    totals, queue = stats.totals, stats.queue
    return {
        "sources": totals.sources,
        "documents": totals.documents,
        "claims": totals.claims,
        "topics": stats.topics,
        "pairs": {"possible": totals.possible, "compared": totals.compared, "matched": totals.matched},
        "verdicts": {verdict: dict(found) for verdict, found in stats.verdicts.items()},
        "rules": {name: _rule_record(rule) for name, rule in stats.rules.items()},
        "by_source": {name: dict(found) for name, found in stats.sources.items()},
        "editors": {name: _editor_record(editor) for name, editor in stats.editors.items()},
        "queue": {
            "waiting": queue.waiting,
            "pairs": queue.pairs,
            "oldest_days": _rounded(queue.oldest_days),
            "median_days": _rounded(queue.median_days),
        },
        "corrections": dict(stats.corrections),
        "second_opinions": dict(stats.second_opinions),
        "verifications": dict(stats.verifications),
        "flagged": stats.flagged,
    }


def _rule_record(rule: RuleStats) -> Record:
    return {
        "findings": dict(rule.findings),
        "judged": rule.judged,
        "against": rule.against,
        "precision": _rounded(rule.precision),
        "interval": [_rounded(end) for end in rule.interval] if rule.judged else None,
        "agreement": {
            "matters": rule.agreement.matters,
            "same": rule.agreement.same,
            "share": _rounded(rule.agreement.share) if rule.agreement.matters else None,
            "kappa": _rounded(rule.agreement.kappa),
        },
    }


def _editor_record(editor: EditorStats) -> Record:
    return {
        "decisions": dict(editor.decisions),
        "taken_back": editor.taken_back,
        "verifications": editor.verifications,
        "assigned": editor.assigned,
    }


def _queue(stats: Stats) -> Iterator[str]:
    queue = stats.queue
    waiting = f"Waiting: {counted(queue.waiting, 'finding')}"
    if queue.oldest_days is None or queue.median_days is None:
        yield "Nothing is waiting."
    elif queue.oldest_days < 1:
        yield f"{waiting}, none for a day yet"
    else:
        middle = "less than a day" if queue.median_days < 1 else f"{counted(int(queue.median_days), 'day')} or more"
        age = f"the oldest for {counted(int(queue.oldest_days), 'day')}, half of them for {middle}"
        yield f"{waiting}, {age}"
    if queue.pairs != queue.waiting:
        yield f"They stand in {counted(queue.pairs, 'pair')}: all pairs with the same two wordings are one finding."
    for name, found in (
        ("Corrections", stats.corrections),
        ("Second opinions", stats.second_opinions),
        ("Verified claims", stats.verifications),
    ):
        if found:
            yield f"{name}: {', '.join(f'{number:,} {word}' for word, number in found.items())}"
    if stats.flagged:
        yield f"Flagged: {stats.flagged:,}"


def _rule(name: str, rule: RuleStats) -> list[object]:
    low, high = rule.interval
    shares = [_percent(rule.precision), f"{100 * low:.0f}–{100 * high:.0f}"] if rule.judged else ["", ""]
    return [name, *_by_status(rule.findings), rule.judged or "", *shares, *_agreement(rule.agreement)]


def _agreement(found: Agreement) -> list[object]:
    if not found.matters:
        return ["", "", ""]
    return [found.matters, _percent(found.share), "–" if found.kappa is None else f"{found.kappa:.2f}"]


def _editor(name: str, editor: EditorStats) -> list[object]:
    kinds = ", ".join(f"{editor.decisions[word]} {word}" for word in Judgement if editor.decisions.get(word))
    numbers = (editor.taken_back or "", editor.verifications or "", editor.assigned or "")
    return [name, sum(editor.decisions.values()), kinds, *numbers]


def _by_status(found: Mapping[Status, int]) -> list[object]:
    return [found.get(status) or "" for status in _STATUSES]


def _table(screen: Screen, title: str, headings: Sequence[object], body: list[list[object]]) -> Iterator[str]:
    """A table: words to the left, numbers to the right, columns that hold nothing left out."""
    used = [n for n in range(len(headings)) if any(row[n] != "" for row in body)]
    if not body or not used:
        return
    cells = [[plain(str(row[n])) for n in used] for row in [list(headings), *body]]
    right = [all(row[n] == "" or _is_number(row[n]) for row in body) for n in used]
    widths = [min(max(columns(row[n]) for row in cells), _WIDEST) for n in range(len(used))]
    yield ""
    yield screen.styled(title, "bold", "underline")
    for number, row in enumerate(cells):
        parts = (_padded(text, width, flush) for text, width, flush in zip(row, widths, right, strict=True))
        yield screen.styled("  ".join(parts).rstrip(), *(["faint"] if not number else []))


def _is_number(cell: object) -> bool:
    return not isinstance(cell, str) or not cell.strip("0123456789.%–- ")


def _padded(text: str, width: int, right: bool) -> str:
    text = clipped(text, width)
    space = " " * (width - columns(text))
    return space + text if right else text + space


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f} %"


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
