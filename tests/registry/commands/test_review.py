"""The queue in the terminal, pressed through a real one."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pytest

from tests.command_line import Claims, only_line, rows
from tests.conftest import ROOT

PATIENCE = 60.0
SHOWN = "[q] quit"
"""The end of what is printed before a key is awaited."""


class Terminal:
    """A process on a terminal of its own: what it shows, and keys for it."""

    def __init__(self, *words: str, term: str = "dumb", colour: bool = False) -> None:
        self.ours, theirs = pty.openpty()
        environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
        environment |= {"TERM": term, "PYTHONPATH": str(ROOT)} | ({} if colour else {"NO_COLOR": "1"})
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cli", *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)
        self.seen = ""

    def until(self, text: str) -> str:
        """What appears up to and with ``text``, since the last call."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.seen:
            assert time.monotonic() < deadline, f"{text!r} never came, only {self.seen!r}"
            if not select.select([self.ours], [], [], 1)[0]:
                continue
            try:
                self.seen += os.read(self.ours, 65536).decode("utf-8", "ignore").replace("\r\n", "\n")
            except OSError:  # the process has ended
                assert text in self.seen, f"{text!r} never came, only {self.seen!r}"
        shown, _, self.seen = self.seen.partition(text)
        return shown + text

    def press(self, keys: str, then: str = SHOWN) -> str:
        """Presses keys and waits for ``then``."""
        os.write(self.ours, keys.encode())
        return self.until(then)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.ours)


@contextmanager
def review(*options: str, term: str = "dumb", colour: bool = False) -> Iterator[Terminal]:
    with Terminal("review", "--by", "Lin", *options, term=term, colour=colour) as terminal:
        yield terminal


THREE = "岚港有机器人企业52家，步云机器人的员工有700人。截至2025年3月底，岚港共有机器人企业430家。"


@pytest.fixture
def queue(desk: Claims) -> Claims:
    """A desk with several conflicts."""
    Path("three.txt").write_text(THREE, encoding="utf-8")
    desk("add", "three.txt", "--published", "2025-04-02")
    assert len(waiting(desk)) >= 3
    return desk


def waiting(desk: Claims) -> list[str]:
    """The matters in the queue: pairs with the same two wordings are one."""
    ids = [pair["id"] for pair in rows(desk("conflicts", "--format", "jsonl"))]
    return [id for id in ids if "-" not in id]


def decided(desk: Claims) -> dict[str, str]:
    found = rows(desk("conflicts", "--status", "decided", "--format", "jsonl"))
    return {pair["id"]: pair["decision"]["decision"] for pair in found if "-" not in pair["id"]}


def test_the_queue_is_gone_through_with_one_key_each(queue: Claims) -> None:
    first, second, third, *_ = waiting(queue)
    total = len(waiting(queue))
    with review() as terminal:
        page = terminal.until(SHOWN)
        assert f"1 of {total}" in page
        assert first in page
        assert page.count("⟦") == page.count("⟧") == 2
        page = terminal.press("a")
        assert f"2 of {total}" in page
        assert second in page
        assert f"3 of {total}" in terminal.press(" ")
        terminal.press("x", then=f"4 of {total}" if total > 3 else "left of")
        assert decided(queue) == {first: "a_wrong", third: "not_comparable"}
        if total > 3:
            terminal.until(SHOWN)
            terminal.press("q", then="left of")
        assert terminal.process.wait(PATIENCE) == 0


def test_backspace_goes_back_and_takes_back(queue: Claims) -> None:
    first, _, *_ = waiting(queue)
    with review() as terminal:
        terminal.until(SHOWN)
        assert "This is the first." in terminal.press("\x7f", then="first.")
        terminal.press("m")
        assert decided(queue) == {first: "misread"}
        page = terminal.press("\x7f")
        assert "1 of" in page
        assert "(taken back)" in page
        assert decided(queue) == {}
        terminal.press("b")
        terminal.press("q", then="left of")
    assert decided(queue) == {first: "b_wrong"}


def test_a_note_and_the_right_value_go_with_the_next_decision(queue: Claims) -> None:
    first, second, *_ = waiting(queue)
    with review() as terminal:
        terminal.until(SHOWN)
        terminal.press("t", then="Note: ")
        terminal.press("年报写的是43家\n", then="next decision.")
        terminal.press("v", then="right: ")
        terminal.press("43家\n", then="next decision.")
        terminal.press("n")
        terminal.press("u")
        terminal.press("q", then="left of")
    found = {pair["id"]: pair["decision"] for pair in rows(queue("conflicts", "--all", "--format", "jsonl"))}
    assert (found[first]["note"], found[first]["right"]) == ("年报写的是43家", "43家")
    assert (found[second]["note"], found[second]["right"]) == ("", None)


def test_what_else_is_done_to_a_matter_leaves_it_there(queue: Claims) -> None:
    first = waiting(queue)[0]
    with review() as terminal:
        terminal.until(SHOWN)
        assert "flagged" in terminal.press("f")
        assert "second opinion asked" in terminal.press("o")
        terminal.press("g", then="nobody): ")
        assert "for Chen" in terminal.press("Chen\n")
        assert "1 of" in terminal.press("f")
        terminal.press("q", then="left of")
    (pair,) = rows(queue("conflicts", "--assignee", "Chen", "--format", "jsonl"))
    assert (pair["id"], pair["flagged"], pair["second_opinion"], pair["status"]) == (first, False, "asked", "open")


def test_other_keys_decide_nothing(queue: Claims) -> None:
    with review() as terminal:
        terminal.until(SHOWN)
        assert "the machine read a side wrongly" in terminal.press("?", then="q          end")
        # An arrow upwards ends in the letter A, and a word of Chinese is no key.
        for key in ("\x1b[A", "A", "甲", "z"):
            terminal.press(key, then="? explains the keys.")
        terminal.press("q", then="left of")
    assert decided(queue) == {}


def test_what_another_editor_decides_meanwhile_is_said(queue: Claims) -> None:
    _, second, *_ = waiting(queue)
    with review() as terminal:
        terminal.until(SHOWN)
        queue("decide", second, "both_right", "--by", "Chen")
        assert "Chen has decided this meanwhile: both_right" in terminal.press(" ")
        terminal.press("q", then="left of")


def test_a_second_opinion_is_asked_of_others_only(queue: Claims) -> None:
    high = rows(queue("conflicts", "--severity", "high", "--format", "jsonl"))
    queue("decide", high[0]["id"], "a_wrong", "--by", "Lin")
    queue("decide", high[1]["id"], "a_wrong", "--by", "Chen")
    with review("--second-opinion") as terminal:
        page = terminal.until(SHOWN)
        assert "1 of 1" in page
        assert high[1]["id"] in page
        terminal.press("b", then="0 left of 1 conflict.")
    (pair,) = rows(queue("conflicts", "--second-opinion", "given", "--format", "jsonl"))
    assert (pair["id"], pair["decision"]["by"]) == (high[1]["id"], "Lin")


@pytest.mark.parametrize("signal", ["\x03", "\x04"])
def test_a_review_can_be_broken_off(queue: Claims, signal: str) -> None:
    first = waiting(queue)[0]
    with review() as terminal:
        terminal.until(SHOWN)
        terminal.press("d")
        if signal == "\x03":
            os.killpg(terminal.process.pid, 2)  # a terminal that controls nothing sends no signal itself
            terminal.until("left of")
        else:
            terminal.press(signal, then="left of")
        assert terminal.process.wait(PATIENCE) == (130 if signal == "\x03" else 0)
    assert decided(queue) == {first: "superseded"}


def test_filters_narrow_the_queue(queue: Claims) -> None:
    with review("--subject", "步云", "--source", "three.txt") as terminal:
        page = terminal.until(SHOWN)
        assert "three.txt" in page
        assert "步云机器人" in page
    with review("--assignee", "Nobody") as terminal:
        terminal.until("Nothing is waiting.")


def test_colour_only_where_the_terminal_has_it(queue: Claims) -> None:
    with review(term="xterm", colour=True) as terminal:
        assert "\x1b[1m" in terminal.until(SHOWN)
    with review(term="dumb", colour=True) as terminal:
        assert not re.search("\x1b", terminal.until(SHOWN))


def test_a_pipe_is_told_to_use_another_command(desk: Claims) -> None:
    assert "claims decide" in only_line(desk("review", code=2, stdin=b"aaa"))
