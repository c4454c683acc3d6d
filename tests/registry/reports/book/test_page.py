"""The page for people who never open a terminal: what stands on it, and that nothing in it can act."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from registry import decisions
from registry.book import book_of
from registry.connection import Registry, memory_registry, open_registry
from registry.decision_log import Words, append
from registry.model import EntryKind, Judgement, Verification
from registry.queries import PairFilter, find_pairs, pair_by_id
from registry.reports.book.page import LANGUAGES, page
from registry.reports.reasons import reason_of
from registry.verification import verify
from tests.registry.newsroom import Newsroom
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
    pair = pair_by_id(registry.db, only_pair(registry))
    with registry.transaction():  # as a log that is read in may hold it: what is decided here has to be a value
        words = Words(HOSTILE, HOSTILE)
        append(registry.db, EntryKind.DECISION, pair, words, judgement=Judgement.A_WRONG, right=HOSTILE)
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


def read(room: Newsroom, language: str = "en") -> str:
    with open_registry(room.settings.database) as registry:
        return " ".join(Seen(page(book_of(registry.db, "t"), language)).text.split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("a has changed", "Closed on", "a is gone from its source", "Judged before", "said then")),
        ("zh", ("a 已改动", "结案", "a 已从来源中删去", "此前已裁定", "当时写的是")),
    ],
)
def test_what_changed_since_is_told_with_what_was_said_and_decided(
    tmp_path: Path, language: str, said: tuple[str, ...]
) -> None:
    room = Newsroom(tmp_path)
    room.add(one="雾湾港有渔船340艘。", two="雾湾港有渔船34艘。\n雾湾港有渔船350艘。", three="雾湾港有渔船36艘。")
    wrong = room.pair("340艘", "34艘")
    ours = "a" if wrong.a.claim.value_quote == "340艘" else "b"
    room.decide(wrong, Judgement(f"{ours}_wrong"), note="asked the harbour")
    gone = room.pair("350艘", "36艘")
    room.decide(gone, Judgement.BOTH_RIGHT)
    room.add(one="雾湾港有渔船3400艘。", two="雾湾港有渔船34艘。")
    text = read(room, language)
    again = room.pair("3400艘", "34艘")
    now = "a" if again.a.claim.value_quote == "3400艘" else "b"
    letter = "a" if gone.a.claim.value_quote == "350艘" else "b"
    for words in said:
        turned = words.replace("a has", f"{ours} has").replace("a 已改", f"{ours} 已改")
        assert turned.replace("a is gone", f"{letter} is gone").replace("a 已从", f"{letter} 已从") in text, words
    assert "asked the harbour" in text
    if language == "en":
        assert f"Judged before; a value or its wording has changed since. {now} said then: 雾湾港有渔船340艘" in text
        assert f"Decision: {now.upper()} is wrong · Lin" in text


def test_what_is_held_to_be_right_stands_beside_each_side(registry: Registry) -> None:
    pair = find_pairs(registry.db, PairFilter())[0]
    ours, theirs = ("a", "b") if pair.a.claim.value_quote == "三百家" else ("b", "a")
    stored = getattr(pair, ours)
    evidence = "https://port.example/register"
    verify(registry, stored.id, Verification.SUPPORTED, by="Chen", note="counted", evidence=evidence)
    seen = Seen(page(book_of(registry.db, "t"), "en"))
    text = " ".join(seen.text.split())
    assert f"{ours} was verified: Chen" in text
    assert f"Held to be right: 三百家, {ours} says so too, {theirs} says otherwise" in text
    assert [attributes["href"] for tag, attributes in seen.elements if tag == "a" and attributes.get("rel")] == [
        evidence,
        evidence,
    ]


def test_only_addresses_of_the_web_are_links(registry: Registry) -> None:
    registry.db.execute("UPDATE sources SET url = 'javascript:alert(1)' WHERE name = 'early.txt'")
    registry.db.execute("UPDATE sources SET url = 'https://paper.example/late' WHERE name = 'late.txt'")
    seen = Seen(page(book_of(registry.db, "t"), "en"))
    outside = [attributes["href"] for tag, attributes in seen.elements if tag == "a" and attributes.get("rel")]
    assert outside == ["https://paper.example/late"]
    assert "javascript:alert(1)" in seen.text


def test_the_chinese_page_says_why_in_chinese(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    room.add(one="雾湾港有渔船340艘。", two="雾湾港有渔船34艘。")
    (pair,) = room.pairs()
    reason = reason_of(pair, "zh")
    assert reason != pair.ruling.reason
    chinese, english = read(room, "zh"), read(room, "en")
    assert reason in chinese
    assert pair.ruling.reason not in chinese
    assert pair.ruling.reason in english
    assert "数值（单位：艘）" in chinese
    assert "Values" not in chinese


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
