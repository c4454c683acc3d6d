"""Where each page of the desk stands among plain files: addresses of pages, and the names of their files.

A name is made of small letters, digits and hyphens, so that it means the same on every disk and web server.
"""

from __future__ import annotations

import posixpath
import re
from base64 import b32encode
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qsl, urlsplit

from registry.desk.filters import ANY
from registry.desk.page import ROOT

FRONT = "conflicts"
"""The page that a reader sees first."""

EVERY = ("status", ANY)
"""Plain pages show findings of every status: whoever reads them judges nothing."""

_SAY_NOTHING = (EVERY, ("page", "1"))
_PLAIN = re.compile(r"[a-z0-9_]{1,40}")


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its path below ``ROOT``, what its address asks for, and its language."""

    path: str
    query: tuple[tuple[str, str], ...]
    language: str

    @property
    def request(self) -> tuple[tuple[str, str], ...]:
        """The whole query by which the desk is asked for the page."""
        status = () if any(name == "status" for name, _ in self.query) else (EVERY,)
        return (*self.query, *status, ("lang", self.language))

    def file(self, first: str) -> str:
        """Where the page stands in the folder; pages in the language ``first`` stand at its top."""
        name = "index" if self.path == FRONT and not self.query else self.path
        parts = [name, *(_part(key, value) for key, value in self.query)]
        return f"{'' if self.language == first else f'{self.language}/'}{'-'.join(parts)}.html"


def place_of(address: str, language: str) -> Place:
    """The page that an address of the desk leads to from a page in ``language``.

    A finding is one page, whichever list its reader comes from.
    """
    parts = urlsplit(address)
    query = parse_qsl(parts.query, keep_blank_values=True)
    path = parts.path.removeprefix(f"{ROOT}/")
    asked = dict(query).get("lang", language)
    if path.startswith("conflict/"):
        return Place(path, (), asked)
    return Place(path, tuple(pair for pair in query if pair[0] != "lang" and pair not in _SAY_NOTHING), asked)


def way(here: str, there: str) -> str:
    """The way from one file of the folder to another, as a relative reference."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def _part(key: str, value: str) -> str:
    if key == "page":
        return value
    return f"{key}-{value if _PLAIN.fullmatch(value) else _digest(value)}"


def _digest(text: str) -> str:
    return b32encode(sha256(text.encode("utf-8", "surrogatepass")).digest()).decode("ascii").lower()[:16]
