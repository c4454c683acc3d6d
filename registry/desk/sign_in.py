"""Signing in by the one-time link that ``claims serve`` prints, and signing out."""

from __future__ import annotations

from typing import Any

from registry.desk.editors import editor
from registry.desk.host import ACTOR_COOKIE, Host
from registry.desk.links import LINKS
from registry.desk.page import refuse, see
from registry.desk.same_site import from_here
from registry.desk.web import Answer, Cookie, Request

PATH = "sign-in"
SECONDS = 12 * 60 * 60
"""How long a link signs in for: a long day at the desk."""


async def sign_in(host: Host, _name: str, request: Request, given: Any) -> Answer:
    """Takes the link and opens the queue. A browser that only looks ahead does not use it up."""
    ahead = request.method != "GET" or "prefetch" in request.headers.get("sec-purpose", "")
    name = None if ahead else LINKS.redeem(request.one("token"))
    if name is not None:
        return see(host, "conflicts", cookies=(host.actor_cookie({"id": name}, SECONDS, request.scheme == "https"),))
    if editor(host, request):
        return see(host, "conflicts")
    return await refuse(host, request, given, "refused.link")


async def sign_out(host: Host, _name: str, request: Request, given: Any) -> Answer:
    """Forgets who is signed in."""
    if request.method != "POST" or not from_here(host, request):
        return await refuse(host, request, given, "refused.elsewhere")
    return see(host, "conflicts", cookies=(Cookie(ACTOR_COOKIE, "", 0),))
