"""What became of every numeral of the registered sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.coverage import Numeral, account
from claims.extract import extract_all
from claims.left_out import Reason
from registry import load
from registry.checking.lines import Lines, Point
from registry.connection import Registry
from registry.method import Method
from registry.model import Source
from sources.errors import RegistryError


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """The numerals of one source, in order of place; ``ids`` are those of its claims by their keys."""

    source: Source
    text: str
    numerals: tuple[Numeral, ...]
    ids: Mapping[str, str]

    @property
    def registered(self) -> int:
        """How many are part of a registered claim."""
        return sum(numeral.claim is not None for numeral in self.numerals)

    @property
    def reasons(self) -> Counter[Reason]:
        """How many were left out for which reason."""
        return Counter(numeral.reason for numeral in self.numerals if numeral.reason)

    def points(self) -> Iterator[tuple[Numeral, Point]]:
        """Each numeral with its line and column."""
        lines = Lines.of(self.text)
        return ((numeral, lines.point(numeral.span.start)) for numeral in self.numerals)


def coverage(registry: Registry, method: Method, sources: Sequence[Source] = ()) -> Iterator[SourceCoverage]:
    """The coverage of each registered article, or of those among ``sources``, as ``method`` reads them.

    The same bytes under two names are one article, told under its first name.
    """
    wanted = {source.document for source in sources}
    for source in load.articles(registry.db):
        if not wanted or source.document in wanted:
            document = load.document(registry.db, source.document)
            found = extract_all(
                document,
                language=source.language,
                published=source.published,
                title=source.title,
                aliases=method.names,
                facts=method.facts,
            )
            numerals = account(document, found, source.language)
            covered = SourceCoverage(source, document.text, numerals, _ids(registry, source))
            _check(covered)
            yield covered


def _ids(registry: Registry, source: Source) -> dict[str, str]:
    sql = "SELECT key, id FROM claims WHERE document = ?"
    return {row["key"]: row["id"] for row in load.rows(registry.db, sql, (source.document,))}


def _check(covered: SourceCoverage) -> None:
    """Refuses to call a numeral accounted for that is not."""
    for numeral, point in covered.points():
        if not numeral.claim and not numeral.reason:
            raise RegistryError(
                f"{covered.source.name}:{point.line}:{point.column}",
                "a numeral is accounted for nowhere",
                "this is a fault of the program; please report it with this line",
            )
