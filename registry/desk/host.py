"""The Datasette the desk lives in: the one module that imports it, with everything in which its versions differ.

What differs between 0.65 and 1.0 as far as the desk is concerned:

- 1.0 keeps configuration (``config``) apart from descriptions (``metadata``); 0.65 takes both as ``metadata``;
- 1.0 opens a transaction around every write unless told not to;
- 0.65 refuses a posted form without its ``csrftoken``, 1.0 one that its headers call cross-site; 1.0 lets one
  without any header pass, which ``registry/desk/same_site.py`` does not.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl
from weakref import WeakKeyDictionary

from datasette import __version_info__, hookimpl
from datasette.actor_auth_cookie import BadSignature
from datasette.utils import baseconv
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup
from sqlite_utils import Database

from registry.connection import BUSY_SECONDS, Registry, errors_named
from registry.desk.web import HEADERS, Answer, Cookie, Request
from registry.schema import APPLICATION_ID, SCHEMA_VERSION
from sources.errors import RegistryError

PLUGIN = "claim-registry"
"""The name of the distribution, under which Datasette serves its static files and keeps its configuration."""

ACTOR_COOKIE = "ds_actor"

_NEW = __version_info__[0] != "0"
_OWN_TRANSACTIONS: dict[str, Any] = {"transaction": False} if _NEW else {}

_KNOWN: WeakKeyDictionary[Any, str | None] = WeakKeyDictionary()

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])


def hook(function: F) -> F:
    """Marks a function as one that Datasette calls; one that this Datasette does not know is never called."""
    marked: F = hookimpl(optionalhook=True)(function)
    return marked


def build(file: Path, config: Mapping[str, Any], metadata: Mapping[str, Any], settings: Mapping[str, Any]) -> Any:
    """A Datasette over one database. ``config`` and ``metadata`` are as Datasette 1.0 divides them."""
    from datasette.app import Datasette  # which loads its plugins, and so this module, before it is whole itself

    if _NEW:
        return Datasette([str(file)], config=dict(config), metadata=dict(metadata), settings=dict(settings))
    return Datasette([str(file)], metadata=merged(metadata, config), settings=dict(settings))


def merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Two nested tables as one; where both say something, ``other`` holds."""
    result = dict(one)
    for key, value in other.items():
        known = result.get(key)
        result[key] = merged(known, value) if isinstance(known, Mapping) and isinstance(value, Mapping) else value
    return result


def prepare(connection: Any) -> None:
    """Makes a connection of Datasette to a registry wait for other writers as the command line does."""
    if _marks(connection)[0] != APPLICATION_ID:
        return
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    connection.execute("PRAGMA foreign_keys = ON")


@dataclass(frozen=True, slots=True)
class Host:
    """A running Datasette, as far as the desk needs it."""

    datasette: Any

    @property
    def served(self) -> bool:
        """Whether somebody answers what a page asks; False where pages are printed to be read as plain files."""
        return True

    @property
    def front(self) -> tuple[tuple[str, str], ...]:
        """What the first page asks for besides nothing; a list that asks for no more is not narrowed."""
        return ()

    @property
    def robots(self) -> bool:
        """Whether search engines may index the pages, as far as these say so themselves."""
        return True

    @property
    def title(self) -> str | None:
        """What stands above every page; None for the name of the program."""
        return None

    async def remember(self) -> None:
        """Notes which database is a registry, for :meth:`known`."""
        try:
            _KNOWN[self.datasette] = await self.registry()
        except RegistryError:
            _KNOWN[self.datasette] = None

    def known(self) -> str | None:
        """The name of the registry as of the start; for hooks that are asked for every cell."""
        return _KNOWN.get(self.datasette)

    async def registry(self) -> str | None:
        """The name of the first database that is a registry; None where there is none.

        Raises RegistryError when the first one is of another schema than this release knows.
        """
        for name, served in self.datasette.databases.items():
            if served.path is None:
                continue
            application, version = await served.execute_fn(_marks)
            if application == APPLICATION_ID:
                if version != SCHEMA_VERSION:
                    problem = f"is of schema {version}, and this release knows {SCHEMA_VERSION}"
                    raise RegistryError(str(_file_name(served)), problem, "start the desk with `claims serve`")
                return str(name)
        return None

    async def read(self, name: str, ask: Callable[[Database], T]) -> T:
        """What ``ask`` finds in the database ``name``, on a connection that cannot write.

        Raises RegistryError where SQLite cannot read on.
        """
        served = self._served(name)
        with errors_named(_file_name(served)):
            return await served.execute_fn(lambda connection: ask(_wrapped(connection)))  # type: ignore[no-any-return]

    async def write(self, name: str, act: Callable[[Registry], T]) -> T:
        """What ``act`` gives back after writing to the database ``name``, on Datasette's one writing connection.

        Raises RegistryError where SQLite cannot write, such as a lock that another process does not give up.
        """
        served = self._served(name)

        def task(connection: Any) -> T:
            return act(Registry(Path(served.path), _wrapped(connection)))

        with errors_named(_file_name(served)):
            return await served.execute_write_fn(task, **_OWN_TRANSACTIONS)  # type: ignore[no-any-return]

    async def render(self, template: str, values: Mapping[str, Any], given: Any) -> str:
        """A template of the desk as a page; ``given`` is Datasette's own request."""
        return await self.datasette.render_template(f"claims/{template}", dict(values), request=given)  # type: ignore[no-any-return]

    def path(self, path: str) -> str:
        """A path with the prefix of the installation."""
        return str(self.datasette.urls.path(path))

    def static(self, name: str) -> str:
        """Where a file of ``static`` is found."""
        return str(self.datasette.urls.static_plugins(PLUGIN, name))

    def table(self, name: str, table: str) -> str:
        """Where Datasette shows a table of the database ``name``."""
        return str(self.datasette.urls.table(name, table))

    def setting(self, name: str) -> Any:
        """What the configuration of the plugin says."""
        return (self.datasette.plugin_config(PLUGIN) or {}).get(name)

    def sign(self, value: object, purpose: str) -> str:
        """``value`` under a signature that only this installation can make."""
        return str(self.datasette.sign(value, purpose))

    def unsign(self, text: str, purpose: str) -> object:
        """What was signed for that purpose; None where the signature is not ours."""
        try:
            signed: object = self.datasette.unsign(text, purpose)
        except BadSignature:
            return None
        return signed

    def actor_cookie(self, actor: Mapping[str, object], seconds: int, secure: bool) -> Cookie:
        """The cookie by which Datasette knows ``actor`` for ``seconds`` from now."""
        signed = self.sign({"a": dict(actor), "e": baseconv.base62.encode(int(time.time()) + seconds)}, "actor")
        return Cookie(ACTOR_COOKIE, signed, seconds, secure)

    def _served(self, name: str) -> Any:
        return self.datasette.databases[name]


Page = Callable[[Host, Request, Any], Awaitable[Answer]]
"""Answers a request; the last argument is Datasette's own request, for rendering."""


def view(page: Page) -> Callable[..., Awaitable[Any]]:
    """A page as Datasette calls it."""

    async def answer(datasette: Any, request: Any) -> Any:
        return _response(await page(Host(datasette), await _request(request), request))

    return answer


def anchor(href: str, text: str) -> Any:
    """A link, as Datasette takes it for the content of a cell."""
    return Markup('<a href="{}">{}</a>').format(href, text)


def not_found() -> Exception:
    """What to raise where the desk has nothing to show: Datasette's own page for it."""
    return NotFound("Not found")  # type: ignore[no-any-return]


async def _request(given: Any) -> Request:
    body = await given.post_body() if given.method == "POST" else b""
    query, form = (
        parse_qsl(text, keep_blank_values=True, errors="replace")
        for text in (given.query_string, body.decode("utf-8", "replace"))
    )
    return Request(
        method=given.method,
        path=given.path,
        host=given.host,
        scheme=given.scheme,
        query=tuple(query),
        fields=dict(form),
        headers=dict(given.headers),
        cookies=dict(given.cookies),
        places=dict(given.url_vars),
        actor=given.actor,
    )


def _response(answer: Answer) -> Any:
    headers = {**HEADERS, **({"Location": answer.location} if answer.location else {})}
    response = Response(answer.body, answer.status, headers, content_type=f"{answer.media}; charset=utf-8")
    for cookie in answer.cookies:
        response.set_cookie(
            cookie.name, cookie.value, max_age=cookie.seconds, secure=cookie.secure, httponly=True, samesite="lax"
        )
    return response


def _file_name(served: Any) -> Path:
    """The file without its folder, which is nobody's business who only reads the desk."""
    return Path(Path(served.path).name)


def _wrapped(connection: Any) -> Database:
    return Database(connection, execute_plugins=False)


def _marks(connection: Any) -> tuple[int, int]:
    return (
        connection.execute("PRAGMA application_id").fetchone()[0],
        connection.execute("PRAGMA user_version").fetchone()[0],
    )
