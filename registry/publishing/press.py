"""The pages of the desk as plain files, which need neither a server nor a script.

The desk's own pages are asked as a reader would ask for them, from the first one on, and every page that one of them
leads to is printed too: so no link leads nowhere, and what the desk shows looks the same.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from sqlite_utils import Database

from registry.desk import PAGES
from registry.desk.host import Host, Page
from registry.desk.language import LANGUAGES
from registry.desk.marked import part_at
from registry.desk.page import ROOT
from registry.desk.web import Request
from registry.load import document, rows
from registry.publishing.places import EVERY, FRONT, Place, place_of, way

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = "desk.css"

T = TypeVar("T")


@dataclass(slots=True)
class Folio:
    """The pages of a folder: those printed or waiting to be, by file, and the order in which they came up."""

    db: Database
    title: str
    robots: bool
    first: str = next(iter(LANGUAGES))
    known: dict[str, Place] = field(default_factory=dict)
    waiting: deque[str] = field(default_factory=deque)
    parts: dict[str, int] = field(default_factory=dict)

    def file_of(self, place: Place) -> str:
        """The file of a page, which is noted to be printed."""
        file = place.file(self.first)
        if file not in self.known:
            self.known[file] = place
            self.waiting.append(file)
        return file

    def with_part(self, place: Place) -> Place:
        """A place in an article that is known by a claim, as the part of the article that holds the claim."""
        claim = dict(place.query).get("claim")
        if not place.path.startswith("source/") or claim is None:
            return place
        if claim not in self.parts:
            for row in rows(self.db, _BESIDE, (claim,)):
                text = document(self.db, row["document"]).text
                beside = rows(self.db, "SELECT id, value_start FROM claims WHERE document = ?", (row["document"],))
                self.parts |= {other["id"]: part_at(text, other["value_start"]) for other in beside}
        part = self.parts.get(claim, 1)
        return Place(place.path, (("page", str(part)),) if part > 1 else (), place.language)


_BESIDE = "SELECT document FROM claims WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Press(Host):
    """The desk for one page of a folder: it reads the registry, and its links lead to other files."""

    folio: Folio
    place: Place

    @property
    def served(self) -> bool:
        """Nobody answers behind a plain page."""
        return False

    @property
    def front(self) -> tuple[tuple[str, str], ...]:
        """What the first page shows."""
        return (EVERY,)

    @property
    def robots(self) -> bool:
        """Whether search engines may index the pages."""
        return self.folio.robots

    @property
    def title(self) -> str | None:
        """What stands above every page."""
        return self.folio.title

    async def registry(self) -> str | None:
        """The one database there is."""
        return "registry"

    async def read(self, _name: str, ask: Callable[[Database], T]) -> T:
        """What ``ask`` finds."""
        return ask(self.folio.db)

    async def render(self, template: str, values: Mapping[str, Any], _given: Any) -> str:
        """A template of the desk as a page."""
        return _templates().get_template(f"claims/{template}").render(dict(values))

    def path(self, path: str) -> str:
        """The way to the file of another page."""
        there = self.folio.with_part(place_of(path, self.place.language))
        return way(self.place.file(self.folio.first), self.folio.file_of(there))

    def static(self, name: str) -> str:
        """The way to the style sheet."""
        return way(self.place.file(self.folio.first), name)

    def setting(self, _name: str) -> Any:
        """Nothing is configured: nobody decides here."""
        return None

    def sign(self, _value: object, _purpose: str) -> str:
        """There are no forms to sign."""
        return ""


def printed(
    db: Database, *, title: str, robots: bool, progress: Callable[[int, int], None]
) -> Iterator[tuple[str, str]]:
    """Every file of the folder with its text, the first page first.

    ``title`` stands above every page; ``robots`` says whether search engines may index them. ``progress`` is told after
    each page how many are printed, and how many are known to wait.
    """
    folio = Folio(db, title, robots)
    for language in LANGUAGES:
        folio.file_of(Place(FRONT, (), language))
    while folio.waiting:
        file = folio.waiting.popleft()
        yield file, asyncio.run(_page(Press(None, folio, folio.known[file])))
        progress(len(folio.known) - len(folio.waiting), len(folio.waiting))
    yield STYLES, files("registry.desk").joinpath("static", STYLES).read_text(encoding="utf-8")


async def _page(press: Press) -> str:
    place = press.place
    page, places = _found(place.path)
    request = Request("GET", f"{ROOT}/{place.path}", "", "file", query=place.request, places=places)
    answer = await page(press, request, None)
    assert answer.status == 200, place
    return answer.body


def _found(path: str) -> tuple[Page, Mapping[str, str]]:
    """The page of the desk that answers for a path, with the named parts of the path."""
    return next((page, hit.groupdict()) for pattern, page in PAGES if (hit := re.fullmatch(pattern, path)))


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader

    return Environment(loader=PackageLoader("registry.desk"), autoescape=True)
