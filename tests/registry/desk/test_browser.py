"""An editor at the desk in a real browser: headless Chromium clicks and types through the queue."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

from tests.registry.desk.browser import start
from tests.registry.desk.serving import Site, served


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    browser = start(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.quit()


@pytest.fixture
def desk(chrome: Chrome, demo: Path, tmp_path: Path) -> Iterator[Desk]:
    """An editor who has opened the link and is on the first finding of the queue."""
    folder = tmp_path / "articles"
    shutil.copytree(demo, folder)
    with served(folder) as site:
        chrome.delete_all_cookies()
        chrome.get(site.link)
        found = Desk(chrome, site)
        found.press(Keys.ENTER)
        yield found
        assert [entry for entry in chrome.get_log("browser") if entry["level"] == "SEVERE"] == []


class Desk:
    """What an editor sees and does."""

    def __init__(self, chrome: Chrome, site: Site) -> None:
        self.chrome, self.site = chrome, site

    @property
    def key(self) -> str:
        """The finding that is shown."""
        return self.chrome.current_url.partition("/conflict/")[2].partition("?")[0]

    @property
    def text(self) -> str:
        return self.chrome.find_element(By.TAG_NAME, "main").text

    @property
    def focus(self) -> str:
        return str(self.chrome.execute_script("return document.activeElement.name || document.activeElement.tagName"))

    def press(self, key: str, *, leads_on: bool = True) -> None:
        """Types a key at the page, and waits for the next one where it leads to one."""
        page = self.chrome.find_element(By.TAG_NAME, "html")
        self.chrome.switch_to.active_element.send_keys(key)
        if leads_on:
            self._arrive(page)

    def click(self, selector: str) -> None:
        page = self.chrome.find_element(By.TAG_NAME, "html")
        self.chrome.find_element(By.CSS_SELECTOR, selector).click()
        self._arrive(page)

    def _arrive(self, page: WebElement) -> None:
        """Waits until ``page`` is gone and the next one is there as a whole."""
        wait = WebDriverWait(self.chrome, 30)
        wait.until(staleness_of(page))
        wait.until(lambda chrome: chrome.execute_script("return document.readyState") == "complete")

    def log(self) -> list[tuple[str, str, str]]:
        with sqlite3.connect(self.site.folder / "registry.db") as db:
            sql = "SELECT decided_by, coalesce(decision, kind), note FROM decisions ORDER BY decided_at"
            return db.execute(sql).fetchall()


def test_the_queue_is_cleared_with_the_keyboard_alone(desk: Desk) -> None:
    keys = {
        "a": "a_wrong",
        "b": "b_wrong",
        "n": "both_wrong",
        "s": "both_right",
        "d": "superseded",
        "x": "not_comparable",
        "m": "misread",
        "u": "unsure",
    }
    seen = []
    for key in keys:
        seen.append(desk.key)
        desk.press(key)
        assert "Recorded" in desk.text
    assert [entry[1] for entry in desk.log()] == list(keys.values())
    assert len(set(seen)) == len(keys)
    assert {entry[0] for entry in desk.log()} == {desk.site.editor}


def test_skipping_and_taking_back(desk: Desk) -> None:
    first = desk.key
    desk.press(" ")
    second = desk.key
    assert second != first
    assert desk.log() == []
    desk.press("x")
    assert desk.key not in (first, second)
    desk.press(Keys.BACKSPACE)
    assert desk.key == second
    assert "Taken back" in desk.text
    assert [entry[1] for entry in desk.log()] == ["not_comparable", "undo"]
    desk.press("m")
    desk.press(" ")
    desk.press(" ")
    assert "Recorded: Misread" in desk.text
    desk.press(Keys.BACKSPACE)
    assert desk.key == second
    assert [entry[1] for entry in desk.log()[2:]] == ["misread", "undo"]


def test_a_decision_by_mouse_with_a_note(desk: Desk) -> None:
    field = desk.chrome.find_element(By.NAME, "note")
    field.click()
    field.send_keys("abnsdxmu: 年报写的是六十万家")
    assert desk.log() == []
    desk.press(Keys.ESCAPE, leads_on=False)
    assert desk.focus == "BODY"
    desk.click("button[value=a_wrong]")
    assert desk.log() == [(desk.site.editor, "a_wrong", "abnsdxmu: 年报写的是六十万家")]


def test_searching_from_the_keyboard(desk: Desk) -> None:
    desk.press("/", leads_on=False)
    assert desk.focus == "q"
    desk.press("企業", leads_on=False)
    desk.press(Keys.ENTER)
    assert "企业" in desk.text
    assert desk.log() == []


def test_keys_are_explained_and_can_be_turned_off(desk: Desk) -> None:
    before = desk.key
    desk.press("?", leads_on=False)
    help_ = desk.chrome.find_element(By.ID, "keys")
    assert help_.get_attribute("open") is not None
    help_.find_element(By.CSS_SELECTOR, "button[data-on]").click()
    desk.chrome.execute_script("document.activeElement.blur()")
    desk.press("a", leads_on=False)
    assert (desk.key, desk.log()) == (before, [])
    help_.find_element(By.CSS_SELECTOR, "button[data-off]").click()
    desk.chrome.execute_script("document.activeElement.blur()")
    desk.press("a")
    assert len(desk.log()) == 1


@pytest.mark.parametrize("path", ["conflicts", "topics", "sources", "source/1", "search?q=10"])
def test_keys_are_explained_and_search_is_at_hand_on_every_page(desk: Desk, path: str) -> None:
    desk.chrome.get(f"{desk.site.base}/-/claims/{path}")
    desk.press("?", leads_on=False)
    help_ = desk.chrome.find_element(By.ID, "keys")
    assert help_.get_attribute("open") is not None
    assert "search" in help_.text
    assert ("A is wrong" in help_.text, "Start with the first" in help_.text) == (False, path == "conflicts")
    desk.press("/", leads_on=False)
    assert desk.focus == "q"


def test_every_page_can_be_told_by_its_headings_and_labels(desk: Desk) -> None:
    """What a screen reader goes by: headings without a gap, landmarks, a name for every control."""
    paths = [desk.chrome.current_url.removeprefix(desk.site.base)]
    paths += [f"/-/claims/{path}" for path in ("conflicts?verdict=conflict", "topics", "sources", "source/1", "search")]
    for path in paths:
        desk.chrome.get(f"{desk.site.base}{path}")
        levels = [int(part.tag_name[1]) for part in desk.chrome.find_elements(By.CSS_SELECTOR, "h1, h2, h3, h4")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(later - one <= 1 for one, later in pairwise(levels)), path
        landmarks = [part.aria_role for part in desk.chrome.find_elements(By.CSS_SELECTOR, "header, nav, main, form")]
        assert {"navigation", "main", "search"} <= set(landmarks), path
        controls = desk.chrome.find_elements(
            By.CSS_SELECTOR, "input:not([type=hidden]), select, textarea, button, main a"
        )
        unnamed = [
            part.get_attribute("outerHTML") for part in controls if part.is_displayed() and not part.accessible_name
        ]
        assert unnamed == [], path
        assert desk.chrome.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"


def test_with_the_tab_key_every_decision_can_be_reached(desk: Desk) -> None:
    reached = set()
    for _ in range(40):
        desk.press(Keys.TAB, leads_on=False)
        reached.add(desk.chrome.execute_script("return document.activeElement.value"))
    assert {"a_wrong", "b_wrong", "both_wrong", "both_right", "superseded", "unsure"} <= reached
    for field in desk.chrome.find_elements(By.TAG_NAME, "textarea"):
        assert field.accessible_name
    assert desk.chrome.find_element(By.CSS_SELECTOR, "svg.number-line title").get_attribute("textContent")


def test_the_page_fits_a_phone(desk: Desk) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    desk.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        for _ in range(2):
            assert desk.chrome.execute_script("return document.documentElement.scrollWidth") <= size["width"]
            desk.chrome.get(f"{desk.site.base}/-/claims/conflicts?lang=zh")
        assert "冲突" in desk.text
    finally:
        desk.chrome.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        desk.chrome.get(f"{desk.site.base}/-/claims/conflicts?lang=en")


def test_without_javascript(demo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(demo, folder)
    browser = start(tmp_path / "profile")
    try:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        with served(folder) as site:
            browser.get(site.link)
            desk = Desk(browser, site)
            desk.click("a.entry")
            browser.find_element(By.NAME, "note").send_keys("by form")
            desk.click("button[value=both_right]")
            assert "Recorded: Both are right." in desk.text
            with sqlite3.connect(folder / "registry.db") as db:
                assert db.execute("SELECT decision, note FROM decisions").fetchall() == [("both_right", "by form")]
    finally:
        browser.quit()


def test_a_form_on_another_site_decides_nothing(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "elsewhere.html"
    target = f"{desk.site.base}/-/claims/conflict/{desk.key}/decide"
    fields = '<input name="decision" value="a_wrong"><input name="note" value="">'
    page.write_text(f'<form method="post" action="{target}">{fields}<button id="go">go</button></form>', "utf-8")
    desk.chrome.get(page.as_uri())
    desk.click("#go")
    assert desk.chrome.current_url == target
    assert desk.log() == []
    desk.chrome.get_log("browser")  # the refusal itself is logged as an error
