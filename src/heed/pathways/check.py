"""Stops Heed from starting with a pack that cannot be used, and says where it is wrong."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register

from heed.pathways import packs


@register()
def packs_are_sound(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every pack that comes with Heed can be read and agrees with itself."""
    return list(errors_in(packs.names()))


def errors_in(names: tuple[str, ...]) -> Iterator[CheckMessage]:
    """One message for each thing that is wrong: file, line, key and a sentence."""
    for name in names:
        try:
            packs.load(name)
        except packs.PackError as wrong:
            for problem in wrong.problems:
                yield Error(str(problem), id="pathways.E001")
