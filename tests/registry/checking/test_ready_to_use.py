"""What is ready to use: the project that `claims init` lays out, the action, the hook, the jobs of docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.rules import RULES
from registry.config import read_settings
from registry.starter import JOBS, Workflow
from tests.command_line import ONE, TWO, Claims, only_line
from tests.registry.checking.projects import commit, git, lay_out, newsroom
from tests.registry.reports.check import consumers

ROOT = Path(__file__).parent.parent.parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def bin_folder(tmp_path: Path) -> Path:
    """A folder with a command ``claims`` that runs this source tree."""
    folder = tmp_path / "bin"
    folder.mkdir(exist_ok=True)
    command = folder / "claims"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    return folder


def schema_allows(kind: str, path: Path) -> None:
    """Asks the published schema of a kind of file, which check-jsonschema carries."""
    words = ["check-jsonschema", "--builtin-schema", f"vendor.{kind}", str(path)]
    command = [sys.executable, "-c", "import sys; from check_jsonschema import main; sys.exit(main())", *words[1:]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# claims init


@pytest.mark.parametrize("workflow", Workflow)
def test_a_project_that_has_just_begun_can_be_checked(claims: Claims, workflow: Workflow) -> None:
    shown = claims("init", "--workflow", workflow.value).stdout
    job = JOBS[workflow][0]
    assert shown.splitlines() == [f"wrote {name}" for name in ("claims.toml", "decisions.jsonl", ".gitignore", job)]
    schema_allows(f"{workflow}-{'workflows' if workflow is Workflow.GITHUB else 'ci'}", Path(job))
    Path("articles").mkdir()
    Path("articles/one.txt").write_text(ONE, encoding="utf-8")
    assert claims("check").stdout == "1 source checked against 1: no open findings.\n"
    Path("articles/two.txt").write_text(TWO, encoding="utf-8")
    claims("check", code=1)
    claims("add")
    git("init", "--quiet")
    git("add", "--all")
    assert "registry.db" not in git("diff", "--cached", "--name-only")


def test_what_is_there_stays_as_it_is(claims: Claims) -> None:
    Path("claims.toml").write_text('sources = ["texts"]\n', encoding="utf-8")
    Path(".gitignore").write_text("*.bak", encoding="utf-8")
    shown = claims("init").stdout
    assert shown == "kept claims.toml\nwrote decisions.jsonl\nwrote .gitignore\n"
    assert Path(".gitignore").read_text(encoding="utf-8") == "*.bak\n/registry.db*\n"
    assert Path("claims.toml").read_text(encoding="utf-8") == 'sources = ["texts"]\n'
    assert claims("init").stdout == "kept claims.toml\nkept decisions.jsonl\nkept .gitignore\n"


def test_every_line_of_the_first_settings_means_something(tmp_path: Path) -> None:
    """What stands there as a comment can be taken as it is."""
    text = (ROOT / "registry/starter/project.toml").read_text(encoding="utf-8")
    file = tmp_path / "claims.toml"
    file.write_text(re.sub(r"(?m)^# (?=\[|\w+ = )", "", text), encoding="utf-8")
    settings = read_settings(file)
    assert settings.manifest is not None
    assert settings.check.baseline is not None
    assert settings.rules.by_rule


def test_a_folder_that_cannot_be_written(claims: Claims) -> None:
    Path(".github").write_text("a file", encoding="utf-8")
    assert ".github" in only_line(claims("init", "--workflow", "github", code=2))


# claims rules


def test_the_rules_are_listed_with_what_the_newsroom_makes_of_them(claims: Claims) -> None:
    lay_out({})
    text = '[rules.grown]\noff = true\n[rules.same_rank]\nseverity = "low"\npaths = ["news"]\n'
    Path("claims.toml").write_text(text, encoding="utf-8")
    shown = claims("rules").stdout.splitlines()
    assert [line.split()[0] for line in shown if not line.startswith(" ")] == [rule.__name__ for rule in RULES]
    assert "grown  (off)" in shown
    assert "same_rank  (low, in news)" in shown


def test_one_rule_is_shown_with_its_cases(claims: Claims) -> None:
    shown = claims("rules", "two_holders").stdout
    assert "⟦" in shown
    (record,) = json.loads(claims("rules", "two_holders", "--format", "json").stdout)
    assert record["cases"] in shown
    assert len(json.loads(claims("rules", "--format", "json").stdout)) == len(RULES)
    only_line(claims("rules", "no_such", code=2))


# The action


def expanded(value: str, inputs: dict[str, str], context: dict[str, str]) -> str:
    """An expression of the action with its value."""
    known = {f"inputs.{name}": text for name, text in inputs.items()} | context
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: known[match[1]], value)


def run_step(step: dict[str, Any], tmp_path: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs a step of the action as the runner does: by bash, with its environment and no other part filled in."""
    assert "${{" not in step["run"]
    given = {name: str(entry["default"]) for name, entry in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): text for name, text in inputs.items()}
    context = {"github.action_path": str(ROOT), "github.base_ref": given.pop("base", "")}
    environment = {name: expanded(value, given, context) for name, value in step["env"].items()}
    environment |= {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "RUNNER_TEMP": str(tmp_path / "runner")}
    environment |= {"GITHUB_PATH": str(tmp_path / "path"), "HOME": str(tmp_path)}
    environment["PATH"] = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    folder = expanded(step.get("working-directory", "."), given, context)
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=tmp_path / folder, env=environment, capture_output=True, text=True, check=False)


def test_the_action_is_one() -> None:
    schema_allows("github-actions", ROOT / "action.yml")


def test_the_action_installs_itself(tmp_path: Path) -> None:
    """With a python3 that writes down how it is called: the real one would fetch every dependency."""
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin" / "python3"
    fake.write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\nprintf \'#!/bin/sh\\necho "$@" >> "%s/called"\\n\' "$HOME" > "$3/bin/python"\n'
        'chmod +x "$3/bin/python"\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    done = run_step(ACTION["runs"]["steps"][0], tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "called").read_text(encoding="utf-8").split()[-1] == str(ROOT)
    assert (tmp_path / "path").read_text(encoding="utf-8").strip() == str(tmp_path / "runner" / "claims" / "bin")


def test_the_action_checks(claims: Claims, tmp_path: Path) -> None:
    bin_folder(tmp_path)
    newsroom()
    git("init", "--quiet")
    commit()
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    step = ACTION["runs"]["steps"][1]
    done = run_step(step, tmp_path, sarif="claims.sarif")
    assert done.returncode == 1, done.stderr
    assert [command.name for command in consumers.github(done.stdout)] == ["error"]
    assert "high conflict" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert len(consumers.sarif((tmp_path / "claims.sarif").read_text(encoding="utf-8"))) == 1
    assert run_step(step, tmp_path, fail_on="none").returncode == 0
    assert run_step(step, tmp_path, base="main").returncode == 0
    assert run_step(step, tmp_path, since="HEAD").returncode == 0
    assert run_step(step, tmp_path, paths="articles/one.txt articles/two.txt").returncode == 1
    assert run_step(step, tmp_path, paths="articles/one.txt\narticles/two.txt\n").returncode == 1
    Path("articles/two.txt").rename("articles/number two.txt")
    assert "number two.txt" in run_step(step, tmp_path, paths="articles/number two.txt\n").stdout
    assert run_step(step, tmp_path, paths="--exit-zero").returncode == 2
    assert run_step(step, tmp_path, since="$(touch owned)").returncode == 2
    assert not (tmp_path / "owned").exists()
    assert run_step(step, tmp_path, working_directory="articles").returncode == 1


# The jobs and the hook


def test_the_jobs_ask_for_what_exists(claims: Claims, tmp_path: Path) -> None:
    """The scripts of the jobs that `claims init` writes, run by a shell."""
    bin_folder(tmp_path)
    newsroom()
    git("init", "--quiet")
    base = commit()
    summary = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    path = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    github = yaml.safe_load((ROOT / "registry/starter/github.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((ROOT / "registry/starter/gitlab.yml").read_text(encoding="utf-8"))
    scripts = [
        (github["jobs"]["check"]["steps"][-1]["run"], {"BASE": ""}, 1),
        ("\n".join(gitlab["claims"]["script"]), {"CI_MERGE_REQUEST_DIFF_BASE_SHA": ""}, 1),
        ("\n".join(gitlab["claims"]["script"]), {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}, 0),
    ]
    for script, variables, code in scripts:
        done = subprocess.run(
            ["sh", "-e", "-c", script],
            env=os.environ | summary | path | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
    assert consumers.gitlab(Path("gl-code-quality-report.json").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_the_jobs_are_those_that_the_page_shows(kind: str) -> None:
    job = (ROOT / f"registry/starter/{kind}.yml").read_text(encoding="utf-8")
    assert job in (ROOT / "docs/ci.md").read_text(encoding="utf-8")


def test_the_hook_is_one() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"], check=False
    )
    assert done.returncode == 0
    assert hook["entry"] == "claims check"


def test_a_commit_is_checked_before_it_is_made(claims: Claims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hook in a repository, by pre-commit itself; the command is the one of this source tree."""
    monkeypatch.setenv("PATH", f"{bin_folder(tmp_path)}:{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    git("init", "--quiet")
    lay_out({"articles/one.txt": ONE})
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = {"repos": [{"repo": "local", "hooks": [hook | {"language": "system"}]}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(local), encoding="utf-8")
    commit()

    def hooked() -> subprocess.CompletedProcess[str]:
        git("add", "--all")
        command = [sys.executable, "-m", "pre_commit", "run", "claims"]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    Path("articles/二 two.txt").write_text(TWO, encoding="utf-8")
    done = hooked()
    assert done.returncode == 1
    assert "articles/二 two.txt:1:" in done.stdout
    Path("articles/二 two.txt").write_text(ONE.replace("统计", "说"), encoding="utf-8")
    assert hooked().returncode == 0
