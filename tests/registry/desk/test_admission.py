"""What is let in: nothing long, nothing that is no form."""

from __future__ import annotations

import time
from http.client import HTTPConnection

import pytest

from registry.desk.admission import LONGEST, is_local, refusal
from registry.limits import NOTE_LIMIT
from tests.registry.desk.serving import Site, Visitor, ids

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", {}, None),
        ("HEAD", {}, None),
        ("POST", {"content-length": "40", "content-type": FORM}, None),
        ("POST", {"content-length": "40", "content-type": f"{FORM.upper()}; charset=utf-8"}, None),
        ("POST", {"content-length": "0"}, None),
        ("OPTIONS", {}, 405),
        ("PUT", {"content-length": "40", "content-type": FORM}, 405),
        ("POST", {"content-type": FORM}, 411),
        ("POST", {"content-length": "-1", "content-type": FORM}, 411),
        ("POST", {"content-length": "٣", "content-type": FORM}, 411),
        ("POST", {"content-length": str(LONGEST + 1), "content-type": FORM}, 413),
        ("POST", {"content-length": "40"}, 415),
        ("POST", {"content-length": "40", "content-type": "multipart/form-data; boundary=x"}, 415),
        ("POST", {"content-length": "40", "content-type": "application/json"}, 415),
    ],
)
def test_what_is_let_in(method: str, headers: dict[str, str], status: int | None) -> None:
    refused = refusal(method, headers)
    assert (refused and refused[0]) == status


def test_the_longest_note_is_let_in() -> None:
    assert NOTE_LIMIT * len("%F0%A0%AE%B7") < LONGEST


def test_a_huge_form_is_refused_at_once(site: Site, reader: Visitor) -> None:
    path = f"/-/claims/conflict/{ids(reader.get('/-/claims/conflicts').text)[0]}/decide"
    began = time.monotonic()
    answer = reader.post(path, {"decision": "a_wrong", "note": "长" * 2_000_000})
    assert answer.status == 413
    assert "nothing was recorded" in answer.text
    assert time.monotonic() - began < 5  # taken apart, it would keep everybody waiting for many times that


def test_other_methods_are_told_which_are_answered(site: Site) -> None:
    connection = HTTPConnection(site.host, timeout=60)
    connection.request("OPTIONS", "/-/claims/conflicts")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, POST")
    connection.close()


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1:8001", True),
        ("localhost:8001", True),
        ("desk.localhost", True),
        ("[::1]:8001", True),
        ("127.8.9.1", True),
        ("elsewhere.example", False),
        ("elsewhere.example:8001", False),
        ("localhost.elsewhere.example", False),
        ("127.0.0.1.elsewhere.example", False),
        ("192.168.0.7", False),
        ("[", False),
        ("", False),
    ],
)
def test_which_names_are_this_machines(host: str, local: bool) -> None:
    assert is_local(host) is local


def test_a_name_that_only_points_here_is_not_answered(site: Site, reader: Visitor) -> None:
    """Or any page on the web could let its own name point at this machine, and read what is not published."""
    answer = reader.get("/-/claims/conflicts", {"Host": "elsewhere.example"})
    assert answer.status == 421
    assert "conflict/" not in answer.text
    assert reader.get("/registry/claims.json", {"Host": "elsewhere.example:80"}).status == 421
    assert reader.get("/-/claims/conflicts", {"Host": "localhost"}).status == 200
