"""Several editors: an allow-list over an authentication plugin, and a database that is none of ours."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from datasette_auth_passwords.utils import hash_password

from registry.desk.yaml_file import write_yaml
from tests.registry.desk.serving import Site, Visitor, ids, served

PASSWORD = "nets-before-fish"


@pytest.fixture(scope="module")
def team(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A desk for which Mei and Jonas have passwords and are editors; Ute has a password only."""
    folder = tmp_path_factory.mktemp("team") / "articles"
    shutil.copytree(demo, folder)
    hashed = hash_password(PASSWORD)
    passwords = {f"{name}_password_hash": hashed for name in ("mei", "jonas", "ute")}
    plugins = {"claim-registry": {"editors": ["mei", "jonas"]}, "datasette-auth-passwords": passwords}
    write_yaml(folder / "team.yaml", {"plugins": plugins})
    with served(folder, "--config", "team.yaml") as site:
        yield site


def logged_in(site: Site, name: str) -> Visitor:
    visitor = Visitor(site)
    form = visitor.hidden("/-/login")
    visitor.post("/-/login", {**form, "username": name, "password": PASSWORD}, {"Origin": site.base})
    assert "ds_actor" in visitor.cookies
    return visitor


def decide(visitor: Visitor, key: str, decision: str) -> int:
    path = f"/-/claims/conflict/{key}"
    return visitor.post(f"{path}/decide", {**visitor.hidden(path), "decision": decision, "note": ""}).status


def test_editors_decide_and_others_read(team: Site) -> None:
    mei, jonas, ute = (logged_in(team, name) for name in ("mei", "jonas", "ute"))
    key = ids(ute.get("/-/claims/conflicts").text)[0]
    assert "not on the list of editors" in ute.get("/-/claims/conflicts").text
    assert 'name="decision"' not in ute.get(f"/-/claims/conflict/{key}").text
    assert decide(ute, key, "a_wrong") == 403
    assert decide(mei, key, "a_wrong") == 303
    assert decide(jonas, key, "both_right") == 303
    with sqlite3.connect(team.folder / "registry.db") as db:
        sql = "SELECT decided_by, decision FROM decisions ORDER BY decided_at"
        assert db.execute(sql).fetchall() == [("mei", "a_wrong"), ("jonas", "both_right")]
    assert "Two editors have decided." in jonas.get(f"/-/claims/conflict/{key}").text


def test_two_editors_at_once(team: Site) -> None:
    mei, jonas = logged_in(team, "mei"), logged_in(team, "jonas")
    key = ids(mei.get("/-/claims/conflicts").text)[0]
    path = f"/-/claims/conflict/{key}"
    seen_by_jonas = jonas.hidden(path)
    assert decide(mei, key, "superseded") == 303
    answer = jonas.post(f"{path}/decide", {**seen_by_jonas, "decision": "misread", "note": ""})
    assert "Meanwhile mei had decided “Superseded”" in jonas.get(answer.location).text


def test_the_link_signs_in_beside_them(team: Site) -> None:
    visitor = Visitor(team)
    visitor.sign_in()
    key = ids(visitor.get("/-/claims/conflicts").text)[0]
    assert decide(visitor, key, "unsure") == 303
