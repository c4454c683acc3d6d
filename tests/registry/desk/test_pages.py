"""What the pages make of requests and rows, without a server."""

from __future__ import annotations

import pytest

from registry.desk.filters import query_of, read_filter
from registry.desk.links import Links
from registry.desk.pages.conflict import crossed
from registry.desk.paging import page_number
from registry.desk.side import web_link
from registry.desk.web import Request
from registry.model import Entry, EntryKind, Judgement
from registry.queue import QueueFilter


def request(*query: tuple[str, str]) -> Request:
    return Request("GET", "/-/claims/conflicts", "localhost", "http", query)


@pytest.mark.parametrize(
    "wanted",
    [
        QueueFilter(),
        QueueFilter(statuses=()),
        QueueFilter(verdicts=("tension",), severities=("high", "low"), statuses=("decided",), rules=("x", "y")),
        QueueFilter(subject="澄光云", source="a b.txt", topic="澄光云 · 企业", assignee="梅"),
        QueueFilter(second_opinion="asked", statuses=("open",)),
    ],
)
def test_an_address_says_what_is_filtered(wanted: QueueFilter) -> None:
    again = read_filter(request(*query_of(wanted)))
    assert query_of(again) == query_of(wanted)
    assert (again.statuses, again.topic, again.rules) == (wanted.statuses, wanted.topic, wanted.rules)


def test_second_opinions_are_looked_for_among_what_is_decided_too() -> None:
    wanted = read_filter(request(("second_opinion", "proposed")))
    assert (wanted.second_opinion, wanted.statuses) == ("proposed", ())
    assert read_filter(request(("second_opinion", "nonsense"))) == read_filter(request())
    assert read_filter(request(*query_of(wanted))) == wanted


def test_the_plain_queue_has_a_plain_address() -> None:
    assert query_of(QueueFilter()) == ()
    assert query_of(read_filter(request(("verdict", "nonsense"), ("status", ""), ("severity", "")))) == ()


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("0", 1), ("-2", 1), ("x", 1), ("", 1), ("٣", 1), ("9" * 30, 1)]
)
def test_a_page_number_is_sensible(text: str, number: int) -> None:
    assert page_number(request(("page", text))) == number


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://example.org/a?b=c", True),
        ("http://例子.中国/文", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT://example.org/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("http://[", False),
        ("https:", False),
        ("notes/one.txt", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str | None, followed: bool) -> None:
    assert web_link(address) == (address if followed else None)


def test_a_link_is_good_for_one_use() -> None:
    links = Links()
    one, other = links.offer("梅"), links.offer("Jonas")
    assert one != other
    assert links.redeem("guess") is None
    assert (links.redeem(one), links.redeem(one), links.redeem(other)) == ("梅", None, "Jonas")


def entry(number: int, by: str, kind: EntryKind = EntryKind.DECISION) -> Entry:
    judgement = Judgement.A_WRONG if kind is EntryKind.DECISION else None
    return Entry(str(number), kind, "p", "a", "b", by, f"2025-01-0{number}", judgement=judgement)


def test_decisions_that_crossed_are_those_nobody_had_seen() -> None:
    history = (entry(1, "Ada"), entry(2, "Ada"), entry(3, "Bo", EntryKind.FLAG), entry(4, "Me"))
    assert crossed(history, "1") == (history[1],)
    assert crossed(history, "2") == ()
    assert crossed(history, "") == history[:2]
    assert crossed((), "") == ()
    assert crossed((entry(1, "Me"), entry(2, "Me")), "") == ()
