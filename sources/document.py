"""A source that has been read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sources.span import Span

STRIDE = 4096
"""Code points between two remembered byte offsets."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one source, and what it was read from.

    ``sha256`` is the identity: of the bytes, in hexadecimal. ``text`` is the bytes decoded with ``encoding``,
    newlines untouched, a byte order mark being character 0; ``text.encode(encoding)`` gives the bytes back.
    ``format`` is ``text``, ``markdown``, ``html``, or ``facts`` for a fact sheet, which is no article.
    """

    sha256: str
    encoding: str
    text: str
    format: str = "text"

    def byte_span(self, span: Span) -> Span:
        """The byte offsets, in the original bytes, of ``span`` in ``text``."""
        start = _byte_offset(self.text, self.encoding, span.start)
        return Span(start, start + len(span.of(self.text).encode(self.encoding)))


def _byte_offset(text: str, encoding: str, offset: int) -> int:
    mark = offset // STRIDE
    near = _byte_marks(text, encoding)[mark]
    return near + len(text[mark * STRIDE : offset].encode(encoding))


@lru_cache(maxsize=8)
def _byte_marks(text: str, encoding: str) -> tuple[int, ...]:
    """The byte offsets of code points 0, STRIDE, 2 · STRIDE and so on.

    Encoding piece by piece is exact because no encoding that ``sources.decode`` returns keeps a state between
    characters, and none of them writes a byte order mark of its own.
    """
    marks = [0]
    for start in range(0, len(text), STRIDE):
        marks.append(marks[-1] + len(text[start : start + STRIDE].encode(encoding)))
    return tuple(marks)
