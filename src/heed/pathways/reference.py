"""The page that lists every key a pack may have, drawn from the shapes themselves."""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from heed.pathways import packs
from heed.pathways.sentences import inner_shape
from heed.pathways.shapes import DELIVERY, EFFECT, EVENTS, LETTERS, SECTORS, WORDS, Pack

INTRODUCTION = """# What a pack may say

This page is drawn from the shapes in `src/heed/pathways/shapes/`; `heed pack reference` writes it
anew. How to make a pack of your own: [packs.md](../packs.md).

A pack is a folder of `.toml` files. Each top-level key stands in one file; which one is up to you.
"""


def render_reference() -> str:
    """The whole page, as Markdown."""
    parts = [INTRODUCTION, *(_shape(shape) for shape in _shapes(Pack))]
    england = packs.load("england")
    parts.append(_words("words", "Keys of `words`", WORDS, england.words))
    parts.append(_words("letters", "Keys of `letters`", LETTERS, england.letters))
    for name, title, known in (
        ("starts_from", "What sets a clock going", EVENTS),
        ("sectors", "Sectors", SECTORS),
        ("delivery", "States of the work on a recommendation", DELIVERY),
        ("effect", "States of its effect", EFFECT),
    ):
        parts.append(_known(name, title, known))
    return "\n".join(parts)


def undocumented() -> list[str]:
    """Keys and shapes that nothing explains; a test holds this list empty."""
    found = []
    for shape in _shapes(Pack):
        if not (shape.__doc__ or "").strip():
            found.append(shape.__name__)
        for key, field in shape.model_fields.items():
            if not (field.description or "").strip():
                found.append(f"{shape.__name__}.{key}")
    return found


def _shapes(first: type[BaseModel]) -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = [first]
    for shape in found:
        for field in shape.model_fields.values():
            inner = inner_shape(field.annotation)
            if inner is not None and inner not in found:
                found.append(inner)
    return found


def _shape(shape: type[BaseModel]) -> str:
    rows = [
        f"| `{key}` | {_kind(field)} | {_default(field)} | {_cell(field.description or '')} |"
        for key, field in shape.model_fields.items()
    ]
    return "\n".join(
        [
            f"## {shape.__name__}",
            "",
            (shape.__doc__ or "").strip(),
            "",
            "| key | is | if left out | what it says |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _kind(field: FieldInfo) -> str:
    return _cell(" or ".join(dict.fromkeys(_kinds(field.annotation))))


def _kinds(annotation: Any) -> Iterator[str]:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _kinds(inside[0])
    elif origin is tuple:
        yield "list of " + " or ".join(dict.fromkeys(_kinds(inside[0])))
    elif origin is dict:
        yield "table of keys and text"
    elif origin is Literal:
        yield ", ".join(f"`{value}`" for value in inside)
    elif origin in (Union, types.UnionType):
        for each in inside:
            if each is not type(None):
                yield from _kinds(each)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    else:
        yield {str: "text", int: "whole number", bool: "true or false"}[annotation]


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "needed"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, BaseModel):
        return "as below"
    if value is None or value in ("", ()):
        return "none"
    if isinstance(value, tuple):
        return ", ".join(f"`{each}`" for each in value)
    return f"`{str(value).lower()}`" if isinstance(value, bool) else f"`{value}`"


def _words(name: str, title: str, known: dict[str, str], england: dict[str, str]) -> str:
    rows = [f"| `{key}` | {_cell(what)} | {_cell(england[key])} |" for key, what in known.items()]
    head = ["| key | what it names | in the national base |", "|---|---|---|"]
    return "\n".join([f'<a id="{name}"></a>', "", f"## {title}", "", *head, *rows, ""])


def _known(name: str, title: str, known: dict[str, str]) -> str:
    rows = [f"| `{key}` | {_cell(what)} |" for key, what in known.items()]
    return "\n".join(
        [f'<a id="{name}"></a>', "", f"## {title}", "", "| id | meaning |", "|---|---|", *rows, ""]
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
