"""docs/reference/access.md: every permission, who has it, and what is said to others."""

import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from inspect import getdoc

from django.apps import apps
from rules.predicates import Predicate

from heed.doors import DOORS, Door

INTRODUCTION = """\
# Who may do what

Printed from the code by `heed reference`; do not edit it here. Every page and every operation asks
at one of these doors, and nothing opens without one. A *reading* door answers those who may not as
if the thing were not there; another door says its sentence. Somebody shut out of a case passes no
door to it, whatever their part.
"""

PEOPLE = """\
## The words used above

A person who …
"""


def page() -> str:
    """The page."""
    rooms: dict[str, list[tuple[str, Door]]] = {}
    for room in _rooms():
        found = [(name, door) for name, door in DOORS.items() if name.split(".")[0] == room]
        if found:
            rooms[room] = found
    sections = [_section(room, found) for room, found in rooms.items()]
    return "\n".join([INTRODUCTION, *sections, PEOPLE, *_explained(), ""])


def _rooms() -> list[str]:
    """Rooms in the order of the journey, those above and below it after."""
    labels = [config.name for config in apps.get_app_configs() if config.name.startswith("heed.")]
    for name in labels:
        if find_spec(f"{name}.access"):
            import_module(f"{name}.access")
    return [name.removeprefix("heed.") for name in labels]


def _section(room: str, found: list[tuple[str, Door]]) -> str:
    lines = [f"## {room.replace('_', ' ').capitalize()}", ""]
    lines += ["| permission | who may | what is said to others |", "|---|---|---|"]
    for name, door in found:
        said = "*as if it were not there*" if door.reading else door.says
        lines.append(f"| `{name}` | {who(door.who)} | {said} |")
    return "\n".join([*lines, ""])


def who(predicate: Predicate) -> str:
    """Who passes, in words: "sees case and (coordinator or facilitator on the case)"."""
    # `rules` names what is put together "(a & (b | ~c))".
    return _said(ast.parse(predicate.name, mode="eval").body)


def _said(node: ast.expr, inside: type | None = None) -> str:
    if isinstance(node, ast.BinOp):
        word = "or" if isinstance(node.op, ast.BitOr) else "and"
        parts = list(dict.fromkeys(_said(one, type(node.op)) for one in _flat(node, type(node.op))))
        text = f" {word} ".join(parts)
        return f"({text})" if inside and len(parts) > 1 else text
    if isinstance(node, ast.UnaryOp):
        return f"not {_said(node.operand, ast.Invert)}"
    if isinstance(node, ast.Name):
        return node.id.replace("_", " ")
    raise ValueError(f"A predicate is named in a way that cannot be told: {ast.unparse(node)}")


def _flat(node: ast.expr, operation: type) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, operation):
        yield from _flat(node.left, operation)
        yield from _flat(node.right, operation)
    else:
        yield node


def _explained() -> list[str]:
    """Every plain predicate in use, with what its docstring says."""
    used = {
        node.id
        for door in DOORS.values()
        for node in ast.walk(ast.parse(door.who.name, mode="eval"))
        if isinstance(node, ast.Name)
    }
    known: dict[str, str] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("heed.") and find_spec(f"{config.name}.access"):
            for one in vars(import_module(f"{config.name}.access")).values():
                if isinstance(one, Predicate) and one.name in used:
                    told = " ".join((getdoc(one.fn) or "").split()).replace("``", "`")
                    known.setdefault(one.name, told)
    for name in used - {name for name, told in known.items() if told}:
        part, _, where = name.partition("_of_the_")
        known[name] = f"…is {part.replace('_', ' ')} of the {where} today, or deputy."
    return [f"- **{name.replace('_', ' ')}**: {known[name]}" for name in sorted(known)]
