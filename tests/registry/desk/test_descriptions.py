"""Plain Datasette over a registry: the files it is given load without a word, its queries run, its keys lead on."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from datasette import __version_info__

from cli import main
from registry.connection import memory_registry
from registry.desk import descriptions
from registry.desk.host import merged
from registry.desk.serve import listed_editors
from registry.desk.yaml_file import read_yaml
from sources.errors import ConfigError
from tests.registry.desk.serving import Site, Visitor, ids


def test_what_is_described_is_there() -> None:
    said = descriptions._said()
    with memory_registry() as registry:
        known = {*registry.db.table_names(), *registry.db.view_names()}
        assert set(said["tables"]) <= known
        untold = {name for name in known - set(said["tables"]) if not name.startswith("claim_search")}
        assert untold == set(), "each is described, or hidden as the registry's own"
        assert all("description" in table or table.get("hidden") for table in said["tables"].values())
        for name, table in said["tables"].items():
            columns = {column.name for column in registry.db[name].columns}
            shown = {*table.get("facets", ()), *table.get("columns", ())}
            shown |= {table[key] for key in ("sort_desc", "label_column") if key in table}
            assert shown <= columns, name
        for query in said["queries"].values():
            assert list(registry.db.query(query["sql"])) == []


def test_saved_queries_and_tables_lead_to_the_desk(site: Site, reader: Visitor) -> None:
    for name in descriptions._said()["queries"]:
        page = reader.get(f"/registry/{name}")
        assert page.status == 200, name
        assert "message-error" not in page.text
    ranks = reader.get("/registry/rank_claims_that_disagree").text
    links = set(re.findall(r'href="(/-/claims/conflict/[^"]+)"', ranks))
    assert links
    assert reader.get(links.pop()).status == 200
    key = ids(reader.get("/-/claims/conflicts").text)[0]
    assert f'href="/-/claims/conflict/{key}"' in reader.get("/registry/open_conflicts?_size=100").text
    claim = re.findall(r"#claim-([a-z0-9-]+)", reader.get(f"/-/claims/conflict/{key}").text)[0]
    assert f'href="/-/claims/claim/{claim}"' in reader.get(f"/registry/claims/{claim}").text
    assert "Review desk" in reader.get("/").text
    front = reader.get("/registry").text
    assert 'href="/registry/open_conflicts"' in front
    for hidden in ("_sqlite_migrations", "counters", "standing_decisions", "claim_words"):
        assert f'<h3><a href="/registry/{hidden}"' not in front
    for path in ("/registry/sources", "/registry/topics"):
        found = re.findall(r'href="(/-/claims/(?:source/|topic[?])[^"]+)"', reader.get(path).text)
        assert found
        assert reader.get(unescape(found[0])).status == 200
    assert "Checkable statements" in reader.get("/registry/claims").text


def test_the_files_load_without_a_word(demo: Path, tmp_path: Path) -> None:
    database, folder = demo / "registry.db", tmp_path / "for" / "datasette"
    written = CliRunner().invoke(main, ["metadata", "--db", str(database), "--editor", "mei", str(folder)])
    assert written.exit_code == 0, written.output
    old, new = (read_yaml(folder / name) for name in ("metadata.yaml", "datasette.yaml"))
    config = descriptions.config("registry", ["mei"])
    assert old == merged(descriptions.metadata("registry"), config)
    assert new == {**config, "settings": {"default_allow_sql": False}}
    old_version = __version_info__[0] == "0"
    options = ["-m", "metadata.yaml"] if old_version else ["-c", "datasette.yaml", "-m", "metadata.yaml"]
    command = [sys.executable, "-m", "datasette", str(database), *options, "--get", "/registry/open_conflicts"]
    shown = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "findings that wait to be looked at" in shown.stdout
    again = CliRunner().invoke(main, ["metadata", "--db", str(database), str(folder)])
    assert again.exit_code == 2
    assert "is there already" in again.output


@pytest.mark.parametrize("editors", ["mei", [1], [""], {"mei": 1}])
def test_a_list_of_editors_that_is_none_is_refused(editors: object) -> None:
    with pytest.raises(ConfigError, match="no list of names"):
        listed_editors({"plugins": {"claim-registry": {"editors": editors}}})


@pytest.mark.parametrize("text", ["a: [", "- x", "\x00"])
def test_a_file_that_is_no_configuration_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"x[.]yaml"):
        read_yaml(tmp_path / "x.yaml")
