"""The house rules of docs/architecture.md, held over the syntax trees of every module."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ROOMS = ("sources", "claims", "registry", "cli")
"""Each may import itself and what stands before it."""

THIRD_PARTY = {
    "charset_normalizer": "sources.decode",
    "click": "cli",
    "datasette": "registry",
    "opencc": "sources",
    "rapidfuzz": "claims",
    "rjieba": "claims",
    "sqlite_utils": "registry",
}
"""Each dependency, and the module or room that alone may import it."""

UNTYPED = {"opencc", "rjieba"}
"""Dependencies without types: one typed module of ours stands before each."""

LATE = {"charset_normalizer", "datasette", "opencc", "rjieba"}
"""Dependencies that no command pays for which does not use them."""

MODULE_LINES = 600
CLI_LINES = 500
FUNCTION_LINES = 60


def name_of(path: Path) -> str:
    """The dotted name of a module of ours."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = {
    name_of(path): path
    for room in ROOMS
    for path in [*(ROOT / room).rglob("*.py"), ROOT / f"{room}.py"]
    if path.exists()
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8"), filename=str(path)) for name, path in PATHS.items()}

every_module = pytest.mark.parametrize("module", sorted(PATHS))


def imports(module: str) -> Iterator[str]:
    """What a module imports, wherever the statement stands: modules of ours by their full name."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} line {node.lineno}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in PATHS else str(node.module)


def room(module: str) -> str:
    return module.partition(".")[0]


def within(module: str, place: str) -> bool:
    return module == place or module.startswith(place + ".")


def test_every_folder_of_code_is_a_room() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    modules = {path.stem for path in ROOT.glob("*.py")}
    assert folders | modules <= set(ROOMS)


@every_module
def test_imports_run_one_way(module: str) -> None:
    allowed = ROOMS[: ROOMS.index(room(module)) + 1]
    against = {name for name in imports(module) if room(name) in ROOMS and room(name) not in allowed}
    assert not against, f"{module} may import {', '.join(allowed)} only"


@every_module
def test_a_dependency_is_imported_where_the_table_says(module: str) -> None:
    for name in imports(module):
        if room(name) in sys.stdlib_module_names or room(name) in ROOMS:
            continue
        assert room(name) in THIRD_PARTY, f"{module} imports {name}, which has no row in the table"
        assert within(module, THIRD_PARTY[room(name)]), f"{name} belongs to {THIRD_PARTY[room(name)]}"


def test_the_table_names_exactly_the_declared_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=!~ \[]", line)[0].replace("-", "_") for line in project["dependencies"]}
    assert declared == set(THIRD_PARTY)


@pytest.mark.parametrize("library", sorted(UNTYPED))
def test_an_untyped_library_stands_behind_one_module(library: str) -> None:
    users = {module for module in PATHS if any(room(name) == library for name in imports(module))}
    assert len(users) <= 1, f"{library} is imported by {', '.join(sorted(users))}"


@every_module
def test_nothing_is_imported_by_a_name_made_at_run_time(module: str) -> None:
    calls = [ast.unparse(node.func) for node in ast.walk(TREES[module]) if isinstance(node, ast.Call)]
    assert not {"__import__", "importlib.import_module", "import_module"} & set(calls)


def test_no_module_reaches_itself() -> None:
    try:
        TopologicalSorter({name: set(imports(name)) & set(PATHS) for name in PATHS}).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


@every_module
def test_a_module_can_be_read_in_one_sitting(module: str) -> None:
    lines = len(PATHS[module].read_text(encoding="utf-8").splitlines())
    assert lines <= (CLI_LINES if module == "cli" else MODULE_LINES)


@every_module
def test_a_function_fits_on_a_screen(module: str) -> None:
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < FUNCTION_LINES, f"{node.name} at line {node.lineno}"


@every_module
def test_a_module_says_what_it_promises(module: str) -> None:
    if PATHS[module].stat().st_size:
        assert ast.get_docstring(TREES[module])


def run(program: str, *arguments: str) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", program, *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_every_module_can_be_imported_alone() -> None:
    program = """
import importlib, sys
rooms, modules = sys.argv[1].split(), sys.argv[2:]
for module in modules:
    for name in [name for name in sys.modules if name.partition(".")[0] in rooms]:
        del sys.modules[name]
    try:
        importlib.import_module(module)
    except ImportError as error:
        sys.exit(f"{module} cannot be imported first: {error}")
"""
    run(program, " ".join(ROOMS), *sorted(PATHS))


def test_the_command_starts_without_the_heavy_libraries() -> None:
    loaded = run("import sys, cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))")
    assert not LATE & set(loaded.split())
