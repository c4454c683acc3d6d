"""What changed between two texts, side by side."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from cli import main
from registry.desk.pages.versions import Line, compared
from tests.registry.desk.serving import Visitor, served

LINES = st.lists(st.text(alphabet="港船34", max_size=5), max_size=6)


def text_of(words: object) -> str:
    assert isinstance(words, tuple)
    return "".join(word.text for word in words)


@settings(deadline=None)
@given(LINES, LINES)
def test_every_changed_line_is_shown(old: list[str], new: list[str]) -> None:
    lines = [line for line in compared(old, new) if not line.gap]
    assert bool(lines) == (old != new)
    shown_old = [text_of(line.old) for line in lines if line.old is not None]
    shown_new = [text_of(line.new) for line in lines if line.new is not None]
    assert all(line in old for line in shown_old)
    assert all(line in new for line in shown_new)
    assert set(new) - set(old) <= set(shown_new)
    assert set(old) - set(new) <= set(shown_old)


def test_inside_a_line_only_what_changed_is_marked() -> None:
    (line,) = compared(["港口有340家企业"], ["港口有34家企业"])
    assert isinstance(line, Line)
    assert [word.text for word in line.old or () if word.changed] == ["0"]
    assert text_of(line.new) == "港口有34家企业"


def test_an_edited_article_shows_what_was_there(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(demo, folder)
    article = folder / "city.zh-hans.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("340家", "343家"), encoding="utf-8")
    monkeypatch.chdir(folder)
    added = CliRunner().invoke(main, ["add", article.name])
    assert added.exit_code == 0, added.output
    with served(folder) as site:
        visitor = Visitor(site)
        listed = visitor.get("/-/claims/sources").text
        pages = [f"/-/claims/source/{number}" for number in range(1, listed.count("<tr>") + 1)]
        (changed,) = (page for page in pages if "2 versions" in visitor.get(page).text)
        page = visitor.get(f"{changed}/versions").text
        assert "<ins>3</ins>" in page
        assert "<del>0</del>" in page
        assert visitor.get(f"{pages[0]}/versions?old=7&new=9").status == 404
        assert visitor.get("/-/claims/source/9999/versions").status == 404


def test_a_finding_that_changed_says_so_in_the_readers_language(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(demo, folder)
    monkeypatch.chdir(folder)
    with served(folder) as site:
        visitor = Visitor(site)
        listed = CliRunner().invoke(main, ["conflicts", "--rule", "slipped_digit", "--format", "jsonl"])
        pair = json.loads(listed.stdout.splitlines()[0])
        wrong = next(side for side in ("a", "b") if pair[side]["value_quote"] == "六萬家")
        decided = CliRunner().invoke(main, ["decide", "--by", "Ada", "--note", "<年报>", pair["id"], f"{wrong}_wrong"])
        assert decided.exit_code == 0, decided.output
        article = folder / pair[wrong]["source"]
        article.write_text(article.read_text(encoding="utf-8").replace("六萬家", "七萬家"), encoding="utf-8")
        assert CliRunner().invoke(main, ["add", article.name]).exit_code == 0
        old = visitor.get(f"/-/claims/conflict/{pair['id']}").text
        new = old.partition("What has taken its place")[0].rpartition("/-/claims/conflict/")[2].partition('"')[0]
        assert f"{wrong.upper()} has changed." in old
        assert "nothing to decide" in old
        page = visitor.get(f"/-/claims/conflict/{new}").text
        assert "said “六萬家”, and says “七萬家” now." in page
        assert "Ada had decided on" in page
        assert "“六萬家” wrong. &lt;年报&gt;" in page
        assert f"/-/claims/conflict/{pair['id']}" in page
        chinese = visitor.get(f"/-/claims/conflict/{new}?lang=zh").text
        assert "当时写的是“六萬家”，现在写的是“七萬家”。" in chinese
        assert "“六萬家”有误" in chinese
