"""Releases one page in Selby Vale, as its own people would: `python -m …toolkit.published`."""

from types import SimpleNamespace
from typing import Any

import django

from heed import sqlite  # noqa: F401  before Django loads its own

TITLE = "Asking who else is at home"


def main() -> None:
    """The page is on fathers and male carers, and for everyone."""
    django.setup()
    from heed.briefings.tests.factories import make_released
    from heed.partnership.models import Partnership, Person
    from tests.houses import SELBY_VALE, email_of

    house: Any = SimpleNamespace(
        partnership=Partnership.objects.get(slug="selby-vale"),
        **{
            part: Person.objects.get(email=email_of(SELBY_VALE[part], "selby-vale"))
            for part in ("coordinator", "facilitator", "chair")
        },
    )
    make_released(house, title=TITLE)


if __name__ == "__main__":
    main()
