"""What every page of the desk has in common: its frame, its language, and how mistakes are answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from registry.desk import language
from registry.desk.editors import editor
from registry.desk.host import Host, Page, not_found
from registry.desk.same_site import FIELD, proof
from registry.desk.web import SEE_OTHER, Answer, Cookie, Request, address
from sources.errors import ClaimsError, KeyNotFoundError, RegistryError

ROOT = "/-/claims"
"""Where the pages of the desk live, below the prefix of the installation."""

_YEAR = 365 * 24 * 60 * 60


async def show(
    host: Host, request: Request, given: Any, template: str, values: Mapping[str, Any], status: int = 200
) -> Answer:
    """A page made from one of our templates and the values it shows."""
    code = language.choose(request)
    words = language.words(code)
    frame = {
        "t": words,
        "lang": code,
        "name": host.title or words("page.name"),
        "served": host.served,
        "robots": host.robots,
        "languages": _languages(host, request, code),
        "editor": editor(host, request),
        "signed_in": (request.actor or {}).get("id"),
        "proof_field": FIELD,
        "proof": proof(host, request),
        "link": lambda path, query=(): host.path(address(f"{ROOT}/{path}", tuple(query))),
        "styles": f"{host.static('desk.css')}?{_mark('desk.css')}",
        "script": f"{host.static('desk.js')}?{_mark('desk.js')}",
        "tables": host.path("/") if host.served else None,
        "here": request.path,
    }
    cookies: tuple[Cookie, ...] = ()
    if request.one("lang") in language.LANGUAGES:
        cookies = (Cookie(language.COOKIE, request.one("lang"), _YEAR, request.scheme == "https"),)
    return Answer(await host.render(template, {**values, **frame}, given), status, cookies=cookies)


def see(host: Host, path: str, query: tuple[tuple[str, str], ...] = (), cookies: tuple[Cookie, ...] = ()) -> Answer:
    """The way to another page of the desk."""
    return Answer(status=SEE_OTHER, location=host.path(address(f"{ROOT}/{path}", query)), cookies=cookies)


async def refuse(host: Host, request: Request, given: Any, reason: str, status: int = 403) -> Answer:
    """A page that says why not; ``reason`` is a key of the words."""
    return await show(host, request, given, "message.html", {"reason": reason}, status)


RegistryPage = Callable[[Host, str, Request, Any], Awaitable[Answer]]
"""A page on a registry: after the host comes the name of its database."""


def on_registry(page: RegistryPage) -> Page:
    """``page`` where a registry is served; Datasette's own "not found" where none is.

    Whatever the user can mend is shown as one sentence.
    """

    async def answer(host: Host, request: Request, given: Any) -> Answer:
        try:
            name = await host.registry()
            if name is None:
                raise not_found()
            return await page(host, name, request, given)
        except ClaimsError as error:
            status = 404 if isinstance(error, KeyNotFoundError) else 503 if isinstance(error, RegistryError) else 400
            return await show(host, request, given, "message.html", {"error": str(error)}, status)

    return answer


def _languages(host: Host, request: Request, code: str) -> list[dict[str, object]]:
    kept = [(key, value) for key, value in request.query if key not in ("lang", "token")]
    path = request.path if request.method == "GET" else f"{ROOT}/conflicts"
    return [
        {"code": other, "name": name, "href": host.path(address(path, [*kept, ("lang", other)]))}
        for other, name in language.LANGUAGES.items()
        if other != code
    ]


@cache
def _mark(name: str) -> str:
    """Changes when the file does, so that no browser keeps an old one."""
    return sha256(files(__package__).joinpath("static", name).read_bytes()).hexdigest()[:8]
