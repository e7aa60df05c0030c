"""A reading page's first view: at most eight requests and 100 kB, none of them to anybody else."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from heed.briefings.tests.factories import make_released
from tests.houses import House

REQUESTS, BYTES = 8, 100_000
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*?(?:href|src)="([^"]+)"')


@pytest.mark.parametrize(
    "part",
    [
        "learning/",
        "learning/?role=schools&age=under-1",
        "learning/{slug}/",
        "learning-themes/",
        "learning-a-to-z/",
        "library/follow/",
        "library/embed/",
        "/api/",
    ],
)
def test_the_first_view_is_light(two_partnerships: tuple[House, House], part: str) -> None:
    made = make_released(two_partnerships[0]) if "{slug}" in part else None
    address = part if part[0] == "/" else f"/harrowmere/{part}"
    answer = Client().get(address.format(slug=made.slug if made else ""))
    assert answer.status_code == 200
    asked = LOADED.findall(answer.content.decode())
    assert asked
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
