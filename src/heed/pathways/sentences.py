"""What is wrong with a pack, as a sentence that a person can act on."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from heed.pathways.shapes import Pack


def sentence_for(error: Mapping[str, Any]) -> str:
    """One of pydantic's errors as a sentence."""
    kind, said, context = error["type"], error.get("input"), error.get("ctx", {})
    sentences = {
        "missing": "this is missing, and every pack needs it",
        "extra_forbidden": _no_such_key(str(error["loc"][-1]), error["loc"]),
        "string_type": f"this has to be text in quotation marks; it is {_shown(said)}",
        "string_too_short": "this is empty; write something, or take the key out",
        "string_pattern_mismatch": f"this has to be an address that begins with https://; "
        f"it is {_shown(said)}"
        if error["loc"][-1] == "address"
        else (
            f"{_shown(said)} cannot be a name here; use small letters, digits and underscores, "
            "beginning with a letter"
        ),
        "bool_type": f"this has to be true or false; it is {_shown(said)}",
        "bool_parsing": f"this has to be true or false; it is {_shown(said)}",
        "int_type": f"this has to be a whole number; it is {_shown(said)}",
        "int_parsing": f"this has to be a whole number; it is {_shown(said)}",
        "int_from_float": f"this has to be a whole number; it is {_shown(said)}",
        "tuple_type": f"this has to be a list in square brackets; it is {_shown(said)}",
        "dict_type": f"this has to be a table of keys and values; it is {_shown(said)}",
        "model_type": f"this has to be a table of keys and values; it is {_shown(said)}",
        "too_short": f"this list is too short; it needs at least {context.get('min_length', 1)}",
        "literal_error": f"this has to be {context.get('expected', '')}; it is {_shown(said)}",
        "greater_than_equal": f"this has to be {context.get('ge')} or more; it is {_shown(said)}",
        "less_than_equal": f"this has to be {context.get('le')} or less; it is {_shown(said)}",
        "string_too_long": f"this is longer than {context.get('max_length')} characters",
        "value_error": str(context.get("error", "")),
    }
    return sentences.get(kind) or str(error["msg"])


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 40 else f'"{value[:40]}…"'
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _no_such_key(key: str, loc: tuple[Any, ...]) -> str:
    near = get_close_matches(key, _keys_at(loc[:-1]), n=1)
    meant = f'; did you mean "{near[0]}"?' if near else "; take it out, or look in the reference"
    return f'there is no key "{key}" here{meant}'


def _keys_at(loc: tuple[Any, ...]) -> list[str]:
    shape: Any = Pack
    for step in loc:
        if isinstance(step, str) and shape is not None and step in shape.model_fields:
            shape = inner_shape(shape.model_fields[step].annotation)
    return list(shape.model_fields) if shape is not None else []


def inner_shape(annotation: Any) -> type[BaseModel] | None:
    """The shape that an annotation holds, however it is wrapped; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = inner_shape(part)
        if found is not None:
            return found
    return None
