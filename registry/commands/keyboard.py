"""Single keys from a terminal, without Enter."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from sources.errors import UsageError

BACKSPACE = ("\x7f", "\x08")
END = "\x04"
"""What Control-D sends, and what stands for a terminal that has gone."""


def check_terminal() -> None:
    """Raises UsageError where nobody sits who could press a key."""
    for stream, name in ((sys.stdin, "standard input"), (sys.stdout, "standard output")):
        if not stream.isatty():
            remedy = "run it in one, or decide with `claims decide`"
            raise UsageError("claims review", f"needs a terminal, and {name} is none", remedy)


@contextmanager
def single_keys() -> Iterator[None]:
    """Has the terminal hand over each key at once and unseen, until the block ends."""
    if sys.platform == "win32":
        yield  # click's own getchar does so there
        return
    import termios
    import tty

    before = termios.tcgetattr(sys.stdin)
    tty.setcbreak(sys.stdin, termios.TCSADRAIN)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


def forget_keys() -> None:
    """Throws away what was typed before now: nobody decides what is not shown yet."""
    if sys.platform != "win32":
        import termios

        termios.tcflush(sys.stdin, termios.TCIFLUSH)


def read_key() -> str:
    """The next key as its character; an empty string for one that has none, such as an arrow."""
    if sys.platform == "win32":
        return click.getchar()
    pressed = os.read(sys.stdin.fileno(), 64).decode("utf-8", "replace")
    if not pressed:
        return END
    # An arrow comes as several characters behind an escape; its letters are not meant.
    return "" if pressed.startswith("\x1b") else pressed[0]


def read_line(question: str) -> str:
    """A line typed by the editor, with the usual means of correcting it."""
    if sys.platform == "win32":
        return str(click.prompt(question, default="", show_default=False))
    import termios

    keys = termios.tcgetattr(sys.stdin)
    lines = termios.tcgetattr(sys.stdin)
    lines[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(sys.stdin, termios.TCSADRAIN, lines)
    try:
        return input(f"{question}: ")
    except EOFError:
        return ""
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, keys)
