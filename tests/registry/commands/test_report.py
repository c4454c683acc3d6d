"""``claims report`` as its user meets it."""

from __future__ import annotations

from pathlib import Path

from tests.command_line import Claims, only_line


def test_both_languages_are_written_and_named(desk: Claims) -> None:
    said = desk("report", "out", "--title", "岚港晚报").stdout
    assert said.splitlines() == [f"wrote {Path('out') / name}" for name in ("index.html", "index.zh.html")]
    for name in ("index.html", "index.zh.html"):
        text = (Path("out") / name).read_text(encoding="utf-8")
        assert "<title>岚港晚报</title>" in text
        assert "340家" in text


def test_written_twice_it_is_the_same(desk: Claims) -> None:
    desk("report", "out")
    first = (Path("out") / "index.html").read_bytes()
    desk("report", "out")
    assert (Path("out") / "index.html").read_bytes() == first


def test_a_file_in_the_way_is_named(desk: Claims) -> None:
    Path("out").write_text("mine", encoding="utf-8")
    assert "out: cannot be written" in only_line(desk("report", "out", code=2))
    assert Path("out").read_text(encoding="utf-8") == "mine"
