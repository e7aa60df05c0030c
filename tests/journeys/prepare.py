"""Fills a prepared home with two partnerships and their people, each with a password."""

import django

from heed import sqlite  # noqa: F401  before Django loads its own

PASSWORD = "three words that nobody guesses"


def main() -> None:
    """Opens both houses, and gives everybody the password that the journeys type."""
    django.setup()
    from tests.houses import HARROWMERE, SELBY_VALE, open_house

    for said in (HARROWMERE, SELBY_VALE):
        for person in open_house(said).people:
            person.set_password(PASSWORD)
            person.save(update_fields=["password"])


if __name__ == "__main__":
    main()
