"""Documents keep up with the code: settings, packs, scripts, the papers every project has."""

import re
import stat
from collections.abc import Iterator

from pydantic import BaseModel

from tests.repository.reading import HEED, ROOT, name_of, ours, told

PAPERS = (
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/glossary.md",
    "docs/coordinator.md",
    "docs/agency.md",
    "docs/practitioner.md",
    "docs/administrator.md",
    "docs/developer.md",
)


#: Files that read the environment, and why they do not ask the settings.
READS_ENVIRONMENT = {
    "settings.py": "it is where everybody else asks",
    "__main__.py": "it runs before the settings",
    "wsgi.py": "it runs before the settings",
    "environment.py": "the command tells the settings where and when, before they are read",
    "processes.py": "it says how many threads NumPy may take, in a process of its own",
    "names_model.py": "plain Python: it hands on to its worker what a process needs",
}


def test_the_papers_are_there() -> None:
    told([name for name in PAPERS if not (ROOT / name).is_file()], "Write it.")


def test_every_link_between_documents_leads_somewhere() -> None:
    wrong = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text()):
            if not (page.parent / target).exists():
                wrong.append(f"{name_of(page)}: {target}")
    told(wrong, "Mend the link.")


def test_decision_records_are_numbered_through() -> None:
    records = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(one.name[:4]) for one in records] == list(range(1, len(records) + 1))
    for number, one in enumerate(records, start=1):
        assert one.read_text(encoding="utf-8").startswith(f"# {number}. "), one.name


def test_every_setting_from_the_environment_is_documented() -> None:
    settings = (HEED / "settings.py").read_text()
    asked = set(re.findall(r"\b(?:env|flag|secret)\(\"(\w+)\"", settings)) - {"HEED_TESTING"}
    page = (ROOT / "docs/administrator.md").read_text()
    told(
        sorted(name for name in asked if f"`{name}`" not in page),
        "Say in docs/administrator.md what it decides and what happens without it.",
    )


def test_the_environment_is_read_in_one_place() -> None:
    wrong = [
        name_of(path)
        for path in ours(".py")
        if path.name not in READS_ENVIRONMENT
        and re.search(r"os\.(?:environ|getenv)", path.read_text())
    ]
    told(wrong, "Read it in settings.py, where docs/administrator.md is held against it.")


def keys(shape: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    """The keys of a pack's shape and of the shapes inside it."""
    seen.add(shape)
    for name, field in shape.model_fields.items():
        yield field.alias or name
        for inner in _shapes(field.annotation):
            if inner not in seen:
                yield from keys(inner, seen)


def _shapes(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _shapes(part)


def test_every_pack_key_is_documented() -> None:
    from heed.pathways.shapes import Pack

    page = "\n".join(path.read_text() for path in (ROOT / "docs").rglob("*.md"))
    told(
        sorted({key for key in keys(Pack, set()) if f"`{key}`" not in page}),
        "Say in docs/ what the key decides, with its source.",
    )


def test_every_script_runs_and_says_what_it_does() -> None:
    scripts = [path for path in [*(ROOT / "script").iterdir(), ROOT / ".ci/run"] if path.is_file()]
    wrong = []
    for path in scripts:
        lines = path.read_text().splitlines()
        if not path.stat().st_mode & stat.S_IXUSR:
            wrong.append(f"{name_of(path)} has no run bit: chmod +x")
        if not lines[0].startswith("#!") or not re.match(r'(?:# |""")[A-Z].{15,}', lines[1]):
            wrong.append(f"{name_of(path)}: say on its second line what it does")
    told(wrong, "A newcomer reads the first lines of a script and runs it.")


def test_no_lock_file_with_addresses() -> None:
    locks = ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "package-lock.json", "yarn.lock")
    told([name for name in locks if (ROOT / name).exists()], "script/lock pins, and names no host.")


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    needed = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.M | re.S)
    assert needed
    lines = needed[1].splitlines()
    told([line.strip() for line in lines if " # " not in line], "Add a comment: what it is for.")
    assert len(lines) <= 30, f"{len(lines)} dependencies; thirty are enough."
