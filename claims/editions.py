"""One text of an article, cut into words and sentences so that its claims can be found again in another text of it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Claim
from claims.sentences import sentences
from sources.cleaning import FIRST_STEPS, clean
from sources.document import Document
from sources.span import Span

_HAN = r"\u3400-\u9fff\U00020000-\U0003134f"
_WORD = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+")
"""A Chinese character, or a run of other letters and digits. Punctuation and layout are none, so they may change."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A document's words after cleaning, folded, in order, with its claims.

    ``starts`` and ``ends`` say for each word which code points of the document's text it stands for; neither falls.
    ``sentences`` are spans of words.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Span, ...]
    claims: tuple[Claim, ...]

    @classmethod
    def of(cls, document: Document, claims: Sequence[Claim]) -> Edition:
        """The words of ``document`` and the ``claims`` that were found in it."""
        # A fact sheet is no article, but its lines can be told apart like those of a plain text.
        text = clean(document.text, format=document.format if document.format in FIRST_STEPS else "text")
        words: list[str] = []
        places: list[Span] = []
        cut: list[Span] = []
        for block in text.blocks:
            for sentence in sentences(text.text, block.span):
                first = len(words)
                for word in _WORD.finditer(text.text, sentence.start, sentence.end):
                    words.append(unicodedata.normalize("NFKC", word.group()).casefold())
                    places.append(text.source_span(Span(*word.span())))
                if len(words) > first:
                    cut.append(Span(first, len(words)))
        starts, ends = tuple(place.start for place in places), tuple(place.end for place in places)
        return cls(tuple(words), starts, ends, tuple(cut), tuple(claims))

    def value(self, claim: Claim) -> Span:
        """The words of the value expression of ``claim``."""
        first = bisect_right(self.ends, claim.value_span.start)
        return Span(first, max(first, bisect_left(self.starts, claim.value_span.end)))

    def sentence(self, word: int) -> int:
        """The number of the sentence in which a word stands."""
        return max(0, bisect_right(self.sentences, word, key=lambda span: span.start) - 1)
