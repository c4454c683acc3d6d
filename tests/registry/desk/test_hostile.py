"""Sources that mean harm: what they hold is shown, and does nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from registry.connection import open_registry
from registry.decision_log import Words, append
from registry.model import EntryKind, Judgement
from registry.queries import pair_by_id
from tests.registry.desk.browser import start
from tests.registry.desk.serving import Site, Visitor, ids, served
from tests.registry.samples import claim, keep, pair_all

SCRIPT = "<script>document.title = 'taken'</script>"
IMAGE = '"><img src=x onerror="document.title = \'taken\'">'
LINE = 5_000_000


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A desk on two articles that disagree, each with all the mischief there is room for."""
    folder = tmp_path_factory.mktemp("hostile")
    quote = f"雾湾港{SCRIPT}{IMAGE}共有渔船{{}}艘"
    with open_registry(folder / "registry.db", create=True) as registry:
        for name, number, padding in (("one.txt", 340, "雾" * LINE), (f"{IMAGE}.txt", 34, "")):
            said = quote.format(number)
            text = f"{SCRIPT}{said}。{IMAGE}{padding}"
            made = replace(
                claim(text, said, f"{number}艘", number, f"雾湾港{IMAGE}"), scope=SCRIPT, attributed_to=IMAGE
            )
            source = keep(registry, name, text, made, published="2025-04-02")
            words = {"title": f"{SCRIPT}{IMAGE}", "publisher": IMAGE, "language": IMAGE, "url": "javascript:alert(1)"}
            registry.db.table("sources").update(source.id, words)
            pair_all(registry, source)
        registry.db.execute("UPDATE pairs SET topic = ?, rule = ?, reason = ?", [SCRIPT, IMAGE, SCRIPT])
        pair = next(registry.db.query("SELECT id FROM pairs"))["id"]
        words = Words(SCRIPT, f"{SCRIPT}{IMAGE}")
        with registry.transaction():  # as a log that is read in may hold it: what is decided here has to be a value
            append(
                registry.db,
                EntryKind.DECISION,
                pair_by_id(registry.db, pair),
                words,
                judgement=Judgement.UNSURE,
                right=IMAGE,
            )
    with served(folder, editor=f"Mei {IMAGE}") as site:
        yield site


def pages(site: Site) -> list[str]:
    visitor = Visitor(site)
    key = ids(visitor.get("/-/claims/conflicts").text)[0]
    claim = visitor.get("/-/claims/source/1").text.partition('id="claim-')[2].partition('"')[0]
    topic = visitor.get("/-/claims/topics").text.partition("/-/claims/topic?")[2].partition('"')[0]
    return [
        "/-/claims/conflicts",
        f"/-/claims/conflict/{key}",
        f"/-/claims/conflict/{key}?done={key}",
        f"/-/claims/topic?{topic}",
        "/-/claims/topics",
        "/-/claims/sources",
        "/-/claims/source/1",
        "/-/claims/source/2",
        f"/-/claims/claim/{claim}",
        f"/-/claims/topic?name={SCRIPT}",
    ]


def test_markup_in_a_source_is_text_on_every_page(hostile: Site) -> None:
    visitor = Visitor(hostile)
    visitor.sign_in()
    for path in pages(hostile):
        page = visitor.get(path.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")).text
        assert "<script>" not in page, path
        assert "<img" not in page, path
        assert 'href="javascript:' not in page, path
        assert "&lt;script&gt;" in page or "&lt;img" in page, path


def test_a_very_long_line_is_shown_in_parts(hostile: Site) -> None:
    visitor = Visitor(hostile)
    began = time.monotonic()
    first = visitor.get("/-/claims/source/1")
    assert first.status == 200
    assert len(first.text) < 200_000
    assert "Page 1 of 251" in first.text
    assert visitor.get("/-/claims/source/1?page=251").status == 200
    assert visitor.get("/-/claims/source/1?page=999999").status == 200
    assert time.monotonic() - began < 10
    key = ids(visitor.get("/-/claims/conflicts").text)[0]
    assert len(visitor.get(f"/-/claims/conflict/{key}").text) < 60_000


def test_nothing_runs_in_a_browser(hostile: Site, tmp_path: Path) -> None:
    browser: Chrome = start(tmp_path / "profile")
    try:
        browser.get(hostile.link)
        for path in pages(hostile):
            browser.get(f"{hostile.base}{path}")
            assert browser.title != "taken", path
            assert browser.find_elements(By.CSS_SELECTOR, "main img, main script") == [], path
            logged = [entry["message"] for entry in browser.get_log("browser")]
            assert [message for message in logged if "Content Security Policy" in message] == [], path
    finally:
        browser.quit()
