"""Fills a prepared home with partnerships of every way, and their people, each with a password."""

import django

from heed import sqlite  # noqa: F401  before Django loads its own

PASSWORD = "three words that nobody guesses"


def main() -> None:
    """Opens every house, and gives everybody the password that the journeys type."""
    django.setup()
    from django.contrib.auth.hashers import make_password

    from heed.partnership.models import Person
    from heed.pathways.queries import pack_in_force
    from tests.houses import open_house
    from tests.journeys.ways.houses import EVERYONE

    for said in EVERYONE:
        partnership = open_house(said).partnership
        here = set(partnership.groups.values_list("key", flat=True))
        for group in pack_in_force(partnership).groups:
            if group.id not in here:
                partnership.groups.create(key=group.id, name=group.name, kind=group.kind)
    Person.objects.update(password=make_password(PASSWORD))


if __name__ == "__main__":
    main()
