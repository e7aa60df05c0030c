"""The plan of the house: rooms in the journey's order, the same few files in each, small files."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from django.conf import settings

from tests.repository.reading import (
    CONTRACTS,
    HEED,
    LAYERS,
    ROOT,
    STAGES,
    files,
    name_of,
    ours,
    room_of,
    told,
    tree,
)

PLUMBING = {
    "services.py": "operations.py",
    "actions.py": "operations.py (an action belongs to a recommendation)",
    "managers.py": "queries.py",
    "manager.py": "queries.py",
    "permissions.py": "access.py",
    "tasks.py": "jobs.py (a task belongs to a person)",
    "utils.py": "the name of what it does",
    "helpers.py": "the name of what it does",
    "common.py": "the name of what it does",
    "misc.py": "the name of what it does",
}

#: Rooms under the journey whose forms other rooms build on, and why.
FORMS_FOR_ALL = {
    "design": "every form stands on its base class",
    "pathways": "it turns a pack's questions into a form",
}

MOST_LINES = 400
#: Files that may be longer, and why.
LONG: dict[str, str] = {}


def stages_in(text: str, pattern: str) -> list[str]:
    """The stages in the order in which the pattern finds them, each once."""
    found = [name for name in re.findall(pattern, text, re.M) if name in STAGES]
    return list(dict.fromkeys(found))


def test_the_contract_names_every_folder() -> None:
    named = {*LAYERS, *CONTRACTS["journey"]["exhaustive_ignores"], "__init__"}
    there = {
        path.name.removesuffix(".py") for path in HEED.iterdir() if not path.name.startswith("__p")
    }
    told(
        sorted(there - named),
        "Give each its place in the import contract (pyproject.toml, tool.importlinter).",
    )


def test_the_contract_looks_inside_every_stage() -> None:
    inside = {container.removeprefix("heed.") for container in CONTRACTS["stage"]["containers"]}
    rooms = {path.parent.name for path in HEED.glob("*/operations*") if path.parent.parent == HEED}
    told(sorted(rooms - inside), "Name the room among the containers of the contract `stage`.")


def test_readme_settings_and_addresses_keep_the_journeys_order() -> None:
    there = [stage for stage in STAGES if (HEED / stage / "__init__.py").exists()]
    readme = (ROOT / "README.md").read_text()
    order = "Keep the journey's order, as the import contract has it (there highest first)."
    assert stages_in(readme, r"^\s*(\w+)/") == there, f"README.md's folder tree. {order}"
    apps = [app.removeprefix("heed.").split(".")[0] for app in settings.INSTALLED_APPS]
    assert [app for app in apps if app in STAGES] == there, f"INSTALLED_APPS. {order}"
    addresses = stages_in((HEED / "urls.py").read_text(), r"\"(\w+)\"")
    assert addresses == there, f"heed/urls.py. {order}"


def test_readme_shows_every_room() -> None:
    readme = (ROOT / "README.md").read_text()
    rooms = sorted(path.parent.name for path in HEED.glob("*/__init__.py"))
    told(
        [room for room in rooms if not re.search(rf"^\s*{room}/\s+\S", readme, re.M)],
        "Add the room to README.md's folder tree, with a few words on what it is for.",
    )


def test_every_room_says_what_it_is_for() -> None:
    wrong = [
        name_of(path)
        for path in sorted(HEED.glob("*/__init__.py"))
        if not ast.get_docstring(tree(path))
    ]
    told(wrong, "Open it with a docstring that a newcomer understands: what the room is for.")


def test_plumbing_keeps_to_its_own_words() -> None:
    wrong = [
        f"{name_of(path)}: {PLUMBING[path.name]}" for path in files(".py") if path.name in PLUMBING
    ]
    told(wrong, "Name the file as the other rooms do; the field's words belong to the field.")


def test_files_are_small() -> None:
    wrong = []
    for path in [*files(".py", ".html"), *files(".py", under=ROOT / "tests")]:
        lines = path.read_text().count("\n")
        if lines > MOST_LINES and name_of(path) not in LONG:
            wrong.append(f"{name_of(path)}: {lines} lines")
    told(wrong, f"Over {MOST_LINES} lines: split it into a folder of the same name.")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """The modules that a file imports, each with its line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno


def test_nobody_imports_another_rooms_views_or_forms() -> None:
    wrong = []
    for path in ours(".py"):
        for module, line in imports(path):
            parts = module.split(".")
            if (
                len(parts) > 2
                and parts[0] == "heed"
                and parts[2] in ("views", "forms")
                and room_of(path) != "urls"
                and parts[1] not in (room_of(path), *FORMS_FOR_ALL)
            ):
                wrong.append(f"{name_of(path)}:{line} imports {module}")
    told(wrong, "Link by URL name; what two rooms need goes into a query or an operation.")


def test_stages_and_wording_decide_without_django() -> None:
    plain = [*HEED.glob("*/states.py"), *(HEED / "wording").rglob("*.py")]
    plain += [*(HEED / "pathways").glob("shapes*/**/*.py"), *(HEED / "pathways").glob("clocks.py")]
    wrong = [
        name_of(path)
        for path in plain
        if "tests" not in path.parts
        and re.search(r"^\s*(?:from|import) django", path.read_text(), re.M)
    ]
    told(
        sorted(wrong),
        "Keep it plain Python: hand in what it needs from the room that knows Django.",
    )


def test_a_room_between_two_others_stands_in_the_contract_once() -> None:
    assert len(LAYERS) == len(set(LAYERS)), "A room is named twice in the import contract."
    assert all(LAYERS.index(later) < LAYERS.index(earlier) for earlier, later in pairwise(STAGES))


def test_the_rooms_tests_make_no_mock_of_our_own_code() -> None:
    wrong = [
        name_of(path)
        for path in files(".py")
        if "tests" in path.parts and re.search(r"unittest\.mock|\bmocker\b", path.read_text())
    ]
    told(wrong, "Let the real room answer: use its factories. A test of a mock tests the mock.")


def test_no_test_is_skipped_or_excused() -> None:
    marks = re.compile(r"pytest\.(?:skip|xfail|importorskip)\(|mark\.(?:skip|skipif|xfail)\b")
    paths = [*files(".py"), *files(".py", under=ROOT / "tests")]
    wrong = [
        f"{name_of(path)}:{number}"
        for path in paths
        if path != Path(__file__)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if marks.search(line)
    ]
    told(wrong, "Make it pass, or take it away and say in docs/ what is not there yet.")
