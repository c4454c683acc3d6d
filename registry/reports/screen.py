"""Where text is shown: how wide, and whether in colour; and what fits into a line there."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

WIDTH_OF_FILES = 100
"""Columns of what is not shown on a terminal, so that it is the same everywhere."""

OPEN, CLOSE = "⟦", "⟧"
"""What a value stands between inside its quote."""

_STYLES = {"bold": "1", "faint": "2", "underline": "4", "red": "31", "yellow": "33", "green": "32", "cyan": "36"}


@dataclass(frozen=True, slots=True)
class Screen:
    """A place of ``width`` columns."""

    width: int = WIDTH_OF_FILES
    colour: bool = False

    @classmethod
    def of(cls, stream: TextIO, environment: Mapping[str, str]) -> Screen:
        """The screen behind ``stream``: colour on a terminal only, and never where ``NO_COLOR`` is set."""
        if not stream.isatty():
            return cls()
        colour = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
        return cls(max(40, min(shutil.get_terminal_size((WIDTH_OF_FILES, 24)).columns, 120)), colour)

    def styled(self, text: str, *styles: str) -> str:
        """``text`` in bold, faint, underlined or coloured, where there is colour."""
        if not self.colour or not text:
            return text
        codes = ";".join(_STYLES[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"

    def lit(self, line: str) -> str:
        """A line or more of a quote with what stands in the brackets in bold, where there is colour."""
        if not self.colour:
            return line
        return line.replace(OPEN, f"{OPEN}\x1b[1m").replace(CLOSE, f"\x1b[0m{CLOSE}") + "\x1b[0m"


def quoted(before: str, value: str, after: str) -> str:
    """The pieces of a quote on one line, the value in brackets."""
    return plain(f"{before}{OPEN}{value}{CLOSE}{after}")


def shortened(quote: str, width: int) -> str:
    """A line of :func:`quoted` in ``width`` columns: the value stays, a mark stands for words left out around it."""
    if columns(quote) <= width:
        return quote
    before, _, rest = quote.partition(OPEN)
    value, _, after = rest.partition(CLOSE)
    value = clipped(value, width - 4)
    room = width - columns(value) - 2
    # What leads up to a value says more of it than what follows.
    before = clipped_left(before, max(room - columns(after), 2 * room // 3))
    return f"{before}{OPEN}{value}{CLOSE}{clipped(after, room - columns(before))}"


def plain(text: str) -> str:
    """``text`` on one line, without anything that could steer a terminal or turn the direction of reading."""
    return "".join(character for character in " ".join(text.split()) if not _steers(character))


def heading(name: str) -> str:
    """``name`` as it may begin a line: the runner of GitHub takes two colons there for the beginning of a command."""
    shown = plain(name)
    return f"./{shown}" if shown.startswith("::") else shown


def one_line(text: str) -> str:
    """``text`` with a space for each white space, so that its columns stay, and without what could steer a terminal."""
    return "".join(" " if c.isspace() else c for c in text if c.isspace() or not _steers(c))


def columns(text: str) -> int:
    """How many columns ``text`` takes: two for a wide character, none for one that combines."""
    return sum(_columns_of(character) for character in text)


def wrapped(text: str, width: int) -> Iterator[str]:
    """``text`` in lines of at most ``width`` columns, broken at spaces and beside Chinese characters."""
    line, used = "", 0
    for piece in _pieces(text):
        wide = columns(piece)
        if used + columns(piece.rstrip()) > width and line:
            yield line.rstrip()
            line, used = "", 0
            if not piece.strip():
                continue
        line += piece
        used += wide
    if line.strip():
        yield line.rstrip()


def clipped(text: str, width: int) -> str:
    """The beginning of ``text`` that fits into ``width`` columns, with a mark where something is left out."""
    if columns(text) <= width:
        return text
    kept, used = "", 1
    for character in text:
        used += _columns_of(character)
        if used > width:
            break
        kept += character
    return f"{kept.rstrip()}…"


def clipped_left(text: str, width: int) -> str:
    """The end of ``text`` that fits into ``width`` columns, with a mark where something is left out."""
    return clipped(text[::-1], width)[::-1] if columns(text) > width else text


def placed(before: str, path: str, behind: str, last: str, width: int) -> str:
    """The four in one line of ``width`` columns, of which ``last`` always stays whole; a dot after ``before``.

    A path gives way from its left and keeps the name of its file; then what stands ``behind`` it is cut off.
    """
    file = min(columns(path.rstrip("/").rpartition("/")[2]) + 2, columns(path), width // 2)
    if before:
        before = f"{clipped(before, max(width // 3, width - file - columns(behind + last) - 3))} · "
    path = clipped_left(path, max(file, width - columns(before + behind + last)))
    return clipped(f"{before}{path}{behind}", width - columns(last)) + last


def _pieces(text: str) -> Iterator[str]:
    """Words with the space after them; wide characters one by one, closing punctuation with what it closes."""
    piece = ""
    for character in text:
        breaks_before = _columns_of(character) == 2 and unicodedata.category(character) not in ("Pe", "Pf", "Po")
        breaks = piece and not _opens(piece[-1]) and (piece[-1] == " " or breaks_before or _stands_alone(piece[-1]))
        if breaks and not _closes(character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _stands_alone(character: str) -> bool:
    return _columns_of(character) == 2 and not _opens(character)


def _opens(character: str) -> bool:
    return unicodedata.category(character) in ("Ps", "Pi")


def _closes(character: str) -> bool:
    return character == " " or unicodedata.category(character) in ("Pe", "Pf", "Po", "Mn")


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _steers(character: str) -> bool:
    category = unicodedata.category(character)
    return category == "Cc" or (category == "Cf" and unicodedata.bidirectional(character) not in ("ON", "BN"))
