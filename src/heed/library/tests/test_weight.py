"""A reading page's first view: at most eight requests and 100 kB, none of them to anybody else."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.briefings.tests.factories import make_released
from heed.library import operations
from heed.library.states import FormKind
from heed.library.tests.test_other_forms import FRAMES, begun, show, translation
from heed.toolkit.tests.factories import make_shown
from tests.houses import House

REQUESTS, BYTES = 8, 100_000
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*?(?:href|src)="([^"]+)"')


@pytest.mark.parametrize(
    "part",
    [
        "learning/",
        "learning/?role=schools&age=under-1",
        "learning/{slug}/",
        "learning/{slug}/in/ar/",
        "learning/{slug}/talk-it-over/",
        "learning-space/",
        "learning-themes/",
        "learning-themes/neglect/",
        "learning-a-to-z/",
        "learning-elsewhere/",
        "learning-by-email/",
        "library/follow/",
        "library/embed/",
        "/api/",
    ],
)
def test_the_first_view_is_light(two_partnerships: tuple[House, House], part: str) -> None:
    house = two_partnerships[0]
    slug = ""
    if "{slug}" in part:
        made = make_released(house)
        slug = made.slug
        show(house, translation(house, made))
        heard = begun(house, made, FormKind.AUDIO)
        file = SimpleUploadedFile("heard.mp3", FRAMES, content_type="audio/mpeg")
        operations.save_form(
            heard, by=house.coordinator, seen=heard.version, file=file, words="What is said."
        )
        operations.send_form(heard, by=house.coordinator, seen=heard.version)
        show(house, heard)
    elif "neglect" in part:
        make_shown(house)
    address = part if part[0] == "/" else f"/harrowmere/{part}"
    answer = Client().get(address.format(slug=slug))
    assert answer.status_code == 200
    shown = answer.content.decode()
    asked = LOADED.findall(shown)
    assert asked
    assert 1 + len(asked) <= REQUESTS, asked
    assert not [one for one in asked if "//" in one]
    # A recording is fetched when somebody plays it.
    assert shown.count("<audio") == shown.count('preload="none"') == (part[9:] == "{slug}/")
    weight = len(gzip.compress(answer.content))
    for one in asked:
        if one.startswith("/static/"):
            found = finders.find(one.removeprefix("/static/"))
            assert found
            with open(found, "rb") as file_of:
                weight += len(gzip.compress(file_of.read()))
        else:
            weight += len(Client().get(one).content)
    assert weight <= BYTES, f"{weight:,} bytes"
    assert not answer.cookies
