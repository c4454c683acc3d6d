"""What is let in at all: short forms, nothing but asking and posting, and no page that only pretends to be local.

This stands before Datasette, which would take a form whole, however long it is, before the desk is asked.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from registry.desk.page import ROOT
from registry.desk.web import HEADERS

LONGEST = 200_000
"""Bytes of a form: the longest note there may be takes less than half of it, however it is written."""

_FORM = "application/x-www-form-urlencoded"
_METHODS = "GET, HEAD, POST"

Message = dict[str, Any]
Application = Callable[
    [Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]


def guarded(application: Application) -> Application:
    """``application``, an ASGI one, with requests to the desk let in as :func:`refusal` says."""

    async def guard(
        scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        if scope["type"] != "http" or f"{ROOT}/" not in scope["path"]:
            await application(scope, receive, send)
            return
        refused = refusal(scope["method"], _headers(scope))
        if refused is None:
            await application(scope, receive, send)
            return
        while (await receive()).get("more_body"):
            pass  # read and dropped, because a browser that is still sending does not read an answer
        await _answer(send, *refused)

    return guard


def local_only(application: Application) -> Application:
    """``application`` for those who ask for this machine by a name of its own.

    A page on the web may let its name point at this machine, and would then read the desk as its own.
    """

    async def guard(
        scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        if scope["type"] == "http" and not is_local(_headers(scope).get("host", "")):
            await _answer(send, 421, "This desk answers to localhost; `claims serve --config` takes other names too.")
            return
        await application(scope, receive, send)

    return guard


def is_local(host: str) -> bool:
    """Whether a ``Host`` header names the machine itself."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def refusal(method: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
    """The status and the sentence for what is not let in; None for what is. Names of ``headers`` are in lower case."""
    if method in ("GET", "HEAD"):
        return None
    if method != "POST":
        return 405, f"The desk answers {_METHODS}."
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        return 411, "The desk takes forms of a known length."
    if int(length) > LONGEST:
        return 413, f"The desk takes forms of up to {LONGEST:,} bytes; nothing was recorded."
    if int(length) and headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        return 415, f"The desk takes forms as {_FORM}; nothing was recorded."
    return None


def _headers(scope: Message) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


async def _answer(send: Callable[[Message], Awaitable[None]], status: int, sentence: str) -> None:
    body = f"{sentence}\n".encode()
    said = {**HEADERS, "Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(body))}
    if status == 405:
        said["Allow"] = _METHODS
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in said.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
