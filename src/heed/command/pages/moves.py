"""docs/reference/states.md: every record with a state, and which states may follow which."""

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from inspect import getdoc
from typing import Any

from django.apps import apps

from heed.history.models import Moving

INTRODUCTION = """\
# States

Drawn from the code by `heed reference`; do not edit it here. A record moves from one state to
another only as these tables allow: anything else is refused with a sentence, and two people who
press at once cannot both win. Each move is kept in history.
"""


def page() -> str:
    """The page."""
    return "\n".join([INTRODUCTION, *(_section(model) for model in _models())])


def _models() -> list[type[Moving]]:
    return [model for model in apps.get_models() if issubclass(model, Moving)]


def _section(model: type[Moving]) -> str:
    title = str(model._meta.verbose_name).capitalize()
    room = model._meta.app_config.name.removeprefix("heed.")
    about = (getdoc(model) or "").split("\n\n")[0].replace("\n", " ")
    return "\n".join(
        [
            f"## {title}",
            "",
            f"{about} In `{room}/states.py`.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            *(f"    {line}" for line in _diagram(model)),
            "```",
            "",
            *_list(model),
            "",
        ]
    )


def _diagram(model: type[Moving]) -> Iterator[str]:
    words = _words(model)
    for state in _states(model):
        yield f'state "{words[state]}" as {state.value}'
    yield f"[*] --> {_first(model)}"
    for state in _states(model):
        for following in _following(model, state):
            yield f"{state.value} --> {following.value}"


def _list(model: type[Moving]) -> Iterator[str]:
    words = _words(model)
    for state in _states(model):
        following = [f"*{words[one]}*" for one in _following(model, state)]
        yield f"- *{words[state]}*: {', '.join(following) if following else 'nothing follows'}"


def _states(model: type[Moving]) -> list[StrEnum]:
    (kind,) = {type(state) for state in model.MOVES}
    return list(kind)


def _following(model: type[Moving], state: StrEnum) -> list[StrEnum]:
    return [one for one in _states(model) if one in model.MOVES.get(state, ())]


def _first(model: type[Moving]) -> str:
    default: Any = model._meta.get_field("state").get_default()
    return str(default)


def _words(model: type[Moving]) -> dict[StrEnum, str]:
    """The states as people say them, as the room's own table has it."""
    states = _states(model)
    room = import_module(f"{model._meta.app_config.name}.states")
    for table in vars(room).values():
        if (
            isinstance(table, dict)
            and set(states) == set(table)
            and all(isinstance(word, str) for word in table.values())
        ):
            return table
    return {state: state.value.replace("_", " ").capitalize() for state in states}
