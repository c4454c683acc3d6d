"""The page in one of its languages: HTML that needs nothing beside it, neither a network nor a script."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.model import Fate, Severity, Verdict
from registry.limits import is_link
from registry.model import Judgement, Previous, Said, StoredPair
from registry.reports.book.book import Book, Finding
from registry.reports.number_line import Wording, draw_pair
from registry.reports.reading import reading
from registry.reports.reasons import reason_of
from registry.reports.report import Passage

if TYPE_CHECKING:
    from jinja2 import Template

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "index.html", "zh": "index.zh.html"})
"""Each language by its BCP 47 code, with the file that its page goes to; the first is what a browser opens."""


def page(book: Book, language: str) -> str:
    """The page in one of ``LANGUAGES``. Whatever articles and editors say is escaped."""
    words = _words(language)
    return _template().render(
        book=book,
        language=language,
        others=[(code, file, _words(code)["name"]) for code, file in LANGUAGES.items() if code != language],
        w=words,
        standing=[
            (words[severity.value], book.standing.open[severity])
            for severity in Severity
            if book.standing.open[severity]
        ],
        drawing=lambda finding: _drawing(finding, words),
        reason=lambda pair: reason_of(pair, language),
        parts=_parts,
        reading=lambda passage: reading(passage.stored.claim),
        is_link=is_link,
        changed=_changed,
        judgement_now=_judgement_now,
        fates=lambda pair: _fates(pair, words),
    )


def _changed(pair: StoredPair) -> Iterator[tuple[str, Said]]:
    """What the sides of a reopened pair said, by letter, where they say otherwise now."""
    if pair.previous:
        for letter, said, now in (("a", pair.previous.a, pair.a), ("b", pair.previous.b, pair.b)):
            if said.key != now.claim.key:
                yield letter, said


def _judgement_now(previous: Previous) -> Judgement:
    """What was decided, in the letters that the sides have now."""
    decision = previous.decision
    turned = {Judgement.A_WRONG: Judgement.B_WRONG, Judgement.B_WRONG: Judgement.A_WRONG}
    if decision.a_key == previous.a.key:
        return decision.judgement
    return turned.get(decision.judgement, decision.judgement)


def _fates(pair: StoredPair, words: Mapping[str, str]) -> list[str]:
    """What became of the sides of a closed pair, in words."""
    if pair.closing is None:
        return []
    gone = [("a", pair.closing.a), ("b", pair.closing.b)]
    told = [words[f"fate_{fate.value}"].format(side=side) for side, fate in gone if fate is not Fate.STANDS]
    return told or [words["fate_apart"]]


def _drawing(finding: Finding, words: Mapping[str, str]) -> str:
    names = (part.name for part in fields(Wording) if f"drawing_{part.name}" in words)
    return draw_pair(
        finding.pair.a,
        finding.pair.b,
        name=finding.pair.id,
        drifted=finding.pair.ruling.verdict is Verdict.TIME_DRIFT,
        words=Wording(**{name: words[f"drawing_{name}"] for name in names}),
        titled=True,
    )


def _parts(passage: Passage) -> tuple[str, str, str]:
    """A passage as what stands before its value, the value, and what stands behind."""
    claim = passage.stored.claim
    start, end = claim.value_span.start - claim.span.start, claim.value_span.end - claim.span.start
    return passage.before + claim.quote[:start], claim.quote[start:end], claim.quote[end:] + passage.after


@cache
def _words(language: str) -> Mapping[str, str]:
    text = files(__package__).joinpath("words", f"{language}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    return environment.from_string(files(__package__).joinpath("page.html").read_text(encoding="utf-8"))
