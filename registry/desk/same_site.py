"""Whether a posted form comes from a page of this desk.

A browser says where a form comes from (``Sec-Fetch-Site``, else ``Origin``): what says elsewhere is refused, what says
here is taken. What says nothing is taken only with the proof that our own pages hide in their forms: a signature over
the name of whoever is signed in, which no other site can make or read.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from registry.desk.host import Host
from registry.desk.web import Request

FIELD = "proof"
_PURPOSE = "claims-form"


def proof(host: Host, request: Request) -> str:
    """What a form of ours carries for the reader it is shown to."""
    return host.sign(_name(request), _PURPOSE)


def from_here(host: Host, request: Request) -> bool:
    """Whether the form was sent from one of our pages, by whoever it was shown to."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site == "same-origin"
    if origin is not None:
        return urlsplit(origin).netloc == request.host
    return host.unsign(request.fields.get(FIELD, ""), _PURPOSE) == _name(request)


def _name(request: Request) -> str:
    return str((request.actor or {}).get("id", ""))
