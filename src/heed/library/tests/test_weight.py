"""A reading page's first view: at most eight requests and 100 kB, none of them to anybody else."""

import gzip
import re

from django.contrib.staticfiles import finders
from django.test import Client

from tests.houses import House

REQUESTS, BYTES = 8, 100_000


def test_the_first_view_is_light(two_partnerships: tuple[House, House]) -> None:
    answer = Client().get("/harrowmere/learning/")
    page = answer.content.decode()
    asked = re.findall(r'(?:href|src)="([^"]+\.(?:css|js|svg|png|jpg)[^"]*)"', page)
    assert 1 + len(asked) <= REQUESTS, asked
    assert not [one for one in asked if "//" in one]
    weight = len(gzip.compress(answer.content))
    for one in asked:
        if one.startswith("/static/"):
            found = finders.find(one.removeprefix("/static/"))
            assert found
            with open(found, "rb") as file:
                weight += len(gzip.compress(file.read()))
        else:
            weight += len(Client().get(one).content)
    assert weight <= BYTES, f"{weight:,} bytes"
    assert not answer.cookies
