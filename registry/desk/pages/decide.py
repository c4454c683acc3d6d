"""What an editor does with a finding: the one place where the desk writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from registry import decisions
from registry.connection import Registry
from registry.desk.editors import editor
from registry.desk.filters import query_of, read_filter
from registry.desk.host import Host
from registry.desk.page import refuse, see
from registry.desk.pages.conflict import following, with_done
from registry.desk.same_site import from_here
from registry.desk.web import Answer, Request
from registry.lookup import find_key
from registry.model import Judgement
from sources.errors import UsageError


async def decide(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``POST /-/claims/conflict/ID/decide`` with ``decision`` and ``note``; leads to the next of the queue.

    ``right`` is the value that is right, where the editor knows it; ``seen`` the last entry that the page had shown.
    """
    fields, wanted = request.fields, read_filter(request)

    def act(registry: Registry, pair: str, by: str) -> Answer:
        judgement = _judgement(fields.get("decision", ""))
        after = following(registry.db, wanted, pair)
        decisions.record(registry, pair, judgement, by=by, note=fields.get("note", ""), right=fields.get("right", ""))
        return see(host, f"conflict/{after or pair}", with_done(query_of(wanted), pair, fields.get("seen", "")))

    return await _write(host, name, request, given, act)


async def undo(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``POST …/undo``: takes back the entry of that id, else the decision that holds; leads back to the finding."""

    def act(registry: Registry, pair: str, by: str) -> Answer:
        decisions.undo(registry, pair, by=by, entry=request.fields.get("entry") or None)
        return see(host, f"conflict/{pair}", (*query_of(read_filter(request)), ("undone", "yes")))

    return await _write(host, name, request, given, act)


async def arrange(host: Host, name: str, request: Request, given: Any) -> Answer:
    """``POST …/arrange`` with ``flag`` or ``second_opinion`` (``on``, ``off``), or ``assignee`` (empty: nobody)."""
    fields = request.fields

    def act(registry: Registry, pair: str, by: str) -> Answer:
        if "flag" in fields:
            decisions.flag(registry, pair, by=by, on=fields["flag"] == "on")
        if "second_opinion" in fields:
            decisions.ask_second_opinion(registry, pair, by=by, on=fields["second_opinion"] == "on")
        if "assignee" in fields:
            decisions.assign(registry, pair, fields["assignee"].strip() or None, by=by)
        return see(host, f"conflict/{pair}", query_of(read_filter(request)))

    return await _write(host, name, request, given, act)


async def _write(
    host: Host, name: str, request: Request, given: Any, act: Callable[[Registry, str, str], Answer]
) -> Answer:
    """Lets ``act`` write on the finding of the address, as the editor who is signed in; refuses whoever may not."""
    if request.method != "POST":
        return see(host, f"conflict/{request.places['id']}")
    if not from_here(host, request):
        return await refuse(host, request, given, "refused.elsewhere")
    by = editor(host, request)
    if by is None:
        return await refuse(host, request, given, "refused.not_an_editor" if request.actor else "refused.anonymous")

    def task(registry: Registry) -> Answer:
        return act(registry, find_key(registry.db, request.places["id"], ("pairs",)).id, by)

    return await host.write(name, task)


def _judgement(word: str) -> Judgement:
    try:
        return Judgement(word)
    except ValueError:
        words = " ".join(Judgement)
        raise UsageError("decision", f"“{word[:40]}” is none", f"it is one of {words}") from None
