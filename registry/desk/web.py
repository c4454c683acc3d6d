"""What a page is asked and what it answers, free of any web framework."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""The Content-Security-Policy of every page of the desk: nothing inline, nothing from elsewhere."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Cookie, Accept-Language",
}

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Request:
    """One request. ``path`` is without the prefix of the installation; names of ``headers`` are in lower case.

    ``fields`` are those of a posted form, ``places`` the named parts of the path, ``actor`` whoever Datasette says is
    signed in, None for a stranger.
    """

    method: str
    path: str
    host: str
    scheme: str
    query: Sequence[tuple[str, str]] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    actor: Mapping[str, object] | None = None

    def one(self, name: str) -> str:
        """The last value of a parameter of the query, empty where it has none."""
        return next((value for key, value in reversed(self.query) if key == name), "")

    def has(self, name: str) -> bool:
        """Whether the query names a parameter at all, be it empty."""
        return any(key == name for key, _ in self.query)

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a parameter of the query that say something, each once."""
        return tuple(dict.fromkeys(value for key, value in self.query if key == name and value))


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie that only the server reads. ``seconds`` None lasts for the session, 0 takes it back."""

    name: str
    value: str
    seconds: int | None = None
    secure: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a page, or with ``location`` the way to another; ``media`` says what the body is."""

    body: str = ""
    status: int = 200
    location: str | None = None
    cookies: tuple[Cookie, ...] = ()
    media: str = "text/html"


def address(path: str, query: Sequence[tuple[str, str]] = ()) -> str:
    """A path with its query."""
    return f"{path}?{urlencode(query)}" if query else path
