"""The page for people who never open a terminal: what stands on it, and that nothing in it can act."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from registry import decisions
from registry.book import book_of
from registry.connection import Registry, memory_registry
from registry.model import Judgement
from registry.queries import PairFilter, find_pairs
from registry.reports.book.page import LANGUAGES, page
from tests.registry.samples import claim, keep, pair_all

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


class Seen(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def registry() -> Iterator[Registry]:
    """Two articles that disagree, one of them hostile."""
    early, late = f"港口去年有企业三百家。{HOSTILE}", "据统计，港口去年有企业三十家。"
    with memory_registry() as registry:
        keep(registry, "early.txt", early, claim(early, "港口去年有企业三百家", "三百家", 300), published="2025-01-02")
        source = keep(registry, "late.txt", late, claim(late, "港口去年有企业三十家", "三十家", 30))
        pair_all(registry, source)
        yield registry


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_passages_the_drawing_and_the_sources_are_there(registry: Registry, language: str) -> None:
    seen = Seen(page(book_of(registry.db, "岚港"), language))
    for words in ("岚港", "三百家", "三十家", "early.txt", "late.txt", "2025-01-02", HOSTILE):
        assert words in seen.text, words
    assert [tag for tag, _ in seen.elements].count("svg") == 1
    assert ("html", {"lang": language}) in seen.elements


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_it_acts_or_is_fetched(registry: Registry, language: str) -> None:
    decisions.record(registry, only_pair(registry), Judgement.A_WRONG, by=HOSTILE, note=HOSTILE, right=HOSTILE)
    seen = Seen(page(book_of(registry.db, HOSTILE), language))
    assert not {"script", "img", "link", "iframe", "object", "form"} & {tag for tag, _ in seen.elements}
    targets = [value or "" for _, attributes in seen.elements for name, value in attributes.items() if name == "href"]
    assert all(target.startswith("#") or target in LANGUAGES.values() for target in targets)
    assert not [name for _, attributes in seen.elements for name in attributes if name.startswith("on")]


def test_a_decision_is_told_with_its_reason(registry: Registry) -> None:
    before = Seen(page(book_of(registry.db, "t"), "en")).text
    decisions.record(registry, only_pair(registry), Judgement.A_WRONG, by="Lin", note="seen the list", right="290")
    after = Seen(page(book_of(registry.db, "t"), "en")).text
    assert "Nobody has judged this yet." in before
    for words in ("A is wrong", "Lin", "seen the list", "the right value: 290", "A correction is due"):
        assert words in after, words


def test_each_language_has_all_the_words() -> None:
    from registry.reports.book.page import _words

    keys = {language: set(_words(language)) for language in LANGUAGES}
    assert len(set(map(frozenset, keys.values()))) == 1


def test_a_limit_says_what_it_leaves_out(registry: Registry) -> None:
    text = "报道说，港口去年有企业三千家。"
    third = keep(registry, "third.txt", text, claim(text, "港口去年有企业三千家", "三千家", 3000))
    pair_all(registry, third)
    book = book_of(registry.db, "t", limit=1)
    assert (sum(len(topic.findings) for topic in book.topics), book.left_out) == (1, 2)
    assert "2 further findings" in page(book, "en")


def test_an_empty_registry_has_a_page() -> None:
    with memory_registry() as registry:
        assert "No statements disagree." in page(book_of(registry.db, "t"), "en")


def only_pair(registry: Registry) -> str:
    (pair,) = find_pairs(registry.db, PairFilter())
    return pair.id
