"""The pages as plain files: whole, in order on their own, and without anything that acts."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selenium.webdriver.common.by import By

from registry.connection import open_registry
from registry.model import Judgement, Verification
from registry.publishing.copy import Kept
from registry.publishing.folder import publish_pages
from registry.publishing.places import EVERY, Place, place_of, way
from registry.verification import verify
from tests.registry.desk.browser import start
from tests.registry.newsroom import Newsroom

SCRIPT = "<script>document.title='taken'</script>"


class Page(HTMLParser):
    """What a page holds: where its links lead, the ids they can lead to, and its elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.elements: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            elif name == "id" and value is not None:
                self.ids.add(value)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of three articles that disagree, one of them long, one of them with markup in it; one pair judged."""
    room = Newsroom(tmp_path_factory.mktemp("room"))
    padding = "天色还早，码头上的人在说天气。\n" * 2800
    room.add(
        one=f"雾湾港有渔船340艘。\n{padding}岚港市共有机器人企业340家。\n",
        two=f"雾湾港有渔船34艘。{SCRIPT}\n岚港市共有机器人企业430家。",
        three="雾湾港有渔船35艘。",
    )
    for pair in room.pairs():
        if {pair.a.claim.value_quote, pair.b.claim.value_quote} in ({"340艘", "34艘"}, {"340家", "430家"}):
            room.decide(pair, Judgement.A_WRONG, note="the note of Liu Bei")
    target = room.settings.folder / "out"
    with open_registry(room.settings.database) as registry:
        publish_pages(registry, target, Kept(), title="岚港晚报", robots=False)
    return target


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Page]:
    """Every page by its place in the folder."""
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")
    }


def test_every_link_leads_to_a_file_and_a_place_in_it(folder: Path, pages: dict[str, Page]) -> None:
    checked = 0
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            assert (parts.scheme, parts.netloc) == ("", ""), (name, link)
            there = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
            )
            assert not there.startswith(("/", "..")), (name, link)
            assert (folder / there).is_file(), (name, link)
            if parts.fragment:
                assert parts.fragment in pages[there].ids, (name, link)
            checked += 1
    assert checked > 200


def test_every_page_can_be_reached_from_the_first(pages: dict[str, Page]) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        here = waiting.pop()
        for link in pages[here].links:
            there = posixpath.normpath(posixpath.join(posixpath.dirname(here), urlsplit(link).path or here))
            if there in pages and there not in reached:
                reached.add(there)
                waiting.append(there)
    assert reached == set(pages)


def test_both_languages_have_the_same_pages(pages: dict[str, Page]) -> None:
    chinese = {name.removeprefix("zh/") for name in pages if name.startswith("zh/")}
    assert chinese == {name for name in pages if not name.startswith("zh/")}
    assert {"index.html", "topics.html", "sources.html", "source/1.html", "source/1-3.html"} <= chinese


def test_nothing_acts_and_nothing_asks(folder: Path, pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert not page.elements & {"script", "form", "input", "button", "iframe", "img", "select"}, name
    assert "&lt;script&gt;" in (folder / "source" / "2.html").read_text(encoding="utf-8")


def test_no_editor_no_note_and_no_open_finding_is_in_any_file(folder: Path) -> None:
    for path in folder.rglob("*"):
        held = path.read_bytes() if path.is_file() else b""
        assert b"Lin" not in held.replace(b"Link", b""), path
        assert b"Liu Bei" not in held, path
    shown = (folder / "index.html").read_text(encoding="utf-8")
    assert "34艘" in shown
    assert "35艘" not in shown
    assert "editor 1" in "".join(path.read_text(encoding="utf-8") for path in (folder / "conflict").iterdir())


def test_search_engines_are_told_on_every_page_and_in_one_file(folder: Path) -> None:
    assert (folder / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    for path in folder.rglob("*.html"):
        assert '<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8")


def test_the_same_registry_prints_the_same_files(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    room.add(one="雾湾港有渔船340艘。", two="雾湾港有渔船34艘。")
    with open_registry(room.settings.database) as registry:
        for name in ("first", "second"):
            publish_pages(registry, tmp_path / name, Kept(undecided=True), title="t", robots=True)
    first, second = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("first", "second")
    )
    assert first == second
    assert b"noindex" not in first[Path("index.html")]


def test_what_is_held_to_be_right_stands_at_its_topic_and_beside_what_it_concerns(tmp_path: Path) -> None:
    room = Newsroom(tmp_path)
    room.add(one="雾湾港有渔船340艘。", two="雾湾港有渔船34艘。", three="雾湾港有渔船35艘。")
    pair = room.pair("340艘", "34艘")
    right, wrong = (pair.a, pair.b) if pair.a.claim.value_quote == "340艘" else (pair.b, pair.a)
    with open_registry(room.settings.database) as registry:
        evidence = "https://port.example/register"
        verify(registry, right.id, Verification.SUPPORTED, by="Lin", note="counted twice", evidence=evidence)
        verify(registry, wrong.id, Verification.REFUTED, by="Lin")
        publish_pages(registry, tmp_path / "out", Kept(editors=True, undecided=True), title="t", robots=True)
    conflict = (tmp_path / "out" / "conflict" / f"{pair.id}.html").read_text(encoding="utf-8")
    (topic,) = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").glob("topic-name-*.html")]
    letter, other = ("A", "B") if right is pair.a else ("B", "A")
    assert f"{letter} says so" in conflict
    assert f"{other} says otherwise" in conflict
    assert ("supported (Lin" in conflict, "refuted (Lin" in conflict) == (True, True)
    for page in (conflict, topic):
        assert "held to be right: <b>340艘</b>" in page
        assert f'href="{evidence}"' in page
        assert "counted twice" in page
    assert f'<a href="claim/{right.id}.html">' in topic


def test_a_registry_without_anything_has_a_first_page(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with open_registry(tmp_path / "registry.db", create=True) as registry:
        number = publish_pages(
            registry,
            tmp_path / "out",
            Kept(),
            title="t",
            robots=False,
            progress=lambda written, waiting: told.append((written, waiting)),
        )
    assert [written for written, _ in told] == list(range(1, number + 1))
    assert told[-1][1] == 0
    assert number == len(list((tmp_path / "out").rglob("*.html"))) == 6


def test_a_browser_reads_it_from_the_disk(folder: Path, tmp_path: Path) -> None:
    browser = start(tmp_path / "profile")
    try:
        browser.get((folder / "index.html").as_uri())
        assert browser.title == "Conflicts · 岚港晚报"
        browser.find_element(By.CSS_SELECTOR, ".entry").click()
        assert browser.find_element(By.CSS_SELECTOR, ".sides").value_of_css_property("display") == "grid"
        assert len(browser.find_elements(By.CSS_SELECTOR, "mark")) == 2
        browser.find_element(By.LINK_TEXT, "中文").click()
        assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "zh"
        browser.find_element(By.LINK_TEXT, "在文章中查看").click()
        claim = browser.find_element(By.CSS_SELECTOR, ".claim:target")
        assert claim.value_of_css_property("outline-style") == "solid"
        assert browser.get_log("browser") == []
    finally:
        browser.quit()


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/-/claims/conflicts", "zh/index.html"),
        ("/-/claims/conflicts?status=any&lang=en", "index.html"),
        ("/-/claims/conflicts?severity=high&status=any&page=2", "zh/conflicts-severity-high-2.html"),
        ("/-/claims/conflicts?page=1", "zh/index.html"),
        ("/-/claims/conflicts?page=2", "zh/conflicts-2.html"),
        ("/-/claims/conflict/abc234-2?status=any&topic=x", "zh/conflict/abc234-2.html"),
        ("/-/claims/source/7?page=3", "zh/source/7-3.html"),
    ],
)
def test_where_a_page_stands(address: str, file: str) -> None:
    assert place_of(address, "zh").file("en") == file


def test_names_that_differ_only_in_case_are_two_files() -> None:
    one, other = (place_of(f"/-/claims/topic?name={name}", "en").file("en") for name in ("MoE", "MOE"))
    assert one != other
    assert one == one.lower()


def test_the_way_leads_up_and_down() -> None:
    assert way("zh/conflict/a.html", "index.html") == "../../index.html"
    assert way("index.html", "zh/conflict/a.html") == "zh/conflict/a.html"
    assert Place("topics", (), "en").request == (EVERY, ("lang", "en"))
